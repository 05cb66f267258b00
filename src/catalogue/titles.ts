// Titles: when two spellings name one show, which spelling is shown, and which known titles are nearest to an unknown one.

/** Letters that no Unicode decomposition takes apart, as their readers type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
}

/** A trailing "(2016)", "(2005-2013)", "(UK)", "(U.S.)": how catalogues part namesakes, and not a part of the title. */
const QUALIFIER = /\s*\((?:\d{4}(?:\s*[-–]\s*(?:\d{4})?)?|[a-z]\.?[a-z]\.?|aus|can)\)$/

/** Lower case, without diacritics, apostrophes and a trailing qualifier; "&" and "+" read as "and". */
function plain(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
    .replace(QUALIFIER, '')
    .replace(/[øłđðþæœßı]/g, (letter) => LETTERS[letter]!)
    .replace(/['’‘‛ʼʻ`´′]/g, '')
    .replace(/[&+]/g, ' and ')
}

/** The words of a title, without a leading English article; [] when it has neither letters nor digits. */
function wordsOf(title: string): string[] {
  const words = plain(title).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length > 1 && /^(the|an?)$/.test(words[0]!) ? words.slice(1) : words
}

/**
 * What all spellings of one show's title have in common: leading article, case, diacritics, kinds of apostrophe, "&" or
 * "and", punctuation and spaces, and a trailing year or country do not tell shows apart.
 * @param title as an article or a person writes it
 * @returns a key to compare, never to show; the title itself, in lower case, when it has neither letters nor digits
 */
export function showKey(title: string): string {
  let key = keys.get(title)
  if (key === undefined) {
    if (keys.size >= KEYS_KEPT) keys.clear()
    key = wordsOf(title).join('') || title.trim().toLowerCase()
    keys.set(title, key)
  }
  return key
}

/** Keys already made: the same titles are asked for again and again. */
const keys = new Map<string, string>()
const KEYS_KEPT = 20_000

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The spelling to show, out of those that were used: the most frequent, the first by code point among equals.
 * @param spellings each with how often it was used
 * @returns null when there is none
 */
export function commonSpelling(spellings: ReadonlyMap<string, number>): string | null {
  let best: string | null = null
  for (const [title, count] of spellings) {
    const lead = best === null ? 1 : count - spellings.get(best)! || byCodePoint(best, title)
    if (lead > 0) best = title
  }
  return best
}

/**
 * The known titles nearest to one that nobody knows, for "did you mean". Nearness is the greater of two likenesses: of
 * letters (one minus the edit distance over the longer length; Levenshtein 1966, two rows after Wagner & Fischer 1974) and of
 * words (shared words over the words of the shorter title, a little less than a full match so that a whole title comes first).
 * @param title what was asked for
 * @param titles the known titles, in any order
 * @param n how many to give at most
 * @returns titles at least half alike, the nearest first, then by code point
 */
export function nearestTitles(title: string, titles: Iterable<string>, n: number): string[] {
  const key = showKey(title)
  const words = new Set(wordsOf(title))
  const found: Array<{ known: string; near: number }> = []
  for (const known of new Set(titles)) {
    const near = Math.max(likeLetters(key, showKey(known)), likeWords(words, new Set(wordsOf(known))))
    if (near >= 0.5) found.push({ known, near })
  }
  found.sort((a, b) => b.near - a.near || byCodePoint(a.known, b.known))
  return found.slice(0, n).map((f) => f.known)
}

function likeWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size)
  const shared = [...a].filter((word) => b.has(word)).length
  return shorter === 0 ? 0 : (shared / shorter) * (0.7 + (0.25 * shorter) / Math.max(a.size, b.size))
}

function likeLetters(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  // Half of the letters are lost to the difference in length alone.
  if (longer === 0 || Math.abs(a.length - b.length) > longer / 2) return 0
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    above = row
  }
  return 1 - above[b.length]! / longer
}
