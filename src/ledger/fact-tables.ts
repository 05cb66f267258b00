// The steps of migrations.ts that make the table of facts.
import type { Kysely } from 'kysely'
import { tiedKey } from './facts.ts'
import type { Earlier, Types } from './migrating.ts'

/** Facts beside the status. */
export async function makeFactTable(db: Kysely<Earlier>, { text }: Types): Promise<void> {
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
}

/** Facts are found by the other show, too, that they tell of. */
export async function tieFacts(db: Kysely<Earlier>, { text }: Types): Promise<void> {
  await db.schema.alterTable('facts').addColumn('tied_key', text).execute()
  const some = db
    .selectFrom('facts')
    .select(['article_id', 'reading', 'place', 'told'])
    .where((e: Earlier) =>
      e.or([e('told', 'like', '%"fact":"appearance"%'), e('told', 'like', '%"fact":"dependency"%')]),
    )
  for (const { told, ...id } of await some.execute())
    await db
      .updateTable('facts')
      .set({ tied_key: tiedKey(JSON.parse(told)) })
      .where((e: Earlier) => e.and(id))
      .execute()
  await db.schema.createIndex('facts_by_tie').on('facts').column('tied_key').execute()
}
