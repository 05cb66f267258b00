// What an event can happen to: shows, seasons of shows, and the words that stand for them ("the series", "it", "its
// second season"). Seasons are joined with their shows where the words join them; lists are kept together.
import type { Range, Sentence } from './document.ts'
import type { Entity } from './entities.ts'
import type { Lexicon } from './lexicon.ts'
import { VERB, W } from './lexicon.ts'
import type { NameMention } from './names.ts'
import type { SeasonMention } from './seasons.ts'
import { anaphorAt } from './themes/anaphors.ts'
import { linkLists } from './themes/lists.ts'
import { bareOffshoot, type Offshoot, offshootOf } from './themes/offshoots.ts'
import { joinSeason } from './themes/seasons.ts'
import { theme } from './themes/theme.ts'
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
  /** Words for an offshoot, which is another show than the one it comes from. */
  offshoot: Offshoot | null
  /** The owner of the season stands for a show: "its second season", "the show's finale". */
  owned: boolean
  /** An anaphor for several shows, and how many: "both" is 2; 0 for one. */
  plural: number
  /** A word for several that stands for people first: "the pair". */
  persons: boolean
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
  /** Words for a nationality, with its country as titles name it. */
  nationalities: ReadonlyMap<string, string>
}

/** "its Cold War thriller “X”": a name without marks, before a genre and a marked title, says what the series is about. */
function tellsGenre({ tokens, lexicon, shows }: ThemeInput, { mark, to }: NameMention): boolean {
  if (mark !== null || !lexicon.is(tokens[to]?.norm ?? '', W.series | W.genre)) return false
  return shows.some(
    ({ mention: m }) => m.mark !== null && m.from > to && m.from <= to + 4 && !apart(tokens, to, m.from),
  )
}

/** Whether anything but words in lower case and opening marks stands between. */
const apart = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some((t) => (t.kind === 'mark' ? !/^[“"‘',]$/.test(t.norm) : t.case !== 'lower' || /^(and|or)$/.test(t.norm)))

/** Finds the themes of a sentence, left to right. */
export function findThemes(input: ThemeInput, sentence: Sentence): ThemeMention[] {
  const { tokens, lexicon, masked } = input
  const themes: ThemeMention[] = []
  const shows = input.shows.filter(
    ({ mention }) => mention.from >= sentence.from && mention.to <= sentence.to && !tellsGenre(input, mention),
  )
  const seasons = input.seasons.filter((s) => s.from >= sentence.from && s.to <= sentence.to && s.sense !== 'count')
  const used = new Set<NameMention>()
  for (const season of seasons) themes.push(joinSeason(input, season, shows, used, sentence))
  for (const { mention, entity, aside } of shows) {
    const offshoot = used.has(mention) ? null : offshootOf(input, mention, sentence)
    if (offshoot) themes.push(theme(offshoot.from, offshoot.to, { anaphor: 'noun', of: entity, offshoot }))
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
    const offshoot = bareOffshoot(input, i, sentence)
    const anaphor = offshoot
      ? theme(offshoot.from, offshoot.to, { anaphor: offshoot.isNew ? 'indefinite' : 'noun', offshoot })
      : anaphorAt(input, i, sentence)
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
  linkLists(input, themes, sentence.headline)
  // "just under A, B and C": what leads the first leads them all.
  for (const t of themes) if (themes[t.list[0]!]?.oblique) t.oblique = true
  return themes
}

function onlyMarks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!/^[“"‘',]$/.test(tokens[k]!.norm)) return false
  return true
}

function isOblique(tokens: readonly Token[], t: ThemeMention, sentence: Sentence, lexicon: Lexicon): boolean {
  for (let k = t.from - 1; k >= sentence.from && k > t.from - 8; k--) {
    const { norm, kind } = tokens[k]!
    if (kind === 'mark' && norm !== '“' && norm !== '"' && norm !== '‘' && norm !== "'") return false
    const c = lexicon.classes(norm)
    if (lexicon.among('leadsClause', norm)) return false
    // "picked up X", "brings back X": the particle of a verb.
    if (lexicon.among('particle', norm) && lexicon.is(tokens[k - 1]?.norm ?? '', VERB)) return false
    // "eight episodes of X", "a reboot of X": what is ordered is X.
    if (norm === 'of' && lexicon.among('wraps', tokens[k - 1]?.norm ?? '')) continue
    if (c & W.preposition && !(c & (W.modal | W.have))) return norm !== 'to' || k === t.from - 1
    if (norm !== 'own' && c & (W.modal | W.be | W.have | W.verbS | W.verbPast | W.verbBase | W.gerund | W.coordinator))
      return false
  }
  return false
}
