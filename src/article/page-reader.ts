// Reads pages in worker threads that are ended when a page takes too long, needs too much memory or overflows the stack.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Page } from './page.ts'

/** The worker's file is .ts here and .js in the published package. */
const WORKER = new URL(`./page-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
const MEMORY_MB = 1024
/** More threads than this cost more memory than they save time. */
const MOST_THREADS = 4

interface Job {
  html: string
  done: (page: Page | null) => void
  failed: (error: Error) => void
}

/** Some threads that read pages, started when there is work, kept for the next page; an idle one keeps no process alive. */
export class PageReader {
  readonly #milliseconds: number
  readonly #waiting: Job[] = []
  readonly #idle: Worker[] = []
  #busy = 0

  /** @param milliseconds that one page may take */
  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  /**
   * Reads a page as readPage() does, as soon as a thread is free.
   * @throws Error whose message goes on from "the page …": "took longer than 20 s", or the parser's own
   */
  read(html: string): Promise<Page | null> {
    return new Promise((done, failed) => {
      this.#waiting.push({ html, done, failed })
      this.#next()
    })
  }

  #next(): void {
    if (this.#busy >= Math.min(availableParallelism(), MOST_THREADS)) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#busy++
    const worker = this.#idle.pop() ?? this.#start()
    worker.ref()
    const finish = (reusable: boolean) => {
      clearTimeout(timer)
      worker.off('message', onAnswer)
      worker.off('error', onError)
      worker.unref()
      if (reusable) this.#idle.push(worker)
      else void worker.terminate()
      this.#busy--
      this.#next()
    }
    const onAnswer = (answer: { page: Page | null } | { error: string }) => {
      finish(true)
      if ('page' in answer) job.done(answer.page)
      else job.failed(new Error(`could not be taken apart (${answer.error})`))
    }
    const onError = (error: Error & { code?: string }) => {
      finish(false)
      job.failed(
        new Error(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `needed more than ${MEMORY_MB} MB of memory`
            : `could not be taken apart (${error.message})`,
        ),
      )
    }
    const timer = setTimeout(() => {
      finish(false)
      job.failed(new Error(`took longer than ${this.#milliseconds / 1000} s`))
    }, this.#milliseconds)
    worker.on('message', onAnswer)
    worker.on('error', onError)
    worker.postMessage(job.html)
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    // One that dies idle fails no page: the next page starts another.
    worker.on('error', () => {})
    worker.on('exit', () => {
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return worker
  }
}
