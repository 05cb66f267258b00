// Events: words of the phrase book, each bound to the show or season that it happens to.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { ClauseInput } from './clauses.ts'
import type { DateMention } from './dates.ts'
import type { Range } from './document.ts'
import { bind } from './events/binding.ts'
import { triggersOf } from './events/triggers.ts'
import type { OrgMention } from './names.ts'
import type { PhraseContext, PhraseTree } from './phrases.ts'
import type { ThemeMention } from './themes.ts'
import type { VerbGroup } from './verbs.ts'

/** What the stages know of one sentence when events are looked for. */
export interface SentenceView extends ClauseInput {
  phrases: PhraseContext
  orgs: readonly OrgMention[]
  /** Persons named in the sentence. */
  persons: readonly Range[]
}

/** Words that tell an event, in their place. */
export interface Trigger extends Range {
  phrase: EventPhrase
  /** The verb group that carries it, when it is a verb. */
  group: VerbGroup | null
}

/** An event and what it happens to. */
export interface EventCandidate {
  view: SentenceView
  trigger: Trigger
  /** Null when nothing in the sentence is the theme: the passage's topic is. */
  theme: ThemeMention | null
  /** A season that stands beside the theme in the clause: "renewed X for a second season". */
  season: ThemeMention | null
  /** All themes of a list, this one included. */
  list: ThemeMention[]
  /** A date given elsewhere than in the clause: a listing's heading. */
  date?: DateMention | null
  /** How the rules found the theme. */
  note: string
  /** What the rules hold against the candidate, by name; a ranker weighs it, rules alone drop it. */
  doubts: readonly string[]
}

/** "its fifth and final season" tells an ending wherever it stands. */
const FINAL_SEASON: EventPhrase = {
  phrase: 'final season',
  event: 'ending',
  theme: 'inside',
  factuality: 'yes',
  proves: true,
}

/** Finds the event candidates of a sentence. */
export function findEvents(view: SentenceView, events: PhraseTree<EventPhrase>): EventCandidate[] {
  const bound = triggersOf(view, events).flatMap(({ trigger, shorter }) => {
    const longest = bind(view, trigger)
    if (!longest.every((c) => c.doubts.includes('no season'))) return longest
    return shorter.map((t) => bind(view, t)).find((found) => found.some((c) => !c.doubts.length)) ?? longest
  })
  // "Filming on the new season is set to begin": what begins is the filming.
  const ofStages = new Set<number>()
  for (const { trigger, doubts } of bound) {
    if (trigger.phrase.needs !== 'predicate' || doubts.includes('no predicate')) continue
    for (let k = trigger.from + 1; k < trigger.to; k++) ofStages.add(k)
  }
  // "Production on the new season has been delayed": what is delayed does not begin.
  const startsOf = (needs: EventPhrase['needs']): Set<number> =>
    new Set(bound.flatMap((c) => (c.trigger.phrase.needs === needs && !c.doubts.length ? [c.trigger.from] : [])))
  const delayed = startsOf('stoppage')
  const isDelayed = ({ trigger, doubts }: EventCandidate): boolean =>
    doubts.includes('no predicate') && delayed.has(trigger.from)
  // Nor does it film twice: "filming" alone tells no more than with its verb.
  const begun = startsOf('predicate')
  const isBegun = ({ trigger }: EventCandidate): boolean =>
    trigger.phrase.event === 'production' && trigger.phrase.needs !== 'predicate' && begun.has(trigger.from)
  const candidates = bound.filter(
    (c) => !isDelayed(c) && !isBegun(c) && (c.trigger.phrase.needs === 'predicate' || !ofStages.has(c.trigger.from)),
  )
  for (const theme of view.themes) {
    if (!theme.season?.final) continue
    const { from, to } = theme.season
    const owner = theme.show || theme.owned ? theme : (candidates.find((c) => c.season === theme)?.theme ?? theme)
    candidates.push({
      view,
      trigger: { phrase: FINAL_SEASON, from, to, group: null },
      theme: owner,
      season: owner === theme ? null : theme,
      list: [owner],
      note: 'the season said to be the last',
      doubts: [],
    })
  }
  return candidates
}
