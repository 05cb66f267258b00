// The ledger as the other rooms see it, whichever store stands behind it.
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import type { ArticleRecord, LedgerClaim } from './records.ts'

export interface AddOptions {
  /** ISO instant at which the article was heard. */
  heard: string
  /** Version of the rules that read it. */
  reading: string
  /** Part of the first-run sample. */
  sample?: boolean
}

export interface ClaimFilter {
  /** A title in any spelling. */
  show?: string
  /** ISO day: only claims of articles published up to and on that day. */
  asOf?: string
  /** true: only the sample; false: only what is no sample; left out: both. */
  sample?: boolean
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
  claims: number
  shows: number
  /** Articles of the first-run sample among `articles`. */
  sample: number
}

/**
 * Articles and claims, append-only. Nothing added is ever edited; the same articles in any order leave the same ledger.
 * Every method may be called while another process uses the same ledger; each throws an Error of one line, saying what went
 * wrong where, when the store fails.
 */
export interface Ledger {
  /**
   * Keeps an article and its claims: all of it, or on failure nothing.
   * @returns the article's id, and whether it was new; an article already kept changes nothing, whatever comes with it
   */
  add(article: Article, claims: readonly Claim[], options: AddOptions): Promise<{ id: string; added: boolean }>
  /** Claims ordered by day of publication, then article, place in its text, and id: never by arrival. */
  claims(filter?: ClaimFilter): Promise<LedgerClaim[]>
  /** All shows, by code point of the spelling shown. */
  shows(): Promise<ShowCount[]>
  /** Every season that a claim names, and null for claims about a series as a whole; by show, null first. */
  seasons(): Promise<Array<{ show: string; season: number | null }>>
  /** An article with its text; null when there is none with that id. */
  article(id: string): Promise<ArticleRecord | null>
  /** Takes the first-run sample out again, the one thing that ever leaves. */
  removeSample(): Promise<{ articles: number; claims: number }>
  counts(): Promise<Counts>
  close(): Promise<void>
}
