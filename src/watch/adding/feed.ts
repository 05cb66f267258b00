// The address of a feed.
import { decode } from '../../sources/charset.ts'
import { parseFeedBytes } from '../../sources/feeds/feed-reader.ts'
import { looksLikeFeed } from '../../sources/feeds/parse.ts'
import { count } from '../count.ts'
import { followAll } from './follow.ts'
import type { Kind } from './kind.ts'

const HEAD = 8192

export const feed: Kind = {
  async recognise({ name, answer }) {
    if (!answer || answer.status < 200 || answer.status >= 300) return null
    const type = answer.headers.get('content-type') ?? null
    if (!looksLikeFeed(decode(answer.body.subarray(0, HEAD), type))) return null
    const found = await parseFeedBytes(answer.body, type, answer.url).catch((error: Error) => {
      throw new Error(`${name}: ${error.message}`)
    })
    const title = found.title ? ` (${found.title})` : ''
    const feeds = [{ url: name, title: found.title, home: found.home }]
    return {
      found: `a feed of ${count(found.items.length, 'item')}${title}, followed from now on; their articles are read now`,
      feeds,
      run: (work) => followAll(feeds, work),
    }
  },
}
