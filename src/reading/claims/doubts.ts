// What speaks against a candidate once its show is known: chiefly, that the name is hardly a series' where it stands.

import type { Event } from '../claim.ts'
import type { ClaimsInput } from '../claims.ts'
import type { Entity } from '../entities.ts'
import { BEHIND_COLON } from '../events/theme-of.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import { isOfOtherMedium } from '../other-media.ts'
import { VERDICT } from '../scorecards.ts'
import { isScreen } from '../screens.ts'
import type { SeasonMention } from '../seasons.ts'

/** What speaks against a candidate once its show is known. */
export function doubtsOf(input: ClaimsInput, candidate: EventCandidate, show: Entity | null): string[] {
  if (!show) return ['no show']
  const { theme, season, trigger } = candidate
  const { event, needs } = trigger.phrase
  const doubts: string[] = []
  // "new dramas, including A, a thriller, and B": what is new in a list is so with all of it.
  const isNew = [show, ...candidate.list.map((t) => t.show)].some((s) => s?.isNew || s?.limited)
  if (needs === 'new' && !isNew && theme?.anaphor !== 'indefinite') doubts.push('not new')
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
  { trigger, view, note }: EventCandidate,
  season: SeasonMention | null,
): boolean {
  // "Canceled: ‘X’": what stands in quotation marks under a verdict is a title, however little else is said of it.
  if (trigger.phrase.phrase === VERDICT && note === BEHIND_COLON && show.marked) return true
  if (
    input.television < 0.2 &&
    show.kind !== 'series' &&
    !trigger.phrase.proves &&
    !(season && season.sense !== 'this' && !season.soft)
  )
    return false
  if (isOfOtherMedium(view, trigger.from, trigger.to)) return false
  // In an article about film, sport, games or books a season proves nothing.
  const sure = (show.odds ?? 0) > SURE
  if (input.television < -0.1 && !show.seasoned && !show.called && !sure) return false
  if (input.television < -0.3 && show.series < 4 && !sure) return false
  if (show.kind === 'series') return true
  const { phrase } = trigger
  if (show.kind === 'other') return (phrase.event === 'order' || phrase.event === 'production') && saysAsSeries(view)
  if (show.kind !== 'work' && show.kind !== 'unknown') return false
  const seasoned = season?.soft ? 0 : season && season.sense !== 'this' ? 2 : season ? 0.8 : 0
  const proof = phrase.proves ? 2 : (STRONG[phrase.phrase] ?? PROOF[phrase.event])
  const screen = view.orgs.some(isScreen) ? 0.6 : 0
  const dated = input.dates[view.sentence.i]!.length && phrase.event === 'premiere' ? 0.5 : 0
  const own = show.series - Math.max(show.other, show.person, show.network)
  // A name that nothing speaks against needs less to speak for it.
  const clean = show.other === 0 && show.person === 0 && show.network === 0 && input.television > 0.6 ? 0.4 : 0
  return own + seasoned + proof + screen + dated + clean + input.television >= (show.kind === 'work' ? 1.5 : 2)
}

/** A name as probably a series' as this is one, whatever the article is about. */
const SURE = 0.95

/** "to develop the novel as a TV series": a book becomes a series. */
const saysAsSeries = ({ tokens, sentence, lexicon }: SentenceView): boolean => {
  for (let k = sentence.from; k < sentence.to; k++) if (lexicon.among('asSeries', tokens[k]!.norm)) return true
  return false
}
