// The stores without the ledger, for the benches: rows in, queries out, by hand.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { openLedger } from '../src/ledger/open.ts'

export type Row = Record<string, string | number | null | Uint8Array>

/** A store without the ledger: rows in, queries out. */
export interface Bare {
  insert(rows: ReadonlyArray<[table: string, rows: Row[]]>): Promise<void>
  query(sql: string, values: string[]): Promise<unknown[]>
  bytes(): Promise<number>
  /** Milliseconds of processor time that the store has taken outside of this process, so far: on Linux, of a server on this machine. */
  processor(): Promise<number>
  close(): Promise<void>
}

export async function sqliteBare(path: string): Promise<Bare> {
  await (await openLedger(path)).close()
  const db = new DatabaseSync(path)
  db.exec('pragma journal_mode = wal; pragma synchronous = full')
  return {
    async insert(batch) {
      db.exec('begin immediate')
      for (const [table, rows] of batch) {
        const names = Object.keys(rows[0]!)
        const statement = db.prepare(`insert into ${table} (${names}) values (${names.map(() => '?')})`)
        for (const row of rows) statement.run(...names.map((name) => row[name]!))
      }
      db.exec('commit')
    },
    query: async (sql, values) => db.prepare(sql).all(...values),
    bytes: async () => {
      db.exec('pragma wal_checkpoint(truncate)')
      return statSync(path).size
    },
    processor: async () => 0,
    close: async () => db.close(),
  }
}

export async function postgresBare(url: string): Promise<Bare> {
  await (await openLedger(url)).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    async insert(batch) {
      await client.query('begin')
      for (const [table, rows] of batch)
        for (let from = 0; from < rows.length; from += 500) {
          const some = rows.slice(from, from + 500)
          const names = Object.keys(some[0]!)
          const marks = some.map((_, i) => `(${names.map((__, j) => `$${i * names.length + j + 1}`)})`)
          const values = some.flatMap((row) => names.map((name) => row[name]))
          await client.query(`insert into ${table} (${names}) values ${marks}`, values)
        }
      await client.query('commit')
    },
    query: async (sql, values) => (await client.query(sql, values)).rows,
    bytes: async () => {
      await client.query('vacuum analyze')
      const { rows } = await client.query('select pg_database_size(current_database()) as n')
      return Number(rows[0].n)
    },
    async processor() {
      const { rows } = await client.query('select pid from pg_stat_activity where datname = current_database()')
      return rows.reduce((sum, { pid }) => sum + onProcessor(pid), 0)
    },
    close: () => client.end(),
  }
}

/** Milliseconds that a process has been on a processor: the first figure of its schedstat, in nanoseconds. */
function onProcessor(pid: number): number {
  const path = `/proc/${pid}/schedstat`
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : 0
}

/** A new database on a server: its address. */
export async function databaseOn(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}
