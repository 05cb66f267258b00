// SQLite, through Node's own module, behind kysely: the seam at which another database can stand in.
import { DatabaseSync } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { DatabaseConnection, Dialect, Driver, SqliteDatabase, SqliteStatement } from 'kysely'
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

/** How long to wait for another process that is writing, in milliseconds. */
const PATIENCE = 10_000
/** Statements that are kept prepared, at most. */
const STATEMENTS = 100

/**
 * A database in one file.
 * @param path its file, made when there is none; or ':memory:'
 */
export function sqliteStore(path: string): Database {
  return {
    db: new Kysely<Tables>({ dialect: sqliteDialect(path) }),
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

function sqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new WritingFirst({ database: async () => connect(path) }) as Driver,
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

const isBusy = (error: unknown): boolean =>
  (((error as Error).cause as { errcode?: number } | undefined)?.errcode ?? 0) % 256 === 5

function connect(path: string): SqliteDatabase {
  const tell = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw new Error(explain(error, path), { cause: error })
    }
  }
  const db = tell(() => new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true }))
  // A write is on the disk before it is acknowledged; readers and one writer do not wait for one another.
  tell(() => db.exec('pragma journal_mode = wal; pragma synchronous = full'))
  const prepare = (text: string): SqliteStatement => {
    const statement = tell(() => db.prepare(text))
    type Values = Parameters<typeof statement.all>
    const names = statement.columns().map((column) => column.name)
    // The objects that Node would make are slow to make and slower to read.
    statement.setReturnArrays(true)
    const named = (row: unknown[]): Record<string, unknown> => {
      const made: Record<string, unknown> = {}
      for (let i = 0; i < names.length; i++) made[names[i]!] = row[i]
      return made
    }
    return {
      reader: names.length > 0,
      all: (values) => tell(() => (statement.all(...(values as Values)) as unknown as unknown[][]).map(named)),
      run: (values) => tell(() => statement.run(...(values as Values))),
      iterate: (values) => statement.iterate(...(values as Values)),
    }
  }
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => db.close(),
    prepare(text) {
      const known = prepared.get(text)
      if (known) return known
      const statement = prepare(text)
      prepared.set(text, statement)
      if (prepared.size > STATEMENTS) prepared.delete(prepared.keys().next().value!)
      return statement
    },
  }
}

/** SQLite's result codes (https://sqlite.org/rescode.html) for which there is something to do. */
const ADVICE: Readonly<Record<number, string>> = {
  5: 'another process has been writing to it for too long: try again, or stop that process',
  8: 'it may not be written to: check its permissions, or choose another place with BUBBLEWATCH_DATA',
  11: 'the file is damaged: restore a backup',
  13: 'the disk is full: make room, nothing was lost',
  14: 'it cannot be opened: check that the folder exists and may be written to, or choose another with BUBBLEWATCH_DATA',
  26: 'it is not a database: move it away, or choose another place with BUBBLEWATCH_DATA',
}

function explain(error: unknown, path: string): string {
  const { errcode, message } = error as { errcode?: number; message: string }
  // The low byte is the result code, the rest its details.
  return `The ledger ${path}: ${ADVICE[(errcode ?? 0) & 0xff] ?? message}`
}
