// The season that a claim is about: what stands around the event's words, and the ranker's choice.
import type { ClaimsInput } from '../claims.ts'
import { clauseEnd } from '../clauses.ts'
import type { Entity } from '../entities.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import { type SeasonOption, seasonOptions } from '../numbering/options.ts'
import { lastShown, type NumberMention, type SeasonCase } from '../numbering.ts'
import { lastBefore, within } from '../ranges.ts'
import { rank } from '../scales.ts'
import { cardinal } from '../seasons/numerals.ts'
import type { SeasonMention } from '../seasons.ts'
import { wordsIn } from '../tokens.ts'
import type { Resolved } from './resolve.ts'
import type { OwnedSeason } from './shown.ts'

/** A season beyond the first. */
export const isFurther = (s: SeasonMention): boolean =>
  s.sense === 'another' || s.sense === 'final' || s.sense === 'new' || s.numbers.some((n) => n > 1)

/** The ranker's choice among the seasons; without weights the rules'. */
export function chooseSeason(
  input: ClaimsInput,
  c: SeasonCase,
): { numbers: ReadonlyArray<number | null>; option?: SeasonOption } {
  const scales = input.knowledge.scales?.numbering
  if (!scales) return { numbers: c.rule }
  const options = seasonOptions(c)
  const odds = rank(options, scales)
  // What returns has been there before.
  const isFirst = ({ numbers, from }: SeasonOption): boolean => numbers[0] === 1 && !from.includes('mention')
  const ruleOut = (isOut: (option: SeasonOption) => boolean): void => {
    for (const [i, option] of options.entries()) if (isOut(option)) odds[i] = 0
  }
  if (isHeld(c)) ruleOut((o) => !isFirst(o))
  else if (returns(c) || isOneMore(c) || isAwaited(c)) ruleOut(isFirst)
  if (isOpen(c)) {
    const behind = Math.max(c.factuality === 'yes' ? 0 : c.history.year, lastShown(c.history), beyond(c))
    const follows = behind > c.history.year && options.some((o) => o.numbers[0] === behind + 1)
    ruleOut(({ numbers }) => (numbers[0] ? numbers[0] <= behind : follows))
  }
  const shown = lastShown(c.history, c.candidate.trigger.from)
  if (shown && isBehind(c) && options.some((o) => o.numbers[0] === shown + 1))
    ruleOut(({ numbers }) => (numbers[0] ?? 0) <= shown)
  const next = isOfYear(c) ? options.findIndex((o) => o.numbers[0] === c.history.year + 1) : -1
  if (next >= 0) odds[next] = 1
  // A number that stands with the event's own words is told, not inferred, unless they hardly belong together.
  const mention = options.findIndex((o) => o.from.includes('mention'))
  // "seasons 9 and 10": what is probable of one of them is so of all.
  const all = options[mention]?.numbers ?? []
  const oddsOfAll = odds.reduce((sum, p, i) => sum + (options[i]!.numbers.every((n) => all.includes(n)) ? p : 0), 0)
  const told = mention >= 0 && !c.season?.soft && oddsOfAll > TOLD ? mention : spokenOf(c, options, odds)
  const option = options[told < 0 ? odds.indexOf(Math.max(...odds)) : told]!
  const [first] = option.numbers
  // "renewed for two more", "a two-season order": the one that is chosen and those behind it.
  const count = Math.min(c.season?.sense === 'another' ? c.season.count : orderedAtOnce(input, c), MOST_AT_ONCE)
  if (!first || option.numbers.length >= count) return { numbers: option.numbers, option }
  const start = startOf(c, first, count)
  return { numbers: Array.from({ length: count }, (_, k) => start + k), option }
}

/** The first of several seasons told of at once, where the last of them may have been chosen: "two more, … the fourth and fifth", "through Season 8". */
function startOf({ mentions, history }: SeasonCase, chosen: number, count: number): number {
  if (mentions.some((m) => m.n === chosen && m.lead === 'through')) return Math.max(1, chosen - count + 1)
  const isToCome = (n: number): boolean => mentions.some((m) => m.n === n && !m.past)
  return history.aired < chosen && isToCome(chosen) && isToCome(chosen - 1) ? chosen - 1 : chosen
}

