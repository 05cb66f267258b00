// PostgreSQL, behind kysely: for a ledger that has outgrown one machine.
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database, Insert } from './database.ts'
import { ending } from './database.ts'
import { withoutPassword } from './place.ts'
import type { Tables } from './schema.ts'

/** Connections that one process holds at most. */
const CONNECTIONS = 8
/** How long to wait for a connection, in milliseconds. */
const PATIENCE = 10_000
/** The number under which processes agree that one of them migrates: "bubble" in ASCII, which fits a bigint. */
const MIGRATING = 0x627562626c65n

/**
 * A database on a PostgreSQL server.
 * @param url postgres://user:password@host:port/database
 */
export function postgresStore(url: string): Database {
  const place = withoutPassword(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'bubblewatch',
  })
  // A connection that breaks while nobody uses it is replaced when the next one is asked for.
  pool.on('error', () => {})
  // What is asked here is answered in milliseconds: to start helpers for it, or to compile it, takes longer, and other readers need
  // the cores.
  pool.on('connect', (client) => client.query('set max_parallel_workers_per_gather = 0; set jit = off').catch(() => {}))
  const told: Pick<pg.Pool, 'connect' | 'end'> = {
    connect: (async () => {
      const client = await pool.connect().catch((error: Error) => {
        throw new Error(explain(error, place), { cause: error })
      })
      return telling(client, place)
    }) as pg.Pool['connect'],
    end: pool.end.bind(pool),
  }
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: told as pg.Pool }) }),
    place,
    // Text compares by code point, as in SQLite, whatever the language of the server.
    types: { text: sql`text collate "C"`, bytes: sql`bytea` },
    lock: async (t) => void (await sql`select pg_advisory_xact_lock(${MIGRATING})`.execute(t)),
    tables: async (db) => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
      return rows.map((row) => row.name)
    },
    insert,
  }
}

/** Rows that one statement inserts: their text is held three times while it is sent. */
const PIECE = 2_000

/** The rows go as one value, JSON, which the server takes apart faster than a statement with a value for every field. */
const insert: Insert = async (t, table, rows, fresh) => {
  if (!rows.length) return []
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`)
  const text = `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1)${ending(fresh)}`
  const ids: string[] = []
  for (let from = 0; from < rows.length; from += PIECE) {
    const value = JSON.stringify(rows.slice(from, from + PIECE), bytesAsHex)
    const made = await t.executeQuery<{ id: string }>(CompiledQuery.raw(text, [value]))
    for (const { id } of made.rows) ids.push(id)
  }
  return ids
}

/** Bytes as PostgreSQL writes them in text. A Buffer has been turned into an object of its own making before this sees it. */
function bytesAsHex(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const given = this[key]
  return given instanceof Uint8Array ? `\\x${Buffer.from(given).toString('hex')}` : value
}

/** The same client, its errors in one line that says where. */
function telling(client: pg.PoolClient, place: string): pg.PoolClient {
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
  return new Proxy(client, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key === 'query')
        return (...args: unknown[]) =>
          query(...args).catch((error: Error) => {
            throw new Error(explain(error, place), { cause: error })
          })
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Codes of PostgreSQL (appendix A of its manual) and of the system for which there is something to do. */
const ADVICE: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong: check DATABASE_URL',
  '28000': 'this user may not connect: check DATABASE_URL',
  '3D000': 'there is no such database: create it, or check DATABASE_URL',
  '42501': 'this user lacks a right there: grant it, or check DATABASE_URL',
  '53100': 'the disk is full: make room, nothing was lost',
  '53300': 'it has too many connections: stop some, or raise max_connections',
  '57P03': 'the server is starting or stopping: try again in a moment',
  ECONNREFUSED: 'nothing listens there: start the server, or check DATABASE_URL',
  ENOTFOUND: 'there is no such host: check DATABASE_URL',
}

function explain(error: Error & { code?: string }, place: string): string {
  const message = (error.message || String(error.code ?? 'it does not answer')).replace(/\s+/g, ' ')
  return `The ledger ${place}: ${ADVICE[error.code ?? ''] ?? message}`
}
