// How sure the verb itself is: its tense, modal, negation and condition, and its subject.
import type { Factuality } from '../claim.ts'
import type { Range } from '../document.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { wordsIn } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import { apply, DENIED } from './values.ts'

/** The value that a verb gives to what it tells; null, with the reason, when it makes no claim. */
export function verbFactuality(
  candidate: EventCandidate,
  group: VerbGroup,
  base: Factuality,
  inSpeech: boolean,
  hedged: (g: VerbGroup) => boolean,
): { value: Factuality | null; reason: string } {
  const { view, trigger } = candidate
  const governor =
    group.infinitive || !group.finite
      ? view.groups.findLast((g) => g.to <= group.from && group.from - g.to <= 2)
      : undefined
  const spoken = /(^|[ |(])(not|no|never)([ |)]|$)/.test(trigger.phrase.phrase)
  const negated =
    !spoken &&
    (group.negated ||
      negativeSubject(view, group) ||
      (governor?.negated === true &&
        !hedged(governor) &&
        !elated(view, governor) &&
        governor.finite &&
        (group.infinitive || group.from === governor.to)))
  const modal = group.modal ?? (group.infinitive ? null : (governor?.modal ?? null))
  if (isInverted(view, group)) return { value: null, reason: 'under a condition' }
  const soft = modal === 'might' || modal === 'may' || modal === 'could' || modal === 'can'
  if (soft) {
    if (group.perfect) return { value: null, reason: 'of what could have been' }
    if (negated)
      return modal === 'can' || modal === 'could'
        ? { value: DENIED[base], reason: 'of what cannot be' }
        : { value: 'unlikely', reason: `and “${modal} not” leans against it` }
    return { value: apply('possible', base), reason: `and “${modal}” leans nowhere` }
  }
  if (modal === 'would') {
    if (group.perfect) return { value: null, reason: 'of what would have been' }
    if (!inSpeech && conditional(view)) return { value: null, reason: 'under a condition' }
    // "I'd put money on it": the phrase itself says how sure.
    const says = trigger.phrase.theme === 'context' && base === 'likely'
    if (inSpeech && !negated && !says && !wasSettled(view, group))
      return { value: apply('possible', base), reason: 'and “would” in somebody’s own words is a wish' }
    return {
      value: negated ? DENIED[base] : base,
      reason: negated ? 'and “would” is negated' : 'and “would” in a report is a fact to come',
    }
  }
  if (modal === 'should' || modal === 'must')
    return { value: apply('likely', negated ? DENIED[base] : base), reason: `and “${modal}” expects it` }
  if (!negated) return { value: base, reason: '' }
  if (laterThan(view, trigger)) return { value: base, reason: 'not until then: but then' }
  if (base === 'possible' && /discuss|talk/.test(trigger.phrase.phrase))
    return { value: 'undecided', reason: 'not discussed: open' }
  // "has not ruled out a third season"
  if (base === 'no') return { value: 'possible', reason: 'a denial denied' }
  const open = trigger.phrase.event === 'renewal' || trigger.phrase.event === 'order'
  // "The BBC confirmed that X had not been recommissioned": that is decided.
  const settled =
    view.groups.some((g) => g.to <= group.from && g.lemmas.includes('confirm') && !g.negated) &&
    !SO_FAR.test(wordsIn(view.tokens, group.from, group.to + 4))
  if (open && group.perfect && base === 'yes' && !settled)
    return { value: 'undecided', reason: 'negated in the perfect, as of what has not been done so far' }
  return { value: DENIED[base], reason: 'negated' }
}

const SO_FAR = /\b(yet|officially|formally)\b/

/** "We CAN'T WAIT to give you a third season", "we COULDN'T BE HAPPIER to make it": negated, it says so all the more. */
function elated({ tokens }: SentenceView, { lemmas, modal, to }: VerbGroup): boolean {
  if (modal !== 'can' && modal !== 'could') return false
  const next = tokens[to]?.norm ?? ''
  return lemmas.includes('wait')
    ? next === 'to'
    : lemmas.includes('be') && /^(happier|prouder|gladder|keener|more)$/.test(next)
}

/** "Will not return until May", "won't air before 2026". */
function laterThan({ tokens, sentence }: SentenceView, trigger: Range): boolean {
  for (let k = trigger.to; k < sentence.to && k < trigger.to + 8; k++) {
    const { norm } = tokens[k]!
    if (norm === 'until' || norm === 'till' || (norm === 'before' && tokens[k + 1]?.kind === 'number')) return true
    if (norm === ';' || norm === 'but') return false
  }
  return false
}

const conditional = ({ tokens, sentence }: SentenceView): boolean =>
  tokens.slice(sentence.from, sentence.to).some((t) => t.norm === 'if' || t.norm === 'should' || t.norm === 'unless')

/** "SHOULD it be picked up", "its star would return SHOULD “Glass Harbor” go on": the subject stands behind the modal. */
function isInverted({ tokens, sentence, themes, lexicon }: SentenceView, group: VerbGroup): boolean {
  if (sentence.question) return false
  let k = group.from
  while (k > sentence.from && group.from - k < TITLED && tokens[k]!.norm !== 'should') k--
  const next = tokens[k]!.norm === 'should' ? tokens[k + 1] : undefined
  return (
    next !== undefined &&
    (lexicon.is(next.norm, W.pronoun | W.determiner) || themes.some((t) => t.from - k <= 2 && t.from > k))
  )
}

/** "Neither of its producers picked it up", "neither “A” nor the drama “B” will", "nobody has", "never did manage". */
function negativeSubject(view: SentenceView, group: VerbGroup): boolean {
  const { tokens, sentence, groups } = view
  if (norBefore(view, group.from)) return true
  for (let k = group.from - 1; k >= sentence.from && k > group.from - 7; k--) {
    const { norm } = tokens[k]!
    // "A season THAT nobody will forget is on its way": the subject of another verb.
    const relative = /^(that|which)$/.test(tokens[k - 1]?.norm ?? '')
    if (relative && groups.some((g) => g.from === k + 1 && g.finite && g.to < group.from)) return false
    if (/^(neither|nobody|none|nor|never)$/.test(norm)) return true
    if (norm === 'one' && tokens[k - 1]?.norm === 'no') return true
    if (/^[,;:“”"—–]$/.test(norm)) return false
  }
  return false
}

/** Tokens that a title has before its verb, with what describes it. */
const TITLED = 14

/** "nor “B” WILL", "nor the comedy B HAS": a title stands between, with its marks and a few words before it. */
function norBefore({ tokens, masked, sentence }: SentenceView, from: number): boolean {
  let k = from - 1
  while (k > sentence.from && /^[,“”"‘’']$/.test(tokens[k]!.norm)) k--
  if (!masked[k]) return false
  for (; k >= sentence.from && k > from - TITLED; k--) {
    const { norm, kind } = tokens[k]!
    if (norm === 'nor') return true
    if (kind === 'mark' && !masked[k] && !/^[“"‘]$/.test(norm)) return false
  }
  return false
}

/** "It was our decision that the fifth season WOULD be the last": told of what had been settled by then. */
function wasSettled({ groups, tokens }: SentenceView, group: VerbGroup): boolean {
  const over = groups.findLast((g) => g.finite && g.to <= group.from)
  if (over?.tense !== 'past' || over.modal || !/^(be|decide|know|agree)$/.test(over.lemmas[0] ?? '')) return false
  return tokens.slice(over.to, group.from).some((t) => t.norm === 'that')
}
