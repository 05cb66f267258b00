// Attitudes: "X would love to make a third season", "X is open to more". Who hopes, wants or is sure is the source of what is hoped,
// wanted and held (FactBank's source-introducing predicates: Saurí & Pustejovsky 2009), as who says something is.
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { lastBefore } from '../ranges.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Source } from './source.ts'
import { because } from './source.ts'
import type { Sources } from './sources.ts'

/** Of these only persons are meant: a network that wants a series acts. */
const NOT_A_PERSON = /^(network|studio|outlet|anonymous)$/

/** Whoever has an attitude to what a trigger tells; null where nobody is said to have one. */
export function holderOf(sources: Sources, view: SentenceView, trigger: Range, own: VerbGroup | null): Source | null {
  const before = lastBefore(view.groups, trigger.from, (g) => g.finite && g.to <= trigger.from)
  const group = [own, before].find((g) => g && isAttitude(view, g))
  if (!group || group.passive || clauseEnd(view, group.to) < trigger.from) return null
  const holder = sources.subjectSource(view, group)
  if (!holder?.speaker || NOT_A_PERSON.test(holder.role)) return null
  return because(view, group, 'tells an attitude', holder)
}

/** "wants to", "would love to", "would happily return", "is open to", "has ideas for". */
function isAttitude({ tokens, lexicon, sentence }: SentenceView, group: VerbGroup): boolean {
  const [lemma = ''] = group.lemmas
  if (lexicon.among('wants', lemma)) return true
  const words = tokens.slice(group.from, group.to).map((t) => t.norm)
  if (words.some((w) => /^(would|'d)$/.test(w)))
    return lexicon.among('wouldDo', lemma) || words.some((w) => lexicon.among('willingly', w))
  const held = lemma === 'have' ? 'heldThings' : lexicon.among('copula', lemma) ? 'minded' : null
  if (!held) return false
  let k = group.to
  while (k < sentence.to && k < group.to + 4 && lexicon.is(tokens[k]!.norm, W.adverb | W.determiner | W.preposition))
    k++
  return lexicon.among(held, tokens[k]?.norm ?? '')
}
