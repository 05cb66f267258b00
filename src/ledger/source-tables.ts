// The step of migrations.ts that makes the tables of what comes in.
import type { Kysely } from 'kysely'
import type { Earlier, Types } from './migrating.ts'

/** Sources, their items, and what is remembered of servers. */
export async function makeSourceTables(db: Kysely<Earlier>, { text, bytes }: Types): Promise<void> {
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
  await db.schema.createIndex('items_by_host').on('items').columns(['state', 'host', 'next_try', 'leased']).execute()
  await db.schema
    .createTable('hosts')
    .addColumn('name', text, (c) => c.primaryKey())
    .addColumn('robots', text)
    .addColumn('failure', text)
    .addColumn('until', text, (c) => c.notNull())
    .execute()
}

/** Archives that wait to be read by whoever works. */
export async function makeLeftArchives(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  await db.schema
    .createTable('left_archives')
    .addColumn('path', text, (c) => c.primaryKey())
    .addColumn('failure', text)
    .addColumn('leased', text, (c) => c.notNull())
    .execute()
}

/** Where a source is that says that it has moved, and how often it has said so. */
export async function addMoves(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  for (const column of ['address', 'moving']) await db.schema.alterTable('sources').addColumn(column, text).execute()
  await db.schema
    .alterTable('sources')
    .addColumn('moves', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}

/** When a feed says that an item was edited. */
export async function addEdits(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  await db.schema.alterTable('items').addColumn('modified', text).execute()
}
