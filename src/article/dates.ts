// The day on which a page says it was published, in the forms that pages use.

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
