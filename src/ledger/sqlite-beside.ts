// A file of SQLite that is open in a thread of its own (sqlite-thread.ts): this side asks, and is told.
import { Worker } from 'node:worker_threads'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'

/** What a query is answered with. */
export type Told =
  | { rows: unknown[] }
  | { changes: number | bigint; lastInsertRowid: number | bigint }
  | { error: string; errcode: number | undefined }

export interface Beside extends DatabaseConnection {
  close(): Promise<void>
}

/** The thread's file is .ts here and .js in the published package. */
const THREAD = new URL(`./sqlite-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)

/**
 * Opens a file beside this thread, when it is first asked. While nothing is asked it keeps no process alive.
 * @param path as connect() takes it
 */
export function openBeside(path: string): Beside {
  const waiting: Array<{ done: (told: Told) => void; failed: (error: Error) => void }> = []
  let thread: Worker | null = null
  function start(): Worker {
    const made = new Worker(THREAD, { execArgv: [], workerData: path })
    const lost = (error: Error): void => {
      thread = null
      for (const { failed } of waiting.splice(0)) failed(error)
    }
    // One after the other is asked, and answered in that order.
    made.on('message', (told: Told) => {
      waiting.shift()!.done(told)
      if (!waiting.length) made.unref()
    })
    made.on('error', (error) => lost(new Error(`The ledger ${path}: ${error.message}`, { cause: error })))
    made.on('exit', () => lost(new Error(`The ledger ${path}: its thread has ended`)))
    return made
  }
  const ask = (sql: string, parameters: readonly unknown[]): Promise<Told> =>
    new Promise((done, failed) => {
      thread ??= start()
      thread.ref()
      waiting.push({ done, failed })
      thread.postMessage({ sql, parameters })
    })

  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const told = await ask(sql, parameters)
      if ('error' in told) throw new Error(told.error, { cause: { errcode: told.errcode } })
      if ('rows' in told) return { rows: told.rows as R[] }
      return { rows: [], insertId: BigInt(told.lastInsertRowid), numAffectedRows: BigInt(told.changes) }
    },
    // biome-ignore lint/correctness/useYield: kysely wants one, and nothing here streams.
    async *streamQuery() {
      throw new Error('nothing is streamed from a thread')
    },
    async close() {
      if (!thread) return
      // An empty question closes the file.
      await ask('', [])
      await thread?.terminate()
    },
  }
}
