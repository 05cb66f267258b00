// Dates, resolved against the day of publication, to the precision that the words give and never beyond.
//
// A grammar of our own rather than a date library: half of the trade's dates are vague ("fall 2025", "early next year",
// "Q2"), which libraries do not know, and libraries find dates in titles ("11.22.63", "Saturday Night").
import type { Day, Direction } from './calendar.ts'
import {
  addDays,
  addMonths,
  isoDay,
  isoMonth,
  lastTime,
  nextTime,
  parseDay,
  weekdayOf,
  yearOfDay,
  yearOfMonth,
  yearOfTime,
} from './calendar.ts'
import type { Range } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import type { Token } from './tokens.ts'

export interface DateMention extends Range {
  /** The date, when the words look that way from the day of publication; null when it can't be told. */
  resolve(direction: Direction): string | null
  /** The words themselves look back ("last fall", "two years ago") or ahead ("next month"). */
  looks: Direction | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const HOLIDAYS: Readonly<Record<string, readonly [number, number]>> = {
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  'new year’s day': [1, 1],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "valentine's day": [2, 14],
  halloween: [10, 31],
  "april fools' day": [4, 1],
}
const SMALL_NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}

const SHIFTS: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1 }
/** First words of holidays, and of the other days that are told from today. */
const HOLIDAY_STARTS = new Set(Object.keys(HOLIDAYS).map((words) => words.split(/ |(?=['’]s)/, 1)[0]!))
const STARTS = new Set([...Object.keys(SHIFTS), 'later', ...Object.keys(SMALL_NUMBERS)])

/** First words of every date but months and weekdays. */
const MAY_BEGIN = new Set([
  ...['early', 'late', 'mid', 'end', 'close', 'beginning', 'start', 'first', 'second', 'third', 'fourth'],
  ...['q1', 'q2', 'q3', 'q4', 'spring', 'summer', 'fall', 'autumn', 'winter'],
  ...['the', 'in', 'of', 'this', 'next', 'last', 'coming', 'past'],
  ...STARTS,
  ...HOLIDAY_STARTS,
])

type Found = { to: number; looks?: Direction; resolve: (direction: Direction) => string | null }

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
  let today: Day | null | undefined
  for (let i = range.from; i < range.to; i++) {
    if (!mayBegin(tokens[i]!, lexicon)) continue
    today ??= parseDay(published)
    const date = dateAt(tokens, i, range.to, today, lexicon)
    if (!date) continue
    found.push({ from: i, to: date.to, looks: date.looks ?? null, resolve: date.resolve })
    i = date.to - 1
    i = listedDays(tokens, i, range.to, today, lexicon, found)
  }
  return found
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
    if (next && /^(episodes|seasons|more|new|of|series|p\.m\.|a\.m\.|pm|am|million)$/.test(next.norm)) return i
    found.push({
      from: k,
      to: k + 1,
      looks: null,
      resolve: (d) => (today ? isoDay({ year: yearOfDay(month, day, today, d), month, day }) : null),
    })
    i = k
  }
}

/** Most words begin no date. */
const mayBegin = ({ kind, norm }: Token, lexicon: Lexicon): boolean =>
  kind === 'number' || (kind === 'word' && (MAY_BEGIN.has(norm) || lexicon.is(norm, W.month | W.weekday)))

function dateAt(tokens: readonly Token[], i: number, end: number, today: Day | null, lexicon: Lexicon): Found | null {
  const token = tokens[i]!
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  if (token.kind === 'number') return numericDate(tokens, i, end, today) ?? yearAt(tokens, i, end, lexicon)
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
  return vagueOf(tokens, i, end, today, lexicon) ?? relativeDay(tokens, i, end, today)
}

/** "early", "late", "mid", "the first half" and the like, before a year or a month. */
function partOfYear(first: string, second: string): { name: string; words: number } | null {
  if (first === 'early' || first === 'late' || first === 'mid') return { name: first, words: 1 }
  if (first === 'end' || first === 'close') return second === 'of' ? { name: 'late', words: 1 } : null
  if ((first === 'beginning' || first === 'start') && second === 'of') return { name: 'early', words: 1 }
  if (first === 'first' && second === 'half') return { name: 'early', words: 2 }
  if (first === 'second' && second === 'half') return { name: 'late', words: 2 }
  return null
}

/** "early" of a year is "2018-early"; of a month or a day it adds nothing that a claim's date can hold. */
const combine = (part: string, date: string | null): string | null =>
  date && /^\d{4}$/.test(date) ? `${date}-${part}` : date

/** A year, a time of year, a quarter, or a month, with "this", "next", "last": what a vague word can stand before. */
function vagueOf(tokens: readonly Token[], i: number, end: number, today: Day | null, lexicon: Lexicon): Found | null {
  if (i >= end) return null
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  let at = i
  if (norm(at) === 'the' || norm(at) === 'in' || norm(at) === 'of') at++
  const token = tokens[at]
  if (!token || at >= end) return null
  if (token.kind === 'number') {
    const quarter = /^q([1-4])$/.exec(norm(at))
    return quarter ? quarterDate(tokens, at, end, Number(quarter[1]), today) : yearAt(tokens, at, end, lexicon, true)
  }
  if (token.norm.length === 2 && /^q[1-4]$/.test(token.norm))
    return quarterDate(tokens, at, end, Number(norm(at)[1]), today)
  if (norm(at + 1) === 'quarter') {
    const n = ['first', 'second', 'third', 'fourth'].indexOf(norm(at)) + 1
    if (n) return quarterDate(tokens, at + 1, end, n, today)
  }
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
  if (time && (pointer || i < at || at === i)) return timeDate(tokens, at, end, time, pointer, today, i)
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

const looking = (pointer: string): { looks?: Direction } =>
  pointer === 'last' ? { looks: 'past' } : pointer === 'next' ? { looks: 'future' } : {}

function timeDate(
  tokens: readonly Token[],
  at: number,
  end: number,
  time: string,
  pointer: string,
  today: Day | null,
  start: number,
): Found | null {
  let k = at + 1
  if (k < end && (tokens[k]!.norm === 'of' || tokens[k]!.norm === ',')) k++
  const year = k < end ? yearNumber(tokens[k]!) : 0
  if (year) return { to: k + 1, resolve: () => `${year}-${time}` }
  const definite =
    tokens[at - 1]?.norm === 'the' && ['in', 'this', 'until', 'by', 'for'].includes(tokens[at - 2]?.norm ?? '')
  if (!pointer && !definite && start === at) return null
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

/** "March 8(th)", "March 8, 2018", "March 2018", "March". */
function monthDate(tokens: readonly Token[], i: number, end: number, month: number, today: Day | null): Found {
  let k = i + 1
  const day = k < end ? dayNumber(tokens[k]!) : 0
  if (day) {
    k++
    const comma = k < end && tokens[k]!.norm === ',' ? k + 1 : k
    const year = comma < end ? yearNumber(tokens[comma]!) : 0
    if (year) return { to: comma + 1, resolve: () => isoDay({ year, month, day }) }
    return { to: k, resolve: (d) => (today ? isoDay({ year: yearOfDay(month, day, today, d), month, day }) : null) }
  }
  const comma = k < end && (tokens[k]!.norm === ',' || tokens[k]!.norm === 'of') ? k + 1 : k
  const year = comma < end ? yearNumber(tokens[comma]!) : 0
  if (year) return { to: comma + 1, resolve: () => isoMonth(year, month) }
  const tail = k + 1 < end && tokens[k]!.norm === 'of' ? tokens[k + 1]!.norm : ''
  if (tail === 'this' || tail === 'last' || tail === 'next') {
    const shift = tail === 'this' ? 0 : tail === 'last' ? -1 : 1
    return { to: k + 3, ...looking(tail), resolve: () => (today ? isoMonth(today.year + shift, month) : null) }
  }
  return { to: i + 1, resolve: (d) => (today ? isoMonth(yearOfMonth(month, today, d), month) : null) }
}

/** "8 March (2018)", "8th of March", "2018-03-08", "3/8/2018", "5/5". */
function numericDate(tokens: readonly Token[], i: number, end: number, today: Day | null): Found | null {
  const token = tokens[i]!
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(token.norm)
  if (slashes) {
    const [m, d, y] = [Number(slashes[1]), Number(slashes[2]), Number(slashes[3])]
    const year = y < 100 ? 2000 + y : y
    return m <= 12 && d <= 31 ? { to: i + 1, resolve: () => isoDay({ year, month: m, day: d }) } : null
  }
  if (/^\d{4}$/.test(token.norm) && tokens[i + 1]?.glued && tokens[i + 2]?.glued && i + 2 < end) {
    const iso = `${token.norm}-${tokens[i + 1]!.norm}-${tokens[i + 2]!.norm}`
    return parseDay(iso) ? { to: i + 3, resolve: () => iso } : null
  }
  const day = dayNumber(token)
  if (!day) return null
  const k = i + 1 < end && tokens[i + 1]!.norm === 'of' ? i + 2 : i + 1
  const month = k < end && tokens[k]!.case !== 'lower' ? monthNumber(tokens[k]!.norm) : 0
  if (!month) return null
  const comma = k + 1 < end && tokens[k + 1]!.norm === ',' ? k + 2 : k + 1
  const year = comma < end ? yearNumber(tokens[comma]!) : 0
  if (year) return { to: comma + 1, resolve: () => isoDay({ year, month, day }) }
  return { to: k + 1, resolve: (d) => (today ? isoDay({ year: yearOfDay(month, day, today, d), month, day }) : null) }
}

/** "Friday, May 5", or "Friday" alone, or "next Friday". */
function weekdayDate(
  tokens: readonly Token[],
  i: number,
  end: number,
  today: Day | null,
  lexicon: Lexicon,
): Found | null {
  const k = i + 1 < end && tokens[i + 1]!.norm === ',' ? i + 2 : i + 1
  if (k < end) {
    const month = monthAt(tokens, k, lexicon)
    if (month && k + 1 < end && dayNumber(tokens[k + 1]!)) return monthDate(tokens, k, end, month, today)
    const numeric = tokens[k]!.kind === 'number' ? numericDate(tokens, k, end, today) : null
    if (numeric) return numeric
  }
  if (!today) return null
  const weekday = WEEKDAYS.indexOf(tokens[i]!.norm.slice(0, 3)) + 1
  const before = tokens[i - 1]?.norm
  return {
    to: i + 1,
    ...(before === 'last' ? { looks: 'past' as const } : before === 'next' ? { looks: 'future' as const } : {}),
    resolve: (d) => {
      const ahead = (weekday - weekdayOf(today) + 7) % 7
      return isoDay(addDays(today, d === 'future' ? ahead : ahead === 0 ? 0 : ahead - 7))
    },
  }
}

/** "tonight", "tomorrow", "two years ago", "Christmas Day". */
function relativeDay(tokens: readonly Token[], i: number, end: number, today: Day | null): Found | null {
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  const holidays = tokens[i]!.case !== 'lower' && HOLIDAY_STARTS.has(norm(i))
  if (!holidays && !STARTS.has(norm(i))) return null
  for (let length = 3; holidays && length >= 1; length--) {
    let words = norm(i)
    for (let k = 1; k < length; k++) words += norm(i + k) === "'s" ? "'s" : ` ${norm(i + k)}`
    const holiday = HOLIDAYS[words]
    if (holiday && today) {
      const [month, day] = holiday
      return { to: i + length, resolve: (d) => isoDay({ year: yearOfDay(month, day, today, d), month, day }) }
    }
  }
  if (!today) return null
  const shift = SHIFTS[norm(i)]
  if (shift !== undefined) {
    const day = isoDay(addDays(today, shift))
    return { to: i + 1, ...(shift < 0 ? { looks: 'past' as const } : {}), resolve: () => day }
  }
  if (norm(i) === 'later' && norm(i + 1) === 'this') {
    const to = i + 3
    if (norm(i + 2) === 'year') return { to, looks: 'future', resolve: () => String(today.year) }
    if (norm(i + 2) === 'month') return { to, looks: 'future', resolve: () => isoMonth(today.year, today.month) }
    const time = timeOfYear(norm(i + 2))
    if (time) return { to, looks: 'future', resolve: () => `${today.year}-${time}` }
    return null
  }
  const count = SMALL_NUMBERS[norm(i)] ?? (/^\d{1,2}$/.test(norm(i)) ? Number(norm(i)) : 0)
  if (count && (norm(i + 1) === 'years' || norm(i + 1) === 'year') && norm(i + 2) === 'ago') {
    return { to: i + 3, looks: 'past', resolve: () => String(today.year - count) }
  }
  if (count && (norm(i + 1) === 'months' || norm(i + 1) === 'month') && norm(i + 2) === 'ago') {
    const [year, month] = addMonths(today.year, today.month, -count)
    return { to: i + 3, looks: 'past', resolve: () => isoMonth(year, month) }
  }
  return null
}

const YEAR_BEFORE = new Set([
  'in',
  'of',
  'for',
  'since',
  'until',
  'till',
  'by',
  'during',
  'through',
  'before',
  'after',
  'from',
  'early',
  'late',
  'mid',
  'to',
  'between',
  'and',
  'throughout',
  'sometime',
  'calendar',
  'year',
  'back',
])

/** A year standing alone, where a preposition or the like says that it is one ("in 2018"; not "Scam 2003"). */
function yearAt(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon, sure = false): Found | null {
  const year = yearNumber(tokens[i]!)
  if (!year) return null
  const next = i + 1 < end ? tokens[i + 1]! : undefined
  // "2024-25" is a broadcast season, no date.
  if (next?.kind === 'number' && (next.glued || next.norm.startsWith('/'))) return null
  const before = tokens[i - 1]
  if (!sure && !(before && (YEAR_BEFORE.has(before.norm) || before.norm === '(' || lexicon.is(before.norm, W.month))))
    return null
  return { to: i + 1, resolve: () => String(year) }
}

function yearNumber(token: Token): number {
  const m = /^(19[3-9]\d|20[0-6]\d)$/.exec(token.norm)
  return m && !token.glued ? Number(m[1]) : m && token.glued ? Number(m[1]) : 0
}

function dayNumber(token: Token): number {
  const m = /^(\d{1,2})(st|nd|rd|th)?$/.exec(token.norm)
  const day = m ? Number(m[1]) : 0
  return day >= 1 && day <= 31 ? day : 0
}

const monthNumber = (norm: string): number => (norm.length >= 3 ? MONTHS.indexOf(norm.slice(0, 3)) + 1 : 0)

/** The month named at token `i`; "may" and "march" need a capital and no verb's place; 0 when none is. */
function monthAt(tokens: readonly Token[], i: number, lexicon: Lexicon): number {
  const token = tokens[i]!
  if (!lexicon.is(token.norm, W.month) || token.case === 'lower') return 0
  if (token.norm === 'may' || token.norm === 'march' || token.norm === 'august') {
    const next = tokens[i + 1]
    const before = tokens[i - 1]
    const dated = next !== undefined && (dayNumber(next) > 0 || yearNumber(next) > 0)
    const led =
      before !== undefined && lexicon.is(before.norm, W.preposition | W.determiner | W.adverb) && before.norm !== 'not'
    const between = before !== undefined && /^(last|next|early|late|mid|past|and|,|–|-)$/.test(before.norm)
    if (!dated && !led && !between) return 0
  }
  return monthNumber(token.norm)
}

const timeOfYear = (norm: string): string =>
  norm === 'fall' || norm === 'autumn'
    ? 'autumn'
    : norm === 'spring' || norm === 'summer' || norm === 'winter'
      ? norm
      : ''
