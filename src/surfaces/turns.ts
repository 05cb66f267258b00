// What changed from one day to another, asked of the ledger: for whoever shows it, prints it or feeds it on.
import type { Ledger } from '../ledger/ledger.ts'
import type { Change } from '../verdict/changes.ts'
import { changesIn } from '../verdict/changes.ts'
import { dayNumber, isoDay } from '../verdict/days.ts'

/** Turns that are read for one answer, about. */
const MOST = 2000
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
 * Asks the ledger, as of its last refresh. Of a time in which too much turned, for the later part.
 * @param among keys of the shows to look at; left out: all
 */
export async function turnedIn(
  ledger: Ledger,
  { since: asked, until }: Days,
  among?: ReadonlySet<string>,
): Promise<Turned> {
  const only = among ? { among: [...among] } : {}
  const point = await ledger.lists.turningPoint({ until, most: MOST, ...only })
  const since = point !== null && point > asked ? point : asked
  return { since, changes: changesIn(await ledger.turns({ since, until, ...only }), since, until) }
}

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
  const only = among ? { among: [...among] } : {}
  // What turned and turned back is one change, and some is told by another: so a few more are looked at.
  for (let turns = 2 * most; ; turns *= 4) {
    const since = await ledger.lists.turningPoint({ until, most: turns, ...only })
    const changes = changesIn(await ledger.turns({ since: since ?? '', until, ...only }), since ?? '', until)
    if (changes.length >= most || since === null) return changes.reverse().slice(0, most)
  }
}
