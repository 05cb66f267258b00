// Themes of verbs that happen to their subject: “X returns”, “X, premiering May 5”, “Also back is X”, “we'll be back”.
import { hostOf, objectThemes, sharedSubject, subjectThemes } from '../clauses.ts'
import type { SentenceView, Trigger } from '../events.ts'
import { includesFrom, isSeriesPlural } from '../inclusion.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import { beforeClosing } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Bound } from './bound.ts'
import { withSeason } from './bound.ts'

/** The subject of the trigger's verb, or what stands in its place. */
export function subjectOf(view: SentenceView, trigger: Trigger): Bound | null {
  const { group } = trigger
  if (group) {
    const subject = subjectThemes(view, group)[0]
    // "We'll be back", "we start taping on Monday": the makers speak of their show.
    if (subject === undefined && makersSpeak(view, group) && trigger.phrase.event !== 'order')
      return {
        theme: null,
        season: objectThemes(view, trigger.to).find((t) => t.season) ?? null,
        note: '“we”: the passage’s topic',
      }
    if (isPersonSubject(view, group) && !TRANSITIVE.test(group.lemmas[0] ?? '')) return null
    // "Specialist streaming service": a gerund tells an event only where it hangs on a theme ("X, premiering May 5").
    const host = group.finite && !group.reducible ? null : hostOf(view, group.from)
    if (host) return withSeason(view, trigger, host, 'host of the participle')
    // "Also returning are A and B", "Among returning series are A and B".
    // "Launched in 2019, X follows …": a participle opens the sentence.
    const opens = group.reducible && opensSentence(view, trigger.from)
    const behind = group.finite && !opens ? null : inverted(view, trigger)
    if (behind) return behind
    const own = group.finite ? null : ownOf(view, group)
    if (own) return withSeason(view, trigger, own, 'right before the gerund')
    const shared = group.finite ? null : sharedSubject(view, group)
    if (shared) return withSeason(view, trigger, shared, 'shared subject')
    if (
      !group.finite &&
      !group.infinitive &&
      !group.reducible &&
      !/^[,—–(]$/.test(view.tokens[group.from - 1]?.norm ?? '') &&
      !view.groups.some((g) => g.to === group.from)
    )
      return null
    const objects = objectThemes(view, trigger.to)
    const direct = objects.find((t) => !t.oblique && t.from - trigger.to <= 6)
    // "the decision to end X": a series is ended, whoever does it.
    // "X ended in 2020 with a Christmas special": what only looks like a name ends nothing.
    const ended = direct?.weak && subject?.show && !subject.weak ? undefined : direct
    if (TRANSITIVE.test(group.lemmas[0] ?? '') && ended?.show && !ended.season && !group.passive)
      return withSeason(view, trigger, ended, 'object')
    const included = subject ? null : includedIn(view, group.from - 6, group.from)
    if (included) return withSeason(view, trigger, included, 'of those that the subject includes')
    // "QBC said that IT will launch Northgate Toons in June": whoever launches something is no series.
    const named = view.masked[trigger.to] === 1 && !view.themes.some((t) => t.season && t.from === trigger.to)
    const shown = objects.find((t) => t.show && !t.oblique && !t.weak && t.from - trigger.to <= 8)
    if (subject?.anaphor === 'pronoun' && !group.passive && (named || shown))
      return shown ? withSeason(view, trigger, shown, 'object, with an organisation as the subject') : null
    // "Netflix premieres X": transitive when somebody else is the subject.
    if (!subject || (subject.anaphor && direct?.show && !group.passive && isOrgSubject(view, group))) {
      return direct && (direct.show || direct.season) && !isPersonSubject(view, group)
        ? withSeason(view, trigger, direct, 'object, with an organisation as the subject')
        : null
    }
    return withSeason(view, trigger, subject, 'subject')
  }
  // No verb: "X on hiatus", "a second season is in the works".
  const copula = view.groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 4)
  if (copula) {
    const subject = subjectThemes(view, copula)[0]
    if (subject) return withSeason(view, trigger, subject, 'subject')
    const object = view.themes.find((t) => t.from >= copula.to && t.to <= trigger.from)
    return object ? withSeason(view, trigger, object, 'before') : null
  }
  const before = view.themes.findLast((t) => t.to <= trigger.from && trigger.from - t.to <= 6)
  if (before) return withSeason(view, trigger, before, 'before')
  // "New shows due in May include A and B".
  const included = includedIn(view, trigger.from - 4, trigger.from)
  return included ? withSeason(view, trigger, included, 'of those that the subject includes') : inverted(view, trigger)
}

