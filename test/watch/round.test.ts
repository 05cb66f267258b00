// A round, told of what was due before by a store that is slower than the work: it ends when nothing is left to do, and no sooner.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Watcher } from '../../src/watch/watcher.ts'
import { onEachStore } from '../ledger/stores.ts'
import { startOrigin } from './origin.ts'
import { headlines, START, toolsFor } from './watching.ts'

onEachStore((store) => {
  test('what a poll leaves is read, though it ends while the store still tells what was due before', async (t) => {
    const origin = await startOrigin({ feeds: 1, items: 3, faults: [null], bomb: 0 })
    t.after(() => origin.close())
    const ledger = await store.ledger()
    const [{ url, host }] = origin.feeds as [(typeof origin.feeds)[number]]
    await ledger.sources.follow({ url, allowPrivate: [host] }, new Date(START).toISOString())
    const due = ledger.sources.due.bind(ledger.sources)
    const keepPoll = ledger.sources.keepPoll.bind(ledger.sources)
    // The poll keeps nothing before the store has been asked a second time, and has ended when it answers.
    const asked = Promise.withResolvers<void>()
    const lengths: number[] = []
    t.mock.method(ledger.sources, 'keepPoll', async (...args: Parameters<typeof keepPoll>) => {
      await asked.promise
      return keepPoll(...args)
    })
    t.mock.method(ledger.sources, 'due', async (...args: Parameters<typeof due>) => {
      const told = await due(...args)
      if (lengths.push(told.length) !== 2) return told
      asked.resolve()
      while ((await due(...args)).length === 0) await sleep(20)
      await sleep(300)
      return told
    })
    await new Watcher(toolsFor(ledger, { now: START }, 5000)).round()
    assert.equal(lengths[1], 0, 'no item was due yet when the store was asked the second time')
    assert.equal((await headlines(ledger)).size, origin.titles.length)
  })
})
