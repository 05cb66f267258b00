// The show that a candidate is about: the rules propose, the ranker decides where it is sure.
import type { Event, Step } from '../claim.ts'
import type { ClaimsInput } from '../claims.ts'
import type { Entity } from '../entities.ts'
import { withSeason } from '../events/bound.ts'
import type { EventCandidate } from '../events.ts'
import type { Reading } from '../factuality.ts'
import { readFactuality } from '../factuality.ts'
import type { Option } from '../linking.ts'
import { optionsOf, rank } from '../linking.ts'
import type { SeasonMention } from '../seasons.ts'
import { noShow, whyEvent, whyShow, whyShowByRule } from '../why.ts'
import { antecedent } from './antecedents.ts'
import { doubtsOf } from './doubts.ts'
import { isFurther } from './season-choice.ts'

/** A candidate with the one show that it is about. */
export interface Resolved {
  candidate: EventCandidate
  show: Entity
  season: SeasonMention | null
  event: Event
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
  const best = choose(doubted, options, odds, input.television)
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
export function pass(input: ClaimsInput, candidate: EventCandidate, stage: string, reason: () => string): [] {
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
function choose(
  candidate: EventCandidate,
  options: readonly Option[],
  odds: readonly number[],
  television: number,
): number {
  const last = options.length - 1
  const none = odds[last]!
  const top = odds.indexOf(Math.max(...odds.slice(0, last)))
  const ruled = options.findIndex((o) => o.features.includes('rule'))
  const accepted = ruled >= 0 && !candidate.doubts.length
  // In news of films, games and sport a name that is hardly a series is none.
  const other = television < 0 && candidate.doubts.includes('hardly a series')
  // "Jessica was pretty well received": the phrase lacks the season that it needs, and anything that it might happen to.
  const { event } = candidate.trigger.phrase
  const bare = event === 'renewal' && candidate.doubts.includes('no season') && !candidate.theme
  if (!accepted) return none > (other || bare ? STANDS / 5 : STANDS) ? last : top
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
  const isPilot = show.mentions.slice(0, 12).some(({ from, to }) => {
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
