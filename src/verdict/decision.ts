// The decisions on one season: which of them holds, since which claims, and how sure it is.
import type { Bearing } from './bearing.ts'
import { STANDINGS } from './bearing.ts'
import type { Item } from './items.ts'
import { elsewhere } from './items.ts'
import { FORTNIGHT, speakerKey } from './roots.ts'
import type { Certainty } from './verdict.ts'

export interface Decision {
  /** open: the first reports ever, on one day, contradict one another. */
  direction: Bearing['direction']
  deciding: Item
  certainty: Certainty
  contested: boolean
  /** The day on which it took this direction. */
  since: number
}

/** Days within which two outlets that contradict one another are a disagreement, and not one decision after another. */
const DISAGREE = 2

const rank = ({ bearing }: Item): number => STANDINGS.indexOf(bearing.standing)

/**
 * The decision in force: the latest replaces those before it.
 * @param items what bears on the season, in the order of the history
 * @param day on which the question is asked
 * @returns null when nobody has decided, and nothing that happens shows that somebody has
 */
export function decisionOf(items: readonly Item[], day: number): Decision | null {
  const valid = items.filter((item) => item.aside === null && item.bearing.force !== 'word')
  if (!valid.length) return null
  const days = [...new Set(valid.map((item) => item.day))].sort((a, b) => a - b)
  let state = null as { direction: Bearing['direction']; since: number; clash: boolean } | null
  for (const d of days) {
    const today = verdictOf(valid.filter((item) => item.day === d))
    if (today === 'open') state = { direction: state?.direction ?? 'open', since: state?.since ?? d, clash: true }
    else if (state?.direction !== today) state = { direction: today, since: d, clash: false }
    else if (state.clash) state = { ...state, clash: false }
  }
  if (!state) return null
  const { direction, since, clash } = state
  const spell = valid.filter(
    (item) => item.day >= since && (item.bearing.direction === direction || direction === 'open'),
  )
  const deciding = spell.toSorted(
    (a, b) =>
      force(a) - force(b) || rank(a) - rank(b) || a.day - b.day || Number(a.bearing.ended) - Number(b.bearing.ended),
  )[0]!
  const disputed = spell.some((a) => valid.some((b) => disagree(a, b) && day - Math.max(a.day, b.day) <= FORTNIGHT))
  return {
    direction,
    deciding,
    certainty: direction === 'open' ? 'could go either way' : certaintyOf(spell, clash),
    contested: clash || disputed,
    since,
  }
}

const force = (item: Item): number => (item.bearing.force === 'decision' ? 0 : 1)

/** What one day's news comes to: a decision before a fact, the better standing before the lesser, a new home before the old. */
function verdictOf(today: readonly Item[]): Bearing['direction'] {
  const decisions = today.filter((item) => item.bearing.force === 'decision')
  if (!decisions.length) return 'up'
  const best = Math.min(...decisions.map(rank))
  const [ups, downs] = (['up', 'down'] as const).map((d) =>
    decisions.filter((item) => rank(item) === best && item.bearing.direction === d),
  ) as [Item[], Item[]]
  if (!downs.length) return 'up'
  if (!ups.length) return 'down'
  return ups.some((up) => downs.some((down) => elsewhere(up, down))) ? 'up' : 'open'
}

/** Two outlets report the opposite within two days, and none of them tells of the other's news, or of another platform. */
const disagree = (a: Item, b: Item): boolean =>
  a.bearing.standing === 'reported' &&
  b.bearing.standing === 'reported' &&
  a.bearing.force === 'decision' &&
  b.bearing.force === 'decision' &&
  a.bearing.direction !== b.bearing.direction &&
  Math.abs(a.day - b.day) <= DISAGREE &&
  a.told.root !== b.told.root &&
  !elsewhere(a, b)

/** Official when those who decide have said so, or two independent outlets say flatly that they have. */
function certaintyOf(spell: readonly Item[], clash: boolean): Certainty {
  const reports = spell.filter((item) => item.bearing.standing === 'reported')
  const outlets = new Set(reports.map((item) => speakerKey(item.told.claim)))
  const roots = new Set(reports.map((item) => item.told.root))
  const official = spell.some((item) => item.bearing.standing === 'official') || (outlets.size >= 2 && roots.size >= 2)
  return official && !clash ? 'official' : 'as good as certain'
}
