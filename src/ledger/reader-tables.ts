// The step of migrations.ts by which the ledger knows who may read it, and what they follow.
import type { Kysely } from 'kysely'
import type { Earlier, Types } from './migrating.ts'

/** What lets readers in, and the shows that they follow. */
export async function makeReaderTables(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  await db.schema
    .createTable('keys')
    .addColumn('hash', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('reader', text, (c) => c.notNull())
    .addColumn('until_time', text)
    .execute()
  await db.schema
    .createTable('follows')
    .addColumn('reader', text, (c) => c.notNull())
    .addColumn('show_key', text, (c) => c.notNull())
    .addColumn('show', text, (c) => c.notNull())
    .addColumn('since', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('follows_of_readers', ['reader', 'show_key'])
    .execute()
}
