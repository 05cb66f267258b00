// Measures how long what a killed worker had begun stays undone: two workers as they are shipped share feeds over PostgreSQL, one is
// killed in the middle of its work, and the clock runs until the other has all of it.
//
//   node bench/takeover.ts [FEEDS [ITEMS]]        8 feeds of 10 items when left out
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLedger } from '../src/ledger/open.ts'
import { startPostgres } from '../test/postgres.ts'
import { startOrigin } from '../test/watch/origin.ts'

const [feeds = 8, items = 10] = process.argv.slice(2).map(Number)
const server = await startPostgres()
const origin = await startOrigin({ feeds, items, faults: Array.from({ length: feeds }, () => null), bomb: 0 })
const ledger = await openLedger(server.url)
const start = () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/app.ts'), 'worker'], {
    env: { ...process.env, DATABASE_URL: server.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8')
  return child
}
const [victim, heir] = [start(), start()]
await Promise.all([victim, heir].map((child) => once(child.stdout, 'data')))
for (const { url, host } of origin.feeds)
  await ledger.sources.follow({ url, allowPrivate: [host] }, new Date().toISOString())
await once(victim.stdout, 'data')
victim.kill('SIGKILL')
const killed = performance.now()
const count = async (): Promise<number> => (await ledger.counts()).articles
console.log(`killed with                ${await count()} of ${feeds * items} articles in the ledger`)
while ((await count()) < feeds * items && performance.now() - killed < 300_000) await sleep(100)
console.log(`all there after            ${((performance.now() - killed) / 1000).toFixed(1)} s: ${await count()}`)
heir.kill('SIGKILL')
await ledger.close()
await origin.close()
await server.stop()
process.exit(0)
