// Brings a store to today's tables. Forward only: a ledger written by a newer Bubblewatch is left alone.
import type { Kysely } from 'kysely'
import type { Migration, Tables } from './schema.ts'

/**
 * Runs the steps that the store lacks, all of them or none.
 * @param place where the store is, for messages
 * @param steps every step from the empty store on
 * @throws Error of one line when the store is of a newer version, or holds tables that are not a ledger's
 */
export async function migrate(db: Kysely<Tables>, place: string, steps: readonly Migration[]): Promise<void> {
  if ((await versionOf(db, place, steps.length)) === steps.length) return
  await db.transaction().execute(async (all) => {
    // Asked again inside the transaction: another process may have been faster.
    const version = await versionOf(all, place, steps.length)
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
      await step.up(all)
      await all
        .insertInto('schema_version')
        .values({ version: i + 1, name: step.name })
        .execute()
    }
  })
}

async function versionOf(db: Kysely<Tables>, place: string, known: number): Promise<number> {
  const tables = (await db.introspection.getTables()).map((t) => t.name)
  if (!tables.length) return 0
  if (!tables.includes('schema_version'))
    throw new Error(
      `${place} is a database, but no ledger of Bubblewatch (it has no schema_version): choose another place with BUBBLEWATCH_DATA`,
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
