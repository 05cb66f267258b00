// The words that tell facts (phrases/en/facts.yaml), as data and compiled.
import type { Role } from '../claim.ts'
import type { Knowledge } from '../knowledge.ts'
import { W } from '../lexicon.ts'
import { PhraseTree } from '../phrases.ts'

type Phrases = readonly string[]
type ByRole = Readonly<Partial<Record<Role, Phrases>>>

/** The file as it stands. */
export interface FactData {
  score: {
    aggregators: ReadonlyArray<{ name: string; scale: number; phrases: Phrases }>
    nouns: Phrases
    verbs: Phrases
    audience: Phrases
    shareOf: Phrases
  }
  credit: {
    by: ByRole
    does: ByRole
    serves: Phrases
    lists: Phrases
    stars: Phrases
    plays: Phrases
    played: Phrases
    ofSeries: Phrases
    prizes: Phrases
    others: Phrases
  }
  appearance: { verbs: Phrases; characters: Phrases; crossings: Phrases }
  fate: { dead: Phrases; alive: Phrases; kills: Phrases; nouns: Phrases }
  dependency: { waits: Phrases; needs: Phrases; outings: Phrases; finishing: Phrases }
}

export interface Aggregator {
  name: string
  scale: number
}
/** How a phrase puts a person and a series together. */
export interface CreditWords {
  role: Role
  /** Which of the lists of facts.yaml it is from. */
  as: 'by' | 'does' | 'serves' | 'lists' | 'stars' | 'plays' | 'played'
}

export interface FactWords {
  aggregators: PhraseTree<Aggregator>
  scoreNouns: ReadonlySet<string>
  scoreVerbs: ReadonlySet<string>
  audience: ReadonlySet<string>
  shareOf: ReadonlySet<string>
  credits: PhraseTree<CreditWords>
  ofSeries: PhraseTree<true>
  prizes: ReadonlySet<string>
  others: ReadonlySet<string>
  appearances: PhraseTree<true>
  characters: ReadonlySet<string>
  crossings: ReadonlySet<string>
  fates: PhraseTree<'alive' | 'dead' | 'kills'>
  fateNouns: ReadonlySet<string>
  waits: PhraseTree<true>
  needs: PhraseTree<true>
  outings: ReadonlySet<string>
  finishing: ReadonlySet<string>
}

const compiled = new WeakMap<Knowledge, FactWords>()

/**
 * The words of the facts, compiled when they are first asked for.
 * @throws Error naming the phrase that does not follow the slot grammar
 */
export function factWordsOf(knowledge: Knowledge): FactWords {
  let words = compiled.get(knowledge)
  if (!words) {
    words = compileFacts(knowledge.facts ?? NO_FACTS, (name) => knowledge.lexicon.is(name, W.verbBase))
    compiled.set(knowledge, words)
  }
  return words
}

/**
 * Compiles the words of the facts.
 * @throws Error naming the phrase that does not follow the slot grammar
 */
function compileFacts(data: FactData, isVerb: (name: string) => boolean): FactWords {
  const { score, credit, appearance, fate, dependency } = data
  const tree = <T>(...families: Array<readonly [Phrases, T]>): PhraseTree<T> => {
    const grown = new PhraseTree<T>(isVerb)
    for (const [phrases, value] of families) for (const phrase of phrases) grown.add(phrase, value)
    return grown
  }
  const roles = (by: ByRole, as: CreditWords['as']) =>
    Object.entries(by).map(([role, phrases]) => [phrases, { role: role as Role, as }] as const)
  const cast = (as: CreditWords['as']): CreditWords => ({ role: 'cast', as })
  return {
    aggregators: tree(...score.aggregators.map(({ phrases, ...aggregator }) => [phrases, aggregator] as const)),
    scoreNouns: new Set(score.nouns),
    scoreVerbs: new Set(score.verbs),
    audience: new Set(score.audience),
    shareOf: new Set(score.shareOf),
    credits: tree<CreditWords>(
      ...roles(credit.by, 'by'),
      ...roles(credit.does, 'does'),
      [credit.serves, cast('serves')],
      [credit.lists, cast('lists')],
      [credit.stars, cast('stars')],
      [credit.plays, cast('plays')],
      [credit.played, cast('played')],
    ),
    ofSeries: tree([credit.ofSeries, true as const]),
    prizes: new Set(credit.prizes),
    others: new Set(credit.others),
    appearances: tree([appearance.verbs, true as const]),
    characters: new Set(appearance.characters),
    crossings: new Set(appearance.crossings),
    fates: tree<'alive' | 'dead' | 'kills'>([fate.dead, 'dead'], [fate.alive, 'alive'], [fate.kills, 'kills']),
    fateNouns: new Set(fate.nouns),
    waits: tree([dependency.waits, true as const]),
    needs: tree([dependency.needs, true as const]),
    outings: new Set(dependency.outings),
    finishing: new Set(dependency.finishing),
  }
}

/** A book without facts. */
const NO_FACTS: FactData = {
  score: { aggregators: [], nouns: [], verbs: [], audience: [], shareOf: [] },
  credit: {
    by: {},
    does: {},
    serves: [],
    lists: [],
    stars: [],
    plays: [],
    played: [],
    ofSeries: [],
    prizes: [],
    others: [],
  },
  appearance: { verbs: [], characters: [], crossings: [] },
  fate: { dead: [], alive: [], kills: [], nouns: [] },
  dependency: { waits: [], needs: [], outings: [], finishing: [] },
}
