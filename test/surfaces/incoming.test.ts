// What comes in, on the server: sources chosen on a page, polled by the server itself, their health, and figures.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import type { ServerSettings } from '../../src/server/compose.ts'
import { createServer } from '../../src/server/compose.ts'
import type { Polite } from '../../src/sources/polite.ts'
import { suggestions } from '../../src/sources/suggestions.ts'
import { feedChoices } from '../../src/surfaces/web/feed-choices.ts'
import { openOffers } from '../../src/watch/adding/offers.ts'
import { openMetrics } from '../../src/watch/metrics.ts'
import type { Origin } from '../watch/origin.ts'
import { startOrigin } from '../watch/origin.ts'
import { START, toolsFor } from '../watch/watching.ts'
import { Place, ROOT } from './command.ts'

const HOME = 'http://localhost:2632'

describe('the pages of sources', () => {
  let ledger: Ledger
  let site: ReturnType<typeof createServer>
  let strangers: ReturnType<typeof createServer>
  before(async () => {
    ledger = await openLedger(':memory:')
    const offered = suggestions(ROOT)
    const settings: ServerSettings = {
      ledger,
      today: () => '2031-12-31',
      access: 'local',
      version: 'test',
      sampleRemoved: () => {},
      incoming: { suggestions: offered, metrics: openMetrics(ledger) },
      feeds: feedChoices(ledger.sources, offered, Date.now),
      complain: (error: Error): never => assert.fail(error.message),
    }
    site = createServer(settings)
    strangers = createServer({ ...settings, access: 'public' })
  })
  after(() => ledger.close())
  const page = async (path: string): Promise<string> => (await site.request(`${HOME}${path}`)).text()
  const post = (path: string, fields: Array<[string, string]>, origin = HOME): Promise<Response> =>
    Promise.resolve(
      site.request(`${HOME}${path}`, {
        method: 'POST',
        headers: { origin, host: new URL(HOME).host },
        body: new URLSearchParams(fields),
      }),
    )

  test('the trade’s feeds are offered, the chosen followed, and let go again', async () => {
    assert.match(await page('/'), /No source is followed yet/)
    assert.match(await page('/health'), /No source is followed yet/)
    const offered = await page('/sources')
    assert.match(offered, /What’s on Netflix/)
    const answer = await post('/sources/follow', [
      ['feed', 'https://tvline.com/feed/'],
      ['feed', 'https://www.tvinsider.com/feed/'],
      ['feed', 'https://elsewhere.example/feed/'],
    ])
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sources'])
    const followed = await ledger.sources.all()
    assert.deepEqual(
      followed.map(({ title }) => title),
      ['TVLine', 'TV Insider'],
      'only what was offered',
    )
    assert.doesNotMatch(await page('/'), /No source is followed yet/)
    assert.match(await page('/health'), /2 sources are followed, and all are well/)
    await post('/sources/remove', [['id', followed[0]!.id]])
    assert.deepEqual(
      (await ledger.sources.all()).map(({ title }) => title),
      ['TV Insider'],
    )
  })

  test('the page to start on has the same choice, and whatever else is followed', async () => {
    await ledger.sources.follow({ url: 'https://own.example/feed', title: 'My own' }, new Date().toISOString())
    const checked = async (): Promise<string[]> =>
      [...(await page('/start')).matchAll(/value="([^"]*)" checked/g)].map(([, url]) => url!)
    assert.deepEqual(await checked(), ['https://www.tvinsider.com/feed/', 'https://own.example/feed'])
    const choose = (...urls: string[]) =>
      post(
        '/start/feeds',
        urls.map((url): [string, string] => ['feed', url]),
      )
    await choose('https://tvline.com/feed/', 'https://elsewhere.example/feed/')
    assert.deepEqual(await checked(), ['https://tvline.com/feed/'])
    await choose('https://www.tvinsider.com/feed/')
    assert.deepEqual(
      (await ledger.sources.all()).map(({ url }) => url),
      ['https://www.tvinsider.com/feed/'],
    )
  })

  test('in the open nobody sees what is followed, for an address may hold a secret', async () => {
    for (const path of ['/sources', '/health', '/metrics']) {
      const answer = await strangers.request(`${HOME}${path}`)
      assert.equal(answer.status, 401, path)
      assert.doesNotMatch(await answer.text(), /tvinsider/, path)
    }
    assert.doesNotMatch(await (await strangers.request(`${HOME}/start`)).text(), /own\.example|checked/)
  })

  test('nobody else’s page chooses', async () => {
    const before = (await ledger.sources.all()).length
    for (const path of ['/sources/follow', '/sources/remove'])
      assert.equal(
        (await post(path, [['feed', 'https://deadline.com/category/tv/feed/']], 'https://evil.example')).status,
        403,
      )
    assert.equal((await ledger.sources.all()).length, before)
  })

  test('figures are in the format of Prometheus', async () => {
    const answer = await site.request(`${HOME}/metrics`)
    assert.match(answer.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/)
    const text = await answer.text()
    assert.match(text, /^bubblewatch_sources 1$/m)
    assert.match(text, /^bubblewatch_source_failures\{source="https:\/\/www\.tvinsider\.com\/feed\/"\} 0$/m)
    assert.match(text, /^nodejs_eventloop_lag_max_seconds /m)
    for (const line of text.split('\n').filter(Boolean))
      assert.match(line, /^# (?:HELP|TYPE) \w+ .+$|^\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})? -?[\d.e+-]+$|^\w+.* Nan$/i)
  })
})

describe('an address of one’s own', () => {
  let [ledger, site, origin]: [Ledger, ReturnType<typeof createServer>, Origin] = [null!, null!, null!]
  /** What the resolver of a test cannot stand in for: the test's web counts as public, and nothing else of this machine. */
  let open: string[] = []
  before(async () => {
    origin = await startOrigin({ feeds: 2, items: 3, faults: [null, null], bomb: 0 })
    open = [origin.feeds[0]!.host]
    ledger = await openLedger(':memory:')
    const tools = toolsFor(ledger, { now: START })
    const { polite } = tools
    const look: Polite['look'] = (address, asked) => polite.look(address, { ...asked, allowPrivate: open })
    const get: Polite['get'] = (address, asked) => polite.get(address, { ...asked, allowPrivate: open })
    const offers = openOffers({ ...tools, polite: Object.assign(Object.create(polite), { look, get }) })
    const incoming = { suggestions: [], metrics: null, offers }
    const complain = (error: Error): never => assert.fail(error.message)
    site = createServer({
      ledger,
      today: () => '2031-12-31',
      access: 'local',
      version: 'test',
      sampleRemoved: () => {},
      incoming,
      complain,
    })
  })
  after(async () => {
    await ledger.close()
    await origin.close()
  })
  const post = async (path: string, fields: Record<string, string>, from = HOME): Promise<[number, string]> => {
    const headers = { origin: from, host: new URL(HOME).host }
    const body = new URLSearchParams(fields)
    const answer = await site.request(`${HOME}/sources/${path}`, { method: 'POST', headers, body })
    return [answer.status, await answer.text()]
  }
  const idIn = (text: string): string => /name="id" value="([^"]+)"/.exec(text)![1]!

  test('a feed: what it is and what will be done is shown first, then done at a word', async () => {
    assert.match(await (await site.request(`${HOME}/sources`)).text(), /<form method="post" action="\/sources\/look"/)
    const { url } = origin.feeds[0]!
    const [status, text] = await post('look', { address: ` ${url} ` })
    assert.equal(status, 200)
    assert.match(text, /: a feed of 3 items \(Outlet 0\), followed from now on; their articles are read now\./)
    assert.deepEqual([(await ledger.sources.all()).length, (await origin.stats()).requests], [0, 1], 'nothing yet')
    const id = idIn(text)
    assert.match((await post('take', { id }))[1], /Outlet 0<\/bdi>: followed from now on/)
    const [source] = await ledger.sources.all()
    assert.deepEqual([source!.url, source!.title, source!.allowPrivate], [url, 'Outlet 0', []])
    const [again, told] = await post('take', { id })
    assert.equal(again, 400)
    assert.match(told, /no longer remembered: name the address again/)
  })

  test('a site: its feed', async () => {
    const [, text] = await post('look', { address: `http://${open[0]}/` })
    assert.match(text, /: a site with a feed, followed from now on/)
    assert.match((await post('take', { id: idIn(text) }))[1], /followed already/)
  })

  test('a page is read without being asked for again', async () => {
    const before = (await origin.stats()).requests
    const [, text] = await post('look', { address: `http://${open[0]}/2` })
    assert.match(text, /: a page, read now as an article\./)
    assert.equal((await ledger.counts()).articles, 0)
    assert.match((await post('take', { id: idIn(text) }))[1], /Café Harbor 0-2 .*<\/bdi>: read, \d claims?/)
    assert.deepEqual([(await ledger.counts()).articles, (await origin.stats()).requests], [1, before + 1])
  })

  test('nothing of this machine, no files, nobody else’s word, and no more than a few offers', async () => {
    const before = (await origin.stats()).requests
    const refused = async (address: string, why: RegExp): Promise<void> => {
      const [status, text] = await post('look', { address })
      assert.equal(status, 400)
      assert.match(text, why)
    }
    await refused(origin.feeds[1]!.url, /no public address \(loopback\)/)
    for (const name of ['/etc/passwd', 'file:///etc/passwd', '-', '', 'http://'])
      await refused(name, /is no address of the web/)
    for (const path of ['look', 'take'])
      assert.equal((await post(path, { address: origin.feeds[0]!.url, id: '1' }, 'https://evil.example'))[0], 403)
    assert.equal((await origin.stats()).requests, before)
    const ids: string[] = []
    for (let i = 0; i < 6; i++) ids.push(idIn((await post('look', { address: origin.feeds[0]!.url }))[1]))
    assert.deepEqual([(await post('take', { id: ids[0]! }))[0], (await post('take', { id: ids[5]! }))[0]], [400, 200])
  })
})

