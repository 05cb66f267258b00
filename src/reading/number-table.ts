// A table from four numbers to one, in a single block of memory: V8's maps look at every key that they pass, wherever it lies.

/** Four numbers and what they stand for. */
const WIDTH = 5
const EMPTY = -2
/** A power of two, as every later number of slots. */
const FIRST_SLOTS = 1 << 10

export class NumberTable {
  #mask = FIRST_SLOTS - 1
  #slots = new Int32Array(FIRST_SLOTS * WIDTH).fill(EMPTY)
  #size = 0

  /** What four numbers from -1 up stand for; -1 for nothing. */
  get(a: number, b: number, c: number, d: number): number {
    const slots = this.#slots
    const at = this.#find(a, b, c, d)
    return slots[at] === EMPTY ? -1 : slots[at + 4]!
  }

  set(a: number, b: number, c: number, d: number, value: number): void {
    const at = this.#find(a, b, c, d)
    const slots = this.#slots
    if (slots[at] === EMPTY) this.#size++
    slots[at] = a
    slots[at + 1] = b
    slots[at + 2] = c
    slots[at + 3] = d
    slots[at + 4] = value
    if (this.#size * 2 > this.#mask) this.#grow()
  }

  /** Where four numbers stand, or would. */
  #find(a: number, b: number, c: number, d: number): number {
    const slots = this.#slots
    for (let slot = hash(a, b, c, d) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * WIDTH
      const found = slots[at]
      if (found === EMPTY || (found === a && slots[at + 1] === b && slots[at + 2] === c && slots[at + 3] === d))
        return at
    }
  }

  #grow(): void {
    const old = this.#slots
    const slots = (this.#mask + 1) * 2
    this.#mask = slots - 1
    this.#slots = new Int32Array(slots * WIDTH).fill(EMPTY)
    const fresh = this.#slots
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at] === EMPTY) continue
      const to = this.#find(old[at]!, old[at + 1]!, old[at + 2]!, old[at + 3]!)
      for (let k = 0; k < WIDTH; k++) fresh[to + k] = old[at + k]!
    }
  }
}

/** Spreads four numbers over 32 bits: the constants and shifts are those of MurmurHash3's last step (Appleby 2011). */
function hash(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(Math.imul(Math.imul(a, 31) + b, 0x01000193) + c, 0x01000193) + d
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
