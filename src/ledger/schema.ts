// The tables of the ledger, as today's version of it has them. What leads there is in migrations.ts.
export interface ArticleRow {
  /** articleId(): all else of the row that the article tells follows from it. */
  id: string
  /** Which page it stands on (pageOf): the articles of one page are its versions. Null for what stands on no page of its own. */
  page: string | null
  title: string | null
  outlet: string | null
  author: string | null
  url: string | null
  /** As the article tells it. */
  published: string | null
  /** ISO instant: the earliest at which anybody heard it. */
  heard: string
  /** `published`, or the day it was heard: the day from which its claims count. */
  day: string
  /** 1 for the first-run sample, else 0. */
  sample: number
  /** The version of the rules whose claims count: that of the latest row in `readings`, kept here for the sake of speed. */
  reading: string
  /** UTF-8, deflated (zlib format). */
  text: Uint8Array
  /** JSON: Span[]. */
  emphasis: string
  headings: string
}

/** That some rules have read an article, whether or not they found a claim. */
export interface ReadingRow {
  article_id: string
  /** Version of the rules. */
  reading: string
  /** ISO instant. */
  read: string
}

export interface ClaimRow {
  id: string
  /** Version of the rules that made it: a later reading stands beside an earlier one. */
  reading: string
  article_id: string
  show: string
  /** showKey(show). Whoever changes showKey adds a migration that makes these anew. */
  show_key: string
  season: number | null
  event: string
  factuality: string
  speaker: string | null
  role: string
  /** JSON: string[]. */
  via: string
  date: string | null
  platform: string | null
  stage: string | null
  evidence: string
  span_start: number
  span_end: number
  sentence_start: number
  sentence_end: number
  sentence_text: string
  /** JSON: Step[]. */
  why: string
}

export interface Tables {
  articles: ArticleRow
  readings: ReadingRow
  claims: ClaimRow
  schema_version: { version: number; name: string }
}
