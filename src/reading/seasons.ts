// Mentions of seasons: "Season 2", "S2", "series two", "its third and final season", "another season", "seasons two and
// three", "a second-season renewal", "sophomore run"; and counts of seasons ("after five seasons").
import type { Range } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { endsPhrase, isEllipsis } from './seasons/ellipses.ts'
import { isPossessive, make, modifies } from './seasons/mention.ts'
import { cardinal, ordinal, ROMAN } from './seasons/numerals.ts'
import { ordinalSeason } from './seasons/ordinals.ts'
import { countedSeasons, qualified } from './seasons/qualified.ts'
import { SEASON_NOUN } from './seasons/words.ts'
import type { Token } from './tokens.ts'

export type SeasonSense =
  /** A season with its number. */
  | 'numbered'
  /** One more than there were: another, one more, an additional. */
  | 'another'
  /** "the new season", "new episodes": the one that comes next. */
  | 'new'
  /** The last, with no number given. */
  | 'final'
  /** "the season", "this season", "the current season". */
  | 'this'
  /** The broadcast year to come: "renewed for next season". */
  | 'next'
  /** How many there were or are ordered: "five seasons", "two-season". */
  | 'count'

export interface SeasonMention extends Range {
  sense: SeasonSense
  /** Season numbers, in the order told; empty unless `numbered`. */
  numbers: number[]
  /** One for each of several shows, in the order told: "their fourth and third seasons, respectively". */
  each?: readonly number[]
  /** How many seasons, for `count` and for "two more seasons". */
  count: number
  /** Said to be the last: "third and final season". */
  final: boolean
  /** Index of the season noun ("season", "series", "run"), or of the number in "S2". */
  head: number
  /** Only a part of the season: "the second half of season 4", "Part 2". */
  part: boolean
  /** Told as an instalment, chapter or edition, which films and books have too. */
  soft: boolean
  /** Used as a modifier: "second-season renewal", "season 2 premiere". */
  modifier: boolean
}

/** Finds the mentions of seasons in a range, left to right, none overlapping. */
export function findSeasons(tokens: readonly Token[], range: Range, lexicon: Lexicon): SeasonMention[] {
  const found: SeasonMention[] = []
  for (let i = range.from; i < range.to; i++) {
    const mention =
      coded(tokens, i) ??
      afterNoun(tokens, i, range.to, lexicon) ??
      beforeNoun(tokens, i, range.from, range.to, lexicon)
    if (!mention) continue
    const last = found.at(-1)
    if (last && mention.from < last.to) continue
    found.push(mention)
    i = mention.to - 1
  }
  return found
}

/** "S2", "S02E01". */
function coded(tokens: readonly Token[], i: number): SeasonMention | null {
  const token = tokens[i]!
  if (token.case === 'lower' || token.kind !== 'word') return null
  const m = /^s(\d{1,2})(e\d+)?$/.exec(token.norm)
  return m && Number(m[1]) > 0
    ? make(i, i + 1, i, 'numbered', { numbers: [Number(m[1])], part: m[2] !== undefined })
    : null
}

