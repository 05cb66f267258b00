// Names: stretches of the text that may name a show, a person, a work or anything else. What they name is decided in
// entities.ts, from all places where the name occurs; here only where each begins and ends.
import type { Span } from '../article/article.ts'
import type { Quotation, Range, Sentence } from './document.ts'
import type { KnownName } from './gazetteer.ts'
import type { Knowledge } from './knowledge.ts'
import { FUNCTION_WORD, VERB, W } from './lexicon.ts'
import { isAllCaps } from './names/caps.ts'
import { joinAtCommas } from './names/commas.ts'
import { cutRun, stripLead } from './names/cuts.ts'
import { entryTitles } from './names/entries.ts'
import { keyOf } from './names/keys.ts'
import { knownSeries } from './names/known.ts'
import { isFigureTitle, runsOf } from './names/runs.ts'
import { opensVerdict } from './names/scorecards.ts'
import { isTitleLike, MAX_MARKED, titleQuotations, tokensOf, trim } from './names/titles.ts'
import { beginningAt, holding } from './ranges.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'
import { isAdverb } from './verbs/adverbs.ts'

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
  /** Where somebody answers in an interview. */
  const answers = new Set(quotations.flatMap((q) => (q.answer ? q.from : [])))
  for (const range of entryTitles(tokens, input.sentences, orgs, answers)) take(range, 'emphasised')
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
  for (const range of knownSeries(input, blocked)) {
    take(range, null)
    blocked.fill(1, range.from, range.to)
  }
  const standing = new Set(names.map((n) => n.key))
  const runs = input.sentences.flatMap((sentence) => runsOf(input, sentence, blocked))
  // Names that stand by themselves tell where a run of several must be cut ("LA Fire and Rescue and Jimmy Fallon").
  const wholes = new Map<string, number>()
  for (const run of runs) {
    const key = keyOf(tokens, run)
    if (run.joints.length) wholes.set(key, (wholes.get(key) ?? 0) + 1)
    else standing.add(key)
  }
  // "Ann Lee’s Fire and Ice and Dan Hale’s Low Orbit": what is left whole of a longer run is whole elsewhere too.
  for (const run of runs)
    for (const part of run.joints.length > 1 ? cutRun(input, run, standing, wholes) : []) {
      const whole = run.joints.some((j) => part.from < j && j < part.to) && (part.from > run.from || part.to < run.to)
      const key = keyOf(tokens, part)
      if (whole && wholes.has(key)) wholes.set(key, wholes.get(key)! + 1)
    }
  /** Names that stand capitalised in the middle of a sentence: at its head they are names too. */
  const inProse = new Set(runs.filter((r) => !r.opening && !inHeadline(input, r)).map((r) => keyOf(tokens, r)))
  for (const run of runs) {
    for (const part of cutRun(input, run, standing, wholes)) {
      const range = stripLead(input, part, inHeadline(input, part), standing, wholes)
      if (!range || isFigures(input, range)) continue
      if (
        (part.opening || inHeadline(input, range)) &&
        !inProse.has(keyOf(tokens, range)) &&
        isCommonWord(input, range)
      )
        continue
      // "RUTH ALDOUS: We are not done": who answers an interview.
      const caps = isAllCaps(tokens, range) && !inHeadline(input, range) && !answers.has(range.to + 1)
      take(range, caps && range.to - range.from > 1 ? 'caps' : null)
    }
  }
  names.sort((a, b) => a.from - b.from)
  return joinAtCommas(input, names)
}

/** Figures alone name a series only where a season stands behind them, or they do what a series does. */
function isFigures(input: NameInput, { from, to }: Range): boolean {
  if (to - from !== 1 || input.tokens[from]!.kind !== 'number') return false
  if (beginningAt(input.seasons, to)?.sense === 'numbered') return false
  const sentence = holding(input.sentences, from)
  return !(sentence && isFigureTitle(input, from, sentence))
}

function inHeadline({ sentences }: NameInput, range: Range): boolean {
  const sentence = holding(sentences, range.from)
  return sentence ? sentence.headline && range.to <= sentence.to : false
}

/** A lone capitalised common word names nothing, unless a season or a series noun beside it says so; nor does "Renewed Shows". */
function isCommonWord({ tokens, sentences, knowledge, seasons }: NameInput, { from, to }: Range): boolean {
  const { lexicon, common } = knowledge
  const { norm } = tokens[from]!
  if (to - from === 2 && lexicon.is(norm, W.participle | W.gerund) && holding(sentences, from)?.to === to)
    return /^(shows|series|dramas|comedies)$/.test(tokens[to - 1]!.norm)
  if (to - from !== 1) return false
  // "Hopefully we're coming back", but "Firefly returns".
  const behind = tokens[to]
  if (
    norm.endsWith('ly') &&
    isAdverb(norm, lexicon.classes(norm)) &&
    behind &&
    !lexicon.is(behind.norm, VERB | W.be | W.have | W.modal)
  )
    return behind.norm !== "'s"
  const plain =
    lexicon.is(norm, W.number | W.ordinal | W.series | W.otherWork | W.role | W.adverb | FUNCTION_WORD | VERB) &&
    !lexicon.is(norm, W.given)
  if (!plain && !common.has(norm)) return false
  if (beginningAt(seasons, to)?.sense === 'numbered') return false
  const sentence = holding(sentences, from)
  if (sentence && to + 1 < sentence.to && opensVerdict(tokens, to + 1, sentence, lexicon)) return false
  const before = tokens[from - 1]
  return !(before && before.case === 'lower' && lexicon.is(before.norm, W.series) && !lexicon.is(norm, W.series))
}
