// From event candidates to claims: show and season resolved, date and platform found, factuality and speaker read, and
// what one speaker says twice said once.

import type { Attribution, Source } from './attribution.ts'
import type { Direction } from './calendar.ts'
import type { Claim, Event, Factuality, Step } from './claim.ts'
import { clauseEnd } from './clauses.ts'
import type { DateMention } from './dates.ts'
import { type Range, spanOf } from './document.ts'
import type { Entity } from './entities.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { withSeason } from './events.ts'
import type { HedgeMention, Reading } from './factuality.ts'
import { readFactuality } from './factuality.ts'
import type { Knowledge } from './knowledge.ts'
import type { Option } from './linking.ts'
import { optionsOf, rank } from './linking.ts'
import type { OrgMention } from './names.ts'
import type { SeasonCase, SeasonHistory, SeasonOption } from './numbering.ts'
import { gatherHistory, noHistory, numberSeasons, seasonOptions } from './numbering.ts'
import { lastBefore, within } from './ranges.ts'
import type { SeasonMention } from './seasons.ts'
import type { ThemeMention } from './themes.ts'
import type { Topics } from './topics.ts'
import {
  noShow,
  whyCertain,
  whyDate,
  whyEvent,
  whyNobody,
  whySeason,
  whySeries,
  whyShow,
  whyShowByRule,
} from './why.ts'

export interface ClaimsInput {
  text: string
  views: readonly SentenceView[]
  candidates: readonly EventCandidate[]
  bySentence: ReadonlyArray<readonly EventCandidate[]>
  hedges: ReadonlyArray<readonly HedgeMention[]>
  dates: ReadonlyArray<readonly DateMention[]>
  counts: ReadonlyArray<{ show: Entity; count: number }>
  topics: Topics
  attribution: Attribution
  speechOf: Int32Array
  seasons: readonly SeasonMention[]
  /** Those of the seasons that are told by number. */
  numbered: readonly SeasonMention[]
  /** Where somebody wants to know: words that came to no claim, each with the step at which they were passed over. */
  passedOver?: Step[]
  /** Who published the article. */
  outlet: string | null
  /** The first network that the article names. */
  network: OrgMention | null
  knowledge: Knowledge
  /** Untitled offshoots, by key, as they come up. */
  offshoots: Map<string, Entity>
  /** How much the article as a whole is about television, -1 to 1. */
  television: number
}

interface Resolved {
  candidate: EventCandidate
  show: Entity
  season: SeasonMention | null
  event: Event
  why: Step[]
}

/** Verbs of a first appearance: a series that premieres begins; one that returns does not. */
const STARTS = /^(premiere|debut|bow|launch|release|air|drop|arrive|roll|hit|land|stream|come|kick|begin|start)$/

/** Makes the claims of an article. */
export function makeClaims(input: ClaimsInput): Claim[] {
  return merge(draftClaims(input))
}

/** Claims before what is said twice is said once. For training, and for makeClaims. */
export function draftClaims(input: ClaimsInput): Draft[] {
  const resolved = input.candidates.flatMap((candidate) => resolve(input, candidate))
  const mentions = seasonMentions(input)
  const owners = new Map(mentions.map((m) => [m.season, m.show]))
  const histories = gatherHistory(
    mentions,
    resolved.map((r) => ({ show: r.show, event: r.event, season: r.season, candidate: r.candidate })),
    input.counts,
  )
  return resolved.flatMap((r) => draft(input, r, histories.get(r.show) ?? noHistory(), owners))
}

/** A candidate with the shows that it may be about. For training, and for makeClaims. */
export function proposalsOf(
  input: ClaimsInput,
  candidate: EventCandidate,
): { candidate: EventCandidate; options: Option[]; reading: Reading } {
  const show = byRule(input, candidate)
  const reading = readFactuality(
    candidate,
    input.hedges[candidate.view.sentence.i]!,
    input.speechOf[candidate.trigger.from]! >= 0,
  )
  const doubted = { ...candidate, doubts: [...candidate.doubts, ...doubtsOf(input, candidate, show)] }
  return {
    candidate: doubted,
    reading,
    options: optionsOf({ ...input, common: input.knowledge.common }, doubted, show, reading.factuality ?? 'none'),
  }
}

