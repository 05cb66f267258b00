// How deep a page's elements nest, counted before a tree is built of them: readability takes minutes for a thousand levels
// and overflows the stack on more.
import { Parser } from 'htmlparser2'

/** Levels of elements that are read; the deepest of 181 news pages has 51. */
export const DEPTH_LIMIT = 400

const CHUNK = 1 << 16

/** Whether elements nest deeper than `limit` levels. Reads no further than it must. */
export function isDeeperThan(html: string, limit: number): boolean {
  let depth = 0
  let deepest = 0
  const parser = new Parser({
    onopentagname() {
      if (++depth > deepest) deepest = depth
    },
    onclosetag() {
      depth--
    },
  })
  for (let at = 0; at < html.length && deepest <= limit; at += CHUNK) parser.write(html.slice(at, at + CHUNK))
  return deepest > limit
}
