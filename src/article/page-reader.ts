// Reads pages in threads that are ended when a page takes too long, needs too much memory or overflows the stack.
import { Threads } from '../sources/threads.ts'
import type { Page } from './page.ts'

/** The thread's file is .ts here and .js in the published package. */
const WORKER = new URL(`./page-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)

export class PageReader {
  readonly #threads: Threads<string, Page | null>

  /** @param milliseconds that one page may take */
  constructor(milliseconds: number) {
    this.#threads = new Threads({ file: WORKER, milliseconds })
  }

  /**
   * Reads a page as readPage() does, as soon as a thread is free.
   * @throws Error whose message goes on from "the page …": "took longer than 20 s", or the parser's own
   */
  read(html: string): Promise<Page | null> {
    return this.#threads.do(html)
  }
}
