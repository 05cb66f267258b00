// A mention of a season, as all ways of saying one make it.
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { SeasonMention, SeasonSense } from '../seasons.ts'
import type { Token } from '../tokens.ts'

/** A mention of a season, with what is said of few left at its usual value. */
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

/** Whether the season only modifies the noun behind it: "a second-season renewal". */
export const modifies = (tokens: readonly Token[], at: number, end: number, lexicon: Lexicon): boolean =>
  at < end && lexicon.among('ofSeason', tokens[at]!.norm)

/** "its", "their", "the show’s": the owner of a season. */
export const isPossessive = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean =>
  lexicon.is(tokens[i]!.norm, W.possessive) ||
  ((tokens[i]!.norm === '’' || tokens[i]!.norm === "'") && !tokens[i]!.spaced)
