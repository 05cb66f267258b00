// Scales: the weights of a model, so arranged that features are weighed without making their names. What stands under a prefix is
// arranged when it is first asked for: most articles ask for nearly all prefixes, most commands read none.
import type { LearnedWeights, Weights } from '../phrasebook/phrasebook.ts'
import type { Features, Tell, Value } from './features.ts'
import { listOf } from './joined.ts'
import { NumberTable } from './number-table.ts'
import { firstNot } from './ranges.ts'

/** Values that are told as numbers have themselves as their number, up to this one. */
const MOST_DIGITS = 64
const FALSE = MOST_DIGITS
const TRUE = MOST_DIGITS + 1
const FIRST_NUMBERS: ReadonlyArray<readonly [value: string, number: number]> = [
  ...Array.from({ length: MOST_DIGITS }, (_, n) => [String(n), n] as const),
  ['false', FALSE],
  ['true', TRUE],
]
/** The place of a value that is not told. */
const NOTHING = -1

export class Scales {
  /** In their order, so that those of one prefix stand together. */
  readonly #names: readonly string[]
  readonly #weights: Float64Array
  /** Every string among the values, numbered: a table of numbers lies closer together than one of strings. */
  readonly #numbers = new Map(FIRST_NUMBERS)
  /** Prefixes by how many values follow, numbered as they are asked for. */
  readonly #prefixes: ReadonlyArray<Map<string, number>> = [new Map(), new Map(), new Map(), new Map()]
  #asked = 0
  readonly #table = new NumberTable()
  /** Features of one prefix, and with the same first value, are told in a row. */
  #lastPrefix = ''
  #lastCount = NOTHING
  #lastPrefixNumber = NOTHING
  #lastValue = ''
  #lastValueNumber = NOTHING
  readonly #gathered = new Gathered(this)

  constructor({ names, values }: Weights) {
    this.#names = listOf(names)
    this.#weights = Float64Array.from(listOf(values), Number)
  }

  /** The summed weights of what is told, in its order. */
  weigh(tell: Tell): number {
    let sum = 0
    const { places, size } = this.#gather(tell)
    for (let k = 0; k < size; k++) sum += this.#weights[places[k]!]!
    return sum
  }

  /** The same of what is told by several, whose votes count so much each. */
  weighVotes(votes: ReadonlyArray<readonly [tell: Tell, vote: number]>): number {
    const counts = new Map<number, number>()
    for (const [tell, vote] of votes) {
      const { places, size } = this.#gather(tell)
      for (let k = 0; k < size; k++) counts.set(places[k]!, (counts.get(places[k]!) ?? 0) + vote)
    }
    let sum = 0
    for (const [i, count] of counts) sum += count * this.#weights[i]!
    return sum
  }

  /** What is told and has a weight, where that stands. */
  placesOf(tell: Tell): Set<number> {
    const { places, size } = this.#gather(tell)
    return new Set(places.subarray(0, size))
  }

  /** The feature and the weight that stand at a place. */
  at(place: number): [name: string, weight: number] {
    return [this.#names[place]!, this.#weights[place]!]
  }

  /** Valid until the next is gathered. */
  #gather(tell: Tell): Gathered {
    const gathered = this.#gathered
    gathered.size = 0
    tell(gathered)
    return gathered
  }

  /** Where the weight of a feature stands; -1 for one of which nothing was learned. */
  placeOf(prefix: string, a?: Value, b?: Value, c?: Value): number {
    const count = a === undefined ? 0 : b === undefined ? 1 : c === undefined ? 2 : 3
    if (prefix !== this.#lastPrefix || count !== this.#lastCount) {
      this.#lastPrefixNumber = this.#prefixes[count]!.get(prefix) ?? this.#arrange(prefix, count)
      this.#lastPrefix = prefix
      this.#lastCount = count
    }
    const first = a === undefined ? NOTHING : this.#firstNumberOf(a)
    if (first === NOTHING && count > 0) return -1
    const second = b === undefined ? NOTHING : this.#numberOf(b)
    if (second === NOTHING && count > 1) return -1
    const third = c === undefined ? NOTHING : this.#numberOf(c)
    if (third === NOTHING && count > 2) return -1
    return this.#table.get(this.#lastPrefixNumber, first, second, third)
  }

