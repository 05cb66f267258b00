// What a poll and the reading of an item need.
import type { Article } from '../article/article.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Polite } from '../sources/polite.ts'
import type { PageOfArchive, Taken } from './archived.ts'
import type { Told } from './reading.ts'

export interface Tools {
  ledger: Ledger
  polite: Polite
  read: (article: Article) => Promise<Told>
  /** Takes a page of an archive apart, and reads it. */
  readArchived: (page: PageOfArchive) => Promise<Taken>
  /** Version of the rules that read. */
  rules: string
  /** Milliseconds since 1970. */
  now: () => number
  /** From 0 to 1, as Math.random. */
  chance: () => number
}

/** What came of a piece of work, to be told. */
export type Outcome =
  | { kind: 'poll'; name: string; fresh: number; failure: string | null }
  | { kind: 'page'; name: string; added: boolean; claims: number; failure: string | null }
  | {
      kind: 'archive'
      name: string
      /** Articles new in the ledger, and their claims. */
      articles: number
      claims: number
      /** Lines about what is broken in it. */
      faults: string[]
      failure: string | null
    }

export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()
