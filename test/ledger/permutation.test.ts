// One day's arrivals, some of them twice, in 200 random orders, by one writer and by four at once: the same ledger to the byte.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Article } from '../../src/article/article.ts'
import { linesOf } from '../../src/ledger/archive.ts'
import type { AddOptions, Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import type { Claim } from '../../src/reading/claim.ts'
import { derive } from '../../src/verdict/spells.ts'
import { article, claim } from './material.ts'
import { onEachStore } from './stores.ts'

const ORDERS = 200

interface Arrival {
  article: Article
  claims: Claim[]
  options: AddOptions
}

const arrival = (a: Article, minute: number, reading = 'r1', sample = false): Arrival => ({
  article: a,
  claims: [
    claim(a, 'has renewed', { show: a.title! }),
    claim(a, 'a second season', { season: minute, factuality: 'no', via: [`Wire ${minute % 5}`] }),
  ],
  options: { heard: `2031-05-11T08:${String(minute).padStart(2, '0')}:00.000Z`, reading, sample },
})

/** Feeds tell one article again and again; pages are edited; addresses vary; rules change at noon; one comes with the sample. */
function arrivals(): Arrival[] {
  const day: Arrival[] = []
  for (let i = 0; i < 8; i++) {
    const a = article({ title: `No. ${i}`, url: i % 2 ? null : `https://a.example/${i}` })
    day.push(arrival(a, i))
    if (i % 2 === 0) day.push(arrival({ ...a, url: `https://www.a.example/${i}?utm_source=feed` }, i))
    // Saved again, with the same words.
    const modified = [null, `2031-05-10T1${i}:00:00.000Z`, '2031-05-11T02:00:00.000Z'][i % 3]!
    if (i % 4 === 1) day.push(arrival({ ...a, modified, publishedAt: '2031-05-10T09:00:00.000Z' }, i))
    if (i % 4 === 1) day.push(arrival({ ...a, modified: '2031-05-10T15:30:00.000Z' }, i))
    if (i % 3 === 0) day.push({ ...arrival(a, i), options: { ...arrival(a, i + 20).options } })
  }
  const edited = article({ title: 'No. 0', url: 'https://a.example/0', text: `${article().text} It is the last.` })
  const undated = article({ title: 'Undated', published: null, url: null })
  const noon = { ...arrival(article({ title: 'No. 1', url: null }), 1), options: arrival(undated, 50, 'r2').options }
  return [...day, arrival(edited, 30), arrival(undated, 31), arrival(undated, 31, 'r1', true), noon]
}

/** Numerical Recipes' linear congruential generator: the same orders on every run. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed
  const random = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const order = [...list]
  for (let i = order.length - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

async function exported(ledger: Ledger): Promise<string> {
  let text = ''
  for await (const line of linesOf(ledger)) text += line
  return text + JSON.stringify([await ledger.claims(), await ledger.outlets()])
}

/** What follows from all that. */
async function derived(ledger: Ledger): Promise<string> {
  await ledger.refresh(derive)
  const roots = await Promise.all((await ledger.shows()).map(({ key }) => ledger.roots(key)))
  assert.ok(roots.every((of) => of.length > 0))
  return JSON.stringify([roots, await ledger.briefs('2031-06-01')])
}

const expected = new Set<string>()
const following = new Set<string>()

onEachStore((store) => {
  for (const writers of [1, 4])
    test(`${ORDERS} orders, ${writers === 1 ? 'one writer' : 'four writers at once'}`, async () => {
      const day = arrivals()
      const open = (place: string) => Promise.all(Array.from({ length: writers }, () => openLedger(place)))
      const place = await store.place()
      let ledgers = await open(place)
      for (let order = 0; order < ORDERS; order++) {
        const queue = shuffled(day, order * 2 + writers)
        await Promise.all(
          ledgers.map(async (ledger) => {
            for (let next = queue.shift(); next; next = queue.shift())
              await ledger.add(next.article, next.claims, next.options)
          }),
        )
        expected.add(await exported(ledgers[0]!))
        assert.equal(expected.size, 1, `order ${order}`)
        if (order % 5 === 0) following.add(await derived(ledgers[0]!))
        assert.ok(following.size === 1, `order ${order}`)
        if (store.name === 'PostgreSQL') await empty(place)
        else {
          for (const ledger of ledgers) await ledger.close()
          ledgers = await open(await store.place())
        }
      }
      for (const ledger of ledgers) await ledger.close()
    })
})

onEachStore((store) => {
  test('several at a time, in pieces of any size, by four writers at once', async () => {
    const day = arrivals().map(({ article, claims, options: { heard, reading, sample = false } }, i) => {
      const said = claims.map((c) => ({ ...c, via: [`Wire ${(i * 7) % 11}`, `Wire ${(i * 5) % 13}`] }))
      const from = { ...article, outlet: `Outlet ${(i * 3) % 5}` }
      return { article: from, heard, sample, readings: [{ reading, read: heard, claims: said }] }
    })
    const seen = new Set<string>()
    for (let order = 0; order < 5; order++) {
      const place = await store.place()
      const ledgers = await Promise.all(Array.from({ length: 4 }, () => openLedger(place)))
      await Promise.all(
        ledgers.map(async (ledger, writer) => {
          // Each has all of them, in an order of its own.
          const queue = shuffled(day, order * 4 + writer)
          while (queue.length) await ledger.put(queue.splice(0, 1 + ((order + writer) % 7)))
        }),
      )
      seen.add((await exported(ledgers[0]!)) + (await derived(ledgers[0]!)))
      assert.equal(seen.size, 1, `order ${order}`)
      for (const ledger of ledgers) await ledger.close()
    }
  })
})

async function empty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('delete from claims; delete from readings; delete from articles; delete from outlets')
  await client.end()
}
