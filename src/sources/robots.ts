// What a robots.txt lets us ask. A file can be written so that following it takes seconds: such work is done in a thread.
import type { Robot } from 'robots-parser'
import robotsParser from 'robots-parser'
import { Threads } from './threads.ts'
import { PRODUCT } from './user-agent.ts'

/** Its types speak of a module that it is not. */
const parse = robotsParser as unknown as (url: string, text: string) => Robot

/** The thread's file is .ts here and .js in the published package. */
const WORKER = new URL(`./robots-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
const threads = new Threads<{ text: string; url: string }, boolean>({ file: WORKER, milliseconds: 2000, most: 1 })
/** Letters of the file times letters of the address up to which it cannot take long: some 30 ms. */
const SHORT = 5_000_000

/**
 * Whether a robots.txt lets an address be asked, now and in this thread.
 * @param url of any page of its host
 */
export const isAllowedBy = (text: string, url: string): boolean =>
  parse(new URL('/robots.txt', url).href, text).isAllowed(url, PRODUCT) !== false

/** The same, wherever it does not matter how long it takes. What takes longer than two seconds is taken for a no. */
export async function isWelcome(text: string, url: string): Promise<boolean> {
  if (!text) return true
  if (text.length * url.length < SHORT) return isAllowedBy(text, url)
  return threads.do({ text, url }).catch(() => false)
}
