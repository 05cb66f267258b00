// A person's name: given name, initials, particles, surnames.
import type { Range } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

/** "Emerald Road", "Willow Creek": a given name that is a word before a noun that is nobody's is no full name. */
export function isFullName(
  tokens: readonly Token[],
  { from, to }: Range,
  knowledge: Pick<Knowledge, 'lexicon' | 'common'>,
): boolean {
  if (to - from < 2 || personEnd(tokens, from, to, knowledge) !== to) return false
  const { lexicon, common } = knowledge
  const last = tokens[to - 1]!.norm
  const word = common.has(last) || lexicon.classes(last) !== 0
  return !(lexicon.is(tokens[from]!.norm, W.givenWord) && word && !lexicon.is(last, W.given))
}

/** Where the person's name that starts at `i` ends: a given name, initials, particles, one or two surnames; `i` when none does. */
export function personEnd(
  tokens: readonly Token[],
  i: number,
  end: number,
  { lexicon }: Pick<Knowledge, 'lexicon'>,
): number {
  const first = tokens[i]
  if (!first || i >= end) return i
  const initial = /^([a-z]\.)+$/.test(first.norm) && first.norm !== 'u.s.' && first.norm !== 'u.k.'
  if (!initial && !lexicon.is(first.norm, W.given)) return i
  let k = i + 1
  while (k < end && (tokens[k]!.glued || /^([a-z]\.)+$/.test(tokens[k]!.norm))) k++
  while (k < end && lexicon.is(tokens[k]!.norm, W.given) && k - i < 3 && tokens[k]!.case !== 'lower') k++
  while (k < end && lexicon.among('nameParticle', tokens[k]!.norm)) k++
  const surname = tokens[k]
  if (!surname || k >= end || surname.case === 'lower' || surname.kind !== 'word') return k > i + 1 ? k : i
  if (lexicon.is(surname.norm, FUNCTION_WORD)) return k > i + 1 ? k : i
  k++
  while (k < end && (tokens[k]!.glued || /^(jr|sr|iii|ii)\.?$/.test(tokens[k]!.norm))) k++
  return k
}
