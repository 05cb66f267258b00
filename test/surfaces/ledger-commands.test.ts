// `bubblewatch add`, `status` and `sample`, end to end, over one ledger.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { ARTICLE, Place } from './command.ts'

const about = ['--published', '2031-05-12', '--outlet', 'Signal & Reel']
const DOUBT = `---
outlet: Cinema Daily
published: 2031-02-03
url: https://cinemadaily.example/harbor
---
# Will Glass Harbor Return?

“We haven’t decided yet on a second season of *Glass Harbor*,” showrunner Dana Wells told Variety.
`

describe('add and status', () => {
  const place = new Place()
  after(() => place.remove())

  test('the same article twice is known the second time, and changes nothing', async () => {
    const file = place.file('news.txt', ARTICLE)
    const first = await place.run(['add', file, ...about])
    assert.deepEqual([first.code, first.err], [0, ''])
    assert.match(first.out, /^new +2 claims {2}.*news\.txt\n1 article new with 2 claims, 0 known\n$/)
    const second = await place.run(['add', file, ...about])
    assert.match(second.out, /^known +2 claims {2}.*news\.txt\n0 articles new with 0 claims, 1 known\n$/)
  })

  test('one bad file stops no other, in a folder neither', async () => {
    const folder = join(place.folder, 'articles')
    mkdirSync(join(folder, 'deeper'), { recursive: true })
    place.file('articles/a-broken.md', '---\noutlet: [x\n---\nNothing.')
    place.file('articles/deeper/doubt.md', DOUBT)
    place.file('articles/notes.pdf', 'not read')
    const { code, out, err } = await place.run(['add', 'gone.txt', folder, place.file('empty.txt', ' \n')])
    assert.equal(code, 1)
    assert.match(
      out,
      /: a folder with 2 articles, read now\.\nnew +1 claim {2}Will Glass Harbor Return\?\n1 article new with 1 claim, 0 known, 3 not kept\n$/,
    )
    const told = err.trim().split('\n')
    assert.equal(told.length, 3)
    for (const [i, name] of ['gone.txt', 'a-broken.md', 'empty.txt'].entries())
      assert.match(told[i]!, new RegExp(`^bubblewatch: .*${name}: `))
  })

  test('status is a line a season, as of any day', async () => {
    const before = await place.run(['status', 'glass HARBOR', '--as-of', '2031-03-01'])
    assert.equal(before.code, 0)
    assert.match(
      before.out,
      /^Glass Harbor as of 1 March 2031\n {2}Season 2: on the bubble \(could go either way\) since 3 February 2031; /,
    )
    assert.match(
      before.out,
      /“[^”]*decided[^”]*” — Dana Wells \(showrunner\) → Variety → Cinema Daily, 3 February 2031; sources: none for, none against, 1 leaves it open\n$/,
    )
    const after = await place.run(['status', 'Glass Harbor', '--as-of', '2031-05-12'])
    assert.match(
      after.out,
      /Season 2: renewed \(official\) since 12 May 2031, before that on the bubble; premieres on 8 March 2032 on Lumo; “/,
    )
    assert.equal(after.out.trim().split('\n').length, 2)
  })

  test('one season alone; one that nobody spoke of', async () => {
    const { out } = await place.run(['status', 'Glass Harbor', '--season', '2', '--as-of', '2031-05-12'])
    assert.match(out, /Season 2: renewed/)
    const other = await place.run(['status', 'Glass Harbor', '--season', '7', '--as-of', '2031-05-12'])
    assert.deepEqual([other.code, other.out], [0, 'Glass Harbor as of 12 May 2031\n  Season 7: nothing heard\n'])
  })

  test('status with reasons has a paragraph below each line', async () => {
    const { out } = await place.run(['status', 'Glass Harbor', '--as-of', '2031-05-12', '--why'])
    const [, line, ...reasons] = out.trimEnd().split('\n')
    assert.match(line!, /^ {2}Season 2: renewed/)
    assert.match(
      reasons.join('\n'),
      /^ {4}Season 2 of Glass Harbor has been renewed \(official\) since 12 May 2031; before that it was on the bubble\. .*“.+”.* Of its independent sources 2 speak for it, none against, one leaves it open\.$/,
    )
  })

  test('an unknown show is nothing heard, with the nearest titles', async () => {
    const unknown = await place.run(['status', 'Glas Harbour', '--as-of', '2031-06-01'])
    assert.deepEqual(
      [unknown.code, unknown.out],
      [0, 'Nothing heard of “Glas Harbour” as of 1 June 2031\nDid you mean “Glass Harbor”?\n'],
    )
    const early = await place.run(['status', 'Glass Harbor', '--as-of', '2030-06-01'])
    assert.deepEqual(
      [early.code, early.out],
      [0, 'Nothing heard of “Glass Harbor” as of 1 June 2030\nIt was first heard of on 3 February 2031.\n'],
    )
  })

  test('status for programs', async () => {
    const { out } = await place.run(['status', 'Glass Harbor', '--as-of', '2031-05-12', '--json'])
    const { show, day, seasons } = JSON.parse(out)
    assert.deepEqual([show, day, seasons.length], ['Glass Harbor', '2031-05-12', 1])
    const [verdict] = seasons
    assert.deepEqual(
      [verdict.season, verdict.fate, verdict.certainty, verdict.premiere.date],
      [2, 'renewed', 'official', '2032-03-08'],
    )
    assert.equal(verdict.deciding.article.outlet, 'Signal & Reel')
    assert.equal(verdict.sources.pro, verdict.for.length)
    assert.match(verdict.headline, /^Renewed — official/)
    const unknown = JSON.parse((await place.run(['status', 'Nonesuch', '--json'])).out)
    assert.deepEqual([unknown.seasons, unknown.suggestions], [[], []])
  })

  test('a page saved again with the same words is known; of its times of editing the first is told', async () => {
    const page = (edited: string) =>
      place.file(
        'salt.html',
        `<!doctype html><html><head><title>Salt</title><link rel="canonical" href="https://signal.example/salt"><meta property="og:site_name" content="Signal"><meta property="article:published_time" content="2024-05-03T09:00:00Z">${edited && `<meta property="article:modified_time" content="${edited}">`}</head><body><article><p>Lumo has renewed the drama series “Salt Road” for a second season.</p></article></body></html>`,
      )
    const told = async (edited: string): Promise<[string | undefined, string | null]> => {
      const { out } = await place.run(['add', page(edited)])
      const status = JSON.parse((await place.run(['status', 'Salt Road', '--json'])).out)
      return [/^\w+/.exec(out)?.[0], status.seasons[0].deciding.article.modified]
    }
    assert.deepEqual(await told(''), ['new', null])
    assert.deepEqual(await told('2199-05-03T14:05:00Z'), ['known', null])
    assert.deepEqual(await told('2024-05-03T16:05:00+02:00'), ['known', '2024-05-03T14:05:00.000Z'])
    const before = (await place.run(['export'])).out
    assert.deepEqual(await told('2024-05-04T10:00:00Z'), ['known', '2024-05-03T14:05:00.000Z'])
    assert.equal((await place.run(['export'])).out, before)
  })

  test('a ledger that cannot be opened is one line', async () => {
    const { code, err } = await place.run(['status', 'X'], { env: { BUBBLEWATCH_DATA: place.file('file', 'x') } })
    assert.equal(code, 1)
    assert.match(err, /^bubblewatch: [^\n]*BUBBLEWATCH_DATA\n$/)
  })

  test('a folder that may not be read is one line', {
    skip: process.getuid?.() === 0 && 'root may read all',
  }, async () => {
    const folder = join(place.folder, 'closed')
    mkdirSync(folder)
    chmodSync(folder, 0)
    const { code, err } = await place.run(['add', folder])
    assert.equal(code, 1)
    assert.match(err, /closed: the folder cannot be read/)
  })
})

