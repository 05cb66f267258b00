// Measures the pages of the board: the time to a whole page, warm, its size, and the memory that is held.
//
//   node bench/board.ts [CLAIMS] [SEASONS]      (20,000 claims over 5,000 seasons)
import { gzipSync } from 'node:zlib'
import { openLedger } from '../src/ledger/open.ts'
import { createServer } from '../src/server/compose.ts'
import { derive } from '../src/verdict/spells.ts'
import { isoDay, LAST, material } from './ledger-material.ts'

const [claims = '20000', seasons = '5000'] = process.argv.slice(2)
const BATCH = 200
const TIMES = 25

const ledger = await openLedger(':memory:')
const all = [...material(Number(claims), Number(seasons))]
for (let i = 0; i < all.length; i += BATCH) await ledger.put(all.slice(i, i + BATCH))
await ledger.refresh(derive)
const { articles, claims: kept, shows } = await ledger.counts()
all.length = 0
console.log(`${kept} claims, ${articles} articles, ${shows} shows`)

const today = isoDay(LAST)
const site = createServer({
  ledger,
  today: () => today,
  access: 'local',
  version: 'bench',
  perMinute: 1_000_000,
  sampleRemoved: () => {},
  complain: console.error,
})
const day = (i: number): string => isoDay(Math.floor((LAST * (i + 1)) / (TIMES + 1)))
const paths: ReadonlyArray<[name: string, path: (i: number) => string]> = [
  ['the board of today', () => '/'],
  ['the board of another day each time', (i) => `/?as_of=${day(i)}`],
  ['a search', (i) => `/?q=show+${i}&as_of=${day(i)}`],
  ['one fate alone, second page', () => '/?fate=renewed&page=2'],
  ['a season', (i) => `/show/show${i}/2`],
  [
    'what changed in a week',
    (i) => `/changes?since=${day(i)}&until=${isoDay(Math.floor((LAST * (i + 1)) / (TIMES + 1)) + 7)}`,
  ],
]
const programs: typeof paths = [
  ['all in one table', () => '/?view=table&sort=title'],
  ['changed this week', () => '/?turned=1'],
  ['a verdict, as JSON', (i) => `/api/v1/shows/show${i}/seasons/2`],
  ['a page of seasons, as JSON', () => '/api/v1/seasons'],
  ['a page of claims, as JSON', () => '/api/v1/claims'],
  ['what changed, as Atom', () => '/feeds/changes.atom'],
  ['premieres, as a calendar', () => '/feeds/premieres.ics'],
  ['a badge', (i) => `/show/show${i}/2/badge.svg`],
]
const ask = async (path: string): Promise<[ms: number, page: string]> => {
  const began = performance.now()
  const page = await (await site.request(`http://localhost${path}`)).text()
  return [performance.now() - began, page]
}
global.gc?.()
const before = process.memoryUsage().heapUsed
const [cold] = await ask('/')
console.log(`  the first page of all: ${cold.toFixed(1)} ms`)
for (const [name, path] of [...paths, ...programs]) {
  const times: number[] = []
  let size = ''
  for (let i = -2; i < TIMES; i++) {
    const [ms, page] = await ask(path(Math.abs(i)))
    if (i >= 0) times.push(ms)
    size = `${(page.length / 1000).toFixed(0)} kB, ${(gzipSync(page).length / 1000).toFixed(1)} kB on the wire`
  }
  times.sort((a, b) => a - b)
  console.log(
    `  ${name.padEnd(36)} median ${times[TIMES >> 1]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms   ${size}`,
  )
}
global.gc?.()
console.log(`  held for the pages: ${((process.memoryUsage().heapUsed - before) / 2 ** 20).toFixed(1)} MB`)
await ledger.close()
