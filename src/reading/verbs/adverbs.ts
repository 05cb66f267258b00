// Adverbs, by the lexicon and by their ending, and the verb that may stand behind them.
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

/** The first token that is no adverb. */
export const skipAdverbs = (tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): number => {
  let k = i
  while (k < end && isAdverb(tokens[k]!.norm, lexicon.classes(tokens[k]!.norm))) k++
  return k
}

/** Whether a word is an adverb. */
export const isAdverb = (norm: string, classes: number): boolean =>
  (classes & W.adverb) !== 0 ||
  (norm.length > 4 &&
    norm.endsWith('ly') &&
    !(classes & (W.otherWork | W.series)) &&
    norm !== 'family' &&
    norm !== 'early')

/** Whether a verb stands behind at most two adverbs. */
export function verbFollows(
  tokens: readonly Token[],
  i: number,
  end: number,
  lexicon: Lexicon,
  masked: Uint8Array,
): boolean {
  for (let k = i; k < end && k < i + 3; k++) {
    if (masked[k]) return false
    const { norm } = tokens[k]!
    const c = lexicon.classes(norm)
    if (c & (W.verbBase | W.verbS | W.verbPast | W.participle | W.gerund | W.be | W.have)) return true
    if (!isAdverb(norm, c)) return false
  }
  return false
}

/**
 * The first token behind words of time that stand between an auxiliary and its verb ("was LAST WEEK picked up", "has IN
 * RECENT DAYS been renewed", "will, ON MONDAY, return"); `i` where there are none, or no verb follows.
 */
export function skipTime(
  tokens: readonly Token[],
  i: number,
  end: number,
  lexicon: Lexicon,
  masked: Uint8Array,
): number {
  const norm = (k: number): string => tokens[k]?.norm ?? ''
  const set = norm(i) === ','
  let k = set ? i + 1 : i
  if (lexicon.among('beforeSpan', norm(k))) k++
  const first = k
  if (lexicon.among('withinSpan', norm(k))) k++
  if (lexicon.among('whichSpan', norm(k))) k++
  if (/^(same|past|recent)$/.test(norm(k))) k++
  if (lexicon.among('timeUnit', norm(k)) || lexicon.among('recently', norm(k))) k++
  else if (k < end && tokens[k]!.case !== 'lower' && lexicon.is(norm(k), W.month | W.weekday)) k++
  else return i
  if (k === first + 1 && lexicon.among('timeUnit', norm(first)) && first === i) return i
  if (set && norm(k) === ',') k++
  else if (set) return i
  return k < end && !masked[k] && verbFollows(tokens, k, end, lexicon, masked) ? k : i
}
