// Run-on headlines: a page's text may come without its line breaks, the headline run into the first sentence ("Glass Harbor Star
// Doubts Season 3 “I think that was it,” Ana Reyes said").
import type { Sentence } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** No headline is shorter, in tokens. */
const SHORTEST = 7

/**
 * Where a headline that is run into the first sentence ends.
 * @returns the index of the first token behind it; 0 when there is none
 */
export function headlineEnd(tokens: readonly Token[], first: Sentence, lexicon: Lexicon): number {
  const plain = (i: number): boolean =>
    tokens[i]!.kind === 'word' &&
    tokens[i]!.case === 'lower' &&
    tokens[i]!.spaced &&
    !lexicon.among('insideTitle', tokens[i]!.norm)
  let low = first.from
  while (low < first.to && !plain(low)) low++
  if (low === first.to || low - first.from < SHORTEST) return 0
  const isCapital = (i: number): boolean => tokens[i]?.kind === 'word' && tokens[i]!.case !== 'lower'
  const isNamed = (i: number): boolean =>
    isCapital(i) && tokens.slice(first.from, i).some((t) => t.norm === tokens[i]!.norm)
  const opens = (i: number): boolean =>
    isCapital(i) && lexicon.is(tokens[i]!.norm, W.pronoun | W.determiner | W.possessive | W.subordinator)
  // The sentence begins with what the headline named, or with a word that no headline ends with.
  let start = low - 1
  while (start > low - MOST_CAPITALS && isCapital(start) && !isNamed(start)) start--
  if (isNamed(start)) while (isNamed(start - 1)) start--
  else start = low - 1
  if (opens(start - 1)) start--
  if (!(opens(start) || isNamed(start)) || start - first.from < SHORTEST) return 0
  if (/^[“"‘]$/.test(tokens[start - 1]!.norm) && !tokens[start]!.spaced) start--
  const before = tokens[start - 1]!
  return before.case === 'lower' || /^[,:;–—-]$/.test(before.norm) ? 0 : start
}

/** So many capitals may a sentence begin with. */
const MOST_CAPITALS = 5
