// Mentions of seasons: "Season 2", "S2", "series two", "its third and final season", "another season", "seasons two and
// three", "a second-season renewal", "sophomore run"; and counts of seasons ("after five seasons").
import type { Range } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { FUNCTION_WORD, VERB, W } from './lexicon.ts'
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

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
]
const CARDINALS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const NAMED: Readonly<Record<string, number>> = {
  debut: 1,
  freshman: 1,
  inaugural: 1,
  premiere: 1,
  sophomore: 2,
  junior: 3,
}
const SEASON_NOUN = new Set(['season', 'seasons'])
/** Season nouns only after an ordinal, "another", "one more" and the like. */
const AFTER_ORDINAL = new Set([
  'season',
  'seasons',
  'series',
  'run',
  'outing',
  'instalment',
  'installment',
  'instalments',
  'installments',
  'cycle',
  'cycles',
  'edition',
  'go-round',
  'order',
  'batch',
  'chapter',
  'year',
  'helping',
  'frame',
  'stretch',
  'round',
])
const FINAL = new Set(['final', 'last', 'concluding', 'farewell', 'closing', 'ultimate', 'swansong'])
const MORE = new Set(['another', 'more', 'additional', 'further', 'extra', 'additonal'])
const NEW = new Set([
  'new',
  'upcoming',
  'forthcoming',
  'fresh',
  'next',
  'newest',
  'coming',
  'latest',
  'brand-new',
  'returning',
  'future',
  'follow-up',
  'followup',
  'subsequent',
  'potential',
  'possible',
  'long-awaited',
  'anticipated',
  'highly-anticipated',
])
const THIS = new Set(['the', 'this', 'current', 'entire', 'whole', 'full', 'previous', 'past', 'prior', 'original'])
/** "football season", "pilot season": seasons of the year or of something else. */
const NOT_TELEVISION = new Set([
  'football',
  'baseball',
  'basketball',
  'hockey',
  'soccer',
  'cricket',
  'rugby',
  'golf',
  'tennis',
  'nfl',
  'nba',
  'mlb',
  'nhl',
  'f1',
  'league',
  'racing',
  'regular',
  'playoff',
  'post',
  'off',
  'pre',
  'holiday',
  'christmas',
  'festive',
  'awards',
  'award',
  'oscar',
  'emmy',
  'emmys',
  'pilot',
  'upfront',
  'development',
  'broadcast',
  'tv',
  'television',
  'hurricane',
  'flu',
  'hunting',
  'earnings',
  'election',
  'theatre',
  'theater',
  'concert',
  'opera',
  'touring',
  'tour',
  'rainy',
  'dry',
  'summer',
  'winter',
  'spring',
  'fall',
  'autumn',
  'silly',
  'festival',
  'campaign',
  'tourist',
  'shopping',
  'school',
  'wedding',
  'busy',
  'peak',
  'high',
  'low',
  'growing',
  'box',
  'prom',
  'buying',
  'open',
  'hiring',
  'staffing',
  'midseason',
])

const CARDINAL = new Map(CARDINALS.map((word, i) => [word, i + 1]))
const ORDINAL = new Map([...Object.entries(NAMED), ...ORDINALS.map((word, i) => [word, i + 1] as const)])
const isFigure = (c: number): boolean => c >= 48 && c <= 57

/** Season number that a word or figure names; 0 when it names none. */
export function cardinal(norm: string): number {
  return isFigure(norm.charCodeAt(0)) ? (/^\d{1,2}$/.test(norm) ? Number(norm) : 0) : (CARDINAL.get(norm) ?? 0)
}

export function ordinal(norm: string): number {
  if (isFigure(norm.charCodeAt(0))) return Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(norm)?.[1] ?? 0)
  return ORDINAL.get(norm) ?? 0
}

