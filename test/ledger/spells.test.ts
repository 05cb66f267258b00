// The boards that the ledger keeps: made anew when something is heard, and by whoever asks first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { board } from '../../src/verdict/board.ts'
import { derive } from '../../src/verdict/spells.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

const rows = async (ledger: Ledger, day: string): Promise<string[]> =>
  (await ledger.briefs(day)).map((s) => `${s.show} ${s.season}: ${s.fate} (${s.certainty}) since ${s.since}`)

/** The same from the claims. */
const judged = async (ledger: Ledger, day: string): Promise<string[]> =>
  board(await ledger.claims(), day).map((v) => `${v.show} ${v.season}: ${v.fate} (${v.certainty}) since ${v.since}`)

onEachStore((store) => {
  test('a refresh makes the spells of what has been heard of since, and of nothing else', async () => {
    const ledger = await store.ledger()
    assert.equal(await ledger.refresh(derive), 0)
    for (let i = 0; i < 120; i++) {
      const a = article({ title: `No. ${i}`, url: null, published: `2031-05-${String((i % 28) + 1).padStart(2, '0')}` })
      const said = i % 3 ? { speaker: 'Ada Penn', role: 'showrunner' as const } : {}
      await ledger.add(a, [claim(a, 'has renewed', { show: `Show ${i % 60}`, season: i % 4 || null, ...said })], HEARD)
    }
    assert.equal(await ledger.refresh(derive), 60)
    assert.equal(await ledger.refresh(derive), 0)
    for (const day of ['2031-05-01', '2031-05-14', '2031-06-20', '2032-12-31'])
      assert.deepEqual(await rows(ledger, day), await judged(ledger, day))
    assert.deepEqual(await ledger.briefs('2030-01-01'), [])

    const late = article({ title: 'Late', url: null, published: '2031-06-30' })
    await ledger.add(late, [claim(late, 'has renewed', { show: 'Show 7', season: 3, factuality: 'no' })], HEARD)
    assert.equal(await ledger.refresh(derive), 1)
    const turns = await ledger.turns({ since: '2031-06-30', until: '2031-06-30' })
    assert.deepEqual(new Set(turns.map((turn) => turn.show)), new Set(['Show 7']))
    assert.deepEqual(await rows(ledger, '2031-07-01'), await judged(ledger, '2031-07-01'))
  })

  test('an edit, later rules and a sample that is removed are heard of too', async () => {
    const ledger = await store.ledger()
    const day = '2031-06-01'
    const first = article()
    const { id } = await ledger.add(first, [claim(first, 'has renewed', { show: 'One' })], HEARD)
    await ledger.refresh(derive)
    await ledger.add(article({ text: 'Nothing.' }), [], { ...HEARD, heard: '2031-05-20T00:00:00.000Z' })
    assert.equal(await ledger.refresh(derive), 1)
    assert.deepEqual(await rows(ledger, day), await judged(ledger, day))
    const two = claim(first, 'has renewed', { show: 'Two' })
    await ledger.reread(id, { reading: 'r2', read: '2031-07-01T00:00:00.000Z', claims: [two] })
    assert.equal(await ledger.refresh(derive), 2)
    assert.deepEqual(
      (await ledger.briefs('2031-05-15')).map((s) => s.show),
      ['Two'],
    )
    const sample = article({ url: null })
    await ledger.add(sample, [claim(sample, 'has renewed', { show: 'Three' })], { ...HEARD, sample: true })
    await ledger.refresh(derive)
    assert.equal(
      (await ledger.briefs(day)).some((s) => s.show === 'Three'),
      true,
    )
    await ledger.removeSample()
    assert.equal(await ledger.refresh(derive), 1)
    assert.deepEqual(await rows(ledger, day), await judged(ledger, day))
  })

  test('what is heard while spells are being made is not forgotten', async () => {
    const ledger = await store.ledger()
    const add = async (season: number): Promise<void> => {
      const a = article({ title: `Season ${season}`, url: null })
      await ledger.add(a, [claim(a, 'has renewed', { season })], HEARD)
    }
    await add(2)
    const waiting: Array<Promise<unknown>> = []
    await ledger.refresh((claims) => {
      if (!waiting.length) waiting.push(add(3), ledger.refresh(derive), ledger.refresh(derive))
      return derive(claims)
    })
    await Promise.all(waiting)
    await ledger.refresh(derive)
    assert.deepEqual(await rows(ledger, '2031-06-01'), await judged(ledger, '2031-06-01'))
    assert.equal((await ledger.briefs('2031-06-01')).length, 2)
  })
})
