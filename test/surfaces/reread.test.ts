// `bubblewatch reread`: tells how far it is, and goes on where it was stopped.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, type TestContext, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { fromText } from '../../src/article/text.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { rereadArticles } from '../../src/surfaces/cli/reread.ts'
import type { Terminal } from '../../src/surfaces/cli/terminal.ts'
import { ARTICLE, Place, ROOT } from './command.ts'

const ALL = 400

/** Articles that older rules have read. */
async function fill(ledger: Ledger, all: number): Promise<void> {
  const old = { reading: 'older rules', read: '2019-05-12T08:00:00.000Z', claims: [] }
  const entries = Array.from({ length: all }, (_, i) => ({
    article: fromText(`${ARTICLE} No. ${i}.`, { published: '2031-05-12', outlet: 'Signal & Reel' }),
    heard: old.read,
    sample: false,
    readings: [old],
  }))
  await ledger.put(entries)
}

/** The lines printed while so many articles are read again, by a clock on which every look at it takes so many milliseconds. */
async function toldBy(articles: number, t: TestContext, look: number): Promise<string[]> {
  const ledger = await openLedger(':memory:')
  await fill(ledger, articles)
  const lines: string[] = []
  const terminal = { print: (line: string) => lines.push(line), complain: assert.fail } as unknown as Terminal
  let now = 0
  t.mock.method(performance, 'now', () => (now += look))
  await rereadArticles({ root: ROOT, version: 'rules of today' }, ledger, terminal)
  await ledger.close()
  return lines
}

describe('reread', () => {
  const place = new Place()
  after(() => place.remove())

  test('killed on its way, it reads the rest when it is asked again, and nothing twice', async () => {
    const ledger = await openLedger(join(place.folder, 'data', 'ledger.db'))
    await fill(ledger, ALL)
    const child = place.start(['reread'])
    const ended = new Promise((done) => child.once('exit', done))
    while ((await ledger.counts()).readings === ALL) await setTimeout(5)
    child.kill('SIGKILL')
    await ended
    const done = (await ledger.counts()).readings - ALL
    assert.ok(done > 0 && done < ALL, `${done} read`)
    const { code, out } = await place.run(['reread'])
    assert.equal(code, 0)
    assert.match(out.split('\n').at(-2)!, new RegExp(`^Read ${ALL - done} articles? again by these rules `))
    const { readings, claims } = await ledger.counts()
    assert.deepEqual([readings, claims], [2 * ALL, 2 * ALL])
    await ledger.close()
  })

  test('it tells how far it is every two seconds', async (t) => {
    const lines = await toldBy(20, t, 500)
    assert.ok(lines.length > 3)
    let before = 0
    for (const line of lines.slice(0, -1)) {
      const [, share, done] = /^(\d+) % {2}(\d+) of 20 articles$/.exec(line) ?? assert.fail(line)
      assert.equal(Number(share), Number(done) * 5)
      assert.ok(Number(done) > before)
      before = Number(done)
    }
    assert.equal(lines.at(-1), 'Read 20 articles again by these rules (rules of today): 40 claims.')
  })

  test('after the last article only the sum is told, however slow the machine', async (t) => {
    const lines = await toldBy(1, t, 60_000)
    assert.deepEqual(lines, ['Read 1 article again by these rules (rules of today): 2 claims.'])
  })
})
