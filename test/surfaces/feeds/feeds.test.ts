// Feeds of changes: what the specifications of Atom and JSON Feed demand, that nothing outside breaks them, and what they tell.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import type { Served } from '../served.ts'
import { fill, HOME, serve } from '../served.ts'

const NASTY = `<script>]]>&amp; “Bad” \u0007`

let served: Served
before(async () => {
  served = await serve()
  await fill(served)
  await served.tell('2031-11-11', NASTY, `Lumo has cancelled ${NASTY} after a season.`, {
    show: NASTY,
    season: null,
    event: 'cancellation',
    speaker: NASTY,
    role: 'network',
  })
})
after(() => served.ledger.close())

const feeds = ['/feeds/changes', '/feeds/show/glassharbor/changes', '/feeds/following/changes']

test('Atom: all that RFC 4287 demands, once, and times as RFC 3339 writes them', async () => {
  for (const path of feeds) {
    const { status, headers, text } = await served.get(`${path}.atom`)
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    assert.doesNotMatch(
      text,
      /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u,
      'only letters that XML has',
    )
    const feed = parseAtomFeed(text)
    assert.match(feed.id!, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.match(feed.title!.value!, /^Bubblewatch: (what changed|Glass Harbor|what you follow)$/)
    assert.equal(feed.authors?.[0]?.name, 'Bubblewatch')
    assert.equal(feed.links?.find((l) => l.rel === 'self')?.href, `${HOME}${path}.atom`)
    assert.ok(feed.links?.some((l) => l.rel === 'alternate'))
    for (const element of ['id', 'title', 'updated']) {
      const own = text.replace(/<entry>[\s\S]*<\/entry>/, '')
      assert.equal(own.match(new RegExp(`<${element}[ >]`, 'g'))?.length, 1, `one ${element}`)
    }
    const entries = feed.entries ?? []
    assert.equal(new Set(entries.map((e) => e.id)).size, entries.length, 'each entry has an id of its own')
    for (const entry of entries) {
      assert.match(entry.id!, /^urn:uuid:/)
      assert.match(String(entry.updated), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
      assert.ok(entry.title?.value && entry.summary?.value)
      assert.equal(entry.links?.[0]?.rel, 'alternate')
      assert.equal((await served.get(entry.links![0]!.href!.slice(HOME.length))).status, 200, 'its page is there')
    }
    const days = entries.map((e) => String(e.updated))
    assert.deepEqual(days, days.toSorted().reverse(), 'the newest first')
  }
})

test('JSON Feed 1.1: the same changes', async () => {
  for (const path of feeds) {
    const { status, headers, text } = await served.get(`${path}.json`)
    assert.deepEqual([status, headers.get('content-type')], [200, 'application/feed+json'])
    const feed = JSON.parse(text)
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
    assert.equal(feed.feed_url, `${HOME}${path}.json`)
    const parsed = parseJsonFeed(feed)
    const atom = parseAtomFeed((await served.get(`${path}.atom`)).text)
    assert.deepEqual(
      (parsed.items ?? []).map((i) => i.id),
      (atom.entries ?? []).map((e) => e.id),
    )
    for (const item of feed.items) assert.ok(item.id && item.title && item.content_text && item.url)
  }
})

test('what was said long ago is still the latest; text from outside stays text', async () => {
  const feed = parseAtomFeed((await served.get('/feeds/changes.atom')).text)
  const titles = feed.entries!.map((e) => e.title!.value!)
  assert.ok(
    titles.some((t) => t.startsWith('<script>]]>&amp; “Bad”') && t.endsWith('cancelled')),
    titles.join('\n'),
  )
  assert.ok(titles.includes('Glass Harbor, season 2: on the bubble → renewed'))
  const of = parseAtomFeed((await served.get('/feeds/show/glassharbor/changes.atom')).text)
  assert.ok(of.entries!.length > 1 && of.entries!.every((e) => e.title!.value!.startsWith('Glass Harbor')))
})

test('what a reader follows, and nothing before', async () => {
  assert.deepEqual(JSON.parse((await served.get('/feeds/following/changes.json')).text).items, [])
  await served.ledger.readers.follow('', ['Night Ferry'], '2031-12-31')
  const { items } = JSON.parse((await served.get('/feeds/following/changes.json')).text)
  assert.ok(items.length && items.every((i: { title: string }) => i.title.startsWith('Night Ferry')))
  assert.match((await served.get('/feeds/following/premieres.ics')).text, /Night Ferry/)
  await served.ledger.readers.unfollow('', 'Night Ferry')
})

test('who has it already is told so; of what nobody heard there is none', async () => {
  for (const path of ['/feeds/changes.atom', '/feeds/changes.json', '/feeds/premieres.ics']) {
    const { headers } = await served.get(path)
    const again = await served.get(path, { 'if-none-match': headers.get('etag')! })
    assert.deepEqual([again.status, again.text], [304, ''], path)
  }
  assert.equal((await served.get('/feeds/show/nobody/changes.atom')).status, 404)
  assert.equal((await served.get('/feeds/show/nobody/premieres.ics')).status, 404)
})

test('of a month in which more shows turned than are read at once, the latest are told', async () => {
  const busy = await serve()
  for (let i = 0; i < 450; i++)
    await busy.tell(`2031-11-${String((i % 9) + 10)}`, 'Kino Post', `Lumo orders Busy Show ${i}.`, {
      show: `Busy Show ${i}`,
      season: 1,
      event: 'order',
    })
  await busy.tell('2031-12-29', 'Kino Post', 'Lumo orders Late Show.', { show: 'Late Show', season: 1, event: 'order' })
  const { items } = JSON.parse((await busy.get('/feeds/changes.json')).text)
  assert.match(items[0].title, /^Late Show/)
  await busy.ledger.close()
})
