// Constructions: what the arrangement of a clause tells whatever its verb is. A series "upped for a fourth season" is renewed;
// a third season that anything happens to "on Oct. 14" premieres then; a show that will "set sail on Disney Channel on
// Sept. 26" does too. They speak only where no phrase of the book does.

import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import { clauseEnd, objectThemes, subjectThemes } from './clauses.ts'
import type { DateMention } from './dates.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { isShownOn } from './screens.ts'
import { findInSlate, isToCome } from './slates.ts'
import type { ThemeMention } from './themes.ts'
import { findElliptic } from './verb-ellipses.ts'
import type { VerbGroup } from './verbs.ts'

const FOR_SEASON: EventPhrase = {
  phrase: 'show + for + season to come',
  event: 'renewal',
  theme: 'subject',
  factuality: 'yes',
  needs: 'season',
  proves: false,
}
const SEASON_DATED: EventPhrase = {
  phrase: 'season + day',
  event: 'premiere',
  theme: 'subject',
  factuality: 'yes',
  needs: 'moment',
  proves: false,
}
const SHOW_SCHEDULED: EventPhrase = {
  phrase: 'show + screen + day',
  event: 'premiere',
  theme: 'subject',
  factuality: 'yes',
  needs: 'moment',
  proves: false,
}

/**
 * Finds constructions in a sentence.
 * @param told candidates that phrases have already given there
 */
export function findConstructions(
  view: SentenceView,
  dates: readonly DateMention[],
  told: readonly EventCandidate[],
): EventCandidate[] {
  const found: EventCandidate[] = []
  for (const group of view.groups) {
    if (told.some(({ trigger }) => trigger.group === group || (trigger.from < group.to && group.from < trigger.to)))
      continue
    const candidate = renewedFor(view, group) ?? seasonDated(view, group, dates) ?? showScheduled(view, group, dates)
    if (
      candidate &&
      !told.some((c) => c.theme === candidate.theme && c.trigger.phrase.event === candidate.trigger.phrase.event)
    )
      found.push(candidate)
  }
  const all = [...told, ...found]
  return [...found, ...findInSlate(view, all), ...findElliptic(view, all)]
}

const make = (
  view: SentenceView,
  phrase: EventPhrase,
  group: VerbGroup,
  theme: ThemeMention,
  season: ThemeMention | null,
  note: string,
): EventCandidate => ({
  view,
  trigger: { phrase, from: group.head, to: group.to, group },
  theme,
  season,
  list: [theme],
  note,
  doubts: [],
})

/** "X has been upped for a fourth season", "the network kept X for two more". */
function renewedFor(view: SentenceView, group: VerbGroup): EventCandidate | null {
  if (
    group.lemmas.some((l) => view.lexicon.among('notRenewal', l)) ||
    (!group.finite && !group.reducible && !group.infinitive)
  )
    return null
  const end = clauseEnd(view, group.to)
  const season = view.themes.find(
    (t) => t.season && !t.show && t.from >= group.to && t.from < end && isToCome(t.season) && leads(view, t, /^for$/),
  )
  if (!season) return null
  const object = objectThemes(view, group.to).find((t) => t.show && !t.oblique && t.from < season.from)
  const theme = !group.passive && object ? object : subjectThemes(view, group)[0]
  // "The writers of X are breaking stories for a third season": what they do is no renewal yet.
  const ofOthers = theme !== object && theme?.oblique && !group.passive
  return theme && (theme.show || theme.anaphor === 'noun') && !theme.weak && !ofOthers
    ? make(view, FOR_SEASON, group, theme, season, 'subject or object, with “for” and a season to come')
    : null
}

function leads({ tokens }: SentenceView, theme: ThemeMention, preposition: RegExp): boolean {
  for (let k = theme.from - 1; k > theme.from - 4 && k >= 0; k--) if (preposition.test(tokens[k]!.norm)) return true
  return false
}

/** "Season 11 unspools Oct. 6", "its third season, which won't be seen before early 2026". */
function seasonDated(view: SentenceView, group: VerbGroup, dates: readonly DateMention[]): EventCandidate | null {
  if (group.lemmas.some((l) => view.lexicon.among('notPremiere', l)) || !group.finite) return null
  const end = clauseEnd(view, group.to)
  if (!dates.some((d) => d.from >= group.to && d.from < end)) return null
  const subject = subjectThemes(view, group)[0]
  const theme = subject?.season ? subject : objectThemes(view, group.to).find((t) => t.season && !t.oblique)
  return theme?.season && theme.season.sense !== 'this' && !theme.season.modifier
    ? make(view, SEASON_DATED, group, theme, null, 'a season and a day')
    : null
}

/** "X will set sail on Disney Channel on Sept. 26": a series by name, a screen and a day behind a verb to come. */
function showScheduled(view: SentenceView, group: VerbGroup, dates: readonly DateMention[]): EventCandidate | null {
  if (group.lemmas.some((l) => view.lexicon.among('notPremiere', l)) || group.tense === 'past' || group.negated)
    return null
  const end = clauseEnd(view, group.to)
  const dated = dates.some((d) => d.from >= group.to && d.from < end)
  if (!dated || !isShownOn(view, group.to, end)) return null
  const theme = subjectThemes(view, group)[0]
  return theme?.show && !theme.weak && theme.show.kind === 'series'
    ? make(view, SHOW_SCHEDULED, group, theme, null, 'a series, a screen and a day')
    : null
}
