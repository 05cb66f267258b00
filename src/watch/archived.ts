// The pages of an archive are taken apart and read in a thread: one, for the archive is scanned beside it, and memory is to stay small.
import type { Article } from '../article/article.ts'
import type { About } from '../article/blocks.ts'
import { OutOfMemory, Threads } from '../sources/threads.ts'
import type { ArchivedPage } from '../sources/warc/page.ts'
import type { Told } from './reading.ts'

/** A page, and what is known of all pages of its archive. */
export type PageOfArchive = ArchivedPage & { about: About }

/** What came of a page: an article with what it tells; null for one that reading would hardly look at; or why it cannot be read. */
export type Taken = { article: Article; told: Told } | { why: string } | null

/** The thread's file is .ts here and .js in the published package. */
const WORKER = new URL(`./archived-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
const MILLISECONDS = 20_000
/** Enough for nearly every page; with more at hand V8 would keep so much more garbage. */
const MEGABYTES = 256
/** Enough for what one page is taken apart into to be thrown away as a whole; with less, half of it comes among what is kept. */
const FRESH_MEGABYTES = 24

/**
 * Makes a reader of an archive's pages.
 * @param root the package's folder
 */
export function openArchived(root: string): (page: PageOfArchive) => Promise<Taken> {
  const settings = { file: WORKER, milliseconds: MILLISECONDS, data: { root }, most: 1 }
  const small = new Threads<PageOfArchive, Taken>({
    ...settings,
    megabytes: MEGABYTES,
    freshMegabytes: FRESH_MEGABYTES,
  })
  const roomy = new Threads<PageOfArchive, Taken>(settings)
  return (page) =>
    small
      .do(page)
      .catch((error: Error) => {
        if (error instanceof OutOfMemory) return roomy.do(page)
        throw error
      })
      .catch((error: Error) => ({ why: `${page.url}: the page ${error.message}; passed over` }))
}
