// Between the tables of sources and items and what the rest of the program sees of them.
import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import { ownPage } from '../sources/address.ts'
import type { FeedItem } from '../sources/feeds/feed.ts'
import type { Source, SourceState, WaitingItem } from '../sources/source.ts'
import { keepable } from './identity.ts'
import { pick } from './pick.ts'
import type { ItemRow, SourceRow } from './schema.ts'
import { WAITING } from './schema.ts'

/** Taken by nobody. */
export const FREE = ''

export function sourceOf(row: SourceRow): Source {
  const { allow_private, next_poll, gap_from, gap_until, leased: _, ...same } = row
  return {
    ...same,
    allowPrivate: JSON.parse(allow_private) as string[],
    next: next_poll,
    gapFrom: gap_from,
    gapUntil: gap_until,
  }
}

export function stateRow(state: SourceState): Partial<SourceRow> {
  const { title, home, etag, modified, next, tried, succeeded, failures, failure, gaps, gapFrom, gapUntil } =
    keepable(state)
  const { address, moving, moves } = keepable(state)
  const same = { title, home, etag, modified, tried, succeeded, failures, failure, gaps, address, moving, moves }
  return { ...same, next_poll: next, gap_from: gapFrom, gap_until: gapUntil }
}

/** Compresses beside the event loop: a feed may carry megabytes. */
const packed = promisify(deflate) as (text: string) => Promise<Buffer>

export async function rowOf(source: string, item: FeedItem, now: string): Promise<ItemRow> {
  const { key, content, ...told } = item
  const { url, title, author, published, modified } = keepable(told)
  const out = Date.parse(published ?? '')
  return {
    source_id: source,
    key,
    url,
    host: url !== null && ownPage(url) !== null ? new URL(url).host : '',
    title,
    author,
    published,
    modified,
    content: content === null ? null : await packed(keepable(content)),
    time: out <= Date.parse(now) && out > 0 ? new Date(out).toISOString() : now,
    seen: now.slice(0, 10),
    state: WAITING,
    from_page: 0,
    tries: 0,
    next_try: now,
    failure: null,
    leased: FREE,
  }
}

export function itemOf(row: ItemRow, source: Source): WaitingItem {
  const { content, tries } = row
  return {
    ...pick(row, 'key', 'url', 'title', 'author', 'published', 'modified'),
    content: content === null ? null : inflateSync(content).toString(),
    source,
    tries,
  }
}
