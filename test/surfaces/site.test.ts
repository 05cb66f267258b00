// The pages as they are served, without a browser: what they say, what they link to, and whom they refuse.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { createServer } from '../../src/server/compose.ts'
import { article, claim } from '../ledger/material.ts'

const HOME = 'http://localhost:2632'
const HEARD = { heard: '2031-05-13T08:00:00.000Z', reading: 'test-1' }
const NASTY = `<script>alert(1)</script>“Bad” & 'Worse'`

let ledger: Ledger
let site: ReturnType<typeof createServer>
let removed = 0
let complaints: Error[] = []
let id = ''

before(async () => {
  ledger = await openLedger(':memory:')
  const doubt = article({
    text: 'It has not been decided whether Glass Harbor gets a second season.',
    title: 'Will it return?',
    outlet: 'Cinema Daily',
    published: '2031-02-03',
    url: 'https://cinemadaily.example/harbor?page=2#top',
  })
  await ledger.add(
    doubt,
    [
      claim(doubt, 'has not been decided', {
        factuality: 'undecided',
        speaker: 'Dana Wells',
        role: 'showrunner',
        via: ['Kino Post'],
      }),
    ],
    HEARD,
  )
  const renewed = article({
    published: '2031-05-12',
    publishedAt: '2031-05-12T09:00:00.000Z',
    modified: '2031-05-12T14:05:00.000Z',
  })
  id = (
    await ledger.add(
      renewed,
      [claim(renewed, 'Orbit+ has renewed Glass Harbor', { speaker: 'Orbit+', role: 'network' })],
      HEARD,
    )
  ).id
  const nasty = article({
    text: `${NASTY} has been cancelled.`,
    title: NASTY,
    outlet: NASTY,
    author: NASTY,
    url: 'javascript:alert(1)',
    published: '2031-05-01',
    headings: [],
    emphasis: [],
  })
  await ledger.add(
    nasty,
    [
      claim(nasty, `${NASTY} has been cancelled`, {
        show: NASTY,
        season: null,
        event: 'cancellation',
        platform: NASTY,
        speaker: NASTY,
        role: 'network',
      }),
    ],
    { ...HEARD, sample: true },
  )
  site = createServer({
    ledger,
    today: () => '2031-06-01',
    access: 'local',
    version: 'test',
    sampleRemoved: () => removed++,
    complain: (error) => complaints.push(error),
  })
})
after(() => ledger.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await site.request(`${HOME}${path}`, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
/** What stands in one group of the board. */
const group = (page: string, fate: string): string =>
  new RegExp(`<section class="group" id="${fate}".*?</section>`, 's').exec(page)?.[0] ?? ''

describe('the board', () => {
  test('groups seasons by fate, as of today and of any day', async () => {
    const { status, text } = await get('/')
    assert.equal(status, 200)
    assert.match(
      group(text, 'renewed'),
      /href="\/show\/glassharbor\/2".*Official<\/b> since 12 May 2031, before that on the bubble/s,
    )
    assert.equal(group(text, 'on-the-bubble'), '')
    const earlier = (await get('/?as_of=2031-03-01')).text
    assert.match(
      group(earlier, 'on-the-bubble'),
      /href="\/show\/glassharbor\/2\?as_of=2031-03-01".*Dana Wells \(showrunner\).*Kino Post.*Cinema Daily/s,
    )
    assert.match(earlier, /rel="prev" href="\/\?as_of=2031-02-03"/)
    assert.match(earlier, /rel="next" href="\/\?as_of=2031-05-01"/)
    assert.match((await get('/?as_of=2030-01-01')).text, /Nothing had been heard by this day/)
  })

  test('finds by title and platform, whatever the case', async () => {
    for (const query of ['harbor', 'GLASS HARBOR', 'the glass-harbor', 'orbit', 'harb gla'])
      assert.match(group((await get(`/?q=${encodeURIComponent(query)}`)).text, 'renewed'), /Glass Harbor/, query)
    assert.match((await get('/?q=nonesuch')).text, /No season of “nonesuch” here/)
  })

  test('shows one fate alone when asked', async () => {
    const { text } = await get('/?fate=renewed')
    assert.match(group(text, 'renewed'), /Glass Harbor/)
    assert.equal(group(text, 'cancelled'), '')
    assert.match(text, /aria-current="true"/)
  })

  test('marks what is sample', async () => {
    const { text } = await get('/')
    assert.match(group(text, 'cancelled'), /<span class="badge">sample<\/span>/)
    assert.doesNotMatch(group(text, 'renewed'), /badge/)
  })
})

describe('the pages of shows, seasons and articles', () => {
  test('a season: verdict, reasons, story, timeline with links to the very sentence', async () => {
    const { status, text } = await get('/show/glassharbor/2')
    assert.equal(status, 200)
    assert.match(text, /<strong data-fate="renewed">Renewed<\/strong> <span>official<\/span>/)
    assert.match(text, /Those who decide have said so/)
    assert.match(text, /<mark>Orbit\+ has renewed Glass Harbor<\/mark> for a second season\./)
    assert.match(text, /<mark>has not been decided<\/mark>/)
    assert.match(
      text,
      /href="https:\/\/www\.signalandreel\.example\/2031\/05\/glass-harbor#:~:text=Orbit%2B%20has%20renewed%20Glass%20Harbor%20for%20a%20second%20season"/,
    )
    assert.match(text, /href="https:\/\/cinemadaily\.example\/harbor\?page=2#top:~:text=It%20has/)
    assert.match(text, /How it got here.*Renewed.*On the bubble/s)
    const earlier = (await get('/show/glassharbor/2?as_of=2031-03-01')).text
    assert.match(earlier, /On the bubble<\/strong> <span>could go either way/)
    assert.doesNotMatch(earlier, /has renewed/)
  })

  test('a season that nobody spoke of, and one before anybody did', async () => {
    assert.match((await get('/show/glassharbor/9')).text, /Nothing has been heard of season 9 of Glass Harbor/)
    assert.match((await get('/show/glassharbor/2?as_of=2030-01-01')).text, /Nothing heard/)
  })

  test('a show, under its title in any spelling', async () => {
    for (const path of ['/show/glassharbor', '/show/The%20Glass%20Harbor']) {
      const { status, text } = await get(path)
      assert.equal(status, 200)
      assert.match(text, /<h1><bdi>Glass Harbor<\/bdi>/)
      assert.match(text, /Renewed — official since 12 May 2031, by Orbit\+/)
    }
  })

  test('an article: its claims with the steps that made them, and not its text', async () => {
    const { status, text } = await get(`/article/${id}`)
    assert.equal(status, 200)
    assert.match(text, /Orbit\+ Renews ‘Glass Harbor’/)
    assert.match(text, /<mark>Orbit\+ has renewed Glass Harbor<\/mark>/)
    assert.match(text, /<b>event<\/b> “has renewed” tells a renewal/)
    assert.match(
      text,
      /Ada Penn<\/bdi>, <time datetime="2031-05-12">12 May 2031<\/time>, <time datetime="2031-05-12T14:05:00\.000Z">edited 12 May 2031, 14:05 UTC<\/time> ·/,
    )
    assert.match(text, /<b>Yes<\/b>: stated as a fact.*<dt>Hedge<\/dt><dd>None/s)
    assert.match(text, /<b><bdi>Orbit\+<\/bdi><\/b>/)
    const anchor = /id="(claim-[0-9a-f]{12})"/.exec(text)?.[1]
    assert.match((await get('/show/glassharbor/2')).text, new RegExp(`href="/article/${id}#${anchor}"`))
  })

  test('what is not there: in the same look, with what may have been meant', async () => {
    const unknown = await get('/show/glasharbour')
    assert.equal(unknown.status, 404)
    assert.match(unknown.text, /Nothing heard of “glasharbour”.*Did you mean.*href="\/show\/glassharbor"/s)
    for (const path of [
      '/nowhere',
      '/show/glassharbor/two',
      '/show/glassharbor/0',
      '/article/none',
      '/show/%E0%A4%A',
    ]) {
      const { status, text } = await get(path)
      assert.equal(status, 404, path)
      assert.match(text, /<link rel="stylesheet"/, path)
    }
    for (const path of ['/?as_of=2031-13-01', '/?as_of=soon', '/show/glassharbor?as_of=1', '/?fate=fine', '/?page=0'])
      assert.equal((await get(path)).status, 400, path)
  })

  test('what goes wrong inside is told to the log and not to the reader', async () => {
    const broken = createServer({
      ledger: {
        refresh: () => Promise.resolve(0),
        days: () => Promise.resolve([]),
        lists: { stale: () => Promise.resolve(0), facets: () => Promise.resolve({ platforms: [], years: [] }) },
        sources: { all: () => Promise.resolve([]) },
        counts: () => Promise.reject(new Error('disk on fire at /secret')),
      } as unknown as Ledger,
      today: () => '2031-06-01',
      access: 'local',
      version: 'test',
      sampleRemoved: () => {},
      complain: (error) => complaints.push(error),
    })
    complaints = []
    const answer = await broken.request(`${HOME}/`)
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /secret/)
    assert.deepEqual(
      complaints.map((e) => e.message),
      ['disk on fire at /secret'],
    )
    assert.equal((await broken.request(`${HOME}/healthz`)).status, 500)
    assert.equal((await get('/healthz')).text, '{"ok":true}')
  })
})

describe('trust', () => {
  test('text from outside is shown as text, and never as a link that runs', async () => {
    const key = encodeURIComponent(NASTY)
    for (const path of [
      '/',
      '/?q=%3Cscript%3E&as_of=2031-05-20',
      `/show/${key}`,
      `/show/${key}/1`,
      `/show/${key}/series`,
      `/show/${encodeURIComponent('<b>"x')}`,
    ]) {
      const { text } = await get(path)
      assert.doesNotMatch(text, /<script>|<b>"x|javascript:/, path)
    }
    assert.match((await get('/')).text, /&lt;script&gt;/)
  })

  test('every answer carries a strict policy, and no page anything inline', async () => {
    for (const path of ['/', '/show/glassharbor/2', `/article/${id}`, '/nowhere', '/style.css', '/healthz']) {
      const { headers, text } = await get(path)
      assert.match(
        headers.get('content-security-policy')!,
        /^default-src 'none'; style-src 'self'; script-src 'self';/,
        path,
      )
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('x-frame-options'), 'DENY')
      assert.doesNotMatch(text, / style="| on[a-z]+="|<style|<script(?! src| type="application\/ld\+json">)/, path)
    }
  })

  test('another name for this machine is refused (DNS rebinding)', async () => {
    for (const host of ['evil.example', '192.168.1.5'])
      assert.equal((await site.request(`http://${host}:2632/`)).status, 421, host)
    for (const host of ['127.0.0.1', 'localhost', '[::1]'])
      assert.equal((await site.request(`http://${host}:2632/`)).status, 200, host)
  })

  test('the sample is removed by our own pages alone', async () => {
    const remove = (headers: Record<string, string>) =>
      site.request(`${HOME}/sample/remove`, { method: 'POST', headers: { host: 'localhost:2632', ...headers } })
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: HOME, 'sec-fetch-site': 'cross-site' },
      { origin: HOME, 'sec-fetch-site': 'same-site' },
      { origin: 'http://localhost:9999' },
    ]
    for (const headers of foreign) assert.equal((await remove(headers)).status, 403, JSON.stringify(headers))
    assert.equal((await site.request(`${HOME}/sample/remove`)).status, 404, 'a link removes nothing')
    assert.equal((await ledger.counts()).sample, 1)
    const answer = await remove({ origin: HOME, 'sec-fetch-site': 'same-origin' })
    assert.deepEqual([answer.status, answer.headers.get('location'), removed], [303, '/', 1])
    assert.equal((await ledger.counts()).sample, 0)
    const { text } = await get('/')
    assert.doesNotMatch(text, /sample/)
    assert.match(text, /Glass Harbor/)
  })
})
