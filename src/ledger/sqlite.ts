// SQLite, through Node's own module, behind kysely: the seam at which another database can stand in.
import { DatabaseSync } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { DatabaseConnection, Dialect, Driver, SqliteDatabase } from 'kysely'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Migratable } from './migrate.ts'
import type { Tables } from './schema.ts'

/** How long to wait for another process that is writing, in milliseconds. */
const PATIENCE = 10_000

/**
 * A database in one file.
 * @param path its file, made when there is none; or ':memory:'
 */
export function sqliteStore(path: string): Migratable {
  return {
    db: new Kysely<Tables>({ dialect: sqliteDialect(path) }),
    place: path,
    types: { text: sql`text`, bytes: sql`blob` },
    // Its transactions begin with the right to write.
    lock: async () => {},
    tables: async (db) => (await db.introspection.getTables()).map((table) => table.name),
  }
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
  return {
    close: () => db.close(),
    prepare(text) {
      const statement = tell(() => db.prepare(text))
      type Values = Parameters<typeof statement.all>
      return {
        reader: statement.columns().length > 0,
        all: (values) => tell(() => statement.all(...(values as Values))),
        run: (values) => tell(() => statement.run(...(values as Values))),
        iterate: (values) => statement.iterate(...(values as Values)),
      }
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
