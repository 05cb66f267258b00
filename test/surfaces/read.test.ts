// `bubblewatch read`, end to end.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ARTICLE, ended, Place } from './command.ts'

const place = new Place()
after(() => place.remove())
const about = ['--published', '2031-05-12', '--outlet', 'Signal & Reel']

test('reads plain text: claims, chain, sentence with the evidence marked, verdicts', async () => {
  const { code, out, err } = await place.run(['read', place.file('news.txt', ARTICLE), ...about])
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /^Signal & Reel, 12 May 2031$/m)
  assert.match(out, /^Glass Harbor, season 2: renewed/m)
  assert.match(out, /Lumo → Signal & Reel, 12 May 2031/)
  assert.match(out, /«[^»]*renewed[^»]*»/)
  assert.match(out, /^Glass Harbor, season 2: premieres on 8 March 2032 on Lumo$/m)
  assert.match(out, /By this article alone, as of 12 May 2031:\n {2}Glass Harbor, season 2: Renewed — official/)
  assert.doesNotMatch(out, /\x1b/, 'no colour where there is no terminal')
})

test('reads HTML and Markdown for what they say of themselves, and text from stdin', async () => {
  const body = 'Lumo has renewed “Glass Harbor” for a second season, the streamer announced on Monday.'
  const html = `<!doctype html><html><head><title>Lumo Renews Glass Harbor</title><meta property="og:site_name" content="Signal &amp; Reel"><meta property="article:published_time" content="2031-05-12T10:00:00Z"></head><body><article><h1>Lumo Renews Glass Harbor</h1><p>${body}</p><p>Filming of the second season of <em>Glass Harbor</em> begins in the autumn, the streamer said.</p></article></body></html>`
  const markdown = `---\noutlet: Signal & Reel\npublished: 2031-05-12\n---\n# Lumo Renews *Glass Harbor*\n\n${body}\n`
  for (const { code, out, err } of await Promise.all([
    place.run(['read', place.file('news.html', html)]),
    place.run(['read', place.file('news.md', markdown)]),
    place.run(['read', '-', ...about], { input: ARTICLE }),
  ])) {
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /Signal & Reel, 12 May 2031/)
    assert.match(out, /Glass Harbor, season 2: renewed/)
  }
})

test('tells when a page was edited, where that was not at once', async () => {
  const page = (edited: string) =>
    place.file(
      'edited.html',
      `<!doctype html><html><head><title>Glass Harbor</title><meta property="article:published_time" content="2024-05-03T09:00:00Z"><meta property="article:modified_time" content="${edited}"></head><body><article><p>Lumo has renewed “Glass Harbor” for a second season.</p></article></body></html>`,
    )
  const read = async (edited: string) => (await place.run(['read', page(edited)])).out
  assert.match(await read('2024-05-03T14:05:00Z'), /^3 May 2024, edited 3 May 2024, 14:05 UTC$/m)
  assert.doesNotMatch(await read('2024-05-03T10:00:00Z'), /edited/)
  assert.doesNotMatch(await read('2199-05-03T10:00:00Z'), /edited/)
  const { out } = await place.run(['read', '--json', page('2024-05-03T10:05:00+02:00')])
  assert.equal(JSON.parse(out).article.modified, null)
  const { article, verdicts } = JSON.parse((await place.run(['read', '--json', page('2024-05-03T16:05:00+02:00')])).out)
  for (const told of [article, verdicts[0].deciding.article]) assert.equal(told.modified, '2024-05-03T14:05:00.000Z')
})

test('--why tells the steps', async () => {
  const { out } = await place.run(['read', '-', '--why', ...about], { input: ARTICLE })
  assert.match(out, /^ {4}· events: “renewed” tells of a renewal/m)
  for (const stage of ['typing', 'linking', 'numbering', 'dates', 'factuality', 'attribution'])
    assert.match(out, new RegExp(`^ {4}· ${stage}: `, 'm'))
})

