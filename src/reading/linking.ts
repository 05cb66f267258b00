// Linking: which show an event happens to, or that it is no claim at all. Rules propose (a subject, an object, the passage's
// topic); a log-linear ranker over named features decides among every show in reach and "none". Its weights are learned
// from our own corpus (scripts/train.ts) and are data, so that every decision can be shown as the features behind it.
//
// The model is the mention-ranking one of coreference work (Denis & Baldridge 2008), with "none" as a candidate like any.
import type { DateMention } from './dates.ts'
import type { Entity } from './entities.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { Features, Tell } from './features.ts'
import { bin } from './features.ts'
import { distanceOf, kindOf, knownFeatures, noneFeatures, placeFeatures, sideOf } from './linking/features.ts'
import { inWords } from './linking/in-words.ts'
import type { Scales } from './scales.ts'
import type { ThemeMention } from './themes.ts'
import { mainOf, type Topics } from './topics.ts'

export interface LinkingInput {
  views: readonly SentenceView[]
  dates: ReadonlyArray<readonly DateMention[]>
  topics: Topics
  speechOf: Int32Array
  /** How much the article as a whole is about television, -1 to 1. */
  television: number
  common: ReadonlySet<string>
}

/** A show that the event may happen to, with what speaks for it; `show` is null for "this is no claim". */
export interface Option {
  show: Entity | null
  /** The words that stand for it in the sentence; null when only the passage does. */
  theme: ThemeMention | null
  /** The rules' own choice. */
  rule: boolean
  tell: Tell
}

/**
 * The other members' shows of a list that the candidate's show stands in, which are no rivals: what is told of a list is told of
 * each of its members, unless another show stands between ("The creator of A and B said C will return").
 */
function listedBeside({ view, trigger, theme, list }: EventCandidate, resolved: Entity | null): Set<Entity | null> {
  const isShow = resolved?.kind === 'series' || resolved?.marked
  if (!isShow) return new Set()
  const end = list.reduce((last, { to }) => Math.max(last, to), 0)
  if (view.themes.some((t) => t.show && t.from >= end && t.to <= trigger.from && !list.includes(t))) return new Set()
  return new Set(list.flatMap((t) => (t === theme || t.show === resolved ? [] : t.show)))
}

/**
 * The shows that a candidate may be about, and "none" as the last of them.
 * @param resolved the show that the rules take the candidate to be about
 * @param factuality how sure the speaker is
 */
export function optionsOf(
  input: LinkingInput,
  candidate: EventCandidate,
  resolved: Entity | null,
  factuality: string,
): Option[] {
  const { view, trigger } = candidate
  const options: Option[] = []
  const seen = new Map<Entity, ThemeMention>()
  const listed = new Set(candidate.list.filter((t) => t !== candidate.theme))
  for (const theme of view.themes) {
    // A list stands or falls together: its nearest member speaks for all; of the rules' own list each is asked by itself.
    if (!theme.show || listed.has(theme)) continue
    // "They haven't decided yet": it is about what was spoken of so far.
    if (trigger.phrase.theme === 'context' && theme !== candidate.theme && theme.from >= trigger.to) continue
    if (
      theme.list.length > 1 &&
      theme !== candidate.theme &&
      theme.list.some(
        (i) => i !== view.themes.indexOf(theme) && rankOf(candidate, view.themes[i]!) > rankOf(candidate, theme),
      )
    )
      continue
    const last = seen.get(theme.show)
    if (!last || rankOf(candidate, theme) > rankOf(candidate, last)) seen.set(theme.show, theme)
  }
  const before = input.topics.before[view.sentence.i] ?? null
  const main = mainOf(input.topics, view.sentence.i)
  const follows = nextNamed(input, view)
  const reach = new Set<Entity>(seen.keys())
  const beside = listedBeside(candidate, resolved)
  for (const show of [resolved, before, main, follows]) if (show && !beside.has(show)) reach.add(show)
  for (let i = view.sentence.i - 1; i >= 0 && i >= view.sentence.i - MOST_BACK; i--)
    for (const show of namedIn(input.views[i]!)) if (reach.size < MOST_IN_REACH && !beside.has(show)) reach.add(show)
  const names = seen.size
  const anchorOf = (show: Entity): ThemeMention | null => seen.get(show) ?? (resolved === show ? candidate.theme : null)
  const anchors = [...reach].flatMap((show) => anchorOf(show)?.from ?? [])
  for (const show of reach) {
    const theme = seen.get(show) ?? null
    const anchor = anchorOf(show)
    const side = anchor ? sideOf(candidate, anchor) : 'away'
    const tell: Tell = (f) => {
      knownFeatures(f, input, show, candidate)
      f.add('sentence,side=', bin(view.sentence.i, [1, 2, 3, 4]), side)
      if (anchor) f.add('order,side=', anchors.filter((from) => from < anchor.from).length, side)
      if (theme) placeFeatures(f, candidate, theme, input.speechOf[trigger.from]! >= 0)
      else {
        f.add('away=', age(input, view, show))
        f.add('away,names=', bin(names, [1, 2]))
        const stands = candidate.theme ? (candidate.theme.anaphor ?? 'season') : 'nothing'
        f.add('away,theme=', stands)
        lastFeatures(f, input, view, show, stands)
      }
      if (show === resolved) {
        f.add('rule')
        f.add('rule=', candidate.note)
        f.add('rule,theme=', kindOf(candidate.theme))
        f.add('rule,event=', trigger.phrase.event)
        for (const doubt of candidate.doubts) f.add('rule,doubt=', doubt)
      }
      if (show === before) {
        f.add('topic')
        f.add('topic,named=', theme !== null)
      }
      if (show === main) {
        f.add('main')
        f.add('main,named=', theme !== null)
        f.add('main,names=', bin(names, [1, 2]))
      }
      f.add('about,named=', bin(input.topics.odds.get(show) ?? 0, [0.1, 0.5, 0.9]), theme !== null)
      if (show === input.topics.section[view.sentence.i]) {
        f.add('section')
        f.add('section,named=', theme !== null)
      }
      if (show === follows && !theme) {
        f.add('follows')
        f.add('follows,', candidate.theme?.anaphor ?? '-')
      }
    }
    options.push({ show, theme: anchor, rule: show === resolved, tell })
  }
  const tell: Tell = (f) => noneFeatures(f, input, candidate, names, factuality)
  options.push({ show: null, theme: null, rule: false, tell })
  return options
}

