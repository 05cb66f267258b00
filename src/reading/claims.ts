// The way from event candidate to claim: which show (claims/resolve.ts), which season, how sure and who says so
// (claims/draft.ts), and what one speaker says twice said once (claims/merge.ts).
import type { Attribution } from './attribution.ts'
import type { Claim, Step } from './claim.ts'
import { dateOf, isPast, isStart, yearsBetween } from './claims/dating.ts'
import type { Draft } from './claims/draft.ts'
import { draft } from './claims/draft.ts'
import { merge } from './claims/merge.ts'
import type { Resolved } from './claims/resolve.ts'
import { eitherOr, resolve } from './claims/resolve.ts'
import { numbersOf } from './claims/season-choice.ts'
import { type OwnedSeason, seasonMentions, withPremiered } from './claims/shown.ts'
import type { SeasonCount } from './counts.ts'
import type { DateMention } from './dates.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { HedgeMention } from './factuality/hedges.ts'
import type { Knowledge } from './knowledge.ts'
import type { OrgMention } from './names.ts'
import { surroundingsOf } from './numbering/surroundings.ts'
import type { ToldEvent } from './numbering.ts'
import { gatherHistory, noHistory, UNDATED } from './numbering.ts'
import type { PersonMention } from './people.ts'
import type { SeasonMention } from './seasons.ts'
import type { Topics } from './topics.ts'

export interface ClaimsInput {
  text: string
  views: readonly SentenceView[]
  candidates: readonly EventCandidate[]
  bySentence: ReadonlyArray<readonly EventCandidate[]>
  hedges: ReadonlyArray<readonly HedgeMention[]>
  dates: ReadonlyArray<readonly DateMention[]>
  counts: readonly SeasonCount[]
  topics: Topics
  /** Whether the article opens with a season to come, a renewal or a return. */
  opensOnFuture: boolean
  attribution: Attribution
  /** Who is named, and where. */
  people: readonly PersonMention[]
  speechOf: Int32Array
  /** The sentence of each token. */
  sentenceOf: Int32Array
  published: string | null
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
  /** How much the article as a whole is about television, -1 to 1. */
  television: number
}

/** What a candidate tells of its show's seasons: how long ago its first day was, where it tells that. */
function toldOf(input: ClaimsInput, { show, event, season, candidate }: Resolved): ToldEvent {
  const past = isPast(candidate)
  const first = event === 'premiere' && past && isStart(candidate) && (!season || season.numbers[0] === 1)
  const date = first && input.published ? dateOf(input, candidate, past) : null
  const years = date?.value ? yearsBetween(date.value, input.published!) : null
  const age = first && years === null ? UNDATED : years !== null && years >= 0 ? years : null
  return { show, event, season, candidate, past, age }
}

/** Whose a bare season is, the linking knows better than the rules: "renewed X for a third season", and A and B for their fourths. */
function ownSeasons(mentions: readonly OwnedSeason[], resolved: readonly Resolved[]): OwnedSeason[] {
  const told = Map.groupBy(resolved, (r) => r.season)
  return mentions.flatMap((m) => {
    const own = m.named ? undefined : told.get(m.season)
    return own ? [...new Set(own.map((r) => r.show))].map((show) => ({ ...m, show })) : [m]
  })
}

/** Makes the claims of an article. */
export function makeClaims(input: ClaimsInput): Claim[] {
  return merge(draftClaims(input))
}

/** Claims before what is said twice is said once. For training, and for makeClaims. */
export function draftClaims(input: ClaimsInput): Draft[] {
  const resolved = eitherOr(
    input,
    input.candidates.flatMap((candidate) => resolve(input, candidate)),
  )
  const told = resolved.map((r) => toldOf(input, r))
  const mentions = withPremiered(ownSeasons(seasonMentions(input), resolved), told)
  const owners = Map.groupBy(mentions, (m) => m.season)
  const numbers = numbersOf(input, mentions)
  const histories = gatherHistory(mentions, told, input.counts)
  const surroundings = surroundingsOf(input.views, told)
  return resolved.flatMap((r) =>
    draft(input, r, owners, {
      history: histories.get(r.show) ?? noHistory(),
      mentions: numbers.get(r.show) ?? [],
      surroundings: surroundings.get(r.show)!,
    }),
  )
}
