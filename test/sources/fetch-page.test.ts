// Pages over real HTTP, from servers of the test's own on loopback.
import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { fetchPage } from '../../src/sources/fetch-page.ts'
import { FetchError, get } from '../../src/sources/request.ts'
import type { Canary } from './canary.ts'
import { resolveTo, startCanary } from './canary.ts'

const PAGE = '<p>Corvid+ has renewed “Ledger”.</p>'

describe('fetchPage', () => {
  let server: Canary
  let elsewhere: Canary
  let heard: IncomingMessage | undefined
  const send =
    (headers: Record<string, string>, body: string | Buffer, status = 200) =>
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(status, headers).end(body)
    }
  const redirect = (location: string, status = 302) => send({ location }, 'see there', status)
  const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/page': send({ 'content-type': 'Text/HTML; charset=utf-8' }, PAGE),
    '/latin': send({ 'content-type': 'text/html; charset=ISO-8859-1' }, Buffer.from('Ren\xe9e', 'latin1')),
    '/gzip': send({ 'content-encoding': 'gzip' }, gzipSync(PAGE)),
    '/br': send({ 'content-encoding': 'br' }, brotliCompressSync(PAGE)),
    '/deflate': send({ 'content-encoding': 'deflate' }, deflateSync(PAGE)),
    '/twice': send({ 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(PAGE))),
    '/broken': send({ 'content-encoding': 'gzip' }, gzipSync(PAGE).subarray(0, 20)),
    '/bomb': send({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(16_000_000))),
    '/large': send({}, Buffer.alloc(15_000_001, 'a')),
    '/largest': send({}, Buffer.alloc(15_000_000, 'a')),
    '/missing': send({}, 'no', 404),
    '/busy': send({}, 'no', 429),
    '/teapot': send({}, 'no', 418),
    '/silent': () => {},
    '/drip': (_, response) => {
      response.writeHead(200).write('a')
    },
    '/hangup': (request) => request.socket.destroy(),
    '/to-page': redirect('/page', 301),
    '/to-file': redirect('file:///etc/passwd'),
    '/to-nowhere': redirect('http://['),
    '/no-location': send({}, 'here', 302),
    '/loop': redirect('/loop'),
    ...Object.fromEntries(
      [5, 4, 3, 2, 1].map((n) => [
        `/hop${n}`,
        redirect(n === 1 ? '/page' : `/hop${n - 1}`, [301, 302, 303, 307, 308][n - 1]!),
      ]),
    ),
    '/hop6': redirect('/hop5'),
  }
  before(async () => {
    elsewhere = await startCanary(send({}, 'secret'))
    for (const host of ['127.0.0.1', '127.1', '[::ffff:127.0.0.1]', 'localhost', 'show.example'])
      pages[`/to-${host}`] = redirect(`http://${host}:${elsewhere.port}/`)
    server = await startCanary((request, response) => {
      heard = request
      pages[request.url!]!(request, response)
    })
  })
  after(async () => {
    await server.close()
    await elsewhere.close()
  })
  const fetch = (path: string, options: Parameters<typeof fetchPage>[1] = {}) =>
    fetchPage(`http://${server.host}${path}`, { allowPrivate: [server.host], ...options })
  const refuses = (work: Promise<unknown>, message: RegExp, status: number | null = null) =>
    assert.rejects(work, (error: unknown) => {
      assert.ok(error instanceof FetchError, String(error))
      assert.match(error.message, message)
      assert.doesNotMatch(error.message, /\n/)
      assert.equal(error.status, status)
      return true
    })

  it('reads a page, its type and its address', async () => {
    assert.deepEqual(await fetch('/page'), {
      text: PAGE,
      contentType: 'text/html',
      name: null,
      url: `http://${server.host}/page`,
    })
  })

  it('says who asks', async () => {
    await fetch('/page')
    assert.match(
      heard?.headers['user-agent'] ?? '',
      /^Bubblewatch\/\d+\.\d+\.\d+ \(\+https:\/\/github\.com\/bubblewatch\/bubblewatch\)$/,
    )
  })

  it('sends further headers, and cannot be given another name', async () => {
    await fetch('/page', { headers: { 'if-none-match': '"x"', 'user-agent': 'Someone' } })
    assert.equal(heard?.headers['if-none-match'], '"x"')
    assert.match(heard?.headers['user-agent'] ?? '', /^Bubblewatch/)
  })

  it('decodes what the server says', async () => assert.equal((await fetch('/latin')).text, 'Renée'))

  for (const packing of ['gzip', 'br'])
    it(`unpacks ${packing}`, async () => assert.equal((await fetch(`/${packing}`)).text, PAGE))

  it('takes 15 MB', async () => assert.equal((await fetch('/largest')).text.length, 15_000_000))

  it('follows five redirects', async () => {
    const page = await fetch('/hop5')
    assert.equal(page.text, PAGE)
    assert.equal(page.url, `http://${server.host}/page`)
  })

  it('takes a 302 without a location for an answer', () => refuses(fetch('/no-location'), /answers 302/, 302))

  const failures: Array<[string, RegExp, number | null]> = [
    ['/deflate', /packed as “deflate”/, null],
    ['/twice', /packed as “gzip, gzip”; one layer/, null],
    ['/broken', /unexpected end of file/, null],
    ['/bomb', /more than 15 MB/, null],
    ['/large', /more than 15 MB/, null],
    ['/missing', /answers 404: there is no such page; check the address$/, 404],
    ['/busy', /answers 429: too many requests; try again later$/, 429],
    ['/teapot', /answers 418$/, 418],
    ['/hangup', /./, null],
    ['/loop', /more than 5 redirects/, null],
    ['/hop6', /more than 5 redirects/, null],
    ['/to-file', /only http and https/, null],
    ['/to-nowhere', /redirects to “http:\/\/\[”, which is no address/, 302],
  ]
  for (const [path, message, status] of failures) it(`refuses ${path}`, () => refuses(fetch(path), message, status))

  for (const path of ['/silent', '/drip'])
    it(`waits for ${path} only so long`, () => refuses(fetch(path, { milliseconds: 200 }), /no answer within 0\.2 s/))

  for (const host of ['127.0.0.1', '127.1', '[::ffff:127.0.0.1]', 'localhost', 'show.example']) {
    it(`follows no redirect to ${host}`, async () => {
      const resolve = host === 'show.example' ? { resolve: resolveTo('10.0.0.1') } : {}
      await refuses(fetch(`/to-${host}`, resolve), /is no public address/)
      assert.equal(elsewhere.connections(), 0)
    })
  }

  it('follows a redirect between allowed hosts', async () => {
    assert.equal((await fetch('/to-127.0.0.1', { allowPrivate: [server.host, elsewhere.host] })).text, 'secret')
  })

  for (const address of ['ftp://example.com/', 'file:///etc/passwd', 'javascript:1', 'data:text/plain,x'])
    it(`refuses ${address}`, () => refuses(get(address), /only http and https are fetched/))
  it('refuses what is no address', () => refuses(get('example.com/page'), /is no address; give one as https:/))
  it('says that a host does not exist', () =>
    refuses(
      get('http://show.example/', {
        resolve: () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })),
      }),
      /no such host; check the address/,
    ))
  it('says that a name has no address', () =>
    refuses(get('http://show.example/', { resolve: resolveTo() }), /show\.example has no address/))
  it('says that nobody listens', async () => {
    const gone = await startCanary(() => {})
    await gone.close()
    await refuses(get(gone.url, { allowPrivate: [gone.host] }), /takes no connections there/)
  })
})