/** The shows that a candidate is about, one entry each; [] when none can be told, or when it is no claim. */
function resolve(input: ClaimsInput, candidate: EventCandidate): Resolved[] {
  const { trigger, view } = candidate
  const weights = input.knowledge.weights?.linking
  if (!weights) {
    if (candidate.doubts.length) return pass(input, candidate, 'events', () => candidate.doubts.join(', '))
    const show = byRule(input, candidate)
    const doubts = doubtsOf(input, candidate, show)
    if (!show || doubts.length) return pass(input, candidate, 'topics', () => doubts.join(', '))
    return [settle(candidate, show, [whyEvent(input.text, candidate), ...whyShowByRule(input.text, candidate, show)])]
  }
  const { candidate: doubted, options } = proposalsOf(input, candidate)
  const odds = rank(options, weights)
  const best = choose(doubted, options, odds)
  const option = options[best]!
  if (!option.show) return pass(input, doubted, 'linking', () => noShow(options, odds, doubted))
  const why = [whyEvent(input.text, candidate), whyShow(options, odds, best, weights)]
  const { theme } = option
  if (theme === candidate.theme) return [settle(candidate, option.show, why)]
  const linked = {
    ...candidate,
    ...(theme ? withSeason(view, trigger, theme, 'linked') : { theme: null, season: candidate.season }),
  }
  const list = theme ? theme.list.map((i) => view.themes[i]!).filter((t) => t.show) : []
  if (list.length < 2) return [settle(linked, option.show, why)]
  return list.map((t) => settle({ ...linked, theme: t, season: t.season ? null : linked.season, list }, t.show!, why))
}

/** Passes a candidate over, and remembers why. */
function pass(input: ClaimsInput, candidate: EventCandidate, stage: string, reason: () => string): [] {
  if (!input.passedOver) return []
  const { note, span } = whyEvent(input.text, candidate)
  input.passedOver.push({ stage, note: `${note}: ${reason()}`, ...(span ? { span } : {}) })
  return []
}

/** What the rules accept falls only when "none" is this probable, and what they reject stands only when "none" is no more than this. */
const FALLS = 0.8
const STANDS = 0.15
/** Another show than the rules' must be this many times as probable. */
const SWITCHES = 5

/** The option that stands: the ranker's, but the rules' where the ranker is not sure. */
function choose(candidate: EventCandidate, options: readonly Option[], odds: readonly number[]): number {
  const last = options.length - 1
  const none = odds[last]!
  const top = odds.indexOf(Math.max(...odds.slice(0, last)))
  const ruled = options.findIndex((o) => o.features.includes('rule'))
  const accepted = ruled >= 0 && !candidate.doubts.length
  if (!accepted) return none > STANDS ? last : top
  if (none > FALLS) return last
  return odds[top]! > SWITCHES * odds[ruled]! ? top : ruled
}

function settle(found: EventCandidate, show: Entity, why: Step[]): Resolved {
  const candidate = ofPilot(found, show)
  const { theme, season, trigger, view } = candidate
  const mention = theme?.season ?? season?.season ?? null
  let { event } = trigger.phrase
  if (theme?.anaphor === 'indefinite') show.isNew = true
  if (
    event === 'order' &&
    ((mention && isFurther(mention)) || (theme && /^(more|further)$/.test(view.tokens[theme.from - 1]?.norm ?? '')))
  )
    event = 'renewal'
  return { candidate, show, season: mention, event, why }
}

/** A pilot is neither renewed nor cancelled: what is open is its order, and what is not taken forward is not ordered. */
function ofPilot(candidate: EventCandidate, show: Entity): EventCandidate {
  const { trigger, view, theme, season } = candidate
  const { event, factuality } = trigger.phrase
  if ((event !== 'renewal' && event !== 'cancellation') || theme?.season || season) return candidate
  const { tokens } = view
  const isPilot = show.mentions.some(({ from, to }) => {
    if (/^pilots?$/.test(tokens[to]?.norm ?? '')) return true
    for (let k = from - 1; k >= 0 && k > from - 5; k--) {
      if (/^pilots?$/.test(tokens[k]!.norm)) return true
      if (/^[.;]$/.test(tokens[k]!.norm)) return false
    }
    return false
  })
  if (!isPilot) return candidate
  const ordered =
    event === 'renewal' ? factuality : factuality === 'yes' ? 'no' : factuality === 'no' ? 'yes' : factuality
  return { ...candidate, trigger: { ...trigger, phrase: { ...trigger.phrase, event: 'order', factuality: ordered } } }
}

