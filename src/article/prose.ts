// The prose of a page, told from its bytes alone: about what its main text is, at a hundredth of the cost of a tree. Good enough to
// decide whether the page is worth taking apart, and for nothing else.
//
// Words between tags are cut into blocks. Each block counts for its letters, what is mostly link or short against them, each tag
// between blocks a little against them: the stretch of blocks with the greatest sum is the text (after Pasternack and Roth, 2009).
// Of archives' pages hardly any is read further, and so no string is made of a byte that is not in that stretch.

/** Elements that hold no words of the text's, with all that is in them. */
const SKIPPED = 'script style noscript template svg textarea select iframe nav footer button aside'.split(' ')
/** Elements that do not end a line. */
const INLINE =
  'em i b strong span cite u sup sub font abbr mark small time q code s strike del ins big tt kbd img wbr'.split(' ')
/** Parts of a table, which is one block: what stands in its cells is short, and yet may be what the page is for. */
const CELLS = 'tbody thead tr th td'.split(' ')
/** Share of a block's letters in links from which it is no prose. */
const LINKS = 0.5
/** Letters below which a block is a label, a date, a byline: none of the text's, unless they stand in its midst. */
const SHORT = 60
/** What each tag between two blocks counts against them, in letters. */
const TAG = 10
/** Ends of blocks after which a link that nobody closed is over. */
const LONGEST_LINK = 6

/** Between words all that is no single space: most gaps are, and stay as they stand. */
const GAPS = / (?:\s|&nbsp;)+|(?:[^\S ]|&nbsp;)(?:\s|&nbsp;)*/g

/** Of a gap that stands nowhere in the page. */
const NOWHERE = -1

const [LESS, MORE, SLASH, MARK, QUERY, AND] = [60, 62, 47, 33, 63, 38]

/** A name's letters as one number, so that none is cut out of the page only to be looked up. */
const withLetter = (sum: number, letter: number): number => (sum * 31 + (letter | 32)) & 0x3fffffff
const sumOf = (name: string): number => [...Buffer.from(name)].reduce(withLetter, 0)

const [IS_INLINE, IS_LINK, IS_TITLE, IS_CELL, IS_SKIPPED] = [1, 2, 3, 4, 5]
/** Of each place in the table of elements: the sum of a name, and what it is; those that are skipped are numbered from IS_SKIPPED on. */
const PLACES = 1 << 10
const sums = new Int32Array(PLACES)
const kinds = new Uint8Array(PLACES)
for (const [name, kind] of [
  ...INLINE.map((name) => [name, IS_INLINE] as const),
  ...CELLS.map((name) => [name, IS_CELL] as const),
  ...SKIPPED.map((name, i) => [name, IS_SKIPPED + i] as const),
  ['a', IS_LINK] as const,
  ['title', IS_TITLE] as const,
]) {
  let at = sumOf(name) % PLACES
  while (kinds[at]) at = (at + 1) % PLACES
  sums[at] = sumOf(name)
  kinds[at] = kind
}

/** What the element is whose name has this sum; 0 for any other. */
function kindOf(sum: number): number {
  let at = sum % PLACES
  while (kinds[at] && sums[at] !== sum) at = (at + 1) % PLACES
  return kinds[at]!
}

const isLetter = (byte: number): boolean => {
  const lower = byte | 32
  return lower >= 97 && lower <= 122
}
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57
/** What a byte may be among words; spaces as \s finds them among letters of one byte. */
const [LETTER, SPACE, END, ENTITY] = [0, 1, 2, 3]
const KINDS = new Uint8Array(256)
for (const byte of [9, 10, 11, 12, 13, 32, 0xa0]) KINDS[byte] = SPACE
KINDS[LESS] = END
KINDS[AND] = ENTITY

/** Numbers on end, in room that is used again for the next page: what is thrown away for each of a million pages takes its time. */
class Numbers {
  /** Beyond so many the room is not kept. */
  static readonly #MOST = 1 << 18
  all = new Int32Array(1 << 12)
  length = 0

  push(number: number): void {
    if (this.length === this.all.length) {
      const more = new Int32Array(2 * this.length)
      more.set(this.all)
      this.all = more
    }
    this.all[this.length++] = number
  }

