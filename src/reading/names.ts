// Names: stretches of the text that may name a show, a person, a work or anything else. What they name is decided in
// entities.ts, from all places where the name occurs; here only where each begins and ends.
import type { Span } from '../article/article.ts'
import type { Quotation, Range, Sentence } from './document.ts'
import type { KnownName } from './gazetteer.ts'
import type { Knowledge } from './knowledge.ts'
import type { Lexicon } from './lexicon.ts'
import { FUNCTION_WORD, VERB, W } from './lexicon.ts'
import { beginningAt, holding } from './ranges.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'

export type Mark = 'quoted' | 'emphasised' | 'caps' | null

/** A network, studio, outlet or company, by its known name. */
export interface OrgMention extends Range {
  names: KnownName[]
}

export interface NameMention extends Range {
  /** How the text sets it off; a marked name has sure ends. */
  mark: Mark
  /** Lower-case words without a leading article: mentions with one key name one thing. */
  key: string
}

export interface NameInput {
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  quotations: readonly Quotation[]
  seasons: readonly SeasonMention[]
  emphasis: readonly Span[]
  knowledge: Knowledge
  /** The outlet that published the article: its name is never anything else. */
  outlet: string | null
}

/** Capitalised words that are no names. */
const NO_NAME = new Set([
  'i',
  'tv',
  'u.s.',
  'us',
  'uk',
  'u.k.',
  'eu',
  'ceo',
  'coo',
  'cfo',
  'cco',
  'ep',
  'eps',
  'evp',
  'svp',
  'vp',
  'am',
  'pm',
  'a.m.',
  'p.m.',
  'et',
  'pt',
  'est',
  'pst',
  'edt',
  'gmt',
  'bst',
  'ok',
  'q',
  'a',
  'pr',
  'vod',
  'svod',
  'avod',
  'fast',
  'dvd',
  'exclusive',
  'breaking',
  'update',
  'updated',
  'spoiler',
  'spoilers',
  'warning',
  'note',
  'covid',
  'hd',
  'ai',
  'vr',
  'lgbtq',
  'adr',
  'vfx',
  'episode',
  'episodes',
  'chapter',
  'part',
  'volume',
  'vol',
  'vol.',
  'season',
  'seasons',
  'mr',
  'according',
  'q1',
  'q2',
  'q3',
  'q4',
])
/** Words in lower case that a title may hold between its capitals. */
const INSIDE = new Set([
  'of',
  'the',
  'and',
  'a',
  'an',
  'in',
  'to',
  'for',
  'on',
  'with',
  'from',
  'at',
  'by',
  'or',
  'vs',
  'vs.',
  'de',
  'la',
  'le',
  'les',
  'el',
  'los',
  'las',
  'del',
  'di',
  'da',
  'du',
  'des',
  'der',
  'die',
  'das',
  'und',
  'y',
  'et',
  'von',
  'van',
  'n',
  'as',
  'is',
  'but',
  'my',
  'me',
  'ka',
  'ki',
  'na',
  'no',
])
/** Of these, the ones that only a marked title may hold: between unmarked names they are words of the sentence. */
const ONLY_MARKED = new Set(['is', 'but', 'my', 'me', 'as', 'no', 'na', 'ka', 'ki'])
const PARTICLE = new Set([
  'de',
  'del',
  'di',
  'da',
  'du',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ben',
  'st.',
  'dos',
  'ter',
])
/** Words between two names where the second is no part of the first, if it is an organisation, a person or a place. */
const PARTING = new Set([
  'in',
  'to',
  'for',
  'on',
  'with',
  'from',
  'at',
  'by',
  'as',
  'is',
  'but',
  'my',
  'me',
  'no',
  'na',
])
const MAX_MARKED = 14
const MAX_RUN = 30

/** Finds known organisations. A name that is an ordinary word too must be led by a preposition, or followed by what only organisations have. */
export function findOrgs({ tokens, sentences, knowledge, quotations, outlet }: NameInput): OrgMention[] {
  const titles = titleQuotations(tokens, quotations)
  const orgs: OrgMention[] = []
  const opening = new Set(sentences.map((s) => s.from))
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.case === 'lower' || token.kind === 'mark') continue
    const match = knowledge.names.match(tokens, i)
    if (!match) continue
    const names = match.names.filter(
      (n) => !n.word || n.name === outlet || provesOrg(tokens, i, match.to, opening.has(i), n, knowledge),
    )
    if (!names.length) continue
    // Inside a quoted title only an organisation that fills it is meant.
    const title = holding(titles, i)
    if (title && match.to <= title.to && title.to - title.from > match.to - i + 1) continue
    orgs.push({ from: i, to: match.to, names })
    i = match.to - 1
  }
  return orgs
}

