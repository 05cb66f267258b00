// An archive of the web is unpacked and scanned in a thread: of gigabytes of pages few are about series. What is thrown away in it page
// by page costs little there, for the thread holds hardly anything else that a garbage collector would have to look through.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ArchivedPage } from '../sources/warc/page.ts'
import type { Place } from '../sources/warc/place.ts'

/** What is told on the way through an archive, and how many whole records, and pages among them, have been passed by then. */
export type Scanned = { place: Place; records: number; pages: number } & (
  | { kind: 'page'; page: ArchivedPage }
  /** What is broken; `why` goes on from "the record …". */
  | { kind: 'fault'; name: string | null; why: string }
  /** From time to time, and at the end: nothing but how far it is. */
  | { kind: 'way' }
)

/** What the thread answers. */
export type Answer = { told: Scanned } | { failed: string } | null

/** The thread's file is .ts here and .js in the published package. */
const WORKER = new URL(`./scan-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
/** Of the thread's own; the archive's bytes are not among it. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 }

/**
 * Scans an archive.
 * @param path of its file
 * @param from where to begin: a place that an earlier run was told of
 * @returns the pages that are worth taking apart, and what is broken, in the order in which they stand in it
 * @throws Error when the file cannot be read
 */
export async function* scan(path: string, from: Place): AsyncGenerator<Scanned> {
  const thread = new Worker(WORKER, { execArgv: [], workerData: { path, from }, resourceLimits: LIMITS })
  try {
    while (true) {
      thread.postMessage('on')
      const [answer] = (await once(thread, 'message')) as [Answer]
      if (!answer) return
      if ('failed' in answer) throw new Error(answer.failed)
      yield answer.told
    }
  } finally {
    await thread.terminate()
  }
}
