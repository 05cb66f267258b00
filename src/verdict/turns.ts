// The turns of a season: each change of a belief about it, on each axis, with the words that brought it about. What turns and turns
// again within two days is told as one; which turns belong together is marked here, what they come to depends on who asks when.
import type { LedgerClaim, Turn } from '../ledger/records.ts'
import { isoDay } from './days.ts'
import type { History } from './history.ts'
import type { Outcome } from './outcome.ts'
import { placementOf } from './placing.ts'
import { weigh } from './reasons.ts'
import type { Standing } from './standing.ts'
import { rowsOn, standings } from './standing.ts'
import type { Certainty, Fate } from './verdict.ts'

export const AXES = ['fate', 'premiere', 'delayed', 'final'] as const
export type Axis = (typeof AXES)[number]

/** What is believed on one axis. */
export interface Belief {
  /** A fate; a premiere's date; "put off"; "the last season". Null when nothing is known. */
  value: Fate | string | null
  /** Fates only: how sure, and whether sources of like standing disagree. */
  certainty: Certainty | null
  contested: boolean
  /** Premieres only. */
  platform: string | null
}

/** Days within which a turn and the next are one change. */
export const QUIET = 2

const plain = (value: string | null): Belief => ({ value, certainty: null, contested: false, platform: null })
const NONE: Readonly<Record<Axis, Belief>> = {
  fate: { ...plain('nothing heard'), certainty: 'unheard' },
  premiere: plain(null),
  delayed: plain(null),
  final: plain(null),
}

/**
 * The turns of a season.
 * @param days on which anything can have changed, the first first
 * @param on how the season stands on a day
 * @returns by axis, then day
 */
export function turnsOn(
  history: History,
  season: number | null,
  days: readonly number[],
  on: (day: number) => Standing,
): Turn<LedgerClaim>[] {
  const turns = new Map<Axis, Turn<LedgerClaim>[]>(AXES.map((axis) => [axis, []]))
  let beliefs: Record<Axis, Belief> | null = null
  let series = false
  for (const day of days) {
    // Once its first season is known, what was said of the series is said of that season: a belief that goes on changes nothing.
    const became = series && !hasSeries(history, day)
    series = hasSeries(history, day)
    if (season === null && !series) continue
    if (!beliefs) {
      // What follows from other seasons is told of those for as long as nobody speaks of this one.
      if (!rowsOn(history, day).includes(season)) continue
      const before = on(day - 1)
      beliefs = { ...NONE }
      for (const axis of AXES) beliefs[axis] = beliefOn(axis, before)
    }
    if (became && !turns.get('fate')!.length && beliefs.fate.value === 'nothing heard')
      beliefs.fate = fateOf(standings(history, null)(day - 1).outcome)
    const standing = on(day)
    for (const axis of AXES) {
      const [was, is] = [beliefs[axis], beliefOn(axis, standing)]
      if (same(was, is)) continue
      beliefs[axis] = is
      const of = turns.get(axis)!
      const last = of.at(-1)
      const soon = last && Date.parse(last.day) >= (day - QUIET) * 864e5
      const opened = soon ? last.opened : isoDay(day)
      const claim = wordsOf(axis, standing, day)
      of.push({ show: history.show, season, axis, day: isoDay(day), opened, was, is, claim })
    }
  }
  return [...turns.values()].flat()
}

const hasSeries = (history: History, day: number): boolean => placementOf(history, day).seasons.has(null)

/**
 * A surer word of the same kind is no change, neither is a platform alone once there is a date, nor that a contradiction has grown
 * too old to be one.
 */
const same = (was: Belief, is: Belief): boolean => was.value === is.value && (was.contested || !is.contested)

const fateOf = ({ fate, certainty, contested }: Outcome): Belief => ({
  value: fate,
  certainty,
  contested,
  platform: null,
})

function beliefOn(axis: Axis, { outcome, premiere, delayed, final }: Standing): Belief {
  if (axis === 'fate') return fateOf(outcome)
  if (axis === 'premiere') return { ...plain(premiere?.date ?? null), platform: premiere?.platform ?? null }
  return plain(axis === 'delayed' ? delayed && 'put off' : final && 'the last season')
}

/** What changed a belief on a day; a fate: the deciding words if they are of that day, else the heaviest of that day, else the deciding. */
function wordsOf(axis: Axis, { outcome, premiere, delayed, final }: Standing, day: number): LedgerClaim | null {
  if (axis === 'final') return final
  if (axis !== 'fate') return (axis === 'premiere' ? premiere : delayed)?.claim ?? null
  if (outcome.fate === 'nothing heard') return null
  const decided = outcome.deciding?.claim ?? null
  const today = isoDay(day)
  if (decided?.article.published.startsWith(today)) return decided
  const { pro, contra, open } = weigh(outcome, day)
  const fresh = [...pro, ...contra, ...open].filter((w) => w.claim.article.published.startsWith(today))
  return fresh.sort((a, b) => b.weight - a.weight)[0]?.claim ?? decided
}
