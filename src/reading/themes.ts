// What an event can happen to: shows, seasons of shows, and the words that stand for them ("the series", "it", "its
// second season"). Seasons are joined with their shows where the words join them; lists are kept together.
import type { Range, Sentence } from './document.ts'
import type { Entity } from './entities.ts'
import type { Lexicon } from './lexicon.ts'
import { VERB, W } from './lexicon.ts'
import type { NameMention } from './names.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'
import type { VerbGroup } from './verbs.ts'

/** A show, a season, or both in one noun phrase; or a word that stands for one. */
export interface ThemeMention extends Range {
  /** The named show; null while only a pronoun, "the series" or a season stands here. */
  show: Entity | null
  season: SeasonMention | null
  /** "it", "the show", "the series", "that": to be resolved from what went before. */
  anaphor: 'pronoun' | 'noun' | 'former' | 'latter' | 'indefinite' | null
  /** The name is not known to be a series: it stands behind any theme that is. */
  weak: boolean
  /** It only says who somebody is (“X” creator Y): no event happens to it here. */
  aside: boolean
  /** The show whose offshoot this is: "the X spinoff" is not X. */
  of: Entity | null
  /** The owner of the season stands for a show: "its second season", "the show's finale". */
  owned: boolean
  /** Preceded by a preposition other than "of": in an aside rather than subject or object. */
  oblique: boolean
  /** Indices of the themes in one list with this one ("A, B and C"), itself included. */
  list: number[]
}

export interface ThemeInput {
  tokens: readonly Token[]
  lexicon: Lexicon
  /** Name mentions of the sentence that resolved to a series (or a work that might be one). */
  shows: ReadonlyArray<{ mention: NameMention; entity: Entity; aside: boolean }>
  seasons: readonly SeasonMention[]
  masked: Uint8Array
  groups: readonly VerbGroup[]
}

const GENERIC = new Set([
  'series',
  'show',
  'drama',
  'comedy',
  'sitcom',
  'docuseries',
  'miniseries',
  'dramedy',
  'anthology',
  'procedural',
  'soap',
  'programme',
  'program',
  'thriller',
  'spinoff',
  'reboot',
  'revival',
  'prequel',
  'talker',
  'gameshow',
  'anime',
  'mystery',
  'franchise',
  'half-hour',
  'saga',
  'offshoot',
  'strip',
  'project',
  'adaptation',
  'production',
  'serial',
  'western',
  'adventure',
  'hit',
  'sequel',
  'title',
  'quiz',
  'limited',
])
const LEAD = new Set(["'s", 'the', 'this', 'that', 'its', 'their', 'his', 'her', 'our', 'my'])

/** Finds the themes of a sentence, left to right. */
export function findThemes(input: ThemeInput, sentence: Sentence): ThemeMention[] {
  const { tokens, lexicon, masked } = input
  const themes: ThemeMention[] = []
  const shows = input.shows.filter(({ mention }) => mention.from >= sentence.from && mention.to <= sentence.to)
  const seasons = input.seasons.filter((s) => s.from >= sentence.from && s.to <= sentence.to && s.sense !== 'count')
  const used = new Set<NameMention>()
  for (const season of seasons) themes.push(joinSeason(input, season, shows, used, sentence))
  for (const { mention, entity, aside } of shows) {
    const offshoot = offshootEnd(tokens, mention)
    if (offshoot && !used.has(mention)) themes.push(theme(mention.from - 1, offshoot, { anaphor: 'noun', of: entity }))
    else if (!used.has(mention))
      themes.push(
        theme(mention.from, mention.to, {
          show: entity,
          aside,
          weak: entity.kind !== 'series' && entity.kind !== 'work',
        }),
      )
  }
  for (let i = sentence.from; i < sentence.to; i++) {
    if (masked[i] || themes.some((t) => t.from <= i && i < t.to)) continue
    const anaphor = anaphorAt(input, i, sentence)
    if (!anaphor) continue
    // "the Kestrel comedy", "a Tessera drama": a name that is hardly a title says whose it is.
    const owner = themes.findIndex((t) => t.weak && t.from > i && t.to < anaphor.to && (t.show?.odds ?? 0.5) < 0.5)
    if (owner >= 0) themes.splice(owner, 1)
    if (themes.some((t) => t.from < anaphor.to && anaphor.from < t.to)) continue
    // "the new legal drama The Assessor": the title behind it is the same noun phrase.
    const named = themes.find((t) => t.show && t.from >= anaphor.to && t.from <= anaphor.to + 2)
    if (
      named &&
      (anaphor.anaphor === 'noun' || anaphor.anaphor === 'indefinite') &&
      onlyMarks(tokens, anaphor.to, named.from)
    )
      named.from = anaphor.from
    else themes.push(anaphor)
  }
  themes.sort((a, b) => a.from - b.from)
  for (const t of themes) t.oblique = isOblique(tokens, t, sentence, lexicon)
  linkLists(input, themes)
  return themes
}

