// Days as whole numbers since 1970-01-01, and what the vaguer dates of claims stretch over. Pure arithmetic; no clock.

/** An ISO day (or the day of an ISO instant) as a number; NaN for what is none. */
export function dayNumber(iso: string): number {
  if (!/^\d{4}-\d\d-\d\d/.test(iso)) return Number.NaN
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? Date.UTC(year, month - 1, day) / 864e5 : Number.NaN
}

/** The ISO day of a number that dayNumber gave. */
export const isoDay = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10)

/** First and last day of a stretch of time. */
export interface Stretch {
  first: number
  last: number
}

/** First month and number of months, 1 = January; winter begins in December and has the year of that December. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 3],
  summer: [6, 3],
  autumn: [9, 3],
  fall: [9, 3],
  winter: [12, 3],
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  early: [1, 4],
  mid: [5, 4],
  late: [9, 4],
}

/**
 * The days that a claim's date may mean.
 * @param date "2018-03-08", "2018-03", "2018", "2018-Q2", "2018-spring", "2018-early"
 * @returns null for what is no such date
 */
export function stretchOf(date: string): Stretch | null {
  const [, y, rest] = /^(\d{4})(?:-(.+))?$/.exec(date) ?? []
  if (y === undefined) return null
  const year = Number(y)
  if (rest === undefined) return months(year, 1, 12)
  const part = PARTS[rest]
  if (part) return months(year, part[0], part[1])
  if (/^(0[1-9]|1[0-2])$/.test(rest)) return months(year, Number(rest), 1)
  const day = /^\d\d-\d\d$/.test(rest) ? dayNumber(date) : Number.NaN
  return Number.isNaN(day) ? null : { first: day, last: day }
}

const months = (year: number, from: number, count: number): Stretch => ({
  first: Date.UTC(year, from - 1, 1) / 864e5,
  last: Date.UTC(year, from - 1 + count, 0) / 864e5,
})

/** The day from which on it is over: a premiere on a day has happened on that day, one in a month when the month is out. */
export const happenedOn = ({ first, last }: Stretch): number => (first === last ? first : last + 1)

/** Whether `outer` is the vaguer way of saying `inner`. */
export const contains = (outer: Stretch, inner: Stretch): boolean =>
  outer.first <= inner.first && inner.last <= outer.last
