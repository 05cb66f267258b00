// Measures the ledger: adding, the board of any day, one season's page, what changed since yesterday; each against a hand-written
// query to the same store for the same rows.
//
//   node bench/ledger.ts [CLAIMS] [SEASONS] [sqlite|postgres]      (1,000,000 claims over 20,000 seasons, on both)
//
// PostgreSQL is the server that the tests use, its defaults but for fsync, which is off there: its figures for adding are those of a
// machine whose disk costs nothing.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { articleId, keptArticle } from '../src/ledger/identity.ts'
import { openLedger } from '../src/ledger/open.ts'
import type { Kept } from '../src/ledger/records.ts'
import { articleRow, claimRows } from '../src/ledger/rows.ts'
import { board } from '../src/verdict/board.ts'
import { changesOf } from '../src/verdict/changes.ts'
import { resolve } from '../src/verdict/resolve.ts'
import { spellsOf } from '../src/verdict/spells.ts'
import { startPostgres } from '../test/postgres.ts'
import { generator, isoDay, LAST, material } from './ledger-material.ts'

const [claims = '1000000', seasons = '20000', only] = process.argv.slice(2)
/** Articles kept in one piece, and rows that the bare insert is measured with. */
const BATCH = 200
const BARE = 25_000
const TIMES = 15

type Row = Record<string, string | number | null | Uint8Array>

/** A store without the ledger: rows in, queries out. */
interface Bare {
  insert(rows: ReadonlyArray<[table: string, rows: Row[]]>): Promise<void>
  query(sql: string, values: string[]): Promise<unknown[]>
  bytes(): Promise<number>
  close(): Promise<void>
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}

/** Medians of the ledger's way and the hand-written one, taken in turns. */
async function compare(name: string, ours: (i: number) => Promise<number>, theirs: (i: number) => Promise<number>) {
  const [a, b]: [number[], number[]] = [[], []]
  let rows = 0
  for (let i = -2; i < TIMES; i++) {
    const [mine, count] = await timed(() => ours(Math.abs(i)))
    const [bare] = await timed(() => theirs(Math.abs(i)))
    if (i < 0) continue
    rows = Math.max(rows, count)
    a.push(mine)
    b.push(bare)
  }
  const [mine, bare] = [median(a), median(b)]
  console.log(
    `  ${name.padEnd(34)} ${mine.toFixed(2).padStart(9)} ms   hand-written ${bare.toFixed(2).padStart(8)} ms   ratio ${(mine / bare).toFixed(2)}   (up to ${rows} rows)`,
  )
}

