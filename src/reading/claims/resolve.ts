// The show that a candidate is about: the rules propose, the ranker decides where it is sure.
import { ANNOUNCED } from '../announced.ts'
import { SHORT_ANSWER } from '../answers.ts'
import type { Event, Step } from '../claim.ts'
import type { ClaimsInput } from '../claims.ts'
import type { Entity } from '../entities.ts'
import { ofEach, singledOut } from '../events/binding.ts'
import { withSeason } from '../events/bound.ts'
import type { EventCandidate } from '../events.ts'
import type { Reading } from '../factuality.ts'
import { readFactuality } from '../factuality.ts'
import type { Option } from '../linking.ts'
import { optionsOf } from '../linking.ts'
import { isCalledOther } from '../other-media.ts'
import { rank, type Scales } from '../scales.ts'
import { VERDICT } from '../scorecards.ts'
import type { SeasonMention } from '../seasons.ts'
import { IN_SLATE } from '../slates.ts'
import type { ThemeMention } from '../themes.ts'
import { ARTICLE, noShow, whyEvent, whyShow, whyShowByRule } from '../why.ts'
import { antecedent, severalMeant, titledBehind } from './antecedents.ts'
import { doubtsOf } from './doubts.ts'
import { isFurther } from './season-choice.ts'

/** A candidate with the one show that it is about. */
export interface Resolved {
  candidate: EventCandidate
  show: Entity
  season: SeasonMention | null
  event: Event
  /** How probable it is that the words make no claim at all. */
  none: number
  /** Of a renewal: the same words might order a new series. */
  orOrder?: boolean
  why: Step[]
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
export function resolve(input: ClaimsInput, candidate: EventCandidate): Resolved[] {
  const { trigger, view } = candidate
  const scales = input.knowledge.scales?.linking
  if (!scales) {
    if (candidate.doubts.length) return pass(input, candidate, 'events', () => candidate.doubts.join(', '))
    const show = byRule(input, candidate)
    const doubts = doubtsOf(input, candidate, show)
    if (!show || doubts.length) return pass(input, candidate, 'topics', () => doubts.join(', '))
    return [
      settle(candidate, show, 0, [whyEvent(input.text, candidate), ...whyShowByRule(input.text, candidate, show)]),
    ]
  }
  const decision = decide(input, candidate, scales)
  const { doubted, options, odds } = decision
  const best = decision.best === options.length - 1 ? withItsList(input, candidate, decision, scales) : decision.best
  const option = options[best]!
  if (!option.show) return pass(input, doubted, 'linking', () => noShow(options, odds, doubted))
  const { theme } = option
  // "The podcast “X” has been renewed": a book may be ordered as a series, and filmed; what else happens, happens to the work.
  if (theme?.show && !/^(order|production)$/.test(trigger.phrase.event) && isCalledOther(view, theme.from))
    return pass(input, doubted, 'linking', () => `${option.show!.name} is called another work there`)
  const why = [whyEvent(input.text, candidate), whyShow(options, odds, best, input.knowledge)]
  const none = odds.at(-1)!
  const plural = candidate.theme?.plural && (!theme || theme === candidate.theme) ? candidate.theme : null
  const several = plural ? severalMeant(input, view, plural) : []
  if (several.includes(option.show)) return several.map((show) => settle(candidate, show, none, why))
  if (plural && !several.length) return pass(input, doubted, 'topics', () => 'fewer shows are named than it stands for')
  if (theme === candidate.theme) return [settle(candidate, option.show, none, why)]
  const bound = theme ? withSeason(view, trigger, theme, 'linked') : { theme: null, season: candidate.season }
  // "The X creator says a third season is unlikely": the show is X, and the season stays the one that the rules found.
  const own = candidate.theme?.season && !candidate.theme.show ? candidate.theme : null
  // "The first season of X bowed in May, the second followed in June."
  const season = own?.season?.numbers.length ? own : (bound.season ?? (theme?.season ? null : own))
  const linked = { ...candidate, ...bound, season }
  const list = theme ? theme.list.map((i) => view.themes[i]!).filter((t) => t.show) : []
  const one = singledOut(view, trigger, list)
  if (one) return [settle({ ...linked, theme: one, season: one.season ? null : linked.season }, one.show!, none, why)]
  if (list.length < 2) return [settle(linked, option.show, none, why)]
  return list.map((t, i) => {
    const season = t.season ? null : ofEach(linked.season, list.length, i)
    return settle({ ...linked, theme: t, season, list }, t.show!, none, why)
  })
}

/** What the same words never tell both of one show. */
const RIVALS: ReadonlyMap<Event, Event> = new Map([
  ['order', 'renewal'],
  ['renewal', 'order'],
  ['premiere', 'production'],
  ['production', 'premiere'],
])

/** "It is UNLIKELY to premiere in May", "no word yet on whether X will return": the other event of the show of which words of doubt speak; undefined for none. */
function governedBy(
  { candidate: { trigger, view }, show, event }: Resolved,
  beginningAt: ReadonlyMap<number, readonly Resolved[]>,
): Resolved | undefined {
  if (trigger.phrase.factuality === 'yes') return undefined
  const opens = [trigger.to - 1, trigger.to].find((k) => /^(to|whether|if)$/.test(view.tokens[k]?.norm ?? ''))
  if (opens === undefined) return undefined
  const reach = view.tokens[opens]!.norm === 'to' ? 2 : MOST_BETWEEN
  for (let k = opens + 1; k <= opens + reach; k++) {
    const told = beginningAt.get(k)?.filter((o) => o.show === show) ?? []
    // "no idea if we're coming back": of a return as of a renewal.
    if (told.length && told.every((o) => o.event !== event)) return told[0]
  }
  return undefined
}

/** Words between "whether" and the verb of its clause. */
const MOST_BETWEEN = 8

/** The same words order a new series or renew a known one, never both, and what starts airs or films: the less doubtful reading stands. */
export function eitherOr(input: ClaimsInput, resolved: readonly Resolved[]): Resolved[] {
  const wordsOf = ({ candidate: { trigger } }: Resolved): string => `${trigger.from} ${trigger.to}`
  const byWords = Map.groupBy(resolved, wordsOf)
  const told = Map.groupBy(resolved, (r) => `${wordsOf(r)} ${r.show.key}`)
  const beginningAt = Map.groupBy(resolved, (r) => r.candidate.trigger.from)
  // What is told of several is told of all: the least doubtful of them decides.
  const least = new Map<string, number>()
  const keyOf = (r: Resolved): string => `${wordsOf(r)} ${r.event}`
  for (const r of resolved) least.set(keyOf(r), Math.min(least.get(keyOf(r)) ?? 1, r.none))
  return resolved.filter((r) => {
    const governed = governedBy(r, beginningAt)
    if (governed) {
      pass(input, r.candidate, 'linking', () => `it only says how sure it is that there is ${ARTICLE[governed.event]}`)
      return false
    }
    if (!RIVALS.has(r.event)) return true
    // What is bound to nothing yields to what the same words tell of another show by name, too.
    const others = r.candidate.theme ? told.get(`${wordsOf(r)} ${r.show.key}`)! : byWords.get(wordsOf(r))!
    const rival = others.find(
      (o) => o !== r && o.event === RIVALS.get(r.event) && (o.show === r.show || o.candidate.theme?.show),
    )
    if (!rival) return true
    // "passed on X": a renewal is told of by its season.
    const [bare, rivalBare] = [r, rival].map((o) => o.candidate.doubts.includes('no season'))
    const [own, other] =
      bare === rivalBare ? [least.get(keyOf(r))!, least.get(keyOf(rival))!] : [Number(bare), Number(rivalBare)]
    if (own < other || (own === other && (r.event === 'renewal' || r.event === 'premiere'))) {
      r.orOrder = rival.event === 'order' && rival.show === r.show
      return true
    }
    pass(input, r.candidate, 'linking', () => `the same words tell of ${ARTICLE[rival.event]}`)
    return false
  })
}

/** Passes a candidate over, and remembers why. */
export function pass(input: ClaimsInput, candidate: EventCandidate, stage: string, reason: () => string): [] {
  if (!input.passedOver) return []
  const { note, span } = whyEvent(input.text, candidate)
  input.passedOver.push({ stage, note: `${note}: ${reason()}`, ...(span ? { span } : {}) })
  return []
}

/** "None" must be more probable than FALLS to fell what the rules accept, and less than STANDS to raise what they reject. */
const FALLS = 0.6
const STANDS = 0.4

/** So probably is a name that of a series that no other show is thought of where the words name it. */
const SURELY = 0.9

/** Only series are renewed for a season: so probable must "none" be there, and there where what is named is surely one. */
const FALLS_PROVEN = 0.8
const FALLS_SURE = 0.97
const isProven = ({ trigger: { group }, season, theme }: EventCandidate): boolean => {
  const told = season?.season ?? theme?.season
  return (
    (told?.sense === 'another' || Boolean(told?.numbers.length)) &&
    Boolean(group?.lemmas.some((l) => /^(renew|recommission)$/.test(l)))
  )
}

/** A member of a list falls alone, and what is brought in with its title, only when "none" is more probable than this. */
const FALLS_ALONE = 0.9

/** As probable must "none" be to fell what a slate tells, the title's list apart, which may raise it again. */
const IN_SLATES: ReadonlyMap<string, number> = new Map([
  [IN_SLATE, 0.6],
  [ANNOUNCED, 0.3],
])

/** Whose show is sure. */
const SURE: ReadonlySet<string> = new Set([SHORT_ANSWER, VERDICT])

interface Decision {
  doubted: EventCandidate
  options: Option[]
  odds: number[]
  best: number
}

function decide(input: ClaimsInput, candidate: EventCandidate, scales: Scales): Decision {
  const { candidate: doubted, options } = proposalsOf(input, candidate)
  const odds = rank(options, scales)
  // What the next sentence gives a title to is brought in here, whatever it may be.
  const brought = doubted.theme?.anaphor === 'indefinite' ? titledBehind(input, doubted.view) : null
  const opened = options.findIndex((o) => brought !== null && o.show === brought)
  if (opened >= 0 && odds.at(-1)! < FALLS_ALONE) return { doubted, options, odds, best: opened }
  // A season in a slate stands with its own show or with none, and so does a title that one announces.
  const falls = IN_SLATES.get(doubted.trigger.phrase.phrase)
  const own = falls === undefined ? -1 : ownOption(options, doubted.theme)
  if (own >= 0) return { doubted, options, odds, best: odds.at(-1)! > falls! ? options.length - 1 : own }
  // Who is asked for more of a series by name, and answers, speaks of it; so does a line under a verdict.
  const sure = SURE.has(doubted.trigger.phrase.phrase) && !doubted.doubts.length
  const ruled = sure ? options.findIndex((o) => o.rule) : -1
  if (ruled >= 0) return { doubted, options, odds, best: ruled }
  return { doubted, options, odds, best: choose(doubted, options, odds, input.television) }
}

/** The option of the rules' own choice, with the theme that they bound; -1 for none. */
const ownOption = (options: readonly Option[], theme: ThemeMention | null): number =>
  options.findIndex((o) => o.rule && o.theme === theme)

/** What is said of one member of a list ("renewed A, B and C") is said of all: the option of a member that fell by itself. */
function withItsList(input: ClaimsInput, candidate: EventCandidate, own: Decision, scales: Scales): number {
  const none = own.options.length - 1
  const itself = ownOption(own.options, candidate.theme)
  const doubted = own.doubted.doubts.some((d) => d !== 'hardly a series')
  if (candidate.list.length < 2 || itself < 0 || doubted || own.odds[none]! > FALLS_ALONE) return none
  let stands = standing.get(candidate.list)
  if (stands === undefined) {
    stands = input.bySentence[candidate.view.sentence.i]!.some((other) => {
      if (other === candidate || other.list !== candidate.list) return false
      const { best, options } = decide(input, other, scales)
      return options[best]!.theme === other.theme && other.theme !== null
    })
    standing.set(candidate.list, stands)
  }
  return stands ? itself : none
}

/** Whether a member of a list stands by itself. */
const standing = new WeakMap<readonly ThemeMention[], boolean>()

/** The option that stands: the most probable show, unless none is probable enough. */
function choose(
  candidate: EventCandidate,
  options: readonly Option[],
  odds: readonly number[],
  television: number,
): number {
  const last = options.length - 1
  const none = odds[last]!
  const top = odds.indexOf(Math.max(...odds.slice(0, last)))
  const accepted = !candidate.doubts.length && options.some((o) => o.rule)
  // In news of films, games and sport a name that is hardly a series is none.
  const other = television < 0 && candidate.doubts.includes('hardly a series')
  // "Jessica was pretty well received": the phrase lacks the season or the new series that it needs, and anything that it might happen to.
  const { event } = candidate.trigger.phrase
  const lacks = event === 'renewal' ? 'no season' : event === 'order' ? 'not new' : ''
  // "Filming of X has wrapped" tells of no delay: nothing says that it stopped.
  const idle = event === 'delay' && candidate.doubts.includes('no predicate')
  const bare =
    idle || (candidate.doubts.includes(lacks) && !candidate.theme && !candidate.view.themes.some((t) => t.season))
  const proven = (candidate.theme?.show?.odds ?? 0) > SURELY ? FALLS_SURE : FALLS_PROVEN
  const falls = accepted ? FALLS : other || bare ? STANDS / 3 : STANDS
  if (none > (isProven(candidate) ? proven : falls)) return last
  // "HBO renewed A. The news comes a day after it cancelled “B”": a series that the words name outdoes what it speaks of.
  const named = accepted && candidate.note === 'object' && candidate.theme?.show && options[top]!.theme === null
  const own = named ? ownOption(options, candidate.theme) : -1
  return (options[own]?.show?.odds ?? 0) > SURELY ? own : top
}

function settle(found: EventCandidate, show: Entity, none: number, why: Step[]): Resolved {
  const candidate = ofPilot(found, show)
  const { theme, season, trigger, view } = candidate
  const mention = season?.season ?? theme?.season ?? ofPronoun(candidate)
  let { event } = trigger.phrase
  if (theme?.anaphor === 'indefinite') show.isNew = true
  if (
    event === 'order' &&
    ((mention && isFurther(mention)) || (theme && /^(more|further)$/.test(view.tokens[theme.from - 1]?.norm ?? '')))
  )
    event = 'renewal'
  // "ordered to series for next season": the broadcast year, of which a new series has its first.
  const broadcastYear = event === 'order' && mention?.sense === 'next'
  return { candidate, show, season: broadcastYear ? null : mention, event, none, why }
}

/** "A second season is being written, though IT has not been greenlit": the season for which the pronoun stands. */
function ofPronoun({ theme, trigger, view }: EventCandidate): SeasonMention | null {
  if (theme?.anaphor !== 'pronoun' || !/^(order|premiere|production|delay)$/.test(trigger.phrase.event)) return null
  const before = view.themes.findLast((t) => t.to <= theme.from && !t.oblique && (t.show || t.season))
  return before?.season && isFurther(before.season) ? before.season : null
}

/** A pilot is neither renewed nor cancelled: what is open is its order, and what is not taken forward is not ordered. */
function ofPilot(candidate: EventCandidate, show: Entity): EventCandidate {
  const { trigger, view, theme, season } = candidate
  const { event, factuality } = trigger.phrase
  // "one of four drama pilots ordered by CBS": no order of a series.
  if (
    event === 'order' &&
    trigger.group?.reducible &&
    /^pilots?$/.test(view.tokens[trigger.group.from - 1]?.norm ?? '')
  )
    return {
      ...candidate,
      trigger: { ...trigger, phrase: { ...trigger.phrase, event: 'production', stage: 'development' } },
    }
  if ((event !== 'renewal' && event !== 'cancellation') || theme?.season || season) return candidate
  const { tokens, masked } = view
  const isPilot = show.mentions.slice(0, 12).some(({ from, to }) => {
    if (/^pilots?$/.test(tokens[to]?.norm ?? '')) return true
    for (let k = from - 1; k >= 0 && k > from - 5; k--) {
      if (/^pilots?$/.test(tokens[k]!.norm) && !masked[k]) return true
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
