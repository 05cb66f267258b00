// Every season of every show, as of a day.
import type { LedgerClaim } from '../ledger/records.ts'
import { dayNumber } from './days.ts'
import type { History } from './history.ts'
import { byShow, historyOf } from './history.ts'
import { rowsOf } from './outcome.ts'
import { placementOf } from './placing.ts'
import { verdictOn } from './resolve.ts'
import type { Verdict } from './verdict.ts'

export interface Row {
  show: string
  /** Null for claims about a series of which no season is known. */
  season: number | null
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (a: Row, b: Row): number => compare(a.show, b.show) || (a.season ?? -1) - (b.season ?? -1)

/** The histories of all shows of which something was known on a day, each with its rows. */
function histories(
  claims: Iterable<LedgerClaim>,
  day: number,
): Array<{ history: History; rows: Array<number | null> }> {
  return [...byShow(claims).values()].flatMap((of) => {
    const history = historyOf(of, day, '')
    if (!history.told.length) return []
    const placement = placementOf(history, day)
    return [{ history, rows: [...(placement.seasons.has(null) ? [null] : []), ...rowsOf(placement)] }]
  })
}

/**
 * Every season of which something was known on a day, by name or because what was said of the series must mean it.
 * @param day ISO day
 * @returns by show, then season
 */
export function seasonsOf(claims: Iterable<LedgerClaim>, day: string): Row[] {
  return histories(claims, dayNumber(day))
    .flatMap(({ history, rows }) => rows.map((season) => ({ show: history.show, season })))
    .sort(inOrder)
}

/**
 * The verdict on every such season.
 * @param day ISO day
 * @returns the newest change first; of one day by show, then season
 */
export function board(claims: Iterable<LedgerClaim>, day: string): Verdict[] {
  const asked = dayNumber(day)
  return histories(claims, asked)
    .flatMap(({ history, rows }) => rows.map((season) => verdictOn(history, season, asked, day)))
    .sort((a, b) => compare(b.since ?? '', a.since ?? '') || inOrder(a, b))
}
