// Measures the polling of feeds of which some do all that goes wrong out there, against the same feeds without faults, in one run:
// what is lost, what is there twice, how long others wait, how long the event loop stands still, pages a second.
//
//   node bench/feeds.ts [FEEDS [ITEMS]]        200 feeds of 50 items when left out
//
// All of it on loopback: the test's own web (test/watch/origin.ts).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../src/ledger/open.ts'
import { Watcher } from '../src/watch/watcher.ts'
import type { Fault } from '../test/watch/origin.ts'
import { FAULTS, startOrigin } from '../test/watch/origin.ts'
import { watchStandstill } from '../test/watch/standstill.ts'
import { DAY, headlines, MINUTE, START, toolsFor } from '../test/watch/watching.ts'
import { median } from './median.ts'

const [feeds = 200, items = 50] = process.argv.slice(2).map(Number)
const BOMB = 1_000_000_000
/** A quarter of the feeds has a fault, each kind in turn. */
const KINDS: readonly Fault[] = FAULTS.filter((fault) => fault !== 'pages wait')
const withFaults = Array.from({ length: feeds }, (_, f) => (f % 4 === 3 ? KINDS[(f >> 2) % KINDS.length]! : null))
const none: null[] = withFaults.map(() => null)

interface Run {
  /** Seconds after which a feed had all its articles in the ledger, by its number. */
  done: Map<number, number>
  seconds: number
  pages: number
  /** Milliseconds: of work of this thread, and by the clock. */
  blocked: { work: number; clock: number }
  lost: number
  twice: number
  failing: number
}

async function run(faults: ReadonlyArray<Fault | null>): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-bench-'))
  const origin = await startOrigin({ feeds, items, faults, bomb: BOMB })
  const ledger = await openLedger({ path: join(folder, 'ledger.db'), beside: true })
  const clock = { now: START }
  const tools = toolsFor(ledger, clock, 20_000)
  for (const { url, host } of origin.feeds)
    await ledger.sources.follow({ url, allowPrivate: [host] }, new Date(START).toISOString())
  const stop = watchStandstill()
  const began = performance.now()
  const done = new Map<number, number>()
  const round = async (): Promise<number> => {
    const { articles } = await new Watcher(tools, (outcome) => {
      const feed = /^Café Harbor (\d+)-/.exec(outcome.name)?.[1]
      if (feed) done.set(Number(feed), (performance.now() - began) / 1000)
    }).round()
    return articles
  }
  const pages = await round()
  const seconds = (performance.now() - began) / 1000
  const after = new Map(done)
  const failing = (await ledger.sources.all()).filter((source) => source.failures > 0).length
  if (faults.some(Boolean)) {
    for (let i = 0; i < 2; i++) {
      clock.now += 10 * MINUTE
      await round()
    }
    await origin.clear()
    for (let day = 0; day < 3; day++) {
      clock.now += DAY
      await round()
    }
  }
  const blocked = stop()
  const found = await headlines(ledger)
  const lost = origin.titles.filter((title) => !found.has(title)).length
  const twice = [...found.values()].reduce((sum, n) => sum + n - 1, 0)
  await ledger.close()
  await origin.close()
  rmSync(folder, { recursive: true })
  return { done: after, seconds, pages, blocked, lost, twice, failing }
}

const quiet = await run(none)
const noisy = await run(withFaults)
const others = [...quiet.done.keys()].filter((feed) => withFaults[feed] === null)
const of = (done: Map<number, number>): number[] => others.map((feed) => done.get(feed) ?? Number.POSITIVE_INFINITY)
const ratio = (a: number, b: number): string => `${a.toFixed(1)} s / ${b.toFixed(1)} s = ${(a / b).toFixed(2)}`
console.log(
  `feeds × items              ${feeds} × ${items}, ${withFaults.filter(Boolean).length} with faults, of which ${noisy.failing} failed`,
)
console.log(`items lost                 ${noisy.lost} (without faults ${quiet.lost})`)
console.log(`duplicates                 ${noisy.twice} (without faults ${quiet.twice})`)
console.log(`other feeds done, median   ${ratio(median(of(noisy.done)), median(of(quiet.done)))}`)
console.log(`other feeds done, slowest  ${ratio(Math.max(...of(noisy.done)), Math.max(...of(quiet.done)))}`)
const standstill = ({ work, clock }: Run['blocked']): string =>
  `${work.toFixed(0)} ms of work, ${clock.toFixed(0)} ms by the clock`
console.log(`event loop blocked, most   ${standstill(noisy.blocked)} (without faults ${standstill(quiet.blocked)})`)
console.log(
  `pages a second, end to end ${(quiet.pages / quiet.seconds).toFixed(1)} without faults, two threads for pages and two for articles`,
)
process.exit(noisy.lost || noisy.twice ? 1 : 0)
