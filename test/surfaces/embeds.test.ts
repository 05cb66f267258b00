// Badges, cards and data: what others show of a season, and that nothing from outside breaks out of them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Served } from './served.ts'
import { fill, HOME, serve } from './served.ts'

const NASTY = `</script><b>"Bad" & 'Worse'`
let served: Served
before(async () => {
  served = await serve()
  await fill(served)
  await served.tell('2031-11-11', NASTY, `Lumo has cancelled ${NASTY} for good.`, {
    show: NASTY,
    season: 1,
    event: 'cancellation',
    speaker: NASTY,
    role: 'network',
  })
})
after(() => served.ledger.close())

test('a badge says it in words, may be shown anywhere, and may be as of a day', async () => {
  const { status, headers, text } = await served.get('/show/glassharbor/2/badge.svg')
  assert.deepEqual([status, headers.get('content-type')], [200, 'image/svg+xml'])
  assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin')
  assert.match(headers.get('content-security-policy')!, /^default-src 'none'/)
  assert.match(text, /^<svg [^>]*role="img" aria-label="Glass Harbor, season 2: renewed"/)
  const then = await served.get('/show/glassharbor/2/badge.svg?as_of=2031-03-01')
  assert.match(then.text, /on the bubble/)
  assert.equal(
    (await served.get('/show/glassharbor/2/badge.svg', { 'if-none-match': headers.get('etag')! })).status,
    304,
  )
  for (const path of ['nobody/1', 'glassharbor/two'])
    assert.equal((await served.get(`/show/${path}/badge.svg`)).status, 404)
  assert.equal((await served.get('/show/glassharbor/2/badge.svg?as_of=soon')).status, 404)
})

test('a card tells the verdict, its words and its chain', async () => {
  const of = (path: string, more = ''): string => `/oembed?url=${encodeURIComponent(`${HOME}${path}`)}${more}`
  const { status, text } = await served.get(of('/show/glassharbor/2?as_of=2031-03-01', '&maxwidth=300'))
  assert.equal(status, 200)
  const card = JSON.parse(text)
  assert.deepEqual([card.version, card.type, card.width], ['1.0', 'rich', 300])
  assert.match(card.html, /<strong>on the bubble<\/strong> \(could go either way\), as of 1 March 2031/)
  assert.match(card.html, /Dana Wells \(showrunner\) → Kino Post → Cinema Daily/)
  const page = (await served.get('/show/glassharbor/2')).text
  const [, discovered] = /type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(page)!
  assert.equal(JSON.parse((await served.get(discovered!)).text).title, 'Glass Harbor, season 2: renewed')
  for (const path of ['/', '/show/nobody/1', '/show/%E0%A4%A/1', '/show/glassharbor/0'])
    assert.equal((await served.get(of(path))).status, 404, path)
  assert.equal((await served.get('/oembed?url=https%3A%2F%2Felsewhere.example%2Fshow%2Fglassharbor%2F2')).status, 404)
  assert.equal((await served.get(of('/show/glassharbor/2', '&format=xml'))).status, 501)
})

test('a season’s page holds its data, with the articles cited', async () => {
  const { text } = await served.get('/show/glassharbor/2')
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)!
  const data = JSON.parse(json!)
  assert.deepEqual([data['@type'], data.seasonNumber, data.partOfSeries.name], ['TVSeason', 2, 'Glass Harbor'])
  assert.deepEqual([data.startDate, data.creativeWorkStatus], ['2032-09-03', 'renewed'])
  assert.equal(data.url, `${HOME}/show/glassharbor/2`)
  const cited = data.citation.map((c: { publisher: { name: string } }) => c.publisher.name)
  assert.deepEqual(cited.toSorted(), ['Signal & Reel', 'Signal & Reel'])
  assert.ok(
    data.citation.every(
      (c: { url: string; datePublished: string }) => c.url.startsWith('https://news.example/') && c.datePublished,
    ),
  )
})

test('text from outside stays text in all of them', async () => {
  const key = (await served.ledger.lists.shows({ limit: 9, search: 'script' }))[0]!.key
  const badge = (await served.get(`/show/${key}/1/badge.svg`)).text
  assert.doesNotMatch(badge, /<b>|<\/script/)
  const card = JSON.parse((await served.get(`/oembed?url=${encodeURIComponent(`${HOME}/show/${key}/1`)}`)).text)
  assert.doesNotMatch(card.html, /<b>|<\/script/)
  const page = (await served.get(`/show/${key}/1`)).text
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)!
  assert.equal(JSON.parse(json!).partOfSeries.name, NASTY)
})
