// Dates, resolved against the day of publication, to the precision that the words give and never beyond.
//
// A grammar of our own rather than a date library: half of the trade's dates are vague ("fall 2025", "early next year",
// "Q2"), which libraries do not know, and libraries find dates in titles ("11.22.63", "Saturday Night").
import type { Day, Direction } from './calendar.ts'
import { isoDay, parseDay, yearOfDay } from './calendar.ts'
import { monthDate, numericDate, weekdayDate } from './dates/days.ts'
import { dayNumber, monthAt, monthNumber } from './dates/numbers.ts'
import { relativeDay, unformedMoment } from './dates/today.ts'
import { vagueOf, yearAt } from './dates/vague.ts'
import type { Range } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import type { Token } from './tokens.ts'

export interface DateMention extends Range {
  /** The date, when the words look that way from the day of publication; null when it can't be told. */
  resolve(direction: Direction): string | null
  /** The words themselves look back ("last fall", "two years ago") or ahead ("next month"). */
  looks: Direction | null
  /** A moment, for which claims have no form: "at midseason", "later that month". */
  unformed: boolean
}

export type Found = {
  to: number
  looks?: Direction
  unformed?: boolean
  /** A time of day. */
  clock?: boolean
  resolve: (direction: Direction) => string | null
}

/**
 * Finds dates in a range of tokens.
 * @param published ISO day of publication; without it only dates with a year resolve
 */
export function findDates(
  tokens: readonly Token[],
  range: Range,
  published: string | null,
  lexicon: Lexicon,
): DateMention[] {
  const found: DateMention[] = []
  let clocks = 0
  let today: Day | null | undefined
  for (let i = range.from; i < range.to; i++) {
    if (!mayBegin(tokens[i]!, lexicon)) continue
    today ??= parseDay(published)
    const date = dateAt(tokens, i, range.to, today, lexicon)
    if (!date) continue
    found.push({
      from: i,
      to: date.to,
      looks: date.looks ?? null,
      unformed: date.unformed ?? false,
      resolve: date.resolve,
    })
    if (date.clock) clocks++
    i = date.to - 1
    i = listedDays(tokens, i, range.to, today, lexicon, found)
  }
  // A time of day tells nothing without the day.
  return clocks < found.length ? found : []
}

/** "July 9, 16 and 23": days that share the month before them. Returns the last token read. */
function listedDays(
  tokens: readonly Token[],
  last: number,
  end: number,
  today: Day | null,
  lexicon: Lexicon,
  found: DateMention[],
): number {
  const first = found.at(-1)!
  let month = 0
  for (let k = first.from; k < first.to; k++)
    month ||= lexicon.is(tokens[k]!.norm, W.month) ? monthNumber(tokens[k]!.norm) : 0
  if (!month || !dayNumber(tokens[first.to - 1]!)) return last
  let i = last
  for (;;) {
    let k = i + 1
    if (k < end && tokens[k]!.norm === ',') k++
    if (k < end && (tokens[k]!.norm === 'and' || tokens[k]!.norm === '&')) k++
    const day = k < end && k > i + 1 && !tokens[k]!.glued ? dayNumber(tokens[k]!) : 0
    const next = tokens[k + 1]
    if (!day || (next && next.kind === 'word' && lexicon.is(next.norm, W.month))) return i
    if (lexicon.among('countedNotDay', next?.norm ?? '')) return i
    found.push({
      from: k,
      to: k + 1,
      looks: null,
      unformed: false,
      resolve: (d) => (today ? isoDay({ year: yearOfDay(month, day, today, d), month, day }) : null),
    })
    i = k
  }
}

/** Most words begin no date. */
const mayBegin = ({ kind, norm }: Token, lexicon: Lexicon): boolean =>
  kind === 'number' || (kind === 'word' && (lexicon.among('beginsDate', norm) || lexicon.is(norm, W.month | W.weekday)))

function dateAt(tokens: readonly Token[], i: number, end: number, today: Day | null, lexicon: Lexicon): Found | null {
  const token = tokens[i]!
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  if (token.kind === 'number')
    return (
      numericDate(tokens, i, end, today) ?? yearAt(tokens, i, end, lexicon) ?? unformedMoment(tokens, i, end, lexicon)
    )
  if (token.kind !== 'word') return null

  const month = monthAt(tokens, i, lexicon)
  if (month) return monthDate(tokens, i, end, month, today)

  if (lexicon.is(token.norm, W.weekday) && token.case !== 'lower') return weekdayDate(tokens, i, end, today, lexicon)

  const part = partOfYear(norm(i), norm(i + 1))
  if (part) {
    const at = i + part.words
    const inner = vagueOf(tokens, norm(at) === 'of' || norm(at) === 'in' ? at + 1 : at, end, today, lexicon)
    if (inner) return { ...inner, resolve: (d) => combine(part.name, inner.resolve(d)) }
    return null
  }
  return (
    vagueOf(tokens, i, end, today, lexicon) ??
    relativeDay(tokens, i, end, today) ??
    unformedMoment(tokens, i, end, lexicon)
  )
}

/** "early", "late", "mid", "the first half" and the like, before a year or a month. */
function partOfYear(first: string, second: string): { name: string; words: number } | null {
  if (first === 'early' || first === 'late' || first === 'mid') return { name: first, words: 1 }
  if (first === 'end' || first === 'close') return second === 'of' ? { name: 'late', words: 1 } : null
  if ((first === 'beginning' || first === 'start') && second === 'of') return { name: 'early', words: 1 }
  // A half is no part that a claim's date can hold: its year is.
  if (/^(first|second|back)$/.test(first) && second === 'half') return { name: '', words: 2 }
  return null
}

/** "early" of a year is "2018-early"; of a month or a day it adds nothing that a claim's date can hold. */
const combine = (part: string, date: string | null): string | null =>
  date && part && /^\d{4}$/.test(date) ? `${date}-${part}` : date
