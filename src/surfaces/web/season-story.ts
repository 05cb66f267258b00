// What a season's page tells beside its verdict: which claims fall on it, and which fates it has gone through.
import type { LedgerClaim } from '../../ledger/records.ts'
import { dayNumber, isoDay } from '../../verdict/days.ts'
import { historyOf } from '../../verdict/history.ts'
import { placementOf } from '../../verdict/placing.ts'
import { resolve } from '../../verdict/resolve.ts'
import type { Fate, Verdict } from '../../verdict/verdict.ts'

/**
 * The claims that fall on a season as of a day, those about the series that must mean it and the announced end of the season
 * before it included, and those since withdrawn.
 * @param claims of one show
 * @returns the oldest first
 */
export function claimsOn(claims: readonly LedgerClaim[], season: number | null, day: string): LedgerClaim[] {
  const asked = dayNumber(day)
  const history = historyOf(claims, asked, '')
  return history.told
    .filter((told) => {
      // What has been withdrawn fell where it stood last.
      const { seasons } = placementOf(history, Math.min(asked, told.withdrawn - 1))
      const end = season !== null && told.next && seasons.get(season - 1)?.includes(told)
      return end || seasons.get(season)?.includes(told)
    })
    .map(({ claim: { withdrawn, ...claim } }) =>
      withdrawn !== undefined && withdrawn <= day ? { ...claim, withdrawn } : claim,
    )
}

/** Fates to go back through: a season in doubt for years has a few. */
const MOST = 24

/**
 * The fates of a season up to a verdict's day, each with the day from which it held.
 * @param claims of the show
 * @returns the latest first, without what was before anything was heard
 */
export function fatesOf(claims: readonly LedgerClaim[], verdict: Verdict): Array<{ fate: Fate; since: string }> {
  const fates: Array<{ fate: Fate; since: string }> = []
  for (let at: Verdict = verdict; at.since !== null && fates.length < MOST; ) {
    fates.push({ fate: at.fate, since: at.since })
    at = resolve(claims, { show: at.show, season: at.season, day: isoDay(dayNumber(at.since) - 1) })
  }
  return fates
}
