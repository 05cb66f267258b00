// The verdict on one season on one day, whole.
import { showKey } from '../catalogue/titles.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import { FADES_AFTER } from './bearing.ts'
import { dayNumber, happenedOn, isoDay } from './days.ts'
import type { History } from './history.ts'
import { historyOf } from './history.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import { progressOf } from './progress.ts'
import { weigh } from './reasons.ts'
import type { Verdict } from './verdict.ts'

export interface Question {
  /** A title in any spelling. */
  show: string
  /** Null asks for what was said of the series before any of its seasons was known. */
  season: number | null
  /** ISO day. */
  day: string
}

/**
 * The verdict on a season as of a day: a pure function of the claims published up to that day.
 * @param claims of any shows, in any order
 * @returns "nothing heard" where there is nothing; never throws
 */
export function resolve(claims: Iterable<LedgerClaim>, { show, season, day }: Question): Verdict {
  const key = showKey(show)
  const of = Array.from(claims).filter((c) => showKey(c.show) === key)
  const asked = dayNumber(day)
  return verdictOn(historyOf(of, asked, show), season, Number.isNaN(asked) ? 0 : asked, day)
}

/**
 * The verdict on a season out of its show's history.
 * @param day as dayNumber gives it: the history's own
 * @param iso the same day, as it was asked
 */
export function verdictOn(history: History, season: number | null, day: number, iso: string): Verdict {
  const outcome = outcomeOf(history, season, day)
  const { pro, contra, open } = weigh(outcome, day)
  const { fate, certainty, contested, deciding } = outcome
  return {
    show: history.show,
    season,
    day: iso,
    fate,
    certainty,
    contested,
    ...progressOf(history, season, day, outcome),
    final: finalOf(history, season, day, outcome),
    ...spellOf(history, season, day, outcome),
    deciding: deciding?.claim ?? null,
    pro,
    contra,
    open,
    roots: { pro: pro.length, contra: contra.length, open: open.length },
  }
}

/** By whose word a season that comes is the last: who ends the series by design, or who will not pay for the next. */
export function finalOf(history: History, season: number | null, day: number, { fate }: Outcome): LedgerClaim | null {
  if (season === null || fate !== 'renewed') return null
  const next = outcomeOf(history, season + 1, day)
  return (next.fate === 'ended' || next.fate === 'cancelled') && next.items.some((item) => item.told === next.deciding)
    ? next.deciding!.claim
    : null
}

/** Since when the fate has held, and what it was before: found by going back through the days on which it can have changed. */
function spellOf(
  history: History,
  season: number | null,
  day: number,
  { fate }: Outcome,
): Pick<Verdict, 'since' | 'before'> {
  let since: number | null = null
  for (const turn of turnsOf(history, day)) {
    const before = outcomeOf(history, season, turn).fate
    if (before !== fate) return since === null ? { since: null, before: null } : { since: isoDay(since), before }
    since = turn
  }
  return fate === 'nothing heard' || since === null
    ? { since: null, before: null }
    : { since: isoDay(since), before: 'nothing heard' }
}

/** The days, latest first, on which something was told or withdrawn, was shown, or had faded. */
export function turnsOf({ told }: History, day: number): number[] {
  const turns = new Set<number>()
  const denials = told.some((t) => t.own?.denies || t.next?.denies)
  for (const { claim, day: published, withdrawn, stretch, own, next } of told) {
    turns.add(published)
    turns.add(withdrawn)
    if (stretch && (claim.event === 'premiere' || claim.event === 'delay')) turns.add(happenedOn(stretch))
    // A decision that is denied fades like a word.
    if (denials || own?.force === 'word' || next?.force === 'word') turns.add(published + FADES_AFTER + 1)
  }
  return [...turns].filter((turn) => turn <= day).sort((a, b) => b - a)
}
