// Measures the ledger: adding, the board of any day, one season's page, what changed since yesterday; each against a hand-written
// query to the same store for the same rows.
//
//   node bench/ledger.ts [CLAIMS] [SEASONS] [sqlite|postgres]      (1,000,000 claims over 20,000 seasons, on both)
//   node bench/ledger.ts 1000000 20000 PLACE                      (asks a ledger that was filled so before)
//
// PostgreSQL is the server that the tests use, its defaults but for fsync, which is off there: its figures for adding are those of a
// machine whose disk costs nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ledger } from '../src/ledger/ledger.ts'
import { openLedger } from '../src/ledger/open.ts'
import type { Kept } from '../src/ledger/records.ts'
import { REACHES } from '../src/ledger/spells.ts'
import { board } from '../src/verdict/board.ts'
import { changesIn } from '../src/verdict/changes.ts'
import { resolve } from '../src/verdict/resolve.ts'
import { derive } from '../src/verdict/spells.ts'
import { startPostgres } from '../test/postgres.ts'
import type { Bare } from './bare.ts'
import { databaseOn, postgresBare, sqliteBare } from './bare.ts'
import { generator, isoDay, LAST, material } from './ledger-material.ts'
import { median } from './median.ts'

const [claims = '1000000', seasons = '20000', only] = process.argv.slice(2)
/** Articles kept in one piece. */
const BATCH = 200
const TIMES = 15

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}

/** Medians of the ledger's way and the hand-written one, taken in turns; and the least processor time that the ledger's way takes. */
async function compare(
  store: Bare,
  name: string,
  ours: (i: number) => Promise<number>,
  theirs: (i: number) => Promise<number>,
) {
  const [a, b, taken]: [number[], number[], number[]] = [[], [], []]
  let rows = 0
  for (let i = -2; i < TIMES; i++) {
    const [server, here] = [await store.processor(), process.cpuUsage()]
    const [mine, count] = await timed(() => ours(Math.abs(i)))
    const { user, system } = process.cpuUsage(here)
    const spent = (user + system) / 1000 + (await store.processor()) - server
    const [bare] = await timed(() => theirs(Math.abs(i)))
    if (i < 0) continue
    rows = Math.max(rows, count)
    a.push(mine)
    b.push(bare)
    taken.push(spent)
  }
  const [mine, bare] = [median(a), median(b)]
  const least = (of: number[]): string => `(least ${Math.min(...of).toFixed(2)})`.padEnd(16)
  console.log(
    `  ${name.padEnd(38)} ${mine.toFixed(2).padStart(8)} ms ${least(a)} hand-written ${bare.toFixed(2).padStart(8)} ms ${least(b)} ratio ${(mine / bare).toFixed(2)}   processor ${Math.min(...taken).toFixed(1)} ms   (up to ${rows} rows)`,
  )
}

/** Fills a ledger and says what that costs. */
async function fill(ledger: Ledger): Promise<number> {
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
  const [building, shows] = await timed(() => ledger.refresh(derive))
  console.log(
    `  spells of ${shows} shows from nothing: ${(building / 1000).toFixed(0)} s, ${(building / shows).toFixed(1)} ms a show`,
  )
  return articles
}

async function run(store: string, place: string, bareAt: (place: string) => Promise<Bare>, isFilled = false) {
  console.log(`${store}: ${claims} claims over ${seasons} seasons`)
  const ledger = await openLedger(place)
  const articles = isFilled ? (await ledger.counts()).articles : await fill(ledger)
  const bare = await bareAt(place)
  console.log(`  disk: ${((await bare.bytes()) / 2 ** 20 / (articles / 1000)).toFixed(2)} MB per 1,000 articles`)
  await ask(ledger, bare, store === 'SQLite')
  await bare.close()
  await ledger.close()
}

