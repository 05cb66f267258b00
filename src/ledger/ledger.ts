// The ledger as the other rooms see it, whichever store stands behind it.
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import type { Fact } from '../reading/facts/fact.ts'
import type { SourceBook } from '../sources/source.ts'
import type { ArchiveBook } from '../sources/warc/place.ts'
import type { Lists } from './lists.ts'
import type { Readers } from './readers.ts'
import type {
  ArticleRecord,
  Brief,
  Derived,
  Kept,
  LedgerClaim,
  LedgerFact,
  Outlet,
  Reading,
  Root,
  Spell,
  Turn,
} from './records.ts'
import type { TurnsAsked } from './turns.ts'

export interface AddOptions {
  /** ISO instant at which the article was heard. */
  heard: string
  /** Version of the rules that read it. */
  reading: string
  /** Part of the first-run sample. */
  sample?: boolean
  /** What the article tells beside its claims. */
  facts?: readonly Fact[]
}

export interface ClaimFilter {
  /** A title in any spelling, or its key. */
  show?: string
  /** ISO day: only claims of articles published up to and on that day. */
  asOf?: string
  /** ISO instant: only what had been heard by then, as it was read then. */
  knownAt?: string
  /** Only what this article says, as its reading has it: whether or not other versions of its page say it too. */
  article?: string
  /** true: only the sample; false: only what is no sample; left out: both. */
  sample?: boolean
}

/** What is asked of a board. */
export interface BoardAsked {
  /** As typed: words that stand in the title or the platform, or the title in another spelling. */
  search?: string
  /** Only the seasons of this fate. */
  fate?: string
  /** Only those on this platform, as it is written. */
  platform?: string
  /** Only those whose premiere is known to be in this year: "2018". */
  year?: string
  /** Only those whose fate has held since this ISO day, or a later one: what changed. */
  since?: string
  /** Only those of these shows, by key. */
  among?: readonly string[]
  /** The newest change first when left out. */
  sort?: BoardSort
  /** All fates in one list, rather than one after another. */
  flat?: boolean
  /** Of each fate, or of the one list: rows passed over, and rows given at most. */
  skip?: number
  limit: number
}

export const BOARD_SORTS = ['newest', 'title', 'premiere', 'certainty'] as const
export type BoardSort = (typeof BOARD_SORTS)[number]

/** What boards may be filtered by: the platforms and the years of premieres as things stand now, with how many seasons have them. */
export interface Facets {
  platforms: ReadonlyArray<{ platform: string; seasons: number }>
  /** The latest first. */
  years: readonly string[]
}

/** A season that stood otherwise on one day than on another. */
export interface Difference {
  key: string
  show: string
  season: number | null
  /** Null where nothing was on the board of that day. */
  was: Pick<Spell, 'fate' | 'certainty'> | null
  is: Pick<Spell, 'fate' | 'certainty'> | null
}

/** A season on a board. */
export interface BoardRow {
  /** Key of the show (catalogue/titles.ts). */
  key: string
  spell: Spell
  /** The words that decide. */
  deciding: LedgerClaim | null
  /** The words that decide are sample; where none do, all that is known of the show. */
  sample: boolean
}

export interface Board {
  /** How many seasons there are of each fate, found by the search, whichever of them are given. */
  fates: ReadonlyMap<string, number>
  /** By fate; those yet to come first, then the newest change. */
  rows: readonly BoardRow[]
}

/** A show in its most frequent spelling. */
export interface ShowCount {
  /** What its spellings have in common (catalogue/titles.ts). */
  key: string
  show: string
  claims: number
}

export interface Counts {
  articles: number
  /** As they are read now. */
  claims: number
  shows: number
  /** Articles of the first-run sample among `articles`. */
  sample: number
  /** Readings of all articles, those since replaced included. */
  readings: number
}

/**
 * Articles and the claims that were read out of them, append-only. Nothing kept is ever edited: an edited article is another
 * version of its page, a reading by later rules stands beside the earlier one. The same articles in any order, any number of
 * times, by any number of writers, leave the same ledger.
 *
 * Every method may be called while other processes use the same ledger; each throws an Error of one line, saying what went wrong
 * where, when the store fails.
 */
