// The guard refuses every spelling of an address that is not public, and connects to nothing before it has checked.
// Nothing here leaves the machine: names are resolved by a stub, and the only server is a canary on 127.0.0.1.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { notPublic } from '../../src/sources/guard.ts'
import { FetchError, get } from '../../src/sources/request.ts'
import type { Canary } from './canary.ts'
import { resolveTo, startCanary } from './canary.ts'

describe('notPublic', () => {
  const refused: Array<[string, string]> = [
    ['127.0.0.1', 'loopback'],
    ['127.1', 'loopback'],
    ['0x7f000001', 'loopback'],
    ['2130706433', 'loopback'],
    ['0177.0.0.1', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'linkLocal'],
    ['100.64.0.1', 'carrierGradeNat'],
    ['0.0.0.0', 'unspecified'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['192.0.2.1', 'reserved'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['fe80::1', 'linkLocal'],
    ['fd00::1', 'uniqueLocal'],
    ['::7f00:1', 'reserved'],
    ['64:ff9b::7f00:1', 'rfc6052'],
    ['2002:7f00:1::', '6to4'],
    ['2001:db8::1', 'reserved'],
    ['fec0::1', 'deprecatedSiteLocal'],
    ['localhost', 'not an address'],
    ['', 'not an address'],
  ]
  for (const [address, kind] of refused)
    it(`refuses ${address || 'the empty string'} (${kind})`, () => assert.equal(notPublic(address), kind))
  for (const address of ['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])
    it(`lets ${address} pass`, () => assert.equal(notPublic(address), null))
})

describe('the guarded connector', () => {
  let canary: Canary
  before(async () => {
    canary = await startCanary((_, response) => response.end('chirp'))
  })
  after(() => canary.close())

  const refuses = async (url: string, options: Parameters<typeof get>[1], kind: RegExp) => {
    const hits = canary.connections()
    await assert.rejects(get(url, options), (error: unknown) => {
      assert.ok(error instanceof FetchError)
      assert.match(error.message, kind)
      assert.doesNotMatch(error.message, /\n/)
      return true
    })
    assert.equal(canary.connections(), hits, 'the canary was reached')
  }

  for (const host of [
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '①②⑦.0.0.1',
  ]) {
    it(`refuses ${host}`, () => refuses(`http://${host}:${canary.port}/`, {}, /no public address \(loopback\)/))
  }

  it('refuses localhost, resolved by the system', () =>
    refuses(
      `http://localhost:${canary.port}/`,
      {},
      /localhost \((127\.0\.0\.1|::1)\) is no public address \(loopback\)/,
    ))

  for (const [address, kind] of [
    ['10.0.0.1', 'private'],
    ['169.254.169.254', 'linkLocal'],
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
  ] as const) {
    it(`refuses a name that resolves to ${address}`, () =>
      refuses(
        `http://show.example:${canary.port}/`,
        { resolve: resolveTo(address) },
        new RegExp(`show\\.example \\(.*\\) is no public address \\(${kind}\\)`),
      ))
  }

  it('refuses a name with a private address among public ones', () =>
    refuses(
      `http://show.example:${canary.port}/`,
      { resolve: resolveTo('8.8.8.8', '127.0.0.1') },
      /127\.0\.0\.1\) is no public address/,
    ))

  it('refuses over https too', () => refuses(`https://127.0.0.1:${canary.port}/`, {}, /loopback/))

  it('connects to an allowed host and port', async () => {
    const answer = await get(canary.url, { allowPrivate: [`127.0.0.1:${canary.port}`] })
    assert.equal(answer.body.toString(), 'chirp')
  })

  it('connects to an allowed name', async () => {
    const answer = await get(`http://nas.example:${canary.port}/`, {
      allowPrivate: [`nas.example:${canary.port}`],
      resolve: resolveTo('127.0.0.1'),
    })
    assert.equal(answer.body.toString(), 'chirp')
  })

  it('takes a permission for that port alone', () =>
    refuses(canary.url, { allowPrivate: ['127.0.0.1', '127.0.0.1:1'] }, /loopback/))

  it('takes a permission for that name alone', () =>
    refuses(
      `http://other.example:${canary.port}/`,
      { allowPrivate: [`nas.example:${canary.port}`], resolve: resolveTo('127.0.0.1') },
      /loopback/,
    ))
})
