// Addresses that a reader of the pages would add: each is looked at first, and what was found waits for the reader's word.
import { randomUUID } from 'node:crypto'
import type { Tools } from '../tools.ts'
import { instant } from '../tools.ts'
import type { Found } from './follow.ts'
import type { Told } from './kind.ts'
import { planFor } from './kinds.ts'

/** What was found at an address. Nothing has been followed or kept. */
export interface Offer {
  id: string
  address: string
  /** What it is and what will be done, as "a feed of 12 items (Signal), followed from now on; their articles are read now". */
  found: string
  feeds: readonly Found[]
}

export interface Offers {
  /**
   * Looks at an address of the web; those that are not public are refused.
   * @throws Error in one line
   */
  look: (address: string) => Promise<Offer>
  /**
   * Does what was offered: feeds are followed, and asked by whoever watches the sources; a page that was looked at is read without
   * being asked for again.
   * @returns what came of it; null for an offer that nobody remembers
   * @throws Error in one line
   */
  take: (id: string) => Promise<Told[] | null>
}

/** Offers remembered at once: each may hold a page of 15 MB. */
const MOST = 5

export function openOffers(tools: Tools): Offers {
  const open = new Map<string, () => Promise<Told[]>>()
  return {
    async look(given) {
      const address = given.trim()
      // A page in the browser names no files of this machine.
      if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
        throw new Error(`“${address.slice(0, 200)}” is no address of the web; give one as https://example.com/feed`)
      const { found, feeds = [], run } = await planFor(address, { polite: tools.polite, allowPrivate: [] })
      const id = randomUUID()
      open.set(id, async () => {
        const all: Told[] = []
        for (const feed of feeds) {
          const { source, added } = await tools.ledger.sources.follow(feed, instant(tools.now()))
          all.push({ kind: 'source', name: source.title ?? source.url, added })
        }
        if (feeds.length) return all
        const failures: string[] = []
        await run({
          ...tools,
          about: {},
          allowPrivate: [],
          signal: new AbortController().signal,
          tell: (told) => all.push(told),
          complain: (line) => failures.push(line),
          warn: (line) => failures.push(line),
          progress: () => {},
        })
        if (!all.length) throw new Error(failures[0] ?? `${address}: nothing was found in it`)
        return all
      })
      const oldest = open.size > MOST ? open.keys().next().value : undefined
      if (oldest !== undefined) open.delete(oldest)
      return { id, address, found: found ?? 'a page, read now as an article', feeds }
    },
    async take(id) {
      const offered = open.get(id)
      open.delete(id)
      return offered ? offered() : null
    },
  }
}
