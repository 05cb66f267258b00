// Hopes, doubts and expectations: what they come to while nobody has decided.
import { FADES_AFTER, freshness, HALF_LIFE } from './bearing.ts'
import type { Item } from './items.ts'
import { speakerKey } from './roots.ts'
import type { Certainty, Direction, Fate } from './verdict.ts'

/** One root's stance on a season: what it came to say last, and how much that weighs by now. */
export interface Stance {
  root: number
  direction: Direction
  /** The day on which it first said so: a relay does not make it fresher. */
  day: number
  weight: number
  item: Item
}

export interface Balance {
  fate: Fate
  certainty: Certainty
  contested: boolean
  /** Null when every word has faded. */
  deciding: Item | null
}

/** What is left to a report that was overtaken or denied, and to a word that rests on another's. */
export const LESS = 0.5

/** A decision does not fade; one that was denied is a word among others. */
const fades = ({ bearing, aside }: Item): boolean => bearing.force === 'word' || aside !== null

/** The weight of an item after so many days, between 0 and 1. */
function weightOf(item: Item, age: number): number {
  const less = item.aside !== null || item.rests ? LESS : 1
  return item.bearing.weight * less * (fades(item) ? freshness(age) : 1)
}

/**
 * The stance of each root. Of one speaker only the latest words count: who has changed their mind is not heard twice.
 * @param items everything that bears on the season
 * @param day on which the question is asked
 */
export function stancesOf(items: readonly Item[], day: number): Stance[] {
  const stances: Stance[] = []
  const latest = new Map<string, number>()
  const weighing = items.filter(
    (item) => (item.aside === null || item.aside.weighs) && !(fades(item) && day - item.day > FADES_AFTER),
  )
  for (const [root, of] of Map.groupBy(weighing, (item) => item.told.root)) {
    const ways = [...Map.groupBy(of, (item) => item.bearing.direction)].map(([direction, said]) => {
      const since = said[0]!.day
      const weights = said.map((item) => weightOf(item, day - since))
      const weight = Math.max(...weights)
      return { root, direction, day: since, weight, item: said[weights.indexOf(weight)]! }
    })
    // Said last; of what was said on one day, what leans somewhere, and then what weighs more.
    const stance = ways.sort(
      (a, b) =>
        b.day - a.day || Number(a.direction === 'open') - Number(b.direction === 'open') || heavier(a.weight, b.weight),
    )[0]!
    stances.push(stance)
    if (stance.item.bearing.force !== 'word') continue
    const speaker = speakerKey(stance.item.told.claim)
    latest.set(speaker, Math.max(stance.day, latest.get(speaker) ?? stance.day))
  }
  return stances.filter((s) => !fades(s.item) || s.day >= (latest.get(speakerKey(s.item.told.claim)) ?? s.day))
}

/** How far the balance must lean, from -1 to 1, to be more than a toss-up; a hair less than a third, so that sums may be inexact. */
const LEANS = 1 / 3 - 1e-9
/** Weight left over in the direction of the balance from which it is a safe bet, and as good as certain. */
const SAFE = 0.5
const CERTAIN = 1

/** For sorting, the heavier first; what differs by no more than the last digits of a sum weighs the same. */
const heavier = (a: number, b: number): number => (Math.abs(a - b) < 1e-9 ? 0 : b - a)

/** What the words come to. Each root counts once, by its stance; the open ones pull towards the middle. */
export function balanceOf(stances: readonly Stance[], day: number): Balance {
  const sum = (direction: Direction): number =>
    stances.reduce((total, s) => total + (s.direction === direction ? s.weight : 0), 0)
  const [up, down, open] = [sum('up'), sum('down'), sum('open')]
  const all = up + down + open
  if (all === 0) return { fate: 'nothing heard', certainty: 'unheard', contested: false, deciding: null }
  const lean = (up - down) / all
  const way: Direction = lean >= LEANS ? 'up' : lean <= -LEANS ? 'down' : 'open'
  const strength = Math.abs(up - down)
  const certainty =
    way === 'open'
      ? 'could go either way'
      : strength >= CERTAIN
        ? 'as good as certain'
        : strength >= SAFE
          ? 'a safe bet'
          : 'leaning'
  const heaviest = stances.toSorted(
    (a, b) =>
      Number(b.direction === way) - Number(a.direction === way) ||
      heavier(a.weight, b.weight) ||
      Number(b.item.told.claim.speaker !== null) - Number(a.item.told.claim.speaker !== null) ||
      b.day - a.day,
  )
  const contested = stances.some(
    (a) =>
      a.direction === 'up' &&
      stances.some(
        (b) =>
          b.direction === 'down' &&
          a.item.bearing.standing === b.item.bearing.standing &&
          day - Math.min(a.day, b.day) <= HALF_LIFE,
      ),
  )
  return {
    fate: way === 'up' ? 'likely' : way === 'down' ? 'unlikely' : 'on the bubble',
    certainty,
    contested,
    deciding: heaviest[0]!.item,
  }
}