/** What was named so many sentences ago may be meant: a column answers behind its question. */
const MOST_BACK = 2

/** Of more shows than these no reader would choose. */
const MOST_IN_REACH = 8

/** The first shows that a sentence names: the same for each candidate behind it. */
function namedIn(view: SentenceView): readonly Entity[] {
  let shows = named.get(view)
  if (!shows) {
    const found = new Set<Entity>()
    for (const { show, aside } of view.themes) {
      if (show && !aside) found.add(show)
      if (found.size >= MOST_IN_REACH) break
    }
    shows = [...found]
    named.set(view, shows)
  }
  return shows
}

const named = new WeakMap<SentenceView, readonly Entity[]>()

const MOST_REASONS = 4

/** The features that weighed most in favour of one option over another, for `--why`, in words. */
export function reasons(
  option: Option,
  rival: Option,
  scales: Scales,
  looksAt: Readonly<Record<string, string>>,
): string {
  const other = scales.placesOf(rival.tell)
  return [...scales.placesOf(option.tell)]
    .filter((place) => !other.has(place))
    .map((place) => scales.at(place))
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, MOST_REASONS)
    .map(([f, w]) => `${inWords(f, looksAt)} ${w > 0 ? '+' : '−'}${Math.abs(w).toFixed(1)}`)
    .join(', ')
}

/** Of several mentions of one show the rules' own counts, then one that is no aside, then the nearest. */
const rankOf = (candidate: EventCandidate, t: ThemeMention): number =>
  (t === candidate.theme ? 1000 : 0) - (t.aside ? 100 : 0) - distanceOf(candidate, t)

/** The first show that the next sentences name: what "a new drama" may be. */
function nextNamed({ views }: LinkingInput, { sentence }: SentenceView): Entity | null {
  for (let i = sentence.i + 1; i <= sentence.i + 2 && i < views.length; i++) {
    if (views[i]!.sentence.furniture) continue
    const named = views[i]!.themes.find((t) => t.show && !t.aside)
    if (named) return named.show
  }
  return null
}

/** How a show stood where it was last named: the subject stays in mind (centering: Grosz, Joshi & Weinstein 1995). */
function lastFeatures(
  f: Features,
  { views }: LinkingInput,
  { sentence }: SentenceView,
  show: Entity,
  stands: string,
): void {
  for (let back = 1; back <= 8 && sentence.i - back >= 0; back++) {
    const last = views[sentence.i - back]!
    const own = last.themes.findLast((t) => t.show === show)
    if (!own) continue
    const others = last.themes.filter((t) => t.show && !t.aside)
    const subject = others.find((t) => !t.oblique)?.show === show
    const role = own.aside ? 'aside' : subject ? 'subject' : own.oblique ? 'oblique' : 'other'
    const named = (i: number): boolean => views[i]!.themes.some((t) => t.show && !t.aside)
    let between = 0
    for (let i = last.sentence.i + 1; i < sentence.i; i++) if (named(i)) between++
    const away = bin(back, [2, 3, 5])
    f.add('last=', role, away, stands)
    f.add('last,beside=', role, bin(new Set(others.map((t) => t.show)).size, [2, 3]), stands)
    f.add('last,paragraph=', last.sentence.paragraph === sentence.paragraph, away, stands)
    f.add('last,between=', bin(between, [1, 2]), stands)
    return
  }
}

/** Sentences since the show was last named; 9 when it was not. */
function age({ views }: LinkingInput, { sentence }: SentenceView, show: Entity): number {
  for (let back = 1; back <= 8 && sentence.i - back >= 0; back++)
    if (views[sentence.i - back]!.themes.some((t) => t.show === show)) return bin(back, [2, 3, 5])
  return 9
}
