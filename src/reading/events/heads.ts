// Heads: whether the theme is what its noun phrase is about, and not the X of “a trailer for X”.
import type { SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import { isAdverb } from '../verbs/adverbs.ts'
import type { Bound } from './bound.ts'

/**
 * Whether the theme is what its noun phrase is about: not the X of "the X fan convention", "a trailer for X", "the season
 * finale of X". For subjects and objects only; nouns and phrases with their own place for the theme know better.
 */
export function isHead(view: SentenceView, trigger: Trigger, { theme, note }: Bound): boolean {
  const { phrase, group } = trigger
  const { tokens, lexicon, masked, groups, sentence } = view
  if (!theme || theme.anaphor || phrase.theme === 'inside' || phrase.theme === 'of' || !/^(subject|object)/.test(note))
    return true
  // "Fans of X will have to wait until 2032".
  if (group?.lemmas.includes('wait')) return true
  let k = theme.to
  while (k < sentence.to && /^[”"’')]$/.test(tokens[k]!.norm)) k++
  const next = k < sentence.to ? tokens[k]! : undefined
  if (
    !theme.season &&
    next &&
    next.kind === 'word' &&
    next.case === 'lower' &&
    !masked[k] &&
    next.norm !== "'s" &&
    !groups.some((g) => g.from === k)
  ) {
    const c = lexicon.classes(next.norm)
    const grammar =
      c &
      (W.preposition |
        W.coordinator |
        W.relative |
        W.subordinator |
        W.adverb |
        W.pronoun |
        W.modal |
        W.be |
        W.have |
        W.determiner |
        W.negation |
        W.ordinal |
        W.number)
    if (
      !grammar &&
      !lexicon.among('transparent', next.norm) &&
      !next.norm.endsWith('ly') &&
      !lexicon.is(next.norm, W.participle | W.gerund)
    )
      return false
  }
  // "X, which was cancelled", "X, a drama that is due to premiere": the relative clause is X's own.
  if (group && /^(which|that|who)$/.test(tokens[clauseStart(view, group.from)]?.norm ?? '')) return true
  if (theme.oblique && /^subject/.test(note)) {
    for (let j = theme.from - 1; j >= sentence.from && j > theme.from - 6; j--) {
      const { norm } = tokens[j]!
      if (
        norm === 'of' ||
        norm === 'for' ||
        norm === 'on' ||
        norm === 'from' ||
        norm === 'in' ||
        norm === 'with' ||
        norm === 'about' ||
        norm === 'by'
      ) {
        // "With X renewed and Y on the bubble".
        if (norm === 'with' && k === (group ?? trigger).from) return true
        const noun = tokens[j - 1]?.norm ?? ''
        if (norm !== 'of' && norm !== 'for' && norm !== 'on') return false
        return lexicon.among('transparent', noun) || masked[j - 1] === 1
      }
    }
  }
  return true
}

/** The token before a verb with its auxiliaries and adverbs. */
function clauseStart({ tokens, lexicon, sentence }: SentenceView, from: number): number {
  let k = from - 1
  while (
    k > sentence.from &&
    (lexicon.among('auxiliary', tokens[k]!.norm) || isAdverb(tokens[k]!.norm, lexicon.classes(tokens[k]!.norm)))
  )
    k--
  return k
}
