// Titles that the text sets off: quoted or emphasised, with capitals on the words that carry them.
import type { Span } from '../../article/article.ts'
import type { Quotation, Range } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { NameInput } from '../names.ts'
import type { Token } from '../tokens.ts'

/** No title is longer than this many tokens. */
export const MAX_MARKED = 14

/** Quotations that look like titles: no speech, and capitals on the words that carry them. */
export function titleQuotations(tokens: readonly Token[], quotations: readonly Quotation[]): Range[] {
  return quotations.filter((q) => !q.speech && q.to - q.from <= MAX_MARKED).map((q) => trim(tokens, q))
}

/** Cuts blanks' worth of marks off the ends: “Chamak,” → Chamak. */
export function trim(tokens: readonly Token[], { from, to }: Range): Range {
  while (to > from && /^[.,;:…]$/.test(tokens[to - 1]!.norm)) to--
  while (from < to && tokens[from]!.kind === 'mark') from++
  return { from, to }
}

/** The tokens that a stretch of the text touches. */
export function tokensOf(tokens: readonly Token[], span: Span): Range {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < tokens.length && tokens[to]!.start < span.end) to++
  return { from: low, to }
}

/** A title begins with a capital or a figure, and writes its longer words with one. */
export function isTitleLike({ tokens, knowledge }: NameInput, { from, to }: Range): boolean {
  const first = tokens[from]!
  if (first.kind === 'word' && first.case === 'lower') return false
  let plain = 0
  let foreign = 0
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.case !== 'lower' || token.norm.startsWith("'") || token.glued) continue
    if (
      knowledge.lexicon.among('insideTitle', token.norm) ||
      knowledge.lexicon.is(token.norm, FUNCTION_WORD | W.adverb)
    )
      continue
    if (isForeign(knowledge, token.norm)) foreign++
    else plain++
  }
  // “Tout pour la rivière”: a word of another language may look like one of ours.
  if (plain > (foreign ? 1 : 0)) return false
  return !(to - from === 1 && knowledge.lexicon.is(first.norm, FUNCTION_WORD) && first.norm.length < 3)
}

/** A word that English does not know: titles in other languages write most words small. */
export const isForeign = ({ lexicon, common }: Knowledge, norm: string): boolean =>
  lexicon.classes(norm) === 0 && !common.has(norm)
