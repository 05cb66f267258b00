// Fits a log-linear model: weights that make the right options of each choice probable. Features are numbered as they are first met
// and lie in plain arrays of numbers: there are tens of millions of them, and as strings they would take most of the training's time.
//
// Fitted by Adam on all choices at once, to the penalised marginal likelihood of the right options (Kingma & Ba 2015).
import type { Weights } from '../src/phrasebook/phrasebook.ts'
import { entriesOf, weightsOf } from '../src/phrasebook/weights.ts'

/** A feature seen less often than this is left out. */
const MINIMUM = 4
const STEPS = 120
/** Smaller weights decide nothing, and a third of all are. */
export const KEPT = 0.1
const RATE = 0.1
/**
 * So much of what is learned under a prefix is believed: of one phrase with one factuality too few are seen. Articles of other hands
 * than the corpus' are on the whole read better for it (quality/README.md).
 */
const BELIEVED: ReadonlyArray<readonly [prefix: string, share: number]> = [['none,factuality,phrase=', 0.4]]

/** What speaks for an option: its features by number, and what each counts; without `values` each counts 1. */
export interface Told {
  ids: Int32Array
  values: Float64Array | null
}

/** A choice between options, some of them right. */
export interface Choice {
  options: readonly Told[]
  right: readonly boolean[]
  weight: number
}

const names: string[] = []
const numbers = new Map<string, number>()

function numberOf(name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, names.length)
  return names.push(name) - 1
}

/** Features by their numbers. */
export function told(features: readonly string[] | ReadonlyMap<string, number>): Told {
  return features instanceof Map
    ? { ids: Int32Array.from(features.keys(), numberOf), values: Float64Array.from(features.values()) }
    : { ids: Int32Array.from(features as readonly string[], numberOf), values: null }
}

/** A feature's name without its values. */
const prefixOf = (feature: string): string => feature.slice(0, feature.indexOf('=') + 1) || feature

/**
 * @param penalty pulls weights towards 0
 * @param given weights that stay as they are: only features of other names than theirs are learned, on top of them
 */
export function fit(choices: readonly Choice[], penalty: number, given: Weights = weightsOf([])): Weights {
  const stay = new Map(entriesOf(given))
  const { starts, ids, values, bases, kept } = arranged(choices, stay)
  const weights = new Float64Array(kept.length)
  const slope = new Float64Array(kept.length)
  const speed = new Float64Array(kept.length)
  const spread = new Float64Array(kept.length)
  const odds = new Float64Array(choices.reduce((most, c) => Math.max(most, c.options.length), 0))
  for (let step = 1; step <= STEPS; step++) {
    for (let f = 0; f < slope.length; f++) slope[f] = penalty * weights[f]!
    let at = 0
    for (const { options, right, weight } of choices) {
      for (let i = 0; i < options.length; i++) {
        let sum = bases[at + i]!
        for (let k = starts[at + i]!; k < starts[at + i + 1]!; k++) sum += values[k]! * weights[ids[k]!]!
        odds[i] = sum
      }
      const good = toOdds(odds, right)
      for (let i = 0; i < options.length; i++) {
        const push = (odds[i]! - (right[i] ? odds[i]! / good : 0)) * weight
        if (Math.abs(push) > 1e-6)
          for (let k = starts[at + i]!; k < starts[at + i + 1]!; k++) slope[ids[k]!]! += push * values[k]!
      }
      at += options.length
    }
    const rate = RATE * (1 - step / (STEPS + 1))
    for (let f = 0; f < slope.length; f++) {
      speed[f] = 0.9 * speed[f]! + 0.1 * slope[f]!
      spread[f] = 0.99 * spread[f]! + 0.01 * slope[f]! ** 2
      const mean = speed[f]! / (1 - 0.9 ** step)
      weights[f]! -= (rate * mean) / (Math.sqrt(spread[f]! / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  const learned = [...stay]
  for (const [id, number] of kept.entries()) {
    const name = names[number]!
    const share = BELIEVED.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 1
    const weight = weights[id]! * share
    if (Math.abs(weight) >= KEPT * share) learned.push([name, Math.round(weight * 100) / 100])
  }
  return weightsOf(learned)
}

/**
 * All options' features in a row, with what is not learned left out.
 * @returns where each option's features start and, one more, end; what the weights that stay make of each option; and the
 * numbers of the features that are learned
 */
function arranged(choices: readonly Choice[], stay: ReadonlyMap<string, number>) {
  const seen = new Int32Array(names.length)
  for (const { options } of choices) for (const { ids } of options) for (const id of ids) seen[id]!++
  const weighed = new Set([...stay.keys()].map(prefixOf))
  const kept: number[] = []
  const places = Int32Array.from(names, (name, id) =>
    seen[id]! >= MINIMUM && !weighed.has(prefixOf(name)) ? kept.push(id) - 1 : -1,
  )
  const all = choices.flatMap((c) => c.options)
  const size = all.reduce((sum, { ids }) => sum + ids.length, 0)
  const starts = new Int32Array(all.length + 1)
  const ids = new Int32Array(size)
  const values = new Float32Array(size)
  const bases = new Float64Array(all.length)
  let end = 0
  for (const [i, option] of all.entries()) {
    for (const [k, id] of option.ids.entries()) {
      const value = option.values?.[k] ?? 1
      if (stay.size) bases[i]! += value * (stay.get(names[id]!) ?? 0)
      if (places[id]! < 0) continue
      ids[end] = places[id]!
      values[end++] = value
    }
    starts[i + 1] = end
  }
  return { starts, ids, values, bases, kept }
}

/** Makes odds of scores, in place, as far as there are options. @returns how probable the right ones are together */
function toOdds(odds: Float64Array, right: readonly boolean[]): number {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < right.length; i++) top = Math.max(top, odds[i]!)
  let total = 0
  for (let i = 0; i < right.length; i++) {
    odds[i] = Math.exp(odds[i]! - top)
    total += odds[i]!
  }
  let good = 1e-12
  for (let i = 0; i < right.length; i++) {
    odds[i]! /= total
    if (right[i]) good += odds[i]!
  }
  return good
}
