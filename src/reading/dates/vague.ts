// Vague dates: a year, a time of year, a quarter or a month, with "this", "next" and "last".
import type { Day } from '../calendar.ts'
import {
  addDays,
  addMonths,
  isoDay,
  isoMonth,
  lastTime,
  nextTime,
  weekdayOf,
  yearOfMonth,
  yearOfTime,
} from '../calendar.ts'
import type { Found } from '../dates.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { looking, monthDate } from './days.ts'
import { monthAt, monthNumber, yearNumber } from './numbers.ts'

/** A year, a time of year, a quarter, or a month, with "this", "next", "last": what a vague word can stand before. */
export function vagueOf(
  tokens: readonly Token[],
  i: number,
  end: number,
  today: Day | null,
  lexicon: Lexicon,
): Found | null {
  if (i >= end) return null
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  let at = i
  if (norm(at) === 'the' || norm(at) === 'in' || norm(at) === 'of') at++
  const token = tokens[at]
  if (!token || at >= end) return null
  if (token.kind === 'number') return yearAt(tokens, at, end, lexicon, true)
  if (/^q[1-4]$/.test(token.norm)) return quarterDate(tokens, at, end, Number(token.norm[1]), today)
  if (norm(at + 1) === 'quarter') {
    const n = ['first', 'second', 'third', 'fourth'].indexOf(norm(at)) + 1
    if (n) return quarterDate(tokens, at + 1, end, n, today)
  }
  // "in the new year"
  if (
    today &&
    tokens[at - 1]?.norm === 'the' &&
    tokens[at - 2]?.norm !== 'before' &&
    norm(at) === 'new' &&
    norm(at + 1) === 'year' &&
    norm(at + 2) !== "'s"
  )
    return { to: at + 2, resolve: (d) => `${today.year + (d === 'past' ? 0 : 1)}-early` }
  let pointer: '' | 'this' | 'next' | 'last' = ''
  let from = at
  if (
    norm(at) === 'this' ||
    norm(at) === 'next' ||
    norm(at) === 'last' ||
    norm(at) === 'coming' ||
    norm(at) === 'past'
  ) {
    pointer = norm(at) === 'past' ? 'last' : norm(at) === 'coming' ? 'next' : (norm(at) as 'this')
    at++
    if (pointer === 'this' && (norm(at) === 'past' || norm(at) === 'coming')) {
      if (norm(at) === 'past') pointer = 'last'
      at++
    }
    from = at
  }
  const time = timeOfYear(norm(at))
  if (time && (pointer || i < at || at === i)) return timeDate(tokens, at, end, time, pointer, today, i, lexicon)
  const month = monthAt(tokens, at, lexicon) || (pointer && tokens[at]?.case === 'capital' ? monthNumber(norm(at)) : 0)
  if (month && from === at) {
    if (!pointer) return monthDate(tokens, at, end, month, today)
    if (!today) return { to: at + 1, resolve: () => null }
    const looks = pointer === 'last' ? 'past' : pointer === 'next' ? 'future' : null
    // "this past May" and "last May" are both the latest May gone by.
    return {
      to: at + 1,
      ...(looks ? { looks } : {}),
      resolve: (d) => isoMonth(yearOfMonth(month, today, looks ?? d), month),
    }
  }
  if (!pointer || !today) return null
  if (norm(at) === 'night' && pointer === 'last')
    return { to: at + 1, looks: 'past', resolve: () => isoDay(addDays(today, -1)) }
  if (norm(at) === 'year') {
    const year = today.year + (pointer === 'next' ? 1 : pointer === 'last' ? -1 : 0)
    return { to: at + 1, ...looking(pointer), resolve: () => String(year) }
  }
  if (norm(at) === 'month') {
    const [year, m] = addMonths(today.year, today.month, pointer === 'next' ? 1 : pointer === 'last' ? -1 : 0)
    return { to: at + 1, ...looking(pointer), resolve: () => isoMonth(year, m) }
  }
  if (norm(at) === 'week' || norm(at) === 'weekend') {
    // A week has no form of its own: its month, when it lies in one.
    const monday = addDays(today, 1 - weekdayOf(today) + (pointer === 'next' ? 7 : pointer === 'last' ? -7 : 0))
    const sunday = addDays(monday, 6)
    return {
      to: at + 1,
      ...looking(pointer),
      resolve: () => (monday.month === sunday.month ? isoMonth(monday.year, monday.month) : null),
    }
  }
  return null
}

