// Feeds with everything that goes wrong out there: when it has gone right again nothing is lost, nothing is there twice, and nobody
// else has had to wait.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Watcher } from '../../src/watch/watcher.ts'
import { onEachStore } from '../ledger/stores.ts'
import { FAULTS, startOrigin } from './origin.ts'
import { watchStandstill } from './standstill.ts'
import { DAY, headlines, MINUTE, START, toolsFor } from './watching.ts'

onEachStore((store) => {
  test('every fault, and then none', async (t) => {
    const faults = [...FAULTS, null, null, null, null]
    const origin = await startOrigin({ feeds: faults.length, items: 5, faults, bomb: 50_000_000 })
    t.after(() => origin.close())
    const ledger = await store.ledger()
    const clock = { now: START }
    const tools = toolsFor(ledger, clock)
    for (const { url, host } of origin.feeds)
      await ledger.sources.follow({ url, allowPrivate: [host] }, new Date(START).toISOString())
    const stop = watchStandstill()
    for (let round = 0; round < 2; round++) {
      await new Watcher(tools).round()
      clock.now += 10 * MINUTE
    }
    const failing = (await ledger.sources.all()).filter((source) => source.failures > 0)
    assert.ok(failing.length >= 7, `faults were met: ${failing.length}`)
    for (const { failure } of failing) assert.match(failure!, /^[^\n]+$/)
    await origin.clear()
    await origin.publish(2)
    for (let day = 0; day < 3; day++) {
      clock.now += DAY
      await new Watcher(tools).round()
    }
    const { work } = stop()
    const found = await headlines(ledger)
    const lost = origin.titles.filter((title) => !found.has(title))
    assert.deepEqual(lost, [], 'items lost')
    assert.deepEqual(
      [...found].filter(([, n]) => n > 1),
      [],
      'duplicates',
    )
    assert.equal(found.size, origin.titles.length, 'nothing else')
    assert.equal((await origin.stats()).atOnce, 1, 'one request a host at a time')
    assert.ok(work < 200, `the event loop was blocked for ${Math.round(work)} ms`)
    for (const { source, waiting, lost } of await ledger.sources.health())
      assert.deepEqual([source.failures, source.failure, waiting, lost], [0, null, 0, 0])
  })
})
