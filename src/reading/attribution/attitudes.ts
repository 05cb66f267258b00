// Attitudes: "X would love to make a third season", "X is open to more". Who hopes, wants or is sure is the source of what is hoped,
// wanted and held (FactBank's source-introducing predicates: Saurí & Pustejovsky 2009), as who says something is.
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { lastBefore } from '../ranges.ts'
import type { Token } from '../tokens.ts'
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
  if (!group) return null
  if (clauseEnd(view, group.to) < trigger.from && !takesClause(view, group, trigger)) return null
  const holder = sources.subjectSource(view, group)
  if (!holder?.speaker || NOT_A_PERSON.test(holder.role)) return null
  return because(view, group, 'tells an attitude', holder)
}

/** "suspects the show will return", "is not sure whether it will", "has a feeling it will": the clause that the attitude is about. */
function takesClause({ tokens, lexicon, masked }: SentenceView, { to, lemmas }: VerbGroup, trigger: Range): boolean {
  const opens = ({ norm }: Token): boolean =>
    /^(that|if|whether)$/.test(norm) || HELD.some((list) => lexicon.among(list, norm))
  const between = tokens.slice(to, trigger.from)
  if (!lexicon.among('wants', lemmas[0] ?? '') && !between.slice(0, LEAD).some(opens)) return false
  return !between.some((t) => /^[,;—]$/.test(t.norm) && !masked[t.i])
}

/** Words between a copula and what opens its clause. */
const LEAD = 5
const HELD = ['heldThings', 'minded'] as const

/** "wants to", "would love to", "would happily return", "is open to", "has ideas for". */
function isAttitude({ tokens, lexicon, sentence }: SentenceView, group: VerbGroup): boolean {
  const [lemma = ''] = group.lemmas
  // "is convinced that", "has not been told whether".
  if (group.passive) return lemma === 'tell' || lexicon.among('minded', tokens[group.head]!.norm)
  if (lexicon.among('wants', lemma)) return true
  const words = tokens.slice(group.from, group.to).map((t) => t.norm)
  if (words.some((w) => /^(would|'d)$/.test(w)) && !lexicon.among('copula', lemma))
    return lexicon.among('wouldDo', lemma) || words.some((w) => lexicon.among('willingly', w))
  const held = lemma === 'have' ? 'heldThings' : lexicon.among('copula', lemma) ? 'minded' : null
  if (!held) return false
  let k = group.to
  while (k < sentence.to && k < group.to + 4 && lexicon.is(tokens[k]!.norm, W.adverb | W.determiner | W.preposition))
    k++
  return lexicon.among(held, tokens[k]?.norm ?? '')
}
