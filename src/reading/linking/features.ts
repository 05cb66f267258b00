// Features of the choice among shows: what is known of a show, where it stands to the event, and what speaks for none.

import { clauseEnd, objectThemes, subjectThemes } from '../clauses.ts'
import type { Entity } from '../entities.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import type { Features } from '../features.ts'
import { bin, joins } from '../features.ts'
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

/** Features of what is known of a show. Most candidates of an article ask for the same shows. */
export function knownFeatures(f: Features, input: LinkingInput, show: Entity, candidate: EventCandidate): void {
  const { event } = candidate.trigger.phrase
  // That a show is new may come to light while its candidates are settled, one after the other.
  const fresh = show.isNew || show.limited
  f.once(show, fresh ? `new,${event}` : event, () => entityFeatures(f, input, show, event))
}

function entityFeatures(f: Features, { topics, television, common }: LinkingInput, show: Entity, event: string): void {
  const rival = Math.max(show.other, show.person, show.network)
  const { marked } = show
  const kind = `${show.kind}${marked ? '+marked' : ''}`
  const words = show.key.split(' ')
  const plain = words.filter((w) => common.has(w)).length / words.length
  f.add('kind=', kind)
  f.add('kind,tv=', kind, bin(television, [0, 0.5]))
  if (show.odds !== undefined) {
    f.add('odds=', bin(show.odds, ODDS))
    f.add('odds,event=', bin(show.odds, [0.2, 0.5, 0.8]), event)
  }
  f.add('own=', bin(show.series, [0.1, 0.7, 1.3, 2, 3, 4.5, 7]))
  f.add('rival=', bin(rival, [0.1, 1, 2, 3]))
  f.add('lead=', bin(show.series - rival, [-1, 0, 0.7, 1.5, 2.5, 4, 6]))
  f.add('person=', bin(show.person, [0.5, 1.5, 2.5]), marked)
  f.add('seasoned=', show.seasoned)
  f.add('called=', show.called)
  f.add('new=', show.isNew || show.limited, event)
  f.add('fullName=', show.fullName, marked)
  f.add('place=', show.place)
  f.add('mentions=', bin(show.mentions.length, [2, 3, 5, 8]))
  f.add('words=', bin(words.length, [2, 3, 4]), bin(plain, [0.01, 0.6, 1]), marked)
  f.add('main=', show === topics.main)
  const about = topics.odds.get(show) ?? 0
  f.add('about=', bin(about, ABOUT))
  f.add('about,event=', bin(about, [0.2, 0.8]), event)
}

/**
 * How a mention stands to the event's words.
 * @param speech the event's words stand in a quotation
 */
