// The address of a site: its feeds are found.
import { decode } from '../../sources/charset.ts'
import { linksIn, USUAL_PLACES } from '../../sources/discover.ts'
import { looksLikeFeed } from '../../sources/feeds/parse.ts'
import { FetchError } from '../../sources/request.ts'
import type { Found } from './follow.ts'
import { followAll } from './follow.ts'
import type { Kind, Work } from './kind.ts'

export const home: Kind = {
  async recognise({ name, answer }, asked) {
    if (!answer || answer.status < 200 || answer.status >= 300) return null
    const type = answer.headers.get('content-type') ?? ''
    if (!/html/i.test(type) && type) return null
    const front = new URL(answer.url).pathname === '/'
    const { feeds, isArticle } = linksIn(decode(answer.body, type), answer.url)
    if (isArticle && !front) return null
    const found = feeds.length || !front ? feeds : await inUsualPlaces(answer.url, asked)
    if (!found.length) {
      if (!front) return null
      throw new Error(`${name}: a site that names no feed, and has none in the usual places; give a feed's address`)
    }
    const list = found.map(({ url, title }) => (title ? `${title} (${url})` : url)).join(', ')
    // What the feed calls itself says more than “» Feed”.
    const named = found.map(({ url }) => ({ url, title: null }))
    return {
      found: `a site with ${found.length === 1 ? 'a feed' : `${found.length} feeds`}, followed from now on: ${list}; ${found.length === 1 ? 'its' : 'their'} articles are read now`,
      feeds: named,
      run: (work) => followAll(named, work),
    }
  },
}

/** The first usual place at which there is a feed. */
async function inUsualPlaces(
  address: string,
  { polite, allowPrivate }: Pick<Work, 'polite' | 'allowPrivate'>,
): Promise<Found[]> {
  for (const place of USUAL_PLACES) {
    const url = new URL(place, address).href
    try {
      const answer = await polite.get(url, { allowPrivate })
      const type = answer.headers.get('content-type') ?? null
      if (answer.status === 200 && looksLikeFeed(decode(answer.body, type))) return [{ url, title: null }]
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
    }
  }
  return []
}
