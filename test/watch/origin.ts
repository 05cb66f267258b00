// A piece of the web on loopback, in a thread of its own: feeds with their articles, each on a port of its own, which stands for a
// host of its own; with everything that goes wrong out there.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export const FAULTS = [
  'reset',
  'slow bytes',
  'gzip bomb',
  'endless body',
  'redirect loop',
  'wrong charset',
  'changing GUIDs',
  'same GUID on all',
  'future dates',
  'not modified',
  'too many requests',
  'server error',
  'truncated gzip',
  'truncated feed',
  'document type',
  'pages fail',
  'pages wait',
] as const
export type Fault = (typeof FAULTS)[number]

export interface OriginSettings {
  feeds: number
  /** In each feed. */
  items: number
  /** The fault of each feed by its number; null for none. */
  faults: ReadonlyArray<Fault | null>
  /** Bytes that the bomb holds. */
  bomb: number
}

export interface OriginFeed {
  url: string
  /** For allowPrivate. */
  host: string
  fault: Fault | null
}

export interface Origin {
  feeds: OriginFeed[]
  /** The headlines of all articles that were ever in a feed. */
  titles: string[]
  /** Nothing goes wrong any more, but for what a feed is: its GUIDs and dates. */
  clear: () => Promise<void>
  /** Gives every feed new items, at the top. */
  publish: (items: number) => Promise<void>
  /** Requests so far; and of one host at once, at most. */
  stats: () => Promise<{ requests: number; atOnce: number; pages: number; polls: number }>
  close: () => Promise<void>
}

export async function startOrigin(settings: OriginSettings): Promise<Origin> {
  const worker = new Worker(new URL('./origin-thread.ts', import.meta.url), { workerData: settings })
  const ask = async <T>(question: unknown): Promise<T> => {
    worker.postMessage(question)
    return (await once(worker, 'message'))[0] as T
  }
  const { ports } = (await once(worker, 'message'))[0] as { ports: number[] }
  const titles = Array.from({ length: settings.feeds }, (_, f) =>
    Array.from({ length: settings.items }, (_, i) => titleOf(f, i)),
  ).flat()
  let published = settings.items
  return {
    feeds: ports.map((port, f) => ({
      url: `http://127.0.0.1:${port}/feed`,
      host: `127.0.0.1:${port}`,
      fault: settings.faults[f] ?? null,
    })),
    titles,
    clear: () => ask('clear'),
    publish: async (items) => {
      for (let f = 0; f < settings.feeds; f++)
        for (let i = published; i < published + items; i++) titles.push(titleOf(f, i))
      published += items
      await ask({ publish: items })
    },
    stats: () => ask('stats'),
    close: async () => void (await worker.terminate()),
  }
}

/** A headline of its own, with letters that a wrong character set breaks. */
export const titleOf = (feed: number, item: number): string => `Café Harbor ${feed}-${item} renewed — “encore”`
