// Names of features ("odds,event=3,renewal"), each made once: an article asks for thousands of them, most of them the same as
// the last one did, and looking a name up costs a third of making it.

type Value = string | number | boolean
type Made = Map<Value, string>

const ones = new Map<string, Made>()
const twos = new Map<string, Map<Value, Made>>()
const threes = new Map<string, Map<Value, Map<Value, Made>>>()

/** Words of articles are among the values; so many names are kept and no more. */
const MOST = 100_000
/** Longer words are seldom met again, and V8 would keep the whole text of which they are a part. */
const LONGEST = 12
let made = 0

/** `prefix` and a value. */
export function feature(prefix: string, a: Value): string {
  return nameIn(below(ones, prefix), prefix, a)
}

/** `prefix` and two values, parted by a comma. */
export function feature2(prefix: string, a: Value, b: Value): string {
  return nameIn(below(below(twos, prefix), a), prefix, b, a)
}

/** `prefix` and three values, parted by commas. */
export function feature3(prefix: string, a: Value, b: Value, c: Value): string {
  const known = below(below(below(threes, prefix), a), b)
  return known.get(c) ?? keep(known, c, `${prefix}${a},${b},${c}`)
}

function nameIn(known: Made, prefix: string, last: Value, first?: Value): string {
  return known.get(last) ?? keep(known, last, first === undefined ? `${prefix}${last}` : `${prefix}${first},${last}`)
}

function keep(known: Made, value: Value, name: string): string {
  if (typeof value === 'string' && value.length > LONGEST) return name
  if (made++ > MOST) {
    made = 0
    for (const all of [ones, twos, threes]) all.clear()
  }
  known.set(value, name)
  return name
}

function below<K, V>(map: Map<K, Map<Value, V>>, key: K): Map<Value, V> {
  let next = map.get(key)
  if (!next) {
    next = new Map()
    map.set(key, next)
  }
  return next
}

/** Into which of the stretches between some edges a number falls, from 0. */
export function bin(n: number, edges: readonly number[]): number {
  let k = 0
  while (k < edges.length && n >= edges[k]!) k++
  return k
}
