// What the ledger keeps, as the rooms to its right see it.
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'

/** An article in the ledger, without its text. */
export interface ArticleRef {
  /** Hash of the text and what identifies the article: the same article has the same id everywhere. */
  id: string
  title: string | null
  outlet: string | null
  author: string | null
  url: string | null
  /** ISO day (YYYY-MM-DD); the day it was heard when the article tells none. */
  published: string
  /** ISO instant at which it was added. */
  heard: string
  /** Part of the first-run sample. */
  sample: boolean
}

/** A claim as the ledger keeps it: append-only, never edited. */
export interface LedgerClaim extends Claim {
  /** Hash of the article's id and what the claim says: the same claim has the same id everywhere. */
  id: string
  /** The words of the sentence around the evidence, so that it can be shown without the article's text. */
  sentenceText: string
  article: ArticleRef
}

/** An article as the ledger keeps it, whole: what was given to the reading, and what the ledger knows of it. */
export interface ArticleRecord {
  ref: ArticleRef
  /** As it was read: `published` is null here when the article tells no date. */
  article: Article
  /** Version of the rules that read it. */
  reading: string
}
