// Joins a season with the show that the words beside it name.
import type { Sentence } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import type { SeasonMention } from '../seasons.ts'
import type { ThemeInput, ThemeMention } from '../themes.ts'
import type { Token } from '../tokens.ts'
import { genericAt } from './generics.ts'
import { theme } from './theme.ts'

type Shown = ThemeInput['shows'][number]

/** Joins a season with the show that the words beside it name: "X season 2", "X's second season", "season 2 of X", "the second ‘X’ season". */
export function joinSeason(
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

/** "X (for a third season)". */
function joinsInBrackets(tokens: readonly Token[], from: number, to: number): boolean {
  const open = skipMarks(tokens, from, to)
  return (
    tokens[open]?.norm === '(' &&
    to - open <= 4 &&
    /^(for|with|through)$/.test(tokens[open + 1]?.norm ?? '') &&
    tokens.slice(open + 2, to).every((t) => /^(a|an|its|the)$/.test(t.norm))
  )
}

function joinsBefore(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (joinsInBrackets(tokens, from, to)) return true
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
    } else if (norm === 'its' && tokens[k - 1]?.norm === '(') continue
    else if (!possessive || k - from > 4) return false
    else if (lexicon.is(norm, W.preposition | W.modal | W.be | W.have | W.relative | W.determiner | W.coordinator))
      return false
    // "‘Glass Harbor’ GETS Third Season": the mark only closes the quotation.
    else if (tokens[from]!.norm !== "'s" && lexicon.is(norm, W.verbS)) return false
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