/** "Asked about a third season, she said: never say never": the one to come that is spoken of, unless it is hardly probable; -1 for none. */
const spokenOf = (c: SeasonCase, options: readonly SeasonOption[], odds: readonly number[]): number =>
  c.season || c.event !== 'renewal' || !c.nearIsNew
    ? -1
    : options.findIndex((o, i) => o.numbers[0] === c.near && o.numbers.length === 1 && odds[i]! > SPOKEN)

/** "returns in May", "the return of X", "is back on May 5". */
const returns = ({ event, starts, candidate: { view, trigger } }: SeasonCase): boolean =>
  event === 'premiere' &&
  !starts &&
  /\b(return|returns|returned|returning|back)\b/.test(wordsIn(view.tokens, trigger.from, trigger.to))

/** "no decision has been made on the sophomore drama X", "it will be back": the year that it is in is not what is decided on. */
const isOpen = (c: SeasonCase): boolean =>
  c.event === 'renewal' && (c.factuality !== 'yes' || !c.past) && (!c.season?.numbers.length || beyond(c) > 0)

/** "renewed the sophomore drama X": it has a third, though a season of another show may stand nearer. */
const isOfYear = ({
  event,
  factuality,
  season,
  dated,
  history,
  mentions,
  candidate: { trigger },
}: SeasonCase): boolean =>
  event === 'renewal' &&
  history.year > 0 &&
  !season?.numbers.length &&
  !mentions.length &&
  (factuality !== 'yes' || (!dated && Boolean(trigger.group?.lemmas.includes('renew'))))

/** "ordered another season": what is told behind a season that has been shown is told of the next. */
const isBehind = (c: SeasonCase): boolean => {
  const { event, season, past, dated, yearsAgo, factuality, candidate } = c
  if (season?.numbers.length) return false
  if (event === 'premiere') return !past && returns(c)
  if (event !== 'renewal') return false
  return (
    season?.sense === 'another' ||
    factuality !== 'yes' ||
    candidate.trigger.group?.perfect === true ||
    !past ||
    (dated && yearsAgo !== null && yearsAgo < JUST)
  )
}

/** Years since a decision that is this article's news. */
const JUST = 0.1

/** "its future beyond season 2": the season that is behind then; 0 for none. */
const beyond = ({ mentions, candidate: { view } }: SeasonCase): number =>
  Math.max(0, ...mentions.flatMap((m) => (m.sentence === view.sentence.i && m.lead === 'beyond' ? m.n : [])))

/** "X will be held for midseason", and nothing tells of a season of X: it is new. */
const isHeld = ({ event, season, history, candidate: { trigger } }: SeasonCase): boolean =>
  event === 'premiere' &&
  trigger.phrase.phrase.startsWith('{hold}|{save}') &&
  !season &&
  !history.latest &&
  !history.year &&
  !history.returning

/** "the new season", "another season". */
const isOneMore = ({ season }: SeasonCase): boolean =>
  season !== null && !season.numbers.length && (season.sense === 'another' || season.sense === 'new')

/** "renewed for a second season, though there's no word on when it will premiere": the day of the first is known by then. */
const isAwaited = ({ event, factuality, history, near }: SeasonCase): boolean =>
  event === 'premiere' && factuality === 'undecided' && Math.max(history.ordered, near ?? 0) > 1

/** "a two-season order for X", "ordered two seasons of X", "renewed for two seasons": how many seasons one decision is about. */
function orderedAtOnce({ seasons }: ClaimsInput, { event, season, candidate }: SeasonCase): number {
  if ((event !== 'order' && event !== 'renewal') || season?.numbers.length) return 1
  const { view, trigger } = candidate
  const { tokens } = view
  const counted = within(seasons, { from: trigger.from, to: clauseEnd(view, trigger.to) }).find(
    (s) =>
      s.sense === 'count' &&
      (tokens.slice(s.to, s.to + 5).some((t) => view.lexicon.among('decision', t.norm)) ||
        /^(for|of)$/.test(tokens[s.from - 1]?.norm ?? '') ||
        s.from === trigger.to),
  )
  return Math.max(1, counted?.count ?? 1)
}

