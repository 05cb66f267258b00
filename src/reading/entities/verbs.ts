// Evidence of the verbs beside a name: what premieres, is renewed or airs is a series.
import type { Sentence } from '../document.ts'
import type { Entity, EntityInput } from '../entities.ts'
import type { Knowledge } from '../knowledge.ts'
import { W } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { decides, objectFollows } from './organisations.ts'

/** Verbs that put a title beside them in the trade: what is renewed, cancelled, ordered to series or aired is a series. */
const SERIES_VERBS: Readonly<Record<string, number>> = {
  renew: 2.5,
  cancel: 1.5,
  axe: 2,
  ax: 2,
  greenlight: 1,
  commission: 1,
  recommission: 3,
  premiere: 1,
  debut: 0.7,
  bow: 0.7,
  air: 2,
  return: 0.7,
  stream: 1,
  end: 0.5,
  conclude: 0.5,
  star: 0.7,
  follow: 0.6,
  launch: 0.4,
  revive: 1,
  wrap: 0.4,
  executive: 1,
  run: 0.3,
  order: 0.7,
  drop: 0.3,
}

/** How much a verb beside a name speaks for a series. */
export const verbWeight = (
  { television, knowledge: { lexicon } }: EntityInput,
  lemmas: readonly string[] | undefined,
): number =>
  Math.max(
    0,
    ...(lemmas ?? []).map(
      (l) => (SERIES_VERBS[l] ?? 0) * (lexicon.among('sharedVerb', l) ? Math.max(0, Math.min(1, 0.5 + television)) : 1),
    ),
  )

/** "X premieres", "X has been renewed", "X is a drama series". */
export function verbAfter(input: EntityInput, at: number, sentence: Sentence, entity: Entity): void {
  const { tokens } = input
  const { lexicon } = input.knowledge
  let copula = false
  for (let k = at; k < sentence.to && k < at + 5; k++) {
    const { norm } = tokens[k]!
    const entry = lexicon.entry(norm)
    if (sentence.headline && norm === 'to') continue
    const weight = verbWeight(input, entry?.lemmas) * (sentence.headline ? 1.8 : 1)
    if (weight) {
      // Whoever renews or cancels something else is no series.
      const active = !copula && decides(lexicon, entry!.lemmas) && objectFollows(tokens, k + 1, sentence, lexicon)
      if (!active) entity.series += weight
      return
    }
    if (entry && entry.classes & W.be) copula = true
    if (!entry || !(entry.classes & (W.modal | W.be | W.have | W.adverb | W.negation | W.determiner))) {
      if (copula) describeCopula(lexicon, tokens, k, sentence, entity)
      return
    }
  }
}

function describeCopula(
  lexicon: Knowledge['lexicon'],
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  entity: Entity,
): void {
  for (let k = at; k < sentence.to && k < at + 6; k++) {
    const { norm } = tokens[k]!
    if (lexicon.is(norm, W.otherWork)) {
      entity.other += 2
      return
    }
    if (lexicon.is(norm, W.series | W.genre)) {
      entity.series += lexicon.is(norm, W.series) ? 2 : 1
      return
    }
    if (lexicon.is(norm, W.preposition)) return
  }
}
