// Changes as a feed, in Atom (RFC 4287) and in JSON Feed 1.1: one entry for each belief that changed.
import { createHash } from 'node:crypto'
import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { showKey } from '../../catalogue/titles.ts'
import type { Change } from '../../verdict/changes.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { capital, chainOf, changeInWords, nameOf } from '../wording.ts'

export interface ChangeFeed {
  title: string
  /** Where the site is: "https://bubblewatch.example". */
  home: string
  /** Path of the feed itself, and of the page that it follows. */
  self: string
  page: string
  /** The newest first. */
  changes: readonly Change[]
}

interface Entry {
  id: string
  url: string
  title: string
  text: string
  updated: Date
}

/** XML has no room for most control characters. */
const clean = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

/** A name for what is always the same thing: the same on every server that knows of it. */
export function urnOf(...parts: ReadonlyArray<string | number | null>): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  // A UUID of version 8: made in a way of our own (RFC 9562).
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

function entryOf(home: string, change: Change): Entry {
  const { show, season, axis, day, until, claim } = change
  const key = showKey(show)
  const words = claim
    ? `“${claim.evidence}” — ${chainOf(claim, claim.article.outlet).join(' → ')}, ${dateInWords(claim.article.published)}`
    : 'What was said before is too old to count.'
  return {
    id: urnOf('change', key, season, axis, day),
    url: `${home}/show/${encodeURIComponent(key)}/${season ?? 'series'}?as_of=${until}`,
    title: clean(`${capital(nameOf(change))}: ${changeInWords(change)}`),
    text: clean(words),
    updated: new Date(`${until}T00:00:00Z`),
  }
}

/** The feed as Atom. */
export function atomOf({ title, home, self, page, changes }: ChangeFeed): string {
  const entries = changes.map((change) => entryOf(home, change))
  return generateAtomFeed({
    id: urnOf('feed', home, self),
    title: { value: clean(title) },
    // An empty feed has never been updated.
    updated: entries[0]?.updated ?? new Date(0),
    authors: [{ name: 'Bubblewatch' }],
    links: [
      { href: home + self, rel: 'self', type: 'application/atom+xml' },
      { href: home + page, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map(({ id, url, title, text, updated }) => ({
      id,
      title: { value: title },
      updated,
      summary: { value: text },
      links: [{ href: url, rel: 'alternate', type: 'text/html' }],
    })),
  })
}

/** The feed as JSON Feed. */
export function jsonFeedOf({ title, home, self, page, changes }: ChangeFeed): object {
  const feed = generateJsonFeed({
    title,
    home_page_url: home + page,
    feed_url: home + self,
    language: 'en',
    authors: [{ name: 'Bubblewatch' }],
    items: changes
      .map((change) => entryOf(home, change))
      .map(({ id, url, title, text, updated }) => ({ id, url, title, content_text: text, date_modified: updated })),
  })
  // An empty feed has its list all the same.
  return { items: [], ...(feed as object) }
}
