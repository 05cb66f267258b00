// One page, from its HTML to blocks and metadata. Runs in a worker (page-worker.ts), for a page may be made to take forever.
import { Readability } from '@mozilla/readability'
import type { Block, Known } from './blocks.ts'
import { merge } from './blocks.ts'
import { clean, prune } from './clean.ts'
import { toDay, toInstant, withTrueEdit } from './dates.ts'
import { parse } from './dom.ts'
import { blocksOf } from './dom-blocks.ts'
import { metadataOf, nameOfAuthor, nameOfOutlet } from './metadata.ts'
import { withoutPromo } from './promo.ts'
import { slim } from './slim.ts'

/** A page's article: its main part without the headline, and what the page says of it. */
export interface Page {
  blocks: Block[]
  about: Known
}

/**
 * Reads a page.
 * @returns no blocks for a page without words; null for one that nests deeper than DEPTH_LIMIT
 */
export function readPage(html: string): Page | null {
  const slimmed = slim(html)
  if (slimmed === null) return null
  const document = parse(slimmed)
  const said = metadataOf(document)
  prune(document.body)
  const main = new Readability(document, { keepClasses: true, serializer: (node) => node as Element }).parse()
  const guessed = {
    title: main?.title ?? null,
    author: nameOfAuthor(main?.byline ?? '', said.outlet),
    published: toDay(main?.publishedTime ?? ''),
    publishedAt: toInstant(main?.publishedTime ?? ''),
    outlet: nameOfOutlet(main?.siteName ?? ''),
  }
  const about = withTrueEdit(merge([said, guessed]))
  const blocks = main?.content ? articleBlocks(main.content, about) : []
  // On a page of few words readability finds no main part: then all of it is.
  return { blocks: blocks.length ? blocks : articleBlocks(parse(slimmed).body, about), about }
}

/** Letters beyond which it is no article: laying them out would keep those waiting who asked. */
const MOST_LETTERS = 1_000_000

/**
 * Reads a page as readPage() does.
 * @throws Error whose message goes on from "the page …" when it cannot be read, or is longer than any article
 */
export function readWithin(html: string): Page | null {
  let page: Page | null
  try {
    page = readPage(html)
  } catch (error) {
    throw new Error(`could not be taken apart (${error instanceof Error ? error.message : String(error)})`)
  }
  const letters = page?.blocks.reduce((sum, { runs }) => sum + runs.reduce((n, { text }) => n + text.length, 0), 0)
  if (letters && letters > MOST_LETTERS)
    throw new Error(`holds more than ${MOST_LETTERS.toLocaleString('en-GB')} letters, as no article does`)
  return page
}

function articleBlocks(root: Element, about: Known): Block[] {
  clean(root)
  return withoutPromo(blocksOf(root), about)
}
