// A database that holds a ledger, or is to: what SQLite and PostgreSQL do each in its own way. All else is said to both alike.
import type { Kysely } from 'kysely'
import type { Types } from './migrating.ts'
import type { Tables } from './schema.ts'

export interface Database {
  db: Kysely<Tables>
  /** Where it is, for messages. */
  place: string
  types: Types
  /** Keeps other processes from migrating until the transaction ends. */
  lock(transaction: Kysely<Tables>): Promise<void>
  /** The tables that it has. */
  tables(db: Kysely<Tables>): Promise<string[]>
  insert: Insert
}

/**
 * Puts rows into a table, any number of them, all with the same columns.
 * @param t the transaction of which it is a part
 * @param fresh rows whose `id` the table has already are passed over, and the ids of the others are returned; else none
 */
export type Insert = <T extends keyof Tables & string>(
  t: Kysely<Tables>,
  table: T,
  rows: readonly Tables[T][],
  fresh?: 'fresh',
) => Promise<string[]>

/** The end of a statement that inserts. */
export const ending = (fresh: 'fresh' | undefined): string => (fresh ? ' on conflict (id) do nothing returning id' : '')
