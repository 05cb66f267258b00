// Offshoots: "the X spinoff", "a prequel to X", "a German version of the hit comedy X" are other shows than X. Here only where
// such words stand and what they add to X's title; whether the offshoot has a title of its own the passage tells (offshoots.ts).
import type { Range, Sentence } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import type { Token } from '../tokens.ts'

/** Words for an offshoot, with what tells it from the show that it comes from. */
export interface Offshoot extends Range {
  /** "spinoff", "prequel", "(Germany)". */
  suffix: string
  /** Brought in with "a": there was none before. */
  isNew: boolean
}

export interface OffshootInput {
  tokens: readonly Token[]
  lexicon: Lexicon
  /** The names of the sentence that may be shows. */
  shows: ReadonlyArray<{ mention: NameMention }>
  /** Words for a nationality, with its country as titles name it. */
  nationalities: ReadonlyMap<string, string>
  masked: Uint8Array
}

/** Films and books have these as well: of series only where a noun for one follows. */
const OF_ALL_WORKS = /^(sequel|follow|followup|companion)$/

/** The words for an offshoot that stand around a name; null when the name stands for itself, or a title beside them. */
export function offshootOf(input: OffshootInput, mention: NameMention, sentence: Sentence): Offshoot | null {
  const found = behind(input, mention, sentence) ?? before(input, mention, sentence)
  return found && !isTitled(input, found) ? found : null
}

/** "the offshoot", "a U.S. version", "a remake of the show": words for an offshoot that name no other show. */
export function bareOffshoot(input: OffshootInput, i: number, sentence: Sentence): Offshoot | null {
  const { tokens, lexicon } = input
  if (!/^(the|a|an|this|its)$/.test(tokens[i]!.norm)) return null
  for (let k = i + 1; k < Math.min(sentence.to, i + 5); k++) {
    const end = nounEnd(input, k, sentence)
    const suffix = end && !ofAllWorks(input, k, end) ? suffixAt(input, k, i) : null
    if (suffix && end) {
      const named = /^(of|to|from)$/.test(tokens[end]?.norm ?? '')
      const whole =
        named && tokens[end + 1]?.norm === 'the' && lexicon.among('behindOffshoot', tokens[end + 2]?.norm ?? '')
      if (named && !whole) return null
      return { from: i, to: whole ? end + 3 : end, suffix, isNew: isIndefinite(input, i) }
    }
    if (!isModifier(input, k)) return null
  }
  return null
}

