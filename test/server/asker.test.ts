// Whose requests are counted together: on this machine, in the open, and behind a proxy.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { askerOf } from '../../src/server/asker.ts'
import { serve } from '../surfaces/served.ts'

async function asker(nearest: string | undefined, forwarded: string | null, proxied: boolean): Promise<string> {
  const app = new Hono()
  app.get('/', (c) => c.text(askerOf(c, proxied)))
  const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
  const env = { incoming: { socket: { remoteAddress: nearest } } }
  return (await app.request('/', { headers }, env)).text()
}

test('without a proxy the connection tells, whatever a header says', async () => {
  assert.equal(await asker('203.0.113.7', '198.51.100.1', false), '203.0.113.7')
  assert.equal(await asker('127.0.0.1', '198.51.100.1', false), '127.0.0.1')
  assert.equal(await asker('::ffff:203.0.113.7', null, false), '203.0.113.7')
  assert.equal(await asker(undefined, '198.51.100.1', false), 'unknown')
  assert.equal(await asker('fe80::1%eth0', null, true), 'fe80::')
})

test('behind one its last word counts, and only its own', async () => {
  assert.equal(await asker('127.0.0.1', '198.51.100.1', true), '198.51.100.1')
  assert.equal(
    await asker('172.18.0.2', '10.0.0.1, 198.51.100.1', true),
    '198.51.100.1',
    'what a visitor has put before it',
  )
  assert.equal(await asker('8.8.8.8', '198.51.100.1', true), '8.8.8.8', 'past the proxy')
  for (const nothing of [null, '', 'unknown', 'a, b'])
    assert.equal(await asker('127.0.0.1', nothing, true), '127.0.0.1', String(nothing))
})

test('of IPv6 a network is one: its owner has more addresses than can be counted', async () => {
  const [one, other] = ['2001:4860:1:2::1', '2001:4860:1:2:ffff::9']
  assert.equal(await asker(one, null, false), await asker(other, null, false))
  assert.notEqual(await asker(one, null, false), await asker('2001:4860:1:3::1', null, false))
})

test('visitors behind one proxy do not use up one another’s requests', async () => {
  const { server, ledger } = await serve({ perMinute: 2, proxied: true })
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  const ask = async (visitor: string): Promise<number> =>
    (await server.request('http://localhost:2632/api/v1/shows', { headers: { 'x-forwarded-for': visitor } }, env))
      .status
  try {
    assert.deepEqual([await ask('198.51.100.1'), await ask('198.51.100.1'), await ask('198.51.100.1')], [200, 200, 429])
    assert.equal(await ask('198.51.100.2'), 200)
  } finally {
    await ledger.close()
  }
})
