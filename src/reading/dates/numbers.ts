// The numbers of days, months and years, as words and figures give them.
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The year that a figure names; 0 when it names none. */
export function yearNumber(token: Token): number {
  const m = /^(19[3-9]\d|20[0-6]\d)$/.exec(token.norm)
  return m ? Number(m[1]) : 0
}

/** The day of a month that a figure names; 0 when it names none. */
export function dayNumber(token: Token): number {
  const m = /^(\d{1,2})(st|nd|rd|th)?$/.exec(token.norm)
  const day = m ? Number(m[1]) : 0
  return day >= 1 && day <= 31 ? day : 0
}

/** The month that a word begins like, from 1; 0 when it is none. */
export const monthNumber = (norm: string): number => (norm.length >= 3 ? MONTHS.indexOf(norm.slice(0, 3)) + 1 : 0)

/** The month named at token `i`; "may" and "march" need a capital and no verb's place; 0 when none is. */
export function monthAt(tokens: readonly Token[], i: number, lexicon: Lexicon): number {
  const token = tokens[i]
  if (!token || !lexicon.is(token.norm, W.month) || token.case === 'lower') return 0
  if (token.norm === 'may' || token.norm === 'march' || token.norm === 'august') {
    const next = tokens[i + 1]
    const before = tokens[i - 1]
    const dated = next !== undefined && (dayNumber(next) > 0 || yearNumber(next) > 0)
    const led =
      before !== undefined && lexicon.is(before.norm, W.preposition | W.determiner | W.adverb) && before.norm !== 'not'
    const between = lexicon.among('beforeMonth', before?.norm ?? '')
    if (!dated && !led && !between) return 0
  }
  return monthNumber(token.norm)
}
