// Series that have no title yet, by the noun phrases that stand for them: "the untitled Nora Quill drama", "an untitled
// comedy from Dan Hale", "a docuseries about the Lake County murders". Here only what in each of them tells it from others,
// its core; whether the series has a title after all, the rest of the article tells (entities/cores.ts).
import type { Range, Sentence } from '../document.ts'
import { untitledKey } from '../entities/new-series.ts'
import { FUNCTION_WORD, VERB, W } from '../lexicon.ts'
import { endingAt, holding } from '../ranges.ts'
import type { Token } from '../tokens.ts'
import type { UntitledInput } from './cores.ts'
import { coreInMatter, coreOf, isSeriesNoun, namesSomebody, withPartners } from './cores.ts'
import { keyOf } from './keys.ts'

/** A noun phrase that stands for a series without a title. */
export interface Untitled {
  /** The whole of it. */
  phrase: Range
  /** What it is about or whose it is. */
  core: Range
  /** Phrases with one key stand for one series. */
  key: string
  /** Its noun: "drama", "project". */
  head: number
}

/** So many words of the next sentence tell as well what a noun means. */
const AHEAD = 20
/** "yet-to-be-titled", "as-yet-untitled": no longer than this. */
const LONGEST = 5

/** Noun phrases that say by themselves that their series has no title, left to right. */
export function saidUntitled(input: UntitledInput, sentence: Sentence): Untitled[] {
  const { tokens } = input
  const { lexicon } = input.knowledge
  const found: Untitled[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!saysUntitled(tokens, i)) continue
    const head = headBehind(input, i + 1, sentence)
    if (head < 0) continue
    let from = i
    while (tokens[from]!.glued && from > Math.max(sentence.from, i - LONGEST)) from--
    while (from > sentence.from && lexicon.among('beforeUntitled', tokens[from - 1]!.norm)) from--
    if (from > sentence.from && lexicon.among('opensSeries', tokens[from - 1]!.norm)) from--
    // "the untitled X spinoff" is told from X, not by it (offshoots.ts), unless X is somebody.
    if (lexicon.among('untitledOffshoot', tokens[head]!.norm) && !namesSomebody(input, { from: i + 1, to: head }))
      continue
    const core = coreOf(input, { from: i + 1, to: head }, from, sentence)
    if (!core || isFilm(input, head, sentence)) continue
    const phrase = { from: Math.min(from, core.from), to: withPartners(input, Math.max(head + 1, core.to)) }
    found.push(untitled(tokens, phrase, core, head))
    i = phrase.to - 1
  }
  return found
}

/** "a new unscripted show following Yvonne Marsh": phrases that bring a series in by what it is about alone. */
export function toldByMatter(input: UntitledInput, sentence: Sentence): Untitled[] {
  const { tokens, names } = input
  const found: Untitled[] = []
  for (let head = sentence.from; head < sentence.to - 2; head++) {
    if (!isSeriesNoun(input, head) || holding(names, head)) continue
    const core = coreInMatter(input, head, sentence)
    if (!core) continue
    const from = introduced(input, head, sentence)
    if (from >= 0) found.push(untitled(tokens, { from, to: core.to }, core, head))
  }
  return found
}

const untitled = (tokens: readonly Token[], phrase: Range, core: Range, head: number): Untitled => ({
  phrase,
  core,
  key: untitledKey(keyOf(tokens, core)),
  head,
})

/** Whether a word says that there is no title: "untitled", "yet-to-be-named". */
export const saysUntitled = (tokens: readonly Token[], i: number): boolean =>
  /^(untitled|unnamed)$/.test(tokens[i]!.norm) ||
  (/^(titled|named)$/.test(tokens[i]!.norm) && tokens[i]!.glued && tokens[i - 1]?.norm === 'be')

/** The noun that ends the noun phrase whose modifiers begin at a token; -1 when it is no series'. */
function headBehind(input: UntitledInput, start: number, sentence: Sentence): number {
  const { tokens, knowledge, names } = input
  let head = -1
  for (let k = start; k < Math.min(sentence.to, start + 10); k++) {
    const { norm, kind, case: letters, glued } = tokens[k]!
    if (isSeriesNoun(input, k) || knowledge.lexicon.among('untitledOffshoot', norm)) {
      head = k
      continue
    }
    if (head >= 0 && !glued) break
    if (kind === 'mark' && !/^[/&“”"‘’']$/.test(norm)) break
    const joins = norm === 'and' && tokens[k + 1]?.case === 'capital'
    const small = letters === 'lower' && !glued && !holding(names, k)
    if (small && !joins && norm !== "'s" && knowledge.lexicon.is(norm, FUNCTION_WORD | W.gerund)) break
  }
  // "untitled drama film"
  return head >= 0 && knowledge.lexicon.is(tokens[head + 1]?.norm ?? '', W.otherWork) ? -1 : head
}

/** "an untitled shark thriller …. The film …": of films and series alike the noun tells nothing, the words behind it do. */
function isFilm({ tokens, knowledge }: UntitledInput, head: number, sentence: Sentence): boolean {
  if (knowledge.lexicon.is(tokens[head]!.norm, W.series)) return false
  for (let k = head + 1; k < Math.min(tokens.length, sentence.to + AHEAD); k++) {
    const { norm } = tokens[k]!
    if (knowledge.lexicon.among('ofFilms', norm)) return true
    if (knowledge.lexicon.is(norm, W.series) || /^(tv|television|pilot|season|episodes?)$/.test(norm)) return false
  }
  return false
}

/** Where the noun phrase begins that brings a series in: "a new unscripted show"; -1 where a title stands beside it. */
export function introduced({ tokens, names, knowledge }: UntitledInput, head: number, sentence: Sentence): number {
  const { lexicon } = knowledge
  let from = head
  while (from > sentence.from && from > head - 8) {
    const { norm, kind, case: letters } = tokens[from - 1]!
    if (kind === 'mark') break
    const verbal = lexicon.is(norm, VERB) && !lexicon.is(norm, W.participle) && !lexicon.is(norm, W.series | W.genre)
    if (lexicon.is(norm, W.preposition | W.be | W.have | W.modal | W.coordinator | W.relative) || verbal) break
    from--
    if (lexicon.is(norm, W.determiner | W.possessive) && letters !== 'caps') break
  }
  const opens = lexicon.among('opensSeries', tokens[from]!.norm) || sentence.headline
  const before = tokens[from - 1]
  const apposed =
    from > sentence.from && before !== undefined && (/^[,–—(:]$/.test(before.norm) || lexicon.is(before.norm, W.be))
  return opens && !apposed && !endingAt(names, head) ? from : -1
}
