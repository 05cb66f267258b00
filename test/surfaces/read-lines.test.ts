// `bubblewatch read --jsonl`: the shape of docs/claims.md and nothing else, line by line.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ARTICLE, Place } from './command.ts'

const place = new Place()
after(() => place.remove())

const FIELDS = [
  'show',
  'season',
  'event',
  'factuality',
  'speaker',
  'role',
  'via',
  'date',
  'platform',
  'stage',
  'evidence',
]
const lines = (...records: unknown[]): string =>
  records.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n')
const parse = (out: string): Array<{ id: string | number; claims: Array<Record<string, unknown>> }> =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('answers in the shape of docs/claims.md, and evidence stands in the text letter for letter', async () => {
  const odd = `\ufeff  ${ARTICLE.replaceAll('\n', '\r\n')}\t`
  const { code, out, err } = await place.run(['read', '--jsonl', '-'], {
    input: lines(
      { id: 'a', text: ARTICLE, published: '2031-05-12', outlet: 'Signal & Reel', url: null },
      { id: 2, text: odd },
    ),
  })
  assert.deepEqual([code, err], [0, ''])
  const answers = parse(out)
  assert.deepEqual(
    answers.map((a) => [Object.keys(a), a.id]),
    [
      [['id', 'claims'], 'a'],
      [['id', 'claims'], 2],
    ],
  )
  for (const [i, text] of [ARTICLE, odd].entries()) {
    assert.ok(answers[i]!.claims.length >= 2)
    for (const claim of answers[i]!.claims) {
      assert.deepEqual(
        Object.keys(claim),
        FIELDS.filter((f) => f !== 'stage' || 'stage' in claim),
      )
      assert.ok(text.includes(claim.evidence as string))
    }
  }
})

test('a title that the text does not begin with is read, and claims from it alone are not given', async () => {
  const title = 'Lumo Cancels ‘Bleak Hollow’ After Three Seasons'
  const text = 'The second season of “Glass Harbor” premieres on Lumo on March 8, 2032.'
  const { out } = await place.run(['read', '--jsonl', '-'], {
    input: lines({ id: 1, title, text }, { id: 2, text: `${title}\n\n${text}`, title }),
  })
  const [apart, together] = parse(out)
  assert.deepEqual(
    apart!.claims.map((c) => c.show),
    ['Glass Harbor'],
  )
  assert.ok(together!.claims.some((c) => c.show === 'Bleak Hollow'))
})

test('a broken line is told with its number and passed over', async () => {
  const input = lines(
    { id: 1, text: 'x' },
    '{"id": 2, "text": ',
    '',
    '[]',
    { id: 5 },
    { text: 'y' },
    { id: 7, text: 'z', outlet: 3 },
    { id: 8, text: ARTICLE, published: 'soon' },
  )
  const { code, out, err } = await place.run(['read', '--jsonl'], { input })
  assert.equal(code, 1)
  assert.deepEqual(
    parse(out).map((a) => a.id),
    [1, 8],
  )
  const told = err.trim().split('\n')
  assert.deepEqual(
    told.map((line) => /^bubblewatch: stdin, line (\d+): /.exec(line)?.[1]),
    ['2', '4', '5', '6', '7', '8'],
  )
  assert.match(told[2]!, /has no "text"/)
  assert.match(told[5]!, /"published" is no date .*; read without$/)
})

test('takes a file, and what is told for all lines', async () => {
  const file = place.file(
    'news.jsonl',
    lines({ id: 1, text: 'The second season of “Glass Harbor” will premiere on Lumo on March 8.' }),
  )
  const { code, out } = await place.run(['read', '--jsonl', file, '--published', '2031-12-12'])
  assert.equal(code, 0)
  assert.equal(parse(out)[0]!.claims[0]!.date, '2032-03-08')
  const gone = await place.run(['read', '--jsonl', 'gone.jsonl'])
  assert.deepEqual([gone.code, gone.err], [1, 'bubblewatch: gone.jsonl: no such file; check the path\n'])
})

test('memory stays what it is, however many lines come', async () => {
  const child = place.start(['read', '--jsonl', '-'], { NODE_OPTIONS: '--max-old-space-size=96' })
  const answers = new Promise<number>((resolve) => {
    let count = 0
    child.stdout!.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) count++
    })
    child.on('close', (code) => resolve(code === 0 ? count : -1))
  })
  // 160 MB of lines, more than its memory holds at once.
  const line = `${JSON.stringify({ id: 'x', text: 'The harbour lay calm under a grey sky. '.repeat(2000) })}\n`
  const all = 2000
  for (let i = 0; i < all; i++)
    if (!child.stdin!.write(line)) await new Promise((resolve) => child.stdin!.once('drain', resolve))
  child.stdin!.end()
  assert.equal(await answers, all)
})
