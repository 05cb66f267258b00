// A ledger as lines, and back: the same bytes from every store, and nothing believed that does not hold.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { keepAll, linesOf, readArchive } from '../../src/ledger/archive.ts'
import { exportSchema } from '../../src/ledger/archive-schema.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

async function exported(ledger: Ledger): Promise<string> {
  let text = ''
  for await (const line of linesOf(ledger)) text += line
  return text
}

/** A text in pieces that end anywhere. */
async function* pieces(text: string, length = 1000): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += length) yield text.slice(i, i + length)
}

async function fill(ledger: Ledger): Promise<void> {
  for (let i = 0; i < 230; i++) {
    const modified = [null, '2031-05-10', '2031-05-10T14:05:00.000Z'][i % 3]!
    const publishedAt = i % 2 ? null : '2031-05-10T09:00:00.000Z'
    const a = article({ title: `No. ${i}`, url: i % 3 ? null : `https://a.example/${i}`, publishedAt, modified })
    await ledger.add(a, [claim(a, 'has renewed', { via: ['Deadline'] })], { ...HEARD, sample: i % 5 === 0 })
  }
  const odd = article({ text: `x\0y \ud800 ‘🎬’ \u2028 ${'long '.repeat(1000)}`, title: '../../etc/passwd', url: null })
  const { id } = await ledger.add(odd, [claim(odd, '🎬', { stage: 'filming', why: [] })], HEARD)
  await ledger.reread(id, { reading: 'later', read: '2031-08-01T00:00:00.000Z', claims: [] })
}

onEachStore((store) => {
  test('round trip: the same bytes, from this store and the other', async () => {
    const ledger = await store.ledger()
    await fill(ledger)
    const text = await exported(ledger)
    assert.equal(text.split('\n').length, 1 + 231 + 1 + 1)
    for (const back of [await store.ledger(), await openLedger(':memory:')]) {
      assert.deepEqual(await keepAll(readArchive(pieces(text), true), back), { all: 231, added: 231 })
      assert.equal(await exported(back), text)
      assert.deepEqual(await back.claims(), await ledger.claims())
      assert.deepEqual(await back.counts(), await ledger.counts())
      // Importing twice is importing once.
      assert.deepEqual(await keepAll(readArchive(pieces(text, 7919), true), back), { all: 231, added: 0 })
      assert.equal(await exported(back), text)
    }
  })
})

test('every line fits the published JSON Schema, and what the import refuses for its shape does not', async () => {
  const ledger = await openLedger(':memory:')
  await fill(ledger)
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const fits = ajv.compile(exportSchema())
  const lines = (await exported(ledger))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(lines.length, 233)
  for (const line of lines) assert.ok(fits(line), JSON.stringify(fits.errors))
  const article = lines.find((line) => line.readings?.[0].claims.length)
  for (const change of [
    { path: '../../.bashrc' },
    { heard: 'yesterday' },
    { readings: [] },
    { article: { ...article.article, published: '31 May' } },
    { article: { ...article.article, modified: 'yesterday' } },
    { article: { ...article.article, publishedAt: '2031-05-10' } },
    { article: { ...article.article, text: 7 } },
  ])
    assert.equal(fits({ ...article, ...change }), false, JSON.stringify(change))
})

