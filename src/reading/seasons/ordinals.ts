// Ordinals before the season noun: "its third and final season", "a second series", "its sophomore run".
import type { Lexicon } from '../lexicon.ts'
import { FUNCTION_WORD, VERB, W } from '../lexicon.ts'
import type { SeasonMention } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { isPossessive, make, modifies } from './mention.ts'
import { cardinal, NAMED, ordinal } from './numerals.ts'
import { SEASON_NOUN } from './words.ts'

/** The season whose ordinal stands at a token: "third and potentially final season". */
export function ordinalSeason(
  tokens: readonly Token[],
  i: number,
  end: number,
  first: number,
  lexicon: Lexicon,
): SeasonMention | null {
  const numbers = [first]
  // "their seventh and second seasons": one for each of two shows.
  const each = [first]
  let final = false
  let k = i + 1
  const last = i
  // Between the ordinal and the noun: more ordinals, "final", and a few modifiers ("eight-episode", "and potentially").
  for (let steps = 0; k < end && steps < 7; steps++, k++) {
    const token = tokens[k]!
    const next = ordinal(token.norm)
    if (next) {
      each.push(next)
      if (next > numbers.at(-1)!) numbers.push(next)
      else if (each.length > 3) return null
    } else if (lexicon.among('finalSeason', token.norm)) final = true
    else if (SEASON_NOUN.has(token.norm) || (lexicon.among('afterOrdinal', token.norm) && k - last <= 4)) {
      // "“The Fourth Moon” season 3": the number behind makes its own mention.
      if (k > i + 1 && /^seasons?$/.test(token.norm) && cardinal(tokens[k + 1]?.norm ?? '')) return null
      if (token.norm === 'series' && !britishSeries(tokens, i, k, lexicon)) return null
      // "freshman comedy Second Helping": a title.
      const titled = token.case === 'capital' && tokens.slice(Math.max(0, i - 1), k).some((t) => t.case === 'lower')
      if (titled && !SEASON_NOUN.has(token.norm)) return null
      const goRound = token.glued && tokens[k - 1]!.norm === 'go'
      if (!goRound && lexicon.among('runNoun', token.norm) && !lineage(tokens, i, k, lexicon)) return null
      if (SEASON_NOUN.has(token.norm) && lexicon.among('otherSeason', tokens[k - 1]!.norm) && k - 1 > i) return null
      return make(i, k + 1, k, 'numbered', {
        numbers,
        ...(isEach(tokens, k + 1, each) ? { each } : {}),
        final,
        soft: !SEASON_NOUN.has(token.norm) && !lexicon.among('asGoodAsSeason', token.norm) && !goRound,
        modifier: (token.glued && !goRound) || modifies(tokens, k + 1, end, lexicon),
      })
    } else if (token.norm === 'and' || token.norm === ',' || token.norm === '&' || token.norm === 'or') continue
    // "a seventh and an eighth season"
    else if (/^an?$/.test(token.norm) && /^(and|or)$/.test(tokens[k - 1]!.norm) && ordinal(tokens[k + 1]?.norm ?? ''))
      continue
    else if (token.norm === 'go' && tokens[k + 1]?.glued) continue
    else if (token.norm === 'half' || token.norm === 'part' || token.norm === 'batch') return null
    else if (
      token.kind === 'mark' &&
      token.norm !== '“' &&
      token.norm !== '”' &&
      token.norm !== '‘' &&
      token.norm !== '’' &&
      token.norm !== '(' &&
      token.norm !== ')'
    )
      return null
    else if (lexicon.is(token.norm, FUNCTION_WORD) && token.norm !== 'most') return null
    else if (
      lexicon.is(token.norm, VERB) &&
      !token.glued &&
      !lexicon.is(token.norm, W.participle | W.adverb | W.gerund)
    )
      return null
  }
  return null
}

/** Whether the ordinals are those of several shows: "respectively" says so, and an order that no count has. */
function isEach(tokens: readonly Token[], at: number, each: readonly number[]): boolean {
  if (each.length < 2) return false
  return each.some((n, i) => n <= each[i - 1]!) || tokens.slice(at, at + 3).some((t) => t.norm === 'respectively')
}

/** "series" for season: right behind the ordinal (or "and final"), and not "the first series to …", "a second series order". */
function britishSeries(tokens: readonly Token[], i: number, k: number, lexicon: Lexicon): boolean {
  const next = tokens[k + 1]?.norm ?? ''
  if (next === 'regular' || next === 'regulars' || next === 'commitment') return false
  const before = tokens[k - 1]!.norm
  if (k > i + 1 && !lexicon.among('finalSeason', before) && !ordinal(before) && !/^(part|episode|hour)$/.test(before))
    return false
  if (ordinal(tokens[i]!.norm) === 1)
    return next === 'of' || /^(its|the|whose)$/.test(tokens[i - 1]?.norm ?? '') === false
      ? next === 'of'
      : lexicon.among('behindRun', next)
  // "no third series for X", but "a second series for the channel".
  if (next === 'for') return tokens[i - 1]?.norm === 'no'
  // "has been given a second series by the channel", but "a second series by its maker".
  if (next === 'by') return lexicon.among('grantsSeason', tokens[i - 2]?.norm ?? '')
  return next !== 'from' && next !== 'to'
}

/** A "run", a "year", a "chapter" counts as a season only where somebody has it: "its second year", "the third run of X", "X (35th edition)". */
function lineage(tokens: readonly Token[], i: number, k: number, lexicon: Lexicon): boolean {
  const before = tokens[i - 1]?.norm ?? ''
  let owner = k + 2
  while (
    owner < tokens.length &&
    owner < k + 7 &&
    (/^([“"‘-]|the|its|hit)$/.test(tokens[owner]!.norm) ||
      tokens[owner + 1]?.norm === '-' ||
      lexicon.is(tokens[owner]!.norm, W.series | W.genre) ||
      lexicon.is(tokens[owner + 1]?.norm ?? '', W.series | W.genre))
  )
    owner++
  const owned =
    tokens[k + 1]?.norm === 'of' && tokens[owner]?.case === 'capital' && !/^(year|round)$/.test(tokens[k]!.norm)
  return (
    // "planned a second campaign for the drama".
    (before === 'a' && tokens[k]!.norm !== 'campaign') ||
    before === '(' ||
    owned ||
    (tokens[i - 1] !== undefined && isPossessive(tokens, i - 1, lexicon)) ||
    NAMED[tokens[i]!.norm] !== undefined
  )
}