/** The show that the rules alone take a candidate to be about. */
const byRule = (input: ClaimsInput, candidate: EventCandidate): Entity | null =>
  candidate.theme?.show ?? antecedent(input, candidate.view, candidate.theme, candidate.trigger.from)

/** What speaks against a candidate once its show is known. */
function doubtsOf(input: ClaimsInput, candidate: EventCandidate, show: Entity | null): string[] {
  if (!show) return ['no show']
  const { theme, season, trigger } = candidate
  const { event, needs } = trigger.phrase
  const doubts: string[] = []
  if (needs === 'new' && !show.isNew && !show.limited && theme?.anaphor !== 'indefinite') doubts.push('not new')
  if (!acceptable(input, show, candidate, theme?.season ?? season?.season ?? null)) doubts.push('hardly a series')
  // Something brought in with "a" is ordered, made or dated; it is not renewed or cancelled.
  if (theme?.anaphor === 'indefinite' && event !== 'order' && event !== 'production' && event !== 'premiere')
    doubts.push('brought in just now')
  return doubts
}

/** How much the words that tell the event prove that a series is meant, beyond what the article says of the name. */
const PROOF: Readonly<Record<Event, number>> = {
  renewal: 0.8,
  cancellation: 0.8,
  order: 0.8,
  premiere: 0.6,
  ending: 0.8,
  production: 0.7,
  delay: 0.5,
}
const STRONG: Readonly<Record<string, number>> = {
  '{renew}': 1.6,
  '{axe}': 1.2,
  '{ax}': 1.2,
  '{recommission}': 2.5,
  '{cancel}': 1.1,
  renewal: 1.2,
  '{return}': 0.3,
  '{announce}': 0.3,
}

/** Whether a name may be taken for a series where it stands: its own evidence, that of the words around it, and the article's. */
function acceptable(
  input: ClaimsInput,
  show: Entity,
  { trigger, view }: EventCandidate,
  season: SeasonMention | null,
): boolean {
  if (
    input.television < 0.2 &&
    show.kind !== 'series' &&
    !trigger.phrase.proves &&
    !(season && season.sense !== 'this' && !season.soft)
  )
    return false
  if (onOtherStage(view, trigger)) return false
  // In an article about film, sport, games or books a season proves nothing.
  if (input.television < -0.1 && !show.seasoned && !show.called) return false
  if (input.television < -0.3 && show.series < 4) return false
  if (show.kind === 'series') return true
  const { phrase } = trigger
  if (show.kind === 'other') return (phrase.event === 'order' || phrase.event === 'production') && saysAsSeries(view)
  if (show.kind !== 'work' && show.kind !== 'unknown') return false
  const seasoned = season?.soft ? 0 : season && season.sense !== 'this' ? 2 : season ? 0.8 : 0
  const proof = phrase.proves ? 2 : (STRONG[phrase.phrase] ?? PROOF[phrase.event])
  const screen = view.orgs.some((o) => o.names.some((n) => n.kind === 'network')) ? 0.6 : 0
  const dated = input.dates[view.sentence.i]!.length && phrase.event === 'premiere' ? 0.5 : 0
  const own = show.series - Math.max(show.other, show.person, show.network)
  // A name that nothing speaks against needs less to speak for it.
  const clean = show.other === 0 && show.person === 0 && show.network === 0 && input.television > 0.6 ? 0.4 : 0
  return own + seasoned + proof + screen + dated + clean + input.television >= (show.kind === 'work' ? 1.5 : 2)
}

const OTHER_STAGE =
  /^(stage|theatre|theatres|theaters|playhouse|cinema|cinemas|theatrical|theatrically|album|records|musical|concert|exhibition|bookshops|bookstores|paperback|playstation|xbox|nintendo|steam|stand-up|arena|stadium|screening|licence|license|lease|contract|convention|warehouse)$/

