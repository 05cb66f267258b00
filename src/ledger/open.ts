// Opens the ledger: where it lies by default, and in which state it must be before anybody uses it.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import envPaths from 'env-paths'
import type { Database } from './database.ts'
import type { Ledger } from './ledger.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sqliteStore } from './sqlite.ts'
import { Store } from './store.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The file of a ledger on this machine: in the folder that BUBBLEWATCH_DATA names, else where the platform keeps an application's
 * data.
 * @param env the environment
 * @returns a path; nothing is made
 */
export function ledgerPath(env: Environment = process.env): string {
  return join(env.BUBBLEWATCH_DATA || envPaths('bubblewatch', { suffix: '' }).data, 'ledger.db')
}

/** Where the ledger is: the PostgreSQL database that DATABASE_URL names, else the file that ledgerPath() tells. */
export const ledgerPlace = (env: Environment = process.env): string => env.DATABASE_URL || ledgerPath(env)

/**
 * Opens a ledger, making it and the folders above it when there is none, and brings its tables up to date.
 * @param at its file; ':memory:' for one that is gone when closed; or postgres://…; ledgerPlace() when left out. `beside`: a file is
 *   worked on in a thread of its own, for processes that must not stand still while the disk writes
 * @throws Error of one line: what is wrong, where, and what to do
 */
export async function openLedger(at: string | { path?: string; beside?: boolean } = {}): Promise<Ledger> {
  const place = typeof at === 'string' ? at : (at.path ?? ledgerPlace())
  const store = await storeAt(place, typeof at === 'object' && at.beside)
  try {
    await migrate(store, MIGRATIONS)
  } catch (error) {
    await store.db.destroy().catch(() => {})
    throw error
  }
  return new Store(store)
}

/** The store at a place, as it is: nobody has looked at its tables yet. */
export async function storeAt(place: string, beside = false): Promise<Database> {
  // The client of PostgreSQL is loaded by those who use it.
  if (/^postgres(ql)?:\/\//.test(place)) return (await import('./postgres.ts')).postgresStore(place)
  if (/^\w{2,}:\/\//.test(place))
    throw new Error(`DATABASE_URL names no store of Bubblewatch’s: write postgres://user:password@host:port/database`)
  if (place !== ':memory:') makeFolder(dirname(place))
  return sqliteStore(place, beside)
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
