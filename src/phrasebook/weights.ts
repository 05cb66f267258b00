// Weights as lists: V8 takes ten times as long to parse an object of ten thousand properties.
import type { LearnedWeights, Weights } from './phrasebook.ts'

/** Feature → weight. */
type Named = Readonly<Record<string, number>>

/** The weights of each model, as their file names them. */
export const listed = (models: Readonly<Record<string, Named>>): LearnedWeights =>
  Object.fromEntries(Object.entries(models).map(([model, named]) => [model, listOf(Object.entries(named))]))

/** As the file names them. */
export const named = (models: LearnedWeights): Record<string, Named> =>
  Object.fromEntries(
    Object.entries(models as Record<string, Weights>).map(([model, { names, values }]) => [
      model,
      Object.fromEntries(names.map((name, i) => [name, values[i]!])),
    ]),
  )

/** Weights in the order of their names. */
export function listOf(weights: Array<readonly [name: string, weight: number]>): Weights {
  const sorted = weights.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { names: sorted.map(([name]) => name), values: sorted.map(([, weight]) => weight) }
}