function timeDate(
  tokens: readonly Token[],
  at: number,
  end: number,
  time: string,
  pointer: string,
  today: Day | null,
  start: number,
  lexicon: Lexicon,
): Found | null {
  let k = at + 1
  if (k < end && (tokens[k]!.norm === 'of' || tokens[k]!.norm === ',')) k++
  const year = k < end ? yearNumber(tokens[k]!) : 0
  if (year) return { to: k + 1, resolve: () => `${year}-${time}` }
  const definite = tokens[at - 1]?.norm === 'the' && lexicon.among('beforeTheTime', tokens[at - 2]?.norm ?? '')
  // "held for summer", "in early spring", not "for summer viewing".
  const lead = tokens[at - 1]?.norm ?? ''
  const leads =
    lexicon.among('beforeTime', lead) || (lead === 'to' && lexicon.among('shiftedTo', tokens[at - 2]?.norm ?? ''))
  const bare = leads && standsBare(tokens[at + 1], at + 1, end, lexicon)
  if (!pointer && !definite && !bare && start === at) return null
  if (!today) return null
  if (pointer === 'next') return { to: at + 1, looks: 'future', resolve: () => `${nextTime(time, today)}-${time}` }
  if (pointer === 'last') return { to: at + 1, looks: 'past', resolve: () => `${lastTime(time, today)}-${time}` }
  if (pointer === 'this') {
    // "this winter", said in January, is the winter that began in December.
    const year = time === 'winter' && today.month <= 2 ? today.year - 1 : today.year
    return { to: at + 1, resolve: () => `${year}-${time}` }
  }
  return { to: at + 1, resolve: (d) => `${yearOfTime(time, today, d)}-${time}` }
}

/** Whether no noun follows that a time of year would only describe. */
const standsBare = (next: Token | undefined, at: number, end: number, lexicon: Lexicon): boolean =>
  at >= end || !next || (next.kind === 'mark' && next.norm !== '-') || lexicon.among('behindTime', next.norm)

function quarterDate(tokens: readonly Token[], at: number, end: number, n: number, today: Day | null): Found | null {
  let k = at + 1
  if (k < end && tokens[k]!.norm === 'of') k++
  const year = k < end ? yearNumber(tokens[k]!) : 0
  if (year) return { to: k + 1, resolve: () => `${year}-Q${n}` }
  if (!today) return null
  return {
    to: at + 1,
    resolve: (d) =>
      `${d === 'future' && n * 3 < today.month ? today.year + 1 : d === 'past' && (n - 1) * 3 >= today.month ? today.year - 1 : today.year}-Q${n}`,
  }
}

/** A year standing alone, where a preposition or the like says that it is one ("in 2018"; not "Scam 2003"). */
export function yearAt(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon, sure = false): Found | null {
  const year = yearNumber(tokens[i]!)
  if (!year) return null
  const next = i + 1 < end ? tokens[i + 1]! : undefined
  // "2024-25" is a broadcast season, no date.
  if (next?.kind === 'number' && (next.glued || next.norm.startsWith('/'))) return null
  const before = tokens[i - 1]
  // "ahead of a 2032 debut".
  const begins = lexicon.among('beforeYearOf', before?.norm ?? '') && lexicon.among('beginning', next?.norm ?? '')
  // "2023 saw several dramas bow".
  const sees = /^(saw|brought)$/.test(next?.norm ?? '')
  if (
    !sure &&
    !begins &&
    !sees &&
    !(before && (lexicon.among('beforeYear', before.norm) || before.norm === '(' || lexicon.is(before.norm, W.month)))
  )
    return null
  return { to: i + 1, resolve: () => String(year) }
}

/** The time of year that a word names; '' when it names none. */
export const timeOfYear = (norm: string): string =>
  norm === 'fall' || norm === 'autumn'
    ? 'autumn'
    : norm === 'spring' || norm === 'summer' || norm === 'winter'
      ? norm
      : ''
