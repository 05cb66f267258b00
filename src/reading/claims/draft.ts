// Drafts a claim from a candidate whose show is known: its season, how sure it is, who says so, its day and its platform.

import { NOBODY, type Source } from '../attribution/source.ts'
import type { Claim, Factuality } from '../claim.ts'
import type { ClaimsInput } from '../claims.ts'
import { spanOf } from '../document.ts'
import { normAt } from '../events/bound.ts'
import type { EventCandidate } from '../events.ts'
import type { Reading } from '../factuality.ts'
import { readFactuality } from '../factuality.ts'
import type { SeasonCase, SeasonHistory } from '../numbering.ts'
import { numberSeasons } from '../numbering.ts'
import { within } from '../ranges.ts'
import { isScreen } from '../screens.ts'
import type { SeasonMention } from '../seasons.ts'
import { whyCertain, whyDate, whyNobody, whySeason, whySeries } from '../why.ts'
import { dateOf, isPast, isStart, yearsBetween } from './dating.ts'
import { evidenceOf } from './evidence.ts'
import { ends, needsMet } from './needs.ts'
import type { Resolved } from './resolve.ts'
import { pass } from './resolve.ts'
import { chooseSeason, countBehind, numbersAround } from './season-choice.ts'
import type { OwnedSeason } from './shown.ts'

/** A claim before what is said twice is said once. */
export interface Draft extends Claim {
  headline: boolean
  seasonCase: SeasonCase
}

