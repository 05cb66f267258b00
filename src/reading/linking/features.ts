// Features of the choice among shows: what is known of a show, where it stands to the event, and what speaks for none.

import { clauseEnd, objectThemes, subjectThemes } from '../clauses.ts'
import type { Entity } from '../entities.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import { bin, feature, feature2, feature3 } from '../features.ts'
import type { Lexicon } from '../lexicon.ts'
import { VERB, W } from '../lexicon.ts'
import type { LinkingInput } from '../linking.ts'
import { otherMedium } from '../other-media.ts'
import { isScreen } from '../screens.ts'
import type { ThemeMention } from '../themes.ts'
import type { Token } from '../tokens.ts'

/** What kind of theme stands there. */
export const kindOf = (t: ThemeMention | null): string =>
  t ? (t.anaphor ?? (t.show ? (t.season ? 'show+season' : 'show') : 'season')) : 'context'

/** Most candidates of an article ask for the same shows. */
const known = new WeakMap<Entity, Map<string, string[]>>()

/** Features of what is known of a show. */
export function knownFeatures(input: LinkingInput, show: Entity, candidate: EventCandidate): string[] {
  let byEvent = known.get(show)
  if (!byEvent) {
    byEvent = new Map()
    known.set(show, byEvent)
  }
  // That a show is new may come to light while its candidates are settled, one after the other.
  const key = feature2('', candidate.trigger.phrase.event, show.isNew || show.limited)
  let features = byEvent.get(key)
  if (!features) {
    features = entityFeatures(input, show, candidate)
    byEvent.set(key, features)
  }
  return features
}

function entityFeatures(
  { topics, television, common }: LinkingInput,
  show: Entity,
  { trigger }: EventCandidate,
): string[] {
  const rival = Math.max(show.other, show.person, show.network)
  const marked = show.mentions.some((m) => m.mark)
  const kind = `${show.kind}${marked ? '+marked' : ''}`
  const words = show.key.split(' ')
  const plain = words.filter((w) => common.has(w)).length / words.length
  const { event } = trigger.phrase
  return [
    feature('kind=', kind),
    feature2('kind,tv=', kind, bin(television, [0, 0.5])),
    ...(show.odds === undefined
      ? []
      : [feature('odds=', bin(show.odds, ODDS)), feature2('odds,event=', bin(show.odds, [0.2, 0.5, 0.8]), event)]),
    feature('own=', bin(show.series, [0.1, 0.7, 1.3, 2, 3, 4.5, 7])),
    feature('rival=', bin(rival, [0.1, 1, 2, 3])),
    feature('lead=', bin(show.series - rival, [-1, 0, 0.7, 1.5, 2.5, 4, 6])),
    feature2('person=', bin(show.person, [0.5, 1.5, 2.5]), marked),
    feature('seasoned=', show.seasoned),
    feature('called=', show.called),
    feature2('new=', show.isNew || show.limited, event),
    feature2('fullName=', show.fullName, marked),
    feature('place=', show.place),
    feature('mentions=', bin(show.mentions.length, [2, 3, 5, 8])),
    feature3('words=', bin(words.length, [2, 3, 4]), bin(plain, [0.01, 0.6, 1]), marked),
    feature('main=', show === topics.main),
  ]
}

/**
 * How a mention stands to the event's words.
 * @param speech the event's words stand in a quotation
 */
