// Themes of verbs that happen to their object: “renewed X”, “gave X a second season”, “X was cancelled”.
import { hostOf, objectThemes, relativeObject, sharedSubject, subjectThemes } from '../clauses.ts'
import type { SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Bound } from './bound.ts'
import { leadOf, ledAway, normAt, withSeason } from './bound.ts'
import { includedIn, inverted, makersSpeak, opensSentence } from './subjects.ts'

/** "Hex & Daughters: canceled after four seasons", "Kilo — renewed": the show that labels the line. */
function labelBefore({ tokens, themes, sentence }: SentenceView, at: number): ThemeMention | null {
  for (let k = at - 1; k >= sentence.from && k > at - 6; k--) {
    if (/^[:–—(|]$/.test(tokens[k]!.norm)) return themes.findLast((t) => t.show && t.to <= k && k - t.to <= 3) ?? null
  }
  return null
}

/** "A & B Canceled By Kestrel", "A Renewed, B Axed": in a headline a participle behind a show is a passive. */
function headed({ tokens, lexicon, themes, sentence }: SentenceView, { from, head }: VerbGroup): ThemeMention | null {
  if (!lexicon.is(tokens[head]!.norm, W.participle) || lexicon.is(tokens[head]!.norm, W.verbS)) return null
  // "Kestrel Has Cancelled A": the one that does it stands before.
  if (lexicon.is(tokens[from]!.norm, W.have | W.modal)) return null
  let end = from
  while (end > sentence.from && lexicon.among('beforeParticiple', tokens[end - 1]!.norm)) end--
  return themes.find((t) => t.to === end && t.show && !t.anaphor && !t.aside) ?? null
}

/** The verb's object; its subject when the verb is passive, or a bare participle with no object behind it. */
export function objectOf(view: SentenceView, trigger: Trigger): Bound | null {
  const { group } = trigger
  if (!group) {
    // "the canceled drama X": the noun phrase that holds it.
    const around = view.themes.find((t) => t.show && t.from <= trigger.from && trigger.to <= t.to)
    if (around) return withSeason(view, trigger, around, 'before the noun')
    const right = objectThemes(view, trigger.to)
    const first = right[0]
    return first ? combine(view, trigger, right, 'object') : null
  }
  const heading = view.sentence.headline && !group.passive ? headed(view, group) : null
  if (heading) return withSeason(view, trigger, heading, 'subject of the passive')
  const taken = group.passive ? null : relativeObject(view, group)
  if (taken) return withSeason(view, trigger, taken, 'taken up by a relative pronoun')
  const objects = objectThemes(view, trigger.to)
  const led = ENDS_LEADING.test(trigger.phrase.phrase)
  const direct = led ? objects.slice(0, 1).find((t) => !ledAway(view, trigger.to, t)) : objects.find((t) => !t.oblique)
  const near = direct !== undefined && direct.from - trigger.to <= 7
  // "Renewed several series, including A and B".
  const included = group.passive || near ? null : includedIn(view, trigger.to, trigger.to + 5)
  if (included) return withSeason(view, trigger, included, 'of those that the object includes')
  if (!group.passive && near && !(group.reducible && byAgent(view, trigger.to)))
    return combine(view, trigger, objects, 'object')
  // A bare past of "receive", "win", "earn" is none: "the second season received strong reviews".
  if (group.passive || (group.reducible && !group.lemmas.some((l) => view.lexicon.among('receives', l)))) {
    const host = group.passive ? null : hostOf(view, group.from)
    if (host) return withSeason(view, trigger, host, 'host of the participle')
    const member = group.passive ? null : memberOf(view, group)
    if (member) return withSeason(view, trigger, member, 'subject, one of those that it happens to')
    const subject = subjectThemes(view, group)[0]
    if (subject) return withSeason(view, trigger, subject, 'subject of the passive')
    // "Several dramas were cancelled, including A and B".
    const among = group.passive ? includedIn(view, group.from - 6, group.from) : null
    if (among) return withSeason(view, trigger, among, 'of those that the subject includes')
    if (near) return combine(view, trigger, objects, 'object')
    const shared = sharedSubject(view, group)
    if (shared) return withSeason(view, trigger, shared, 'shared subject')
    const labelled = labelBefore(view, group.from)
    if (labelled) return withSeason(view, trigger, labelled, 'label before')
    if (group.passive && makersSpeak(view, group))
      return { theme: null, season: objects.find((t) => t.season) ?? null, note: '“we”: the passage’s topic' }
    const behind = inverted(view, trigger)
    if (behind || !opensSentence(view, group.from)) return behind
    // "Commissioned in May, …": what the passage is about.
    return { theme: null, season: objects.find((t) => t.season) ?? null, note: 'the passage’s topic' }
  }
  if (trigger.phrase.needs === 'season' && !LEADS_ON.test(trigger.phrase.phrase)) {
    // "gets", "there are" and the like need their season right behind them.
    return near && direct!.season ? combine(view, trigger, objects, 'object') : null
  }
  if (makersSpeak(view, group) && normAt(view, group.to) === 'us')
    return { theme: null, season: null, note: '“us”: the passage’s topic' }
  if (direct) return combine(view, trigger, objects, 'object')
  // "Gave series orders to X": the phrase has its object within it.
  const receiver = objects.find(
    (t) => t.show && !t.season && /^(to|for)$/.test(leadOf(view, t)) && t.from - trigger.to <= 5,
  )
  if (receiver && trigger.to > group.to) return withSeason(view, trigger, receiver, 'receiver')
  // "The streamer has renewed for a second season" and the like: the theme was left out.
  const season = LEADS_ON.test(trigger.phrase.phrase)
    ? objects.find((t) => t.season && !(led && ledAway(view, trigger.to, t)))
    : undefined
  return season ? { theme: season, season: null, note: 'the season alone' } : null
}

/** "X is among the series renewed by QBC", "X was one of three dramas cancelled": the subject of the copula. */
function memberOf(view: SentenceView, group: VerbGroup): ThemeMention | null {
  const copula = view.groups.findLast((g) => g.finite && g.to <= group.from && group.from - g.to <= 8)
  if (!copula?.lemmas.includes('be')) return null
  const between = view.tokens.slice(copula.to, group.from)
  const member = between.some((t, i) => t.norm === 'among' || (t.norm === 'one' && between[i + 1]?.norm === 'of'))
  return member && between.some((t) => view.lexicon.is(t.norm, W.series))
    ? (subjectThemes(view, copula)[0] ?? null)
    : null
}

/** Phrases that end with a preposition: their theme stands behind it. */
const LEADS_ON = /[ (|](for|on|of|to|in|with|about)\)?$|\{renew\}|\{extend\}|\{pick\} up/
const ENDS_LEADING = /[ (|](for|on|of|to|in|with|about)\)?$/

const byAgent = ({ tokens }: SentenceView, at: number): boolean => tokens[at]?.norm === 'by'

/** A show and a season among the objects belong together: "gives X a second season", "a second season to X". */
export function combine(
  view: SentenceView,
  trigger: Trigger,
  objects: readonly ThemeMention[],
  as: string,
): Bound | null {
  const first = objects.find((t) => !t.oblique) ?? objects[0]
  if (!first) return null
  // "continue her lawsuit over X": X is hardly what is continued.
  const note = first.oblique && first.from - trigger.to > 2 ? `${as}, behind another noun` : as
  if (first.season && first.show) return { theme: first, season: null, note }
  if (first.season) {
    const to = objects.find((t) => t.show && !t.season && t.from >= first.to && t.from - first.to <= 6 && t.oblique)
    if (to) return { theme: to, season: first, note }
    const receives = trigger.group?.lemmas.some((l) => view.lexicon.among('receives', l)) ?? false
    const subject = trigger.group
      ? subjectThemes(view, trigger.group).find((t) => (t.show && (receives || !t.weak)) || t.anaphor)
      : undefined
    if (subject && !first.owned)
      return { theme: subject, season: first, note: 'subject, with its season as the object' }
    return { theme: first, season: null, note }
  }
  return withSeason(view, trigger, first, note)
}
