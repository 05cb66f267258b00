// Brings a store to today's tables. Forward only: a ledger written by a newer Bubblewatch is left alone.
import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Migration } from './migrations.ts'
import type { Tables } from './schema.ts'

/**
 * Runs the steps that the store lacks, all of them or none.
 * @param steps every step from the empty store on
 * @throws Error of one line when the store is of a newer version, or holds tables that are not a ledger's
 */
export async function migrate(store: Database, steps: readonly Migration[]): Promise<void> {
  const { db, types } = store
  if ((await versionOf(store, db, steps.length)) === steps.length) return
  await db.transaction().execute(async (all) => {
    await store.lock(all)
    // Asked again inside the transaction: another process may have been faster.
    const version = await versionOf(store, all, steps.length)
    if (version === 0) {
      await all.schema
        .createTable('schema_version')
        .ifNotExists()
        .addColumn('version', 'integer', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .execute()
    }
    for (const [i, step] of steps.entries()) {
      if (i < version) continue
      await step.up(all, types)
      await all
        .insertInto('schema_version')
        .values({ version: i + 1, name: step.name })
        .execute()
    }
  })
}

async function versionOf({ place, tables }: Database, db: Kysely<Tables>, known: number): Promise<number> {
  const found = await tables(db)
  if (!found.length) return 0
  if (!found.includes('schema_version'))
    throw new Error(
      `${place} is a database, but no ledger of Bubblewatch (it has no schema_version): choose another place with BUBBLEWATCH_DATA or DATABASE_URL`,
    )
  const { version } = await db
    .selectFrom('schema_version')
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  if (version > known)
    throw new Error(
      `${place} was written by a newer Bubblewatch (tables ${version}, this one knows ${known}): update Bubblewatch`,
    )
  return version ?? 0
}
