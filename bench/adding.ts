// Measures adding: the ledger, and rows that were made before put into the same tables by hand, in turns, each into a database of its
// own on the same store. What the ledger does beside: checking, names by content, compression, sketches, versions, marks.
//
//   node bench/adding.ts [CLAIMS] [sqlite|postgres]      (60,000 claims, on both; 800 in a transaction)
//
// PostgreSQL is the server that the tests use, its defaults but for fsync, which is off there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleId, keptArticle } from '../src/ledger/identity.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { openLedger } from '../src/ledger/open.ts'
import type { Kept } from '../src/ledger/records.ts'
import { articleRow, claimRows } from '../src/ledger/rows.ts'
import { startPostgres } from '../test/postgres.ts'
import type { Bare, Row } from './bare.ts'
import { databaseOn, postgresBare, sqliteBare } from './bare.ts'
import { material } from './ledger-material.ts'
import { median } from './median.ts'

const [claims = '60000', only] = process.argv.slice(2)
const SEASONS = Number(claims) / 50
/** Articles kept in one piece. */
const BATCH = 200

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The rows of articles, table by table. */
function rowsOf(some: readonly Kept[]): Array<[table: string, rows: Row[]]> {
  const rows = some.map((each) => {
    const article = keptArticle(each.article)
    const id = articleId(article)
    const [made] = each.readings
    return {
      article: articleRow(id, { ...each, article }),
      reading: { article_id: id, reading: made!.reading, read: made!.read },
      claims: claimRows(id, article.text, made!),
    }
  })
  return [
    ['articles', rows.map((r) => ({ ...r.article }))],
    ['readings', rows.map((r) => r.reading)],
    ['claims', rows.flatMap((r) => r.claims.map((c) => ({ ...c })))],
  ]
}

async function run(store: string, ledger: Ledger, bare: Bare): Promise<void> {
  const all = [...material(Number(claims), SEASONS)]
  const [ours, theirs, made]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < all.length; i += BATCH) {
    const some = all.slice(i, i + BATCH)
    const rows = rowsOf(some)
    made.push(rows[2]![1].length)
    const turns = [async () => theirs.push(await timed(() => bare.insert(rows)))]
    turns.push(async () => ours.push(await timed(() => ledger.put(some))))
    // Neither always comes first.
    if ((i / BATCH) % 2) turns.reverse()
    for (const turn of turns) await turn()
  }
  const rate = (times: number[]): string => Math.round(median(times.map((ms, i) => (made[i]! / ms) * 1000))).toString()
  const ratio = median(ours.map((ms, i) => theirs[i]! / ms))
  console.log(
    `${store}: the ledger ${rate(ours)} claims/s, rows made before ${rate(theirs)} claims/s; medians of ${made.length} transactions, ratio ${ratio.toFixed(2)}`,
  )
  await bare.close()
  await ledger.close()
}

const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-bench-'))
try {
  if (only !== 'postgres')
    await run('SQLite', await openLedger(join(folder, 'ledger.db')), await sqliteBare(join(folder, 'bare.db')))
  if (only !== 'sqlite') {
    const server = await startPostgres()
    try {
      const url = await databaseOn(server.url, 'bare')
      await run('PostgreSQL', await openLedger(await databaseOn(server.url, 'ledger')), await postgresBare(url))
    } finally {
      await server.stop()
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