describe('sample', () => {
  const place = new Place()
  after(() => place.remove())

  test('comes once, and goes without taking anything else along', async () => {
    await place.run(['add', place.file('news.txt', ARTICLE), ...about])
    const added = await place.run(['sample'])
    assert.match(added.out, /^Added the sample: \d+ articles with \d+ claims\.\n$/)
    assert.equal((await place.run(['sample'])).out, 'The sample is in the ledger already.\n')
    assert.match((await place.run(['status', 'Jessica Jones'])).out, /Season 2/)
    const removed = await place.run(['sample', '--remove'])
    assert.equal(removed.out, added.out.replace('Added', 'Removed'))
    assert.equal((await place.run(['sample', '--remove'])).out, 'There was no sample in the ledger.\n')
    assert.match((await place.run(['status', 'Jessica Jones'])).out, /^Nothing heard/)
    assert.match((await place.run(['status', 'Glass Harbor', '--as-of', '2031-05-12'])).out, /Season 2: renewed/)
  })
})

describe('changes', () => {
  const place = new Place()
  after(() => place.remove())

  test('tells what changed since a day, with the words; --json tells it to programs', async () => {
    const files = [place.file('doubt.md', DOUBT), place.file('news.txt', ARTICLE)]
    assert.equal((await place.run(['add', files[0]!])).code, 0)
    assert.equal((await place.run(['add', files[1]!, ...about])).code, 0)
    const { code, out } = await place.run(['changes', '--since', '2031-02-04', '--as-of', '2031-06-01'])
    assert.equal(code, 0)
    assert.match(out, /^12 May 2031\n {2}Glass Harbor, season 2: on the bubble → renewed; “.*renewed.*” — Lumo/)
    assert.match(out, /\n {2}Glass Harbor, season 2: premieres on 8 March 2032 on Lumo; “.+” — .+\n$/)
    const quiet = await place.run(['changes', '--since', '2031-05-13', '--as-of', '2031-06-01'])
    assert.equal(quiet.out, 'Nothing changed from 13 May 2031 to 1 June 2031.\n')
    const json = await place.run(['changes', '--since', '2031-01-01', '--as-of', '2031-06-01', '--json'])
    const { changes } = JSON.parse(json.out)
    assert.deepEqual(
      changes.map((c: { axis: string; outcome: string; to: { value: string } }) => [c.axis, c.outcome, c.to.value]),
      [
        ['fate', 'plain', 'on the bubble'],
        ['fate', 'plain', 'renewed'],
        ['premiere', 'plain', '2032-03-08'],
      ],
    )
    assert.equal(changes[1].claim.article.outlet, 'Signal & Reel')
    assert.equal((await place.run(['changes'])).code, 2)
    const ahead = await place.run(['changes', '--since', '2031-06-02', '--as-of', '2031-06-01'])
    assert.deepEqual(
      [ahead.code, ahead.err],
      [1, 'bubblewatch: --since 2031-06-02 is after 1 June 2031: give an earlier day, or a later one as --as-of\n'],
    )
  })
})

