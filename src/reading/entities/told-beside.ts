// What the phrase book tells beside a name: "pulled the plug on X", "X, a drama from Y, has been picked up". What the trade
// says of nothing but series makes one of a name whatever it looks like.
import type { EventPhrase } from '../../phrasebook/phrasebook.ts'
import type { Range, Sentence } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import { W } from '../lexicon.ts'
import type { PhraseContext, PhraseMatch } from '../phrases.ts'
import { isAdverb } from '../verbs/adverbs.ts'

/** How far from a name a phrase may stand, in tokens, and how long an insertion between them may be. */
const REACH = 7
const INSERTION = 25

/** Names of what is told right before a name and right behind it, as features: side, event, voice. */
export function toldBeside(
  context: PhraseContext,
  knowledge: Knowledge,
  sentence: Sentence,
  { from, to }: Range,
): string[] {
  return [...toldBefore(context, knowledge, sentence, from), ...toldBehind(context, knowledge, sentence, to)]
}

/** "has renewed (the network's hit drama) X", "Cancelled: X". */
function toldBefore(context: PhraseContext, knowledge: Knowledge, sentence: Sentence, at: number): string[] {
  const { tokens, lexicon } = context
  let first = at
  while (first > sentence.from && at - first < REACH) {
    const { norm, kind, case: letters } = tokens[first - 1]!
    const c = lexicon.classes(norm)
    const passes =
      kind === 'mark'
        ? /^[“"‘:]$/.test(norm)
        : norm === "'s" ||
          (c & (W.determiner | W.possessive | W.series | W.genre)) !== 0 ||
          (letters !== 'lower' && norm !== 'the') ||
          (c === 0 && !knowledge.common.has(norm))
    if (!passes) break
    first--
  }
  for (let i = Math.max(sentence.from, first - 5); i < at; i++)
    for (const m of knowledge.events.match(context, i))
      if (m.to >= first && m.to <= at && /^(object|of|either|inside)$/.test(m.value.theme))
        return [`before,${m.value.event},${isPassive(context, i) ? 'passive' : 'active'}`, ...proof(m, 'before')]
  return []
}

/** "X (has also been) renewed", "X, starring Ann Lee, (will) return". */
function toldBehind(context: PhraseContext, knowledge: Knowledge, sentence: Sentence, to: number): string[] {
  const { tokens, lexicon } = context
  let k = to
  while (k < sentence.to && /^[”"’]$/.test(tokens[k]!.norm)) k++
  if (tokens[k]?.norm === ',') {
    let close = k + 1
    while (close < sentence.to && close - k < INSERTION && tokens[close]!.norm !== ',') close++
    if (/^(which|that)$/.test(tokens[k + 1]?.norm ?? '')) k += 2
    else if (tokens[close]?.norm === ',') k = close + 1
  }
  for (let i = k; i < sentence.to && i <= k + 4; i++) {
    for (const m of knowledge.events.match(context, i)) {
      const passive = isPassive(context, i) || lexicon.is(tokens[i]!.norm, W.be)
      const { theme } = m.value
      if (theme === 'subject' || theme === 'either' || (theme === 'object' && passive))
        return [`behind,${m.value.event},${passive ? 'passive' : 'active'}`, ...proof(m, 'behind')]
    }
    const { norm } = tokens[i]!
    const c = lexicon.classes(norm)
    if (!(c & (W.be | W.have | W.modal | W.negation | W.relative)) && !isAdverb(norm, c)) return []
  }
  return []
}

const proof = ({ value }: PhraseMatch<EventPhrase>, side: string): string[] => (value.proves ? [`${side},proves`] : [])

const isPassive = ({ tokens, lexicon }: PhraseContext, i: number): boolean =>
  [i - 1, i - 2, i - 3].some((k) => k >= 0 && lexicon.is(tokens[k]!.norm, W.be))
