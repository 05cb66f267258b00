// Weights, packed and as their file names them.
import { BETWEEN, join, listOf } from '../reading/joined.ts'
import type { LearnedWeights, Weights } from './phrasebook.ts'

/** Feature → weight. */
type Named = Readonly<Record<string, number>>

/** The weights of each model, as their file names them. */
export const packWeights = (models: Readonly<Record<string, Named>>): LearnedWeights =>
  Object.fromEntries(Object.entries(models).map(([model, named]) => [model, weightsOf(Object.entries(named))]))

/** As the file names them. */
export const named = (models: LearnedWeights): Record<string, Named> =>
  Object.fromEntries(
    Object.entries(models as Record<string, Weights>).map(([model, weights]) => [
      model,
      Object.fromEntries(entriesOf(weights)),
    ]),
  )

/** Weights in the order of their names. */
export function weightsOf(weights: ReadonlyArray<readonly [name: string, weight: number]>): Weights {
  // A feature whose word would part the list is as good as never seen.
  const sorted = weights.filter(([name]) => !name.includes(BETWEEN)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { names: join(sorted.map(([name]) => name)), values: join(sorted.map(([, weight]) => String(weight))) }
}

/** Each by its name. */
export function entriesOf({ names, values }: Weights): Array<[name: string, weight: number]> {
  const weights = listOf(values).map(Number)
  return listOf(names).map((name, i) => [name, weights[i]!])
}
