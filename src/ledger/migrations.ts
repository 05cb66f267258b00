// The steps that lead from an empty store to today's tables (schema.ts), on SQLite and on PostgreSQL alike.
// Forward only. A step, once released, is never changed: another is added.
import { inflateSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { addHours } from './article-hours.ts'
import { makeFactTable, tieFacts } from './fact-tables.ts'
import { sketchOf } from './likeness.ts'
import type { Earlier, Types } from './migrating.ts'
import { keepOutlets, tellingsOf } from './outlets.ts'
import { makeReaderTables } from './reader-tables.ts'
import { renameArticles } from './renaming.ts'
import { addEdits, addMoves, makeLeftArchives, makeSourceTables } from './source-tables.ts'
import { makeTurnTables } from './turn-tables.ts'

export interface Migration {
  name: string
  up(db: Kysely<Earlier>, types: Types): Promise<void>
}

/** What follows from the claims of any show is to be found anew. */
async function markAllStale(db: Kysely<Earlier>): Promise<void> {
  await db.deleteFrom('stale_shows').execute()
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
    up: makeFactTable,
  },
  {
    // The whole board of any day out of one index, which has all that a board shows.
    name: 'spells by their reach',
    async up(db, { text }) {
      await db.deleteFrom('spells').execute()
      await db.schema
        .alterTable('spells')
        .addColumn('reach', 'integer', (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema
        .alterTable('spells')
        .addColumn('look', text, (c) => c.notNull().defaultTo(''))
        .execute()
      await db.schema.dropIndex('spells_by_since').execute()
      await db.schema
        .createIndex('spells_on_boards')
        .on('spells')
        .columns([
          'reach',
          'from_day',
          'until_day',
          'show',
          'season',
          'look',
          'since',
          'premiere',
          'platform',
          'delayed',
        ])
        .execute()
      await markAllStale(db)
    },
  },
  {
    name: 'outlets and roots',
    async up(db, { text }) {
      await db.schema
        .createTable('outlets')
        .addColumn('name', text, (c) => c.primaryKey())
        .addColumn('published', text, (c) => c.notNull())
        .addColumn('heard', text, (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('roots')
        .addColumn('show_key', text, (c) => c.notNull())
        .addColumn('id', text, (c) => c.notNull())
        .addColumn('speaker', text)
        .addColumn('outlet', text)
        .addColumn('published', text, (c) => c.notNull())
        .addColumn('heard', text, (c) => c.notNull())
        .addColumn('claims', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('roots_of_shows', ['show_key', 'id'])
        .execute()
      for (let after = ''; ; ) {
        const of = db.selectFrom('articles').select('id').where('id', '>', after).orderBy('id').limit(500)
        const ids: string[] = (await of.execute()).map(({ id }: { id: string }) => id)
        if (!ids.length) break
        await keepOutlets(db, await tellingsOf(db, ids))
        after = ids.at(-1)!
      }
      await markAllStale(db)
    },
  },
  {
    name: 'readers',
    up: makeReaderTables,
  },
  {
    name: 'sources and their items',
    up: makeSourceTables,
  },
  {
    name: 'archives left half-way',
    async up(db, { text }) {
      await db.schema
        .createTable('archives')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('place', text, (c) => c.notNull())
        .execute()
    },
  },
  {
    name: 'turns, and spells in brief',
    async up(db, types) {
      await makeTurnTables(db, types)
      await markAllStale(db)
    },
  },
  {
    name: 'facts that tie shows',
    up: tieFacts,
  },
  {
    name: 'sources that have moved for good',
    up: addMoves,
  },
  {
    name: 'archives left to the workers',
    up: makeLeftArchives,
  },
  {
    name: 'spells in brief, quicker to take apart',
    async up(db) {
      await db.deleteFrom('spells').execute()
      await db.schema
        .createIndex('spells_that_last')
        .on('spells')
        .columns(['since', 'brief', 'from_day', 'until_day', 'premiere', 'platform', 'reach'])
        .where('reach', '<', 1)
        .execute()
      await markAllStale(db)
    },
  },
  {
    name: 'the hours of publication and editing',
    up: addHours,
  },
  {
    name: 'when an item of a feed was edited',
    up: addEdits,
  },
]
