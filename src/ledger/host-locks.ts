// One request a host at a time, across all processes that share a PostgreSQL database: each host is a lock of the session, which
// falls when its process dies.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Gate } from '../sources/gate.ts'
import { BusyHostError } from '../sources/gate.ts'

/** For how long a host that another process is asking is waited for, and how often it is looked at, in milliseconds. */
const PATIENCE = 3000
const GLANCE = 100

/**
 * A gate that all processes on one database go through.
 * @param url postgres://…
 */
export function hostLocks(url: string): { gate: Gate; close: () => Promise<void> } {
  let session: Promise<pg.Client> | null = null
  const connected = (): Promise<pg.Client> => {
    session ??= connect(url, () => {
      session = null
    }).catch((error: Error) => {
      session = null
      throw error
    })
    return session
  }
  // A session answers one question after the other.
  let before: Promise<unknown> = Promise.resolve()
  const ask = (client: pg.Client, call: 'pg_try_advisory_lock' | 'pg_advisory_unlock', key: bigint) => {
    const asked = before.then(async () => {
      const { rows } = await client.query<{ yes: boolean }>(`select ${call}($1) as yes`, [key])
      return rows[0]?.yes === true
    })
    before = asked.catch(() => {})
    return asked
  }
  return {
    gate: async ({ host }) => {
      const key = keyOf(host)
      const client = await connected()
      for (const began = performance.now(); !(await ask(client, 'pg_try_advisory_lock', key)); await sleep(GLANCE))
        if (performance.now() - began > PATIENCE) throw new BusyHostError(host)
      // A session that has broken holds nothing any more.
      return () => void ask(client, 'pg_advisory_unlock', key).catch(() => {})
    },
    close: async () => {
      await (await session)?.end()
    },
  }
}

async function connect(url: string, broken: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'bubblewatch hosts', keepAlive: true })
  client.on('error', broken)
  await client.connect()
  return client
}

/** A bigint that all processes agree on. */
const keyOf = (host: string): bigint => createHash('sha256').update(`host ${host}`).digest().readBigInt64BE()
