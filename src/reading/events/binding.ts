// Binding: what an event happens to, by the place that its phrase gives the theme, and what speaks against it.
import type { MediaList } from '../../phrasebook/phrasebook.ts'
import { clauseEnd } from '../clauses.ts'
import type { EventCandidate, SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import { behindClosing, type Token } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import { type Bound, takesVerb } from './bound.ts'
import { isHead } from './heads.ts'
import { themeOf } from './theme-of.ts'

/** Binds a trigger to its theme: one candidate for each theme of a list; none when it happens to something about a show. */
export function bind(view: SentenceView, found: Trigger): EventCandidate[] {
  let trigger = found
  const doubts: string[] = []
  const bound = themeOf(view, trigger)
  if (!bound && happensToAnother(view, trigger)) return []
  if (onlySays(view, trigger, bound) || gains(view, trigger) || isDated(view, trigger)) return []
  if (!bound && !followsLabel(view, trigger)) doubts.push('nothing bound')
  if (bound?.theme && !isHead(view, trigger, bound)) doubts.push('not the head')
  const { theme, season, note } = bound ?? UNBOUND
  if (theme && doubts.length && aboutSomethingOf(view, theme)) return []
  const own = theme ? (collective(view, trigger) ?? listOf(view, trigger, theme, note)) : []
  // What further seasons are ordered of is no new series, nor is what comes with it.
  const further = trigger.phrase.event === 'order' && [theme, season].some((t) => t?.season?.numbers.some((n) => n > 1))
  const companions = theme?.show && !further ? companionsOf(view, trigger, own) : []
  const list = [...own, ...companions]
  const { needs } = trigger.phrase
  if (takesVerb(trigger.phrase)) {
    const predicate = predicateOf(view, trigger, needs === 'predicate' ? 'beginsOrEnds' : 'halts')
    if (predicate)
      trigger = {
        ...trigger,
        group: predicate,
        from: Math.min(trigger.from, predicate.from),
        to: Math.max(trigger.to, predicate.to),
        phrase: ENDS.test(predicate.lemmas[0] ?? '') ? { ...trigger.phrase, stage: 'wrapped' } : trigger.phrase,
      }
    else doubts.push('no predicate')
  }
  if (needs === 'season' && !theme?.season && !season) doubts.push('no season')
  if (needs === 'show' && theme?.season) doubts.push('a season')
  if (list.length > 1) {
    // "A and B were both renewed, the latter for a seventh season".
    const one = season && whichOf(view, season.from - 4, season.from, list)
    return list.map((t, i) => {
      const other = t.season || companions.includes(t) || (one && one !== t)
      const given = other ? null : ofEach(season, own.length, i)
      return { view, trigger, theme: t, season: given, list, note, doubts }
    })
  }
  return [{ view, trigger, theme, season, list, note, doubts }]
}

/** "A and B for their fourth and third seasons": the season of one of them. */
export function ofEach(season: ThemeMention | null, shows: number, i: number): ThemeMention | null {
  const each = season?.season?.each
  if (!season?.season || !each) return season
  return each.length === shows ? { ...season, season: { ...season.season, numbers: [each[i]!] } } : null
}

/** "It will launch Northgate Toons", "renewed Ruth Aldous’s deal", "released the first trailer": what is no show stands where the theme would. */
function happensToAnother({ lexicon, masked, themes, tokens }: SentenceView, { group, to }: Trigger): boolean {
  if (!group || group.passive || group.reducible || !group.finite) return false
  let k = to
  while (/^([“"‘]|the|a|an|its|first|new|official|full|latest)$/.test(tokens[k]?.norm ?? '')) k++
  if (lexicon.among('noSeries', tokens[k]?.norm ?? '')) return true
  return masked[k] === 1 && !themes.some((t) => t.from <= k && k < t.to)
}

/** "Status: Already renewed", under the heading of its show. */
function followsLabel({ tokens, sentence, lexicon }: SentenceView, { from }: Trigger): boolean {
  for (let k = Math.max(sentence.from + 1, from - 2); k < from && k < sentence.from + 4; k++)
    if (tokens[k]!.norm === ':' && lexicon.among('label', tokens[k - 1]!.norm)) return true
  return false
}

/** "The network announced Thursday", "has yet to announce whether X will return": no series is announced. */
function onlySays({ tokens, lexicon }: SentenceView, { group, to, phrase }: Trigger, bound: Bound | null): boolean {
  if (phrase.event !== 'order' || !group?.lemmas.some((l) => lexicon.among('announces', l))) return false
  if (group.passive) return false
  let k = to
  while (/^(the|a|an|its|their|any|early|new|official)$/.test(tokens[k]?.norm ?? '')) k++
  return (
    lexicon.among('whatIsSaid', tokens[k]?.norm ?? '') ||
    (k === to && !bound?.theme && !lexicon.is(tokens[k]?.norm ?? '', W.number))
  )
}

/** "It picked up 31.4 million views", "picked up two Golden Globes", "picked up the international rights to X". */
const gains = ({ tokens, lexicon, themes }: SentenceView, { group, to, phrase }: Trigger): boolean =>
  phrase.event === 'order' &&
  group !== null &&
  !group.passive &&
  tokens
    .slice(to, to + 4)
    .some((t) => lexicon.among('gained', t.norm) && !themes.some((x) => x.from <= t.i && t.i < x.to))

/** "The second season of X was handed a premiere date": it is no more of it. */
const isDated = ({ tokens }: SentenceView, { to, phrase }: Trigger): boolean =>
  phrase.event === 'renewal' && tokens.slice(to, to + 4).some((t) => /^dates?$/.test(t.norm))

/** "A decision on X is expected", "a trailer for X dropped": what happens, happens to the word about X. */
function aboutSomethingOf({ tokens, lexicon, sentence }: SentenceView, theme: ThemeMention): boolean {
  for (let k = theme.from - 1; k > sentence.from && k > theme.from - 8; k--)
    if (lexicon.is(tokens[k]!.norm, W.preposition)) return lexicon.among('noSeries', tokens[k - 1]!.norm)
  return false
}

/** The themes of a list, unless the words stand within it or belong to its last: "A, which returns in May, and B, canceled in June". */
function listOf(view: SentenceView, trigger: Trigger, theme: ThemeMention, note: string): ThemeMention[] {
  const { themes, tokens } = view
  const members = theme.list.map((i) => themes[i]!)
  const list = INCLUDED.test(note) ? members.filter((t) => t.from >= theme.from) : members
  const one = singledOut(view, trigger, list)
  if (one) return [one]
  const relative = /^(which|that|who|whose)$/.test(tokens[(trigger.group ?? trigger).from - 1]?.norm ?? '')
  if ((relative && !INCLUDED.test(note)) || HANGS_ON.test(note)) return [theme]
  return list.some((t) => t.to <= trigger.from) && list.some((t) => t.from >= trigger.to) ? [theme] : list
}

/** "A, B and C, the latter of which was cancelled", "A and B, the former off the schedule since May", "A, B (which just launched Season 4 and will be back) and C": it happens to one of them alone. */
export function singledOut(view: SentenceView, { from }: Trigger, list: readonly ThemeMention[]): ThemeMention | null {
  const { tokens } = view
  const own = list.findLast((t) => t.to < from)
  if (own && isBracketed(tokens, own.to, from)) return own
  const last = list.at(-1)!
  if (list.length < 2 || last.to > from || from - last.to > APART) return null
  return whichOf(view, last.to, from, list)
}

/** The member of a list that "the former" or "the latter" between two tokens means. */
function whichOf(
  { tokens }: SentenceView,
  from: number,
  to: number,
  list: readonly ThemeMention[],
): ThemeMention | null {
  const which = tokens.slice(Math.max(0, from), to).findLast(({ norm }) => /^(former|latter)$/.test(norm))
  return which ? (which.norm === 'latter' ? list.at(-1)! : list.at(-2)!) : null
}

/** "A, B (which just launched Season 4 and WILL BE BACK) and C": in brackets behind the member that ends at `to`, and of it alone. */
function isBracketed(tokens: readonly Token[], to: number, from: number): boolean {
  const opens = behindClosing(tokens, to)
  return (
    tokens[opens]?.norm === '(' &&
    /^wh/.test(tokens[opens + 1]!.norm) &&
    !/^(are|were|have)$/.test(tokens[opens + 2]?.norm ?? '') &&
    tokens.slice(opens, from).every(({ norm }) => norm !== ')')
  )
}

/** Tokens between a list and what happens to one of its members. */
const APART = 12

const HANGS_ON = /^(host of the participle|taken up by)/
const INCLUDED = /^of those that/
const UNBOUND: Bound = { theme: null, season: null, note: 'nothing' }

/** "A, which …, and B, have both been cancelled", "A and B, both of which are set to film in June": all shows before. */
function collective({ tokens, themes, sentence }: SentenceView, { group }: Trigger): ThemeMention[] | null {
  if (!group) return null
  let first = group.from - 1
  for (let k = group.from - 1; k > sentence.from + 1 && group.from - k < REACH; k--)
    if (/^(which|whom)$/.test(tokens[k]!.norm) && tokens[k - 1]!.norm === 'of' && k - 2 < first) first = k - 2
  for (let at = first; at < group.to; at++) {
    if (at < sentence.from || !(at === first && first < group.from - 1 ? EACH : BOTH).test(tokens[at]!.norm)) continue
    let start = sentence.from
    for (let j = sentence.from; j < at; j++) if (/^[;:]$/.test(tokens[j]!.norm)) start = j
    const shows = themes.filter((t) => t.show && t.from >= start && t.to <= at)
    const series = shows.filter((t) => !t.weak || t.list.some((i) => !themes[i]!.weak))
    const named = series.length > 1 ? series : shows
    return named.length > 1 ? (/^(both|neither)$/.test(tokens[at]!.norm) ? named.slice(-2) : named) : null
  }
  return null
}

const BOTH = /^(both|all)$/
/** Before "of which". */
const EACH = /^(both|all|none|neither|each|either|any)$/

/** "A has been renewed ALONGSIDE its companion series B": whom else it happens to, behind its words. */
function companionsOf(view: SentenceView, trigger: Trigger, own: readonly ThemeMention[]): ThemeMention[] {
  const { tokens, themes } = view
  if (!/^(renewal|cancellation|order|premiere)$/.test(trigger.phrase.event)) return []
  const end = clauseEnd(view, trigger.to)
  const othersOf = (t: ThemeMention): ThemeMention[] =>
    t.list.map((i) => themes[i]!).filter((o) => o.show && !own.includes(o))
  const opening = alongWith(view, trigger)
  if (opening) return own.includes(opening) || opening.weak ? [] : othersOf(opening)
  const at = tokens
    .slice(trigger.to, end)
    .findIndex((t, i) => t.norm === 'alongside' || (t.norm === 'following' && isLatest(view, trigger, trigger.to + i)))
  const first = at < 0 ? undefined : themes.find((t) => t.from > trigger.to + at && t.from < end && t.show)
  if (!first || first.weak || first.aside || own.includes(first) || first.from - trigger.to - at > REACH) return []
  return othersOf(first)
}

/** "Along with A, the network has renewed B": the first of those that open the sentence. */
function alongWith({ tokens, themes, sentence, lexicon }: SentenceView, { from }: Trigger): ThemeMention | undefined {
  const opening = tokens.slice(sentence.from, sentence.from + 3).map((t) => t.norm)
  const words = [3, 2, 1].find((n) => lexicon.among('alongWith', opening.slice(0, n).join(' '))) ?? 0
  const first = words ? themes.find((t) => t.show && t.to < from && t.from - sentence.from - words <= 3) : undefined
  const last = first && themes[first.list.at(-1)!]!
  if (!last || tokens[last.to]?.norm !== ',') return undefined
  // "Along with A, she created B, which was cancelled": another clause.
  return tokens.slice(last.to, from).some((t) => /^(which|that|who|whose)$/.test(t.norm)) ? undefined : first
}

/** "is the third drama to be canceled this fall, FOLLOWING A and B": those before it. */
function isLatest({ tokens, lexicon, sentence }: SentenceView, { from, phrase }: Trigger, at: number): boolean {
  const lead = tokens.slice(Math.max(sentence.from, from - REACH), from)
  return (
    phrase.event !== 'premiere' &&
    tokens[at - 1]?.norm === ',' &&
    lead.some((t) => t.norm === 'latest' || t.norm === 'another' || lexicon.is(t.norm, W.ordinal))
  )
}

/** Tokens between "both of which" and its verb, "alongside" and its show, "the latest" and what it is the latest of. */
const REACH = 8

const ENDS = /^(wrap|finish|complete|end|conclude)$/

/** The verb of beginning or ending whose subject or object the noun is: "production BEGINS in May", "BEGAN production". */
function predicateOf(view: SentenceView, trigger: Trigger, verbs: MediaList): VerbGroup | null {
  const { groups, tokens, lexicon } = view
  const isPredicate = (g: VerbGroup): boolean =>
    g.lemmas.some((l) => lexicon.among(verbs, l)) &&
    (!g.lemmas.includes('be') || lexicon.among('underway', tokens[g.to]?.norm ?? ''))
  const after = groups.filter((g) => g.from >= trigger.to && g.from < trigger.to + 18).slice(0, 3)
  for (const group of after) {
    if (isPredicate(group)) return group
    // "is set to begin", "is expected to start": the next group is the one.
    const next = groups.find((g) => g.from >= group.to)
    if (!(next?.infinitive && next.from - group.to <= 2) && group.finite && !group.reducible) return null
  }
  const before = groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 3)
  return before && isPredicate(before) && !before.lemmas.includes('be') ? before : null
}
