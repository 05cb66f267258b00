// Adverbs, by the lexicon and by their ending, and the verb that may stand behind them.
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

export const skipAdverbs = (tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): number => {
  let k = i
  while (k < end && isAdverb(tokens[k]!.norm, lexicon.classes(tokens[k]!.norm))) k++
  return k
}
export const isAdverb = (norm: string, classes: number): boolean =>
  (classes & W.adverb) !== 0 ||
  (norm.length > 4 &&
    norm.endsWith('ly') &&
    !(classes & (W.otherWork | W.series)) &&
    norm !== 'family' &&
    norm !== 'early')

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
