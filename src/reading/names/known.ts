// Well-known series by their titles, where the text sets nothing off: their ends are known, whatever capitals stand around.
import type { Range, Sentence } from '../document.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { NameInput } from '../names.ts'
import { beginningAt } from '../ranges.ts'
import { wordSet } from '../word-set.ts'
import { trim } from './titles.ts'

/** Titles of well-known series outside of what the text sets off, left to right. */
export function knownSeries(input: NameInput, blocked: Uint8Array): Range[] {
  const found: Range[] = []
  for (const sentence of input.sentences) {
    if (sentence.furniture) continue
    for (let i = sentence.from; i < sentence.to; i++) {
      if (blocked[i]) continue
      const match = input.knowledge.series.match(input.tokens, i)
      if (!match) continue
      const range = trim(input.tokens, { from: i, to: Math.min(match.to, sentence.to) })
      if (range.to <= range.from || !standsAlone(input, range, sentence, blocked)) continue
      found.push(range)
      i = range.to - 1
    }
  }
  return found
}

const BRIDGES = wordSet('of in and or to for on with from at by')

/** Not part of a longer name: "Chicago Fire Department", "Star Trek: Lost Moons", "Robert Castle". */
function standsAlone(input: NameInput, { from, to }: Range, sentence: Sentence, blocked: Uint8Array): boolean {
  const { tokens, knowledge, seasons } = input
  const { lexicon, common } = knowledge
  for (let k = from; k < to; k++) if (blocked[k]) return false
  const length = to - from
  const first = tokens[from]!
  const alone = length === 1 || (length === 2 && first.norm === 'the')
  // A lone word is left to the other ways of finding names, unless it is one that these never take: "You", "Them".
  if (length === 1) {
    if (!lexicon.is(first.norm, FUNCTION_WORD)) return false
    if (from === sentence.from || first.case !== 'capital' || sentence.headline || sentence.title) return false
    const before = tokens[from - 1]!
    if (before.kind === 'mark' && before.norm !== ',' && before.norm !== '(') return false
    if (first.norm.length < 3) return false
    const after = tokens[to]
    return after !== undefined && (after.norm === ',' || after.norm === "'s" || beginningAt(seasons, to) !== undefined)
  }
  const next = tokens[to]
  const small = sentence.headline || sentence.title
  const isName = (i: number): boolean => {
    const token = tokens[i]
    return (
      token !== undefined &&
      i < sentence.to &&
      i >= sentence.from &&
      token.kind === 'word' &&
      token.case !== 'lower' &&
      !blocked[i] &&
      !token.norm.startsWith("'") &&
      !lexicon.is(token.norm, W.role | W.series | W.genre | W.month | W.weekday | W.preposition | W.modal | W.be)
    )
  }
  if (next && /^[:!&]$/.test(next.norm) && isName(to + 1) && !small) return false
  if (isName(to) && !small && tokens[to]!.norm !== 'and' && length < 4) return false
  // "The Outsider Keeper": in prose an office or a kind of series has its capital only within a name.
  if (alone && !small && next?.case === 'capital' && next.kind === 'word' && !blocked[to] && next.spaced) return false
  // "The Duchess of Somewhere", "The Gift of Something".
  if (tokens[to]?.norm === 'of' && isName(to + 1)) return false
  // "Sea Of Fire Island", "The Bay And The Beast": in prose a small word has its capital only within a name.
  const isBridge = (i: number): boolean => BRIDGES.has(tokens[i]?.norm ?? '') && tokens[i]!.case === 'capital'
  if (!small && (isBridge(from - 1) || (isBridge(to) && !tokens[to - 1]!.norm.endsWith('.')))) return false
  // "The Outsider’s Room", not "The Outsider’s Ben Mendelsohn".
  if (tokens[to]?.norm === "'s" && length < 3 && isName(to + 1) && !isName(to + 2) && !small) return false
  if (isName(from - 1) && !small && from - 1 > sentence.from && length < 4 && first.norm !== 'the') return false
  // "Partners: Century City", "Glass Harbor: The Following".
  if (tokens[from - 1]?.norm === ':' && isName(from - 2) && from - 2 > sentence.from && length < 4 && !small)
    return false
  if (tokens[from - 1]?.glued && tokens[from]?.glued) return false
  // "Don't": the head of a sentence has its capital anyhow.
  if (from === sentence.from && tokens.slice(from + 1, to).every((t) => t.case === 'lower')) return false
  // "The Following", "The Event": as good as any words at the head of a sentence.
  if (alone && from === sentence.from && common.has(tokens[to - 1]!.norm)) return false
  return true
}
