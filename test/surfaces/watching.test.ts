// `bubblewatch add`, `sources`, `poll` and `doctor` with feeds and sites, end to end.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLedger } from '../../src/ledger/open.ts'
import { postgresDatabase } from '../postgres.ts'
import type { Origin } from '../watch/origin.ts'
import { startOrigin } from '../watch/origin.ts'
import { ARTICLE, ended, Places } from './command.ts'

describe('sources on the command line', () => {
  let origin: Origin
  const places = new Places()
  const newPlace = places.add
  before(async () => {
    origin = await startOrigin({ feeds: 3, items: 4, faults: [null, 'pages wait', 'server error'], bomb: 0 })
  })
  after(async () => {
    await origin.close()
    places.remove()
  })
  const allow = (n: number): string[] => ['--allow-private', origin.feeds[n]!.host]
  const home = (n: number): string => `http://${origin.feeds[n]!.host}/`

  test('a feed is followed and read; asked again it has nothing new; removed, what it brought stays', async () => {
    const place = newPlace()
    const { url, host } = origin.feeds[0]!
    const added = await place.run(['add', url, ...allow(0)])
    assert.deepEqual([added.code, added.err], [0, ''])
    assert.match(
      added.out,
      /^http:\S+: a feed of 4 items \(Outlet 0\), followed from now on; their articles are read now\.\n/,
    )
    assert.equal(added.out.match(/^new +\d claims {2}Café Harbor 0-\d renewed/gm)?.length, 4)
    assert.match(
      added.out,
      /\n4 articles new with \d+ claims, 0 known; 1 source followed from now on by “bubblewatch serve” and “bubblewatch poll”\n$/,
    )
    const again = await place.run(['poll'])
    assert.match(again.out, /^Asked 0 sources: 0 articles new with 0 claims\. Next in \d+ \w+\.\n$/)
    const listed = await place.run(['sources'])
    assert.match(
      listed.out,
      new RegExp(
        `^[0-9a-f]{12} {2}Outlet 0 {2}http://${host}/feed\n +answered just now; asked next in .*; 4 items seen\n$`,
      ),
    )
    const [source] = JSON.parse((await place.run(['sources', '--json'])).out)
    assert.deepEqual([source.url, source.items, source.allowPrivate], [url, 4, [host]])
    assert.match(
      (await place.run(['doctor'])).out,
      /^Ledger .*ledger\.db: 4 articles, \d+ claims, \d+ shows\nSources {2}1 followed, all well; 0 items still to be read\n/,
    )
    const list = place.file('feeds.opml', (await place.run(['sources', '--opml'])).out)
    const removed = await place.run(['sources', 'remove', source.id])
    assert.equal(removed.out, '1 source no longer followed; what was read out of it stays in the ledger.\n')
    assert.match((await place.run(['sources'])).out, /^No source is followed yet/)
    const known = await place.run(['add', list, ...allow(0)])
    assert.match(known.out, /feeds\.opml: a list of 1 feed, followed from now on/)
    assert.match(known.out, /\n0 articles new with 0 claims, 4 known; 1 source followed/)
  })

  test('a site: its feed is found, that of its comments left out; a page of it is an article', async () => {
    const place = newPlace()
    const site = await place.run(['add', home(0), ...allow(0)])
    assert.match(
      site.out,
      /: a site with a feed, followed from now on: Outlet 0 » Feed \(http:\S+\/feed\); its articles are read now\.\n/,
    )
    assert.match(site.out, /\n4 articles new/)
    const page = await newPlace().run(['add', `${home(0)}2`, ...allow(0)])
    assert.match(
      page.out,
      /^new +\d claims {2}Café Harbor 0-2 renewed — “encore”\n1 article new with \d claims, 0 known\n$/,
    )
  })

  test('stopped in the middle, it ends well; the same command goes on', async () => {
    const place = newPlace()
    const child = place.start(['add', origin.feeds[1]!.url, ...allow(1)])
    const end = ended(child)
    child.stdout!.on('data', (chunk: string) => {
      if (chunk.includes('new  ')) child.kill('SIGINT')
    })
    const { code, out, err } = await end
    assert.deepEqual([code, err], [130, ''])
    const before = out.match(/^new /gm)!.length
    assert.ok(before >= 1 && before < 4, `stopped after ${before}`)
    assert.match(out, /Stopped\. The same command goes on where it stopped\.\n$/)
    const rest = await place.run(['poll'])
    assert.equal(rest.out.match(/^new /gm)!.length, 4 - before, rest.out)
    assert.match((await place.run(['doctor'])).out, /: 4 articles, /)
  })

  test('a feed that fails is told in plain words, and followed all the same once it is in a list', async () => {
    const place = newPlace()
    const { url, host } = origin.feeds[2]!
    const refused = await place.run(['add', url, ...allow(2)])
    assert.deepEqual(
      [refused.code, refused.err],
      [1, `bubblewatch: ${url}: the server answers 500: its own fault; try again later\n`],
    )
    const list = place.file(
      'list.opml',
      `<opml version="2.0"><body><outline text="Two" xmlUrl="${url}"/></body></opml>`,
    )
    const followed = await place.run(['add', list, '--allow-private', host])
    assert.equal(followed.err, 'bubblewatch: Two: the server answers 500: its own fault; it is asked again later\n')
    assert.deepEqual([followed.code, /not kept/.test(followed.out)], [0, false])
    const doctor = await place.run(['doctor'])
    assert.equal(doctor.code, 1)
    assert.match(doctor.out, /Sources {2}1 followed, 1 with something amiss/)
    assert.match(
      doctor.out,
      /\nTwo: has never answered\n.*\n {2}has not answered yet\n {2}asked next in 4 minutes\n {2}failed: the server answers 500: its own fault\n/,
    )
  })

  test('what is not public is refused unless it is allowed, and says how', async () => {
    const { url } = origin.feeds[0]!
    const { code, err } = await newPlace().run(['add', url])
    assert.deepEqual(
      [code, err],
      [
        1,
        `bubblewatch: ${url}: 127.0.0.1 is no public address (loopback); if it is yours, allow it with --allow-private HOST:PORT\n`,
      ],
    )
    const read = await newPlace().run(['read', `${home(0)}1`, ...allow(0)])
    assert.match(read.out, /renewed/)
  })

  test('JSON Lines: each is an article, a bad one stops no other, all are known the second time', async () => {
    const place = newPlace()
    const line = { text: ARTICLE, published: '2031-05-12', outlet: 'Signal & Reel', url: 'https://reel.example/1' }
    const file = place.file('news.jsonl', `${JSON.stringify(line)}\n{"id": 2}\nnonsense\n`)
    const { code, out, err } = await place.run(['add', file])
    assert.equal(code, 1)
    assert.match(
      out,
      /: articles as JSON Lines, read now\.\nnew +2 claims {2}\S+, line 1\n1 article new with 2 claims, 0 known, 2 not kept\n$/,
    )
    assert.deepEqual(
      err
        .trim()
        .split('\n')
        .map((each) => /line \d: [^(;]+/.exec(each)?.[0].trim()),
      ['line 2: has no "text"', 'line 3: no JSON'],
    )
    assert.match((await place.run(['add', file])).out, /\n0 articles new with 0 claims, 1 known, 2 not kept\n$/)
    const exported = place.file('ledger.ndjson', (await place.run(['export'])).out)
    assert.match(
      (await place.run(['add', exported])).err,
      /an export of a ledger; “bubblewatch import” adds what it holds/,
    )
  })

  test('JSON Lines: when an article was edited, where that can be true', async () => {
    const place = newPlace()
    const told = [
      { modified: '2016-05-13T08:00:00+02:00' },
      { updated: '2016-05-14' },
      { modified: '2016-05-15', updated: '2016-05-16' },
      { updated: '2016-05-11' },
      { updated: '2199-01-01' },
      {},
    ]
    const lines = told.map((times, i) => ({
      text: `${ARTICLE} No. ${i}.`,
      title: `No. ${i}`,
      published: '2016-05-12',
      ...times,
    }))
    const file = place.file('edited.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
    assert.equal((await place.run(['add', file])).code, 0)
    const kept = (await place.run(['export'])).out
      .trim()
      .split('\n')
      .flatMap((line) => JSON.parse(line).article ?? [])
    assert.deepEqual(kept.map(({ title, modified }) => [title, modified]).sort(), [
      ['No. 0', '2016-05-13T06:00:00.000Z'],
      ['No. 1', '2016-05-14'],
      ['No. 2', '2016-05-15'],
      ['No. 3', null],
      ['No. 4', null],
      ['No. 5', null],
    ])
  })

  test('a worker shares the work over PostgreSQL, and ends well', async () => {
    const place = newPlace()
    const alone = await place.run(['worker'])
    assert.equal(alone.code, 1)
    assert.match(
      alone.err,
      /^bubblewatch: workers share a PostgreSQL database: name it as DATABASE_URL=postgres:[^\n]+\n$/,
    )
    const env = { DATABASE_URL: await postgresDatabase() }
    const ledger = await openLedger(env.DATABASE_URL)
    const { url, host } = origin.feeds[0]!
    await ledger.sources.follow({ url, allowPrivate: [host] }, new Date().toISOString())
    const child = place.start(['worker'], env)
    const end = ended(child)
    for (let i = 0; i < 150 && (await ledger.counts()).articles < 4; i++) await sleep(100)
    child.kill('SIGTERM')
    const { code, out, err } = await end
    await ledger.close()
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /^Works on 1 source\. Ctrl-C ends it\.$/m)
    assert.equal(out.match(/^new +\d claims {2}Café Harbor 0-\d renewed/gm)?.length, 4)
  })

  test('the trade’s feeds are suggested; nothing is asked', async () => {
    const { code, out } = await newPlace().run(['sources', '--suggest'])
    assert.equal(code, 0)
    for (const name of ['Deadline', 'Variety', 'The Hollywood Reporter', 'TVLine', 'What’s on Netflix', 'RadioTimes'])
      assert.match(out, new RegExp(`^ {2}${name} +https://`, 'm'))
  })
})
