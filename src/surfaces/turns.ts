// What changed from one day to another, asked of the ledger: for whoever shows it, prints it or feeds it on.
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import type { Change } from '../verdict/changes.ts'
import { changesOf } from '../verdict/changes.ts'
import { dayNumber, isoDay } from '../verdict/days.ts'

/** Shows whose claims are read for one answer, at most. */
const MOST = 400
const WEEK = 7

/** ISO days, both included. */
export interface Days {
  since: string
  until: string
}

/** What changed. */
export interface Turned {
  /** The ISO day from which on changes are told: later than asked for when too much had changed. */
  since: string
  /** By day, then show, season and axis. */
  changes: readonly Change[]
}

/** The first day of the week that ends on an ISO day, that day included. */
export const weekTo = (day: string): string => isoDay(dayNumber(day) - WEEK + 1)

/**
 * Asks the ledger, as of its last refresh. Of a time in which too many shows turned, for the later part.
 * @param among keys of the shows to look at; left out: all
 */
export async function turnedIn(
  ledger: Ledger,
  { since: asked, until }: Days,
  among?: ReadonlySet<string>,
): Promise<Turned> {
  const turned = async (since: string): Promise<string[]> => {
    const keys = await ledger.turned(since, until)
    return among ? keys.filter((key) => among.has(key)) : keys
  }
  let since = asked
  let keys = await turned(since)
  while (keys.length > MOST && since < until) {
    since = isoDay(Math.ceil((dayNumber(since) + dayNumber(until)) / 2))
    keys = await turned(since)
  }
  const claims: LedgerClaim[] = []
  for (const show of keys) claims.push(...(await ledger.claims({ show, asOf: until })))
  return { since, changes: changesOf(claims, since, until) }
}

/** How far back the latest changes are looked for: a month, then four times as long again and again. */
const MONTH = 30
const LONGEST = 12_000

/**
 * The latest changes up to an ISO day, however long ago, the newest first.
 * @param most how many, at most
 * @param among keys of the shows to look at; left out: all
 */
export async function latestTurns(
  ledger: Ledger,
  until: string,
  most: number,
  among?: ReadonlySet<string>,
): Promise<Change[]> {
  if (among && !among.size) return []
  for (let span = MONTH; ; span *= 4) {
    const asked = isoDay(dayNumber(until) - Math.min(span, LONGEST))
    const { since, changes } = await turnedIn(ledger, { since: asked, until }, among)
    // A shortened time holds more than enough, or all that can be told at once.
    if (changes.length >= most || span >= LONGEST || since > asked) return changes.toReversed().slice(0, most)
  }
}