/** "on the heels of X ending its run", "ahead of X returning for its third season": the show right before a gerund behind a preposition. */
function ownOf({ tokens, lexicon, themes, sentence }: SentenceView, { from, head }: VerbGroup): ThemeMention | null {
  if (!lexicon.is(tokens[head]!.norm, W.gerund)) return null
  const end = beforeClosing(tokens, from, sentence.from)
  const theme = themes.find((t) => t.show && t.to === end && !t.anaphor)
  let lead = (theme?.from ?? sentence.from) - 1
  while (lead >= sentence.from && /^[“"‘]$/.test(tokens[lead]!.norm)) lead--
  return theme && lead >= sentence.from && lexicon.is(tokens[lead]!.norm, W.preposition) ? theme : null
}

/** "Several HITS bowed in May, including A, B and C": the first of those that a plural between `from` and `to` includes. */
export function includedIn(view: SentenceView, from: number, to: number): ThemeMention | null {
  const { tokens, lexicon, sentence } = view
  const first = Math.max(sentence.from, from)
  const nouns = tokens.slice(first, to)
  const plural = nouns.findIndex((t) => isSeriesPlural(t.norm, lexicon))
  // "has found talent through series such as A" happens to the talent.
  const led = nouns.slice(0, plural).some((t) => t.norm !== 'of' && lexicon.is(t.norm, W.preposition))
  if (plural < 0 || led) return null
  for (let k = first; k < Math.min(sentence.to, to + MOST_BETWEEN); k++) {
    const { norm } = tokens[k]!
    if (includesFrom(tokens, k) || (norm === 'include' && k >= to))
      return view.themes.find((t) => t.from > k && t.from - k <= 6 && t.show) ?? null
    if (/^[.;:]$/.test(norm)) return null
  }
  return null
}

/** Tokens from the plural's verb to "including". */
const MOST_BETWEEN = 40

/** Nothing but adverbs and marks stands before. */
export function opensSentence({ tokens, lexicon, masked, sentence }: SentenceView, at: number): boolean {
  for (let k = sentence.from; k < at; k++)
    if (masked[k] || (tokens[k]!.kind !== 'mark' && !lexicon.is(tokens[k]!.norm, W.adverb))) return false
  return true
}

/** Tokens from a participle that opens its sentence to the verb of it: "Returning to QBC for its third season on July 14 IS X". */
const REACH = 14

/** "Still in contention at QBC is X", "Also renewed are A, B and C", "Dropped by QBC in May, X has …": the subject behind. */
export function inverted(view: SentenceView, trigger: Trigger): Bound | null {
  const { tokens, groups, sentence } = view
  const opening = trigger.from - sentence.from <= 3
  if (!opening) return null
  const copula = groups.find(
    (g) =>
      g.from >= trigger.to &&
      g.from <= trigger.to + REACH &&
      g.finite &&
      g.lemmas.includes('be') &&
      g.head === g.to - 1,
  )
  // "Premiering in May, X WAS a hit": the copula has its subject before it.
  const before = copula ? beforeClosing(tokens, copula.from, sentence.from) : 0
  if (copula && !view.themes.some((t) => t.show && t.from >= trigger.to && t.to === before)) {
    const behind = view.themes.find((t) => t.from >= copula.to && t.from <= copula.to + 8 && !t.aside)
    return behind ? withSeason(view, trigger, behind, 'subject behind the verb') : null
  }
  for (let k = trigger.to; k < sentence.to && k < trigger.to + 12; k++) {
    if (tokens[k]!.norm !== ',') continue
    const behind = view.themes.find((t) => t.from > k && t.from <= k + 5 && !t.oblique && !t.aside)
    return behind ? withSeason(view, trigger, behind, 'subject of the clause behind') : null
  }
  return null
}

/** "We've been renewed", "they cancelled us": the makers speak of their show. */
export function makersSpeak({ tokens, sentence }: SentenceView, group: VerbGroup): boolean {
  for (let k = group.from - 1; k >= sentence.from && k > group.from - 3; k--) if (tokens[k]!.norm === 'we') return true
  return tokens[group.to]?.norm === 'us'
}

const TRANSITIVE = /^(end|conclude)$/
const isOrgSubject = (view: SentenceView, group: VerbGroup): boolean =>
  view.orgs.some((o) => o.to <= group.from && group.from - o.to <= 3)

/** Somebody by name or "he", "she", "I" is the subject: people who return, launch and film do not air. */
function isPersonSubject({ tokens, lexicon, persons }: SentenceView, group: VerbGroup): boolean {
  const before = tokens[group.from - 1]
  if (persons.some((p) => p.to === group.from)) return true
  return before !== undefined && (/^(he|she|i|we|who)$/.test(before.norm) || lexicon.is(before.norm, W.role))
}
