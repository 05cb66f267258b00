// A list of feeds in OPML, as other readers write it: a file, or an address.

import { asDocument } from '../../sources/fetch-page.ts'
import { readFileSource } from '../../sources/files.ts'
import { feedsIn } from '../../sources/opml.ts'
import { count } from '../count.ts'
import { followAll } from './follow.ts'
import type { Kind } from './kind.ts'

const OPML = /<opml[\s>]/i

export const opml: Kind = {
  async recognise({ name, answer, head }) {
    const start = (answer?.status === 200 ? answer.body.subarray(0, 4096) : head.subarray(0, 4096)).toString('latin1')
    if (!OPML.test(start)) return null
    const { text } = answer ? asDocument(answer) : await readFileSource(name)
    const feeds = feedsIn(text, name)
    if (!feeds.length) throw new Error(`${name}: a list without a single feed (no outline has an xmlUrl)`)
    return {
      found: `a list of ${count(feeds.length, 'feed')}, followed from now on; their articles are read now`,
      feeds,
      run: (work) => followAll(feeds, work),
    }
  },
}
