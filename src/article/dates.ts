// When a page says that it was published and last changed, in the forms that pages use.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date of publication.
 * @param value "2019-11-20T06:02:00-05:00", "20191120", "Nov. 20, 2019", "Wed, 20 Nov 2019 11:02:00 GMT", "11/20/2019", or
 *   milliseconds or seconds since 1970
 * @returns the ISO day as the page states it (no change of time zone), or null when the value is no date, or might be read
 *   as two ("03/04/2019")
 */
export function toDay(value: string): string | null {
  const text = value.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:$|T)/.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString().slice(0, 10)
  const named = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})\b/i.exec(text)
  if (named) return day(named[3], month(named[2]), named[1])
  const american = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text)
  if (american) return day(american[3], month(american[1]), american[2])
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text)
  if (!numbers) return null
  const [, first, second, year] = numbers
  if (Number(first) > 12 || first === second) return day(year, second, first)
  return Number(second) > 12 ? day(year, first, second) : null
}

/** "2019-11-20T06:02:00.5-05:00", "2019-11-20 06:02 UTC". */
const CLOCK = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,3})\d*)?\s*(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d)?)?$/i
/** "Wed, 20 Nov 2019 11:02:00 GMT", as feeds and servers write it. */
const MAIL = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/i

/**
 * Reads a date with an hour.
 * @param value in any form of toDay() that has an hour; without a time zone it is taken for UTC
 * @returns the ISO instant (UTC, milliseconds), or null when the value is none, or tells the day alone
 */
export function toInstant(value: string): string | null {
  const text = value.trim()
  if (!toDay(text)) return null
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString()
  const [, date, clock, seconds = ':00', part = '0', , hours = '+00', minutes = '00'] = CLOCK.exec(text) ?? []
  const iso = date && `${date}T${clock}${seconds}.${part.padEnd(3, '0')}${hours}:${minutes}`
  const time = Date.parse(iso ?? (MAIL.test(text) ? text : ''))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** An ISO instant where a value tells the hour, else its ISO day; null when it is no date. */
export const toMoment = (value: string): string | null => toInstant(value) ?? toDay(value)

const HOUR = 3_600_000
/** A day begins so much earlier somewhere than by UTC, in milliseconds. */
const EARLIEST = 14 * HOUR

/**
 * An article without a time of editing that cannot be true: before it was published, or after it was seen.
 * @param seen ISO day or instant by which it was as it is
 */
export function withTrueEdit<
  T extends { published: string | null; publishedAt: string | null; modified: string | null },
>(article: T, seen?: string): T {
  const { published, publishedAt, modified } = article
  if (modified === null) return article
  const early =
    publishedAt !== null && modified.includes('T')
      ? modified < publishedAt
      : published !== null && Date.parse(modified) < Date.parse(published) - (modified.includes('T') ? EARLIEST : 0)
  const late = seen !== undefined && modified.slice(0, seen.length) > seen
  return early || late ? { ...article, modified: null } : article
}

const month = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1

/** The ISO day, when the calendar has it and a page can have been published on it. */
function day(
  year: string | number | undefined,
  month: string | number | undefined,
  date: string | number | undefined,
): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  if (y < 1980 || y > 2199) return null
  const time = new Date(Date.UTC(y, m - 1, d))
  return time.getUTCMonth() === m - 1 && time.getUTCDate() === d ? time.toISOString().slice(0, 10) : null
}