export function placeFeatures(f: Features, candidate: EventCandidate, t: ThemeMention, speech: boolean): void {
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
  f.add('place=', side, near)
  f.add('place,slot=', side, slot, bin(near, [2, 4]))
  f.add('slot,form=', side, slot, form)
  f.add('marks=', bin(marks, [1, 2, 3]))
  f.add('verbs=', bin(verbs, [1, 2]), side)
  f.add('others=', bin(others, [1, 2]), side)
  f.add('subject=', subject, slot, form)
  f.add('object=', object, slot, form)
  f.add('clause=', inClause, side)
  f.add('side,note=', side, candidate.note)
  f.add('side,clause,note=', side, inClause, candidate.note)
  f.add('side,bound=', side, kindOf(candidate.theme))
  f.add('oblique=', stand.oblique, side, slot)
  f.add('aside=', t.aside)
  // “I’d love to do another season,” “X” creator Y said: the season is X's.
  f.add('aside,speech=', t.aside, speech, side)
  f.add('weak=', t.weak)
  f.add('season=', t.season !== null, trigger.phrase.event)
  f.add('before=', before)
  f.add('path=', path)
  f.add('path,slot=', path, slot, form)
  wordsBetween(f, view, from, to, side)
  f.add('behind=', behind)
  f.add('behind,side=', behind, side)
  f.add('list=', bin(t.list.length, [2, 4]))
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
function wordsBetween(f: Features, { tokens, masked }: SentenceView, from: number, to: number, side: string): void {
  const words = new Set<string>()
  for (let k = from; k < Math.min(to, from + MOST_BETWEEN); k++) words.add(masked[k] ? 'NAME' : tokens[k]!.norm)
  for (const word of words) f.add('between=', side, word)
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
const ABOUT = [0.02, 0.1, 0.3, 0.6, 0.85, 0.97]
const SENSES = ['numbered', 'another', 'final', 'new', 'this', 'count'] as const

/** What the words themselves say, whatever show they may be about. */
export function noneFeatures(
  f: Features,
  input: LinkingInput,
  candidate: EventCandidate,
  names: number,
  factuality: string,
): void {
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
  const governs = groups.findLast((g) => g.to <= trigger.from && g !== group)?.lemmas[0] ?? '-'
  const verb = group?.lemmas[0] ?? '-'
  const left = tokens[trigger.from - 1]?.norm ?? '^'
  const right = tokens[trigger.to]?.norm ?? '$'
  const stage = otherMedium(view, trigger.from, trigger.to)
  f.add('none')
  f.add('none,event=', event)
  f.add('none,phrase=', phrase.phrase)
  f.add('none,tv=', medium)
  f.add('none,brief=', bin(tokens.length, [30, 80, 200]))
  f.add('none,tv,event=', medium, event)
  f.add('none,form=', form, event)
  f.add('none,verb=', verb, event)
  f.add('none,modal=', group?.modal ?? '-')
  f.add('none,negated=', group?.negated ?? false, event)
  f.add('none,speech=', speech, event)
  f.add('none,title=', sentence.title, sentence.headline)
  f.add('none,question=', sentence.question)
  f.add('none,factuality=', factuality, event)
  f.add('none,factuality,speech=', factuality, speech)
  f.add('none,factuality,phrase=', factuality, phrase.phrase)
  f.add('none,dated=', dated, event)
  f.add('none,screen=', screen, event)
  for (const s of seasons.length ? seasons : ['-']) {
    f.add('none,season=', s, event)
    f.add('none,season,phrase=', s, phrase.phrase)
  }
  f.add('none,names=', bin(names, [1, 2, 4]))
  f.add('none,left=', left)
  f.add('none,right=', right)
  f.add('none,governor=', governs)
  f.add('none,left,right=', left, right)
  f.add('none,left,verb=', left, verb, event)
  f.add('none,right,verb=', right, verb, event)
  f.add('none,governor,verb=', governs, verb, event)
  // What the same words tell here they may not tell there.
  f.add('none,left,phrase=', left, phrase.phrase)
  f.add('none,right,phrase=', right, phrase.phrase)
  f.add('none,form,phrase=', form, phrase.phrase)
  f.add('none,note,phrase=', candidate.note, phrase.phrase)
  f.add('none,modal,phrase=', group?.modal ?? '-', phrase.phrase)
  f.add('none,speech,phrase=', speech, phrase.phrase)
  f.add('none,dated,phrase=', dated, phrase.phrase)
  f.add('none,screen,phrase=', screen, phrase.phrase)
  f.add('none,at=', bin(sentence.i, [1, 2, 4, 8, 15]))
  f.add('none,bound=', kindOf(candidate.theme), event)
  f.add('none,note=', candidate.note)
  f.add('none,phrase,bound=', phrase.phrase, kindOf(candidate.theme))
  for (const doubt of candidate.doubts) {
    f.add('none,doubt=', doubt)
    f.add('none,doubt,phrase=', doubt, phrase.phrase)
  }
  window(f, view, trigger.from, trigger.to, event)
  // Most candidates of a sentence ask for the same words.
  f.once(view, event, () => wordsOf(f, view, event))
  if (stage) {
    f.add('none,stage')
    f.add('none,stage=', stage)
  }
}

function window(
  f: Features,
  { tokens, sentence, masked }: SentenceView,
  from: number,
  to: number,
  event: string,
): void {
  const words = new Set<string>()
  const left = new Set<string>()
  const right = new Set<string>()
  for (let k = Math.max(sentence.from, from - 6); k < Math.min(sentence.to, to + 6); k++) {
    const { norm, kind } = tokens[k]!
    if ((k >= from && k < to) || masked[k] || kind === 'mark') continue
    if (joins(k < from ? left : right, norm)) f.add('none,w=', norm, k < from ? 'l' : 'r')
    if (joins(words, norm)) f.add('none,we=', norm, event)
  }
}

/** All words of the sentence, wherever they stand: those of plots, films and deals tell much about what an event is. */
function wordsOf(f: Features, { tokens, sentence, masked }: SentenceView, event: string): void {
  const words = new Set<string>()
  const end = Math.min(sentence.to, sentence.from + MOST_WORDS)
  for (let k = sentence.from; k < end; k++) if (!masked[k] && LETTERS.test(tokens[k]!.norm)) words.add(tokens[k]!.norm)
  for (const word of words) f.add('none,s=', word, event)
}

/** Longer sentences are lists, or no sentences. */
const MOST_WORDS = 120
const LETTERS = /^\p{L}+$/u