/** "Season 2", "seasons two and three", "series two", "Season 3B". */
function afterNoun(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): SeasonMention | null {
  const noun = tokens[i]!.norm
  const seasons = SEASON_NOUN.has(noun)
  if (!seasons && noun !== 'series' && noun !== 'cycle' && !isYearOrRound(tokens, i)) return null
  let at = i + 1
  if (at < end && (tokens[at]!.norm === '#' || tokens[at]!.norm === 'no.' || tokens[at]!.norm === 'number')) at++
  if (at >= end) return null
  const numbers: number[] = []
  let part = false
  const read = (k: number): number => {
    const token = tokens[k]!
    if (token.norm === '1' && !seasons && token.spaced === false) return 0
    const lettered = /^(\d{1,2})([a-c])$/.exec(token.norm)
    if (lettered) {
      part = true
      return Number(lettered[1])
    }
    const roman =
      token.case === 'caps' || (token.case === 'capital' && token.norm.length === 1) ? ROMAN.indexOf(token.norm) + 1 : 0
    return cardinal(token.norm) || roman
  }
  const first = read(at)
  // "one" after "series" is seldom a number: "the series one of whose …".
  if (!first || (first === 1 && tokens[at]!.norm === 'i')) return null
  if (!seasons && tokens[at]!.kind === 'word' && tokens[at]!.norm === 'one' && tokens[at + 1]?.norm === 'of')
    return null
  // "the limited series Four Sisters": a title that begins with a number.
  if (!seasons && tokens[at]!.case === 'capital' && tokens[at]!.norm.length > 1 && tokens[at - 1]!.case === 'lower')
    return null
  numbers.push(first)
  let to = at + 1
  while (to + 1 < end) {
    const mark = tokens[to]!.norm
    if (mark === 'and' || mark === '&' || mark === ',' || mark === 'or') {
      const skip = tokens[to + 1]!.norm === 'and' ? 2 : 1
      const next = to + skip < end ? read(to + skip) : 0
      if (!next || next <= numbers.at(-1)! || next > numbers.at(-1)! + 3 || (noun === 'season' && mark === ',')) break
      numbers.push(next)
      to += skip + 1
    } else if (
      (mark === '–' || mark === '-' || mark === 'to' || mark === 'through' || tokens[to]!.glued) &&
      (noun === 'seasons' || tokens[to]!.glued)
    ) {
      const at = tokens[to]!.glued ? to : to + 1
      const next = read(at)
      if (!next || next <= numbers.at(-1)!) break
      for (let n = numbers.at(-1)! + 1; n <= next; n++) numbers.push(n)
      to = at + 1
    } else break
  }
  return make(i, to, i, 'numbered', { numbers, part, modifier: modifies(tokens, to, end, lexicon) })
}

/** "renewed for Year 5", "going into year two", "back for round three": a year or round that is a season's. */
const isYearOrRound = (tokens: readonly Token[], i: number): boolean =>
  /^(year|round)$/.test(tokens[i]!.norm) &&
  /^(for|into)$/.test(tokens[i - 1]?.norm ?? '') &&
  tokens[i + 2]?.norm !== 'of'

/** "a second season", "its third and final season", "another season", "the new season", "five seasons". */
function beforeNoun(
  tokens: readonly Token[],
  i: number,
  begin: number,
  end: number,
  lexicon: Lexicon,
): SeasonMention | null {
  const token = tokens[i]!
  const first = ordinal(token.norm)
  if (first) {
    // "its sophomore premiere"
    const modifier = token.norm === 'sophomore' && /^(premiere|debut)$/.test(tokens[i + 1]?.norm ?? '')
    return (
      ordinalSeason(tokens, i, end, first, lexicon) ??
      (modifier || isEllipsis(tokens, i, end, lexicon)
        ? make(i, i + 1, i, 'numbered', { numbers: [first], modifier })
        : null)
    )
  }
  const before = tokens[i - 1]?.norm ?? ''
  // "asked for another", "wants one more"
  if (token.norm === 'another' && lexicon.among('leadsAnother', before) && endsPhrase(tokens, i + 1))
    return make(i, i + 1, i, 'another')
  // "renewed for two more"
  if (cardinal(token.norm) > 1 && before === 'for' && tokens[i + 1]?.norm === 'more' && endsPhrase(tokens, i + 2))
    return make(i, i + 2, i, 'another', { count: cardinal(token.norm) })
  if (cardinal(token.norm) && !SEASON_NOUN.has(before)) {
    const counted = countedSeasons(tokens, i, end, lexicon)
    if (counted) return counted
  }
  if (
    lexicon.among('finalSeason', token.norm) ||
    lexicon.among('oneMore', token.norm) ||
    lexicon.among('nextSeason', token.norm) ||
    (lexicon.among('thisSeason', token.norm) && i >= begin)
  ) {
    return qualified(tokens, i, end, lexicon)
  }
  if (SEASON_NOUN.has(token.norm) && i > begin && isPossessive(tokens, i - 1, lexicon)) return make(i, i + 1, i, 'this')
  return null
}
