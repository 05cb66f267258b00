// The steps that lead from an empty store to today's tables (schema.ts), on SQLite and on PostgreSQL alike.
// Forward only. A step, once released, is never changed: another is added.
import { inflateSync } from 'node:zlib'
import type { Kysely, RawBuilder } from 'kysely'
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import { articleId, claimId, keptArticle, versionOf } from './identity.ts'
import { sketchOf } from './likeness.ts'

/** The types that the two stores name differently. */
export interface Types {
  /** Text that compares by code point. */
  text: RawBuilder<unknown>
  bytes: RawBuilder<unknown>
}

// biome-ignore lint/suspicious/noExplicitAny: each step sees the tables as the step before left them, which is not what schema.ts says
type Earlier = any

export interface Migration {
  name: string
  up(db: Kysely<Earlier>, types: Types): Promise<void>
}

/** What follows from the claims of any show is to be found anew. */
async function markAllStale(db: Kysely<Earlier>): Promise<void> {
  await db
    .insertInto('stale_shows')
    .columns(['show_key', 'mark'])
    .expression((e: Earlier) =>
      e
        .selectFrom('claims')
        .select((c: Earlier) => ['show_key', c.lit(0).as('mark')])
        .distinct(),
    )
    .execute()
}

/** The place in the list, counted from 1, is the version. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'articles and claims',
    async up(db, { text, bytes }) {
      await db.schema
        .createTable('articles')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('title', text)
        .addColumn('outlet', text)
        .addColumn('author', text)
        .addColumn('url', text)
        .addColumn('published', text)
        .addColumn('heard', text, (c) => c.notNull())
        .addColumn('day', text, (c) => c.notNull())
        .addColumn('sample', 'integer', (c) => c.notNull())
        .addColumn('reading', text, (c) => c.notNull())
        .addColumn('text', bytes, (c) => c.notNull())
        .addColumn('emphasis', text, (c) => c.notNull())
        .addColumn('headings', text, (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('claims')
        .addColumn('id', text, (c) => c.notNull())
        .addColumn('reading', text, (c) => c.notNull())
        .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
        .addColumn('show', text, (c) => c.notNull())
        .addColumn('show_key', text, (c) => c.notNull())
        .addColumn('season', 'integer')
        .addColumn('event', text, (c) => c.notNull())
        .addColumn('factuality', text, (c) => c.notNull())
        .addColumn('speaker', text)
        .addColumn('role', text, (c) => c.notNull())
        .addColumn('via', text, (c) => c.notNull())
        .addColumn('date', text)
        .addColumn('platform', text)
        .addColumn('stage', text)
        .addColumn('evidence', text, (c) => c.notNull())
        .addColumn('span_start', 'integer', (c) => c.notNull())
        .addColumn('span_end', 'integer', (c) => c.notNull())
        .addColumn('sentence_start', 'integer', (c) => c.notNull())
        .addColumn('sentence_end', 'integer', (c) => c.notNull())
        .addColumn('sentence_text', text, (c) => c.notNull())
        .addColumn('why', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('claims_of_readings', ['id', 'reading'])
        .execute()
      await db.schema.createIndex('claims_by_show').on('claims').columns(['show_key', 'show', 'season']).execute()
      await db.schema.createIndex('claims_by_article').on('claims').column('article_id').execute()
      await db.schema.createIndex('articles_by_day').on('articles').column('day').execute()
    },
  },
  {
    // An article was known by its words alone, and the second hearing of another version was lost.
    name: 'readings, and versions of a page',
    async up(db, { text }) {
      await db.schema
        .createTable('readings')
        .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
        .addColumn('reading', text, (c) => c.notNull())
        .addColumn('read', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('readings_of_articles', ['article_id', 'reading'])
        .execute()
      await db.schema.alterTable('articles').addColumn('page', text).execute()
      await renameArticles(db)
      await db
        .insertInto('readings')
        .columns(['article_id', 'reading', 'read'])
        .expression((e: Earlier) => e.selectFrom('articles').select(['id', 'reading', 'heard']))
        .execute()
      await db.schema.createIndex('articles_by_page').on('articles').column('page').execute()
      await db.schema.dropIndex('claims_by_article').execute()
      await db.schema.createIndex('claims_by_article').on('claims').columns(['article_id', 'reading']).execute()
    },
  },
  {
    name: 'spells',
    async up(db, { text }) {
      await db.schema
        .createTable('spells')
        .addColumn('show_key', text, (c) => c.notNull())
        .addColumn('show', text, (c) => c.notNull())
        .addColumn('season', 'integer')
        .addColumn('from_day', text, (c) => c.notNull())
        .addColumn('until_day', text, (c) => c.notNull())
        .addColumn('fate', text, (c) => c.notNull())
        .addColumn('certainty', text, (c) => c.notNull())
        .addColumn('contested', 'integer', (c) => c.notNull())
        .addColumn('progress', text)
        .addColumn('premiere', text)
        .addColumn('platform', text)
        .addColumn('final', 'integer', (c) => c.notNull())
        .addColumn('delayed', text)
        .addColumn('since', text)
        .addColumn('before', text)
        .addColumn('deciding', text)
        .addColumn('pro', 'integer', (c) => c.notNull())
        .addColumn('contra', 'integer', (c) => c.notNull())
        .addColumn('open', 'integer', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('spells_by_show').on('spells').columns(['show_key', 'season']).execute()
      await db.schema.createIndex('spells_by_end').on('spells').columns(['until_day', 'from_day']).execute()
      await db.schema.createIndex('spells_by_start').on('spells').columns(['from_day', 'show_key']).execute()
      await db.schema
        .createTable('stale_shows')
        .addColumn('show_key', text, (c) => c.primaryKey())
        .addColumn('mark', 'bigint', (c) => c.notNull())
        .execute()
      await markAllStale(db)
    },
  },
  {
    name: 'sketches of texts',
    async up(db, { text }) {
      await db.schema
        .alterTable('articles')
        .addColumn('sketch', text, (c) => c.notNull().defaultTo(''))
        .execute()
      for (const { id } of await db.selectFrom('articles').select('id').orderBy('id').execute()) {
        const row = await db.selectFrom('articles').select('text').where('id', '=', id).executeTakeFirstOrThrow()
        const sketch = sketchOf(inflateSync(row.text).toString())
        await db.updateTable('articles').set({ sketch }).where('id', '=', id).execute()
      }
      // Near-copies share a root: what follows from them is found anew.
      await db.deleteFrom('stale_shows').execute()
      await markAllStale(db)
    },
  },
  {
    name: 'the newest of a board first',
    async up(db) {
      // What was never believed otherwise has an empty day, not none: the stores do not agree where nothing stands in an order.
      await db.updateTable('spells').set({ since: '' }).where('since', 'is', null).execute()
      await db.schema.createIndex('spells_by_since').on('spells').columns(['since', 'from_day', 'until_day']).execute()
    },
  },
  {
    // What has been read before tells none until it is read again.
    name: 'facts beside the status',
    async up(db, { text }) {
      await db.schema
        .createTable('facts')
        .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
        .addColumn('reading', text, (c) => c.notNull())
        .addColumn('place', 'integer', (c) => c.notNull())
        .addColumn('show_key', text, (c) => c.notNull())
        .addColumn('told', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('facts_of_readings', ['article_id', 'reading', 'place'])
        .execute()
      await db.schema.createIndex('facts_by_show').on('facts').column('show_key').execute()
    },
  },
  {
    name: 'sources and their items',
    async up(db, { text, bytes }) {
      await db.schema
        .createTable('sources')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('url', text, (c) => c.notNull())
        .addColumn('title', text)
        .addColumn('home', text)
        .addColumn('added', text, (c) => c.notNull())
        .addColumn('allow_private', text, (c) => c.notNull())
        .addColumn('etag', text)
        .addColumn('modified', text)
        .addColumn('next_poll', text, (c) => c.notNull())
        .addColumn('tried', text)
        .addColumn('succeeded', text)
        .addColumn('failures', 'integer', (c) => c.notNull())
        .addColumn('failure', text)
        .addColumn('gaps', 'integer', (c) => c.notNull())
        .addColumn('gap_from', text)
        .addColumn('gap_until', text)
        .addColumn('leased', text, (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('items')
        .addColumn('source_id', text, (c) => c.notNull().references('sources.id'))
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('url', text)
        .addColumn('host', text, (c) => c.notNull())
        .addColumn('title', text)
        .addColumn('author', text)
        .addColumn('published', text)
        .addColumn('content', bytes)
        .addColumn('time', text, (c) => c.notNull())
        .addColumn('seen', text, (c) => c.notNull())
        .addColumn('state', 'integer', (c) => c.notNull())
        .addColumn('from_page', 'integer', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('next_try', text, (c) => c.notNull())
        .addColumn('failure', text)
        .addColumn('leased', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('items_of_sources', ['source_id', 'key'])
        .execute()
      await db.schema.createIndex('items_by_key').on('items').columns(['key', 'from_page']).execute()
      await db.schema.createIndex('items_by_time').on('items').columns(['source_id', 'time']).execute()
      await db.schema
        .createIndex('items_by_host')
        .on('items')
        .columns(['state', 'host', 'next_try', 'leased'])
        .execute()
      await db.schema
        .createTable('hosts')
        .addColumn('name', text, (c) => c.primaryKey())
        .addColumn('robots', text)
        .addColumn('failure', text)
        .addColumn('until', text, (c) => c.notNull())
        .execute()
    },
  },
  {
    name: 'sources that have moved for good',
    async up(db, { text }) {
      for (const column of ['address', 'moving'])
        await db.schema.alterTable('sources').addColumn(column, text).execute()
      await db.schema
        .alterTable('sources')
        .addColumn('moves', 'integer', (c) => c.notNull().defaultTo(0))
        .execute()
    },
  },
]

/** Gives the articles of version 1, and their claims, the ids of version 2. */
async function renameArticles(db: Kysely<Earlier>): Promise<void> {
  for (const { id: old } of await db.selectFrom('articles').select('id').orderBy('id').execute()) {
    const row = await db.selectFrom('articles').selectAll().where('id', '=', old).executeTakeFirstOrThrow()
    const article = keptArticle({
      ...row,
      text: inflateSync(row.text).toString(),
      emphasis: JSON.parse(row.emphasis),
      headings: JSON.parse(row.headings),
    } as Article)
    const id = articleId(article)
    const page = versionOf(article.url)
    const { title, outlet, author, url } = article
    // The new row first: claims must always have an article.
    await db
      .insertInto('articles')
      .values({ ...row, id, title, outlet, author, url, page })
      .execute()
    for (const claim of await db.selectFrom('claims').selectAll().where('article_id', '=', old).execute()) {
      const { span_start, span_end, sentence_start, sentence_end, via } = claim
      const said = {
        ...claim,
        via: JSON.parse(via),
        span: { start: span_start, end: span_end },
        sentence: { start: sentence_start, end: sentence_end },
      } as Claim
      await db
        .updateTable('claims')
        .set({ id: claimId(id, said), article_id: id })
        .where('id', '=', claim.id)
        .where('reading', '=', claim.reading)
        .execute()
    }
    await db.deleteFrom('articles').where('id', '=', old).execute()
  }
}
