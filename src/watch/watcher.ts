// Keeps the sources company: asks each when its time has come, and reads what it has. Any number of hosts at once, each one thing
// at a time; a host that is slow keeps nobody else waiting.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Due } from '../sources/source.ts'
import { readLeft } from './left.ts'
import { poll } from './poll.ts'
import { take } from './take.ts'
import type { Outcome, Tools } from './tools.ts'
import { instant } from './tools.ts'

/** Pieces of work begun at once; one that takes longer than SLOW makes room for another. */
const AT_ONCE = 16
const SLOW = 1000
/** Pieces of work under way, slow ones among them. */
const MOST = 256
/** For how long a piece of work is this process's own, in milliseconds: longer than it can take (tools of 20 s each). */
export const LEASE = 90_000
/** How often the store is looked into for what is due, at least and at most. */
const GLANCE = 100
const REST = 5000

export interface Tally {
  polls: number
  /** Sources that did not answer. */
  failed: number
  /** Articles new in the ledger, and their claims. */
  articles: number
  claims: number
}

export type Tell = (outcome: Outcome) => void

export class Watcher {
  readonly #tools: Tools
  readonly #tell: Tell
  readonly #only: readonly string[] | undefined
  /** What is under way, by kind and name. */
  readonly #busy = new Map<string, Promise<void>>()
  /** What was due when it was looked for last, and has not been begun. */
  #due: Due[] = []
  #young = 0
  readonly #stopping = new AbortController()
  #error: unknown = null

  /** @param only ids of sources, for whom alone to work; left out for all */
  constructor(tools: Tools, tell: Tell = () => {}, only?: readonly string[]) {
    this.#tools = tools
    this.#tell = tell
    this.#only = only
  }

  /**
   * Does all that is due now, and ends.
   * @throws Error in one line when the store fails
   */
  async round(): Promise<Tally> {
    const tally: Tally = { polls: 0, failed: 0, articles: 0, claims: 0 }
    for (;;) {
      // What is under way may leave more to do, and end before it is known here what was due until then.
      const under = this.#busy.size
      const begun = await this.#begin(tally)
      if (this.#error) await this.stop()
      this.#rethrow()
      if (!begun && !under && !this.#busy.size) return tally
      if (this.#stopping.signal.aborted) {
        await this.stop()
        return tally
      }
      await this.#pause(GLANCE)
    }
  }

  /** Does what is due whenever it is due, until stop(). What the store fails at is told, and tried again. */
  async run(complain: (error: Error) => void): Promise<void> {
    const tally: Tally = { polls: 0, failed: 0, articles: 0, claims: 0 }
    while (!this.#stopping.signal.aborted) {
      let begun = 0
      try {
        begun = await this.#begin(tally)
        this.#rethrow()
      } catch (error) {
        this.#error = null
        complain(error as Error)
      }
      const wait = begun || this.#busy.size ? GLANCE : REST
      await this.#pause(wait)
    }
    await this.stop()
  }

  /** Begins nothing more, and waits for what is under way, so long at most. */
  async stop(milliseconds = 5000): Promise<void> {
    this.#stopping.abort()
    const over = Promise.allSettled(this.#busy.values())
    await Promise.race([over, sleep(milliseconds, undefined, { ref: false })])
  }

  /** Until something is done, and so long at most. */
  async #pause(milliseconds: number): Promise<void> {
    const over = new AbortController()
    const signal = AbortSignal.any([over.signal, this.#stopping.signal])
    await Promise.race([...this.#busy.values(), sleep(milliseconds, undefined, { signal }).catch(() => {})])
    over.abort()
  }

  #rethrow(): void {
    if (this.#error) throw this.#error
  }

  /** @returns how many pieces of work were begun */
  async #begin(tally: Tally): Promise<number> {
    if (this.#stopping.signal.aborted || this.#young >= AT_ONCE || this.#busy.size >= MOST) return 0
    let begun = 0
    const { ledger, now } = this.#tools
    if (!this.#due.length) this.#due = await ledger.sources.due(instant(now()), MOST, this.#only)
    while (this.#due.length && this.#young < AT_ONCE && this.#busy.size < MOST) {
      const { kind, name } = this.#due.shift()!
      const key = `${kind} ${name}`
      if (this.#busy.has(key)) continue
      begun++
      this.#start(key, async () => {
        const outcome = await workOn(kind, name, this.#tools, { signal: this.#stopping.signal })
        if (!outcome) return
        if (outcome.kind === 'poll') {
          tally.polls++
          if (outcome.failure) tally.failed++
        } else if (outcome.kind === 'archive') {
          tally.articles += outcome.articles
          tally.claims += outcome.claims
        } else if (outcome.added) {
          tally.articles++
          tally.claims += outcome.claims
        }
        this.#tell(outcome)
      })
    }
    return begun
  }

  #start(key: string, work: () => Promise<void>): void {
    let young = true
    this.#young++
    const age = (): void => {
      if (young) this.#young--
      young = false
    }
    const timer = setTimeout(age, SLOW)
    const under = work()
      .catch((error: unknown) => {
        this.#error = error
      })
      .finally(() => {
        clearTimeout(timer)
        age()
        this.#busy.delete(key)
      })
    this.#busy.set(key, under)
  }
}

/**
 * One poll, one item of a host, or one archive.
 * @param signal aborted when what takes long is to stop
 * @returns null when there was nothing to do after all: somebody else was faster
 */
export async function workOn(
  kind: Due['kind'],
  name: string,
  tools: Tools,
  { lease = LEASE, signal }: { lease?: number; signal: AbortSignal },
): Promise<Outcome | null> {
  const book = tools.ledger.sources
  const [at, until] = [instant(tools.now()), instant(tools.now() + lease)]
  if (kind === 'poll') {
    const source = await book.leaseSource(name, at, until)
    return source && poll(source, tools)
  }
  if (kind === 'archive')
    return (await tools.ledger.archives.lease(name, at, until)) ? readLeft(name, tools, lease, signal) : null
  const item = await book.leaseItem(name, at, until)
  return item && take(item, tools)
}