test('--json gives article, claims with offsets and steps, and verdicts', async () => {
  const { out } = await place.run(['read', '-', '--json', ...about], { input: ARTICLE })
  const { article, claims, verdicts } = JSON.parse(out)
  assert.equal(article.outlet, 'Signal & Reel')
  assert.ok(claims.length >= 2)
  for (const { span, sentence, evidence, why } of claims) {
    assert.equal(article.text.slice(span.start, span.end), evidence)
    assert.ok(sentence.start <= span.start && sentence.end >= span.end)
    assert.ok(why.length > 0 && why[0].stage && why[0].note)
  }
  assert.deepEqual(
    verdicts.map((v: { show: string; season: number; fate: string }) => [v.show, v.season, v.fate]),
    [['Glass Harbor', 2, 'renewed']],
  )
  assert.equal(verdicts[0].deciding.article.outlet, 'Signal & Reel')
})

test('an article without a date is read as of today, and says so', async () => {
  const { out } = await place.run(['read', '-'], { input: ARTICLE })
  assert.match(out, /The article tells no date; read as of today, \d+ \w+ \d{4} \(--published DATE tells another\)/)
})

test('an article that claims nothing is no error', async () => {
  const { code, out } = await place.run(['read', '-'], { input: 'The weather was fine, and the harbour calm.' })
  assert.deepEqual([code, out], [0, 'No claim about what happens to a season of a series.\n'])
})

test('what controls a terminal does not reach it', async () => {
  const { out } = await place.run(['read', '-', ...about], {
    input: ARTICLE.replace('the streamer', 'the \x1b[31m\u009b2J\u202estreamer'),
  })
  assert.match(out, /renewed/)
  assert.doesNotMatch(out, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
})

test('facts beside the status stand under the claims and in --json, not in --jsonl', async () => {
  const text = `${ARTICLE}\n\nThe first season of “Glass Harbor” has 81/100 on Metacritic. Hal Teague plays Vane in “Glass Harbor.”\n`
  const { out } = await place.run(['read', '-', ...about], { input: text })
  assert.match(out, /^Beside the status:\n(?: {2}.*\n)* {2}Glass Harbor, season 1: 81\/100 on Metacritic$/m)
  assert.match(out, /^ {2}Glass Harbor: with Hal Teague as Vane$/m)
  const { facts } = JSON.parse((await place.run(['read', '-', '--json', ...about], { input: text })).out)
  const [score] = facts.filter((fact: { fact: string }) => fact.fact === 'score')
  assert.deepEqual([score.aggregator, score.value, score.scale, score.season], ['Metacritic', 81, 100, 1])
  assert.equal(text.slice(score.span.start, score.span.end), score.evidence)
  const lines = await place.run(['read', '-', '--jsonl'], { input: `${JSON.stringify({ id: 1, text })}\n` })
  assert.deepEqual(Object.keys(JSON.parse(lines.out)), ['id', 'claims'])
})

test('what cannot be read is one line, and exit code 1', async () => {
  const gone = await place.run(['read', 'gone.txt'])
  assert.deepEqual(
    [gone.code, gone.out, gone.err],
    [1, '', 'bubblewatch: gone.txt: no such file or folder; check the path\n'],
  )
  for (const input of [
    place.folder,
    'http://127.0.0.1:1/',
    'http://',
    place.file('picture.png', new Uint8Array([137, 80, 78, 71, 0, 0])),
  ]) {
    const { code, out, err } = await place.run(['read', input])
    assert.deepEqual([code, out], [1, ''], input)
    assert.match(err, /^bubblewatch: [^\n]+\n$/, input)
  }
})

test('a reader that goes away is no error', async () => {
  const child = place.start(['read', '-', '--jsonl'])
  child.stdout!.destroy()
  child.stdin!.on('error', () => {})
  for (let i = 0; i < 200; i++) child.stdin!.write(`${JSON.stringify({ id: i, text: ARTICLE })}\n`)
  child.stdin!.end()
  assert.deepEqual(await ended(child), { code: 0, out: '', err: '' })
})
