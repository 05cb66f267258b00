// Several workers on one database, killed without warning: the ledger is that of one process that nobody disturbed.
import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { linesOf } from '../../src/ledger/archive.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { Watcher } from '../../src/watch/watcher.ts'
import { postgresDatabase } from '../postgres.ts'
import { packed, page, record } from '../sources/warc/archive.ts'
import type { Origin } from './origin.ts'
import { startOrigin } from './origin.ts'
import { toolsFor } from './watching.ts'

const FEEDS = 6
const ITEMS = 5

/** An export, but for when things were heard and read. */
async function exported(ledger: Ledger): Promise<string[]> {
  const lines: string[] = []
  for await (const line of linesOf(ledger))
    if (!line.includes('"sha256"')) lines.push(line.replace(/"(heard|read)":"[^"]*"/g, '"$1":""'))
  return lines
}

describe('workers', { concurrency: true }, () => {
  const workers = new Set<ChildProcess>()
  let complaints = ''
  const start = (url: string): ChildProcess => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts'), url])
    workers.add(child)
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    child.on('close', () => workers.delete(child))
    return child
  }
  const follow = async (ledger: Ledger, origin: Origin): Promise<void> => {
    for (const { url, host } of origin.feeds)
      await ledger.sources.follow({ url, allowPrivate: [host] }, new Date().toISOString())
  }
  /** What one process that nobody disturbs makes of the same web. */
  const aloneOn = async (origin: Origin): Promise<string[]> => {
    const ledger = await openLedger(':memory:')
    await follow(ledger, origin)
    await new Watcher(toolsFor(ledger, { now: Date.now() + 1000 })).round()
    const lines = await exported(ledger)
    await ledger.close()
    assert.equal(lines.length, 1 + FEEDS * ITEMS)
    return lines
  }
  after(() => {
    for (const worker of workers) worker.kill('SIGKILL')
  })

  for (const { number, kills } of [
    { number: 1, kills: 1 },
    { number: 2, kills: 2 },
    { number: 8, kills: 4 },
  ])
    test(`${number} at once, ${kills} of them killed in the middle of their work`, { timeout: 120_000 }, async (t) => {
      const faults = [null, null, 'changing GUIDs', 'same GUID on all', null, null] as const
      const origin = await startOrigin({ feeds: FEEDS, items: ITEMS, faults, bomb: 0 })
      t.after(() => origin.close())
      const url = await postgresDatabase()
      const ledger = await openLedger(url)
      const mine = new Set<ChildProcess>()
      let left = kills
      let over = (): void => {}
      const allKilled = new Promise<void>((done) => {
        over = done
      })
      // Whoever has something behind it and others under way is killed, until enough are; another takes its place.
      const begin = (): Promise<unknown> => {
        const worker = start(url)
        mine.add(worker)
        worker.stdout!.on('data', (chunk) => {
          if (!left || !/^p(?:age|oll) /m.test(chunk) || !mine.delete(worker)) return
          worker.kill('SIGKILL')
          left--
          void begin()
          if (!left) over()
        })
        return once(worker.stdout!, 'data')
      }
      await Promise.all(Array.from({ length: number }, begin))
      await follow(ledger, origin)
      await allKilled
      const killed = performance.now()
      const all = async (): Promise<boolean> => {
        const health = await ledger.sources.health()
        return health.every(({ items, waiting }) => items === ITEMS && waiting === 0)
      }
      while (!(await all())) await sleep(200)
      for (const worker of mine) worker.kill('SIGKILL')
      const found = await exported(ledger)
      await ledger.close()
      assert.deepEqual(found, await aloneOn(origin))
      assert.equal((await origin.stats()).atOnce, 1, 'one request a host at a time')
      assert.ok(performance.now() - killed < 60_000, 'taken over in time')
      assert.equal(complaints, '')
    })

  test('an archive, taken over from one that was killed', { timeout: 120_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-archive-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'news.warc.gz')
    const all = 300
    const news = (n: number): Buffer =>
      record({
        url: `https://signal.example/${n}`,
        body: page(`Lumo has renewed “Harbor ${n}” for a second season, the streamer announced on Monday.`),
      })
    writeFileSync(path, packed(...Array.from({ length: all }, (_, n) => news(n))))
    const url = await postgresDatabase()
    const ledger = await openLedger(url)
    assert.deepEqual([await ledger.archives.leave(path), await ledger.archives.leave(path)], [true, false])
    const articles = async (): Promise<number> => (await ledger.counts()).articles
    const first = start(url)
    while ((await articles()) < 3) await sleep(50)
    first.kill('SIGKILL')
    const before = await articles()
    assert.ok(before < all, `it had read all ${before}`)
    assert.equal((await ledger.archives.left()).length, 1)
    const killed = performance.now()
    const second = start(url)
    while ((await ledger.archives.left()).length) await sleep(100)
    assert.ok(performance.now() - killed < 60_000, 'taken over in time')
    second.kill('SIGKILL')
    const found = await exported(ledger)
    await ledger.close()
    const alone = await openLedger(':memory:')
    await alone.archives.leave(path)
    assert.equal((await new Watcher(toolsFor(alone, { now: Date.now() })).round()).articles, all)
    assert.deepEqual(found, await exported(alone))
    await alone.close()
    assert.equal(complaints, '')
  })
})
