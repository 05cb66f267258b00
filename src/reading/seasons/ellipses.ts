// Ellipses: an ordinal or "another" that stands for a season with the noun left out.
import type { Range } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import { holding, within } from '../ranges.ts'
import type { SeasonMention } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { make } from './mention.ts'
import { ordinal } from './numerals.ts'

/** Words before an "another" that stands for another season. */
export const LEADS_ANOTHER = /^(for|order|orders|ordered|do|make|get|want|wants|wanted|commissioned)$/

/** Whether a noun phrase is over at a token. */
export const endsPhrase = (tokens: readonly Token[], i: number): boolean =>
  !tokens[i] || tokens[i]!.kind === 'mark' || /^(and|but|in|on|next|this)$/.test(tokens[i]!.norm)

/** "renewed for a fifth", "already has a second", "picked up for a 13-episode third", "launched its third on Monday": an ordinal that is a whole noun phrase. */
export function isEllipsis(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): boolean {
  const sized = tokens[i - 1]?.glued && /^(episodes?|part|hour)$/.test(tokens[i - 1]!.norm)
  const lead = sized ? i - 3 : i - 1
  const verb = tokens[lead - 1]?.norm ?? ''
  const article = tokens[lead]?.norm ?? ''
  if (ordinal(tokens[i]!.norm) < 2 || !/^(a|an|its|their)$/.test(article)) return false
  if (!endsPhrase(tokens, i + 1) && !standsAlone(tokens, i + 1, end, lexicon)) return false
  if (GIVES_SEASON.test(verb)) return true
  const subject = tokens.slice(Math.max(0, lead - 4), lead - 1)
  return /^(its|their)$/.test(article) && HAS_SEASON.test(verb) && !subject.some((t) => HAS_NONE.test(t.norm))
}

/** Words before "a third" that stands for a season, and verbs of a series that has "its third". */
const GIVES_SEASON = /^(for|gets|get|got|has|have|earned|ordered)$/
const HAS_SEASON =
  /^(into|began|begun|shot|(enter|start|launch|debut|open|end|wrap|finish|air|film|shoot|begin|premiere|conclude|complete)(s|es|d|ed|ped)?)$/
/** Who has no seasons. */
const HAS_NONE = /^(network|streamer|studio|channel|broadcaster|platform|company|service)$/

/**
 * Ordinals that stand for a season named just before: "ended its second season … there won't be a third", "the third, which
 * films next spring". Only where this sentence or one of the two before names a season; "the" only with the next number.
 * @param known all other mentions, by position
 */
export function findEllipses(
  tokens: readonly Token[],
  sentences: ReadonlyArray<Range & { furniture: boolean }>,
  known: readonly SeasonMention[],
  lexicon: Lexicon,
): SeasonMention[] {
  const found: SeasonMention[] = []
  sentences.forEach((sentence, s) => {
    if (sentence.furniture) return
    const near = within(known, { from: sentences[Math.max(0, s - 2)]!.from, to: sentence.to })
    if (!near.some((m) => m.sense === 'numbered' || m.sense === 'count' || m.sense === 'another' || m.final)) return
    for (let i = sentence.from + 1; i < sentence.to; i++) {
      const n = ordinal(tokens[i]!.norm)
      const lead = tokens[i - 1]!.norm
      // "B (fifth)".
      const apart = lead === '(' && /^[),]$/.test(tokens[i + 1]?.norm ?? '')
      if (n < 2 || !(apart || /^(a|the|its|their)$/.test(lead)) || holding(known, i)) continue
      const isNear = (k: number): boolean => [...near, ...found].some((m) => m.numbers.includes(k) && m.from < i)
      const end = i + (tokens[i + 1]?.norm === 'one' ? 2 : 1)
      const acts = lead !== 'a' && isSubject(tokens, end, lexicon)
      // "renewed for a third season; the second bowed in May".
      if (lead === 'the' && !isNear(n - 1) && !(acts && isNear(n + 1))) continue
      if (acts || standsAlone(tokens, end, sentence.to, lexicon))
        found.push(make(i, end, i, 'numbered', { numbers: [n] }))
    }
  })
  return found
}

/** "the second followed a year later", "the third didn't", "with the second arriving in May": whether a verb of its own follows, and no participle of a noun behind it. */
export const isSubject = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean =>
  lexicon.is(tokens[i]?.norm ?? '', tokens[i - 3]?.norm === 'with' ? W.gerund : W.do) ||
  (lexicon.is(tokens[i]?.norm ?? '', W.verbPast) &&
    lexicon.is(tokens[i + 1]?.norm ?? '', W.preposition | W.adverb | W.determiner | W.month | W.number))

/** Whether what precedes is a whole noun phrase: no noun follows, and no "of". */
function standsAlone(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): boolean {
  const next = tokens[i]
  if (!next || i >= end || next.kind === 'mark' || /^(last|this|next|earlier)$/.test(next.norm)) return true
  if (next.norm === 'of' || next.norm === 'time' || next.case !== 'lower') return false
  return (
    lexicon.is(next.norm, W.be | W.have | W.modal | W.preposition | W.coordinator | W.relative | W.subordinator) ||
    (lexicon.is(next.norm, W.verbS | W.adverb) && !lexicon.is(next.norm, W.series))
  )
}
