// From blocks (paragraphs, headings, list items) to an Article: one place decides how the text is laid out, and where
// emphasis and headings end up in it.
import type { Article, Span } from './article.ts'

/** A stretch of a block's words; `emphasis` when italic or bold. */
export interface Run {
  text: string
  emphasis: boolean
}

/** What stands on lines of its own. An `item` is a list item, set as "• …". */
export interface Block {
  kind: 'paragraph' | 'heading' | 'item'
  runs: Run[]
}

/** What is known about a document: a value is believed, null or absent is unknown. */
export type About = {
  [K in 'title' | 'outlet' | 'author' | 'published' | 'publishedAt' | 'modified' | 'url']?: string | null
}

/** Blanks of every kind but the line break. */
const BLANKS = /[^\S\n]+/g
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g

/**
 * Lays blocks out as an article's text: paragraphs parted by a blank line, the items of a list by a line break.
 * @param blocks in reading order; runs of blanks become one, blocks without words are left out
 * @param abouts what is known of the article, most trusted first
 */
export function compose(blocks: readonly Block[], ...abouts: readonly About[]): Article {
  const known = merge(abouts)
  let text = ''
  let before: Block['kind'] | null = null
  const emphasis: Span[] = []
  const headings: Span[] = []
  const append = (block: Block) => {
    const { words, spans } = layOut(block.runs)
    if (!words) return
    if (before) text += before === 'item' && block.kind === 'item' ? '\n' : '\n\n'
    if (block.kind === 'item') text += '• '
    const at = text.length
    text += words
    if (block.kind === 'heading') headings.push({ start: at, end: text.length })
    for (const { start, end } of spans) emphasis.push({ start: at + start, end: at + end })
    before = block.kind
  }
  const first = blocks.find((block) => layOut(block.runs).words)
  if (known.title && !beginsWith(first ? layOut(first.runs).words : '', known.title)) append(headingOf(known.title))
  for (const block of blocks) append(block)
  return { text, ...known, emphasis, headings }
}

/** About, with null for the unknown. */
export type Known = Pick<Article, keyof About>

/** Takes each value from the first that has it; the hour of publication from whoever tells its day. */
export function merge(abouts: readonly About[]): Known {
  const first = (key: keyof About): string | null => {
    for (const about of abouts) {
      const value = about[key]?.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
      if (value) return value
    }
    return null
  }
  return {
    title: first('title'),
    outlet: first('outlet'),
    author: first('author'),
    published: first('published'),
    publishedAt: abouts.find(({ published }) => published?.trim())?.publishedAt ?? null,
    modified: first('modified'),
    url: first('url'),
  }
}

/** Whether a text begins with its headline, whatever the kind of quotation marks, blanks, emphasis signs and case. */
export function beginsWith(text: string, title: string): boolean {
  const wanted = bare(title)
  return wanted !== '' && bare(text.slice(0, title.length * 2 + 200)).startsWith(wanted)
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const headingOf = (title: string): Block => ({ kind: 'heading', runs: [{ text: title, emphasis: false }] })

/** Joins runs into one string with single blanks, trimmed, and tells where the emphasised ones stand. */
function layOut(runs: readonly Run[]): { words: string; spans: Span[] } {
  let words = ''
  let emphasised = false
  const spans: Span[] = []
  for (const { text, emphasis } of runs) {
    let piece = text
      .replace(INVISIBLE, '')
      .replace(BLANKS, ' ')
      .replace(/ ?\n ?/g, '\n')
    if (words === '' || words.endsWith('\n')) piece = piece.trimStart()
    else if (words.endsWith(' ')) piece = piece.replace(/^ +/, '')
    if (piece.startsWith('\n')) words = words.trimEnd()
    const start = words.length + piece.length - piece.trimStart().length
    const end = words.length + piece.trimEnd().length
    words += piece
    if (emphasis && end > start) {
      // <em>The </em><em>Defenders</em> is one stretch.
      if (emphasised) spans.at(-1)!.end = end
      else spans.push({ start, end })
    }
    if (text) emphasised = emphasis && (end > start || emphasised)
  }
  return { words: words.trimEnd(), spans }
}
