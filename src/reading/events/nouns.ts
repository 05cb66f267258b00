// Themes of nouns that tell an event: “the renewal of X”, “X's renewal”, “X has earned a renewal”.
import { clauseEnd, subjectThemes } from '../clauses.ts'
import type { SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import type { Bound } from './bound.ts'
import { leadOf, ledAway, takesVerb, withSeason } from './bound.ts'
import { includedIn } from './subjects.ts'

/** The theme of a noun: behind "of" or "for", before it as owner or modifier, or the subject of the verb that it is the object of. */
export function nounThemeOf(view: SentenceView, trigger: Trigger): Bound | null {
  const { tokens, lexicon, themes } = view
  const ofInside = /^(of|for|on|about|to|regarding)$/.test(tokens[trigger.to - 1]!.norm)
  const after = ofInside
    ? trigger.to
    : /^(of|for|on|to|from)$/.test(tokens[trigger.to]?.norm ?? '')
      ? trigger.to + 1
      : -1
  if (after >= 0) {
    const end = clauseEnd(view, after)
    const owner = themes.find((t) => t.from >= after && t.from <= after + 7 && t.from < end)
    // "News of the renewal of X": the word is not of X.
    if (owner && ofInside && tokens.slice(after, owner.from).some((t) => lexicon.among('tellsItself', t.norm)))
      return null
    if (owner && !hasVerbBetween(view, after, owner.from) && !ledAway(view, after, owner)) {
      if (owner.season && !owner.show) {
        const show = themes.find(
          (t) => t.show && !t.weak && !t.season && t.from > owner.to && t.from <= owner.to + 4 && t.oblique,
        )
        if (show) return { theme: show, season: owner, note: 'behind the noun' }
      }
      const bound = withSeason(view, trigger, owner, 'behind the noun')
      if (!bound.season && !owner.season) bound.season = modifierSeason(view, trigger)
      return bound
    }
  }
  // "No premiere date has been announced for X", "production has begun on X".
  const predicate = view.groups.find((g) => g.from >= trigger.to && g.from <= trigger.to + 2)
  if (predicate && after < 0) {
    const end = clauseEnd(view, predicate.to)
    const behind = themes.find(
      (t) => t.from >= predicate.to && t.from < end && t.oblique && /^(for|of|on)$/.test(leadOf(view, t)),
    )
    if (behind) return withSeason(view, trigger, behind, 'behind the noun’s verb')
    // "Other renewals include A and B", "Renewals went to A and B".
    const named = themes.find((t) => t.from >= predicate.to && t.from < end && t.from - predicate.to <= 5 && t.show)
    if (named && predicate.lemmas.some((l) => NAMES.test(l)) && trigger.to === predicate.from)
      return withSeason(view, trigger, named, 'among those behind the noun’s verb')
  }
  // Before: "X's renewal", "the X renewal", "a second-season renewal", "its premiere".
  const near = themes.findLast(
    (t) => !t.aside && t.to <= trigger.from && trigger.from - t.to <= (t.anaphor === 'pronoun' ? 5 : 3),
  )
  const left = near?.weak && governorSubject(view, trigger) ? undefined : near
  if (left && gapIsPlain(view, left.to, trigger.from)) {
    if (left.season && !left.show) {
      const subject = governorSubject(view, trigger)
      return subject
        ? { theme: subject, season: left, note: 'before the noun, with the subject as owner' }
        : { theme: left, season: null, note: 'before the noun' }
    }
    return withSeason(view, trigger, left, 'before the noun')
  }
  const possessive = tokens[trigger.from - 1]
  const subject = governorSubject(view, trigger)
  if (subject && !(possessive && lexicon.is(possessive.norm, W.possessive)))
    return withSeason(view, trigger, subject, 'subject of the verb before')
  const aim = aimedAt(view, trigger)
  if (aim) return withSeason(view, trigger, aim, 'subject of the clause before')
  // "2018 saw several hits bow on the service, including A and B".
  const included = includedIn(view, trigger.from - 4, trigger.from)
  if (included) return withSeason(view, trigger, included, 'of those that the subject includes')
  const { needs, proves } = trigger.phrase
  if (after < 0 && (proves || takesVerb(trigger.phrase) || needs === 'told'))
    return { theme: null, season: null, note: 'the passage’s topic' }
  return null
}

const NAMES = /^(include|go|come|number)$/

const modifierSeason = (view: SentenceView, trigger: Trigger): ThemeMention | null =>
  view.themes.findLast((t) => t.season?.modifier && !t.show && t.to <= trigger.from && trigger.from - t.to <= 1) ?? null

function gapIsPlain({ tokens, lexicon, masked }: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const token = tokens[k]!
    if (masked[k]) continue
    if (token.norm === "'s" || /^[’'‘”"]$/.test(token.norm)) continue
    if (token.kind === 'mark') return false
    if (lexicon.is(token.norm, W.preposition | W.modal | W.be | W.have | W.coordinator | W.relative | W.subordinator))
      return false
  }
  return true
}

const hasVerbBetween = ({ groups }: SentenceView, from: number, to: number): boolean =>
  groups.some((g) => g.from >= from && g.from < to && g.finite)

/** "X is filming in Atlanta FOR A 2031 LAUNCH", "X is in production, WITH A SPRING RETURN planned": whose clause it hangs on. */
function aimedAt(view: SentenceView, trigger: Trigger): ThemeMention | null {
  const { tokens, sentence, groups, lexicon } = view
  for (let k = trigger.from - 1; k > sentence.from && k >= trigger.from - 5; k--) {
    if (!/^(a|an)$/.test(tokens[k]!.norm)) continue
    if (!lexicon.among('aimsAt', tokens[k - 1]!.norm) || !gapIsPlain(view, k + 1, trigger.from)) return null
    const group = groups.findLast((g) => g.to <= k - 1 && (g.finite || g.infinitive || g.reducible))
    return group ? (subjectThemes(view, group)[0] ?? null) : null
  }
  return null
}

/** "X has earned a renewal": the subject of the verb whose object the noun is. */
function governorSubject(view: SentenceView, trigger: Trigger): ThemeMention | null {
  const group = view.groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 7)
  if (!group?.lemmas.some((l) => view.lexicon.among('gains', l))) return null
  if (!group.finite && !group.infinitive && !group.reducible) return null
  return subjectThemes(view, group)[0] ?? null
}