const LEADS_ORG = new Set([
  'at',
  'on',
  'for',
  'by',
  'to',
  'from',
  'told',
  'tells',
  'via',
  'per',
  'with',
  'of',
  'network',
  'streamer',
  'broadcaster',
  'channel',
  'magazine',
  'site',
  'outlet',
  '(',
  '/',
  'and',
  'or',
])
const FOLLOWS_ORG = new Set([
  "'s",
  'series',
  'drama',
  'comedy',
  'sitcom',
  'original',
  'originals',
  'has',
  'have',
  'is',
  'will',
  'renews',
  'cancels',
  'orders',
  'picks',
  'renewed',
  'canceled',
  'cancelled',
  'ordered',
  'picked',
  'reports',
  'reported',
  'announced',
  'announces',
  'exec',
  'executive',
  'president',
  'chief',
  'boss',
  'entertainment',
  'show',
  'shows',
  'hit',
  'reality',
  ')',
  '/',
  'said',
  'confirmed',
  'axes',
  'sets',
  'upfront',
  'pilot',
  'also',
  'had',
  'spokesperson',
  'released',
  'unveiled',
  'revealed',
  'understands',
  'hears',
  'learned',
  'said',
  'says',
  'tells',
  'told',
  'exclusively',
  'adds',
])

function provesOrg(
  tokens: readonly Token[],
  from: number,
  to: number,
  opening: boolean,
  name: KnownName,
  knowledge: Knowledge,
): boolean {
  const before = tokens[from - 1]?.norm ?? ''
  const after = tokens[to]?.norm ?? ''
  if (tokens[to]?.case === 'capital' && !FOLLOWS_ORG.has(after) && !knowledge.lexicon.is(after, FUNCTION_WORD))
    return false
  if (tokens[from]!.case === 'caps' && name.kind !== 'company' && to - from === 1 && tokens[from]!.norm.length <= 4)
    return true
  if (FOLLOWS_ORG.has(after)) return !opening || after !== "'s"
  if (/^(of|and|with)$/.test(before) && tokens[from - 2]?.case === 'capital') return false
  return LEADS_ORG.has(before) && !opening && after !== 'and'
}

/** Quotations that look like titles: no speech, and capitals on the words that carry them. */
function titleQuotations(tokens: readonly Token[], quotations: readonly Quotation[]): Range[] {
  return quotations.filter((q) => !q.speech && q.to - q.from <= MAX_MARKED).map((q) => trim(tokens, q))
}

/** Cuts blanks' worth of marks off the ends: “Chamak,” → Chamak. */
function trim(tokens: readonly Token[], { from, to }: Range): Range {
  while (to > from && /^[.,;:…]$/.test(tokens[to - 1]!.norm)) to--
  while (from < to && tokens[from]!.kind === 'mark') from++
  return { from, to }
}

/** Finds names, marked and unmarked, left to right, none overlapping. */
export function findNames(input: NameInput, orgs: readonly OrgMention[]): NameMention[] {
  const { tokens, quotations, emphasis } = input
  const taken = new Uint8Array(tokens.length)
  const names: NameMention[] = []
  const take = (range: Range, mark: Mark) => {
    for (let i = range.from; i < range.to; i++) if (taken[i]) return
    taken.fill(1, range.from, range.to)
    names.push({ from: range.from, to: range.to, mark, key: keyOf(tokens, range) })
  }
  const fillsOrg = (range: Range): boolean => beginningAt(orgs, range.from)?.to === range.to
  for (const span of emphasis) {
    const range = trim(tokens, tokensOf(tokens, span))
    if (range.to > range.from && range.to - range.from <= MAX_MARKED && isTitleLike(input, range) && !fillsOrg(range))
      take(range, 'emphasised')
  }
  for (const range of titleQuotations(tokens, quotations)) {
    if (range.to > range.from && isTitleLike(input, range) && !fillsOrg(range)) take(range, 'quoted')
  }
  const blocked = new Uint8Array(tokens.length)
  for (let i = 0; i < taken.length; i++) blocked[i] = taken[i]!
  for (const org of orgs) blocked.fill(2, org.from, org.to)
  for (const season of input.seasons) if (season.sense === 'numbered') blocked.fill(2, season.from, season.to)
  const standing = new Set(names.map((n) => n.key))
  const runs = input.sentences.flatMap((sentence) => runsOf(input, sentence, blocked))
  // Names that stand by themselves tell where a run of several must be cut ("LA Fire and Rescue and Jimmy Fallon").
  const wholes = new Set<string>()
  for (const run of runs) (run.joints.length ? wholes : standing).add(keyOf(tokens, run))
  /** Names that stand capitalised in the middle of a sentence: at its head they are names too. */
  const inProse = new Set(runs.filter((r) => !r.opening && !inHeadline(input, r)).map((r) => keyOf(tokens, r)))
  for (const run of runs) {
    for (const part of cutRun(input, run, standing, wholes)) {
      const range = stripLead(input, part, inHeadline(input, part))
      if (!range || isFigures(input, range)) continue
      if (
        (part.opening || inHeadline(input, range)) &&
        !inProse.has(keyOf(tokens, range)) &&
        isCommonWord(input, range)
      )
        continue
      const caps = isAllCaps(tokens, range) && !inHeadline(input, range)
      take(range, caps && range.to - range.from > 1 ? 'caps' : null)
    }
  }
  return names.sort((a, b) => a.from - b.from)
}

