// The feeds to choose from on the page to start on: the trade's, and whatever else is followed.
import type { SourceBook } from '../../sources/source.ts'
import type { Suggestion } from '../../sources/suggestions.ts'
import { followChosen } from '../../sources/suggestions.ts'
import type { FeedChoices } from './start-page.ts'

/**
 * Makes them.
 * @param now milliseconds since 1970
 */
export function feedChoices(sources: SourceBook, suggestions: readonly Suggestion[], now: () => number): FeedChoices {
  return {
    async list() {
      const all = await sources.all()
      const followed = new Set(all.map(({ url }) => url))
      const known = new Set(suggestions.map(({ feed }) => feed))
      const others = all.filter(({ url }) => !known.has(url))
      return [
        ...suggestions.map(({ name, feed, about }) => ({ id: feed, title: name, about, chosen: followed.has(feed) })),
        ...others.map(({ title, url }) => ({ id: url, title: title ?? url, about: title ? url : '', chosen: true })),
      ]
    },
    async choose(ids) {
      const chosen = new Set(ids)
      for (const { id, url } of await sources.all()) if (!chosen.has(url)) await sources.unfollow(id)
      await followChosen(sources, suggestions, chosen, now())
    },
  }
}
