// Likeness of texts by their words: shingles, and sketches that tell near-copies apart from news of one's own.
//
// A sketch keeps, for each of 64 bins, 14 bits of the least hash of the text's shingles that fall into it (one-permutation MinHash: Li,
// Owen & Zhang 2012; few bits of each: Li & König 2010). The share of bins in which two sketches agree estimates the share of shingles
// that the texts have in common, to about 0.06. Outlets that write up one piece of news share a tenth at most; an agency's text with
// another headline, an introduction and a third of its paragraphs cut still shares more than a third.

/** Words of a shingle. */
const SHINGLE = 4
const BINS = 64
/** A bin that no shingle fell into: in a sketch, and while it is made. */
const EMPTY = ' '
const NONE = 0x7fffffff
/** Bins that must be filled for a sketch to say anything: some thirty words. */
const LEAST = 24
/** Share of bins from which on two articles are near-copies. */
const COPY = 0.25

/** The runs of four words, hashed to 32 bits; case, punctuation and kinds of quotation mark make no difference. */
export function shinglesOf(text: string): number[] {
  const shingles: number[] = []
  // The hashes of the three words before.
  let [first, second, third, words, word] = [0, 0, 0, 0, 0]
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 32
    const lower = c >= 65 && c <= 90 ? c + 32 : c
    const inWord =
      (lower >= 97 && lower <= 122) ||
      (lower >= 48 && lower <= 57) ||
      (lower >= 192 && lower < 0x2000) ||
      lower >= 0x3040
    if (inWord) word = (Math.imul(word, 31) + lower) | 0
    // An apostrophe joins, whichever it is.
    else if (word !== 0 && lower !== 39 && lower !== 0x2019) {
      if (++words >= SHINGLE) shingles.push(joined(joined(joined(joined(17, first), second), third), word))
      first = second
      second = third
      third = word
      word = 0
    }
  }
  return shingles
}

const joined = (hash: number, word: number): number => (Math.imul(hash, 0x01000193) ^ word) | 0

/** The last steps of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * The sketch of a text.
 * @returns 64 characters, one for each bin, to compare with likeness() and never to show
 */
export function sketchOf(text: string): string {
  const least = new Int32Array(BINS).fill(NONE)
  for (const shingle of shinglesOf(text)) {
    const hash = mix(shingle)
    const bin = hash >>> 26
    const value = hash & 0x3ffffff
    if (value < least[bin]!) least[bin] = value
  }
  let sketch = ''
  // U+0100 and after: neither controls nor halves of a pair among them.
  for (const value of least) sketch += value === NONE ? EMPTY : String.fromCharCode(0x100 + (value & 0x3fff))
  return sketch
}

/** The share of their words, in runs of four, that two texts have in common, from 0 to 1; 0 where one is too short to tell. */
export function likeness(a: string, b: string): number {
  let [filledA, filledB, either, same] = [0, 0, 0, 0]
  for (let i = 0; i < BINS; i++) {
    const [x, y] = [a[i] ?? EMPTY, b[i] ?? EMPTY]
    if (x !== EMPTY) filledA++
    if (y !== EMPTY) filledB++
    if (x === EMPTY && y === EMPTY) continue
    either++
    if (x === y) same++
  }
  return Math.min(filledA, filledB) < LEAST ? 0 : same / either
}

/** Whether two articles, told by their sketches, are one text in two cuts. */
export const nearCopies = (a: string, b: string): boolean => likeness(a, b) >= COPY