/** The words around the event say that something else than a series is meant: "opens in cinemas", "a stage revival". */
const onOtherStage = ({ tokens, sentence }: SentenceView, { from, to }: { from: number; to: number }): boolean => {
  for (let k = Math.max(sentence.from, from - 8); k < Math.min(sentence.to, to + 8); k++)
    if (
      OTHER_STAGE.test(tokens[k]!.norm) &&
      !/^(development|early|late|planning|of|script|this)$/.test(tokens[k - 1]?.norm ?? '')
    )
      return true
  return false
}

/** "to develop the novel as a TV series": a book becomes a series. */
const saysAsSeries = ({ tokens, sentence }: SentenceView): boolean => {
  for (let k = sentence.from; k < sentence.to; k++)
    if (/^(series|adaptation|adapt|television|tv|show|drama)$/.test(tokens[k]!.norm)) return true
  return false
}

const isFurther = (s: SeasonMention): boolean =>
  s.sense === 'another' || s.sense === 'final' || s.sense === 'new' || s.numbers.some((n) => n > 1)
/** The show that a pronoun, "the series" or a bare season stands for. */
function antecedent(input: ClaimsInput, view: SentenceView, theme: ThemeMention | null, at: number): Entity | null {
  const position = theme?.from ?? at
  if (theme?.anaphor === 'former' || theme?.anaphor === 'latter') {
    const named = input.views.flatMap((v) => v.themes.filter((t) => t.show && t.to <= position).map((t) => t.show!))
    const latter = named.at(-1) ?? null
    return theme.anaphor === 'latter' ? latter : (named.findLast((s) => s !== latter) ?? null)
  }
  if (theme?.anaphor === 'indefinite') return introduced(input, view, theme)
  if (theme?.of) return offshoot(input, theme.of, position)
  const before = view.themes.filter(
    (t) => t.show && t.to <= position && !t.aside && (!t.weak || t.show === input.topics.main),
  )
  const subject = before.findLast((t) => !t.oblique) ?? before.at(-1)
  if (subject) return subject.show
  const topic = input.topics.before[view.sentence.i] ?? null
  if (topic) return topic
  return view.themes.find((t) => t.show)?.show ?? null
}

/** "has ordered a new drama from Y": the series that this sentence or the next ones name, or the new one that the article is about. */
function introduced(input: ClaimsInput, view: SentenceView, theme: ThemeMention): Entity | null {
  const here = view.themes.find((t) => t.show && !t.aside && !t.weak && t.from >= theme.to && t.from - theme.to <= 16)
  if (here) return here.show
  for (let i = view.sentence.i + 1; i <= view.sentence.i + 3 && i < input.views.length; i++) {
    const next = input.views[i]!
    if (next.sentence.furniture) continue
    const named = next.themes.find((t) => t.show && !t.aside && !t.oblique && (!t.weak || t.show === input.topics.main))
    if (named) return named.show
  }
  const { main } = input.topics
  return main?.isNew || main?.limited || view.sentence.i <= 2 ? main : null
}

/** "The X spinoff": the show that the article is about, unless that is X itself; an untitled one goes by "X spinoff". */
function offshoot(input: ClaimsInput, of: Entity, position: number): Entity | null {
  const { main, before } = input.topics
  const here =
    before[
      input.views.find((v) => v.themes.some((t) => t.from <= position && position <= t.to && t.of === of))?.sentence
        .i ?? 0
    ]
  for (const show of [here, main]) if (show && show !== of && show.kind === 'series') return show
  const key = `${of.key} spinoff`
  const known = input.offshoots.get(key)
  if (known) return known
  const untitled: Entity = {
    ...of,
    key,
    name: `${of.name} spinoff`,
    kind: 'series',
    mentions: [],
    isNew: true,
    limited: false,
  }
  input.offshoots.set(key, untitled)
  return untitled
}