/** Figures alone name a series only where a season stands behind them. */
const isFigures = ({ tokens, seasons }: NameInput, { from, to }: Range): boolean =>
  tokens.slice(from, to).every((t) => t.kind === 'number') &&
  to - from === 1 &&
  beginningAt(seasons, to)?.sense !== 'numbered'

function inHeadline({ sentences }: NameInput, range: Range): boolean {
  const sentence = holding(sentences, range.from)
  return sentence ? sentence.headline && range.to <= sentence.to : false
}

/** A lone capitalised common word names nothing, unless a season or a series noun beside it says so. */
function isCommonWord({ tokens, knowledge, seasons }: NameInput, { from, to }: Range): boolean {
  if (to - from !== 1) return false
  const { norm } = tokens[from]!
  const { lexicon, common } = knowledge
  const plain =
    lexicon.is(norm, W.number | W.ordinal | W.series | W.otherWork | W.role | W.adverb | FUNCTION_WORD | VERB) &&
    !lexicon.is(norm, W.given)
  if (!plain && !common.has(norm)) return false
  if (beginningAt(seasons, to)?.sense === 'numbered') return false
  const before = tokens[from - 1]
  return !(before && before.case === 'lower' && lexicon.is(before.norm, W.series) && !lexicon.is(norm, W.series))
}

const isAllCaps = (tokens: readonly Token[], { from, to }: Range): boolean => {
  let letters = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.norm.startsWith("'")) continue
    if (token.case !== 'caps' && token.norm.length > 1) return false
    letters += token.norm.length
  }
  return letters > 4
}

/** Key of a name: its words in lower case, without a leading article, marks or possessive ending. */
export function keyOf(tokens: readonly Token[], { from, to }: Range): string {
  let key = ''
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.norm !== '+' && token.norm !== '&') continue
    if (i === from && to - from > 1 && (token.norm === 'the' || token.norm === 'a' || token.norm === 'an')) continue
    key += `${key && !token.norm.startsWith("'") ? ' ' : ''}${token.norm === '&' ? 'and' : token.norm}`
  }
  return key
}

function tokensOf(tokens: readonly Token[], span: Span): Range {
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
function isTitleLike({ tokens, knowledge }: NameInput, { from, to }: Range): boolean {
  const first = tokens[from]!
  if (first.kind === 'word' && first.case === 'lower') return false
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.case !== 'lower' || token.norm.startsWith("'") || token.glued) continue
    if (
      !INSIDE.has(token.norm) &&
      !knowledge.lexicon.is(token.norm, FUNCTION_WORD | W.adverb) &&
      !isForeign(knowledge, token.norm)
    )
      return false
  }
  return !(to - from === 1 && knowledge.lexicon.is(first.norm, FUNCTION_WORD) && first.norm.length < 3)
}

/** A word that English does not know: titles in other languages write most words small. */
export const isForeign = ({ lexicon, common }: Knowledge, norm: string): boolean =>
  lexicon.classes(norm) === 0 && !common.has(norm)

interface Run extends Range {
  /** Tokens between two names at which the run may have to be cut. */
  joints: number[]
  opening: boolean
}

