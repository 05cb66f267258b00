// The board a page at a time: the same rows as the whole board has, found and counted by the store.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoardRow, Ledger } from '../../src/ledger/ledger.ts'
import type { Brief, Spell } from '../../src/ledger/records.ts'
import { board as verdicts } from '../../src/verdict/board.ts'
import { derive } from '../../src/verdict/spells.ts'
import type { Certainty, Verdict } from '../../src/verdict/verdict.ts'
import { CERTAINTIES } from '../../src/verdict/verdict.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

const same =
  (a: Brief) =>
  (b: Brief): boolean =>
    a.show === b.show && a.season === b.season
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
  await ledger.refresh(derive)
}

onEachStore((store) => {
  test('pages of a board are its parts, in one order', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const day = '2031-05-20'
    const whole = await ledger.board(day, { limit: 1000 })
    const briefs = await ledger.briefs(day)
    const brief = ({
      spell: { until: _, deciding: __, pro: ___, contra: ____, open: _____, ...rest },
    }: BoardRow): Brief => rest
    const inOrder = (a: Brief, b: Brief): number => briefs.findIndex(same(a)) - briefs.findIndex(same(b))
    assert.deepEqual(whole.rows.map(brief).sort(inOrder), briefs)
    const news = briefs.map(({ since, show, season }) => [since, show, season])
    assert.deepEqual(
      news,
      news.toSorted(([a, b, c], [x, y, z]) =>
        a !== x ? (a! < x! ? 1 : -1) : b !== y ? (b! < y! ? -1 : 1) : +c! - +z!,
      ),
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

  test('whatever letters a title or a platform has, the board in brief is what the claims come to', async () => {
    const ledger = await store.ledger()
    const titles = ['Tab\there', 'Two\nlines \\t “x” "y"', '🎬 Élodie ’s', 'Quay', '\uff5e wide', '[null,"Quay"]']
    for (const [i, show] of titles.entries())
      for (const season of [10, 9, 2]) {
        const a = article({ title: `${show} ${season}`, url: null, published: `2031-05-${10 + (i % 3)}` })
        const dated = { event: 'premiere', date: '2031-12-24', platform: 'Orbit\t+\\' } as const
        await ledger.add(a, [claim(a, 'has renewed', { show, season, ...(i % 2 ? dated : {}) })], HEARD)
      }
    await ledger.refresh(derive)
    const day = '2031-06-01'
    const told = verdicts(await ledger.claims(), day)
    const axes = ({ show, season, fate, since, before, premiere, delayed }: Verdict) =>
      [show, season, fate, since, before, premiere?.platform ?? null, delayed?.since ?? null] as const
    const briefs = await ledger.briefs(day)
    assert.equal(briefs.length, titles.length * 3)
    assert.ok(briefs.some((b) => b.platform === 'Orbit\t+\\'))
    assert.deepEqual(
      briefs.map((b) => [b.show, b.season, b.fate, b.since, b.before, b.platform, b.delayed]),
      told.map(axes),
    )
  })

  test('a board has the spells of its day, however long they last', async () => {
    const ledger = await store.ledger()
    const a = article({ url: null })
    await ledger.add(a, [claim(a, 'has renewed')], HEARD)
    const day = (n: number): string => new Date(Date.UTC(2031, 0, 1) + n * 864e5).toISOString().slice(0, 10)
    const made: Spell[] = []
    await ledger.refresh((claims) => {
      const { spells, ...rest } = derive(claims)
      const [first] = spells
      for (let season = 0; season < 400; season++) {
        const from = (season * 37) % 900
        // Powers of four, and the days beside them, among the lengths.
        const until = season % 5 ? from + (season % 2 ? season : 4 ** (season % 6) + (season % 3) - 1) || 1 : null
        if (until !== from)
          made.push({
            ...first!,
            season,
            from: day(from),
            since: day(-2),
            until: until === null ? null : day(until),
          })
      }
      return { ...rest, spells: made }
    })
    for (const on of [-1, 0, 1, 5, 64, 300, 301, 899, 900, 1200, 4000].map(day)) {
      const lasting = made.filter(({ from, until }) => from <= on && (until === null || until > on))
      assert.deepEqual(
        (await ledger.briefs(on)).map((s) => s.season),
        lasting.map((s) => s.season),
      )
    }
    assert.deepEqual(await ledger.briefs('no day'), [])
  })

  test('a board is filtered and sorted, in groups or in one list', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const dated = article({ title: 'Dated', url: null, published: '2031-05-10' })
    const premiere = { show: 'Show 3', season: 4, event: 'premiere', date: '2032-03-08', platform: 'Orbit+' } as const
    await ledger.add(dated, [claim(dated, 'has renewed', premiere)], HEARD)
    await ledger.refresh(derive)
    const day = '2031-05-20'
    const whole = (await ledger.board(day, { limit: 1000 })).rows
    const flat = await ledger.board(day, { limit: 1000, flat: true, sort: 'title' })
    assert.deepEqual(new Set(flat.rows.map(named)), new Set(whole.map(named)))
    const keys = flat.rows.map((row) => row.key)
    assert.deepEqual(keys, keys.toSorted())
    const paged = []
    for (let skip = 0; skip < whole.length; skip += 7)
      paged.push(...(await ledger.board(day, { limit: 7, skip, flat: true, sort: 'title' })).rows)
    assert.deepEqual(paged.map(named), flat.rows.map(named))
    assert.equal(
      (await ledger.board(day, { limit: 9, flat: true, sort: 'premiere' })).rows[0]!.spell.premiere,
      '2032-03-08',
    )
    const byCertainty = await ledger.board(day, { limit: 1000, flat: true, sort: 'certainty' })
    const sure = byCertainty.rows.map((row) => CERTAINTIES.indexOf(row.spell.certainty as Certainty))
    assert.ok(new Set(sure).size > 1)
    assert.deepEqual(
      sure,
      sure.toSorted((a, b) => a - b),
    )
    const { rows } = await ledger.board(day, { limit: 1000, platform: 'Orbit+' })
    assert.ok(rows.length && rows.length < whole.length)
    assert.ok(rows.every(({ spell, deciding }) => (spell.platform ?? deciding?.platform) === 'Orbit+'))
    assert.deepEqual((await ledger.board(day, { limit: 9, year: '2032' })).rows.map(named), ['renewed: Show 3 4'])
    const since = (await ledger.board(day, { limit: 1000, since: '2031-05-15' })).rows
    assert.ok(since.length && since.length < whole.length && since.every((r) => r.spell.since! >= '2031-05-15'))
    const among = await ledger.board(day, { limit: 1000, among: ['show3'] })
    assert.ok(among.rows.length && among.rows.every((r) => r.key === 'show3'))
    assert.deepEqual((await ledger.board(day, { limit: 9, among: [] })).rows, [])
    const facets = await ledger.lists.facets()
    assert.equal(facets.platforms[0]!.platform, 'Orbit+')
    assert.deepEqual(facets.years, ['2032'])
  })

  test('two boards side by side: the seasons whose fates differ', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const [earlier, later] = ['2031-05-10', '2031-05-20']
    const before = new Map((await ledger.briefs(earlier)).map((s) => [`${s.show} ${s.season}`, s]))
    const after = new Map((await ledger.briefs(later)).map((s) => [`${s.show} ${s.season}`, s]))
    const expected = [...new Set([...before.keys(), ...after.keys()])].filter(
      (k) => before.get(k)?.fate !== after.get(k)?.fate,
    )
    const found = await ledger.lists.differences(earlier, later, 1000)
    assert.ok(expected.length > 3)
    assert.deepEqual(found.map((d) => `${d.show} ${d.season}`).toSorted(), expected.toSorted())
    for (const { show, season, was, is } of found) {
      assert.equal(was?.fate, before.get(`${show} ${season}`)?.fate)
      assert.equal(is?.fate, after.get(`${show} ${season}`)?.fate)
    }
    assert.equal((await ledger.lists.differences(earlier, later, 2)).length, 2)
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