/** Asks it, and the store by hand. */
async function ask(ledger: Ledger, bare: Bare, sqlite: boolean): Promise<void> {
  const day = (i: number): string => isoDay(Math.floor((LAST * (i + 1)) / (TIMES + 1)))
  const $ = (n: number): string => (sqlite ? '?' : `$${n}`)
  const on = `until_day > ${$(1)} and from_day <= ${$(2)}`
  // By hand in the plainest way, and by the ledger’s own index, which a hand would have to know of.
  const boardCols =
    'show, season, from_day, fate, certainty, contested, progress, premiere, platform, final, delayed, since, before'
  const inOrder = 'order by since desc, show, coalesce(season, -1)'
  const plainSql = `select ${boardCols} from spells where ${on} ${inOrder}`
  const byReach = (of: string): Promise<unknown[]> => {
    const values: string[] = []
    const value = (text: string): string => $(values.push(text))
    const parts = REACHES.map((reach) => {
      const back = reach ? new Date(Date.parse(of) - reach * 864e5).toISOString().slice(0, 10) : ''
      return `select ${boardCols} from spells where reach = ${reach} and from_day > ${value(back)} and from_day <= ${value(of)} and until_day > ${value(of)}`
    })
    return bare.query(`select * from (${parts.join(' union all ')}) as b ${inOrder}`, values)
  }
  const lastDay = day(TIMES - 1)
  for (const [name, of] of [
    ['the whole board of a day', day],
    ['the whole board, the fullest day', () => lastDay],
  ] as const) {
    const ours = async (i: number): Promise<number> => (await ledger.briefs(of(i))).length
    await compare(bare, `${name}; plain`, ours, async (i) => (await bare.query(plainSql, [of(i), of(i)])).length)
    await compare(bare, `${name}; by index`, ours, async (i) => (await byReach(of(i))).length)
  }
  const pageSql = `select * from (select s.*, row_number() over (partition by fate order by case when progress in ('airing', 'aired') then 1 else 0 end, since desc, show, coalesce(season, -1)) as n from spells s where ${on}) r left join claims c on c.id = r.deciding left join articles a on a.id = c.article_id and a.reading = c.reading where n <= 40`
  await compare(
    bare,
    'the board’s page: 40 of each fate',
    async () => (await ledger.board(lastDay, { limit: 40 })).rows.length,
    async () => (await bare.query(pageSql, [lastDay, lastDay])).length,
  )
  const random = generator(7)
  const pages = Array.from({ length: TIMES }, () => `Show ${random(Math.ceil(Number(seasons) / 4))}`)
  const showSql = `select c.*, a.* from claims c join articles a on a.id = c.article_id and a.reading = c.reading where c.show_key = ${$(1)} order by a.day, c.article_id, c.span_start, c.id`
  await compare(
    bare,
    'the claims of one show',
    async (i) => (await ledger.claims({ show: pages[i % TIMES]! })).length,
    async (i) => (await bare.query(showSql, [pages[i % TIMES]!.toLowerCase().replace(' ', '')])).length,
  )
  await compare(
    bare,
    'one season’s page, with reasons',
    async (i) => {
      const show = pages[i % TIMES]!
      const told = await ledger.claims({ show })
      resolve(told, { show, season: 2, day: day(i) })
      return told.length
    },
    async (i) => (await bare.query(showSql, [pages[i % TIMES]!.toLowerCase().replace(' ', '')])).length,
  )
  const turnedSql = `select t.*, c.*, a.* from turns t left join claims c on c.id = t.claim left join articles a on a.id = c.article_id and a.reading = c.reading where t.day >= ${$(1)} and t.day <= ${$(2)}`
  await compare(
    bare,
    'changes since yesterday, with words',
    async (i) => {
      const [since, until] = [isoDay(1500 + i * 90), isoDay(1501 + i * 90)]
      return changesIn(await ledger.turns({ since, until }), since, until).length
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
}

const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-bench-'))
try {
  if (only?.startsWith('postgres:')) await run('PostgreSQL', only, postgresBare, true)
  else if (only?.endsWith('.db')) await run('SQLite', only, sqliteBare, true)
  else {
    if (only !== 'postgres') await run('SQLite', join(folder, 'ledger.db'), sqliteBare)
    if (only !== 'sqlite') {
      const server = await startPostgres()
      try {
        await run('PostgreSQL', await databaseOn(server.url, 'ledger'), postgresBare)
      } finally {
        await server.stop()
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