/** Season mentions with the shows that they belong to, for the article's history of each show. */
function seasonMentions(input: ClaimsInput): Array<{ show: Entity; season: SeasonMention; past: boolean }> {
  const found: Array<{ show: Entity; season: SeasonMention; past: boolean }> = []
  for (const view of input.views) {
    if (view.sentence.furniture) continue
    for (const theme of view.themes) {
      if (!theme.season) continue
      // "their own second seasons": of others than the passage's show.
      if (
        !theme.show &&
        view.tokens.slice(theme.from - 2, theme.from + 1).some((t) => t.norm === 'their' || t.norm === 'own')
      )
        continue
      const show = theme.show ?? antecedent(input, view, theme, theme.from)
      if (!show) continue
      const group =
        view.groups.find((g) => g.from >= theme.to && g.from <= theme.to + 3 && g.finite) ??
        view.groups.findLast((g) => g.to <= theme.from && theme.from - g.to <= 4)
      const past =
        group !== undefined &&
        group.tense === 'past' &&
        !group.passive &&
        !/^(order|announce|confirm|renew|get|give|commission|tell|say)$/.test(group.lemmas[0] ?? '')
      found.push({ show, season: theme.season, past })
    }
  }
  return found
}

export interface Draft extends Claim {
  headline: boolean
  seasonCase: SeasonCase
}

function draft(
  input: ClaimsInput,
  r: Resolved,
  history: SeasonHistory,
  owners: ReadonlyMap<SeasonMention, Entity>,
): Draft[] {
  const { candidate, show, event } = r
  const { view, trigger } = candidate
  const inSpeech = input.speechOf[trigger.from]! >= 0
  if (view.sentence.question && !inSpeech) return pass(input, candidate, 'claims', () => 'its sentence only asks')
  const reading: Reading = readFactuality(candidate, input.hedges[view.sentence.i]!, inSpeech)
  if (!reading.factuality)
    return pass(input, candidate, 'factuality', () => reading.why.at(-1)?.note ?? 'it says nothing of what happens')
  let source: Source = input.attribution.of(view, trigger, trigger.group)
  if (reading.anonymous && source.speaker === null && !source.via.length)
    source = {
      speaker: 'anonymous',
      role: 'anonymous',
      via: [],
      why: [{ stage: 'attribution', note: 'unnamed sources' }],
    }
  const past = isPast(candidate)
  const date = dateOf(input, candidate, past)
  if (event === 'ending' && !ends(candidate, date))
    return pass(
      input,
      candidate,
      'claims',
      () => 'no season, run or day says that the series ends, and a story ends too',
    )
  if (event === 'premiere' && r.season?.sense === 'this' && !date)
    return pass(input, candidate, 'claims', () => 'neither a day nor a season that begins')
  // "All eleven seasons are now streaming": a library moves, nothing premieres.
  if (
    event === 'premiere' &&
    within(input.seasons, { from: view.sentence.from, to: trigger.from }).some(
      (s) => s.sense === 'count' && s.count > 1 && view.tokens[s.from - 1]?.norm === 'all',
    )
  )
    return pass(input, candidate, 'claims', () => 'a library moves, nothing premieres')
  if (!needsMet(input, candidate, date, reading.factuality))
    return pass(
      input,
      candidate,
      'claims',
      () => `what the phrase needs besides (${trigger.phrase.needs}) is not there`,
    )
  const lemma = trigger.group?.lemmas.find((l) => STARTS.test(l)) ?? ''
  const starts = trigger.group ? lemma !== '' : /premiere|debut|launch|release|listing/.test(trigger.phrase.phrase)
  const counted = event === 'ending' && !r.season ? countBehind(input, candidate) : 0
  const rule = counted
    ? [counted]
    : numberSeasons(
        event,
        r.season,
        history,
        show.limited,
        past,
        starts,
        reading.factuality !== 'yes' || trigger.phrase.theme === 'context',
      )
  const seasonCase: SeasonCase = {
    event,
    factuality: reading.factuality,
    season: r.season,
    history,
    show,
    past,
    starts,
    rule,
    ...numbersAround(input, r, owners),
    dated: date !== null,
    candidate,
  }
  const { numbers, option } = chooseSeason(input, seasonCase)
  if (event === 'renewal' && date && /^\{(return|come|be)\}/.test(trigger.phrase.phrase))
    return pass(input, candidate, 'claims', () => 'with a day it is a premiere, and no separate renewal')
  const platform = platformOf(input, candidate)
  const span = evidenceOf(candidate, date, reading.hedged)
  const [told, ...linked] = r.why
  const why = [
    told!,
    whySeries(show),
    ...linked,
    whySeason(input.text, seasonCase, option, numbers),
    ...(date && within([date.mention], view.sentence).length ? [whyDate(input.text, view, date)] : []),
    ...(reading.why.length ? reading.why : [whyCertain(reading.factuality)]),
    ...(source.why.length ? source.why : [whyNobody(input.outlet)]),
  ]
  return numbers
    .filter((n) => !(event === 'renewal' && n === 1))
    .map((season) => ({
      show: show.name,
      season,
      event,
      factuality: reading.factuality as Factuality,
      speaker: source.speaker,
      role: source.role,
      via: source.via,
      date: date?.value ?? null,
      platform,
      ...(trigger.phrase.stage ? { stage: trigger.phrase.stage } : {}),
      evidence: input.text.slice(span.start, span.end),
      span,
      sentence: spanOf(view.tokens, view.sentence),
      why,
      headline: view.sentence.title,
      seasonCase,
    }))
}

