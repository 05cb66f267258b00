// Dates as people read them.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const QUARTERS = ['first', 'second', 'third', 'fourth']

/**
 * A claim's date or an ISO day in words: "8 March 2018", "March 2018", "spring 2018", "early 2018", "the first quarter of 2018", "2018".
 * What is no date stays as it is.
 */
export function dateInWords(date: string): string {
  const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(date) ?? []
  if (year === undefined) return date
  if (rest === undefined) return year
  if (/^[a-z]+$/.test(rest)) return `${rest} ${year}`
  const quarter = /^Q([1-4])$/.exec(rest)
  if (quarter) return `the ${QUARTERS[Number(quarter[1]) - 1]} quarter of ${year}`
  const month = MONTHS[Number(rest.slice(0, 2)) - 1]
  if (!month) return date
  return rest.length > 2 ? `${Number(rest.slice(3, 5))} ${month} ${year}` : `${month} ${year}`
}

/** The same after a preposition: "on 8 March 2018", "in spring 2018". */
export const whenInWords = (date: string): string =>
  `${/^\d{4}-\d\d-\d\d/.test(date) ? 'on' : 'in'} ${dateInWords(date)}`
