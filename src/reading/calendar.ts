// Days, months and vaguer stretches of a year, as claims write them: "2018-03-08", "2018-03", "2018-Q2", "2018-spring",
// "2018-early", "2018". Pure arithmetic on ISO strings; no clock.

/** Which way a date without a year looks from the day of publication. */
export type Direction = 'past' | 'future'

export interface Day {
  year: number
  month: number
  day: number
}

/** Reads "YYYY-MM-DD"; null for anything else. */
export function parseDay(iso: string | null): Day | null {
  const m = iso ? /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) : null
  if (!m) return null
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

const two = (n: number): string => String(n).padStart(2, '0')
export const isoDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`
export const isoMonth = (year: number, month: number): string => `${year}-${two(month)}`

/** The day `days` after another (before, when negative). */
export function addDays(from: Day, days: number): Day {
  const date = new Date(Date.UTC(from.year, from.month - 1, from.day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The month `months` after another, as [year, month]. */
export function addMonths(year: number, month: number, months: number): [number, number] {
  const index = year * 12 + (month - 1) + months
  return [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
}

/** Monday 1 … Sunday 7. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7

const before = (a: Day, b: Day): boolean => isoDay(a) < isoDay(b)

/** Year of a month and day that stand without one: the nearest in that direction, the day of publication included. */
export function yearOfDay(month: number, day: number, published: Day, direction: Direction): number {
  const here = { year: published.year, month, day }
  if (direction === 'future') return before(here, published) ? published.year + 1 : published.year
  return before(published, here) ? published.year - 1 : published.year
}

/** Year of a month that stands without one. */
export function yearOfMonth(month: number, published: Day, direction: Direction): number {
  if (direction === 'future') return month < published.month ? published.year + 1 : published.year
  return month > published.month ? published.year - 1 : published.year
}

/** First of the three months of each time of year (winter begins in December and is named after that December's year). */
const TIMES_OF_YEAR: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

/** Year of a spring, summer, autumn or winter that stands without one. */
export function yearOfTime(time: string, published: Day, direction: Direction): number {
  const first = TIMES_OF_YEAR[time]!
  if (direction === 'future') return published.month > first + 2 ? published.year + 1 : published.year
  return published.month < first ? published.year - 1 : published.year
}
/** The next such time of year that has not begun; "next fall". */
export const nextTime = (time: string, published: Day): number =>
  published.month >= TIMES_OF_YEAR[time]! ? published.year + 1 : published.year
/** The last such time of year that is over; "last fall". */
export const lastTime = (time: string, published: Day): number =>
  published.month > TIMES_OF_YEAR[time]! + 2 ? published.year : published.year - 1
