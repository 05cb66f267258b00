// Events: words of the phrase book, each bound to the show or season that it happens to.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { ClauseInput } from './clauses.ts'
import { clauseEnd, hostOf, objectThemes, relativeObject, sharedSubject, subjectThemes } from './clauses.ts'
import type { DateMention } from './dates.ts'
import type { Range } from './document.ts'
import { W } from './lexicon.ts'
import type { OrgMention } from './names.ts'
import type { PhraseContext, PhraseMatch, PhraseTree } from './phrases.ts'
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
  const candidates = triggersOf(view, events).flatMap((trigger) => bind(view, trigger))
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

/** A slot that is no mention and no word class: a verb's. */
const BEGINS_WITH_VERB =
  /^\{(?!(?:number|ordinal|season|show|theme|network|det|poss|pronoun|prep|modal|adverb|month|weekday|series|role)\})/

/** Matches that no longer match contains; for verbs, only where the word is a verb. */
function triggersOf(view: SentenceView, events: PhraseTree<EventPhrase>): Trigger[] {
  const matches: Array<PhraseMatch<EventPhrase>> = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (!view.masked[i]) matches.push(...events.match(view.phrases, i))
  }
  const kept = matches.filter(
    (m) =>
      !matches.some(
        (n) =>
          n !== m &&
          n.from <= m.from &&
          m.to <= n.to &&
          n.to - n.from > m.to - m.from &&
          (n.value.event === m.value.event || n.from === m.from),
      ),
  )
  const triggers: Trigger[] = []
  for (const { value, from, to } of kept) {
    // "picked up for": what starts inside another phrase is part of it, unless it is the longer: "is BACK IN PRODUCTION".
    const length = to - from
    if (kept.some((n) => n.from < from && from < n.to && (to <= n.to || n.to - n.from >= length))) continue
    if (kept.some((n) => from < n.from && n.from < to && to < n.to && n.to - n.from > length)) continue
    const verbal = BEGINS_WITH_VERB.test(value.phrase)
    // The verb may stand within the phrase: "there MIGHT BE", "the plug WAS PULLED on".
    const group =
      view.groups.find((g) => g.from <= from && from < g.to) ??
      (verbal ? null : (view.groups.find((g) => g.from > from && g.head < to && g.finite) ?? null))
    if (verbal && (!group || group.head < from || group.head >= to)) continue
    // A noun that is spelled like a verb ("premiere", "return", "production") is no noun inside a verb group.
    if (
      !verbal &&
      value.theme === 'of' &&
      group &&
      group.head === from &&
      view.lexicon.is(view.tokens[from]!.norm, W.verbBase | W.verbS | W.gerund) &&
      !(view.lexicon.is(view.tokens[from]!.norm, W.gerund) && !group.finite)
    )
      continue
    triggers.push({
      phrase: value,
      from,
      to,
      group: verbal || (group && group.head >= from && group.head < to) ? group : null,
    })
  }
  return triggers
}

