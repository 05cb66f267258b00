// Measures how an archive of the web is read, against what it costs only to unpack it: `bubblewatch add ARCHIVE` into an empty ledger
// and `gzip -dc ARCHIVE | wc -c`, in turn, on one processor.
//
//   node scripts/in-clone.cjs bench/archive.ts FOLDER [MB] [RUNS]       (1000 unpacked, 3)
//
// FOLDER holds html/*.html.gz, as scrapinghub's article-extraction-benchmark has them. One page in a hundred of the archive is relevant:
// its article passes the first scan of the reading (reading/scan.ts); the others are all pages whose article does not, in turn. Each
// copy has other words: a tenth of its long ones come from other pages of its kind. Linux, for the one processor and the peak memory.
import { spawn } from 'node:child_process'
import { closeSync, globSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { fromHtml } from '../src/article/html.ts'
import { proseOf } from '../src/article/prose.ts'
import { mayHoldClaim } from '../src/reading/scan.ts'
import { generator } from './ledger-material.ts'
import { median } from './median.ts'

const [folder, megabytes = '1000', runs = '3'] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node bench/archive.ts FOLDER [MB] [RUNS]   (FOLDER: html/*.html.gz)')
  process.exit(2)
}
const random = generator(7)
const place = mkdtempSync(join(tmpdir(), 'bubblewatch-archive-'))
process.on('exit', () => rmSync(place, { recursive: true, force: true }))
const archive = join(place, 'pages.warc.gz')

const pages = await Promise.all(
  globSync('html/*.html.gz', { cwd: folder })
    .sort()
    .map(async (name) => {
      const html = gunzipSync(readFileSync(join(folder, name))).toString('utf8')
      return {
        html,
        relevant: mayHoldClaim((await fromHtml(html, {})).text),
        scanned: mayHoldClaim(proseOf(Buffer.from(html))),
      }
    }),
)
const relevant = pages.filter((page) => page.relevant)
const others = pages.filter((page) => !page.relevant)
console.log(`${pages.length} pages, ${relevant.length} of them relevant`)
console.log(
  `the scan of the bytes lets ${relevant.filter((p) => p.scanned).length} of those pass, and ${others.filter((p) => p.scanned).length} of the ${others.length} others`,
)

// What the scan passes over is never read.
if (relevant.some((page) => !page.scanned)) process.exitCode = 1

/** Words of small letters between tags: no names, no markup, and no word of the trade's, which would make a page another kind. */
const WORD = /(?<=>[^<]*\s)[a-z]{6,}(?=\s)/g
const TRADE =
  /seas|seri|show|epis|sitc|dram|come|revi|reno|recom|rene|canc|scrap|prem|debu|comm|post|dela|pick|network|stream|retur|act|crea|prod|view|star|broad|pilot|prog|thri|fina|tele/
const words = [...new Set(others.slice(0, 40).flatMap(({ html }) => html.match(WORD) ?? []))].filter(
  (word) => !TRADE.test(word),
)
const vary = (html: string): string =>
  html.replace(WORD, (word) => (random(10) === 0 && !TRADE.test(word) ? words[random(words.length)]! : word))

let [unpacked, records] = [0, 0]
const file = openSync(archive, 'w')
while (unpacked < Number(megabytes) * 1e6) {
  const kind = records % 100 === 50 ? relevant : others
  const body = Buffer.from(vary(kind[random(kind.length)]!.html))
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n`
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet${records % 97}.example/${records}\r\nWARC-Date: 2031-05-10T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + body.length}\r\n\r\n`
  const record = Buffer.concat([Buffer.from(head + http), body, Buffer.from('\r\n\r\n')])
  writeSync(file, gzipSync(record))
  unpacked += record.length
  records++
}
closeSync(file)
console.log(
  `${records} records, ${Math.round(unpacked / 1e6)} MB, ${Math.round(statSync(archive).size / 1e6)} MB packed`,
)

interface Run {
  /** By the clock, and of the processor. */
  seconds: number
  processor: number
  /** Resident memory in MB, ten times a second. */
  memory: number[]
  out: string
}

/** Runs a shell command on one processor; `times` tells what it used of it. */
async function run(command: string): Promise<Run> {
  const began = performance.now()
  const env = { ...process.env, BUBBLEWATCH_DATA: join(place, `data-${began}`) }
  const child = spawn('taskset', ['-c', '0', 'bash', '-c', `${command}; times`], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory: number[] = []
  const watch = setInterval(() => {
    try {
      const [below] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ')
      const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${below}/status`, 'utf8'))?.[1]
      if (resident) memory.push(Number(resident) / 1000)
    } catch {
      // It has just ended.
    }
  }, 100)
  const out = await text(child.stdout)
  clearInterval(watch)
  // The last line of `times` is that of the children: 0m1.234s 0m0.056s.
  const used = [
    ...out
      .trimEnd()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ]
  const processor = used.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
  return { seconds: (performance.now() - began) / 1000, processor, memory, out }
}

const app = join(import.meta.dirname, '../bin/bubblewatch')
const unpacking: Run[] = []
const adding: Run[] = []
for (let i = 0; i < Number(runs); i++) {
  unpacking.push(await run(`gzip -dc ${archive} | wc -c`))
  adding.push(await run(`${process.execPath} ${app} add ${archive}`))
}
console.log(
  adding[0]!.out
    .split('\n')
    .filter((line) => /records with|articles? new/.test(line))
    .join('\n'),
)
for (const unit of ['seconds', 'processor'] as const) {
  const [gzip, ours] = [unpacking, adding].map((done) => median(done.map((each) => each[unit]))) as [number, number]
  const name = unit === 'seconds' ? 'by the clock' : 'of the processor'
  console.log(
    `${name.padEnd(16)} gzip ${gzip.toFixed(2)} s, add ${ours.toFixed(2)} s: ${(ours / gzip).toFixed(2)} times`,
  )
}
const most = (from: number, to: number): string =>
  Math.max(
    ...adding.map(({ memory }) => Math.max(...memory.slice(memory.length * from, Math.ceil(memory.length * to)))),
  ).toFixed(0)
console.log(
  `memory           at most ${most(0, 1)} MB; by quarters ${[0, 0.25, 0.5, 0.75].map((q) => most(q, q + 0.25)).join(', ')} MB`,
)
