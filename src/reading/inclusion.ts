// Inclusion: a plural and, behind a word that says so, those whom it takes in: "several DRAMAS were cancelled, INCLUDING A and B",
// "HITS SUCH AS A" (the patterns of Hearst 1992, "Automatic Acquisition of Hyponyms from Large Text Corpora").
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** Whether "including", "such as" or "among them" begins at a token. */
export function includesFrom(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at]!
  const next = tokens[at + 1]?.norm
  return norm === 'including' || (norm === 'such' && next === 'as') || (norm === 'among' && next === 'them')
}

/** Whether a word is a plural of series: "dramas", "hits". */
export const isSeriesPlural = (norm: string, lexicon: Lexicon): boolean =>
  norm.endsWith('s') && (lexicon.is(norm, W.series | W.genre) || /^(hits|originals|titles)$/.test(norm))
