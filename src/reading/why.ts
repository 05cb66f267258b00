// The steps that made a claim, in words: what a contributor needs to know to mend a wrong one. Each is named after the file of
// this folder in which it was taken.

import type { Factuality, Step } from './claim.ts'
import type { ClaimsInput } from './claims.ts'
import { type Range, spanOf } from './document.ts'
import type { Entity } from './entities.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { Knowledge } from './knowledge.ts'
import type { Option } from './linking.ts'
import { reasons } from './linking.ts'
import type { SeasonOption } from './numbering/options.ts'
import type { SeasonCase } from './numbering.ts'

/** The words of a range as the article writes them, blanks apart. */
export const quoted = (text: string, view: SentenceView, range: Range): string => {
  const { start, end } = spanOf(view.tokens, range)
  return `“${text.slice(start, end).replace(/\s+/g, ' ')}”`
}

const step = (stage: string, note: string): Step => ({ stage, note })
const chance = (odds: number): string => `${Math.round(odds * 100)} %`

/** Which words tell the event, by which phrase of the book, and of what by the rules. */
export function whyEvent(text: string, { view, trigger, theme, note }: EventCandidate): Step {
  const { phrase, event } = trigger.phrase
  const of = theme ? `to ${quoted(text, view, theme)} (by the rules: ${note})` : `to what the passage is about`
  return {
    ...step(
      'events',
      `${quoted(text, view, trigger)} tells of ${ARTICLE[event]} by the phrase “${phrase}”; it happens ${of}`,
    ),
    span: spanOf(view.tokens, trigger),
  }
}

/** An event with its article. */
export const ARTICLE: Readonly<Record<EventCandidate['trigger']['phrase']['event'], string>> = {
  order: 'an order',
  renewal: 'a renewal',
  cancellation: 'a cancellation',
  ending: 'an ending',
  production: 'a production',
  premiere: 'a premiere',
  delay: 'a delay',
}

/** Why a name is taken for a series. */
export function whySeries({ name, kind, known, odds, series, other, person, seasoned, called }: Entity): Step {
  const signs = [
    ...(known ? ['a well-known series bears that title'] : []),
    ...(called ? ['the article calls it a series'] : []),
    ...(seasoned ? ['a numbered season stands beside it'] : []),
    `its places speak ${series.toFixed(1)} for a series, ${other.toFixed(1)} for another work, ${person.toFixed(1)} for a person`,
  ]
  const sure = odds === undefined ? '' : ` at ${chance(odds)}`
  return step(
    'typing',
    `${name} is ${kind === 'series' ? 'a series' : `perhaps a series (${kind})`}${sure}: ${signs.join('; ')}`,
  )
}

/** Why the event happens to this show and no other. */
export function whyShow(
  options: readonly Option[],
  odds: readonly number[],
  best: number,
  { scales, why }: Knowledge,
): Step {
  const { show } = options[best]!
  const rivals = options
    .map((option, i) => ({ name: option.show?.name ?? 'no claim', odds: odds[i]!, i }))
    .filter(({ i }) => i !== best)
    .sort((a, b) => b.odds - a.odds)
    .slice(0, 3)
    .map((rival) => `${rival.name} ${chance(rival.odds)}`)
  return step(
    'linking',
    `about ${show!.name} at ${chance(odds[best]!)} (${rivals.join(', ')}); what weighs most: ${reasons(options[best]!, options.at(-1)!, scales!.linking!, why.features ?? {})}`,
  )
}

/** Why no show was taken: how probable that is, and what the rules hold against it. */
export function noShow(options: readonly Option[], odds: readonly number[], { doubts }: EventCandidate): string {
  const best = odds.indexOf(Math.max(...odds.slice(0, -1)))
  const rival = best >= 0 && options[best]!.show ? `; ${options[best]!.show.name} ${chance(odds[best]!)}` : ''
  return `no claim at ${chance(odds.at(-1)!)}${rival}${doubts.length ? ` (the rules: ${doubts.join(', ')})` : ''}`
}

/** The same where nothing was learned: the rules alone decide. */
export const whyShowByRule = (text: string, { view, theme }: EventCandidate, show: Entity): Step[] =>
  theme?.show ? [] : [step('topics', `${theme ? quoted(text, view, theme) : 'the passage'} is about ${show.name}`)]

/** Why this season. */
export function whySeason(
  { text, knowledge }: Pick<ClaimsInput, 'text' | 'knowledge'>,
  c: SeasonCase,
  option: SeasonOption | undefined,
  numbers: SeasonOption['numbers'],
): Step {
  const said = (n: SeasonOption['numbers']): string =>
    n[0] === null ? 'the series as a whole' : `season ${n.join(', ')}`
  const { theme, season, view } = c.candidate
  const words = theme?.season ?? season?.season
  const mention = words ? [`the words ${quoted(text, view, words)}`] : []
  const from = option
    ? [
        ...(option.from.includes('mention') ? mention : []),
        ...option.from.flatMap((s) => knowledge.why.numbers?.[s] ?? []),
      ]
    : []
  const rules = numbers.join() === c.rule.join() ? '' : `; the rules alone would say ${said(c.rule)}`
  return step('numbering', `${said(numbers)}${from.length ? `: so say ${from.join(', ')}` : ''}${rules}`)
}

/** Which words tell the day. */
export const whyDate = (text: string, view: SentenceView, value: string, mention: Range): Step => ({
  ...step('dates', `${quoted(text, view, mention)} is ${value}`),
  span: spanOf(view.tokens, mention),
})

/** The certainty that is left when nothing changes the phrase's own. */
export const whyCertain = (factuality: Factuality): Step =>
  step('factuality', `nothing negates or hedges it: ${factuality}, as the phrase has it`)

/** Why nobody in particular says so. */
export const whyNobody = (outlet: string | null): Step =>
  step(
    'attribution',
    `no verb of saying reaches it, and it stands in nobody’s quotation: ${outlet ?? 'the outlet'} itself says so`,
  )
