// Between the records of the ledger and the rows of its tables.
import { deflateSync, inflateSync } from 'node:zlib'
import type { Article } from '../article/article.ts'
import { showKey } from '../catalogue/titles.ts'
import type { Claim } from '../reading/claim.ts'
import { claimId, kept, versionOf } from './identity.ts'
import { sketchOf } from './likeness.ts'
import { pick } from './pick.ts'
import type { ArticleRecord, ArticleRef, Kept, LedgerClaim, Reading } from './records.ts'
import type { ArticleRow, ClaimRow } from './schema.ts'

/** An article is short: zlib's own buffers, which are made anew for each, need not hold a megabyte. The format is the same. */
const COMPRESSION = { windowBits: 14, memLevel: 7, chunkSize: 4096 }

/**
 * The row of an article.
 * @param id articleId(article)
 * @param article as keptArticle made it
 */
export const articleRow = (id: string, { article, heard, sample, readings }: Kept): ArticleRow => ({
  id,
  page: versionOf(article.url),
  ...pick(article, 'title', 'outlet', 'author', 'url', 'published', 'modified'),
  published_at: article.publishedAt,
  heard,
  day: article.published ?? heard.slice(0, 10),
  sample: sample ? 1 : 0,
  reading: latest(readings).reading,
  text: deflateSync(article.text, COMPRESSION),
  emphasis: JSON.stringify(article.emphasis),
  headings: JSON.stringify(article.headings),
  sketch: sketchOf(article.text),
})

/** The reading whose claims count: the one made last; of two made at once, the later by name. */
const latest = (readings: readonly Reading[]): Reading =>
  readings.toSorted((a, b) => (a.read > b.read || (a.read === b.read && a.reading > b.reading) ? -1 : 1))[0]!

/**
 * The rows of an article's claims in one reading, each claim once.
 * @param text of the article, as it is kept
 */
export function claimRows(article: string, text: string, { reading, claims }: Reading): ClaimRow[] {
  const rows = new Map<string, ClaimRow>()
  for (const given of claims) {
    const c = kept(given, text)
    const id = claimId(article, c)
    rows.set(id, {
      id,
      reading,
      article_id: article,
      ...pick(c, 'show', 'season', 'event', 'factuality', 'speaker', 'role', 'date', 'platform', 'evidence'),
      show_key: showKey(c.show),
      via: JSON.stringify(c.via),
      stage: c.stage ?? null,
      span_start: c.span.start,
      span_end: c.span.end,
      sentence_start: c.sentence.start,
      sentence_end: c.sentence.end,
      sentence_text: text.slice(c.sentence.start, c.sentence.end),
      why: JSON.stringify(c.why),
    })
  }
  return [...rows.values()]
}

export const refOf = (
  row: Pick<ArticleRow, 'id' | 'title' | 'outlet' | 'author' | 'url' | 'day' | 'modified' | 'heard' | 'sample'>,
): ArticleRef => ({
  ...pick(row, 'id', 'title', 'outlet', 'author', 'url', 'modified', 'heard'),
  published: row.day,
  sample: row.sample === 1,
})

export function articleOf(row: ArticleRow): Article {
  const text = inflateSync(row.text).toString()
  const [emphasis, headings] = [JSON.parse(row.emphasis), JSON.parse(row.headings)]
  const told = pick(row, 'title', 'outlet', 'author', 'published', 'modified', 'url')
  return { text, ...told, publishedAt: row.published_at, emphasis, headings }
}

export const recordOf = (row: ArticleRow): ArticleRecord => ({
  ref: refOf(row),
  article: articleOf(row),
  reading: row.reading,
})

/** A claim as the reading made it. */
export const saidBy = (row: ClaimRow): Claim => ({
  show: row.show,
  season: row.season,
  event: row.event as Claim['event'],
  factuality: row.factuality as Claim['factuality'],
  speaker: row.speaker,
  role: row.role as Claim['role'],
  via: JSON.parse(row.via),
  date: row.date,
  platform: row.platform,
  ...(row.stage === null ? {} : { stage: row.stage as NonNullable<Claim['stage']> }),
  evidence: row.evidence,
  span: { start: row.span_start, end: row.span_end },
  sentence: { start: row.sentence_start, end: row.sentence_end },
  why: JSON.parse(row.why),
})

export const claimOf = (row: ClaimRow, article: ArticleRef): LedgerClaim => ({
  id: row.id,
  ...saidBy(row),
  sentenceText: row.sentence_text,
  article,
})
