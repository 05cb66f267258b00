// Generic noun phrases for a series: "the hit show", "this Netflix drama".
import type { Sentence } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { ThemeInput } from '../themes.ts'
import type { Token } from '../tokens.ts'

/** End of "the (hit) series" at `i`; 0 when there is none. */
export function genericAt(
  { tokens, lexicon, masked }: ThemeInput,
  i: number,
  sentence: Sentence,
  indefinite = false,
): number {
  const first = tokens[i]
  if (!first || i >= sentence.to || !(indefinite || lexicon.among('definite', first.norm))) return 0
  if (/^(former|latter)$/.test(tokens[i + 1]?.norm ?? '')) return i + 2
  // "said that the series …": the noun phrase begins behind the conjunction.
  if (first.norm === 'that' && lexicon.among('definite', tokens[i + 1]?.norm ?? '')) return 0
  for (let k = i + 1; k < sentence.to && k < i + 8; k++) {
    const token = tokens[k]!
    if (masked[k]) {
      // "the Netflix series": names may stand between.
      continue
    }
    if (isGenericHead(tokens, k, lexicon)) return first.norm === 'that' && tokens[k]!.norm === 'production' ? 0 : k + 1
    if (token.kind === 'mark' && token.norm !== ',') return 0
    // "when the network canceled the series": another noun phrase begins.
    if (token.norm !== 'that' && lexicon.among('definite', token.norm)) return 0
    const c = lexicon.classes(token.norm)
    if (
      c &
      (W.preposition | W.modal | W.be | W.have | W.relative | W.subordinator | W.coordinator | W.pronoun | W.otherWork)
    )
      return 0
    if (c & (W.verbS | W.verbPast) && !(c & (W.participle | W.series | W.genre))) return 0
  }
  return 0
}

/** A noun for a series that ends its noun phrase: not "series regular", "show business", "comedy star". */
function isGenericHead(tokens: readonly Token[], k: number, lexicon: Lexicon): boolean {
  const { norm } = tokens[k]!
  if (!lexicon.among('generic', norm)) return false
  const next = tokens[k + 1]
  if (!next || next.kind === 'mark') return true
  if (lexicon.among('generic', next.norm)) return false
  const c = lexicon.classes(next.norm)
  if (next.case !== 'lower' || next.norm === "'s") return true
  // "axed the comedy two seasons in"; "the series two finale" is of the second.
  if (c & W.number) return norm !== 'series'
  return (
    (c &
      (W.determiner |
        W.preposition |
        W.modal |
        W.be |
        W.have |
        W.relative |
        W.coordinator |
        W.subordinator |
        W.adverb |
        W.do |
        W.verbS |
        W.verbPast |
        W.gerund |
        W.negation |
        W.pronoun |
        W.participle)) !==
      0 &&
    !(c & W.role) &&
    !lexicon.among('behindSeries', next.norm)
  )
}
