// `bubblewatch add` on an archive of the web, end to end: what it says, what it keeps, how it stops and goes on.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLedger } from '../../src/ledger/open.ts'
import { addAll } from '../../src/surfaces/cli/add.ts'
import type { Terminal } from '../../src/surfaces/cli/terminal.ts'
import { openArchived } from '../../src/watch/archived.ts'
import { packed, page, record } from '../sources/warc/archive.ts'
import { headlines, START, toolsFor } from '../watch/watching.ts'
import { ended, type Place, Places, ROOT } from './command.ts'

const url = (n: number): string => `https://signal.example/${n}`
/** A page about a series, each of another. */
const news = (n: number): Buffer =>
  record({
    url: url(n),
    body: page(`Lumo has renewed “Harbor ${n}” for a second season, the streamer announced on Monday.`),
  })
/** A page that reading would hardly look at. */
const other = (n: number): Buffer =>
  record({ url: `https://reel.example/${n}`, body: page(`The council mends bridge ${n} before the winter.`) })

test('a page out of an archive was edited before it was fetched, or nobody knows when', async () => {
  const read = openArchived(ROOT)
  const modified = async (edited: string): Promise<string | null> => {
    const words = 'Lumo has renewed the drama series “Glass Harbor” for a second season.'
    const head = `<meta property="article:published_time" content="2031-05-30T09:00:00Z"><meta property="article:modified_time" content="${edited}">`
    const body = Buffer.from(page(words).replace('<head>', `<head>${head}`))
    const taken = await read({ url: url(1), contentType: 'text/html', body, fetched: '2031-06-01', about: {} })
    assert.ok(taken && 'article' in taken)
    return taken.article.modified
  }
  assert.equal(await modified('2031-06-01T12:00:00Z'), '2031-06-01T12:00:00.000Z')
  assert.equal(await modified('2031-06-02T12:00:00Z'), null)
  assert.equal(await modified('2031-05-30T08:00:00Z'), null)
})