export interface Ledger {
  /** Everything that is kept, a page at a time. */
  readonly lists: Lists
  /** Who may read it over the network, and what they follow. */
  readonly readers: Readers
  /** The sources that are followed, and how far they have been read. */
  readonly sources: SourceBook
  /** Archives of the web, and how far they have been read. */
  readonly archives: ArchiveBook
  /**
   * Keeps an article and its claims: all of it, or on failure nothing.
   * @returns the article's id, and whether it was new. Of an article already kept, only what is new is kept: a reading by other
   *   rules, an earlier time at which it was heard
   */
  add(article: Article, claims: readonly Claim[], options: AddOptions): Promise<{ id: string; added: boolean }>
  /**
   * Keeps articles with all their readings, in one piece: all of them, or on failure nothing.
   * @returns for each, in their order, its id and whether it was new
   */
  put(entries: readonly Kept[]): Promise<Array<{ id: string; added: boolean }>>
  /** The same with more than the memory holds at once: all the pieces, or on failure none. Meanwhile nobody else may write. */
  putAll(pieces: AsyncIterable<readonly Kept[]>): Promise<Array<{ id: string; added: boolean }>>
  /** Claims ordered by day, then article, place in its text, and id: never by arrival. */
  claims(filter?: ClaimFilter): Promise<LedgerClaim[]>
  /**
   * Facts about a show beside its status, ordered by day, then article and place in its text; of an edited page what its last version tells.
   * @param show a title in any spelling, or its key
   */
  facts(show: string, filter?: Pick<ClaimFilter, 'asOf' | 'knownAt' | 'sample'>): Promise<LedgerFact[]>
  /** All shows, by code point of the spelling shown. */
  shows(): Promise<ShowCount[]>
  /** Every season that a claim names, and null for claims about a series as a whole; by show, null first. */
  seasons(): Promise<Array<{ show: string; season: number | null }>>
  /** An article with its text; null when there is none with that id. */
  article(id: string): Promise<ArticleRecord | null>
  /** The versions of the page that an article stands on, itself included, the first heard first; [] when there is no such article. */
  versions(id: string): Promise<ArticleRecord['ref'][]>
  /**
   * Articles that some rules have not read.
   * @param reading version of the rules
   * @param after id of the last article of the page before; '' for the first
   * @returns at most `limit`, by id
   */
  unread(reading: string, after: string, limit: number): Promise<Array<{ id: string; article: Article }>>
  /** How many those are. */
  unreadCount(reading: string): Promise<number>
  /** Keeps what later rules read out of an article. Once for each version of the rules; the claims of the latest count. */
  reread(id: string, reading: Reading): Promise<void>
  /**
   * Everything that the ledger keeps.
   * @returns articles by id, each with its readings, the first made first, and their claims by place in the text
   */
  everything(): AsyncIterable<Kept>
  /**
   * Makes spells and roots of every show anew of which something has been heard since.
   * @param derive what follows from the claims of one show (verdict/spells.ts), which the ledger need not understand
   * @returns how many shows that were
   */
  refresh(derive: (claims: readonly LedgerClaim[]) => Derived): Promise<number>
  /**
   * The sources of a show, as of the last refresh, by the day on which they opened.
   * @param show a title in any spelling, or its key
   */
  roots(show: string): Promise<Root[]>
  /** The outlets heard of, by code point; the sample's are not among them. */
  outlets(): Promise<Outlet[]>
  /** The whole board of an ISO day, as of the last refresh: how each season stood, the newest change first. */
  briefs(day: string): Promise<Brief[]>
  /** A page of the board of an ISO day, as of the last refresh. */
  board(day: string, asked: BoardAsked): Promise<Board>
  /** The ISO days on which articles with claims came out, the first first. */
  days(): Promise<string[]>
  /** The beliefs that changed, as of the last refresh, with those before them that are told with them as one; in no order. */
  turns(asked: TurnsAsked): Promise<Turn<LedgerClaim>[]>
  /** The ids of all articles, in order. */
  ids(): AsyncIterable<string>
  /** Takes the first-run sample out again, the one thing that ever leaves. */
  removeSample(): Promise<{ articles: number; claims: number }>
  counts(): Promise<Counts>
  close(): Promise<void>
}
