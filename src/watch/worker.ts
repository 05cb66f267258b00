// Shares the work with other machines: each poll, each page and each archive is a job in a queue on the PostgreSQL database that holds the ledger.
// What is due stands in the ledger's own tables; the queue only hands it round, so that nothing is lost with a job.
import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type { Due } from '../sources/source.ts'
import type { Outcome, Tools } from './tools.ts'
import { instant } from './tools.ts'
import { LEASE, workOn } from './watcher.ts'

/** The schema in which the queue keeps its tables. */
const SCHEMA = 'bubblewatch_jobs'
/** For each kind of job how many of them one worker does at once, and the seconds that one may take: an archive is all work, the rest waits most of its time. */
const QUEUES = { poll: [8, 300], page: [8, 300], archive: [1, 23 * 3600] } as const
/** Pieces of work handed out at a time. */
const MOST = 200
/** Milliseconds between two looks for what is due; after a piece of work the next look is sooner. */
const REST = 1000
const SOON = 20

export interface WorkerSettings {
  /** postgres://… */
  url: string
  tools: Tools
  tell: (outcome: Outcome) => void
  complain: (error: Error) => void
  /** Seconds without a sign of life after which a job is somebody else's; 30 when left out. */
  heartbeat?: number
  /** Milliseconds for which a source or an item is one worker's own. */
  lease?: number
}

/**
 * Works until it is stopped. Any number of workers, on any number of machines, may do so on one database; what a worker that was
 * killed had begun is taken over by others.
 * @returns how to stop: nothing more is begun, and what is under way ended, within ten seconds
 * @throws Error of one line when the database cannot be used
 */
export async function startWorker(settings: WorkerSettings): Promise<{ stop: () => Promise<void> }> {
  const { url, tools, tell, complain, heartbeat = 30, lease = LEASE } = settings
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'bubblewatch queue',
    schema: SCHEMA,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: Math.ceil(heartbeat / 2),
    monitorIntervalSeconds: Math.ceil(heartbeat / 2),
  })
  boss.on('error', complain)
  await boss.start()
  let wake = (): void => {}
  const stopping = new AbortController()
  for (const [queue, [atOnce, seconds]] of Object.entries(QUEUES)) {
    await boss.createQueue(queue, {
      // One job for each host and each source.
      policy: 'exclusive',
      notify: true,
      heartbeatSeconds: heartbeat,
      expireInSeconds: seconds,
      // The ledger's tables know whether there is something to do again.
      retryLimit: 0,
      deleteAfterSeconds: 60,
    })
    await boss.work<{ name: string }>(queue, { localConcurrency: atOnce, pollingIntervalSeconds: 1 }, async ([job]) => {
      try {
        const outcome = await workOn(queue as Due['kind'], job!.data.name, tools, { lease, signal: stopping.signal })
        if (outcome) tell(outcome)
      } catch (error) {
        complain(error as Error)
      }
      setTimeout(() => wake(), SOON)
    })
  }
  const handing = handOut()

  async function handOut(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        for (const { kind, name } of await tools.ledger.sources.due(instant(tools.now()), MOST))
          await boss.send(kind, { name }, { singletonKey: name || 'no host' })
      } catch (error) {
        complain(error as Error)
      }
      const woken = new Promise<void>((done) => {
        wake = done
      })
      await Promise.race([woken, sleep(REST, undefined, { signal: stopping.signal }).catch(() => {})])
    }
  }

  return {
    stop: async () => {
      stopping.abort()
      await handing
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
