// What is known of the places that are asked for news, and how it is kept between one request and the next. The ledger's store
// keeps it (ledger/source-book.ts); nothing here knows how.
import { createHash } from 'node:crypto'
import type { FeedItem } from './feeds/feed.ts'

/** A feed that is followed. Instants are ISO strings in UTC. */
export interface Source {
  /** sourceId(url). */
  id: string
  url: string
  title: string | null
  /** Address of the site that it is of. */
  home: string | null
  added: string
  /** Hosts that may be reached for it although their addresses are not public. */
  allowPrivate: string[]
  /** As the server gave them with the last whole feed: sent along with the next request. */
  etag: string | null
  modified: string | null
  /** When it is to be asked next. */
  next: string
  /** When it was asked last; null for never. */
  tried: string | null
  /** When it answered last. */
  succeeded: string | null
  /** Failures since then, and the last in plain words. */
  failures: number
  failure: string | null
  /** How often its window had moved on between two requests, so that items may have been missed, and between which two last. */
  gaps: number
  gapFrom: string | null
  gapUntil: string | null
  /** Where it is asked since it has moved for good; null for where it was. */
  address: string | null
  /** Where its server has said last that it moved for good, and in how many answers in a row: kept as the address after a few. */
  moving: string | null
  moves: number
}

/** What a request to a source changes. */
export type SourceState = Omit<Source, 'id' | 'url' | 'added' | 'allowPrivate'>

/** An item whose article is still to be read. */
export interface WaitingItem extends FeedItem {
  source: Source
  /** How often it was tried. */
  tries: number
}

/** Work that is due: a host to be asked, under which name nothing else is asked meanwhile. */
export interface Due {
  /** Of a page: the host in its address with its port; empty for an item that needs no request. Of a poll: the source's id; an archive's path. */
  name: string
  kind: 'poll' | 'page' | 'archive'
}

/** How a source stands, with the number of its items. */
export interface SourceHealth {
  source: Source
  /** Items seen; among them those whose article is still to be read, and those given up, with the last failure. */
  items: number
  waiting: number
  lost: number
  trouble: string | null
}

/** What is remembered of a server. */
export interface HostRecord {
  /** Its robots.txt; '' when it has none; null when it could not be had. */
  robots: string | null
  /** Why not. */
  failure: string | null
  /** ISO instant until which that is believed. */
  until: string
}

/** Where sources and their items are kept. Several processes may use one at a time. */
export interface SourceBook {
  /** Begins to follow a feed; of one that is followed already, the hosts allowed are added. */
  follow(
    feed: { url: string; title?: string | null; home?: string | null; allowPrivate?: readonly string[] },
    now: string,
  ): Promise<{ source: Source; added: boolean }>
  /** Ends it. What was read out of it stays in the ledger. @returns whether it was followed */
  unfollow(id: string): Promise<boolean>
  /** All, by address. */
  all(): Promise<Source[]>
  health(): Promise<SourceHealth[]>
  /**
   * What is due: at most so much of each kind, the longest due first.
   * @param only ids of sources, beside whose nothing counts
   */
  due(now: string, limit: number, only?: readonly string[]): Promise<Due[]>
  /** When the next thing will be due; null for nothing. */
  nextDue(): Promise<string | null>
  /**
   * Takes a source to ask it, so that nobody else does until then.
   * @returns null when it is not due, or taken
   */
  leaseSource(id: string, now: string, until: string): Promise<Source | null>
  /** Takes the item of a host that has been due longest. */
  leaseItem(host: string, now: string, until: string): Promise<WaitingItem | null>
  /**
   * Keeps what a source answered: the items first, then, in the same piece, how it stands. Frees the source.
   * @param conclude told how many items were new, how many known, and when the latest came out (ISO instants, newest first)
   */
  keepPoll(
    id: string,
    items: readonly FeedItem[],
    now: string,
    conclude: (found: { fresh: number; known: number; before: number; times: string[] }) => SourceState,
  ): Promise<{ fresh: number }>
  /** An item's article is in the ledger. */
  keepDone(item: WaitingItem, how: { fromPage: boolean }): Promise<void>
  /** It could not be had now; `next` null gives it up. */
  keepLater(item: WaitingItem, how: { tries: number; next: string | null; failure: string }): Promise<void>
  /** Whether the same item was read from its page for another source. */
  isKept(item: WaitingItem): Promise<boolean>
  host(origin: string): Promise<HostRecord | null>
  keepHost(origin: string, record: HostRecord): Promise<void>
  /** ISO instant before which a host wants nothing asked; null for none. */
  notBefore(host: string): Promise<string | null>
  keepNotBefore(host: string, until: string): Promise<void>
}

/** @returns 12 hexadecimal digits, the same for the same address everywhere */
export const sourceId = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 12)