describe('an archive on the command line', () => {
  const places = new Places()
  const newPlace = places.add
  after(() => {
    places.remove()
  })
  const titles = async (place: Place): Promise<Map<string, number>> => {
    const ledger = await openLedger(`${place.folder}/data/ledger.db`)
    try {
      return await headlines(ledger)
    } finally {
      await ledger.close()
    }
  }

  test('what it is, what was in it, what is broken in it; the same again changes nothing', async () => {
    const place = newPlace()
    const broken = packed(news(2))
    broken[30]! ^= 255
    const large = record({ url: url(3), body: Buffer.alloc(17_000_000, 'a') })
    const whole = Buffer.concat([packed(other(0), news(1)), broken, packed(large, other(4), news(5))])
    const path = place.file('news.warc.gz', Buffer.concat([whole, packed(news(6)).subarray(0, 90)]))
    const added = await place.run(['add', path])
    assert.equal(added.code, 1, 'something was not kept')
    assert.match(added.out, /news\.warc\.gz: an archive of the web \(WARC\), read now\.\n/)
    assert.equal(added.out.match(/^new +1 claim +Lumo has renewed “Harbor [15]”/gm)?.length, 2)
    assert.match(
      added.out,
      /: 4 records with 4 pages; 2 looked at closely, the rest is not about series; 3 records broken, named above\n/,
    )
    assert.match(added.out, /\n2 articles new with 2 claims, 0 known, 3 not kept\n$/)
    const complaints = added.err.trimEnd().split('\n')
    assert.equal(complaints.length, 3, added.err)
    assert.match(complaints[0]!, /the record at byte \d+: .*; passed over$/)
    assert.match(complaints[1]!, /the record of https:\/\/signal\.example\/3 at byte \d+: is larger than 15 MB/)
    assert.match(complaints[2]!, /the record .*at byte \d+: .*cut short; passed over$/)
    const again = await place.run(['add', path])
    assert.match(again.out, /\n0 articles new with 0 claims, 2 known, 3 not kept\n$/)
  })

  test('stopped by Ctrl-C it ends well, and the same command goes on where it stopped', async () => {
    const place = newPlace()
    const all = 100
    const records = Array.from({ length: all }, (_, n) => [news(n), other(n)]).flat()
    const path = place.file('news.warc.gz', packed(...records))
    const child = place.start(['add', path])
    const end = ended(child)
    await once(child.stdout!, 'data')
    for (let out = ''; !out.includes('new '); ) [out] = await once(child.stdout!, 'data')
    child.kill('SIGINT')
    const stopped = await end
    assert.deepEqual([stopped.code, stopped.err], [130, ''])
    assert.match(stopped.out, /\nStopped\. The same command goes on where it stopped\.\n$/)
    const before = stopped.out.match(/^new /gm)!.length
    assert.ok(before < all, `stopped after ${before}`)
    const rest = await place.run(['add', path])
    assert.deepEqual([rest.code, rest.err], [0, ''])
    const passed = Number(/: (\d+) records with/.exec(rest.out)?.[1])
    assert.ok(passed < 2 * all, `the second run began anew: ${passed} records`)
    assert.equal(before + rest.out.match(/^new /gm)!.length, all)
    const found = await titles(place)
    assert.deepEqual([found.size, Math.max(...found.values())], [all, 1])
    const third = await place.run(['add', path])
    assert.match(third.out, new RegExp(`: ${2 * all} records with .*\\n0 articles new with 0 claims, ${all} known\\n$`))
  })

  test('left for later it is read by whoever works', async () => {
    const place = newPlace()
    place.file('news.warc.gz', packed(other(0), news(1), news(2)))
    const refused = await place.run(['add', '--later', place.file('news.txt', 'Lumo is back.')])
    assert.deepEqual([refused.code, refused.out], [1, ''])
    assert.match(refused.err, /news\.txt: no archive of the web \(WARC\), and only those are left for later\n$/)
    const left = await place.run(['add', '--later', 'news.warc.gz', 'news.warc.gz'])
    assert.deepEqual([left.code, left.err], [0, ''])
    assert.match(
      left.out,
      /^news\.warc\.gz: left to .*, which must find it at \/.*news\.warc\.gz\.\n.*: is left already\.\n$/,
    )
    assert.match((await place.run(['doctor'])).out, /\nArchive {2}\/.*news\.warc\.gz: being read, or waiting for it\n/)
    const server = await place.serve(['--port', '0'])
    for (let i = 0; i < 200 && !/Harbor 2/.test(await (await fetch(server.address)).text()); i++) await sleep(100)
    await server.stop()
    assert.deepEqual([...(await titles(place)).keys()].filter((title) => title.includes('Harbor')).length, 2)
    assert.doesNotMatch((await place.run(['doctor'])).out, /Archive/)
  })

  test('it shows how far it is', async () => {
    const place = newPlace()
    const path = place.file('news.warc.gz', packed(...Array.from({ length: 20 }, (_, n) => news(n))))
    const ledger = await openLedger(':memory:')
    const clock = { now: START }
    // Between two looks at it minutes pass.
    const tools = { ...toolsFor(ledger, clock), now: () => (clock.now += 60_000) }
    const shown: Array<string | null> = []
    const quiet = (): void => {}
    const terminal = { print: quiet, complain: assert.fail, progress: (line: string | null) => shown.push(line) }
    const settings = { tools, about: {}, allowPrivate: [], signal: new AbortController().signal }
    assert.equal(await addAll([path], settings, terminal as unknown as Terminal), 0)
    await ledger.close()
    assert.equal(shown.pop(), null, 'it is taken away in the end')
    const percent = shown.map((line) => Number(/^(\d+) %$/.exec(line ?? '')?.[1]))
    assert.ok(
      percent.length > 5 && percent.every((each, i) => each >= (percent[i - 1] ?? 0) && each <= 100),
      `${shown}`,
    )
  })
})
