// The step of migrations.ts by which a board in brief is one text, and what changed need not be found anew among the claims.
import type { Kysely } from 'kysely'
import type { Earlier, Types } from './migrating.ts'

/** Turns, and spells in brief; the spells are to be made anew. */
export async function makeTurnTables(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  await db.deleteFrom('spells').execute()
  await db.schema.dropIndex('spells_on_boards').execute()
  await db.schema.alterTable('spells').dropColumn('look').execute()
  await db.schema
    .alterTable('spells')
    .addColumn('brief', text, (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('spells_on_boards')
    .on('spells')
    .columns(['reach', 'from_day', 'until_day', 'brief', 'since', 'premiere', 'platform'])
    .execute()
  await db.schema
    .createTable('turns')
    .addColumn('show_key', text, (c) => c.notNull())
    .addColumn('show', text, (c) => c.notNull())
    .addColumn('season', 'integer')
    .addColumn('axis', text, (c) => c.notNull())
    .addColumn('day', text, (c) => c.notNull())
    .addColumn('opened', text, (c) => c.notNull())
    .addColumn('was', text, (c) => c.notNull())
    .addColumn('belief', text, (c) => c.notNull())
    .addColumn('claim', text)
    .execute()
  await db.schema.createIndex('turns_by_day').on('turns').columns(['day', 'show_key']).execute()
  await db.schema.createIndex('turns_by_show').on('turns').column('show_key').execute()
}