describe('reread and known-at', () => {
  const place = new Place()
  after(() => place.remove())

  test('what earlier rules read is read again, once; --known-at answers what was said before', async () => {
    const [heard, before] = ['2019-05-12T08:00:00.000Z', '2031-06-01']
    const ledger = await openLedger(join(place.folder, 'data', 'ledger.db'))
    const article = fromText(ARTICLE, { published: '2031-05-12', outlet: 'Signal & Reel' })
    await ledger.add(article, [], { heard, reading: 'older rules' })
    await ledger.close()
    const status = async (...args: string[]): Promise<string> =>
      (await place.run(['status', 'Glass Harbor', ...args])).out
    assert.match(await status('--as-of', before), /^Nothing heard/)
    const { code, out } = await place.run(['reread'])
    assert.equal(code, 0)
    assert.match(out, /^Read 1 article again by these rules \(\d+\.\d+\.\d+\+[0-9a-f]{8}\): 2 claims\.\n$/)
    assert.match((await place.run(['reread'])).out, /^Every article has been read by these rules/)
    assert.match(await status('--as-of', before), /Season 2: renewed/)
    assert.match(await status('--as-of', before, '--known-at', '2020-01-01'), /^Nothing heard .*\n$/)
    const again = await place.run(['add', place.file('news.txt', ARTICLE), ...about])
    assert.match(again.out, /^known/)
  })
})

test('what is told beside the status stands in status --json', async () => {
  const other = new Place()
  try {
    const text = `${ARTICLE}\n\nThe first season of “Glass Harbor” has 81/100 on Metacritic. Hal Teague plays Vane in “Glass Harbor.”\n`
    const about = ['--published', '2031-05-12', '--outlet', 'Signal & Reel']
    assert.equal((await other.run(['add', other.file('facts.txt', text), ...about])).code, 0)
    const { out } = await other.run(['status', 'Glass Harbor', '--as-of', '2031-06-01', '--json'])
    const told = JSON.parse(out).facts.map((f: { fact: string; article: { outlet: string } }) => [
      f.fact,
      f.article.outlet,
    ])
    assert.deepEqual(told, [
      ['score', 'Signal & Reel'],
      ['credit', 'Signal & Reel'],
    ])
    const second = await other.run(['status', 'Glass Harbor', '--season', '2', '--as-of', '2031-06-01', '--json'])
    assert.deepEqual(
      JSON.parse(second.out).facts.map((f: { fact: string }) => f.fact),
      ['credit'],
      'a score of another season is left out',
    )
  } finally {
    other.remove()
  }
})
