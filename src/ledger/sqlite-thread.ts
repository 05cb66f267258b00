// The thread in which a file of SQLite is open: answers one query after the other. An empty one closes the file.
import { parentPort, workerData } from 'node:worker_threads'
import type { SqliteDatabase } from 'kysely'
import type { Told } from './sqlite-beside.ts'
import { connect } from './sqlite-connection.ts'

let db: SqliteDatabase | null = null

function told(sql: string, parameters: readonly unknown[]): Told {
  try {
    if (!sql) {
      db?.close()
      db = null
      return { rows: [] }
    }
    db ??= connect(workerData as string)
    const statement = db.prepare(sql)
    return statement.reader ? { rows: statement.all(parameters) as unknown[] } : statement.run(parameters)
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { errcode?: number } }
    return { error: message, errcode: cause?.errcode }
  }
}

parentPort!.on('message', ({ sql, parameters }: { sql: string; parameters: unknown[] }) => {
  parentPort!.postMessage(told(sql, parameters))
})
