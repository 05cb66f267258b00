// Readers: secrets that are kept as hashes alone, and what each reader follows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLedger } from '../../src/ledger/open.ts'
import { onEachStore } from './stores.ts'

const NOW = '2031-05-10T12:00:00.000Z'

onEachStore((store) => {
  test('a secret lets in its reader, for as long as it holds, and for what it is', async () => {
    const { readers } = await store.ledger()
    assert.equal(await readers.anyToken(), false)
    await readers.admit('secret', 'token', 'ada', null)
    await readers.admit('session', 'session', 'ada', '2031-06-01T00:00:00.000Z')
    assert.equal(await readers.anyToken(), true)
    assert.equal(await readers.readerOf('secret', 'token', NOW), 'ada')
    assert.equal(await readers.readerOf('session', 'session', NOW), 'ada')
    assert.equal(await readers.readerOf('session', 'session', '2031-06-01T00:00:00.000Z'), null)
    for (const [secret, kind] of [
      ['secret', 'session'],
      ['session', 'token'],
      ['Secret', 'token'],
      ['', 'token'],
    ] as const)
      assert.equal(await readers.readerOf(secret, kind, NOW), null)
    await readers.end('session')
    assert.equal(await readers.readerOf('session', 'session', NOW), null)
    await readers.end('secret')
    assert.equal(await readers.readerOf('secret', 'token', NOW), 'ada', 'a token is no session')
    await readers.shutOut('ada')
    assert.equal(await readers.readerOf('secret', 'token', NOW), null)
  })

  test('the secret itself is nowhere in the store', async () => {
    const place = await store.place()
    const ledger = await openLedger(place)
    await ledger.readers.admit('wonderfully-secret', 'token', '', null)
    const kept = await ledger.readers.readerOf('wonderfully-secret', 'token', NOW)
    assert.equal(kept, '')
    await ledger.close()
    if (store.name === 'SQLite') {
      const { readFileSync } = await import('node:fs')
      assert.equal(readFileSync(place).includes('wonderfully-secret'), false)
    }
  })

  test('each reader follows shows of their own, in any spelling, once', async () => {
    const { readers } = await store.ledger()
    await readers.follow('', ['Glass Harbor', 'The Glass-Harbor', 'Élodie', '', '  '], '2031-05-10')
    await readers.follow('', ['glass harbor'], '2031-05-11')
    await readers.follow('ada', ['Night Ferry'], '2031-05-10')
    assert.deepEqual(await readers.followed(''), [
      { key: 'elodie', show: 'Élodie', since: '2031-05-10' },
      { key: 'glassharbor', show: 'The Glass-Harbor', since: '2031-05-10' },
    ])
    await readers.unfollow('', 'GLASS HARBOR')
    await readers.unfollow('', 'Night Ferry')
    assert.deepEqual(
      (await readers.followed('')).map((f) => f.key),
      ['elodie'],
    )
    assert.deepEqual(
      (await readers.followed('ada')).map((f) => f.key),
      ['nightferry'],
    )
  })
})
