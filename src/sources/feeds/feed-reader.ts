// Reads feeds in threads, since one of 15 MB takes two seconds, and one that was made to may take for ever.
import { Threads } from '../threads.ts'
import type { Feed } from './feed.ts'

/** The thread's file is .ts here and .js in the published package. */
const WORKER = new URL(`./feed-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
const threads = new Threads<{ body: Uint8Array; contentType: string | null; url: string }, Feed>({
  file: WORKER,
  milliseconds: 20_000,
  most: 2,
})

/**
 * Reads a feed from its bytes.
 * @param contentType the server's, with its parameters
 * @param url where it was found
 * @throws Error whose message goes on from the feed's address: "is no feed …"
 */
export const parseFeedBytes = (body: Uint8Array, contentType: string | null, url: string): Promise<Feed> =>
  threads.do({ body, contentType, url })
