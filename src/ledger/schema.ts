// The tables, and the steps that lead from an empty store to today's. A step, once released, is never changed: another is added.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export interface ArticleRow {
  id: string
  title: string | null
  outlet: string | null
  author: string | null
  url: string | null
  /** As the article tells it. */
  published: string | null
  /** ISO instant. */
  heard: string
  /** `published`, or the day it was heard: the day from which its claims count. */
  day: string
  /** 1 for the first-run sample, else 0. */
  sample: number
  /** Version of the rules that read it. */
  reading: string
  /** UTF-8, deflated (zlib format). */
  text: Uint8Array
  /** JSON: Span[]. */
  emphasis: string
  headings: string
}

export interface ClaimRow {
  id: string
  /** Version of the rules that made it: a later reading stands beside an earlier one. */
  reading: string
  article_id: string
  show: string
  /** showKey(show). Whoever changes showKey adds a step that makes these anew. */
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
  claims: ClaimRow
  schema_version: { version: number; name: string }
}

export interface Migration {
  name: string
  up(db: Kysely<Tables>): Promise<void>
}

/** Forward only; the place in the list, counted from 1, is the version. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'articles and claims',
    async up(db) {
      await db.schema
        .createTable('articles')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('title', 'text')
        .addColumn('outlet', 'text')
        .addColumn('author', 'text')
        .addColumn('url', 'text')
        .addColumn('published', 'text')
        .addColumn('heard', 'text', (c) => c.notNull())
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('sample', 'integer', (c) => c.notNull())
        .addColumn('reading', 'text', (c) => c.notNull())
        .addColumn('text', sql`blob`, (c) => c.notNull())
        .addColumn('emphasis', 'text', (c) => c.notNull())
        .addColumn('headings', 'text', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('claims')
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('reading', 'text', (c) => c.notNull())
        .addColumn('article_id', 'text', (c) => c.notNull().references('articles.id'))
        .addColumn('show', 'text', (c) => c.notNull())
        .addColumn('show_key', 'text', (c) => c.notNull())
        .addColumn('season', 'integer')
        .addColumn('event', 'text', (c) => c.notNull())
        .addColumn('factuality', 'text', (c) => c.notNull())
        .addColumn('speaker', 'text')
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('via', 'text', (c) => c.notNull())
        .addColumn('date', 'text')
        .addColumn('platform', 'text')
        .addColumn('stage', 'text')
        .addColumn('evidence', 'text', (c) => c.notNull())
        .addColumn('span_start', 'integer', (c) => c.notNull())
        .addColumn('span_end', 'integer', (c) => c.notNull())
        .addColumn('sentence_start', 'integer', (c) => c.notNull())
        .addColumn('sentence_end', 'integer', (c) => c.notNull())
        .addColumn('sentence_text', 'text', (c) => c.notNull())
        .addColumn('why', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('claims_of_readings', ['id', 'reading'])
        .execute()
      await db.schema.createIndex('claims_by_show').on('claims').columns(['show_key', 'show', 'season']).execute()
      await db.schema.createIndex('claims_by_article').on('claims').column('article_id').execute()
      await db.schema.createIndex('articles_by_day').on('articles').column('day').execute()
    },
  },
]
