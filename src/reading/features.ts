// What a model looks at: features, each with a name made of a prefix and up to three values ("odds,event=3,renewal"). They are told
// one by one to whoever asks: training takes their names, reading only weighs them (scales.ts) and never makes a name at all.

export type Value = string | number | boolean

/** Takes the features of a thing as they are told. */
export interface Features {
  /** A feature: a prefix, and values that its name parts by commas. */
  add(prefix: string, a?: Value, b?: Value, c?: Value): void
  /**
   * Features that are the same wherever they are told of a thing.
   * @param of the thing
   * @param part which of its features
   */
  once(of: object, part: string, tell: () => void): void
}

/** Tells the features of a thing. */
export type Tell = (features: Features) => void

/** The name of a feature. */
export function nameOf(prefix: string, a?: Value, b?: Value, c?: Value): string {
  if (a === undefined) return prefix
  if (b === undefined) return `${prefix}${a}`
  return c === undefined ? `${prefix}${a},${b}` : `${prefix}${a},${b},${c}`
}

/** The names of what is told, in its order. */
export function featureNames(tell: Tell): string[] {
  const names: string[] = []
  tell({
    add(prefix, a, b, c) {
      names.push(nameOf(prefix, a, b, c))
    },
    once(_of, _part, tellIt) {
      tellIt()
    },
  })
  return names
}

/** Into which of the stretches between some edges a number falls, from 0. */
export function bin(n: number, edges: readonly number[]): number {
  let k = 0
  while (k < edges.length && n >= edges[k]!) k++
  return k
}

/** Puts a word into a set; false where it was there already. */
export function joins(words: Set<string>, word: string): boolean {
  const { size } = words
  return words.add(word).size > size
}
