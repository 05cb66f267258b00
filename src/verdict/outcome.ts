// What becomes of one season, as far as a day knows: decisions first, then what other seasons imply, then words.
import type { Decision } from './decision.ts'
import { decisionOf } from './decision.ts'
import type { History, Told } from './history.ts'
import type { Item } from './items.ts'
import { itemsOf } from './items.ts'
import type { Placement } from './placing.ts'
import { placementOf } from './placing.ts'
import type { Certainty, Fate } from './verdict.ts'
import { balanceOf, stancesOf } from './words.ts'

export interface Outcome {
  fate: Fate
  certainty: Certainty
  contested: boolean
  deciding: Told | null
  /** The way that this season's own decisions have gone; null when there is none. */
  decided: Decision['direction'] | null
  /** Everything that bears on this season itself. */
  items: readonly Item[]
}

/**
 * The fate of a season on a day.
 * @param season null for the claims about a series of which no season is known
 * @param day not before the history's own
 */
export function outcomeOf(history: History, season: number | null, day: number): Outcome {
  const placement = placementOf(history, day)
  const items = itemsOf(history, season, day)
  const shown = season === null ? null : shownBy(placement, season, day)
  const decision = decisionOf(items, day)
  const decided = decision?.direction ?? null
  if (shown) {
    const deciding = decision?.direction === 'up' ? decision.deciding.told : shown
    return { fate: 'renewed', certainty: 'official', contested: false, deciding, decided, items }
  }
  const implied =
    season === null || (decision && (decision.direction !== 'down' || decision.certainty === 'official'))
      ? null
      : impliedBy(history, placement, season, day)
  // An end reported for this season may be official for the ones before it.
  const surer = decision && implied?.direction === 'down' && implied.certainty === 'official'
  if (decision && !surer)
    return { ...decision, fate: fateOf(decision), deciding: decision.deciding.told, decided, items }
  if (implied) {
    const certainty = implied.direction === 'up' ? 'as good as certain' : implied.certainty
    return {
      fate: fateOf(implied),
      certainty,
      contested: false,
      deciding: implied.deciding.told,
      decided,
      items,
    }
  }
  const balance = balanceOf(stancesOf(items, day), day)
  return { ...balance, deciding: balance.deciding?.told ?? null, decided, items }
}

function fateOf({ direction, deciding }: Decision): Fate {
  if (direction === 'up') return 'renewed'
  return direction === 'open' ? 'on the bubble' : deciding.bearing.ended ? 'ended' : 'cancelled'
}

/** The claim by which a season has been shown by a day: its own premiere, or that of the next one known to have had one. */
export function shownBy({ premieres }: Placement, season: number, day: number): Told | null {
  let first: number | null = null
  for (const [n, { shownFrom }] of premieres)
    if (n >= season && shownFrom <= day && (first === null || n < first)) first = n
  return first === null ? null : premieres.get(first)!.told
}

/** Seasons that something is said of: those that claims fall on, and those after an announced or denied ending. */
export function rowsOf({ seasons, known }: Placement): number[] {
  const rows = new Set<number>(known)
  for (const season of known) if (seasons.get(season)!.some((t) => t.next)) rows.add(season + 1)
  return [...rows].sort((a, b) => a - b)
}

/**
 * What the decisions on other seasons say of one that nobody has decided on: that a later one comes, and so does this; or that
 * the last decision before it was not to go on, and there is nothing after the end.
 */
function impliedBy(history: History, placement: Placement, season: number, day: number): Decision | null {
  const rows = rowsOf(placement)
  for (const row of rows) {
    const later = row > season ? decisionOf(itemsOf(history, row, day), day) : null
    if (later?.direction === 'up') return later
  }
  for (const row of rows.reverse()) {
    if (row >= season) continue
    if (shownBy(placement, row, day)) return null
    const earlier = decisionOf(itemsOf(history, row, day), day)
    if (earlier) return earlier.direction === 'down' ? earlier : null
  }
  // Of a series of which no season is known: only its first is sure to have been.
  const series = season > 1 && !rows.length ? decisionOf(itemsOf(history, null, day), day) : null
  return series?.direction === 'down' ? series : null
}
