// The prose of a page, told from its bytes alone: about what its main text is, at a hundredth of the cost of a tree. Good enough to
// decide whether the page is worth taking apart, and for nothing else.
//
// Words between tags are cut into blocks. Each block counts for its letters, what is mostly link or short against them, each tag
// between blocks a little against them: the stretch of blocks with the greatest sum is the text (after Pasternack and Roth, 2009).

interface Block {
  text: string
  worth: number
  prose: boolean
}

/** Elements that hold no words of the text's, with all that is in them. */
const SKIPPED = new Set('script style noscript template svg textarea select iframe nav footer button aside'.split(' '))
/** Elements that do not end a line. */
const INLINE = new Set(
  'a em i b strong span cite u sup sub font abbr mark small time q code s strike del ins big tt kbd img wbr'.split(' '),
)
/** Share of a block's letters in links from which it is no prose. */
const LINKS = 0.5
/** Letters below which a block is a label, a date, a byline: none of the text's, unless they stand in its midst. */
const SHORT = 60
/** What each tag between two blocks counts against them, in letters. */
const TAG = 10
/** Ends of blocks after which a link that nobody closed is over. */
const LONGEST_LINK = 6

const TAG_NAME = /[a-z][a-z0-9]*/iy

/**
 * Tells a page's headline and prose.
 * @param html its bytes as Latin-1: the letters of ASCII are all that is looked for in it
 */
export function proseOf(html: string): string {
  const blocks = blocksOf(html)
  let [best, from, to] = [0, 0, 0]
  let [sum, start] = [0, 0]
  for (const [i, { worth }] of blocks.entries()) {
    sum += worth
    if (sum <= 0) [sum, start] = [0, i + 1]
    else if (sum > best) [best, from, to] = [sum, start, i + 1]
  }
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? ''
  return `${title}\n${blocks
    .slice(from, to)
    .flatMap(({ text, prose }) => (prose ? [text] : []))
    .join('\n')}`
}

function blocksOf(html: string): Block[] {
  const blocks: Block[] = []
  const closers = new Closers(html)
  let text = ''
  let linked = 0
  let tags = 0
  /** Ends of blocks since a link began; null outside of links. */
  let link: number | null = null
  const flush = (): void => {
    const words = text.replace(/(?:\s|&nbsp;|\xa0)+/g, ' ').trim()
    if (words) {
      const prose = linked <= text.length * LINKS
      const letters = prose ? (words.length < SHORT ? 0 : words.length) : -words.length
      blocks.push({ text: words, worth: letters - TAG * tags, prose })
      tags = 0
    }
    text = ''
    linked = 0
  }
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    const end = open < 0 ? html.length : open
    if (end > at) {
      text += html.slice(at, end)
      if (link !== null) linked += end - at
    }
    if (open < 0) break
    const closing = html.charCodeAt(open + 1) === 47
    TAG_NAME.lastIndex = open + (closing ? 2 : 1)
    const written = TAG_NAME.exec(html)?.[0]
    if (written === undefined) {
      const [closer, length] = html.startsWith('<!--', open) ? ['-->', 3] : ['>', 1]
      const markup = html.charCodeAt(open + 1) === 33 || html.charCodeAt(open + 1) === 63
      if (!markup) text += '<'
      at = markup ? after(html, closer as string, open + 2, length as number) : open + 1
      continue
    }
    const name = written.toLowerCase()
    at = after(html, '>', open, 1)
    if (!closing && SKIPPED.has(name)) {
      at = closers.of(written, at)
      flush()
    } else if (name === 'a') link = closing ? null : 0
    else if (!INLINE.has(name)) {
      flush()
      tags++
      if (link !== null && ++link > LONGEST_LINK) link = null
    }
  }
  flush()
  return blocks
}

/** The place behind the next occurrence; the end when there is none. */
function after(html: string, what: string, from: number, length: number): number {
  const found = html.indexOf(what, from)
  return found < 0 ? html.length : found + length
}

/** Finds where elements end, going forward only: each place is looked for once, whatever a page leaves open. */
class Closers {
  readonly #html: string
  readonly #next = new Map<string, number>()

  constructor(html: string) {
    this.#html = html
  }

  /**
   * Where the element ends; where it never does, it holds nothing.
   * @param name as the page writes it; most close an element in the letters in which they open it
   */
  of(name: string, from: number): number {
    const lower = name.toLowerCase()
    for (const spelling of new Set([name, lower, lower.toUpperCase()])) {
      const end = this.#find(`</${spelling}`, from)
      if (end < Number.POSITIVE_INFINITY) return end
    }
    return from
  }

  #find(tag: string, from: number): number {
    let at = this.#next.get(tag) ?? -1
    if (at < from) {
      at = this.#html.indexOf(tag, from)
      if (at < 0) at = Number.POSITIVE_INFINITY
      this.#next.set(tag, at)
    }
    return at
  }
}