/** Finds the mentions of seasons in a range, left to right, none overlapping. */
export function findSeasons(tokens: readonly Token[], range: Range, lexicon: Lexicon): SeasonMention[] {
  const found: SeasonMention[] = []
  for (let i = range.from; i < range.to; i++) {
    const mention =
      coded(tokens, i) ?? afterNoun(tokens, i, range.to) ?? beforeNoun(tokens, i, range.from, range.to, lexicon)
    if (!mention) continue
    const last = found.at(-1)
    if (last && mention.from < last.to) continue
    found.push(mention)
    i = mention.to - 1
  }
  return found
}

const make = (
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
function afterNoun(tokens: readonly Token[], i: number, end: number): SeasonMention | null {
  const noun = tokens[i]!.norm
  const seasons = SEASON_NOUN.has(noun)
  if (!seasons && noun !== 'series' && noun !== 'cycle') return null
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
  return make(i, to, i, 'numbered', { numbers, part, modifier: modifies(tokens, to, end) })
}

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
  if (first)
    return (
      ordinalSeason(tokens, i, end, first, lexicon) ??
      (isEllipsis(tokens, i) ? make(i, i + 1, i, 'numbered', { numbers: [first] }) : null)
    )
  const before = tokens[i - 1]?.norm ?? ''
  // "asked for another", "wants one more"
  if (token.norm === 'another' && LEADS_ANOTHER.test(before) && endsPhrase(tokens, i + 1))
    return make(i, i + 1, i, 'another')
  if (cardinal(token.norm) && !SEASON_NOUN.has(before)) {
    const counted = countedSeasons(tokens, i, end)
    if (counted) return counted
  }
  if (FINAL.has(token.norm) || MORE.has(token.norm) || NEW.has(token.norm) || (THIS.has(token.norm) && i >= begin)) {
    return qualified(tokens, i, end, lexicon)
  }
  if (SEASON_NOUN.has(token.norm) && i > begin && isPossessive(tokens, i - 1, lexicon)) return make(i, i + 1, i, 'this')
  return null
}

const LEADS_ANOTHER = /^(for|order|orders|ordered|do|make|get|want|wants|wanted|commissioned)$/
const endsPhrase = (tokens: readonly Token[], i: number): boolean =>
  !tokens[i] || tokens[i]!.kind === 'mark' || /^(and|but|in|on|next|this)$/.test(tokens[i]!.norm)