/** The ranker's choice among the seasons; without weights the rules'. */
function chooseSeason(
  { knowledge }: ClaimsInput,
  c: SeasonCase,
): { numbers: ReadonlyArray<number | null>; option?: SeasonOption } {
  const weights = knowledge.weights?.numbering
  if (!weights) return { numbers: c.rule }
  const options = seasonOptions(c)
  const odds = rank(options, weights)
  const option = options[odds.indexOf(Math.max(...odds))]!
  return { numbers: option.numbers, option }
}

/** The number of the show's season that stands nearest to the event's words in their sentence, and the last one before that sentence. */
function numbersAround(
  input: ClaimsInput,
  { candidate, show }: Resolved,
  owners: ReadonlyMap<SeasonMention, Entity>,
): { near: number | null; before: number | null } {
  const { view, trigger } = candidate
  const own = (s: SeasonMention): boolean => (owners.get(s) ?? show) === show
  const away = (s: SeasonMention): number =>
    s.to <= trigger.from ? trigger.from - s.to : Math.max(0, s.from - trigger.to)
  const near = within(input.numbered, view.sentence)
    .filter(own)
    .sort((a, b) => away(a) - away(b))[0]
  const before = lastBefore(input.numbered, view.sentence.from, own)
  return { near: near?.numbers[0] ?? null, before: before?.numbers[0] ?? null }
}

/** Whether the passage (this sentence and the three before) speaks of a season to come, a renewal or a return. */
function speaksOfSeason(input: ClaimsInput, { sentence }: SentenceView): boolean {
  for (let i = sentence.i; i >= 0 && i >= sentence.i - 3; i--) {
    const view = input.views[i]!
    if (view.themes.some((t) => t.season && isFurther(t.season))) return true
    if (
      view.tokens
        .slice(view.sentence.from, view.sentence.to)
        .some((t) =>
          /^(renewal|renew|renewed|return|returning|future|revival|reboot|sequel|cancelled|canceled|continue|another)$/.test(
            t.norm,
          ),
        )
    )
      return true
  }
  return false
}

/** A story ends too: what ends for good is told with its run, its seasons, a day or a time to come. */
function ends({ trigger, view, theme, season }: EventCandidate, date: FoundDate | null): boolean {
  const { group } = trigger
  if (!group || !/^(end|conclude|finish|wrap)$/.test(group.lemmas[0] ?? '')) return true
  if (/run|close/.test(trigger.phrase.phrase)) return true
  if (theme?.season && theme.season.sense !== 'final' && !theme.season.final) return false
  const next = view.tokens[trigger.to]?.norm ?? ''
  const counted = view.tokens
    .slice(trigger.to, trigger.to + 8)
    .some((t) => /^(seasons|season|years|run|episodes|series)$/.test(t.norm))
  if (/^(with|on|in|up|as|by|there|without|at)$/.test(next) && !(season || counted || date)) return false
  return Boolean(
    season || counted || date || group.tense === 'future' || group.progressive || (group.infinitive && theme?.show),
  )
}

/** "will end after five seasons": the fifth is the last. */
function countBehind(input: ClaimsInput, { view, trigger }: EventCandidate): number {
  const end = clauseEnd(view, trigger.to)
  const count = within(input.seasons, { from: trigger.from, to: end }).find(
    (s) => s.sense === 'count' && !/^(first|last|past|previous)$/.test(view.tokens[s.from - 1]?.norm ?? ''),
  )
  return count && count.count > 0 ? count.count : 0
}

