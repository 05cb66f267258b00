// Seasons told without their number: "another season", "the final season", "this season", "five seasons".
import type { Lexicon } from '../lexicon.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { SeasonMention, SeasonSense } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { isPossessive, make, modifies } from './mention.ts'
import { cardinal, ordinal } from './numerals.ts'
import { SEASON_NOUN } from './words.ts'

/** "five seasons", "a six-season run", "two more seasons". */
export function countedSeasons(
  tokens: readonly Token[],
  i: number,
  end: number,
  lexicon: Lexicon,
): SeasonMention | null {
  const count = cardinal(tokens[i]!.norm)
  let k = i + 1
  let more = false
  let final = false
  for (; k < end && k - i < 4; k++) {
    const norm = tokens[k]!.norm
    if (lexicon.among('oneMore', norm)) more = true
    else if (lexicon.among('finalSeason', norm)) final = true
    else if (
      SEASON_NOUN.has(norm) ||
      (more && (lexicon.among('goRounds', norm) || (norm === 'go' && tokens[k + 1]?.norm === 'rounds'))) ||
      (norm === 'series' && (more || final || count > 1) && k === i + 1 + Number(more))
    ) {
      // "The 47 Season 3": the number behind makes its own mention.
      if (
        lexicon.among('otherSeason', tokens[k - 1]!.norm) ||
        (norm === 'season' && cardinal(tokens[k + 1]?.norm ?? ''))
      )
        return null
      // "cancelled after three series": as the British count.
      const told = /^(pickup|order)$/.test(tokens[k + 1]?.norm ?? '') || tokens[i - 1]?.norm === 'after'
      if (norm === 'series' && !more && !told) return null
      if (count === 1 && !more && !final && !tokens[k]!.glued) return null
      return make(i, k + 1, k, more ? 'another' : 'count', { count, final, modifier: tokens[k]!.glued })
    } else if (!lexicon.among('ofCountedSeasons', norm)) return null
  }
  return null
}

/** "another season", "one more year", "the final season", "its new season", "next season", "the season". */
export function qualified(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): SeasonMention | null {
  let sense: SeasonSense | null = null
  let final = false
  let k = i
  for (; k < end && k - i < 6; k++) {
    const token = tokens[k]!
    const norm = token.norm
    if (SEASON_NOUN.has(norm)) {
      // "The Defenders Season 2": the number behind makes its own mention.
      const number = tokens[k + 1]
      if (number && (cardinal(number.norm) || number.norm === '#')) return null
      break
    }
    // A name between: "the Kate season" is no "the season".
    if (k > i && token.case === 'capital' && sense === 'this') return null
    if (ordinal(norm)) return null
    // "another crime series" is another show.
    if (
      (norm === 'series' || norm === 'run') &&
      (final ||
        (sense === 'another' &&
          (norm === 'run' || isOfTitle(tokens, k + 1, lexicon) || !saysWhich(tokens, i, k, lexicon))))
    )
      break
    // "a new series of X".
    if ((norm === 'series' || norm === 'run') && sense === 'new' && k === i + 1 && isOfTitle(tokens, k + 1, lexicon))
      break
    if (
      (norm === 'episodes' || norm === 'instalments' || norm === 'installments') &&
      (sense === 'another' || sense === 'new')
    )
      break
    if (norm === 'episode') return null
    if (norm === 'year' && sense === 'another' && (tokens[k - 1]!.norm === 'more' || isKeptFor(tokens, i, lexicon)))
      break
    if (norm === 'last' && k === i && !leadsFinal(tokens, i, lexicon)) sense = 'this'
    else if (lexicon.among('finalSeason', norm)) {
      final = true
      sense ??= 'final'
    } else if (lexicon.among('oneMore', norm)) sense = 'another'
    else if (lexicon.among('nextSeason', norm)) sense = sense === 'another' ? sense : norm === 'next' ? 'next' : 'new'
    else if (lexicon.among('thisSeason', norm)) {
      // "another award this season"
      if (k > i && sense === 'another') return null
      sense ??= 'this'
    } else if (token.kind === 'mark' && norm !== ',' && norm !== '“' && norm !== '”') return null
    else if (token.kind === 'number') return null
    else if (lexicon.is(norm, FUNCTION_WORD) && norm !== 'and') return null
    else if (lexicon.is(norm, W.verbS | W.verbPast) && !lexicon.is(norm, W.participle)) return null
    else if (k > i && norm !== 'and' && norm !== ',' && k - i > 4) return null
  }
  if (k >= end || k - i >= 6 || !sense) return null
  if (lexicon.among('otherSeason', tokens[k - 1]!.norm)) return null
  const head = tokens[k]!.norm
  const of = tokens[k + 1]?.norm
  if (head === 'seasons' && sense === 'this') return null
  if (sense === 'this' && final) sense = 'final'
  if (sense === 'next') {
    // "the next season of X" is its new season; "renewed for next season" is the broadcast year.
    const definite = i > 0 && (tokens[i - 1]!.norm === 'the' || isPossessive(tokens, i - 1, lexicon))
    if (definite || of === 'of' || k - i > 1) sense = 'new'
  }
  if (head === 'episodes' && final) return null
  return make(i, k + 1, k, sense, {
    final,
    count: head === 'seasons' ? 2 : 1,
    modifier: modifies(tokens, k + 1, end, lexicon),
  })
}

/** "its last season" may be the final one; "last season" alone is the one before. */
const leadsFinal = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean => {
  const before = tokens[i - 1]
  return (
    before !== undefined &&
    (before.norm === 'the' ||
      before.norm === 'a' ||
      before.norm === 'one' ||
      before.norm === 'and' ||
      isPossessive(tokens, i - 1, lexicon))
  )
}

/** "picked up for another year", "will be back for another year", but not "will not air for another year". */
function isKeptFor(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  if (tokens[i - 1]?.norm !== 'for') return false
  const lead = tokens.slice(Math.max(0, i - 6), i - 1)
  const kept = lead.some((t) => lexicon.among('keepsOn', t.norm))
  return kept && !lead.some((t) => lexicon.among('agreement', t.norm))
}

/** Whether more than a size stands between a lead and its noun: "another crime series", not "another six-part series". */
const saysWhich = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean =>
  tokens
    .slice(from + 1, to)
    .some(
      (t) =>
        !t.glued &&
        !lexicon.among('oneMore', t.norm) &&
        !lexicon.among('size', t.norm) &&
        !cardinal(t.norm) &&
        t.kind === 'word',
    )

/** "of X", but not "of X comics". */
function isOfTitle(tokens: readonly Token[], of: number, lexicon: Lexicon): boolean {
  if (tokens[of]?.norm !== 'of') return false
  let k = of + 1
  while (
    tokens[k] &&
    (tokens[k]!.case === 'capital' || tokens[k]!.case === 'caps' || /^[“”"‘’]$/.test(tokens[k]!.norm))
  )
    k++
  return k > of + 1 && !lexicon.is(tokens[k]?.norm ?? '', W.otherWork)
}
