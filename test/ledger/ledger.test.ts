// What the ledger keeps, gives back, and refuses to change.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Article } from '../../src/article/article.ts'
import { showKey } from '../../src/catalogue/titles.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { sketchOf } from '../../src/ledger/likeness.ts'
import type { Claim } from '../../src/reading/claim.ts'
import { derive } from '../../src/verdict/spells.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

/** Everything that can be seen of a ledger. */
async function exported(ledger: Ledger): Promise<string> {
  const claims = await ledger.claims()
  const ids = [...new Set(claims.map((c) => c.article.id))].sort()
  const articles = await Promise.all(ids.map((id) => ledger.article(id)))
  return JSON.stringify([articles, claims, await ledger.shows(), await ledger.seasons(), await ledger.counts()])
}

onEachStore((store) => {
  test('a claim comes back whole, with its sentence and its article', async () => {
    const ledger = await store.ledger()
    const a = article()
    const c = claim(a, 'has renewed Glass Harbor for a second season', {
      via: ['Deadline', 'Variety'],
      stage: 'filming',
      date: '2032-spring',
    })
    const { id, added } = await ledger.add(a, [c], HEARD)
    assert.equal(added, true)
    assert.match(id, /^[0-9a-f]{64}$/)
    const [kept, ...others] = await ledger.claims()
    assert.equal(others.length, 0)
    const { id: claimId, article: cited, sentenceText, ...rest } = kept!
    const { sketch, ...ref } = cited
    assert.equal(sketch, sketchOf(a.text))
    assert.deepEqual(rest, c)
    assert.match(claimId, /^[0-9a-f]{64}$/)
    assert.equal(sentenceText, 'Orbit+ has renewed Glass Harbor for a second season.')
    assert.deepEqual(ref, {
      id,
      title: a.title,
      outlet: a.outlet,
      author: a.author,
      url: 'https://www.signalandreel.example/2031/05/glass-harbor',
      published: '2031-05-10',
      modified: null,
      heard: HEARD.heard,
      sample: false,
    })
    assert.deepEqual(await ledger.article(id), { ref, article: { ...a, url: ref.url }, reading: 'test-1' })
    assert.equal(await ledger.article('no such id'), null)
  })

  test('the same article twice changes nothing, whatever comes with it', async () => {
    const ledger = await store.ledger()
    const a = article()
    const first = await ledger.add(a, [claim(a, 'has renewed')], HEARD)
    const before = await exported(ledger)
    const again = await ledger.add(
      { ...a, text: `${a.text}  \n`, url: 'https://signalandreel.example/2031/05/glass-harbor/#top' },
      [claim(a, 'a second season')],
      { heard: '2040-01-01T00:00:00.000Z', reading: 'test-1', sample: true },
    )
    assert.deepEqual(again, { id: first.id, added: false })
    assert.equal(await exported(ledger), before)
  })

  test('another text, outlet, page or day is another article; without a page the title tells', async () => {
    const ledger = await store.ledger()
    const a = article()
    const others: Article[] = [
      a,
      { ...a, text: `${a.text} It does.` },
      { ...a, outlet: null },
      { ...a, url: 'https://signalandreel.example/other' },
      { ...a, url: null },
      { ...a, url: null, title: null },
      { ...a, url: 'not an address', title: 'Another' },
      { ...a, published: '2031-05-12' },
      { ...a, published: null },
    ]
    const ids = new Set<string>()
    for (const other of others) ids.add((await ledger.add(other, [], HEARD)).id)
    assert.equal(ids.size, others.length)
  })

  test('an article without a date counts from the day it was heard', async () => {
    const ledger = await store.ledger()
    const a = article({ published: null })
    const { id } = await ledger.add(a, [claim(a, 'has renewed')], HEARD)
    assert.equal((await ledger.claims())[0]!.article.published, '2031-05-11')
    assert.equal((await ledger.article(id))!.article.published, null)
    assert.equal((await ledger.claims({ asOf: '2031-05-10' })).length, 0)
    assert.equal((await ledger.claims({ asOf: '2031-05-11' })).length, 1)
  })

  test('claims by show in any spelling, by day, with and without the sample', async () => {
    const ledger = await store.ledger()
    const one = article({ title: 'One' })
    const two = article({ title: 'Two', url: null, published: '2031-06-01' })
    await ledger.add(
      one,
      [claim(one, 'has renewed'), claim(one, 'a second season', { show: 'The Tide & Us', season: null })],
      HEARD,
    )
    await ledger.add(
      two,
      [
        claim(two, 'has renewed', { show: 'Tide and Us', season: 3 }),
        claim(two, 'a second season', { show: 'Tide and Us', season: 3 }),
      ],
      { ...HEARD, sample: true },
    )
    const found = async (filter: Parameters<Ledger['claims']>[0]): Promise<number> =>
      (await ledger.claims(filter)).length
    assert.equal(await found({ show: 'the tide and us (UK)' }), 3)
    assert.equal(await found({ show: 'the tide and us', sample: false }), 1)
    assert.equal(await found({ sample: true }), 2)
    assert.equal(await found({ asOf: '2031-05-31' }), 2)
    assert.equal(await found({ show: 'Unheard Of' }), 0)
    assert.deepEqual(await ledger.shows(), [
      { key: showKey('Glass Harbor'), show: 'Glass Harbor', claims: 1 },
      { key: showKey('Tide and Us'), show: 'Tide and Us', claims: 3 },
    ])
    assert.deepEqual(await ledger.seasons(), [
      { show: 'Glass Harbor', season: 2 },
      { show: 'Tide and Us', season: null },
      { show: 'Tide and Us', season: 3 },
    ])
    assert.deepEqual(await ledger.counts(), { articles: 2, claims: 4, shows: 2, sample: 1, readings: 2 })
    assert.deepEqual(await ledger.removeSample(), { articles: 1, claims: 2 })
    assert.deepEqual(await ledger.counts(), { articles: 1, claims: 2, shows: 2, sample: 0, readings: 1 })
    assert.deepEqual(await ledger.removeSample(), { articles: 0, claims: 0 })
  })

  test('when an article was edited is kept with each version, and a page saved again with the same words is nothing new', async () => {
    const ledger = await store.ledger()
    const hours = { publishedAt: '2031-05-10T09:00:00.000Z', modified: '2031-05-10T14:05:00.000Z' }
    const a = article(hours)
    const later = { ...HEARD, heard: '2031-05-13T08:00:00.000Z' }
    const { id } = await ledger.add(a, [claim(a, 'has renewed')], HEARD)
    assert.deepEqual((await ledger.article(id))!.article, { ...a, url: (await ledger.article(id))!.ref.url })
    assert.equal((await ledger.claims())[0]!.article.modified, hours.modified)
    const before = [await exported(ledger), await ledger.article(id)]
    const saved = article({ ...hours, modified: '2031-05-12T10:00:00.000Z' })
    assert.deepEqual(await ledger.add(saved, [claim(saved, 'has renewed')], later), { id, added: false })
    assert.deepEqual(await ledger.add(article(), [], later), { id, added: false })
    assert.deepEqual([await exported(ledger), await ledger.article(id)], before)
    const edited = article({ ...saved, text: `${a.text} It is the last.` })
    assert.equal((await ledger.add(edited, [], later)).added, true)
    assert.deepEqual(
      (await ledger.versions(id)).map(({ modified }) => modified),
      [hours.modified, saved.modified],
    )
    assert.deepEqual((await ledger.lists.articles({ limit: 9 })).map(({ modified }) => modified).sort(), [
      hours.modified,
      saved.modified,
    ])
  })

  test('of two hearings the first time of editing stands, whichever came first; what cannot be true is dropped', async () => {
    const told = async (...times: Array<string | null>): Promise<string | null> => {
      const ledger = await store.ledger()
      let id = ''
      for (const modified of times) id = (await ledger.add(article({ modified }), [], HEARD)).id
      return (await ledger.article(id))!.ref.modified
    }
    const [early, late] = ['2031-05-10T14:05:00.000Z', '2031-05-11T07:00:00.000Z']
    for (const order of [
      [early, late],
      [late, early],
      [late, null, early],
      [null, late, early, null],
    ])
      assert.equal(await told(...order), early, order.join())
    assert.equal(await told('2031-05-10', late), '2031-05-10')
    // HEARD is the eleventh, at eight.
    assert.equal(await told('2031-05-11T08:00:00.001Z'), null)
    assert.equal(await told('2031-05-12'), null)
    assert.equal(await told('2031-05-09'), null)
    assert.equal(await told('2031-05-12', early), early)
  })

  test('one claim given twice with an article is kept once', async () => {
    const ledger = await store.ledger()
    const a = article()
    await ledger.add(
      a,
      [
        claim(a, 'has renewed'),
        claim(a, 'has renewed', { why: [] }),
        claim(a, 'has renewed', { speaker: 'Orbit+', role: 'network' }),
      ],
      HEARD,
    )
    assert.equal((await ledger.claims()).length, 2)
  })

  test('an empty ledger answers', async () => {
    const ledger = await store.ledger()
    assert.equal(
      await exported(ledger),
      JSON.stringify([[], [], [], [], { articles: 0, claims: 0, shows: 0, sample: 0, readings: 0 }]),
    )
  })

  test('articles in any order, some of them again, at once or in turn, leave the same ledger', async () => {
    const articles = Array.from({ length: 6 }, (_, i) =>
      article({ title: `No. ${i}`, url: i % 2 ? null : `https://a.example/${i}`, published: `2031-05-1${i % 3}` }),
    )
    const claimsOf = (a: Article): Claim[] => [
      claim(a, 'has renewed'),
      claim(a, 'a second season', { show: a.title!, season: null }),
    ]
    const expected = await filled(articles, true)
    async function filled(list: readonly Article[], inTurn: boolean): Promise<string> {
      const ledger = await store.ledger()
      if (inTurn) for (const a of list) await ledger.add(a, claimsOf(a), HEARD)
      else await Promise.all(list.map((a) => ledger.add(a, claimsOf(a), HEARD)))
      const all = await exported(ledger)
      return all
    }
    const order = fc.shuffledSubarray([...articles, ...articles], { minLength: articles.length * 2 })
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (list, inTurn) => assert.equal(await filled(list, inTurn), expected)),
      { numRuns: 20 },
    )
  })

  test('an article that cannot be kept whole is not kept at all', async () => {
    const ledger = await store.ledger()
    const a = article()
    const broken = { ...claim(a, 'a second season'), event: null } as unknown as Claim
    await assert.rejects(
      ledger.add(a, [claim(a, 'has renewed'), broken], HEARD),
      /(NOT NULL constraint failed: claims\.event|null value in column "event")/,
    )
    assert.deepEqual(await ledger.counts(), { articles: 0, claims: 0, shows: 0, sample: 0, readings: 0 })
    assert.equal((await ledger.add(a, [claim(a, 'has renewed')], HEARD)).added, true)
  })

  test('many claims in one article, and texts with anything in them', async () => {
    const ledger = await store.ledger()
    const a = article({ text: `x\u0000y \ud800 '"; drop table claims; -- ${'long '.repeat(2000)}` })
    const claims = Array.from({ length: 1500 }, (_, i) =>
      claim(a, 'x\u0000y', { season: i, show: `'"; drop table claims; --` }),
    )
    const { id } = await ledger.add(a, claims, HEARD)
    assert.equal((await ledger.claims()).length, 1500)
    assert.equal((await ledger.claims())[0]!.evidence, 'x\ufffdy')
    assert.equal((await ledger.article(id))!.article.text, a.text.replace(/[\ud800\0]/g, '\ufffd').trimEnd())
  })
  test('names and addresses of any length: what no index of a store could hold is cut, and nothing else', async () => {
    const ledger = await store.ledger()
    // What no compression makes short.
    let state = 1
    const long = (): string => {
      const letters = Array.from({ length: 20_000 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        return String.fromCodePoint(0x4e00 + (state >>> 18))
      })
      return letters.join('')
    }
    const [show, platform, outlet] = [long(), long(), long()]
    const a = article({ outlet, url: `https://a.example/${long()}` })
    const premiere: Partial<Claim> = { show, platform, event: 'premiere', date: '2032-01-01', via: [long()] }
    const { id } = await ledger.add(a, [claim(a, 'has renewed', premiere)], HEARD)
    await ledger.add({ ...a, text: `${a.text} Edited.` }, [], { ...HEARD, heard: '2031-06-01T00:00:00.000Z' })
    assert.equal(await ledger.refresh(derive), 1)
    const [kept] = await ledger.claims()
    assert.deepEqual([kept!.show, kept!.platform], [show.slice(0, 200), platform.slice(0, 200)])
    assert.equal((await ledger.article(id))!.article.url, new URL(a.url!).href)
    assert.equal((await ledger.versions(id)).length, 2)
    assert.deepEqual(
      (await ledger.briefs('2031-05-20')).map((s) => [s.show, s.platform]),
      [[kept!.show, kept!.platform]],
    )
  })
})
