// What changed from one day to another, asked of the ledger: for whoever shows it, prints it or feeds it on.
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import type { Change } from '../verdict/changes.ts'
import { byDay, changesOf } from '../verdict/changes.ts'
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

/** How far back the latest changes are looked for, in days: a week, then four times as long again and again. */
const LONGEST = 40_000

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
  // So many changes are of so many shows at most; what turned and turned back at once is none, so a few more are looked at.
  const shows = 2 * most
  const only = among ? { among: [...among] } : {}
  for (let span = WEEK; ; span *= 4) {
    const since = isoDay(dayNumber(until) - Math.min(span, LONGEST))
    const turned = await ledger.lists.lastTurned({ since, until, limit: shows, ...only })
    if (turned.length < shows && span < LONGEST) continue
    const changes: Change[] = []
    for (const { key, day } of turned) {
      // Those that follow turned for the last time on this day or before.
      if (changes.filter((change) => change.day > day).length >= most) break
      changes.push(...changesOf(await ledger.claims({ show: key, asOf: until }), since, until))
    }
    return changes.sort(byDay).reverse().slice(0, most)
  }
}
