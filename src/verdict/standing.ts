// How a season stands on a day, on all axes: what spells and turns are both made of, each day looked at once.
import type { LedgerClaim } from '../ledger/records.ts'
import type { History } from './history.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf, rowsOf } from './outcome.ts'
import { placementOf } from './placing.ts'
import { progressOf } from './progress.ts'
import { finalOf } from './resolve.ts'

export interface Standing extends ReturnType<typeof progressOf> {
  outcome: Outcome
  /** By whose word it is the last. */
  final: LedgerClaim | null
}

/** How a season stands on the days that are asked for, each found once. */
export function standings(history: History, season: number | null): (day: number) => Standing {
  const known = new Map<number, Standing>()
  return (day) => {
    let standing = known.get(day)
    if (!standing) {
      const outcome = outcomeOf(history, season, day)
      const final = finalOf(history, season, day, outcome)
      standing = { outcome, ...progressOf(history, season, day, outcome), final }
      known.set(day, standing)
    }
    return standing
  }
}

/** The seasons on the board of a day; the series as a whole is one for as long as no season is known. */
export function rowsOn(history: History, day: number): Array<number | null> {
  const placement = placementOf(history, day)
  return [...(placement.seasons.has(null) ? [null] : []), ...rowsOf(placement)]
}

/** Those of any of some days, the series first. */
export const rowsOnAny = (history: History, days: readonly number[]): Array<number | null> =>
  [...new Set(days.flatMap((day) => rowsOn(history, day)))].sort((a, b) => (a ?? -1) - (b ?? -1))
