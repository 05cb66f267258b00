// Days and months of the calendar: "March 8, 2018", "8 March", "3/8/2018", "Friday, May 5", "March".
import type { Day, Direction } from '../calendar.ts'
import { addDays, isoDay, isoMonth, parseDay, weekdayOf, yearOfDay, yearOfMonth } from '../calendar.ts'
import type { Found } from '../dates.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { dayNumber, monthAt, monthNumber, yearNumber } from './numbers.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Years from today's to the one that a word points to. */
const YEARS_AWAY = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])

/** Whether "last" or "next" before a date looks back or ahead. */
export const looking = (pointer: string): { looks?: Direction } =>
  pointer === 'last' ? { looks: 'past' } : pointer === 'next' ? { looks: 'future' } : {}

/** "March 8(th)", "March 8, 2018", "March 2018", "March". */
export function monthDate(tokens: readonly Token[], i: number, end: number, month: number, today: Day | null): Found {
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
  // "August of this year", "August last year".
  const of = k + 2 < end && tokens[k]!.norm === 'of'
  const pointer = of ? tokens[k + 1]!.norm : k + 1 < end && tokens[k + 1]!.norm === 'year' ? tokens[k]!.norm : ''
  const shift = of || pointer !== 'this' ? YEARS_AWAY.get(pointer) : undefined
  if (shift !== undefined)
    return {
      to: of ? k + 3 : k + 2,
      ...looking(pointer),
      resolve: () => (today ? isoMonth(today.year + shift, month) : null),
    }
  return { to: i + 1, resolve: (d) => (today ? isoMonth(yearOfMonth(month, today, d), month) : null) }
}

/** "8 March (2018)", "8th of March", "2018-03-08", "3/8/2018", "5/5". */
export function numericDate(tokens: readonly Token[], i: number, end: number, today: Day | null): Found | null {
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
export function weekdayDate(
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
  // "its Friday slot", "its Saturday night schedule".
  const at = i + 1 < end && /^(nights?|evenings?)$/.test(tokens[i + 1]!.norm) ? i + 2 : i + 1
  if (at < end && lexicon.among('ofSchedule', tokens[at]!.norm)) return null
  // "a new episode every Friday".
  if (!today || /^(every|each)$/.test(tokens[i - 1]?.norm ?? '')) return null
  const weekday = WEEKDAYS.indexOf(tokens[i]!.norm.slice(0, 3)) + 1
  const before = tokens[i - 1]?.norm
  return {
    to: i + 1,
    ...(before === 'last' ? { looks: 'past' as const } : before === 'next' ? { looks: 'future' as const } : {}),
    resolve: (d) => {
      const ahead = (weekday - weekdayOf(today) + 7) % 7
      // "last Monday", told on a Monday, is a week ago.
      const away = ahead === 0 && before !== 'last' ? 0 : ahead - 7
      return isoDay(addDays(today, d === 'future' ? ahead : away))
    },
  }
}
