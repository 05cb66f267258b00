// What the ledger keeps beside articles and claims: the outlets heard of, and the sources that claims go back to.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '../../src/article/article.ts'
import { rootsOf } from '../../src/verdict/roots.ts'
import { derive } from '../../src/verdict/spells.ts'
import { article, claim } from './material.ts'
import { onEachStore } from './stores.ts'

const on = (day: string) => ({ heard: `${day}T08:00:00.000Z`, reading: 'r1' })
const by = (outlet: string, published: string, fields: Partial<Article> = {}): Article =>
  article({ outlet, published, url: null, ...fields })

onEachStore((store) => {
  test('an outlet is known from the earliest day on which it told, or was told from', async () => {
    const ledger = await store.ledger()
    const relay = by('Reel', '2031-05-12')
    await ledger.add(relay, [claim(relay, 'has renewed', { via: ['Signal', 'Vulture'] })], on('2031-05-13'))
    await ledger.add(by('Signal', '2031-05-11'), [], on('2031-05-20'))
    await ledger.add(by('Reel', '2031-05-30'), [], on('2031-05-30'))
    const heard = on('2031-05-13').heard
    assert.deepEqual(await ledger.outlets(), [
      { name: 'Reel', published: '2031-05-12', heard },
      { name: 'Signal', published: '2031-05-11', heard },
      { name: 'Vulture', published: '2031-05-12', heard },
    ])
    // The same article, heard earlier than was thought; and read again, with another chain.
    const { id } = await ledger.add(relay, [], on('2031-05-12'))
    const again = {
      reading: 'r2',
      read: '2031-07-01T00:00:00.000Z',
      claims: [claim(relay, 'has renewed', { via: ['Wire'] })],
    }
    await ledger.reread(id, again)
    assert.deepEqual(
      (await ledger.outlets()).map(({ name, heard }) => `${name} ${heard.slice(0, 10)}`),
      ['Reel 2031-05-12', 'Signal 2031-05-12', 'Vulture 2031-05-12', 'Wire 2031-05-12'],
    )
  })

  test('the sample tells of no outlet until it comes otherwise too', async () => {
    const ledger = await store.ledger()
    const a = by('Reel', '2031-05-12')
    await ledger.add(a, [], { ...on('2031-05-13'), sample: true })
    assert.deepEqual(await ledger.outlets(), [])
    await ledger.add(a, [], on('2031-05-14'))
    assert.deepEqual(await ledger.outlets(), [{ name: 'Reel', published: '2031-05-12', heard: on('2031-05-13').heard }])
  })

  test('roots are kept with the claims that go back to them, and are what the claims make of them', async () => {
    const ledger = await store.ledger()
    const said = { speaker: 'Ada Penn', role: 'cast' as const }
    const told: Array<[outlet: string, day: string, via: string[]]> = [
      ['Reel', '2031-05-12', ['Vulture']],
      ['Vulture', '2031-05-11', []],
      ['Post', '2031-05-13', ['Reel', 'Vulture']],
      ['Vulture', '2031-06-20', []],
    ]
    for (const [outlet, day, via] of told) {
      const a = by(outlet, day, { text: `${outlet} asked on ${day}. She has renewed hope.` })
      await ledger.add(a, [claim(a, day, { ...said, via })], on(day))
    }
    assert.deepEqual(await ledger.roots('glass harbor'), [], 'not before they have been made')
    await ledger.refresh(derive)
    const roots = await ledger.roots('glass harbor')
    assert.deepEqual(
      roots.map(({ speaker, outlet, published, heard, claims }) => [speaker, outlet, published, heard, claims.length]),
      [
        ['Ada Penn', 'Vulture', '2031-05-11', on('2031-05-11').heard, 3],
        ['Ada Penn', 'Vulture', '2031-06-20', on('2031-06-20').heard, 1],
      ],
    )
    const claims = await ledger.claims()
    const numbers = rootsOf(claims)
    assert.deepEqual(
      roots.map((root) => root.claims),
      [0, 1].map((n) => claims.filter((_, i) => numbers[i] === n).map((c) => c.id)),
    )
    // One that is heard late and opens what others had opened.
    const first = by('Vulture', '2031-05-10', { text: 'Vulture asked first. She has renewed hope.' })
    await ledger.add(first, [claim(first, 'Vulture asked', said)], on('2031-07-01'))
    await ledger.refresh(derive)
    const [opened] = await ledger.roots('Glass Harbor')
    assert.deepEqual(
      [opened!.published, opened!.heard, opened!.claims.length],
      ['2031-05-10', on('2031-05-11').heard, 4],
    )
  })
})
