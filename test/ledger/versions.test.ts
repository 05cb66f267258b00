// What a page says, and said: edits, withdrawn claims, later rules, and what was known when.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '../../src/article/article.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { resolve } from '../../src/verdict/resolve.ts'
import { article, claim } from './material.ts'
import { onEachStore } from './stores.ts'

const at = (day: string): string => `${day}T12:00:00.000Z`
const first = article()
const edited = article({
  text: 'Orbit+ weighs ‘Glass Harbor’\n\nOrbit+ has yet to decide on a second season. It films on.',
})
const third = article({ text: `${first.text} And more.` })

/** "evidence day [withdrawn day]" of every claim. */
const told = async (ledger: Ledger, filter: Parameters<Ledger['claims']>[0] = {}): Promise<string[]> =>
  (await ledger.claims(filter)).map(
    (c) => `${c.evidence} ${c.article.published}${c.withdrawn ? ` withdrawn ${c.withdrawn}` : ''}`,
  )

onEachStore((store) => {
  const add = (ledger: Ledger, of: Article, evidence: string[], day: string, reading = 'r1') =>
    ledger.add(
      of,
      evidence.map((e) => claim(of, e, { factuality: e === 'has renewed' ? 'yes' : 'undecided' })),
      { heard: at(day), reading },
    )

  for (const order of ['as they came', 'the other way round'])
    test(`an edited article keeps both versions, and what vanished is withdrawn: ${order}`, async () => {
      const ledger = await store.ledger()
      const steps = [
        () => add(ledger, first, ['has renewed', 'a second season'], '2031-05-10'),
        () => add(ledger, edited, ['a second season', 'films on'], '2031-05-13'),
      ]
      for (const step of order === 'as they came' ? steps : steps.reverse()) assert.equal((await step()).added, true)
      assert.deepEqual(await told(ledger), [
        'has renewed 2031-05-10 withdrawn 2031-05-13',
        'a second season 2031-05-10',
        'films on 2031-05-13',
      ])
      assert.deepEqual(await told(ledger, { asOf: '2031-05-12' }), [
        'has renewed 2031-05-10 withdrawn 2031-05-13',
        'a second season 2031-05-10',
      ])
      assert.deepEqual(await told(ledger, { knownAt: at('2031-05-12') }), [
        'has renewed 2031-05-10',
        'a second season 2031-05-10',
      ])
      const claims = await ledger.claims()
      const fate = (day: string) => resolve(claims, { show: 'Glass Harbor', season: 2, day }).fate
      assert.deepEqual(
        [fate('2031-05-10'), fate('2031-05-12'), fate('2031-05-13')],
        ['renewed', 'renewed', 'on the bubble'],
      )
      assert.equal(resolve(claims, { show: 'Glass Harbor', season: 2, day: '2031-06-01' }).since, '2031-05-13')
      const { id } = claims[0]!.article
      assert.deepEqual(
        (await ledger.versions(id)).map((v) => v.heard),
        [at('2031-05-10'), at('2031-05-13')],
      )
      assert.deepEqual(await ledger.versions('no such id'), [])
    })

  test('a claim that comes back in a third version is told anew; a version without any claim withdraws all', async () => {
    const ledger = await store.ledger()
    await add(ledger, first, ['has renewed'], '2031-05-10')
    await add(ledger, edited, [], '2031-05-13')
    assert.deepEqual(await told(ledger), ['has renewed 2031-05-10 withdrawn 2031-05-13'])
    await add(ledger, third, ['has renewed'], '2031-05-20')
    assert.deepEqual(await told(ledger), ['has renewed 2031-05-10 withdrawn 2031-05-13', 'has renewed 2031-05-20'])
  })

  test('what has no page of its own, or stands on a front page, has no versions', async () => {
    const ledger = await store.ledger()
    for (const url of [null, 'https://a.example/', 'not an address']) {
      await add(ledger, { ...first, url }, ['has renewed'], '2031-05-10')
      await add(ledger, { ...edited, url }, ['films on'], '2031-05-13')
    }
    assert.equal((await ledger.claims()).length, 6)
    assert.ok((await ledger.claims()).every((c) => c.withdrawn === undefined))
  })

  test('later rules read again: theirs counts, the earlier reading stays and answers what was said then', async () => {
    const ledger = await store.ledger()
    const { id } = await add(ledger, first, ['has renewed'], '2031-05-10')
    const { id: other } = await add(ledger, article({ url: null }), [], '2031-05-10')
    const ids = [id, other].sort()
    assert.deepEqual(
      (await ledger.unread('r2', '', 10)).map((a) => a.id),
      ids,
    )
    assert.deepEqual(
      (await ledger.unread('r2', ids[0]!, 10)).map((a) => a.id),
      [ids[1]],
    )
    const again = { reading: 'r2', read: at('2031-07-01'), claims: [claim(first, 'a second season')] }
    await ledger.reread(id, again)
    assert.equal(await ledger.unreadCount('r2'), 1)
    assert.deepEqual(await told(ledger), ['a second season 2031-05-10'])
    assert.deepEqual(await told(ledger, { knownAt: at('2031-06-30') }), ['has renewed 2031-05-10'])
    assert.deepEqual(await told(ledger, { knownAt: at('2031-05-09') }), [])
    // Once for each version of the rules.
    await ledger.reread(id, { ...again, claims: [] })
    assert.deepEqual(await told(ledger), ['a second season 2031-05-10'])
    assert.deepEqual(await ledger.counts(), { articles: 2, claims: 1, shows: 1, sample: 0, readings: 3 })
    assert.equal((await ledger.article(id))!.reading, 'r2')
    await ledger.reread('gone', again)
  })

  test('heard at two times it was heard at the earlier, and no sample if it came otherwise too', async () => {
    const ledger = await store.ledger()
    const undated = { ...first, published: null }
    const { id } = await ledger.add(undated, [], { heard: at('2031-05-20'), reading: 'r1', sample: true })
    const again = await ledger.add(undated, [], { heard: at('2031-05-10'), reading: 'r1' })
    assert.deepEqual(again, { id, added: false })
    const { ref } = (await ledger.article(id))!
    assert.deepEqual([ref.heard, ref.published, ref.sample], [at('2031-05-10'), '2031-05-10', false])
  })
})