function bind(view: SentenceView, found: Trigger): EventCandidate[] {
  let trigger = found
  const doubts: string[] = []
  const bound = themeOf(view, trigger)
  if (!bound) doubts.push('nothing bound')
  else if (bound.theme && !isHead(view, trigger, bound)) doubts.push('not the head')
  const { theme, season, note } = bound ?? UNBOUND
  if (theme && doubts.length && aboutSomethingOf(view, theme)) return []
  const list = theme ? (collective(view, trigger) ?? listOf(view, trigger, theme, note)) : []
  const { needs } = trigger.phrase
  if (needs === 'predicate' || needs === 'stoppage') {
    const predicate = predicateOf(view, trigger, needs === 'predicate' ? BEGINS : STOPS)
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
  if (list.length > 1)
    return list.map((t) => ({ view, trigger, theme: t, season: t.season ? null : season, list, note, doubts }))
  return [{ view, trigger, theme, season, list, note, doubts }]
}

/** "A decision on X is expected", "a trailer for X dropped": what happens, happens to the word about X. */
function aboutSomethingOf({ tokens, lexicon, sentence }: SentenceView, theme: ThemeMention): boolean {
  for (let k = theme.from - 1; k > sentence.from && k > theme.from - 8; k--)
    if (lexicon.is(tokens[k]!.norm, W.preposition)) return WORD_OF.test(tokens[k - 1]!.norm)
  return false
}
const WORD_OF =
  /^(decision|decisions|announcement|announcements|word|news|details|trailer|trailers|teaser|teasers|promo|poster|book|podcast|soundtrack|album|review|reviews|petition|campaign|rights|merchandise|tickets|lawsuit|contract)$/

/** The themes of a list, unless the words stand within it or belong to its last: "A, which returns in May, and B, canceled in June". */
function listOf({ themes, tokens }: SentenceView, trigger: Trigger, theme: ThemeMention, note: string): ThemeMention[] {
  const list = theme.list.map((i) => themes[i]!)
  const relative = /^(which|that|who|whose)$/.test(tokens[(trigger.group ?? trigger).from - 1]?.norm ?? '')
  if (relative || HANGS_ON.test(note)) return [theme]
  return list.some((t) => t.to <= trigger.from) && list.some((t) => t.from >= trigger.to) ? [theme] : list
}

const HANGS_ON = /^(host of the participle|taken up by)/

const UNBOUND: Bound = { theme: null, season: null, note: 'nothing' }

/** "A, which …, and B, have both been cancelled": all shows before the verb. */
function collective({ tokens, themes, sentence }: SentenceView, { group }: Trigger): ThemeMention[] | null {
  if (!group) return null
  for (let k = group.from - 1; k < group.to; k++) {
    if (k < sentence.from || !/^(both|all)$/.test(tokens[k]!.norm)) continue
    let start = sentence.from
    for (let j = sentence.from; j < group.from; j++) if (/^[;:]$/.test(tokens[j]!.norm)) start = j
    const shows = themes.filter((t) => t.show && t.from >= start && t.to <= group.from)
    return shows.length > 1 ? (tokens[k]!.norm === 'both' ? shows.slice(-2) : shows) : null
  }
  return null
}

/** Nouns that are a series or a part of one: what happens to them happens to it. */
const TRANSPARENT =
  /^(season|seasons|series|show|episodes|run|rest|remainder|half|part|batch|instalment|instalments|installment|installments|all|reboot|revival|drama|comedy|sitcom|miniseries|docuseries|thriller|adaptation|version|franchise|spinoff|chapter|pair|duo|trio|likes|dozen|hours|lineup|slate|renewal|order|production|filming|shooting|start|beginning|work|shoot|photography|cameras|future|fate|title|weeks|day|end|rights|name|star|both|each|most|many|some|return|premiere|finale|any|more|none|one|two|three|cancellation|axing|confirmation|edition|editions|offering|best|eight|six|ten|nine|seven|five|four|pilot|last|next)$/

/**
 * Whether the theme is what its noun phrase is about: not the X of "the X fan convention", "a trailer for X", "the season
 * finale of X". For subjects and objects only; nouns and phrases with their own place for the theme know better.
 */
function isHead(view: SentenceView, { phrase, group }: Trigger, { theme, note }: Bound): boolean {
  const { tokens, lexicon, masked, groups, sentence } = view
  if (!theme || theme.anaphor || phrase.theme === 'inside' || phrase.theme === 'of' || !/^(subject|object)/.test(note))
    return true
  let k = theme.to
  while (k < sentence.to && /^[”"’')]$/.test(tokens[k]!.norm)) k++
  const next = k < sentence.to ? tokens[k]! : undefined
  if (
    !theme.season &&
    next &&
    next.kind === 'word' &&
    next.case === 'lower' &&
    !masked[k] &&
    next.norm !== "'s" &&
    !groups.some((g) => g.from === k)
  ) {
    const c = lexicon.classes(next.norm)
    const grammar =
      c &
      (W.preposition |
        W.coordinator |
        W.relative |
        W.subordinator |
        W.adverb |
        W.pronoun |
        W.modal |
        W.be |
        W.have |
        W.determiner |
        W.negation |
        W.ordinal |
        W.number)
    if (
      !grammar &&
      !TRANSPARENT.test(next.norm) &&
      !next.norm.endsWith('ly') &&
      !lexicon.is(next.norm, W.participle | W.gerund)
    )
      return false
  }
  // "X, which was cancelled": the relative clause is X's own.
  if (group && /^(which|that|who)$/.test(tokens[group.from - 1]?.norm ?? '')) return true
  if (theme.oblique && /^subject/.test(note)) {
    for (let j = theme.from - 1; j >= sentence.from && j > theme.from - 6; j--) {
      const { norm } = tokens[j]!
      if (
        norm === 'of' ||
        norm === 'for' ||
        norm === 'on' ||
        norm === 'from' ||
        norm === 'in' ||
        norm === 'with' ||
        norm === 'by'
      ) {
        const noun = tokens[j - 1]?.norm ?? ''
        if (norm !== 'of' && norm !== 'for' && norm !== 'on') return false
        return TRANSPARENT.test(noun) || masked[j - 1] === 1
      }
    }
  }
  return true
}

const BEGINS =
  /^(begin|start|commence|resume|kick|restart|roll|continue|take|wrap|finish|complete|end|conclude|run|last|be)$/
const STOPS = /^(pause|halt|suspend|delay|postpone|push|shut|stop|interrupt|disrupt|freeze)$/
const ENDS = /^(wrap|finish|complete|end|conclude)$/
const UNDERWAY = /^(underway|complete|completed|finished|done|over|ongoing|under|afoot|due|scheduled)$/

/** The verb of beginning or ending whose subject or object the noun is: "production BEGINS in May", "BEGAN production". */
function predicateOf(view: SentenceView, trigger: Trigger, verbs: RegExp): VerbGroup | null {
  const { groups, tokens } = view
  const isPredicate = (g: VerbGroup): boolean =>
    g.lemmas.some((l) => verbs.test(l)) && (!g.lemmas.includes('be') || UNDERWAY.test(tokens[g.to]?.norm ?? ''))
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

export interface Bound {
  theme: ThemeMention | null
  season: ThemeMention | null
  note: string
}

/** "Renewed: A, B and C", "the network's renewals so far: A (season 3), B (season 2)". */
function listBehindColon(view: SentenceView, trigger: Trigger): Bound | null {
  const { tokens, sentence, groups } = view
  for (let k = trigger.to; k < sentence.to && k < trigger.to + 8; k++) {
    if (groups.some((g) => g.from === k && g.finite)) return null
    if (tokens[k]!.norm !== ':') continue
    const first = view.themes.find((t) => t.from > k && t.from <= k + 8 && (t.show || t.season))
    const season = view.themes.find((t) => t.season && !t.show && t.from >= trigger.to && t.to <= k) ?? null
    return first ? { theme: first, season, note: 'list behind the colon' } : null
  }
  return null
}

const tokensBetween = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)
const ABOUT = /^(on|about|for|regarding|concerning)$/

function themeOf(view: SentenceView, trigger: Trigger): Bound | null {
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
      const clausal = (k: number): boolean =>
        view.lexicon.is(view.tokens[k]!.norm, W.subordinator) && !ABOUT.test(view.tokens[k]!.norm)
      return about && about.from < clauseEnd(view, trigger.to) && !tokensBetween(trigger.to, about.from).some(clausal)
        ? withSeason(view, trigger, about, 'behind the phrase')
        : { theme: null, season: null, note: 'the passage’s topic' }
    }
  }
}

/** "Hex & Daughters: canceled after four seasons", "Kilo — renewed": the show that labels the line. */
function labelBefore({ tokens, themes, sentence }: SentenceView, at: number): ThemeMention | null {
  for (let k = at - 1; k >= sentence.from && k > at - 6; k--) {
    if (/^[:–—(|]$/.test(tokens[k]!.norm)) return themes.findLast((t) => t.show && t.to <= k && k - t.to <= 3) ?? null
  }
  return null
}

/** The verb's object; its subject when the verb is passive, or a bare participle with no object behind it. */
function objectOf(view: SentenceView, trigger: Trigger): Bound | null {
  const { group } = trigger
  if (!group) {
    const right = objectThemes(view, trigger.to)
    const first = right[0]
    return first ? combine(view, trigger, right, 'object') : null
  }
  const taken = group.passive ? null : relativeObject(view, group)
  if (taken) return withSeason(view, trigger, taken, 'taken up by a relative pronoun')
  const objects = objectThemes(view, trigger.to)
  const led = ENDS_LEADING.test(trigger.phrase.phrase)
  const direct = led ? objects.slice(0, 1).find((t) => !ledAway(view, trigger.to, t)) : objects.find((t) => !t.oblique)
  const near = direct !== undefined && direct.from - trigger.to <= 7
  if (!group.passive && near && !(group.reducible && byAgent(view, trigger.to)))
    return combine(view, trigger, objects, 'object')
  // A bare past of "receive", "win", "earn" is none: "the second season received strong reviews".
  if (group.passive || (group.reducible && !group.lemmas.some((l) => RECEIVES.test(l)))) {
    const host = group.passive ? null : hostOf(view, group.from)
    if (host) return withSeason(view, trigger, host, 'host of the participle')
    const subject = subjectThemes(view, group)[0]
    // "was given a second season": the subject receives, the object is the season; "was granted to X" is the other way about.
    if (subject?.season && !subject.show && !subject.owned) {
      const receiver = objects.find(
        (t) => t.show && !t.season && /^(to|for)$/.test(leadOf(view, t)) && t.from - trigger.to <= 4,
      )
      if (receiver) return { theme: receiver, season: subject, note: 'receiver of the passive' }
    }
    if (subject) return withSeason(view, trigger, subject, 'subject of the passive')
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
  if (makersSpeak(view, group) && tokens(view, group.to) === 'us')
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

/** Another noun's preposition stands before the theme: "asked for a raise BEFORE the second season". */
function ledAway({ tokens, masked }: SentenceView, from: number, theme: ThemeMention): boolean {
  for (let k = from; k < theme.from; k++) if (!masked[k] && LEADS_AWAY.test(tokens[k]!.norm)) return true
  return false
}
const LEADS_AWAY = /^(in|at|before|after|during|with|within|against|since|between|by)$/

/** Phrases that end with a preposition: their theme stands behind it. */
const LEADS_ON = /[ (|](for|on|of|to|in|with|about)\)?$|\{renew\}|\{extend\}|\{pick\} up/
const ENDS_LEADING = /[ (|](for|on|of|to|in|with|about)\)?$/
/** Verbs whose subject is the series that gets the season. */
const RECEIVES = /^(get|earn|land|score|secure|nab|receive|win|snag|clinch|bag|grab|have|await|deserve|merit|eye)$/
const tokens = (view: SentenceView, i: number): string => view.tokens[i]?.norm ?? ''
const byAgent = ({ tokens }: SentenceView, at: number): boolean => tokens[at]?.norm === 'by'

/** A show and a season among the objects belong together: "gives X a second season", "a second season to X". */
function combine(view: SentenceView, trigger: Trigger, objects: readonly ThemeMention[], as: string): Bound | null {
  const first = objects.find((t) => !t.oblique) ?? objects[0]
  if (!first) return null
  // "continue her lawsuit over X": X is hardly what is continued.
  const note = first.oblique && first.from - trigger.to > 2 ? `${as}, behind another noun` : as
  if (first.season && first.show) return { theme: first, season: null, note }
  if (first.season) {
    const to = objects.find((t) => t.show && !t.season && t.from >= first.to && t.from - first.to <= 6 && t.oblique)
    if (to) return { theme: to, season: first, note }
    const receives = trigger.group?.lemmas.some((l) => RECEIVES.test(l)) ?? false
    const subject = trigger.group
      ? subjectThemes(view, trigger.group).find((t) => (t.show && (receives || !t.weak)) || t.anaphor)
      : undefined
    if (subject && !first.owned)
      return { theme: subject, season: first, note: 'subject, with its season as the object' }
    return { theme: first, season: null, note }
  }
  return withSeason(view, trigger, first, note)
}

/** Adds the season that stands behind the theme or the verb in the same clause: "for a second season". */
export function withSeason(view: SentenceView, trigger: Trigger, theme: ThemeMention, note: string): Bound {
  if (theme.season) return { theme, season: null, note }
  const end = clauseEnd(view, trigger.to)
  // A season right behind another verb is that verb's: "kicks off with specials before launching Season 16".
  const taken = (t: ThemeMention): boolean =>
    view.groups.some(
      (g) =>
        g !== trigger.group &&
        g.to <= t.from &&
        t.from - g.to <= 2 &&
        !g.lemmas.includes('be') &&
        (g.from >= trigger.to || (g.from >= theme.to && t.to <= trigger.from)),
    )
  const season = view.themes.find(
    (t) =>
      t.season &&
      !t.show &&
      !taken(t) &&
      !(
        trigger.phrase.event !== 'ending' &&
        /^(after|since|following|before)$/.test(view.tokens[t.from - 1]?.norm ?? '')
      ) &&
      t.from >= Math.min(trigger.to, theme.to) &&
      t.from < end &&
      !t.season.modifier &&
      t.season.sense !== 'this',
  )
  if (season) return { theme, season, note }
  // "its second-season renewal" stands before.
  const modifier = view.themes.find(
    (t) => t.season && !t.show && t.to <= trigger.from && t.to >= trigger.from - 3 && t.season.modifier,
  )
  return { theme, season: modifier ?? null, note }
}

function subjectOf(view: SentenceView, trigger: Trigger): Bound | null {
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
    if (TRANSITIVE.test(group.lemmas[0] ?? '') && direct?.show && !direct.season && !group.passive)
      return withSeason(view, trigger, direct, 'object')
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
  return before ? withSeason(view, trigger, before, 'before') : inverted(view, trigger)
}

/** Nothing but adverbs and marks stands before. */
function opensSentence({ tokens, lexicon, masked, sentence }: SentenceView, at: number): boolean {
  for (let k = sentence.from; k < at; k++)
    if (masked[k] || (tokens[k]!.kind !== 'mark' && !lexicon.is(tokens[k]!.norm, W.adverb))) return false
  return true
}

/** "Still in contention at QBC is X", "Also renewed are A, B and C", "Dropped by QBC in May, X has …": the subject behind. */
function inverted(view: SentenceView, trigger: Trigger): Bound | null {
  const { tokens, groups, sentence } = view
  const opening = trigger.from - sentence.from <= 3
  if (!opening) return null
  const copula = groups.find(
    (g) =>
      g.from >= trigger.to && g.from <= trigger.to + 8 && g.finite && g.lemmas.includes('be') && g.head === g.to - 1,
  )
  if (copula) {
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
function makersSpeak({ tokens, sentence }: SentenceView, group: VerbGroup): boolean {
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

/** The theme of a noun: behind "of" or "for", before it as owner or modifier, or the subject of the verb that it is the object of. */
function nounThemeOf(view: SentenceView, trigger: Trigger): Bound | null {
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
  }
  // Before: "X's renewal", "the X renewal", "a second-season renewal", "its premiere".
  const near = themes.findLast((t) => !t.aside && t.to <= trigger.from && trigger.from - t.to <= 3)
  const left = near?.weak && governorSubject(view, trigger) ? undefined : near
  if (left && gapIsPlain(view, left.to, trigger.from)) {
    if (left.season && !left.show) {
      const subject = governorSubject(view, trigger) ?? (left.owned ? null : null)
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
  const { needs, proves } = trigger.phrase
  if (after < 0 && (proves || needs === 'predicate' || needs === 'stoppage' || needs === 'told'))
    return { theme: null, season: null, note: 'the passage’s topic' }
  return null
}

/** The preposition that leads a theme. */
function leadOf({ tokens, lexicon, sentence }: SentenceView, theme: ThemeMention): string {
  for (let k = theme.from - 1; k >= sentence.from && k > theme.from - 8; k--)
    if (lexicon.is(tokens[k]!.norm, W.preposition)) return tokens[k]!.norm
  return ''
}

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

const GAINS =
  /^(get|earn|receive|land|score|give|have|announce|win|nab|snag|secure|hand|grant|award|set|bag|clinch|net|await|deserve|face|see|be|reveal|book|eye|plan|want|expect|make|celebrate|air|unveil|confirm)$/

/** "X has earned a renewal": the subject of the verb whose object the noun is. */
function governorSubject(view: SentenceView, trigger: Trigger): ThemeMention | null {
  const group = view.groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 7)
  if (!group?.lemmas.some((l) => GAINS.test(l))) return null
  if (!group.finite && !group.infinitive && !group.reducible) return null
  return subjectThemes(view, group)[0] ?? null
}
