// Dates told from today, and holidays: "tomorrow", "later this year", "two months ago", "Christmas Day".
import type { Day } from '../calendar.ts'
import { addDays, addMonths, isoDay, isoMonth, yearOfDay } from '../calendar.ts'
import type { Found } from '../dates.ts'
import type { Lexicon } from '../lexicon.ts'
import { cardinal } from '../seasons/numerals.ts'
import type { Token } from '../tokens.ts'
import { timeOfYear } from './vague.ts'

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

const SHIFTS: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1 }

/** "at midseason", "later that month", "in the same week", "on Thanksgiving": moments for which claims have no form. */
export function unformedMoment(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): Found | null {
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  const moment = (to: number): Found => ({ to, unformed: true, resolve: () => null })
  const before = tokens[i - 1]?.norm ?? ''
  // "at 10 p.m.", "at 8:30".
  if (tokens[i]!.kind === 'number') {
    const clock = /^\d{1,2}:\d\d$/.test(norm(i)) || (/^\d{1,2}$/.test(norm(i)) && /^[ap]\.?m\.?$/.test(norm(i + 1)))
    return clock && before === 'at' ? { ...moment(i + 1), clock: true } : null
  }
  if (/^mid-?season$/.test(norm(i))) return /^(at|for|in|until|till|to|by)$/.test(before) ? moment(i + 1) : null
  if (tokens[i]!.case === 'capital' && lexicon.among('beforeHoliday', before)) {
    if (lexicon.among('movableHoliday', norm(i))) return moment(i + 1)
    if (lexicon.among('movableHoliday', `${norm(i)} ${norm(i + 1)}`)) return moment(i + 2)
  }
  // "by the end of the year", "before the year is out".
  if (norm(i) === 'the') {
    const ends = norm(i + 1) === 'end' && norm(i + 2) === 'of' && norm(i + 3) === 'the'
    if (ends && lexicon.among('timeSpan', norm(i + 4))) return moment(i + 5)
    if (lexicon.among('timeSpan', norm(i + 1)) && norm(i + 2) === 'is' && norm(i + 3) === 'out') return moment(i + 4)
  }
  const at = norm(i) === 'later' || norm(i) === 'earlier' ? (norm(i + 1) === 'in' ? i + 2 : i + 1) : i
  const same = norm(at) === 'same' ? at : norm(at + 1) === 'same' ? at + 1 : -1
  if (same >= 0 && /^(the|that|this)$/.test(tokens[same - 1]?.norm ?? '') && lexicon.among('timeSpan', norm(same + 1)))
    return moment(same + 2)
  if (at > i && /^(that|the)$/.test(norm(at)) && lexicon.among('timeSpan', norm(at + 1))) return moment(at + 2)
  return null
}

/** "tonight", "tomorrow", "two years ago", "Christmas Day". */
export function relativeDay(tokens: readonly Token[], i: number, end: number, today: Day | null): Found | null {
  const norm = (k: number): string => (k < end ? tokens[k]!.norm : '')
  for (let length = 3; tokens[i]!.case !== 'lower' && length >= 1; length--) {
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
  const count = /^an?$/.test(norm(i)) ? 1 : cardinal(norm(i))
  if (count && (norm(i + 1) === 'years' || norm(i + 1) === 'year') && norm(i + 2) === 'ago') {
    return { to: i + 3, looks: 'past', resolve: () => String(today.year - count) }
  }
  if (count && (norm(i + 1) === 'months' || norm(i + 1) === 'month') && norm(i + 2) === 'ago') {
    const [year, month] = addMonths(today.year, today.month, -count)
    return { to: i + 3, looks: 'past', resolve: () => isoMonth(year, month) }
  }
  return null
}
