// One connection to a file of SQLite, its errors in words. It is used in this process's own thread, or in one beside it.
import { DatabaseSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** How long to wait for another process that is writing, in milliseconds. */
export const PATIENCE = 10_000
/** Statements that are kept prepared, at most. */
const STATEMENTS = 100

/**
 * Opens a file, or makes it.
 * @throws Error of one line, its cause SQLite's own
 */
export function connect(path: string): SqliteDatabase {
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
