// Anaphors: "it", "both", "the former", "the series", "all six episodes", and "a new drama" that is named elsewhere.
import type { Sentence } from '../document.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { ThemeInput, ThemeMention } from '../themes.ts'
import { genericAt } from './generics.ts'
import { pluralAt } from './plurals.ts'
import { theme } from './theme.ts'

/** The anaphor that begins at a token. */
export function anaphorAt(input: ThemeInput, i: number, sentence: Sentence): ThemeMention | null {
  const { tokens, lexicon } = input
  const { norm } = tokens[i]!
  const plural = PLURAL.test(norm) && !isCorrelative(input, i) ? pluralAt(input, i, sentence) : null
  if (plural)
    return theme(i, plural.to, {
      anaphor: plural.to > i + 1 ? 'noun' : 'pronoun',
      plural: plural.count,
      persons: plural.persons,
    })
  if (norm === 'it' || norm === 'its' || norm === 'they') {
    if (norm === 'its')
      return tokens[i + 1] &&
        (lexicon.is(tokens[i + 1]!.norm, W.gerund | W.series | W.verbBase) || happens(input, i + 1, sentence))
        ? theme(i, i + 1, { anaphor: 'pronoun' })
        : null
    if (norm === 'it' && isExpletive(input, i, sentence)) return null
    return theme(i, i + 1, { anaphor: 'pronoun' })
  }
  if (
    norm === 'the' &&
    /^(former|latter)$/.test(tokens[i + 1]?.norm ?? '') &&
    !lexicon.is(tokens[i + 2]?.norm ?? '', W.role | W.series)
  ) {
    return theme(i, i + 2, { anaphor: tokens[i + 1]!.norm as 'former' | 'latter' })
  }
  if (lexicon.among('bringsIn', norm)) {
    // "a new drama series from …": to be named elsewhere.
    const to = genericAt(input, i, sentence, true)
    return to ? theme(i, to, { anaphor: 'indefinite' }) : null
  }
  if (norm === 'all' || lexicon.among('definite', norm)) {
    const to = episodesAt(input, i, sentence)
    if (to) return theme(i, to, { anaphor: 'noun' })
  }
  if (!lexicon.among('definite', norm)) return null
  const to = genericAt(input, i, sentence)
  return to ? theme(i, to, { anaphor: 'noun' }) : null
}

const PLURAL = /^(both|neither|all|the|these|those)$/

/** "has been neither renewed nor cancelled", "has neither been …", "both A and B": no anaphor. */
const isCorrelative = ({ tokens, lexicon }: ThemeInput, i: number): boolean => {
  const next = tokens[i + 1]
  if (tokens[i]!.norm === 'neither') return lexicon.is(next?.norm ?? '', W.participle | W.be)
  return tokens[i]!.norm === 'both' && next !== undefined && (next.case === 'capital' || /^[“"‘]$/.test(next.norm))
}

/** End of "all six episodes", "its eight hour-long episodes", "the remaining hours": the series by its parts; 0 for others. */
function episodesAt({ tokens, lexicon, masked }: ThemeInput, i: number, sentence: Sentence): number {
  for (let k = i + 1; k < sentence.to && k < i + 5; k++) {
    const { norm, kind } = tokens[k]!
    if (lexicon.among('episodeNoun', norm))
      return k > i + 1 || tokens[i]!.norm === 'all' || norm === 'episodes' ? k + 1 : 0
    const c = lexicon.classes(norm)
    const fits =
      kind === 'number' || tokens[k]!.glued || c & (W.number | W.ordinal) || lexicon.among('ofEpisodes', norm)
    if (masked[k] || !fits) return 0
  }
  return 0
}

/** "its August 22 debut", "its much-delayed launch": days and qualities may stand between. */
function happens({ tokens, lexicon, masked }: ThemeInput, from: number, sentence: Sentence): boolean {
  for (let k = from; k < sentence.to && k < from + 5; k++) {
    const { norm, kind } = tokens[k]!
    if (lexicon.among('happens', norm)) return true
    if (masked[k] || kind === 'mark' || lexicon.is(norm, FUNCTION_WORD | W.verbS | W.verbPast)) return false
  }
  return false
}

/** "It's official", "it was announced that", "it seems", "it looks like": no show is meant. */
function isExpletive({ tokens, lexicon }: ThemeInput, i: number, sentence: Sentence): boolean {
  for (let k = i + 1; k < sentence.to && k < i + 6; k++) {
    const { norm } = tokens[k]!
    if (lexicon.among('expletive', norm)) {
      // "it looks set to return", "it remains unclear" / "it is likely to return": a verb in "to" after makes it a show again.
      for (let j = k + 1; j < sentence.to && j < k + 3; j++)
        if (tokens[j]!.norm === 'to' || tokens[j]!.norm === 'set')
          return norm === 'possible' || norm === 'hard' || norm === 'time' || norm === 'safe'
      return norm !== 'official' || tokens[k + 1]?.norm !== 'return'
    }
    if (lexicon.among('beforeExpletive', norm)) continue
    return false
  }
  return false
}
