// A feed's text to a Feed: RSS 0.9x to 2.0, RDF, Atom, JSON Feed. Runs in a thread (feed-worker.ts).
import { parseFeed } from 'feedsmith'
import { hasDoctype } from './doctype.ts'
import type { Feed, FeedItem } from './feed.ts'
import { itemKey } from './item-key.ts'
import { mended } from './mend.ts'

/** Letters of an address, a headline and a text beyond which nothing of the trade goes. */
const LONGEST = { url: 4000, title: 1000, content: 500_000 }
/** Items of one feed that are looked at. */
const MOST_ITEMS = 5000
const PERIODS: Readonly<Record<string, number>> = { hourly: 3600, daily: 86_400, weekly: 604_800, monthly: 2_592_000 }

type Parsed = ReturnType<typeof parseFeed>

/** Whether a text looks like a feed, well-formed or not. */
export const looksLikeFeed = (text: string): boolean =>
  /<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i.test(text.slice(0, 4096)) ||
  (/^\ufeff?\s*\{/.test(text) && /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(text.slice(0, 4096)))

/**
 * Reads a feed.
 * @param url where it was found, against which its links are resolved
 * @throws Error whose message goes on from the feed's address: "is no feed …"
 */
export function readFeed(text: string, url: string): Feed {
  if (!/^\ufeff?\s*\{/.test(text) && hasDoctype(text))
    throw new Error(
      /<!doctype html/i.test(text.slice(0, 1024))
        ? 'is a web page, no feed'
        : 'declares a document type (DOCTYPE), which is refused: no feed needs one, and it can be made to harm',
    )
  const whole = hasEnd(text) ? attempt(text) : null
  if (whole) return feedOf(whole, url, true)
  for (const documents of mended(text)) {
    const saved = documents.flatMap((document) => attempt(document) ?? [])
    const [first, ...rest] = saved
    if (!first) continue
    const feed = feedOf(first, url, false)
    return { ...feed, items: unique([feed, ...rest.map((one) => feedOf(one, url, false))].flatMap((f) => f.items)) }
  }
  throw new Error(
    looksLikeFeed(text) ? 'is a feed too damaged to be read' : 'is no feed (RSS, Atom, RDF and JSON Feed are read)',
  )
}

/** The parser takes what was cut off for whole in places, with half an item. */
const hasEnd = (text: string): boolean => /^\ufeff?\s*\{/.test(text) || /<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.test(text)

function attempt(text: string): Parsed | null {
  try {
    return parseFeed(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

function feedOf(parsed: Parsed, url: string, whole: boolean): Feed {
  const feed = parsed.feed as unknown as AnyFeed
  const home = absolute(feed.link ?? linkOf(feed.links) ?? feed.home_page_url ?? null, url)
  const entries = feed.items ?? feed.entries ?? []
  const items = unique(entries.slice(0, MOST_ITEMS).map((entry) => itemOf(entry, home ?? url)))
  return {
    title: textOf(feed.title),
    home,
    rest: restOf(feed),
    items,
    whole: whole && entries.length <= MOST_ITEMS,
  }
}

/** What the kinds of feed call the same things differently. */
interface AnyFeed {
  title?: unknown
  link?: string
  links?: Links
  home_page_url?: string
  ttl?: number
  sy?: { updatePeriod?: string; updateFrequency?: number }
  items?: AnyEntry[]
  entries?: AnyEntry[]
}

type Links = ReadonlyArray<{ href?: string; rel?: string }>

interface AnyEntry {
  title?: unknown
  link?: string
  links?: Links
  url?: string
  external_url?: string
  guid?: { value?: string; isPermaLink?: boolean }
  pubDate?: string
  published?: string
  updated?: string
  date_published?: string
  date_modified?: string
  dc?: { date?: string; dates?: string[]; creators?: string[] }
  dcterms?: { created?: string; issued?: string; modified?: string }
  authors?: ReadonlyArray<unknown>
  content?: unknown
  content_html?: string
  content_text?: string
  description?: string
  summary?: unknown
  atom?: { links?: Links; updated?: string }
}

function itemOf(e: AnyEntry, base: string): FeedItem {
  const permalink = e.guid?.isPermaLink !== false && /^https?:/.test(e.guid?.value ?? '') ? e.guid?.value : null
  const url = absolute(
    e.link ?? linkOf(e.links) ?? e.url ?? e.external_url ?? linkOf(e.atom?.links) ?? permalink ?? null,
    base,
  )
  const title = textOf(e.title)?.slice(0, LONGEST.title) ?? null
  const content = fullest(e)?.slice(0, LONGEST.content) ?? null
  return {
    key: itemKey(url, title, content),
    url,
    title,
    author: textOf(e.dc?.creators?.[0] ?? e.authors?.[0])?.slice(0, LONGEST.title) ?? null,
    published:
      e.pubDate ??
      e.published ??
      e.date_published ??
      e.dc?.dates?.[0] ??
      e.dc?.date ??
      e.dcterms?.issued ??
      e.dcterms?.created ??
      e.updated ??
      e.date_modified ??
      null,
    modified: e.updated ?? e.date_modified ?? e.dcterms?.modified ?? e.atom?.updated ?? null,
    content,
  }
}

/** The longest of what it carries: of a full text and a teaser, the text. */
function fullest(e: AnyEntry): string | null {
  const encoded = (e.content as { encoded?: string } | undefined)?.encoded
  return [encoded, textOf(e.content), e.content_html, e.content_text, e.description, textOf(e.summary)].reduce<
    string | null
  >((best, one) => (one && one.length > (best?.length ?? 0) ? one : best), null)
}

/** A text, a name, or what an Atom construct holds. */
function textOf(value: unknown): string | null {
  const held = typeof value === 'object' && value !== null ? (value as { value?: unknown; name?: unknown }) : null
  const text = held ? (held.value ?? held.name) : value
  return typeof text === 'string' && text.trim() ? text.trim() : null
}

const linkOf = (links: Links | undefined): string | null =>
  (links?.find(({ rel, href }) => href && (!rel || rel === 'alternate')) ?? null)?.href ?? null

function absolute(link: string | null, base: string): string | null {
  const url = link === null || link.length > LONGEST.url ? null : URL.parse(link.trim(), base)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null
}

function restOf({ ttl, sy }: AnyFeed): number | null {
  if (typeof ttl === 'number' && ttl > 0) return ttl * 60
  const period = PERIODS[sy?.updatePeriod?.toLowerCase() ?? '']
  return period ? Math.round(period / Math.max(1, sy?.updateFrequency ?? 1)) : null
}

/** The first of each key. */
function unique(items: readonly FeedItem[]): FeedItem[] {
  return [...new Map(items.toReversed().map((item) => [item.key, item])).values()].reverse()
}
