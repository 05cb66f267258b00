// What stands on every page: what the ledger holds, and on which days something was heard. The boards themselves stay in the
// ledger, which has them ready; nothing of them is kept here.
import { setTimeout } from 'node:timers/promises'
import type { Counts, Facets, Ledger } from '../ledger/ledger.ts'
import { derive } from '../verdict/spells.ts'

/** The ledger as it stood at one moment. */
export interface Snapshot {
  counts: Counts
  /** The ISO days on which something was heard, the first first. */
  days: readonly string[]
  facets: Facets
  /** How many sources are followed. */
  sources: number
}

/** Boards in the making: so many shows are done of so many. */
export interface Making {
  done: number
  shows: number
}

/** Milliseconds for which counts are good: what others add without a word on any show may be that late in the foot of a page. */
const FRESH = 5000

/** The latest of a ledger; safe to ask at every request. */
export class Almanac {
  readonly #ledger: Ledger
  #taken = Number.NEGATIVE_INFINITY
  #snapshot: Promise<Snapshot> | null = null
  #refreshed: Promise<void> = Promise.resolve()
  #shows = 0

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Brings the ledger's boards up to date with all that has been heard, by whichever process, and tells what it holds. */
  async now(): Promise<Snapshot> {
    // One after another: two requests would make the same boards twice.
    const made = this.#refreshed.then(() => this.#refresh())
    this.#refreshed = made.catch(() => {})
    await made
    if (!this.#snapshot || performance.now() - this.#taken > FRESH) {
      this.#taken = performance.now()
      this.#snapshot = take(this.#ledger)
      this.#snapshot.catch(() => this.forget())
    }
    return this.#snapshot
  }

  /**
   * How far the boards are, when it takes longer than so many milliseconds to bring them up to date; null when they are.
   * @throws whatever kept them from being made
   */
  async making(patience: number): Promise<Making | null> {
    const made = this.now().then(() => true)
    made.catch(() => {})
    if (await Promise.race([made, setTimeout(patience, false)])) return null
    const left = await this.#ledger.lists.stale()
    this.#shows = Math.max(this.#shows, left)
    return left ? { done: this.#shows - left, shows: this.#shows } : null
  }

  /** What was counted no longer holds. */
  forget(): void {
    this.#snapshot = null
  }

  async #refresh(): Promise<void> {
    this.#shows = await this.#ledger.lists.stale()
    if (await this.#ledger.refresh(derive)) this.forget()
  }
}

async function take(ledger: Ledger): Promise<Snapshot> {
  const [counts, days, facets, sources] = await Promise.all([
    ledger.counts(),
    ledger.days(),
    ledger.lists.facets(),
    ledger.sources.all(),
  ])
  return { counts, days, facets, sources: sources.length }
}