/** "the (hit) X (NBC) spinoff", "X's German version". */
function behind(input: OffshootInput, { from, to }: NameMention, sentence: Sentence): Offshoot | null {
  const { tokens } = input
  let k = to
  while (k < sentence.to && (/^[”"’']$/.test(tokens[k]!.norm) || tokens[k]!.norm === "'s")) k++
  for (let j = k; j < Math.min(sentence.to, k + 3); j++) {
    const end = nounEnd(input, j, sentence)
    const suffix = end ? suffixAt(input, j, k) : null
    if (suffix && end) {
      const opening = from - (/^[“"‘']$/.test(tokens[from - 1]?.norm ?? '') ? 1 : 0)
      const start = startOf(input, opening, sentence)
      if (start === opening && tokens[from]!.norm !== 'the' && ofAllWorks(input, j, end)) return null
      return { from: start, to: end, suffix, isNew: isIndefinite(input, start) }
    }
    if (!isModifier(input, j) && !(sentence.headline && tokens[j]!.kind === 'word')) return null
  }
  return null
}

/** "a spinoff of X", "a prequel series to the hit drama X", "a German version of BBC comedy X". */
function before(input: OffshootInput, { from, to }: NameMention, sentence: Sentence): Offshoot | null {
  const { tokens, lexicon, masked } = input
  let k = from - 1
  while (k > sentence.from && k > from - 8 && !/^(of|to|from)$/.test(tokens[k]!.norm)) {
    const { norm, kind } = tokens[k]!
    const describes =
      /^[“"‘']$/.test(norm) || masked[k] || norm === "'s" || lexicon.is(norm, W.determiner | W.possessive)
    if (!describes && (kind === 'mark' || lexicon.is(norm, FUNCTION_WORD))) return null
    k--
  }
  if (!/^(of|to|from)$/.test(tokens[k]?.norm ?? '')) return null
  for (const noun of [k - 1, k - 2]) {
    if (noun <= sentence.from || nounEnd(input, noun, sentence) !== k || ofAllWorks(input, noun, k)) continue
    const start = startOf(input, noun, sentence)
    const suffix = suffixAt(input, noun, start)
    if (!suffix) continue
    const closing = /^[”"’']$/.test(tokens[to]?.norm ?? '') ? 1 : 0
    return { from: start, to: to + closing, suffix, isNew: isIndefinite(input, start) }
  }
  return null
}

/** "Night Ferry, a spinoff of X", "it began as an X spinoff", "the X spinoff Night Ferry": its title stands beside the words. */
function isTitled({ tokens, lexicon, shows }: OffshootInput, { from, to }: Range): boolean {
  let k = from - 1
  const comma = k >= 0 && /^[,–—(]$/.test(tokens[k]!.norm)
  while (k >= 0 && /^[,–—(”"’']$/.test(tokens[k]!.norm)) k--
  if (comma && shows.some(({ mention }) => mention.to === k + 1)) return true
  if (!comma && k >= 0 && (tokens[k]!.norm === 'as' || lexicon.is(tokens[k]!.norm, W.be))) return true
  let next = to
  while (/^[,“"‘”’']$/.test(tokens[next]?.norm ?? '')) next++
  if (lexicon.among('entitled', tokens[next]?.norm ?? '')) return true
  return tokens[to]?.norm !== ',' && shows.some(({ mention }) => mention.from === next)
}

/** "a sequel to X": a film's or a book's, unless a noun for a series follows. */
const ofAllWorks = ({ tokens, lexicon }: OffshootInput, noun: number, end: number): boolean =>
  OF_ALL_WORKS.test(tokens[noun]!.norm) && !lexicon.among('behindOffshoot', tokens[end - 1]!.norm)

/** Where a noun for an offshoot ends that begins at a token; 0 when none does. */
function nounEnd({ tokens, lexicon }: OffshootInput, k: number, sentence: Sentence): number {
  const { norm } = tokens[k]!
  const split = tokens[k + 1]?.glued === true && /^(spin off|follow up)$/.test(`${norm} ${tokens[k + 1]!.norm}`)
  if (!split && !lexicon.among('offshoot', norm) && !lexicon.among('version', norm)) return 0
  const end = split ? k + 2 : k + 1
  // "a big-screen prequel", "the companion podcast"
  const film = tokens[k - 1]?.norm === 'screen' || lexicon.is(tokens[k - 1]?.norm ?? '', W.otherWork)
  if (film || lexicon.is(tokens[end]?.norm ?? '', W.otherWork)) return 0
  return end < sentence.to && lexicon.among('behindOffshoot', tokens[end]!.norm) ? end + 1 : end
}

/** What the noun at a token adds to the title; for a version its country, told between `from` and the noun. */
function suffixAt({ tokens, lexicon, nationalities }: OffshootInput, k: number, from: number): string | null {
  const { norm } = tokens[k]!
  if (norm.endsWith('quel')) return norm
  if (norm === 'spin' || norm === 'follow' || lexicon.among('offshoot', norm)) return 'spinoff'
  for (let j = k - 1; j >= from; j--) {
    const country = nationalities.get(tokens[j]!.norm)
    // "an English-language version" is no country's.
    if (country && !tokens[j + 1]!.glued && tokens[j]!.case !== 'lower') return `(${country})`
  }
  return null
}

/** Where the noun phrase begins whose modifiers end before a token. */
function startOf(input: OffshootInput, before: number, sentence: Sentence): number {
  const { tokens, lexicon } = input
  let k = before
  while (k > sentence.from && k > before - 6 && isModifier(input, k - 1)) k--
  const lead = k > sentence.from && lexicon.is(tokens[k - 1]!.norm, W.determiner | W.possessive) ? k - 1 : -1
  return lead >= 0 ? lead : before
}

/** A word that may stand between an article and its noun. */
function isModifier({ tokens, lexicon, nationalities, masked }: OffshootInput, k: number): boolean {
  const { norm, kind, glued, case: letters } = tokens[k]!
  if (glued || masked[k] || nationalities.has(norm)) return true
  return kind === 'word' && letters === 'lower' && !lexicon.is(norm, FUNCTION_WORD | W.verbS | W.gerund)
}

const isIndefinite = ({ tokens, lexicon }: OffshootInput, i: number): boolean =>
  !lexicon.among('definite', tokens[i]!.norm)