/** The claims that a candidate makes of its show, one for each season; none when what it needs is missing. */
export function draft(
  input: ClaimsInput,
  r: Resolved,
  owners: ReadonlyMap<SeasonMention, readonly OwnedSeason[]>,
  said: Pick<SeasonCase, 'history' | 'mentions' | 'surroundings'>,
): Draft[] {
  const { candidate, show } = r
  const { history } = said
  const { view, trigger } = candidate
  const inSpeech = input.speechOf[trigger.from]! >= 0
  if (view.sentence.question && !inSpeech) return pass(input, candidate, 'claims', () => 'its sentence only asks')
  const reading: Reading = readFactuality(candidate, input.hedges[view.sentence.i]!, inSpeech)
  if (!reading.factuality)
    return pass(input, candidate, 'factuality', () => reading.why.at(-1)?.note ?? 'it says nothing of what happens')
  const event = isOfMore(r, said, reading.factuality) ? 'renewal' : r.event
  let source: Source = input.attribution.of(view, trigger, trigger.group)
  if (reading.anonymous && source.speaker === null && !source.via.length) source = input.attribution.unnamed()
  // "A premiere date HAS not BEEN ANNOUNCED": that day is to come.
  const past = isPast(candidate) && !(event === 'premiere' && reading.factuality === 'undecided')
  const date = dateOf(input, candidate, past)
  if (event === 'premiere' && date && !past && source === NOBODY) source = input.attribution.scheduler ?? source
  if (event === 'ending' && !ends(candidate, date))
    return pass(
      input,
      candidate,
      'claims',
      () => 'no season, run or day says that the series ends, and a story ends too',
    )
  if (event === 'premiere' && r.season?.sense === 'this' && !date)
    return pass(input, candidate, 'claims', () => 'neither a day nor a season that begins')
  if (event === 'premiere' && isLibrary(input, r, history, date !== null))
    return pass(input, candidate, 'claims', () => 'a library moves, nothing premieres')
  if (!needsMet(input, candidate, date, reading.factuality))
    return pass(
      input,
      candidate,
      'claims',
      () => `what the phrase needs besides (${trigger.phrase.needs}) is not there`,
    )
  const starts = isStart(candidate)
  const counted = countBehind(input, candidate)
  const rule =
    counted && event === 'ending' && !r.season
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
    ...said,
    show,
    past,
    starts,
    rule,
    ...numbersAround(input, r, owners),
    dated: date !== null && !date.mention.unformed,
    counted,
    yearsAgo: date?.value && input.published ? yearsBetween(date.value, input.published) : null,
    main: input.topics.main === show,
    candidate,
  }
  const { numbers, option } = chooseSeason(input, seasonCase)
  const coming = reading.factuality === 'yes' || reading.factuality === 'likely'
  if (event === 'renewal' && date && coming && /^\{(return|come|be)\}/.test(trigger.phrase.phrase))
    return pass(input, candidate, 'claims', () => 'with a day it is a premiere, and no separate renewal')
  const platform = platformOf(input, candidate)
  const span = evidenceOf(candidate, date, reading.hedged)
  const [told, ...linked] = r.why
  const why = [
    told!,
    whySeries(show),
    ...linked,
    whySeason(input, seasonCase, option, numbers),
    ...(date?.value && within([date.mention], view.sentence).length
      ? [whyDate(input.text, view, date.value, date.mention)]
      : []),
    ...(reading.why.length ? reading.why : [whyCertain(reading.factuality)]),
    ...(source.why.length ? source.why : [whyNobody(input.outlet)]),
  ]
  // "A second has been ordered": of a series that has had one.
  const further = event === 'order' && !((r.season?.count ?? 1) > 1) && numbers.every((n) => n !== null && n > 1)
  return numbers
    .filter((n) => !(event === 'renewal' && n === 1) || r.orOrder)
    .map((season) => ({
      show: show.name,
      season,
      // "The network passed on X": of a series in its first season it is the order.
      event: further ? 'renewal' : r.orOrder && season === 1 ? 'order' : event,
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

/** "The network has ordered 12 episodes of X", "a pickup is expected" of a series that has aired: more of it, and no new series. */
function isOfMore(
  { candidate: { view, trigger, theme }, event, season }: Resolved,
  { history: { latest, aired, shown }, mentions }: Pick<SeasonCase, 'history' | 'mentions'>,
  factuality: Factuality,
): boolean {
  if (event !== 'order' || season || latest < 2) return false
  // "a two-season pickup that takes it through an eighth season".
  if (mentions.some((m) => m.lead === 'through' && m.sentence === view.sentence.i)) return true
  // "we're getting picked up".
  const ofUs = !theme && /^(we|us)$/.test(normAt(view, (trigger.group ?? trigger).from - 1))
  if (shown.size && trigger.group?.tense === 'future') return true
  if (aired > 1 && (ofUs || (factuality !== 'yes' && factuality !== 'no'))) return true
  if (!/^\{(order|pick|commission)\}/.test(trigger.phrase.phrase)) return false
  return view.tokens.slice(trigger.to, trigger.to + 6).some((t) => view.lexicon.among('episodeNoun', t.norm))
}

/** "All eleven seasons are now streaming", "Seasons 1-3 are available on …": seasons of before can be had. */
function isLibrary(
  input: ClaimsInput,
  { candidate: { view, trigger }, season }: Resolved,
  history: SeasonHistory,
  dated: boolean,
): boolean {
  const counts = within(input.seasons, { from: view.sentence.from, to: trigger.from })
  const lead = (s: SeasonMention): string => view.tokens[s.from - 1]?.norm ?? ''
  if (counts.some((s) => s.sense === 'count' && s.count > 1 && lead(s) === 'all')) return true
  if (
    dated ||
    !trigger.group ||
    trigger.group.tense !== 'present' ||
    !/streaming|available/.test(trigger.phrase.phrase)
  )
    return false
  const numbers = season?.numbers ?? []
  return numbers.length > 1 || (numbers.length === 1 && numbers[0]! < history.latest) || counts.some((s) => s.count > 1)
}

/** The network beside the trigger, else the one that the article names first. */
function platformOf(input: ClaimsInput, { view, trigger }: EventCandidate): string | null {
  const near = view.orgs
    .filter(isScreen)
    .sort((a, b) => Math.abs(a.from - trigger.from) - Math.abs(b.from - trigger.from))[0]
  return (near ?? input.network)?.names.find((n) => n.kind === 'network')?.name ?? null
}
