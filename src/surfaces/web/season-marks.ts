// What a season's chart shows: one mark for each independent source, on the day on which it spoke.
import type { LedgerClaim } from '../../ledger/records.ts'
import { dayNumber } from '../../verdict/days.ts'
import { historyOf } from '../../verdict/history.ts'
import type { Item } from '../../verdict/items.ts'
import { itemsOf } from '../../verdict/items.ts'
import type { Direction } from '../../verdict/verdict.ts'

/** One root: all that carry its words are one mark. */
export interface Mark {
  /** As dayNumber gives it: the day on which it first said what it came to say. */
  day: number
  direction: Direction
  /** Between 0 and 1: how near the speaker stands to the decision, and how sure they are; not how old the words are. */
  weight: number
  /** By one who decides, or a sign that it is decided; else a word among others. */
  decides: boolean
  /** The words that weigh most. */
  claim: LedgerClaim
  /** How many articles carry it. */
  articles: number
}

/**
 * The marks of a season as of a day.
 * @param claims of one show
 * @param day ISO day
 * @returns the oldest first
 */
export function marksOf(claims: readonly LedgerClaim[], season: number | null, day: string): Mark[] {
  const asked = dayNumber(day)
  // What an article tells as history is no news of its day.
  const items = itemsOf(historyOf(claims, asked, ''), season, asked).filter(({ aside }) => !aside || aside.weighs)
  const marks = [...Map.groupBy(items, (item) => item.told.root).values()].map(markOf)
  return marks.sort((a, b) => a.day - b.day || (a.claim.id < b.claim.id ? -1 : 1))
}

function markOf(of: readonly Item[]): Mark {
  // It is heard by what it said last; of one day, by what leans somewhere.
  const late = of.toSorted(
    (a, b) =>
      b.told.day - a.told.day || Number(a.bearing.direction === 'open') - Number(b.bearing.direction === 'open'),
  )
  const { direction } = late[0]!.bearing
  const same = of.filter((item) => item.bearing.direction === direction)
  const heaviest = same.reduce((best, item) => (item.bearing.weight > best.bearing.weight ? item : best))
  return {
    day: Math.min(...same.map((item) => item.told.day)),
    direction,
    weight: heaviest.bearing.weight,
    decides: same.some(({ bearing, aside }) => bearing.force !== 'word' && aside === null),
    claim: heaviest.told.claim,
    articles: new Set(of.map((item) => item.told.claim.article.id)).size,
  }
}
