// The board a page at a time: the same rows as the whole board has, found and counted by the store.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoardRow, Ledger } from '../../src/ledger/ledger.ts'
import { spellsOf } from '../../src/verdict/spells.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

const named = ({ spell: { show, season, fate } }: BoardRow): string => `${fate}: ${show} ${season}`

async function fill(ledger: Ledger): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const a = article({ title: `No. ${i}`, url: null, published: `2031-05-${String((i % 28) + 1).padStart(2, '0')}` })
    const said = i % 3 ? { speaker: 'Ada Penn', role: 'showrunner' as const } : {}
    const fields = { show: `Show ${i % 30}`, season: (i % 4) + 1, platform: i % 2 ? 'Orbit+' : null, ...said }
    await ledger.add(a, [claim(a, 'has renewed', fields)], { ...HEARD, sample: i % 30 === 7 })
  }
  const a = article({ url: null, published: '2031-05-02' })
  await ledger.add(a, [claim(a, 'has renewed', { show: 'Élodie 100%_x', platform: null })], HEARD)
  await ledger.refresh(spellsOf)
}

onEachStore((store) => {
  test('pages of a board are its parts, in one order', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const day = '2031-05-20'
    const whole = await ledger.board(day, { limit: 1000 })
    const spells = await ledger.spells(day)
    assert.deepEqual(
      new Set(whole.rows.map((row) => JSON.stringify(row.spell))),
      new Set(spells.map((s) => JSON.stringify(s))),
    )
    for (const [fate, n] of whole.fates) {
      const of = whole.rows.filter((row) => row.spell.fate === fate)
      assert.equal(of.length, n)
      const paged: BoardRow[] = []
      for (let skip = 0; skip < n; skip += 3) {
        const { rows, fates } = await ledger.board(day, { fate, skip, limit: 3 })
        assert.deepEqual(fates, whole.fates, 'the counts are those of the whole board')
        paged.push(...rows)
      }
      assert.deepEqual(paged.map(named), of.map(named))
    }
    const first = await ledger.board(day, { limit: 2 })
    assert.equal(first.rows.length, whole.fates.size * 2)
    assert.deepEqual(await ledger.board('2030-01-01', { limit: 5 }), { fates: new Map(), rows: [] })
  })

  test('rows have the words that decide, and are sample where those are', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const { rows } = await ledger.board('2031-06-01', { limit: 1000 })
    for (const { spell, deciding, sample, key } of rows) {
      assert.equal(deciding?.id ?? null, spell.deciding)
      assert.equal(sample, key === 'show7', key)
    }
    assert.ok(rows.some((row) => row.deciding?.evidence === 'has renewed' && row.deciding.article.outlet))
  })

  test('a search finds by title and platform; signs of the query language are letters to it', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const found = async (search: string): Promise<Set<string>> =>
      new Set((await ledger.board('2031-06-01', { search, limit: 1000 })).rows.map((row) => row.spell.show))
    assert.deepEqual(await found('show 29'), new Set(['Show 29']))
    assert.deepEqual(await found('THE SHOW-29'), new Set(['Show 29']))
    assert.deepEqual(await found('29 orbit+'), new Set(['Show 29']))
    assert.deepEqual(await found('28 orbit+'), new Set())
    assert.deepEqual(await found('elodie'), new Set(['Élodie 100%_x']))
    assert.deepEqual(await found('100%_'), new Set(['Élodie 100%_x']))
    assert.deepEqual(await found("'; drop table spells --"), new Set())
    assert.equal((await found(' ')).size, 31)
  })

  test('the days on which something was heard, and what one article says', async () => {
    const ledger = await store.ledger()
    const a = article()
    const { id } = await ledger.add(a, [claim(a, 'has renewed')], HEARD)
    await ledger.add(article({ url: null, published: '2031-05-12', text: 'Nothing.' }), [], HEARD)
    const edited = article({ text: `${a.text} Really.` })
    const later = { ...HEARD, heard: '2031-05-20T00:00:00.000Z' }
    const again = await ledger.add(edited, [claim(edited, 'has renewed')], later)
    assert.deepEqual(await ledger.days(), ['2031-05-10'])
    for (const article of [id, again.id])
      assert.deepEqual(
        (await ledger.claims({ article })).map((c) => [c.article.id, c.evidence]),
        [[article, 'has renewed']],
      )
    assert.deepEqual(await ledger.claims({ article: 'none' }), [])
  })
})