test('what does not hold is refused with its line, and no article after it is kept', async () => {
  const ledger = await openLedger(':memory:')
  const a = article()
  await ledger.add(a, [claim(a, 'has renewed')], HEARD)
  const good = await exported(ledger)
  const [header, line, end] = good.trimEnd().split('\n') as [string, string, string]
  // biome-ignore lint/suspicious/noExplicitAny: whatever a hostile line may hold
  type Line = Record<string, any>
  const changed = (change: (line: Line) => void): string => {
    const value: Line = JSON.parse(line)
    change(value)
    return [header, JSON.stringify(value), end].join('\n')
  }
  const first = (l: Line): Line => l.readings[0].claims[0]
  const refused: Array<[RegExp, string]> = [
    [/^it is empty$/, ''],
    [/^line 1: not JSON$/, 'hello'],
    [/^line 1: no export of a ledger/, '{"bubblewatch":"ledger","format":99}\n'],
    [/^line 1: no export of a ledger/, line],
    [/^line 2: not JSON$/, `${header}\n${line.slice(0, 90)}`],
    [/^it has been cut off/, `${header}\n${line}\n`],
    [/^line 3: the end does not fit/, `${header}\n${line}\n${end.replace(/:1,/, ':2,')}`],
    [/^line 2: the end does not fit/, `${header}\n${end}`],
    [/^line 4: something follows the end$/, `${good}${line}\n`],
    [/^line 3: the end does not fit/, changed((l) => (l.heard = '2031-05-11T08:00:00.001Z'))],
    [/^line 2: the id is not that of this article$/, changed((l) => (l.article.text += '!'))],
    [/^line 2: the id is not that of this claim$/, changed((l) => (first(l).factuality = 'no'))],
    [/^line 2: readings\.0\.claims\.0\.event: /, changed((l) => (first(l).event = 'murder'))],
    [/^line 2: readings: /, changed((l) => (l.readings = []))],
    [/^line 2: the same rules have read it twice$/, changed((l) => l.readings.push(l.readings[0]))],
    [/^line 2: heard: /, changed((l) => (l.heard = 'yesterday'))],
    [/^line 2: the line: Unrecognized key/, changed((l) => (l.path = '../../.bashrc'))],
    [/^line 2: article\.modified: /, changed((l) => (l.article.modified = '10 May'))],
    [/^line 2: article\.published: /, changed((l) => (l.article.published = '2031-02-31'))],
  ]
  for (const [message, text] of refused) {
    const target = await openLedger(':memory:')
    await assert.rejects(keepAll(readArchive(pieces(text), true), target), (error: Error) => {
      assert.match(error.message, message)
      assert.doesNotMatch(error.message, /\n/)
      return true
    })
    assert.equal((await target.counts()).articles, 0)
    await target.close()
  }
})

test('an export of format 1, which knew no hours, is imported as ever', async () => {
  const ledger = await openLedger(':memory:')
  const a = article({ publishedAt: '2031-05-10T09:00:00.000Z', modified: '2031-05-10T14:05:00.000Z' })
  await ledger.add(a, [claim(a, 'has renewed')], HEARD)
  const [header, line] = (await exported(ledger)).split('\n').map((text) => text && JSON.parse(text))
  assert.deepEqual(header, { bubblewatch: 'ledger', format: 2 })
  assert.deepEqual([line.article.publishedAt, line.article.modified], [a.publishedAt, a.modified])
  const { publishedAt: _, modified: __, ...old } = line.article
  const lines = [
    { ...header, format: 1 },
    { ...line, article: old },
  ]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('')
  const end = { articles: 1, sha256: createHash('sha256').update(lines).digest('hex') }
  const back = await openLedger(':memory:')
  const whole = pieces(`${lines}${JSON.stringify(end)}\n`)
  assert.deepEqual(await keepAll(readArchive(whole, true), back), { all: 1, added: 1 })
  const [of] = await back.claims()
  assert.deepEqual([of!.article.id, of!.article.modified], [line.id, null])
  // What a newer export knows is added to it.
  assert.deepEqual(await keepAll(readArchive(pieces(await exported(ledger)), true), back), { all: 1, added: 0 })
  assert.equal(await exported(back), await exported(ledger))
})

test('evidence must stand where it says, whatever the ids', async () => {
  const ledger = await openLedger(':memory:')
  const a = article()
  await ledger.add(a, [{ ...claim(a, 'has renewed'), evidence: 'has cancelled' }], HEARD)
  const text = await exported(ledger)
  await assert.rejects(
    keepAll(readArchive(pieces(text), true), await openLedger(':memory:')),
    /^Error: line 2: a claim’s evidence does not stand where it says$/,
  )
})

test('a line without end is given up before it fills the memory', async () => {
  async function* endless(): AsyncGenerator<string> {
    yield '{"bubblewatch":"ledger","format":1}\n'
    for (;;) yield 'x'.repeat(1 << 20)
  }
  await assert.rejects(
    keepAll(readArchive(endless(), true), await openLedger(':memory:')),
    /^Error: a line is longer than \d+ characters$/,
  )
})
