// Plural anaphors: "both", "all three shows", "the two series", "the pair", "neither" stand for as many shows as they count.
import type { Sentence } from '../document.ts'
import { W } from '../lexicon.ts'
import { cardinal } from '../seasons/numerals.ts'
import type { ThemeInput } from '../themes.ts'

/** Words that stand for several shows. */
export interface Plural {
  to: number
  /** How many they are. */
  count: number
  /** They stand for people first: "the pair". */
  persons: boolean
}

const GROUPS: Readonly<Record<string, number>> = { pair: 2, duo: 2, twosome: 2, trio: 3, quartet: 4, quintet: 5 }
/** "the two new medical dramas": words that may stand before the noun. */
const MOST_BETWEEN = 3

/** The plural anaphor that begins at a token; null for none. */
export function pluralAt(input: ThemeInput, i: number, sentence: Sentence): Plural | null {
  const { tokens } = input
  const { norm } = tokens[i]!
  if (norm === 'both') return { to: showsBehind(input, i + 1, sentence) || i + 1, count: 2, persons: false }
  if (norm === 'neither')
    return { to: input.lexicon.among('oneShow', tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1, count: 2, persons: false }
  if (norm === 'all' || norm === 'the' || norm === 'these' || norm === 'those') {
    const group = norm === 'all' ? 0 : (GROUPS[tokens[i + 1]?.norm ?? ''] ?? 0)
    if (group) return tokens[i + 2]?.norm === 'of' ? null : { to: i + 2, count: group, persons: true }
    const at = norm === 'all' && tokens[i + 1]?.norm === 'the' ? i + 2 : i + 1
    const count = cardinal(tokens[at]?.norm ?? '')
    if (count < 2 || count > MOST || tokens[at + 1]?.glued) return null
    const to = showsBehind(input, at + 1, sentence)
    if (to) return { to, count, persons: false }
    return norm === 'all' && standsAlone(input, at + 1) ? { to: at + 1, count, persons: false } : null
  }
  return null
}

/** So many shows are told of together at most. */
const MOST = 12

/** End of "(new) (medical) shows" at a token; 0 when no such noun is there. */
function showsBehind({ tokens, masked, lexicon }: ThemeInput, from: number, sentence: Sentence): number {
  for (let k = from; k < sentence.to && k <= from + MOST_BETWEEN; k++) {
    // "the two series stars": who is told of is somebody.
    if (lexicon.among('severalSeries', tokens[k]!.norm))
      return lexicon.is(tokens[k + 1]?.norm ?? '', W.role) ? 0 : k + 1
    if (tokens[k]!.kind !== 'word' || (tokens[k]!.case !== 'lower' && !masked[k] && tokens[k]!.case !== 'caps'))
      return 0
    if (lexicon.among('noModifier', tokens[k]!.norm)) return 0
  }
  return 0
}

/** "All three will …", "all four were …": no noun follows. */
const standsAlone = ({ tokens, lexicon }: ThemeInput, i: number): boolean =>
  lexicon.among('behindSeveral', tokens[i]?.norm ?? '')
