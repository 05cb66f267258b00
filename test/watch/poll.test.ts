// Polls and items one by one: what is asked, what is kept, what is put off, against a server of the test's own.
import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, beforeEach, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Source } from '../../src/sources/source.ts'
import { healthInWords } from '../../src/surfaces/wording.ts'
import { Watcher } from '../../src/watch/watcher.ts'
import { onEachStore } from '../ledger/stores.ts'
import type { Canary } from '../sources/canary.ts'
import { startCanary } from '../sources/canary.ts'
import { watchStandstill } from './standstill.ts'
import type { Clock } from './watching.ts'
import { DAY, headlines, MINUTE, START, toolsFor } from './watching.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const send =
  (body: string, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
const item = (n: number, more = ''): string =>
  `<item><title>No. ${n}</title><link>/${n}</link><pubDate>Mon, 12 May 2031 10:00:00 GMT</pubDate>${more}</item>`
const rss = (items: string, head = ''): string =>
  `<rss version="2.0"><channel><title>Signal</title>${head}${items}</channel></rss>`
const words =
  'Lumo has renewed the drama series “Glass Harbor” for a second season, the streamer announced on Monday. '.repeat(3)
const page = (n: number, head = ''): string =>
  `<html><head><title>No. ${n}</title>${head}</head><body><article><h1>No. ${n}</h1><p>${words}</p><p>Page ${n}.</p></article></body></html>`

onEachStore((store) => {
  describe('a source', () => {
    let server: Canary
    let ledger: Ledger
    let clock: Clock
    let pages: Record<string, Answer> = {}
    let asked: IncomingMessage[] = []
    before(async () => {
      server = await startCanary((request, response) => {
        asked.push(request)
        const answer = pages[request.url!] ?? send('no', {}, 404)
        answer(request, response)
      })
    })
    after(() => server.close())
    beforeEach(async () => {
      ledger = await store.ledger()
      clock = { now: START }
      pages = {}
      asked = []
      await ledger.sources.follow(
        { url: `http://${server.host}/feed`, allowPrivate: [server.host] },
        new Date(START).toISOString(),
      )
    })
    const round = async (later = 0) => {
      clock.now += later
      return new Watcher(toolsFor(ledger, clock)).round()
    }
    const source = async (): Promise<Source> => (await ledger.sources.all())[0]!
    const requests = (path: string): IncomingMessage[] => asked.filter(({ url }) => url === path)
    const texts = async (): Promise<string[]> => {
      const found: string[] = []
      for await (const { article } of ledger.everything()) found.push(article.text)
      return found
    }

    test('is asked with what it gave, and 304 is an answer', async () => {
      const stamp = 'Mon, 12 May 2031 10:00:00 GMT'
      pages['/1'] = send(page(1))
      pages['/feed'] = send(rss(item(1)), { etag: '"a"', 'last-modified': stamp })
      await round()
      const { headers } = requests('/feed')[0]!
      assert.deepEqual([headers['if-none-match'], headers['if-modified-since']], [undefined, undefined])
      assert.match(headers['user-agent']!, /^Bubblewatch\//)
      pages['/feed'] = send('', {}, 304)
      await round(DAY)
      const again = requests('/feed')[1]!
      assert.deepEqual([again.headers['if-none-match'], again.headers['if-modified-since']], ['"a"', stamp])
      const { succeeded, failures, etag } = await source()
      assert.deepEqual([succeeded, failures, etag], [new Date(clock.now).toISOString(), 0, '"a"'])
      assert.equal((await round(1)).polls, 0, 'it is not asked before its time')
    })

    test('keeps the items before it remembers what the server said: when keeping fails, it asks anew', async () => {
      pages['/1'] = send(page(1))
      pages['/feed'] = send(rss(item(1)), { etag: '"a"' })
      const tools = toolsFor(ledger, clock)
      const { keepPoll } = ledger.sources
      ledger.sources.keepPoll = function (id, items, now, conclude) {
        return keepPoll.call(this, id, items, now, (found) => {
          conclude(found)
          throw new Error('the disk is full')
        })
      }
      await assert.rejects(new Watcher(tools).round(), /the disk is full/)
      ledger.sources.keepPoll = keepPoll
      assert.deepEqual([(await source()).etag, (await ledger.sources.health())[0]!.items], [null, 0])
      await round(2 * MINUTE)
      assert.equal(requests('/feed')[1]!.headers['if-none-match'], undefined)
      assert.equal((await headlines(ledger)).get('No. 1'), 1)
      assert.equal((await source()).etag, '"a"')
    })

    test('that was cut off gives what it has, and is asked for the rest', async () => {
      for (const n of [1, 2]) pages[`/${n}`] = send(page(n))
      pages['/feed'] = send(rss(item(1) + item(2)).slice(0, -40), { etag: '"a"' })
      await round()
      assert.equal((await source()).etag, null)
      pages['/feed'] = send(rss(item(1) + item(2)), { etag: '"a"' })
      await round(DAY)
      assert.deepEqual([...(await headlines(ledger)).keys()].sort(), ['No. 1', 'No. 2'])
    })

    test('that is cut off at every hundredth byte, packed or not, loses nothing', async () => {
      const whole = Buffer.from(rss([1, 2, 3, 4, 5].map((n) => item(n, `<guid>${n}</guid>`)).join('')))
      for (const n of [1, 2, 3, 4, 5]) pages[`/${n}`] = send(page(n))
      const forms: Array<[Buffer, Record<string, string>]> = [
        [whole, {}],
        [gzipSync(whole, { level: 0 }), { 'content-encoding': 'gzip' }],
      ]
      for (const [bytes, headers] of forms)
        for (let at = 0; at < bytes.length; at += 100) {
          pages['/feed'] = (_, response) =>
            void response.writeHead(200, { etag: '"a"', ...headers }).end(bytes.subarray(0, at))
          await round(DAY)
          assert.equal((await source()).etag, null, `cut at ${at}`)
        }
      pages['/feed'] = send(whole.toString(), { etag: '"a"' })
      await round(2 * DAY)
      assert.deepEqual(
        [...(await headlines(ledger))].sort(),
        [1, 2, 3, 4, 5].map((n) => [`No. ${n}`, 1]),
      )
      assert.equal((await source()).etag, '"a"')
    })

    test('that has moved for good is asked where it is, once it has said so thrice; and where it was when nothing is there', async () => {
      const moved = (status: number, to: string): Answer => send('', { location: to }, status)
      pages['/new'] = send(rss(''), { etag: '"n"' })
      pages['/feed'] = moved(302, '/new')
      for (let i = 0; i < 4; i++) await round(DAY)
      assert.equal((await source()).address, null, 'moved for now')
      pages['/feed'] = moved(301, '/new')
      for (let i = 0; i < 2; i++) await round(DAY)
      pages['/feed'] = moved(301, '/other')
      pages['/other'] = send(rss(''))
      await round(DAY)
      pages['/feed'] = moved(308, '/new')
      for (let i = 0; i < 3; i++) {
        assert.equal((await source()).address, null, 'not thrice in a row')
        await round(DAY)
      }
      const address = `http://${server.host}/new`
      assert.equal((await source()).address, address)
      asked = []
      await round(DAY)
      assert.deepEqual([requests('/feed').length, requests('/new').length], [0, 1])
      assert.equal(requests('/new')[0]!.headers['if-none-match'], '"n"')
      assert.match(
        healthInWords((await ledger.sources.health())[0]!, clock.now).join('; '),
        /; moved for good to http:\S+\/new, where it is asked now;/,
      )
      const again = await ledger.sources.follow({ url: address }, new Date(clock.now).toISOString())
      assert.equal(again.added, false, 'the same source')
      delete pages['/new']
      pages['/feed'] = send(rss(''))
      for (let i = 0; i < 3; i++) await round(2 * DAY)
      assert.deepEqual([(await source()).failures, (await source()).address], [3, null])
      await round(2 * DAY)
      assert.equal((await source()).failures, 0)
    })

    test('whose window has moved on has a possible gap, once', async () => {
      for (const n of [1, 2, 3, 4, 5]) pages[`/${n}`] = send(page(n))
      pages['/feed'] = send(rss(item(1) + item(2)))
      await round()
      pages['/feed'] = send(rss(item(2) + item(3)))
      await round(DAY)
      assert.equal((await source()).gaps, 0)
      pages['/feed'] = send(rss(item(4) + item(5)))
      const before = (await source()).succeeded
      await round(DAY)
      const { gaps, gapFrom, gapUntil } = await source()
      assert.deepEqual([gaps, gapFrom, gapUntil], [1, before, new Date(clock.now).toISOString()])
      await round(DAY)
      assert.equal((await source()).gaps, 1)
    })

    test('is left alone as long as it wishes, by Retry-After and by its own word', async () => {
      pages['/feed'] = send('', { 'retry-after': '7200' }, 429)
      await round()
      const { failure, next } = await source()
      assert.equal(failure, 'the server answers 429: too many requests')
      assert.equal(next, new Date(START + 120 * MINUTE).toISOString())
      assert.equal((await round(119 * MINUTE)).polls, 0)
      pages['/feed'] = send(rss('', '<ttl>600</ttl>'))
      assert.equal((await round(MINUTE)).polls, 1)
      assert.equal((await source()).next, new Date(clock.now + 600 * MINUTE).toISOString())
    })

    test('whose robots.txt asks us to stay away is told so, and its pages are not read', async () => {
      pages['/robots.txt'] = send('User-agent: *\nDisallow: /feed\n', { 'content-type': 'text/plain' })
      pages['/feed'] = send(rss(item(1)))
      await round()
      assert.deepEqual([requests('/feed').length, requests('/robots.txt').length], [0, 1])
      assert.match((await source()).failure!, /^its robots\.txt asks programs like this one to stay away$/)
      pages['/robots.txt'] = send('User-agent: *\nDisallow: /1\n\nUser-agent: Bubblewatch\nDisallow: /2\n')
      pages['/feed'] = send(
        rss(item(1, '<description>In the feed alone.</description>') + item(2, `<description>${words}</description>`)),
      )
      pages['/1'] = send(page(1))
      await round(2 * DAY)
      assert.equal(requests('/robots.txt').length, 2, 'it is asked for again after a day')
      assert.deepEqual([requests('/1').length, requests('/2').length], [1, 0])
      assert.ok(
        (await texts()).some((text) => text === `No. 2\n\n${words.trim()}`),
        'the feed’s own words are read',
      )
    })

    test('whose robots.txt is made to be followed for ever keeps nobody waiting', async () => {
      const rule = `Disallow: /${'*f'.repeat(500)}z\n`
      pages['/robots.txt'] = send(`User-agent: *\n${rule.repeat(500)}`)
      await ledger.sources.follow(
        { url: `http://${server.host}/${'f'.repeat(3000)}`, allowPrivate: [server.host] },
        new Date(START).toISOString(),
      )
      const began = performance.now()
      await round()
      assert.ok(performance.now() - began < 10_000)
      const told = (await ledger.sources.all()).map(({ failure }) => failure)
      assert.ok(told.includes('its robots.txt asks programs like this one to stay away'), told.join('\n'))
    })

    test('an article that cannot be read stops nothing, and is given up in the end', async () => {
      pages['/feed'] = send(rss(item(1) + item(2)))
      for (const n of [1, 2]) pages[`/${n}`] = send(page(n))
      const tools = toolsFor(ledger, clock)
      const { read } = tools
      tools.read = (article) =>
        article.title === 'No. 1' ? Promise.reject(new Error('took longer than 20 s')) : read(article)
      for (let day = 0; day < 16; day++) {
        await new Watcher(tools).round()
        clock.now += DAY
      }
      assert.deepEqual([...(await headlines(ledger)).keys()], ['No. 2'])
      const [{ lost, trouble } = { lost: 0, trouble: null }] = await ledger.sources.health()
      assert.deepEqual([lost, trouble], [1, 'the article took longer than 20 s'])
    })

    test('is not asked while its robots.txt cannot be had', async () => {
      pages['/robots.txt'] = send('', {}, 500)
      pages['/feed'] = send(rss(''))
      await round()
      assert.equal(requests('/feed').length, 0)
      assert.match((await source()).failure!, /^its robots\.txt could not be had \(the server answers 500\)/)
      delete pages['/robots.txt']
      await round(DAY)
      assert.deepEqual([requests('/feed').length, (await source()).failures], [1, 0])
    })

    test('a page that cannot be had for ever: the feed’s own words are read at once', async () => {
      pages['/feed'] = send(rss(item(1, `<description><![CDATA[<p>${words}</p><p>More.</p>]]></description>`)))
      await round()
      assert.deepEqual(await texts(), [`No. 1\n\n${words.trim()}\n\nMore.`])
      const [claim] = await ledger.claims()
      assert.deepEqual(
        [claim!.show, claim!.season, claim!.event, claim!.article.outlet],
        ['Glass Harbor', 2, 'renewal', 'Signal'],
      )
    })

    test('a page that cannot be had now is tried again, and then the feed’s own words are read', async () => {
      pages['/feed'] = send(rss(item(1, `<description>${words}</description>`)), { etag: '"a"' })
      pages['/1'] = send('', {}, 503)
      await round()
      assert.deepEqual([(await headlines(ledger)).size, (await ledger.sources.health())[0]!.waiting], [0, 1])
      pages['/1'] = send(page(1))
      await round(MINUTE)
      assert.match((await texts())[0]!, /Page 1\.$/)
      pages['/feed'] = send(rss(item(2, `<description>${words}</description>`)))
      pages['/2'] = send('', {}, 503)
      for (let i = 0; i < 4; i++) await round(3 * 60 * MINUTE)
      assert.equal((await headlines(ledger)).get('No. 2'), undefined)
      await round(3 * 60 * MINUTE)
      assert.equal((await headlines(ledger)).get('No. 2'), 1)
      assert.equal(requests('/2').length, 5)
    })

    // What the store does beside is the same for both; the threads alone take seconds.
    test('feeds and pages of megabytes keep nobody else waiting', { skip: store.name === 'PostgreSQL' }, async () => {
      const many = Array.from(
        { length: 300 },
        (_, n) => `<item><title>No. ${n}</title><description>${words.repeat(120)}</description></item>`,
      )
      pages['/feed'] = send(rss(item(1) + many.join('')).slice(0, 14_900_000))
      pages['/1'] = send(`<html><body><article>${`<p>${words}</p>`.repeat(45_000)}</article></body></html>`)
      const tools = toolsFor(ledger, clock, 20_000)
      let reading = 0
      tools.read = async () => ({ claims: [], facts: [], reading: reading++ })
      // The first piece of work loads what it needs.
      await new Watcher(toolsFor(await store.ledger(), clock)).round()
      const stop = watchStandstill()
      await new Watcher(tools).round()
      const { work } = stop()
      assert.ok(reading > 200, `${reading} items`)
      assert.ok(work < 200, `the event loop was blocked for ${Math.round(work)} ms`)
    })

    test('an item that leads nowhere is read from the feed', async () => {
      pages['/feed'] = send(rss(`<item><title>No. 7</title><description>${words}</description></item>`))
      await round()
      assert.deepEqual(await texts(), [`No. 7\n\n${words.trim()}`])
    })

    test('a page that claims the address of another site, or a day to come, is not believed', async () => {
      const head =
        '<link rel="canonical" href="https://deadline.example/real"><meta property="article:published_time" content="2199-01-01"><meta property="article:modified_time" content="2199-01-02">'
      pages['/feed'] = send(rss(item(1).replace(/<pubDate>.*?<\/pubDate>/, '')))
      pages['/1'] = send(page(1, head))
      await round()
      for await (const { article } of ledger.everything())
        assert.deepEqual([article.url, article.published, article.modified], [`http://${server.host}/1`, null, null])
    })

    test('when a page came out and was edited is kept; the feed’s hour only with the feed’s day', async () => {
      const head = '<meta property="article:modified_time" content="2031-05-13T08:00:00+02:00">'
      pages['/feed'] = send(rss(item(1) + item(2)))
      pages['/1'] = send(page(1, head))
      pages['/2'] = send(page(2, `${head}<meta property="article:published_time" content="2031-05-11">`))
      await round()
      const kept: Array<Array<string | null>> = []
      for await (const { article } of ledger.everything())
        kept.push([article.title, article.published, article.publishedAt, article.modified])
      assert.deepEqual(kept.sort(), [
        ['No. 1', '2031-05-12', '2031-05-12T10:00:00.000Z', '2031-05-13T06:00:00.000Z'],
        ['No. 2', '2031-05-11', null, '2031-05-13T06:00:00.000Z'],
      ])
    })

    test('when a page does not tell that it was edited, its feed’s word is taken, where it can be true', async () => {
      const entry = (n: number, updated: string, more = `<link href="/${n}"/>`) =>
        `<entry><title>No. ${n}</title><id>${n}</id>${more}<published>2031-05-12T10:00:00Z</published><updated>${updated}</updated></entry>`
      const own = entry(3, '2031-05-13T09:00:00Z', `<content type="text">${words}</content>`)
      const entries = [entry(1, '2031-05-13T09:00:00+02:00'), entry(2, '2031-05-13T09:00:00Z'), own]
      pages['/feed'] = send(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>Signal</title>${entries.join('')}${entry(4, '2031-05-11T09:00:00Z')}</feed>`,
      )
      for (const n of [1, 4]) pages[`/${n}`] = send(page(n))
      pages['/2'] = send(page(2, '<meta property="article:modified_time" content="2031-05-13T08:00:00Z">'))
      await round()
      const kept: Array<Array<string | null>> = []
      for await (const { article } of ledger.everything()) kept.push([article.title, article.modified])
      assert.deepEqual(kept.sort(), [
        ['No. 1', '2031-05-13T07:00:00.000Z'],
        ['No. 2', '2031-05-13T08:00:00.000Z'],
        ['No. 3', '2031-05-13T09:00:00.000Z'],
        ['No. 4', null],
      ])
    })

    test('the same article in two feeds is fetched once', async () => {
      await ledger.sources.follow(
        { url: `http://${server.host}/other`, allowPrivate: [server.host] },
        new Date(START).toISOString(),
      )
      pages['/1'] = send(page(1))
      pages['/feed'] = pages['/other'] = send(rss(item(1)))
      await round()
      assert.deepEqual([requests('/1').length, (await headlines(ledger)).get('No. 1')], [1, 1])
    })

    test('a source that is no longer followed keeps nothing more', async () => {
      pages['/feed'] = send(rss(item(1)))
      await round()
      const { id } = await source()
      assert.equal(await ledger.sources.unfollow(id), true)
      assert.equal(await ledger.sources.unfollow(id), false)
      assert.deepEqual(await ledger.sources.health(), [])
      await ledger.sources.keepPoll(id, [], new Date(START).toISOString(), () => assert.fail('nobody asks'))
    })

    test('work that somebody has taken is nobody else’s until its time is over', async () => {
      const at = (milliseconds: number): string => new Date(START + milliseconds).toISOString()
      const { id } = await source()
      const both = await Promise.all([1, 2, 3].map(() => ledger.sources.leaseSource(id, at(0), at(MINUTE))))
      assert.equal(both.filter(Boolean).length, 1)
      assert.equal(await ledger.sources.leaseSource(id, at(MINUTE - 1), at(DAY)), null)
      assert.ok(await ledger.sources.leaseSource(id, at(MINUTE), at(DAY)))
    })
  })
})