const GIVES_DATE =
  /^(set|get|announce|reveal|confirm|unveil|land|score|receive|nab|book|lock|give|release|share|slate)$/

/** Whether the words that a weak phrase needs beside it are there. */
function needsMet(
  input: ClaimsInput,
  { trigger, view, theme, season }: EventCandidate,
  date: FoundDate | null,
  factuality: Factuality,
): boolean {
  const { needs } = trigger.phrase
  if (needs === 'open') return factuality !== 'yes'
  if (needs === 'order') {
    const end = clauseEnd(view, trigger.to)
    return view.tokens
      .slice(trigger.to, end)
      .some((t) => /^(order|orders|pickup|pick-up|commitment|renewal|greenlight|go-ahead)$/.test(t.norm))
  }
  if (needs === 'talk') return speaksOfSeason(input, view)
  if (needs !== 'moment' && needs !== 'told') return true
  if (date) return true
  if (needs === 'told') {
    if (factuality === 'undecided' || factuality === 'no') return true
    return view.groups.some((g) => Math.abs(g.head - trigger.from) < 12 && g.lemmas.some((l) => GIVES_DATE.test(l)))
  }
  if (!trigger.group) return false
  // A screen tells as much as a day, of a season or by a verb of showing.
  const end = clauseEnd(view, trigger.to)
  const screen = view.orgs.some(
    (o) =>
      o.from >= trigger.to &&
      o.to <= end &&
      /^(on|to|at)$/.test(view.tokens[o.from - 1]?.norm ?? '') &&
      o.names.some((n) => n.kind === 'network'),
  )
  return screen && Boolean(theme?.season ?? season)
}

function isPast({ trigger, view }: EventCandidate): boolean {
  const group =
    trigger.group ??
    view.groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 6 && g.finite) ??
    view.groups.find((g) => g.from >= trigger.to && g.finite)
  return group?.tense === 'past'
}

interface FoundDate {
  value: string
  mention: DateMention
}

/** The date in the trigger's clause: behind it first, then fronted. A date belongs to the last trigger before it. */
function dateOf(input: ClaimsInput, candidate: EventCandidate, past: boolean): FoundDate | null {
  if (candidate.date) {
    const value = candidate.date.resolve(candidate.date.looks ?? 'future')
    return value ? { value, mention: candidate.date } : null
  }
  const { view, trigger, list, theme } = candidate
  const dates = input.dates[view.sentence.i]!
  if (!dates.length) return null
  // "The premiere of X IS on June 5": the day of a noun stands behind its verb.
  const predicate =
    trigger.phrase.theme === 'of' && !trigger.group
      ? view.groups.find((g) => g.from >= trigger.to && g.finite && !g.reducible)
      : undefined
  const end = clauseEnd(view, predicate?.to ?? trigger.to)
  const interrupted = (d: DateMention): boolean =>
    view.groups.some(
      (g) => g !== trigger.group && g !== predicate && g.from >= trigger.to && g.to <= d.from && g.finite,
    )
  const behind = dates.filter(
    (d) =>
      d.from >= trigger.to &&
      d.from < end &&
      !interrupted(d) &&
      !input.bySentence[view.sentence.i]!.some(
        (c) =>
          c.trigger.from > trigger.from && c.trigger.to <= d.from && c.trigger.phrase.event !== trigger.phrase.event,
      ),
  )
  const before = dates.filter(
    (d) =>
      d.to <= trigger.from &&
      !view.groups.some((g) => g.from >= d.to && g.to <= trigger.from && g !== trigger.group && g.finite),
  )
  let mention = behind[0] ?? before.at(-1)
  // "… December 20 and January 31 respectively": dates and themes pair off.
  if (list.length > 1 && behind.length === list.length && theme) mention = behind[list.indexOf(theme)] ?? mention
  if (!mention) return null
  const direction: Direction = mention.looks ?? (past ? 'past' : 'future')
  const value = mention.resolve(direction)
  return value ? { value, mention } : null
}