/** Runs of capitalised words in a sentence, with the small words that titles hold between them. */
function runsOf(input: NameInput, sentence: Sentence, blocked: Uint8Array): Run[] {
  const { tokens, knowledge } = input
  const { lexicon } = knowledge
  const runs: Run[] = []
  const isNamed = (i: number): boolean => {
    const token = tokens[i]!
    if (
      blocked[i] ||
      token.kind !== 'word' ||
      token.case === 'lower' ||
      NO_NAME.has(token.norm) ||
      token.norm.startsWith("'")
    )
      return false
    if (lexicon.is(token.norm, W.month) && !startsLongerName(tokens, i, lexicon)) return false
    if (lexicon.is(token.norm, W.weekday) && !startsLongerName(tokens, i, lexicon)) return false
    return !(sentence.headline && breaksHeadline(input, i, sentence))
  }
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!isNamed(i) && !isNumberTitle(tokens, i, blocked)) continue
    const joints: number[] = []
    let to = i + 1
    while (to < sentence.to && to - i < MAX_RUN) {
      const token = tokens[to]!
      if (blocked[to] === 1) break
      if (isNamed(to)) {
        to++
        continue
      }
      if (token.kind === 'number' && !blocked[to] && isPartOfName(tokens, to, sentence.to)) {
        to++
        continue
      }
      const bridge = bridgeTo(tokens, to, sentence, isNamed)
      if (!bridge) break
      if (sentence.headline && PARTING.has(token.norm)) break
      joints.push(to)
      to = bridge
    }
    let opening = i === sentence.from
    if (!opening) {
      const before = tokens[i - 1]!
      opening =
        before.kind === 'mark' &&
        /^[“"‘'([:—–•*-]$/.test(before.norm) &&
        (i - 1 === sentence.from || /^[:•*]$/.test(before.norm))
    }
    runs.push({ from: i, to, joints, opening })
    i = to - 1
  }
  return runs
}

/** "9-1-1", "1923", "24": figures that open a name, or stand for one after "the series". */
function isNumberTitle(tokens: readonly Token[], i: number, blocked: Uint8Array): boolean {
  const token = tokens[i]!
  if (token.kind !== 'number' || blocked[i]) return false
  return Boolean(
    tokens[i + 1]?.kind === 'number' &&
      tokens[i + 1]!.glued &&
      tokens[i + 2]?.kind === 'number' &&
      tokens[i + 2]!.glued,
  )
}

const startsLongerName = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean => {
  const next = tokens[i + 1]
  return (
    next?.kind === 'word' &&
    next.case === 'capital' &&
    !next.glued &&
    !/^(at|on|the|and|morning|evening)$/.test(next.norm) &&
    !lexicon.is(next.norm, W.month)
  )
}

/** Figures that end a name: "Station 19", "Scam 2003"; not "Tuesday 19", not "Season 2". */
function isPartOfName(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokens[i]!
  if (token.glued) return true
  if (!/^\d{1,4}$/.test(token.norm)) return false
  const next = i + 1 < end ? tokens[i + 1]! : undefined
  if (next && /^(million|billion|percent|episodes|seasons|years|%|p\.m\.|a\.m\.|pm|am)$/.test(next.norm)) return false
  return !next?.glued
}

/** Index of the capitalised word to which small words, an apostrophe's s or a colon bridge from `i`; 0 when none. */
function bridgeTo(tokens: readonly Token[], i: number, sentence: Sentence, isNamed: (i: number) => boolean): number {
  const end = Math.min(sentence.to, i + 4)
  const token = tokens[i]!
  if (token.norm === "'s" || token.norm === ':' || token.norm === '&' || token.norm === '+') {
    return i + 1 < end && isNamed(i + 1) && (token.norm !== ':' || i > sentence.from + 1) ? i + 1 : 0
  }
  if (token.norm === '!' && i + 1 < end && isNamed(i + 1) && tokens[i + 1]!.spaced) return i + 1
  // Plural possessive: "Friends’ Reunion" has a mark that is no token of its name.
  if ((token.norm === '’' || token.norm === "'") && !token.spaced && i + 1 < end && isNamed(i + 1)) return i + 1
  let k = i
  while (k < end && INSIDE.has(tokens[k]!.norm) && !(ONLY_MARKED.has(tokens[k]!.norm) && tokens[k]!.case === 'lower'))
    k++
  return k > i && k < end && isNamed(k) && tokens[k]!.kind === 'word' ? k : 0
}

const HEADLINE_NOUN = W.series | W.otherWork | W.role
const TITLE_NOUN = new Set([
  'finale',
  'season',
  'showrunner',
  'spinoff',
  'spin-off',
  'trailer',
  'teaser',
  'premiere',
  'renewal',
  'cancellation',
  'ending',
  'cast',
  'casts',
  'reboot',
  'revival',
  'date',
  'exclusive',
  'interview',
  'review',
  'recap',
])