export function placeFeatures(candidate: EventCandidate, t: ThemeMention, speech: boolean): string[] {
  const { view, trigger } = candidate
  const { tokens, groups, themes, lexicon } = view
  // "renewed A, B, C and D": D stands to the verb as A does.
  const { list } = candidate
  const listed = list.length > 1 && list.includes(t)
  const stand = listed ? list.reduce((a, b) => (distanceOf(candidate, b) < distanceOf(candidate, a) ? b : a)) : t
  const side = sideOf(candidate, stand)
  const [from, to] = side === 'before' ? [stand.to, trigger.from] : [trigger.to, stand.from]
  let marks = 0
  for (let k = from; k < to; k++) if (/^[,;:—–()]$/.test(tokens[k]!.norm)) marks++
  const verbs = groups.filter(
    (g) => g.from >= from && g.to <= to && g !== trigger.group && (g.finite || g.infinitive),
  ).length
  const others = themes.filter((o) => o !== stand && o.show && o.from >= from && o.to <= to).length
  const group = trigger.group
  const subject = group ? subjectThemes(view, group)[0] === stand : false
  const object = objectThemes(view, trigger.to).find((o) => o.show) === stand
  const inClause = stand.from < clauseEnd(view, trigger.to)
  const slot = trigger.phrase.theme
  const near = bin(to - from, [1, 3, 6, 10, 16])
  const form = group ? (group.passive ? 'passive' : group.finite ? 'active' : 'nonfinite') : 'noun'
  let lead = stand.from - 1
  while (lead >= view.sentence.from && tokens[lead]!.kind === 'mark') lead--
  const before = lead >= view.sentence.from ? tokens[lead]!.norm : '^'
  let next = t.to
  while (next < view.sentence.to && /^[”"’')]$/.test(tokens[next]!.norm)) next++
  const after = next < view.sentence.to ? tokens[next]! : null
  const c = after ? lexicon.classes(after.norm) : 0
  const behind = !after
    ? '$'
    : after.kind === 'mark' || after.norm === "'s"
      ? after.norm
      : c & (W.be | W.have | W.modal)
        ? 'aux'
        : c & W.preposition
          ? 'prep'
          : c & (W.series | W.genre)
            ? 'series'
            : c & W.role
              ? 'role'
              : c & VERB
                ? 'verb'
                : after.case === 'capital'
                  ? 'name'
                  : 'word'
  const path = `${side}:${pathBetween(view, from, to)}`
  return [
    feature2('place=', side, near),
    feature3('place,slot=', side, slot, bin(near, [2, 4])),
    feature3('slot,form=', side, slot, form),
    feature('marks=', bin(marks, [1, 2, 3])),
    feature2('verbs=', bin(verbs, [1, 2]), side),
    feature2('others=', bin(others, [1, 2]), side),
    feature3('subject=', subject, slot, form),
    feature3('object=', object, slot, form),
    feature2('clause=', inClause, side),
    feature2('side,note=', side, candidate.note),
    feature3('side,clause,note=', side, inClause, candidate.note),
    feature2('side,bound=', side, kindOf(candidate.theme)),
    feature3('oblique=', stand.oblique, side, slot),
    feature('aside=', t.aside),
    // “I’d love to do another season,” “X” creator Y said: the season is X's.
    feature3('aside,speech=', t.aside, speech, side),
    feature('weak=', t.weak),
    feature2('season=', t.season !== null, trigger.phrase.event),
    feature('before=', before),
    feature('path=', path),
    feature3('path,slot=', path, slot, form),
    ...wordsBetween(view, from, to, side),
    feature('behind=', behind),
    feature2('behind,side=', behind, side),
    feature('list=', bin(t.list.length, [2, 4])),
  ]
}

/** On which side of an event's words a theme stands. */
export const sideOf = ({ trigger }: EventCandidate, t: ThemeMention): 'before' | 'behind' | 'inside' =>
  t.to <= trigger.from ? 'before' : t.from >= trigger.to ? 'behind' : 'inside'

/** Tokens between an event's words and a theme; 0 where they overlap. */
export const distanceOf = ({ trigger }: EventCandidate, t: ThemeMention): number =>
  t.to <= trigger.from ? trigger.from - t.to : t.from >= trigger.to ? t.from - trigger.to : 0

/** What stands between a mention and the event's words, by kinds of words: ", which AUX", "'s SEASON PREP"; '…' when it is long. */
function pathBetween({ tokens, lexicon, masked, groups }: SentenceView, from: number, to: number): string {
  const parts: string[] = []
  for (let k = from; k < to; k++) {
    const part = partOf(
      tokens[k]!,
      masked[k] === 1,
      lexicon,
      groups.some((g) => g.from <= k && k < g.to),
    )
    if (part && part !== parts.at(-1)) parts.push(part)
    if (parts.length > 6) return '…'
  }
  return parts.join(' ')
}

/** The words between a mention and the event's words, the first dozen of them, in no order. */
function wordsBetween({ tokens, masked }: SentenceView, from: number, to: number, side: string): string[] {
  const found = new Set<string>()
  for (let k = from; k < Math.min(to, from + MOST_BETWEEN); k++)
    found.add(feature2('between=', side, masked[k] ? 'NAME' : tokens[k]!.norm))
  return [...found]
}

const MOST_BETWEEN = 12

function partOf({ norm, kind }: Token, name: boolean, lexicon: Lexicon, verbal: boolean): string {
  if (kind === 'mark') return /^[“”"‘’']$/.test(norm) ? '' : norm
  if (name) return 'NAME'
  const c = lexicon.classes(norm)
  if (verbal) return c & (W.be | W.have | W.modal) ? 'AUX' : 'VERB'
  if (norm === "'s" || c & (W.relative | W.coordinator | W.subordinator)) return norm
  if (c & W.preposition) return norm
  if (c & W.series) return 'SERIES'
  if (c & (W.determiner | W.possessive)) return 'DET'
  if (c & W.adverb) return ''
  return 'WORD'
}

const ODDS = [0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98]
const SENSES = ['numbered', 'another', 'final', 'new', 'this', 'count'] as const

/** What the words themselves say, whatever show they may be about. */
export function noneFeatures(
  input: LinkingInput,
  candidate: EventCandidate,
  names: number,
  factuality: string,
): string[] {
  const { view, trigger } = candidate
  const { tokens, sentence, themes, groups, orgs } = view
  const { phrase, group } = trigger
  const { event } = phrase
  const medium = bin(input.television, [-0.5, -0.1, 0.2, 0.5, 0.9])
  const form = group ? `${group.tense}${group.finite ? '' : '-nonfinite'}${group.passive ? '-passive' : ''}` : 'noun'
  const seasons = SENSES.filter((s) => themes.some((t) => t.season?.sense === s))
  const dated = input.dates[sentence.i]!.length > 0
  const screen = orgs.some(isScreen)
  const speech = input.speechOf[trigger.from]! >= 0
  const governor = groups.findLast((g) => g.to <= trigger.from && g !== group)
  const stage = otherMedium(view, trigger.from, trigger.to)
  return [
    'none',
    feature('none,event=', event),
    feature('none,phrase=', phrase.phrase),
    feature('none,tv=', medium),
    feature2('none,tv,event=', medium, event),
    feature2('none,form=', form, event),
    feature2('none,verb=', group?.lemmas[0] ?? '-', event),
    feature('none,modal=', group?.modal ?? '-'),
    feature2('none,negated=', group?.negated ?? false, event),
    feature2('none,speech=', speech, event),
    feature2('none,title=', sentence.title, sentence.headline),
    feature('none,question=', sentence.question),
    feature2('none,factuality=', factuality, event),
    feature2('none,factuality,speech=', factuality, speech),
    feature2('none,factuality,phrase=', factuality, phrase.phrase),
    feature2('none,dated=', dated, event),
    feature2('none,screen=', screen, event),
    ...(seasons.length ? seasons.map((s) => feature2('none,season=', s, event)) : [`none,season=-,${event}`]),
    feature('none,names=', bin(names, [1, 2, 4])),
    feature('none,left=', tokens[trigger.from - 1]?.norm ?? '^'),
    feature('none,right=', tokens[trigger.to]?.norm ?? '$'),
    feature('none,governor=', governor?.lemmas[0] ?? '-'),
    feature('none,at=', bin(sentence.i, [1, 2, 4, 8, 15])),
    feature2('none,bound=', kindOf(candidate.theme), event),
    feature('none,note=', candidate.note),
    feature2('none,phrase,bound=', phrase.phrase, kindOf(candidate.theme)),
    ...candidate.doubts.map((d) => feature('none,doubt=', d)),
    ...window(view, trigger.from, trigger.to, event),
    ...wordsOf(view, event),
    ...(stage ? ['none,stage', feature('none,stage=', stage)] : []),
  ]
}

function window({ tokens, sentence, masked }: SentenceView, from: number, to: number, event: string): string[] {
  const found = new Set<string>()
  for (let k = Math.max(sentence.from, from - 6); k < Math.min(sentence.to, to + 6); k++) {
    if ((k >= from && k < to) || masked[k] || tokens[k]!.kind === 'mark') continue
    found.add(feature2('none,w=', tokens[k]!.norm, k < from ? 'l' : 'r'))
    found.add(feature2('none,we=', tokens[k]!.norm, event))
  }
  return [...found]
}

/** Most candidates of a sentence ask for the same words. */
const words = new WeakMap<SentenceView, Map<string, readonly string[]>>()

/** All words of the sentence, wherever they stand: those of plots, films and deals tell much about what an event is. */
function wordsOf(view: SentenceView, event: string): readonly string[] {
  let byEvent = words.get(view)
  if (!byEvent) {
    byEvent = new Map()
    words.set(view, byEvent)
  }
  let found = byEvent.get(event)
  if (!found) {
    const names = new Set<string>()
    const end = Math.min(view.sentence.to, view.sentence.from + MOST_WORDS)
    for (let k = view.sentence.from; k < end; k++)
      if (!view.masked[k] && LETTERS.test(view.tokens[k]!.norm))
        names.add(feature2('none,s=', view.tokens[k]!.norm, event))
    found = [...names]
    byEvent.set(event, found)
  }
  return found
}

/** Longer sentences are lists, or no sentences. */
const MOST_WORDS = 120
const LETTERS = /^\p{L}+$/u