/** The network beside the trigger, else the one that the article names first. */
function platformOf(input: ClaimsInput, { view, trigger }: EventCandidate): string | null {
  const near = view.orgs
    .filter((o) => o.names.some((n) => n.kind === 'network'))
    .sort((a, b) => Math.abs(a.from - trigger.from) - Math.abs(b.from - trigger.from))[0]
  return (near ?? input.network)?.names.find((n) => n.kind === 'network')?.name ?? null
}

/** The shortest words that carry the claim: trigger, hedges, theme, season and date, when they stand together. */
function evidenceOf(
  { view, trigger, theme, season }: EventCandidate,
  date: FoundDate | null,
  hedged: readonly Range[],
): { start: number; end: number } {
  let from = trigger.group ? Math.min(trigger.group.from, trigger.from) : trigger.from
  let to = trigger.to
  for (const hedge of hedged) {
    if (Math.max(to, hedge.to) - Math.min(from, hedge.from) > 20) continue
    // "I don't think": from the subject and the negation on.
    const verb = view.groups.find((g) => g.from <= hedge.from && hedge.from < g.to)
    const start = verb ? Math.min(verb.from, hedge.from) : hedge.from
    const said = /^(i|we|he|she|they|it)$/.test(view.tokens[start - 1]?.norm ?? '') && start > view.sentence.from
    from = Math.min(from, said ? start - 1 : start)
    to = Math.max(to, hedge.to)
  }
  for (const part of [theme, season, date?.mention]) {
    if (!part || part.from < view.sentence.from || part.to > view.sentence.to) continue
    const wide = Math.max(to, part.to) - Math.min(from, part.from)
    if (wide > 40) continue
    from = Math.min(from, part.from)
    to = Math.max(to, part.to)
  }
  return spanOf(view.tokens, { from, to })
}

const DIRECTION: Readonly<Record<Factuality, string>> = {
  yes: 'up',
  likely: 'up',
  possible: 'open',
  undecided: 'open',
  unlikely: 'down',
  no: 'down',
}

/** One claim repeated by the same speaker is one claim; a headline asserts what the body attributes to somebody. */
function merge(drafts: readonly Draft[]): Claim[] {
  const kept: Draft[] = []
  const alike = new Map<string, Draft[]>()
  const othersOf = (d: Draft): Draft[] => alike.get(`${d.event} ${d.show}`) ?? []
  for (const d of drafts) {
    const same = othersOf(d).find(
      (k) =>
        k.factuality === d.factuality &&
        k.speaker === d.speaker &&
        (k.season === d.season || d.season === null || k.season === null) &&
        !(k.date && d.date && k.date !== d.date && k.season === null && d.season === null),
    )
    if (!same) {
      const first = { ...d }
      kept.push(first)
      alike.set(`${d.event} ${d.show}`, [...othersOf(d), first])
      continue
    }
    // The fuller one wins: a season, then a date, then the body over the headline.
    const better =
      (d.season !== null && same.season === null) ||
      (same.season === d.season && ((d.date && !same.date) || (same.headline && !d.headline && !same.date)))
    if (better) Object.assign(same, d, { date: d.date ?? same.date })
    else if (same.season === d.season || d.season === null) same.date ??= d.date
  }
  // "Asked about a second season, X tells IGN that it is not decided": what came through IGN is X's word.
  const carried = (k: Draft): boolean =>
    k.speaker === null &&
    k.via.length > 0 &&
    othersOf(k).some(
      (o) =>
        o.speaker !== null && o.season === k.season && o.factuality === k.factuality && o.via.join() === k.via.join(),
    )
  // "I'd love to, but I don't think we will": the wish gives way to what the same speaker holds.
  const held = kept.filter(
    (k) =>
      !carried(k) &&
      !(
        k.factuality === 'possible' &&
        k.speaker !== null &&
        othersOf(k).some(
          (o) => o !== k && o.speaker === k.speaker && o.season === k.season && DIRECTION[o.factuality] !== 'open',
        )
      ),
  )
  const claims = held.filter(
    (k) =>
      !(
        k.headline &&
        k.speaker === null &&
        othersOf(k).some(
          (o) =>
            o !== k &&
            !o.headline &&
            o.speaker !== null &&
            DIRECTION[o.factuality] === DIRECTION[k.factuality] &&
            (o.season === k.season || k.season === null),
        )
      ),
  )
  return claims.map(({ headline: _, seasonCase: __, ...claim }) => claim)
}