/** What stands with the event's words is meant unless it is less probable than this. */
const TOLD = 0.2

/** A season that is only spoken of is meant unless it is less probable than this. */
const SPOKEN = 0.15

/** Nobody orders more seasons at once. */
const MOST_AT_ONCE = 4

/** The number of the show's season that stands nearest to the event's words in their sentence, whether it is brought in as new, and the last one before that sentence. */
export function numbersAround(
  input: ClaimsInput,
  { candidate, show }: Resolved,
  owners: ReadonlyMap<SeasonMention, readonly OwnedSeason[]>,
): { near: number | null; nearIsNew: boolean; before: number | null } {
  const { view, trigger } = candidate
  const own = (s: SeasonMention): boolean => owners.get(s)?.some((m) => m.show === show) ?? true
  const away = (s: SeasonMention): number =>
    s.to <= trigger.from ? trigger.from - s.to : Math.max(0, s.from - trigger.to)
  const near = within(input.numbered, view.sentence)
    .filter(own)
    .sort((a, b) => away(a) - away(b))[0]
  const before = lastBefore(input.numbered, view.sentence.from, own)
  // "of a potential third season".
  const lead = (k: number): string => view.tokens[k]?.norm ?? ''
  const at = near ? near.from - (/^(potential|possible|hypothetical)$/.test(lead(near.from - 1)) ? 2 : 1) : -1
  const nearIsNew = near !== undefined && /^(a|an|any|no|another)$/.test(lead(at))
  return { near: near?.numbers[0] ?? null, nearIsNew, before: before?.numbers[0] ?? null }
}

/** What an article says of a show's seasons it has said by then. */
const MOST_MENTIONS = 40

/** Every season number that the article gives the show, with where and how it stands. */
export function numbersOf(
  { views, sentenceOf }: ClaimsInput,
  mentions: readonly OwnedSeason[],
): Map<Entity, NumberMention[]> {
  const found = new Map<Entity, NumberMention[]>()
  for (const { show, season, past } of mentions) {
    const own = found.get(show) ?? []
    found.set(show, own)
    const sentence = sentenceOf[season.from]!
    const lead = leadOf(views[sentence]!, season.from)
    for (const n of season.numbers)
      if (own.length < MOST_MENTIONS) own.push({ n, sentence, past, at: season.from, lead })
  }
  return found
}

/** Tokens before a season that may lead to it. */
const LEAD = 4

/** "beyond season 3", "would be entering its eighth season": how what happens stands to that season. */
function leadOf({ tokens, sentence, lexicon }: SentenceView, from: number): string {
  if (tokens.slice(Math.max(sentence.from, from - LEAD), from).some((t) => t.norm === 'would')) return 'would'
  for (let k = from - 1; k >= sentence.from && k >= from - LEAD; k--) {
    const { norm, kind } = tokens[k]!
    if (lexicon.among('leadsSeason', norm)) return norm
    if (kind === 'mark') break
  }
  return '-'
}

/** "after four", "after five years": how many there were, where the noun is left out or another. */
function countOf(view: EventCandidate['view'], from: number, end: number): number {
  for (let k = from; k < end - 1; k++) {
    if (!/^(after|for|through|following)$/.test(view.tokens[k]!.norm)) continue
    let j = k + 1
    while (j < end && /^(just|only|its|a|the|successful)$/.test(view.tokens[j]!.norm)) j++
    const n = j < view.sentence.to ? cardinal(view.tokens[j]!.norm) : 0
    const next = view.tokens[j + 1]
    if (
      n &&
      n < 40 &&
      (!next || next.kind === 'mark' || j + 1 >= view.sentence.to || view.lexicon.among('behindCount', next.norm))
    )
      return n
  }
  return 0
}

/** "will end after five seasons": the fifth is the last. */
export function countBehind(input: ClaimsInput, { view, trigger }: EventCandidate): number {
  const end = clauseEnd(view, trigger.to)
  const count = within(input.seasons, { from: trigger.from, to: end }).find(
    (s) => s.sense === 'count' && !/^(first|last|past|previous)$/.test(view.tokens[s.from - 1]?.norm ?? ''),
  )
  return count && count.count > 0 ? count.count : countOf(view, trigger.to, end)
}
