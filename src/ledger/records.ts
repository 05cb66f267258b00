// What the ledger keeps, as the rooms to its right see it.
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
  id: string
  article: ArticleRef
}