/** In a headline set in title case, verbs, small words and the trade's nouns are capitalised too: they end a name. */
function breaksHeadline({ tokens, knowledge }: NameInput, i: number, sentence: Sentence): boolean {
  const { norm } = tokens[i]!
  const { lexicon } = knowledge
  if (TITLE_NOUN.has(norm)) return true
  if (
    norm === 'will' &&
    i > sentence.from &&
    tokens[i + 1] &&
    lexicon.is(tokens[i + 1]!.norm, W.verbBase | W.be | W.negation)
  )
    return true
  const classes = lexicon.classes(norm)
  if (classes & HEADLINE_NOUN && i > sentence.from) return true
  if (
    classes & (W.modal | W.be | W.have | W.subordinator | W.pronoun | W.negation) &&
    norm !== 'the' &&
    !/^(that|this|no|not|it|you|me|us|will|who|one)$/.test(norm)
  )
    return true
  if (classes & (W.verbS | W.participle | W.verbPast | W.gerund) && i > sentence.from && !(classes & W.given))
    return true
  return PARTING.has(norm)
}

/** Cuts a run at its joints where two things were run together. */
function cutRun(
  input: NameInput,
  run: Run,
  standing: ReadonlySet<string>,
  wholes: ReadonlySet<string>,
): Array<Range & { opening: boolean }> {
  const { tokens } = input
  const parts: Array<Range & { opening: boolean }> = []
  let from = run.from
  for (const joint of run.joints) {
    const mark = tokens[joint]!.norm
    let next = joint + 1
    while (next < run.to && INSIDE.has(tokens[next]!.norm) && tokens[next]!.case === 'lower') next++
    const left: Range = { from, to: joint }
    const rightEnd = run.joints.find((j) => j > joint) ?? run.to
    const right: Range = { from: next, to: rightEnd }
    if (wholes.has(keyOf(tokens, { from, to: rightEnd })) && rightEnd < run.to) continue
    if (!cuts(input, mark, left, right, run, standing)) continue
    parts.push({ ...left, opening: run.opening && from === run.from })
    from = tokens[joint + 1]?.norm === 'the' && mark !== "'s" ? joint + 1 : next
    if (tokens[from]!.case === 'lower') from = next
  }
  if (from < run.to) parts.push({ from, to: run.to, opening: run.opening && from === run.from })
  return parts
}

function cuts(
  input: NameInput,
  mark: string,
  left: Range,
  right: Range,
  run: Run,
  standing: ReadonlySet<string>,
): boolean {
  const { tokens, knowledge } = input
  if (left.to <= left.from) return false
  const leftPerson = personEnd(tokens, left.from, left.to, knowledge) === left.to
  const rightPerson = personEnd(tokens, right.from, right.to, knowledge) === right.to && right.to - right.from > 1
  const seasoned = input.seasons.some((s) => s.from === run.to)
  if (mark === "'s" || mark === '’' || mark === "'") {
    if (leftPerson && left.to - left.from > 1) return true
    if (tokens[right.from]!.norm === 'the' || standing.has(keyOf(tokens, { from: right.from, to: run.to }))) return true
    // "Baz Luhrmann's The Get Down", "Sterlin Harjo's pilot": two words that English does not know are somebody.
    if (
      left.to - left.from === 2 &&
      !knowledge.common.has(tokens[left.from]!.norm) &&
      !knowledge.common.has(tokens[left.to - 1]!.norm) &&
      !knowledge.lexicon.classes(tokens[left.to - 1]!.norm)
    )
      return true
    return (
      left.to - left.from === 1 &&
      /^(marvel|dc|disney|america)$/.test(tokens[left.from]!.norm) &&
      tokens[left.from]!.norm !== 'america'
    )
  }
  if (mark === ':' || mark === '!' || mark === '&' || mark === '+') return false
  const place = isPlace(tokens, right, knowledge)
  if (mark === 'and' || mark === 'or') {
    if (leftPerson || rightPerson || standing.has(keyOf(tokens, left)) || standing.has(keyOf(tokens, right)))
      return true
    if (tokens[right.from]!.norm === 'the') return true
    const before = tokens[run.from - 1]
    // "second seasons of A and B", "both A and B", "A and B were".
    if (
      before?.norm === 'both' ||
      before?.norm === 'between' ||
      (before?.norm === 'of' && tokens[run.from - 2]?.norm.endsWith('s'))
    )
      return true
    if (/^(are|were|have|both|respectively)$/.test(tokens[run.to]?.norm ?? '')) return true
    return before?.norm === ',' || run.joints.filter((j) => tokens[j]!.norm === 'and').length > 1
  }
  if (mark === 'of') return leftPerson && left.to - left.from > 1
  if (mark === 'vs' || mark === 'vs.') return false
  if (mark === 'to') return leftPerson || (place && !seasoned)
  if (PARTING.has(mark)) return (place && !seasoned) || leftPerson || rightPerson || standing.has(keyOf(tokens, left))
  return false
}