test('the server asks the sources that are followed, and says how they stand', async () => {
  const place = new Place()
  const origin = await startOrigin({ feeds: 1, items: 3, faults: [null], bomb: 0 })
  const ledger = await openLedger(join(place.folder, 'data', 'ledger.db'))
  const server = await place.serve(['--port', '0'])
  try {
    const { url, host } = origin.feeds[0]!
    await ledger.sources.follow({ url, allowPrivate: [host] }, new Date().toISOString())
    for (let i = 0; i < 100; i++) {
      const [health] = await ledger.sources.health()
      if (health?.items === 3 && !health.waiting) break
      await sleep(100)
    }
    const metrics = await (await fetch(`${server.address}metrics`)).text()
    assert.match(metrics, /^bubblewatch_polls_total\{outcome="answered"\} 1$/m)
    assert.match(metrics, /^bubblewatch_articles_added_total 3$/m)
    assert.match(metrics, /^bubblewatch_items\{state="read"\} 3$/m)
    assert.match(await (await fetch(`${server.address}health`)).text(), /1 source is followed, and it is well/)
    assert.match(await (await fetch(server.address)).text(), /Harbor 0-2/)
  } finally {
    const { code, err } = await server.stop()
    assert.deepEqual([code, err], [0, ''])
    await ledger.close()
    await origin.close()
    place.remove()
  }
})