function ordinalSeason(
  tokens: readonly Token[],
  i: number,
  end: number,
  first: number,
  lexicon: Lexicon,
): SeasonMention | null {
  const numbers = [first]
  let final = false
  let k = i + 1
  const last = i
  // Between the ordinal and the noun: more ordinals, "final", and a few modifiers ("eight-episode", "and potentially").
  for (let steps = 0; k < end && steps < 7; steps++, k++) {
    const token = tokens[k]!
    const next = ordinal(token.norm)
    if (next && next > numbers.at(-1)!) numbers.push(next)
    else if (FINAL.has(token.norm)) final = true
    else if (SEASON_NOUN.has(token.norm) || (AFTER_ORDINAL.has(token.norm) && k - last <= 4)) {
      if (token.norm === 'series' && !britishSeries(tokens, i, k)) return null
      if (
        (token.norm === 'run' ||
          token.norm === 'year' ||
          token.norm === 'round' ||
          token.norm === 'chapter' ||
          token.norm === 'batch' ||
          token.norm === 'order' ||
          token.norm === 'edition' ||
          token.norm === 'cycle' ||
          token.norm === 'stretch' ||
          token.norm === 'frame') &&
        !lineage(tokens, i, lexicon)
      )
        return null
      if (NOT_TELEVISION.has(tokens[k - 1]!.norm) && k - 1 > i) return null
      return make(i, k + 1, k, 'numbered', {
        numbers,
        final,
        soft: !SEASON_NOUN.has(token.norm) && token.norm !== 'series' && token.norm !== 'run',
        modifier: token.glued || modifies(tokens, k + 1, end),
      })
    } else if (token.norm === 'and' || token.norm === ',' || token.norm === '&' || token.norm === 'or') continue
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

/** "renewed for a fifth", "already has a second": an ordinal that ends its phrase, led by "for a" or "for its". */
function isEllipsis(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  if (
    ordinal(tokens[i]!.norm) < 2 ||
    (next && next.kind !== 'mark' && !/^(and|on|at|in|this|next|but)$/.test(next.norm))
  )
    return false
  if (!/^(a|an|its|their)$/.test(tokens[i - 1]?.norm ?? '')) return false
  return tokens[i - 2]?.norm === 'for' || /^(gets|get|got|has|have|earned|ordered)$/.test(tokens[i - 2]?.norm ?? '')
}

/**
 * Ordinals that stand for a season named just before: "ended its second season … there won't be a third", "the third, which
 * films next spring". Only where this sentence or one of the two before names a season; "the" only with the next number.
 * @param known all other mentions, by position
 */
export function findEllipses(
  tokens: readonly Token[],
  sentences: ReadonlyArray<Range & { furniture: boolean }>,
  known: readonly SeasonMention[],
  lexicon: Lexicon,
): SeasonMention[] {
  const found: SeasonMention[] = []
  sentences.forEach((sentence, s) => {
    if (sentence.furniture) return
    const near = known.filter((m) => m.from >= sentences[Math.max(0, s - 2)]!.from && m.to <= sentence.to)
    if (!near.some((m) => m.sense === 'numbered' || m.sense === 'count' || m.sense === 'another' || m.final)) return
    for (let i = sentence.from + 1; i < sentence.to; i++) {
      const n = ordinal(tokens[i]!.norm)
      const lead = tokens[i - 1]!.norm
      if (n < 2 || !/^(a|the|its|their)$/.test(lead) || known.some((m) => m.from <= i && i < m.to)) continue
      if (lead === 'the' && !near.some((m) => m.numbers.includes(n - 1) && m.from < i)) continue
      const one = tokens[i + 1]?.norm === 'one' ? 1 : 0
      if (!standsAlone(tokens, i + 1 + one, sentence.to, lexicon)) continue
      found.push(make(i, i + 1 + one, i, 'numbered', { numbers: [n] }))
    }
  })
  return found
}

/** Whether what precedes is a whole noun phrase: no noun follows, and no "of". */
function standsAlone(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): boolean {
  const next = tokens[i]
  if (!next || i >= end || next.kind === 'mark') return true
  if (next.norm === 'of' || next.norm === 'time' || next.case !== 'lower') return false
  return (
    lexicon.is(next.norm, W.be | W.have | W.modal | W.preposition | W.coordinator | W.relative | W.subordinator) ||
    (lexicon.is(next.norm, W.verbS | W.adverb) && !lexicon.is(next.norm, W.series))
  )
}

/** "series" for season: right behind the ordinal (or "and final"), and not "the first series to …", "a second series order". */
function britishSeries(tokens: readonly Token[], i: number, k: number): boolean {
  const next = tokens[k + 1]?.norm ?? ''
  if (next === 'regular' || next === 'regulars' || next === 'commitment') return false
  if (k > i + 1 && !FINAL.has(tokens[k - 1]!.norm) && !/^(part|episode|hour)$/.test(tokens[k - 1]!.norm)) return false
  if (ordinal(tokens[i]!.norm) === 1)
    return next === 'of' || /^(its|the)$/.test(tokens[i - 1]?.norm ?? '') === false
      ? next === 'of'
      : /^(was|aired|ended|launched|premiered|drew|averaged|finished|debuted|went|,)$/.test(next)
  return next !== 'from' && next !== 'for' && next !== 'by' && next !== 'to'
}

/** A "run", a "year", a "chapter" counts as a season only where somebody has it: "its second year", "a third run". */
function lineage(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const before = tokens[i - 1]?.norm ?? ''
  return (
    before === 'a' ||
    (tokens[i - 1] !== undefined && isPossessive(tokens, i - 1, lexicon)) ||
    NAMED[tokens[i]!.norm] !== undefined
  )
}

/** "five seasons", "a six-season run", "two more seasons". */
function countedSeasons(tokens: readonly Token[], i: number, end: number): SeasonMention | null {
  const count = cardinal(tokens[i]!.norm)
  let k = i + 1
  let more = false
  let final = false
  for (; k < end && k - i < 4; k++) {
    const norm = tokens[k]!.norm
    if (MORE.has(norm)) more = true
    else if (FINAL.has(norm)) final = true
    else if (
      SEASON_NOUN.has(norm) ||
      (norm === 'series' && (more || final || count > 1) && k === i + 1 + Number(more))
    ) {
      if (NOT_TELEVISION.has(tokens[k - 1]!.norm)) return null
      if (norm === 'series' && !more && tokens[k + 1]?.norm !== 'pickup' && tokens[k + 1]?.norm !== 'order') return null
      if (count === 1 && !more && !final && !tokens[k]!.glued) return null
      return make(i, k + 1, k, more ? 'another' : 'count', { count, final, modifier: tokens[k]!.glued })
    } else if (norm !== 'full' && norm !== 'new' && norm !== 'whole' && norm !== 'successful' && norm !== 'great')
      return null
  }
  return null
}

/** "another season", "one more year", "the final season", "its new season", "next season", "the season". */
function qualified(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): SeasonMention | null {
  let sense: SeasonSense | null = null
  let final = false
  let k = i
  for (; k < end && k - i < 6; k++) {
    const token = tokens[k]!
    const norm = token.norm
    if (SEASON_NOUN.has(norm)) {
      // "The Defenders Season 2": the number behind makes its own mention.
      const number = tokens[k + 1]
      if (number && !number.glued && (cardinal(number.norm) || number.norm === '#')) return null
      break
    }
    // A name between: "the Kate season" is no "the season".
    if (k > i && token.case === 'capital' && sense === 'this') return null
    if (ordinal(norm)) return null
    if ((norm === 'series' || norm === 'run') && (sense === 'another' || final)) break
    if (
      (norm === 'episodes' || norm === 'instalments' || norm === 'installments') &&
      (sense === 'another' || sense === 'new')
    )
      break
    if (norm === 'episode') return null
    if (norm === 'year' && sense === 'another' && tokens[k - 1]!.norm === 'more') break
    if (norm === 'last' && k === i && !leadsFinal(tokens, i, lexicon)) sense = 'this'
    else if (FINAL.has(norm)) {
      final = true
      sense ??= 'final'
    } else if (MORE.has(norm)) sense = 'another'
    else if (NEW.has(norm)) sense = sense === 'another' ? sense : norm === 'next' ? 'next' : 'new'
    else if (THIS.has(norm)) sense ??= 'this'
    else if (token.kind === 'mark' && norm !== ',' && norm !== '“' && norm !== '”') return null
    else if (token.kind === 'number') return null
    else if (lexicon.is(norm, FUNCTION_WORD) && norm !== 'and') return null
    else if (lexicon.is(norm, W.verbS | W.verbPast) && !lexicon.is(norm, W.participle)) return null
    else if (k > i && norm !== 'and' && norm !== ',' && k - i > 4) return null
  }
  if (k >= end || k - i >= 6 || !sense) return null
  if (NOT_TELEVISION.has(tokens[k - 1]!.norm)) return null
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
  return make(i, k + 1, k, sense, { final, count: head === 'seasons' ? 2 : 1, modifier: modifies(tokens, k + 1, end) })
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

const MODIFIED = new Set([
  'renewal',
  'renewals',
  'pickup',
  'pick-up',
  'order',
  'premiere',
  'finale',
  'opener',
  'ender',
  'closer',
  'trailer',
  'teaser',
  'cast',
  'run',
  'announcement',
  'cancellation',
  'return',
  'debut',
  'launch',
  'release',
  'filming',
  'production',
  'start',
  'date',
  'episodes',
  'episode',
  'cliffhanger',
  'deal',
  'commitment',
  'poster',
  'arc',
  'stint',
  'bow',
  'star',
  'stars',
])
const modifies = (tokens: readonly Token[], at: number, end: number): boolean =>
  at < end && MODIFIED.has(tokens[at]!.norm)

const isPossessive = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean =>
  lexicon.is(tokens[i]!.norm, W.possessive) ||
  ((tokens[i]!.norm === '’' || tokens[i]!.norm === "'") && !tokens[i]!.spaced)
