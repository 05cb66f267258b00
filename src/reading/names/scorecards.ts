// Scorecards: words that have capitals though they are no names, for they tell what became of the series before them.
import type { Sentence } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { isAdverb } from '../verbs/adverbs.ts'
import { isAllCaps } from './caps.ts'

/** Whether a word with capitals tells what became of a series. */
export function tellsVerdict(tokens: readonly Token[], at: number, sentence: Sentence, lexicon: Lexicon): boolean {
  const caps = tokens[at]!.case === 'caps'
  const before = tokens[at - 1]?.norm ?? ''
  // “Red Clay — RENEWED for Season 2”.
  if (caps && lexicon.is(tokens[at]!.norm, W.participle) && /^[—–:(-]$/.test(before)) return true
  // "Glass Harbor: COULD GO EITHER WAY".
  if (caps && before === ':' && tokens[at - 2]?.case === 'capital' && saysInCapitals(tokens, at)) return true
  return followsCapitals(tokens, at, sentence, lexicon) || opensVerdict(tokens, at, sentence, lexicon)
}

/** "GLASS HARBOR Renewed for Season 5", "NIGHT FERRY (drama) On the bubble": a heading in capitals, and what is said of it. */
function followsCapitals(tokens: readonly Token[], at: number, { from }: Sentence, lexicon: Lexicon): boolean {
  const { case: set, norm } = tokens[at]!
  if (set !== 'capital' || !lexicon.is(norm, W.verbS | W.verbPast | W.participle | W.preposition)) return false
  let to = at
  if (tokens[to - 1]?.norm === ')') while (to > from && tokens[to]!.norm !== '(') to--
  let first = to
  while (first > from && tokens[first - 1]!.kind === 'word' && tokens[first - 1]!.case === 'caps') first--
  return isAllCaps(tokens, { from: first, to })
}

/** "Night Ferry - Renewed for Season 2", "Glass Harbor (Season 4) – Ends in May": a scorecard's word for what became of it. */
export function opensVerdict(tokens: readonly Token[], at: number, { from, to }: Sentence, lexicon: Lexicon): boolean {
  if (at <= from + 1 || !/^[-–—:]$/.test(tokens[at - 1]!.norm) || tokens[at]!.glued) return false
  if (tokens[at]!.case === 'lower') return false
  const next = at + 1 < to ? tokens[at + 1]! : undefined
  // "Glass Harbor: Officially cancelled."
  if (isAdverb(tokens[at]!.norm, lexicon.classes(tokens[at]!.norm)))
    return next?.case === 'lower' && lexicon.is(next.norm, W.participle)
  if (!lexicon.is(tokens[at]!.norm, W.participle | W.verbS) && !lexicon.among('verdictGerund', tokens[at]!.norm))
    return false
  return (
    next === undefined || next.kind === 'mark' || (next.case === 'lower' && lexicon.among('behindVerdict', next.norm))
  )
}

/** Two words or more in capitals. */
const saysInCapitals = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1]
  return next !== undefined && next.kind === 'word' && next.case === 'caps' && !next.glued
}
