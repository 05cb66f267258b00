// Measures the extraction of main text: precision, recall and F1 of 4-grams as scrapinghub's article-extraction-benchmark
// defines them, and pages a second: by the clock, on all processors, and by processor time, which a busy machine does not change.
//
//   node bench/extraction.ts FOLDER [--worst N]
//
// Then the whole way, three times over: each page taken apart, its article read and kept in a ledger on the disk.
//
// FOLDER holds ground-truth.json ({id: {articleBody, url}}) and html/ID.html.gz, as that benchmark's repository does.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fromHtml } from '../src/article/html.ts'
import { openLedger } from '../src/ledger/open.ts'
import { openReading } from '../src/watch/reading.ts'
import { score } from './shingles.ts'

const [folder, flag, count] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node bench/extraction.ts FOLDER [--worst N]   (FOLDER: ground-truth.json and html/*.html.gz)')
  process.exit(2)
}
const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
  string,
  { articleBody: string; url: string }
>
const pages = Object.entries(truth).map(([id, { articleBody, url }]) => ({
  id,
  url,
  body: articleBody,
  html: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8'),
}))

// One page first, so that the threads' start is not counted.
await fromHtml(pages[0]!.html, {})
const start = performance.now()
const before = process.cpuUsage()
const articles = await Promise.all(pages.map(({ html }) => fromHtml(html, {})))
const seconds = (performance.now() - start) / 1000
const used = process.cpuUsage(before)

const results = pages.map(({ id, url, body }, i) => {
  const { text, title } = articles[i]!
  // The benchmark's bodies do not hold the headline, which stands on our first line.
  const found = title && text.startsWith(title) ? text.slice(title.length) : text
  return { id, url, ...score(body, found) }
})
const mean = (values: Array<number | null>): number => {
  const known = values.filter((value) => value !== null)
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
const precision = mean(results.map((r) => r.precision))
const recall = mean(results.map((r) => r.recall))
console.log(`pages       ${pages.length}`)
console.log(`precision   ${precision.toFixed(4)}`)
console.log(`recall      ${recall.toFixed(4)}`)
console.log(`F1          ${((2 * precision * recall) / (precision + recall)).toFixed(4)}`)
console.log(
  `pages/s     ${(pages.length / seconds).toFixed(1)}, ${(pages.length / ((used.user + used.system) / 1e6)).toFixed(1)} a second of one processor`,
)
for (const key of ['title', 'author', 'published', 'outlet', 'url'] as const) {
  console.log(`${key.padEnd(11)} told on ${articles.filter((article) => article[key]).length}`)
}
if (flag === '--worst') {
  const least = (r: { precision: number | null; recall: number | null }) => Math.min(r.precision ?? 0, r.recall ?? 0)
  for (const r of results.sort((a, b) => least(a) - least(b)).slice(0, Number(count))) {
    console.log(`${r.id.slice(0, 8)}  P ${r.precision?.toFixed(3)}  R ${r.recall?.toFixed(3)}  ${r.url}`)
  }
}

const place = mkdtempSync(join(tmpdir(), 'bubblewatch-extraction-'))
process.on('exit', () => rmSync(place, { recursive: true, force: true }))
const ledger = await openLedger({ path: join(place, 'ledger.db') })
const read = openReading(join(import.meta.dirname, '..'))
const paces: string[] = []
for (let pass = 1; pass <= 3; pass++) {
  const before = process.cpuUsage()
  await Promise.all(
    pages.map(async ({ html, url }) => {
      const article = await fromHtml(html, { url: `${url}/${pass}` })
      const { claims, facts } = await read(article)
      await ledger.add(article, claims, { heard: new Date().toISOString(), reading: 'bench', facts })
    }),
  )
  const used = process.cpuUsage(before)
  paces.push((pages.length / ((used.user + used.system) / 1e6)).toFixed(1))
}
console.log(`end to end  ${paces.join(', ')} pages a second of one processor: the first time, the second, the third`)
await ledger.close()
