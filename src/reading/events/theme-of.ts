// The theme of an event: object, subject or complement, inside the phrase, in a list behind a colon, or the passage's topic.
import { clauseEnd, objectThemes } from '../clauses.ts'
import type { SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import type { Bound } from './bound.ts'
import { leadOf, withSeason } from './bound.ts'
import { nounThemeOf } from './nouns.ts'
import { combine, objectOf } from './objects.ts'
import { subjectOf } from './subjects.ts'

/** How a list behind a colon is found. */
export const BEHIND_COLON = 'list behind the colon'

/** "Renewed: A, B and C", "the network's renewals so far: A (season 3), B (season 2)". */
function listBehindColon(view: SentenceView, trigger: Trigger): Bound | null {
  const { tokens, sentence, groups, masked } = view
  for (let k = trigger.to; k < sentence.to && k < trigger.to + 8; k++) {
    if (groups.some((g) => g.from === k && g.finite)) return null
    // That of “Lantern Bay: Homecoming” opens no list.
    if (tokens[k]!.norm !== ':' || masked[k]) continue
    const first = view.themes.find((t) => t.from > k && t.from <= k + 8 && (t.show || t.season))
    const season = view.themes.find((t) => t.season && !t.show && t.from >= trigger.to && t.to <= k) ?? null
    return first ? { theme: first, season, note: BEHIND_COLON } : null
  }
  return null
}

const ABOUT = /^(on|about|for|regarding|concerning)$/

/** The theme of a trigger, by where its phrase says that it stands; null when there is none. */
export function themeOf(view: SentenceView, trigger: Trigger): Bound | null {
  if (trigger.phrase.theme !== 'inside' && trigger.phrase.theme !== 'context') {
    const list = listBehindColon(view, trigger)
    if (list) return list
  }
  switch (trigger.phrase.theme) {
    case 'object':
      return objectOf(view, trigger)
    case 'either': {
      const behind = objectThemes(view, trigger.to).find(
        (t) => t.from - trigger.to <= 5 && (t.show || t.season || t.anaphor === 'noun') && !t.weak,
      )
      return behind
        ? combine(view, trigger, [behind, ...objectThemes(view, trigger.to).filter((t) => t !== behind)], 'object')
        : subjectOf(view, trigger)
    }
    case 'subject':
      return subjectOf(view, trigger)
    case 'of':
      return nounThemeOf(view, trigger)
    case 'inside': {
      const inside = view.themes.find((t) => t.from >= trigger.from && t.from < trigger.to)
      return inside ? withSeason(view, trigger, inside, 'within the phrase') : null
    }
    case 'context': {
      // "No decision has been made on X": said of what stands behind, where it is named.
      const about = view.themes.find(
        (t) => t.from >= trigger.to && t.from - trigger.to <= 8 && !t.weak && ABOUT.test(leadOf(view, t)),
      )
      if (about && about.from < clauseEnd(view, trigger.to)) {
        const between = view.tokens.slice(trigger.to, about.from)
        const clausal = between.some(({ norm }) => view.lexicon.is(norm, W.subordinator) && !ABOUT.test(norm))
        if (!clausal) return withSeason(view, trigger, about, 'behind the phrase')
      }
      return { theme: null, season: null, note: 'the passage’s topic' }
    }
  }
}