async function run(store: string, place: string, bareAt: (fresh: boolean) => Promise<Bare>, sqlite: boolean) {
  console.log(`${store}: ${claims} claims over ${seasons} seasons`)
  await bareInserts(bareAt)
  const ledger = await openLedger(place)
  let [articles, made, adding] = [0, 0, 0]
  const memory: number[] = []
  let batch: Kept[] = []
  const flush = async (): Promise<void> => {
    const [ms] = await timed(() => ledger.put(batch))
    adding += ms
    articles += batch.length
    made += batch.reduce((n, { readings }) => n + readings[0]!.claims.length, 0)
    batch = []
    if (articles % 50_000 < BATCH) memory.push(process.memoryUsage().rss / 2 ** 20)
  }
  for (const kept of material(Number(claims), Number(seasons))) {
    batch.push(kept)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  console.log(`  adding ${made} claims in ${articles} articles: ${Math.round((made / adding) * 1000)} claims/s`)
  console.log(`  memory while adding: ${memory.map((m) => `${m.toFixed(0)} MB`).join(', ')}`)
  const [building, shows] = await timed(() => ledger.refresh(spellsOf))
  console.log(
    `  spells of ${shows} shows from nothing: ${(building / 1000).toFixed(0)} s, ${(building / shows).toFixed(1)} ms a show`,
  )
  const bare = await bareAt(false)
  console.log(`  disk: ${((await bare.bytes()) / 2 ** 20 / (articles / 1000)).toFixed(2)} MB per 1,000 articles`)

  const day = (i: number): string => isoDay(Math.floor((LAST * (i + 1)) / (TIMES + 1)))
  const $ = (n: number): string => (sqlite ? '?' : `$${n}`)
  const boardSql = `select show, season, from_day, until_day, fate, certainty, contested, progress, premiere, platform, final, delayed, since, before, deciding, pro, contra, open from spells where until_day > ${$(1)} and from_day <= ${$(2)} and since <= ${$(3)} order by since desc, show, coalesce(season, -1)`
  await compare(
    'the board of a day, whole',
    async (i) => (await ledger.spells(day(i))).length,
    async (i) => (await bare.query(boardSql, [day(i), day(i), day(i)])).length,
  )
  await compare(
    'the board of a day, newest 100',
    async (i) => (await ledger.spells(day(i), 100)).length,
    async (i) => (await bare.query(`${boardSql} limit 100`, [day(i), day(i), day(i)])).length,
  )
  const random = generator(7)
  const pages = Array.from({ length: TIMES }, () => `Show ${random(Math.ceil(Number(seasons) / 4))}`)
  const showSql = `select c.*, a.* from claims c join articles a on a.id = c.article_id and a.reading = c.reading where c.show_key = ${$(1)} order by a.day, c.article_id, c.span_start, c.id`
  await compare(
    'the claims of one show',
    async (i) => (await ledger.claims({ show: pages[i % TIMES]! })).length,
    async (i) => (await bare.query(showSql, [pages[i % TIMES]!.toLowerCase().replace(' ', '')])).length,
  )
  await compare(
    'one season’s page, with reasons',
    async (i) => {
      const show = pages[i % TIMES]!
      const told = await ledger.claims({ show })
      resolve(told, { show, season: 2, day: day(i) })
      return told.length
    },
    async (i) => (await bare.query(showSql, [pages[i % TIMES]!.toLowerCase().replace(' ', '')])).length,
  )
  const turnedSql = `select * from spells where from_day >= ${$(1)} and from_day <= ${$(2)}`
  await compare(
    'changes since yesterday, with words',
    async (i) => {
      const [since, until] = [isoDay(1500 + i * 90), isoDay(1501 + i * 90)]
      const told = []
      for (const show of await ledger.turned(since, until)) told.push(...(await ledger.claims({ show, asOf: until })))
      return changesOf(told, since, until).length
    },
    async (i) => (await bare.query(turnedSql, [isoDay(1500 + i * 90), isoDay(1501 + i * 90)])).length,
  )
  const windowSql = `select * from (select c.show_key, c.season, c.event, c.factuality, a.day, row_number() over (partition by c.show_key, c.season order by a.day desc, c.id) as n from claims c join articles a on a.id = c.article_id where a.day <= ${$(1)}) w where n = 1`
  const [window, rows] = await timed(() => bare.query(windowSql, [isoDay(3000)]))
  console.log(
    `  (for comparison: the latest claim of every season by a window query, ${rows.length} rows: ${window.toFixed(0)} ms)`,
  )
  if (Number(claims) <= 20_000) {
    const [all] = await timed(async () => board(await ledger.claims(), isoDay(3000)))
    console.log(`  (for comparison: the board from all claims, without spells: ${all.toFixed(0)} ms)`)
  }
  await bare.close()
  await ledger.close()
}

/** How fast the store takes rows that are made already: the first articles of the material. */
async function bareInserts(bareAt: (fresh: boolean) => Promise<Bare>): Promise<void> {
  const batches: Array<Array<[string, Row[]]>> = []
  let [some, made]: [Kept[], number] = [[], 0]
  for (const kept of material(Number(claims), Number(seasons))) {
    some.push(kept)
    if (some.length < BATCH) continue
    const rows = some.map((each) => {
      const article = keptArticle(each.article)
      const id = articleId(article)
      const [reading] = each.readings
      return {
        article: articleRow(id, { ...each, article }),
        reading: { article_id: id, reading: reading!.reading, read: reading!.read },
        claims: claimRows(id, article.text, reading!),
      }
    })
    made += rows.reduce((n, r) => n + r.claims.length, 0)
    batches.push([
      ['articles', rows.map((r) => ({ ...r.article }))],
      ['readings', rows.map((r) => r.reading)],
      ['claims', rows.flatMap((r) => r.claims.map((c) => ({ ...c })))],
    ])
    some = []
    if (made >= BARE) break
  }
  const bare = await bareAt(true)
  const [ms] = await timed(async () => {
    for (const batch of batches) await bare.insert(batch)
  })
  console.log(`  bare inserts of rows made before: ${Math.round((made / ms) * 1000)} claims/s`)
  await bare.close()
}

async function sqliteBare(path: string): Promise<Bare> {
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
    close: async () => db.close(),
  }
}

async function postgresBare(url: string): Promise<Bare> {
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
      await client.query('analyze')
      const { rows } = await client.query('select pg_database_size(current_database()) as n')
      return Number(rows[0].n)
    },
    close: () => client.end(),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-bench-'))
try {
  if (only !== 'postgres') {
    const path = join(folder, 'ledger.db')
    await run('SQLite', path, (fresh) => sqliteBare(fresh ? join(folder, 'bare.db') : path), true)
  }
  if (only !== 'sqlite') {
    const server = await startPostgres()
    try {
      const made = async (name: string): Promise<string> => {
        const client = new pg.Client({ connectionString: server.url })
        await client.connect()
        await client.query(`create database ${name}`)
        await client.end()
        return Object.assign(new URL(server.url), { pathname: `/${name}` }).href
      }
      const [url, bare] = [await made('ledger'), await made('bare')]
      await run('PostgreSQL', url, (fresh) => postgresBare(fresh ? bare : url), false)
    } finally {
      await server.stop()
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
