// Ellipses: an ordinal or "another" that stands for a season with the noun left out.
import type { Range } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import { holding, lastBefore, within } from '../ranges.ts'
import type { SeasonMention } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { make } from './mention.ts'
import { ordinal } from './numerals.ts'

/** Whether a noun phrase is over at a token. */
export const endsPhrase = (tokens: readonly Token[], i: number): boolean =>
  !tokens[i] || tokens[i]!.kind === 'mark' || /^(and|but|in|on|next|this)$/.test(tokens[i]!.norm)

/** "renewed for a fifth", "already has a second", "picked up for a 13-episode third", "launched its third on Monday": an ordinal that is a whole noun phrase. */
export function isEllipsis(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): boolean {
  const sized = tokens[i - 1]?.glued && /^(episodes?|part|hour)$/.test(tokens[i - 1]!.norm)
  const lead = sized ? i - 3 : i - 1
  const verb = tokens[lead - 1]?.norm ?? ''
  const article = tokens[lead]?.norm ?? ''
  const owned = /^(its|their)$/.test(article)
  if (ordinal(tokens[i]!.norm) < 2 || !(owned || /^an?$/.test(article))) return false
  if (!endsPhrase(tokens, i + 1) && !standsAlone(tokens, i + 1, end, lexicon)) return false
  if (lexicon.among('givesSeason', verb)) return true
  const subject = tokens.slice(Math.max(0, lead - 4), lead - 1)
  if (!owned || subject.some((t) => lexicon.among('isNetwork', t.norm) || t.norm === 'company')) return false
  return [verb, ...(lexicon.entry(verb)?.lemmas ?? [])].some((l) => lexicon.among('hasSeason', l))
}

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
    const { from } = sentences[Math.max(0, s - 2)]!
    const near = within(known, { from, to: sentence.to })
    if (!near.some((m) => m.sense === 'numbered' || m.sense === 'count' || m.sense === 'another' || m.final)) return
    for (let i = sentence.from + 1; i < sentence.to; i++) {
      const n = ordinal(tokens[i]!.norm)
      const lead = tokens[i - 1]!.norm
      // "B (fifth)".
      const apart = lead === '(' && /^[),]$/.test(tokens[i + 1]?.norm ?? '')
      if (n < 2 || !(apart || /^(a|the|its|their)$/.test(lead)) || holding(known, i)) continue
      const own = (k: number): SeasonMention | undefined => {
        const isOwn = (m: SeasonMention): boolean => m.numbers.includes(k) || (k === n && m.count >= n)
        return lastBefore(found, i, (m) => m.from >= from && isOwn(m)) ?? lastBefore(near, i, isOwn)
      }
      const end = i + (tokens[i + 1]?.norm === 'one' ? 2 : 1)
      const acts = lead !== 'a' && hasVerb(tokens, end, lexicon)
      // "renewed for a third season; the second bowed in May", "ran for two seasons, with the second arriving in May".
      const before = own(n - 1) ?? (acts ? (own(n + 1) ?? own(n)) : undefined)
      if (lead === 'the' && !before) continue
      if (acts && before && countsOthers(tokens, before.to, i, lexicon)) continue
      if (acts || standsAlone(tokens, end, sentence.to, lexicon))
        found.push(make(i, end, i, 'numbered', { numbers: [n] }))
    }
  })
  return found
}

/**
 * "the second followed a year later", "the third didn't", "with the second arriving in May": whether the word behind an ordinal
 * that stands alone is its verb, and no participle: "the third announced by Kestrel", "the second shown in May will be".
 */
export function hasVerb(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const is = (k: number, mask: number): boolean => lexicon.is(tokens[k]?.norm ?? '', mask)
  const isAuxiliary = (k: number): boolean => tokens[k]?.case === 'lower' && is(k, W.be | W.have | W.modal)
  if (is(i, tokens[i - 3]?.norm === 'with' ? W.gerund : W.do)) return true
  if (!is(i, W.verbPast) || !is(i + 1, W.preposition | W.adverb | W.determiner | W.month | W.number)) return false
  let end = i + 1
  while (tokens[end] && tokens[end]!.kind !== 'mark' && !is(end, W.coordinator | W.subordinator) && !isAuxiliary(end))
    end++
  return tokens[i + 1]!.norm !== 'by' && !isAuxiliary(end)
}

/** "The first episode drew four million; the second aired on May 3", "Of its two directors, the second …": whether something else is counted in between. */
const countsOthers = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean =>
  tokens.slice(from, to - 1).some((t) => t.kind === 'word' && (ordinal(t.norm) > 0 || lexicon.is(t.norm, W.number)))

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