  #firstNumberOf(value: Value): number {
    if (value === this.#lastValue) return this.#lastValueNumber
    const number = this.#numberOf(value)
    if (typeof value === 'string') {
      this.#lastValue = value
      this.#lastValueNumber = number
    }
    return number
  }

  #numberOf(value: Value): number {
    if (typeof value === 'string') return this.#numbers.get(value) ?? NOTHING
    if (typeof value === 'boolean') return value ? TRUE : FALSE
    return value >= 0 && value < MOST_DIGITS && Number.isInteger(value)
      ? value
      : (this.#numbers.get(String(value)) ?? NOTHING)
  }

  /**
   * Puts the names that begin with a prefix into the table. A name does not tell which of its commas part values and which
   * belong to one: parted at each, it is found as any of them.
   */
  #arrange(prefix: string, count: number): number {
    const number = this.#asked++
    this.#prefixes[count]!.set(prefix, number)
    const names = this.#names
    for (let i = firstNot(names.length, (k) => names[k]! < prefix); names[i]?.startsWith(prefix); i++) {
      const values = names[i]!.slice(prefix.length)
      if (count === 0 && values) break
      // Most have one value, and are entered as they are.
      if (count < 2) this.#table.set(number, count ? this.#enter(values) : NOTHING, NOTHING, NOTHING, i)
      else
        for (const [a, b, c] of partings(values, count))
          this.#table.set(number, this.#enter(a), this.#enter(b), this.#enter(c), i)
    }
    // What had no number may have one now.
    this.#lastValue = ''
    this.#lastValueNumber = this.#numberOf('')
    return number
  }

  #enter(value: string | undefined): number {
    if (value === undefined) return NOTHING
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(value, number)
    return number
  }
}

/** The places of the weights of what is told, in its order. */
class Gathered implements Features {
  places = new Int32Array(1 << 10)
  size = 0
  readonly #scales: Scales
  readonly #known = new WeakMap<object, Map<string, Int32Array>>()

  constructor(scales: Scales) {
    this.#scales = scales
  }

  add(prefix: string, a?: Value, b?: Value, c?: Value): void {
    const place = this.#scales.placeOf(prefix, a, b, c)
    if (place < 0) return
    this.#reserve(1)
    this.places[this.size++] = place
  }

  once(of: object, part: string, tell: () => void): void {
    let parts = this.#known.get(of)
    if (!parts) {
      parts = new Map()
      this.#known.set(of, parts)
    }
    const known = parts.get(part)
    if (known) {
      this.#reserve(known.length)
      this.places.set(known, this.size)
      this.size += known.length
      return
    }
    const from = this.size
    tell()
    parts.set(part, this.places.slice(from, this.size))
  }

  #reserve(more: number): void {
    if (this.size + more <= this.places.length) return
    const wider = new Int32Array((this.size + more) * 2)
    wider.set(this.places)
    this.places = wider
  }
}

/** Probabilities of the options, in their order: softmax of the summed weights. */
export function rank(options: ReadonlyArray<{ tell: Tell }>, scales: Scales): number[] {
  const scores = options.map((o) => scales.weigh(o.tell))
  const top = Math.max(...scores)
  const odds = scores.map((s) => Math.exp(s - top))
  const total = odds.reduce((a, b) => a + b, 0)
  return odds.map((o) => o / total)
}

/** The scales of each model. */
export type LearnedScales = { readonly [model in keyof LearnedWeights]: Scales }

/** The scales of each model, made when it is first asked for: most commands read nothing that needs them. */
export function scalesOf(weights: LearnedWeights): LearnedScales {
  const made: { [model in keyof LearnedWeights]: Scales } = {}
  const scales = {}
  for (const [model, learned] of Object.entries(weights) as Array<[keyof LearnedWeights, Weights]>)
    Object.defineProperty(scales, model, { get: () => (made[model] ??= new Scales(learned)) })
  return scales
}

/** The ways to part a text into so many values at its commas. */
function partings(text: string, count: number): string[][] {
  if (count === 1) return [[text]]
  const found: string[][] = []
  for (let comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1))
    for (const rest of partings(text.slice(comma + 1), count - 1)) found.push([text.slice(0, comma), ...rest])
  return found
}