const isPlace = (tokens: readonly Token[], range: Range, knowledge: Knowledge): boolean => {
  const name = keyOf(tokens, range)
  return knowledge.places.has(name)
}

/** Where the person's name that starts at `i` ends: a given name, initials, particles, one or two surnames; `i` when none does. */
export function personEnd(
  tokens: readonly Token[],
  i: number,
  end: number,
  { lexicon }: Pick<Knowledge, 'lexicon'>,
): number {
  const first = tokens[i]
  if (!first || i >= end) return i
  const initial = /^([a-z]\.)+$/.test(first.norm) && first.norm !== 'u.s.' && first.norm !== 'u.k.'
  if (!initial && !lexicon.is(first.norm, W.given)) return i
  let k = i + 1
  while (k < end && (tokens[k]!.glued || /^([a-z]\.)+$/.test(tokens[k]!.norm))) k++
  while (k < end && lexicon.is(tokens[k]!.norm, W.given) && k - i < 3 && tokens[k]!.case !== 'lower') k++
  while (k < end && PARTICLE.has(tokens[k]!.norm)) k++
  const surname = tokens[k]
  if (!surname || k >= end || surname.case === 'lower' || surname.kind !== 'word') return k > i + 1 ? k : i
  if (lexicon.is(surname.norm, FUNCTION_WORD)) return k > i + 1 ? k : i
  k++
  while (k < end && (tokens[k]!.glued || /^(jr|sr|iii|ii)\.?$/.test(tokens[k]!.norm))) k++
  return k
}

/** Takes off what a sentence's first capital or a title of office adds: "When The Bear", "President Bela Bajaria". */
function stripLead(
  { tokens, knowledge }: NameInput,
  part: Range & { opening: boolean },
  headline: boolean,
): Range | null {
  const { lexicon } = knowledge
  let { from } = part
  const { to, opening } = part
  if (opening && to > from) {
    const { norm } = tokens[from]!
    const classes = lexicon.classes(norm)
    const alone = to - from === 1
    if (classes & FUNCTION_WORD && norm !== 'the' && (alone || !(classes & (W.modal | W.given)))) from++
    else if (norm === 'the' && alone) from++
    else if (
      alone &&
      classes & (W.adverb | VERB | W.role | W.series | W.number | W.ordinal | W.say) &&
      !(classes & W.given)
    )
      from++
    else if (
      !alone &&
      tokens[from + 1]!.case === 'lower' &&
      tokens[from + 1]!.norm !== "'s" &&
      knowledge.common.has(norm) &&
      !(classes & W.given)
    )
      from += 2
    else if (!alone && classes & (W.adverb | W.gerund) && !(classes & W.given) && to - from > 1) from++
  }
  // Offices and descriptions before a name: "Showrunner Melissa Rosenberg", "British drama".
  if (headline)
    while (
      from < to &&
      lexicon.is(tokens[from]!.norm, FUNCTION_WORD | W.adverb) &&
      !/^(the|a|an)$/.test(tokens[from]!.norm) &&
      !lexicon.is(tokens[from]!.norm, W.given)
    )
      from++
  // "Part One", "Volume Two".
  if (to - from === 1 && lexicon.is(tokens[from]!.norm, W.number | FUNCTION_WORD | W.ordinal)) return null
  while (
    from < to - 1 &&
    lexicon.is(tokens[from]!.norm, W.role) &&
    personEnd(tokens, from + 1, to, knowledge) > from + 1
  )
    from++
  while (from < to && INSIDE.has(tokens[from]!.norm) && tokens[from]!.case === 'lower' && tokens[from]!.norm !== 'the')
    from++
  while (from < to && (tokens[from]!.norm.startsWith("'") || tokens[from]!.kind === 'mark')) from++
  if (from >= to || tokens[from]!.glued) return null
  return { from, to }
}
