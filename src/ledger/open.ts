// Opens the ledger: where it lies by default, and in which state it must be before anybody uses it.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import envPaths from 'env-paths'
import { Kysely } from 'kysely'
import type { Ledger } from './ledger.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './schema.ts'
import { MIGRATIONS } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'
import { Store } from './store.ts'

/**
 * The file of the ledger: in the folder that BUBBLEWATCH_DATA names, else where the platform keeps an application's data.
 * @param env the environment
 * @returns a path; nothing is made
 */
export function ledgerPath(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(env.BUBBLEWATCH_DATA || envPaths('bubblewatch', { suffix: '' }).data, 'ledger.db')
}

/**
 * Opens a ledger, making it and the folders above it when there is none, and brings its tables up to date.
 * @param at its file, or ':memory:' for one that is gone when closed; ledgerPath() when left out
 * @throws Error of one line: what is wrong, where, and what to do
 */
export async function openLedger(at: string | { path?: string } = {}): Promise<Ledger> {
  const path = typeof at === 'string' ? at : (at.path ?? ledgerPath())
  if (path !== ':memory:') makeFolder(dirname(path))
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) })
  try {
    await migrate(db, path, MIGRATIONS)
  } catch (error) {
    await db.destroy().catch(() => {})
    throw error
  }
  return new Store(db)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`The ledger's folder ${folder} cannot be made (${code}): choose another with BUBBLEWATCH_DATA`, {
      cause: error,
    })
  }
}
