// A mention of a season, as all ways of saying one make it.
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { SeasonMention, SeasonSense } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { MODIFIED } from './words.ts'

export const make = (
  from: number,
  to: number,
  head: number,
  sense: SeasonSense,
  rest: Partial<SeasonMention> = {},
): SeasonMention => ({
  from,
  to,
  head,
  sense,
  numbers: [],
  count: 1,
  final: false,
  part: false,
  modifier: false,
  soft: false,
  ...rest,
})

export const modifies = (tokens: readonly Token[], at: number, end: number): boolean =>
  at < end && MODIFIED.has(tokens[at]!.norm)
export const isPossessive = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean =>
  lexicon.is(tokens[i]!.norm, W.possessive) ||
  ((tokens[i]!.norm === '’' || tokens[i]!.norm === "'") && !tokens[i]!.spaced)
