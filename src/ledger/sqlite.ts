// SQLite, through Node's own module, behind kysely: the seam at which another database can stand in.
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { DatabaseConnection, Dialect, Driver } from 'kysely'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Database, Insert } from './database.ts'
import { ending } from './database.ts'
import type { Tables } from './schema.ts'
import type { Beside } from './sqlite-beside.ts'
import { openBeside } from './sqlite-beside.ts'
import { connect, PATIENCE } from './sqlite-connection.ts'

/**
 * A database in one file.
 * @param path its file, made when there is none; or ':memory:'
 * @param beside works in a thread of its own, so that this one does not stand still while the disk writes
 */
export function sqliteStore(path: string, beside = false): Database {
  return {
    db: new Kysely<Tables>({ dialect: sqliteDialect(path, beside) }),
    place: path,
    types: { text: sql`text`, bytes: sql`blob` },
    // Its transactions begin with the right to write.
    lock: async () => {},
    tables: async (db) => (await db.introspection.getTables()).map((table) => table.name),
    insert,
  }
}

/** Rows that one statement inserts, most first. So few statements are prepared once and run again and again. */
const PIECES = [8, 1]

const insert: Insert = async (t, table, rows, fresh) => {
  if (!rows.length) return []
  const columns = Object.keys(rows[0]!)
  const row = `(${columns.map(() => '?')})`
  const names = columns.map((column) => `"${column}"`)
  const ids: string[] = []
  for (let from = 0; from < rows.length; ) {
    const piece = PIECES.find((size) => size <= rows.length - from)!
    const values: unknown[] = []
    for (const each of rows.slice(from, from + piece))
      for (const column of columns) values.push((each as Record<string, unknown>)[column])
    const text = `insert into "${table}" (${names}) values ${Array(piece).fill(row)}${ending(fresh)}`
    const made = await t.executeQuery<{ id: string }>(CompiledQuery.raw(text, values))
    for (const { id } of made.rows) ids.push(id)
    from += piece
  }
  return ids
}

function sqliteDialect(path: string, beside: boolean): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () =>
      (beside ? new WritingBeside(path) : new WritingFirst({ database: async () => connect(path) })) as Driver,
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/**
 * A transaction takes the right to write when it begins: one that asked for it later could find the data changed under it. While
 * another has that right this one waits without blocking its process, for the other may be of the same process.
 */
class WritingFirst extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const run = (text: string) => connection.executeQuery(CompiledQuery.raw(text))
    // Nothing here waits for anything outside: without this, many transactions in a row would let nobody else have a turn.
    await setImmediate()
    await run('pragma busy_timeout = 0')
    try {
      for (let [began, wait] = [performance.now(), 1]; ; wait = Math.min(20, wait * 1.5)) {
        try {
          await run('begin immediate')
          return
        } catch (error) {
          if (!isBusy(error) || performance.now() - began > PATIENCE) throw error
        }
        await setTimeout(wait * Math.random())
      }
    } finally {
      await run(`pragma busy_timeout = ${PATIENCE}`)
    }
  }

  /** A full disk may have ended it already (https://sqlite.org/lang_transaction.html); what went wrong is told, not that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: Error) => {
      if (!error.message.includes('no transaction is active')) throw error
    })
  }
}

/** The same, the file being open in a thread of its own. */
class WritingBeside extends WritingFirst {
  readonly #beside: Beside

  constructor(path: string) {
    super({ database: () => Promise.reject(new Error('it is open in a thread')) })
    this.#beside = openBeside(path)
  }

  override async init(): Promise<void> {}

  override async acquireConnection(): Promise<DatabaseConnection> {
    return this.#beside
  }

  override destroy(): Promise<void> {
    return this.#beside.close()
  }
}

const isBusy = (error: unknown): boolean =>
  (((error as Error).cause as { errcode?: number } | undefined)?.errcode ?? 0) % 256 === 5