  clear(): void {
    this.length = 0
    if (this.all.length > Numbers.#MOST) this.all = new Int32Array(1 << 12)
  }
}

/** Where runs of words begin and end, in turn. */
const runs = new Numbers()
/** Of each block: where its runs begin and end in those, what it counts, and 1 if it is prose. */
const blocks = new Numbers()
const FIELDS = 4

/**
 * Tells a page's headline and prose.
 * @param html its bytes: the letters of ASCII are all that is looked for in them
 * @returns text in which each byte is a letter
 */
export function proseOf(html: Buffer): string {
  runs.clear()
  blocks.clear()
  let text = fillBlocks(html)
  const { all } = blocks
  let [best, from, to] = [0, 0, 0]
  let [sum, start] = [0, 0]
  for (let block = 0; block < blocks.length; block += FIELDS) {
    sum += all[block + 2]!
    if (sum <= 0) {
      sum = 0
      start = block + FIELDS
    } else if (sum > best) {
      best = sum
      from = start
      to = block + FIELDS
    }
  }
  for (let block = from; block < to; block += FIELDS) {
    if (!all[block + 3]) continue
    let words = ''
    for (let i = all[block]!; i < all[block + 1]!; i += 2)
      words += runs.all[i] === NOWHERE ? ' ' : html.toString('latin1', runs.all[i], runs.all[i + 1])
    text += `\n${words.replace(GAPS, ' ').trim()}`
  }
  return text
}

/** Fills the room with a page's blocks, and tells its title. */
function fillBlocks(html: Buffer): string {
  const closers = new Closers(html)
  let title: string | null = null
  let from = 0
  /** Letters of the block as they stand, those with each gap as one space, and those in links. */
  let [letters, words, linked] = [0, 0, 0]
  let gap = false
  let tags = 0
  /** Ends of blocks since a link began; null outside of links. */
  let link: number | null = null
  /** A run that goes on where the last one ended is one with it. */
  const note = (start: number, end: number): void => {
    if (runs.length > from && runs.all[runs.length - 1] === start) runs.all[runs.length - 1] = end
    else {
      runs.push(start)
      runs.push(end)
    }
  }
  const flush = (): void => {
    if (words) {
      const prose = linked <= letters * LINKS
      blocks.push(from)
      blocks.push(runs.length)
      blocks.push((prose ? (words < SHORT ? 0 : words) : -words) - TAG * tags)
      blocks.push(prose ? 1 : 0)
      tags = 0
    }
    from = runs.length
    letters = words = linked = 0
    gap = false
  }
  for (let at = 0; at < html.length; ) {
    const start = at
    // What flush() knows too is slower to count with.
    let count = words
    let space: boolean = gap
    for (; at < html.length; at++) {
      const kind = KINDS[html[at]!]!
      if (kind === LETTER) {
        count += space && count ? 2 : 1
        space = false
      } else if (kind === SPACE) space = true
      else if (kind === END) break
      else if (isNbsp(html, at)) {
        space = true
        at += 5
      } else {
        count += space && count ? 2 : 1
        space = false
      }
    }
    words = count
    gap = space
    if (at > start) {
      note(start, at)
      letters += at - start
      if (link !== null) linked += at - start
    }
    if (at >= html.length) break
    const open = at++
    const closing = html[at] === SLASH
    if (closing) at++
    if (at >= html.length || !isLetter(html[at]!)) {
      const next = html[open + 1]
      if (next === MARK || next === QUERY) {
        const remark = next === MARK && html[open + 2] === 45 && html[open + 3] === 45
        at = remark ? after(html, '-->', open + 2) : pastTag(html, open)
      } else {
        // An angle bracket that is a letter as any other.
        note(open, open + 1)
        letters++
        words += gap && words ? 2 : 1
        gap = false
        at = open + 1
      }
      continue
    }
    const named = at
    let sum = 0
    for (let byte = html[at]!; isLetter(byte) || isDigit(byte); byte = html[++at]!) sum = withLetter(sum, byte)
    const kind = kindOf(sum)
    at = pastTag(html, at)
    if (kind === IS_INLINE) continue
    if (kind === IS_CELL) {
      if (!gap) note(NOWHERE, NOWHERE)
      gap = true
      continue
    }
    if (kind === IS_LINK) {
      link = closing ? null : 0
      continue
    }
    if (kind >= IS_SKIPPED && !closing) {
      at = closers.of(kind - IS_SKIPPED, (html[named]! & 32) === 0, at)
      flush()
      continue
    }
    if (kind === IS_TITLE && title === null && !closing) {
      const end = html.indexOf(LESS, at)
      title = html.toString('latin1', at, end < 0 ? html.length : end)
    }
    flush()
    tags++
    if (link !== null && ++link > LONGEST_LINK) link = null
  }
  flush()
  return title ?? ''
}

const isNbsp = (html: Buffer, at: number): boolean =>
  html[at + 1] === 110 && html[at + 2] === 98 && html[at + 3] === 115 && html[at + 4] === 112 && html[at + 5] === 59

/** The place behind the next end of a tag; the end when there is none. */
function pastTag(html: Buffer, from: number): number {
  let at = from
  while (at < html.length && html[at] !== MORE) at++
  return Math.min(at + 1, html.length)
}

/** The place behind the next occurrence; the end when there is none. */
function after(html: Buffer, what: string, from: number): number {
  const found = html.indexOf(what, from, 'latin1')
  return found < 0 ? html.length : found + what.length
}

/** How each of the skipped elements ends, in small letters and in capitals. */
const ENDS = SKIPPED.flatMap((name) => [`</${name}`, `</${name.toUpperCase()}`].map((end) => Buffer.from(end)))

/** Finds where elements end, going forward only: each place is looked for once, whatever a page leaves open. */
class Closers {
  readonly #html: Buffer
  /** Of each of ENDS: the last place that was found. */
  readonly #next = new Float64Array(ENDS.length).fill(-1)

  constructor(html: Buffer) {
    this.#html = html
  }

  /**
   * Where the element ends; where it never does, it holds nothing.
   * @param name its place among SKIPPED
   * @param capitals how the page writes it; most close an element in the letters in which they open it
   */
  of(name: number, capitals: boolean, from: number): number {
    const end = this.#find(2 * name + (capitals ? 1 : 0), from)
    if (end < Number.POSITIVE_INFINITY) return end
    const other = this.#find(2 * name + (capitals ? 0 : 1), from)
    return other < Number.POSITIVE_INFINITY ? other : from
  }

  #find(end: number, from: number): number {
    let at = this.#next[end]!
    if (at < from) {
      at = this.#html.indexOf(ENDS[end]!, from)
      if (at < 0) at = Number.POSITIVE_INFINITY
      this.#next[end] = at
    }
    return at
  }
}
