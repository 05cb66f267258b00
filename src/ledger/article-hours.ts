// The step of migrations.ts that keeps, beside the day of publication, its hour, and when an article was edited.
import type { Kysely } from 'kysely'
import type { Earlier, Types } from './migrating.ts'

/** Of what was heard before, nobody knows them. */
export async function addHours(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  for (const column of ['published_at', 'modified'])
    await db.schema.alterTable('articles').addColumn(column, text).execute()
}
