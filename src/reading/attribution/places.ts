// Where a source stands in its sentence: behind a preposition, as an owner, in an insertion, without a name.
import type { AttributionInput } from '../attribution.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { VerbGroup } from '../verbs.ts'

/** "sources", "an insider", "two people with knowledge of the talks", "those close to the show". */
export function isUnnamed({ tokens, lexicon }: SentenceView, k: number): boolean {
  const { norm } = tokens[k]!
  if (lexicon.among('informants', norm)) return true
  if (!lexicon.among('unnamed', norm)) return false
  return lexicon.among('behindUnnamed', tokens[k + 1]?.norm ?? '')
}

/** Behind a preposition: no subject. */
export function isObliqueAt({ tokens, lexicon, sentence, masked }: SentenceView, from: number): boolean {
  let begun = false
  for (let k = from - 1; k >= sentence.from && k >= from - 5; k--) {
    if (masked[k]) continue
    const { norm, kind } = tokens[k]!
    if (kind === 'mark') return false
    const c = lexicon.classes(norm)
    // "In fact the network": with its article a new noun phrase begins.
    if (begun && !(c & (W.preposition | W.adverb | W.determiner))) return false
    if (/^(the|an?)$/.test(norm)) begun = true
    // "president of original programming Ruth Aldous"
    if (norm === 'of' && from - k > 1 && k > 0 && lexicon.is(tokens[k - 1]!.norm, W.role)) return false
    if (c & W.preposition && !(c & W.subordinator) && norm !== 'per') return true
    if (!(c & (W.determiner | W.role | W.adverb | W.possessive | W.series)) && !/^[a-z-]+$/.test(norm)) return false
    if (c & (W.modal | W.be | W.have | W.verbPast | W.coordinator | W.subordinator)) return false
  }
  return false
}

/** "Netflix's": the owner of what follows. */
export const isPossessor = ({ tokens }: SentenceView, to: number): boolean => tokens[to]?.norm === "'s"

/** A verb in an insertion between the subject and its verb ("X, who plays Y, said"). */
export function isInserted({ tokens }: SentenceView, group: VerbGroup, from: number): boolean {
  let comma = false
  for (let k = group.to; k <= from; k++) if (/^[,)—–]$/.test(tokens[k]!.norm)) comma = true
  const before = tokens[group.from - 1]?.norm ?? ''
  return comma && /^(who|which|that|,|\()$/.test(before)
}

/** Where a relative insertion that ends at a comma begins ("X, who plays Y, said"): the token before it; else `at` itself. */
export function beforeInsertion({ tokens, masked }: SentenceView, at: number, to: number): number {
  if (tokens[at]?.norm !== ',') return at
  for (let k = at - 1; k > to; k--)
    if (tokens[k]!.norm === ',' && !masked[k] && /^(who|which|whose)$/.test(tokens[k + 1]!.norm)) return k - 1
  return at
}

/** "The 34-year-old", at its last word. */
export function isAged({ tokens }: SentenceView, at: number): boolean {
  for (let k = at; k >= 0 && k > at - 7; k--) {
    if (tokens[k]!.kind === 'number' || /^\d/.test(tokens[k]!.norm)) return tokens[k - 1]?.norm === 'the'
  }
  return false
}

/** Tokens from a host's name to the word for what is hosted. */
const HOSTED = 6

/** "on Michael Roth's Deep Dish podcast": whoever it is that speaks there, the host is named for the podcast's sake. */
export function isHost({ views }: AttributionInput, { to }: Range): boolean {
  const { tokens } = views[0]!
  return tokens[to]?.norm === "'s" && tokens.slice(to, to + HOSTED).some((t) => t.norm === 'podcast')
}