const OFFSHOOT = new Set(['spinoff', 'spin-off', 'offshoot', 'follow-up', 'followup', 'prequel', 'companion', 'sequel'])

/** End of "the X spinoff", which is another show than X; 0 when X stands for itself. */
function offshootEnd(tokens: readonly Token[], mention: NameMention): number {
  let k = mention.to
  while (k < tokens.length && (/^[”"’']$/.test(tokens[k]!.norm) || tokens[k]!.norm === "'s")) k++
  const lead = mention.from - 1 - (/^[“"‘']$/.test(tokens[mention.from - 1]?.norm ?? '') ? 1 : 0)
  if (!/^(the|this|its|new|upcoming|a)$/.test(tokens[lead]?.norm ?? '') && tokens[mention.from]?.norm !== 'the')
    return 0
  for (let j = k; j < k + 3 && j < tokens.length; j++) {
    if (OFFSHOOT.has(tokens[j]!.norm)) return j + 1
    if (tokens[j]!.norm === 'follow' && tokens[j + 1]?.norm === 'up') return j + 2
    if (tokens[j]!.norm === 'spin' && tokens[j + 1]?.norm === 'off') return j + 2
    if (tokens[j]!.kind === 'mark' || tokens[j]!.case !== 'lower') return 0
  }
  return 0
}

function onlyMarks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!/^[“"‘',]$/.test(tokens[k]!.norm)) return false
  return true
}

const theme = (from: number, to: number, rest: Partial<ThemeMention>): ThemeMention => ({
  from,
  to,
  show: null,
  season: null,
  anaphor: null,
  weak: false,
  aside: false,
  of: null,
  owned: false,
  oblique: false,
  list: [],
  ...rest,
})

type Shown = ThemeInput['shows'][number]

/** Joins a season with the show that the words beside it name: "X season 2", "X's second season", "season 2 of X", "the second ‘X’ season". */
function joinSeason(
  input: ThemeInput,
  season: SeasonMention,
  shows: readonly Shown[],
  used: Set<NameMention>,
  sentence: Sentence,
): ThemeMention {
  const { tokens, lexicon } = input
  // "X, whose fourth season launched".
  if (tokens[season.from - 1]?.norm === 'whose') {
    const owner = shows.findLast(({ mention }) => mention.to <= season.from - 1 && season.from - mention.to <= 4)
    if (owner) return theme(season.from - 1, season.to, { show: owner.entity, season })
  }
  // Inside: a second “X” season.
  const inner = shows.find(({ mention }) => mention.from > season.from && mention.to < season.to)
  if (inner) {
    used.add(inner.mention)
    return theme(season.from, season.to, { show: inner.entity, season })
  }
  // Before: X season 2; X's (hit) second season; X (season 2).
  const before = shows.findLast(({ mention }) => mention.to <= season.from)
  if (before && joinsBefore(tokens, before.mention.to, season.from, lexicon)) {
    used.add(before.mention)
    return theme(before.mention.from, season.to, { show: before.entity, season })
  }
  // After: season 2 of (the hit drama) X.
  let k = skipMarks(tokens, season.to, sentence.to)
  if (k < sentence.to && (tokens[k]!.norm === 'of' || tokens[k]!.norm === 'for' || tokens[k]!.norm === 'to')) {
    const of = tokens[k]!.norm === 'of'
    const owner = shows.find(({ mention }) => mention.from > k)
    if (owner && joinsAfter(tokens, k + 1, owner.mention.from, lexicon) && (of || owner.mention.from <= k + 3)) {
      if (of || !season.modifier) {
        used.add(owner.mention)
        return theme(season.from, closeMark(tokens, owner.mention.to, sentence.to), { show: owner.entity, season })
      }
    }
    if (of) {
      const generic = genericAt(input, k + 1, sentence)
      if (generic) {
        // "of the hit drama, “X”": the apposed title names it.
        const named = shows.find(({ mention }) => mention.from >= generic && mention.from <= generic + 3)
        if (named) {
          used.add(named.mention)
          return theme(season.from, named.mention.to, { show: named.entity, season })
        }
        const which = tokens[generic - 1]!.norm
        return theme(season.from, generic, {
          season,
          owned: true,
          anaphor: which === 'former' || which === 'latter' ? which : 'noun',
        })
      }
    }
  }
  const owner = tokens[season.from - 1]
  const owned =
    owner !== undefined &&
    season.from > sentence.from &&
    (owner.norm === 'its' || owner.norm === 'their' || owner.norm === "'s" || owner.norm === 'our')
  k = owned ? season.from - 1 : season.from
  return theme(k, season.to, { season, owned })
}

const skipMarks = (tokens: readonly Token[], i: number, end: number): number => {
  let k = i
  while (k < end && /^[”"’')]$/.test(tokens[k]!.norm)) k++
  return k
}
const closeMark = (tokens: readonly Token[], i: number, end: number): number =>
  i < end && /^[”"’']$/.test(tokens[i]!.norm) && !tokens[i]!.spaced ? i + 1 : i

function joinsBefore(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  let possessive = false
  for (let k = from; k < to; k++) {
    const { norm, kind } = tokens[k]!
    if (norm === "'s" || (k === from && (norm === '’' || norm === "'" || norm === '‘'))) possessive = true
    else if (kind === 'mark') {
      if (!/^[”"’'(“‘,–—:-]$/.test(norm) || (norm === ',' && k > from + 1)) return false
      if (norm === ',' || norm === ':' || norm === '–' || norm === '—') {
        // "X, Season 2" and "X: Season 2", not "X, a second season".
        return k + 1 === to && /^(season|series|s\d+)$/.test(tokens[to]!.norm)
      }
    } else if (!possessive || k - from > 4) return false
    else if (lexicon.is(norm, W.preposition | W.modal | W.be | W.have | W.relative | W.determiner | W.coordinator))
      return false
  }
  return true
}

function joinsAfter(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > 9) return false
  for (let k = from; k < to; k++) {
    const { norm, kind } = tokens[k]!
    if (kind === 'mark' && !/^[“"‘',(-]$/.test(norm)) return false
    if (lexicon.is(norm, W.modal | W.be | W.have | W.relative | W.subordinator) && norm !== 'that') return false
    if (lexicon.is(norm, W.preposition) && norm !== 'from' && norm !== 'off' && norm !== 'like') return false
  }
  return true
}

/** End of "the (hit) series" at `i`; 0 when there is none. */
function genericAt({ tokens, lexicon, masked }: ThemeInput, i: number, sentence: Sentence, indefinite = false): number {
  const first = tokens[i]
  if (!first || i >= sentence.to || !(indefinite || LEAD.has(first.norm))) return 0
  if (/^(former|latter)$/.test(tokens[i + 1]?.norm ?? '')) return i + 2
  for (let k = i + 1; k < sentence.to && k < i + 8; k++) {
    const token = tokens[k]!
    if (masked[k]) {
      // "the Netflix series": names may stand between.
      continue
    }
    if (isGenericHead(tokens, k, lexicon)) return first.norm === 'that' && tokens[k]!.norm === 'production' ? 0 : k + 1
    if (token.kind === 'mark' && token.norm !== ',') return 0
    const c = lexicon.classes(token.norm)
    if (
      c &
      (W.preposition | W.modal | W.be | W.have | W.relative | W.subordinator | W.coordinator | W.pronoun | W.otherWork)
    )
      return 0
    if (c & (W.verbS | W.verbPast) && !(c & (W.participle | W.series | W.genre))) return 0
  }
  return 0
}

/** A noun for a series that ends its noun phrase: not "series regular", "show business", "comedy star". */
function isGenericHead(tokens: readonly Token[], k: number, lexicon: Lexicon): boolean {
  const { norm } = tokens[k]!
  if (!GENERIC.has(norm)) return false
  const next = tokens[k + 1]
  if (!next || next.kind === 'mark') return next?.norm !== "'s" || true
  if (GENERIC.has(next.norm)) return false
  const c = lexicon.classes(next.norm)
  if (next.case !== 'lower' || next.norm === "'s") return true
  return (
    (c &
      (W.determiner |
        W.preposition |
        W.modal |
        W.be |
        W.have |
        W.relative |
        W.coordinator |
        W.subordinator |
        W.adverb |
        W.do |
        W.verbS |
        W.verbPast |
        W.gerund |
        W.negation |
        W.pronoun |
        W.participle)) !==
      0 &&
    !(c & W.role) &&
    !/^(star|stars|regular|regulars|finale|premiere|order|creator)$/.test(next.norm)
  )
}

function anaphorAt(input: ThemeInput, i: number, sentence: Sentence): ThemeMention | null {
  const { tokens, lexicon } = input
  const { norm } = tokens[i]!
  if (norm === 'it' || norm === 'its' || norm === 'they' || norm === 'both' || norm === 'neither') {
    const before = tokens[i - 1]?.norm
    if (norm === 'its')
      return tokens[i + 1] &&
        (lexicon.is(tokens[i + 1]!.norm, W.gerund | W.series | W.verbBase) || HAPPENS.test(tokens[i + 1]!.norm))
        ? theme(i, i + 1, { anaphor: 'pronoun' })
        : null
    // "has been neither renewed nor cancelled", "has neither been …"
    if (norm === 'neither' && lexicon.is(tokens[i + 1]?.norm ?? '', W.participle | W.be)) return null
    if (norm === 'both' && tokens[i + 1]?.case === 'capital') return null
    if (norm === 'it' && isExpletive(tokens, i, sentence)) return null
    void before
    return theme(i, i + 1, { anaphor: 'pronoun' })
  }
  if (
    norm === 'the' &&
    /^(former|latter)$/.test(tokens[i + 1]?.norm ?? '') &&
    !lexicon.is(tokens[i + 2]?.norm ?? '', W.role | W.series)
  ) {
    return theme(i, i + 2, { anaphor: tokens[i + 1]!.norm as 'former' | 'latter' })
  }
  if (/^(a|an|another|two|three|new|first|latest)$/.test(norm)) {
    // "a new drama series from …": to be named elsewhere.
    const to = genericAt(input, i, sentence, true)
    return to ? theme(i, to, { anaphor: 'indefinite' }) : null
  }
  if (norm === 'all' || LEAD.has(norm)) {
    const to = episodesAt(input, i, sentence)
    if (to) return theme(i, to, { anaphor: 'noun' })
  }
  if (!LEAD.has(norm)) return null
  const to = genericAt(input, i, sentence)
  return to ? theme(i, to, { anaphor: 'noun' }) : null
}

/** End of "all six episodes", "its eight hour-long episodes", "the remaining hours": the series by its parts; 0 for others. */
function episodesAt({ tokens, lexicon, masked }: ThemeInput, i: number, sentence: Sentence): number {
  for (let k = i + 1; k < sentence.to && k < i + 5; k++) {
    const { norm, kind } = tokens[k]!
    if (/^(episodes|hours|half-hours|instalments|installments)$/.test(norm))
      return k > i + 1 || tokens[i]!.norm === 'all' || norm === 'episodes' ? k + 1 : 0
    const c = lexicon.classes(norm)
    const fits =
      kind === 'number' ||
      tokens[k]!.glued ||
      c & (W.number | W.ordinal) ||
      /^(of|the|its|remaining|final|last|first|half|hour|new|more)$/.test(norm)
    if (masked[k] || !fits) return 0
  }
  return 0
}

/** What a series has happen to it: "its cancellation", "its future". */
const HAPPENS =
  /^(cancellation|renewal|premiere|debut|return|launch|finale|pickup|pick-up|axing|demise|end|ending|future|fate|production|run|conclusion|revival|recommission|delay)$/

/** "It's official", "it was announced that", "it seems", "it looks like": no show is meant. */
function isExpletive(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  for (let k = i + 1; k < sentence.to && k < i + 6; k++) {
    const { norm } = tokens[k]!
    if (
      /^(official|announced|revealed|confirmed|reported|seems|seemed|looks|looked|appears|appeared|sounds|sounded|clear|unclear|possible|likely|unlikely|unknown|understood|believed|rumored|rumoured|known|turns|turned|remains|true|time|emerged|hard|worth|means|said|safe)$/.test(
        norm,
      )
    ) {
      // "it looks set to return", "it remains unclear" / "it is likely to return": a verb in "to" after makes it a show again.
      for (let j = k + 1; j < sentence.to && j < k + 3; j++)
        if (tokens[j]!.norm === 'to' || tokens[j]!.norm === 'set')
          return norm === 'possible' || norm === 'hard' || norm === 'time' || norm === 'safe'
      return norm !== 'official' || tokens[k + 1]?.norm !== 'return'
    }
    if (/^(was|is|'s|has|been|not|also|now|just|already|'d|will|be|had|still|first|yet)$/.test(norm)) continue
    return false
  }
  return false
}

const WRAPS =
  /^(episodes|episode|series|reboot|revival|version|adaptation|remake|run|hours|half-hours|hour|batch|continuation|instalments|installments|seasons|parts)$/

function isOblique(tokens: readonly Token[], t: ThemeMention, sentence: Sentence, lexicon: Lexicon): boolean {
  for (let k = t.from - 1; k >= sentence.from && k > t.from - 8; k--) {
    const { norm, kind } = tokens[k]!
    if (kind === 'mark' && norm !== '“' && norm !== '"' && norm !== '‘' && norm !== "'") return false
    const c = lexicon.classes(norm)
    if (/^(when|that|how|whether|why|if|where|as)$/.test(norm)) return false
    // "picked up X", "brings back X": the particle of a verb.
    if (/^(up|back|out|off|down|over)$/.test(norm) && lexicon.is(tokens[k - 1]?.norm ?? '', VERB)) return false
    // "eight episodes of X", "a reboot of X": what is ordered is X.
    if (norm === 'of' && WRAPS.test(tokens[k - 1]?.norm ?? '')) continue
    if (c & W.preposition && !(c & (W.modal | W.have))) return norm !== 'to' || k === t.from - 1
    if (norm !== 'own' && c & (W.modal | W.be | W.have | W.verbS | W.verbPast | W.verbBase | W.gerund | W.coordinator))
      return false
  }
  return false
}

/** Links the themes of one list: commas, "and", and short descriptions without a verb may stand between. */
function linkLists({ tokens, lexicon, groups }: ThemeInput, themes: readonly ThemeMention[]): void {
  let list: number[] = []
  themes.forEach((t, index) => {
    const last = index > 0 ? themes[index - 1]! : undefined
    const goesOn =
      last !== undefined &&
      list.length > 0 &&
      isListGap(tokens, last.to, t.from, lexicon) &&
      compatible(last, t) &&
      !groups.some(
        (g) =>
          g.from >= last.to &&
          g.to <= t.from &&
          (g.reducible ? t.from - g.to <= 2 && tokens[g.from - 1]?.norm === 'and' : g.finite || g.infinitive),
      )
    list = goesOn ? list : []
    list.push(index)
    t.list = list
  })
  // "Second seasons of A and B": each has one.
  for (const [index, t] of themes.entries()) {
    const head = themes[t.list[0] ?? index]!
    if (head === t || !t.show || t.season || !head.season || head.season.to > head.to) continue
    if (head.from === head.season.from && /^(seasons|series)$/.test(tokens[head.season.to - 1]!.norm))
      t.season = head.season
  }
  // Two names with no more than a comma between them are no list.
  for (const t of themes) {
    if (t.list.length !== 2) continue
    const [a, b] = t.list.map((i) => themes[i]!) as [ThemeMention, ThemeMention]
    if (!tokens.slice(a.to, b.from).some((x) => /^(and|&|or|•|;|\/)$/.test(x.norm))) {
      a.list = [themes.indexOf(a)]
      b.list = [themes.indexOf(b)]
    }
  }
}

/** Shows stand with shows, with or without their seasons: "season 2 of A and season 3 of B". */
const compatible = (a: ThemeMention, b: ThemeMention): boolean =>
  a.anaphor === null && b.anaphor === null && a.show !== null && b.show !== null

function isListGap(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > 14) return false
  let joint = false
  let words = 0
  for (let k = from; k < to; k++) {
    const { norm, kind } = tokens[k]!
    if (norm === ',' || norm === 'and' || norm === '&' || norm === ';' || norm === 'or' || norm === '•' || norm === '/')
      joint = true
    else if (kind === 'mark' && !/^[“”"‘’'(),!?-]$/.test(norm)) return false
    else if (kind === 'word') {
      words++
      const c = lexicon.classes(norm)
      if (c & (W.modal | W.be | W.have | W.relative | W.negation | W.verbPast) && !(c & W.participle)) return false
      if (c & W.subordinator && !(c & W.preposition)) return false
    }
  }
  return joint && words <= 10
}
