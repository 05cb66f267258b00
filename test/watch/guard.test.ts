// No way out leads to an address that is not public: not a feed's, not a page's, not a robots.txt, not a link that a site names, not
// through redirects. The canary is the private address; the only other server is allowed by name.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { openGate } from '../../src/sources/gate.ts'
import { Polite } from '../../src/sources/polite.ts'
import type { Work } from '../../src/watch/adding/kind.ts'
import { planFor } from '../../src/watch/adding/kinds.ts'
import { Watcher } from '../../src/watch/watcher.ts'
import type { Canary } from '../sources/canary.ts'
import { resolveTo, startCanary } from '../sources/canary.ts'
import { START, toolsFor } from './watching.ts'

const words = 'Lumo has renewed the drama series “Glass Harbor” for a second season. '.repeat(5)
const feedOf = (link: string): string =>
  `<rss version="2.0"><channel><title>Signal</title><item><title>No. 1</title><link>${link}</link><description>${words}</description></item></channel></rss>`

describe('every way out is guarded', () => {
  let canary: Canary
  let server: Canary
  let ledger: Ledger
  let pages: Record<string, { body?: string; location?: string }> = {}
  before(async () => {
    canary = await startCanary((_, response) => response.end('secret'))
    server = await startCanary((request, response) => {
      const page = pages[request.url!]
      if (page?.location) response.writeHead(302, { location: page.location }).end()
      else response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' }).end(page?.body ?? '')
    })
  })
  after(async () => {
    await server.close()
    await canary.close()
  })
  beforeEach(async () => {
    ledger = await openLedger(':memory:')
    pages = {}
  })
  const follow = async (url: string, allowPrivate: string[] = [server.host]): Promise<void> => {
    await ledger.sources.follow({ url, allowPrivate }, new Date(START).toISOString())
    await new Watcher(toolsFor(ledger, { now: START })).round()
  }
  const untouched = async (what: RegExp | null): Promise<void> => {
    assert.equal(canary.connections(), 0, 'the canary was reached')
    const [source] = await ledger.sources.all()
    if (what) assert.match(source!.failure!, what)
    await ledger.close()
  }

  test('a feed', async () => {
    await follow(canary.url)
    await untouched(/no public address \(loopback\).*allow it with --allow-private/)
  })
  test('a feed that redirects', async () => {
    pages['/feed'] = { location: canary.url }
    await follow(`${server.url}feed`)
    await untouched(/no public address \(loopback\)/)
  })
  test('a feed whose name turns to another address after it was checked', async () => {
    await ledger.sources.follow({ url: `http://show.example:${canary.port}/` }, new Date(START).toISOString())
    let asked = 0
    const tools = toolsFor(ledger, { now: START })
    // Public when it is looked up first, private the next time: what is connected to is what was checked.
    const resolve = async (name: string) => resolveTo(asked++ ? '127.0.0.1' : '192.0.2.7')(name)
    const polite = new Polite({ book: ledger.sources, gate: openGate(0), now: tools.now, resolve, milliseconds: 500 })
    await new Watcher({ ...tools, polite }).round()
    await untouched(/no public address/)
  })
  test('a robots.txt that redirects', async () => {
    pages['/robots.txt'] = { location: `${canary.url}robots.txt` }
    pages['/feed'] = { body: feedOf('/1') }
    await follow(`${server.url}feed`)
    await untouched(/robots\.txt could not be had .*no public address/)
  })
  for (const [what, link] of [
    ['a page', () => canary.url],
    ['a page by another spelling', () => `http://127.1:${canary.port}/1`],
    ['a page that redirects', () => '/away'],
  ] as const)
    test(what, async () => {
      pages['/feed'] = { body: feedOf(link() === canary.url ? `${canary.url}1` : link()) }
      pages['/away'] = { location: `${canary.url}1` }
      await follow(`${server.url}feed`)
      await untouched(null)
    })
  test('the feeds that a site names', async () => {
    pages['/'] = {
      body: `<html><head><link rel="alternate" type="application/rss+xml" href="${canary.url}feed"></head></html>`,
    }
    const work: Work = {
      ...toolsFor(ledger, { now: START }),
      about: {},
      allowPrivate: [server.host],
      signal: new AbortController().signal,
      tell: () => {},
      complain: () => {},
      warn: () => {},
      progress: () => {},
    }
    await (await planFor(server.url, work)).run(work)
    await untouched(/no public address/)
    await assert.rejects(planFor(canary.url, work), /no public address/)
    assert.equal(canary.connections(), 0)
  })
})
