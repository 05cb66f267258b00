// Everything the ledger keeps, a page at a time: whatever the size of the pages, each thing once and in one order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Brief } from '../../src/ledger/records.ts'
import { derive } from '../../src/verdict/spells.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

const DAY = '2031-06-01'

async function fill(ledger: Ledger): Promise<void> {
  for (let i = 0; i < 24; i++) {
    const outlet = ['Signal & Reel', 'Cinema Daily', 'Äther', 'zebra'][i % 4]!
    const a = article({
      title: `No. ${i}`,
      url: null,
      outlet,
      published: `2031-05-${String((i % 5) + 1).padStart(2, '0')}`,
    })
    const fields = {
      show: i % 2 ? `Show ${i % 9}` : `SHOW ${i % 9}`,
      season: i % 3 || null,
      event: i % 5 ? 'renewal' : 'premiere',
    } as const
    await ledger.add(a, [claim(a, 'has renewed', fields)], HEARD)
  }
  await ledger.refresh(derive)
}

/** All pages one after another. */
async function all<T, P>(page: (after: P | undefined) => Promise<T[]>, next: (last: T) => P): Promise<T[]> {
  const found: T[] = []
  for (let after: P | undefined; ; ) {
    const rows = await page(after)
    if (!rows.length) return found
    found.push(...rows)
    after = next(rows.at(-1)!)
  }
}

const inOrder = (brief: Brief): string => JSON.stringify(Object.entries(brief).sort(([a], [b]) => (a < b ? -1 : 1)))

onEachStore((store) => {
  test('pages of any size hold each thing once, in one order', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const { lists } = ledger
    for (const limit of [1, 3, 100]) {
      const shows = await all(
        (after: string | undefined) => lists.shows({ limit, ...(after ? { after } : {}) }),
        (s) => s.key,
      )
      assert.deepEqual(
        shows.map((s) => s.key),
        Array.from({ length: 9 }, (_, i) => `show${i}`),
      )
      assert.equal(
        shows.reduce((sum, s) => sum + s.claims, 0),
        24,
      )
      const seasons = await all(
        (after: { key: string; season: number | null } | undefined) =>
          lists.seasons(DAY, { limit, ...(after ? { after } : {}) }),
        ({ key, spell }) => ({ key, season: spell.season }),
      )
      const board = await ledger.briefs(DAY)
      assert.deepEqual(
        new Set(
          seasons.map(({ spell: { until: _, deciding: __, pro: ___, contra: ____, open: _____, ...rest } }) =>
            inOrder(rest),
          ),
        ),
        new Set(board.map(inOrder)),
      )
      assert.equal(seasons.length, board.length)
      const newest = (after: { day: string; id: string } | undefined) => ({ limit, ...(after ? { after } : {}) })
      const articles = await all(
        (after: { day: string; id: string } | undefined) => lists.articles(newest(after)),
        (a) => ({ day: a.published, id: a.id }),
      )
      assert.equal(new Set(articles.map((a) => a.id)).size, 24)
      assert.deepEqual(
        articles.map((a) => a.published),
        articles
          .map((a) => a.published)
          .sort()
          .reverse(),
      )
      const claims = await all(
        (after: { day: string; id: string } | undefined) => lists.claims(newest(after)),
        (c) => ({ day: c.article.published, id: c.id }),
      )
      assert.equal(new Set(claims.map((c) => c.id)).size, 24)
      const outlets = await all(
        (after: string | undefined) => lists.outlets({ limit, ...(after ? { after } : {}) }),
        (o) => o.outlet,
      )
      assert.deepEqual(
        outlets.map((o) => `${o.outlet} ${o.articles} ${o.claims}`),
        ['Cinema Daily 6 6', 'Signal & Reel 6 6', 'zebra 6 6', 'Äther 6 6'],
      )
    }
  })

  test('what is asked for is found, and a claim by its id', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const { lists } = ledger
    assert.deepEqual(
      (await lists.shows({ limit: 9, search: 'The Show 3' })).map((s) => s.key),
      ['show3'],
    )
    assert.deepEqual(await lists.shows({ limit: 9, search: '%' }), [])
    const some = await lists.claims({
      limit: 99,
      outlet: 'Äther',
      event: 'renewal',
      since: '2031-05-02',
      until: '2031-05-04',
    })
    assert.ok(some.length > 0)
    for (const { article: a, event } of some)
      assert.ok(
        a.outlet === 'Äther' && event === 'renewal' && a.published >= '2031-05-02' && a.published <= '2031-05-04',
      )
    assert.deepEqual(await lists.claim(some[0]!.id), some[0])
    assert.equal(await lists.claim('none'), null)
    assert.ok((await lists.seasons(DAY, { limit: 99, fate: 'renewed' })).every(({ spell }) => spell.fate === 'renewed'))
    assert.deepEqual(await lists.articles({ limit: 9, outlet: 'nobody' }), [])
  })
})
