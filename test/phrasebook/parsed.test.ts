// The parsed copy of a phrase book is used as long as it is that of the same files, and never else.
import assert from 'node:assert/strict'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { bookOf } from '../../src/phrasebook/book.ts'
import { packParsed, readParsed } from '../../src/phrasebook/parsed.ts'

let base: string
let folder: string
let cache: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'bubblewatch-phrases-'))
  folder = join(base, 'xx')
  cache = join(base, 'cache', 'deep')
  mkdirSync(folder)
  write('words.yaml', 'negation: [not, never]\n')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)
const words = (where?: string): unknown => readParsed(folder, where).get('words')
const copyIn = (where: string): string => join(where, readdirSync(where)[0]!)

describe('a phrase book’s files', () => {
  test('are parsed by their names, without a copy too', () => {
    write('weights.json', '{"typing": {"b": -2, "a": 1.5}}')
    write('README.md', 'no part of it')
    assert.deepEqual(
      [...readParsed(folder)],
      [
        ['weights', { typing: { names: 'a~b', values: '1.5~-2' } }],
        ['words', { negation: ['not', 'never'] }],
      ],
    )
  })

  test('are the same from the copy', () => {
    write('odd.yaml', 'names: [24, 1883, 9-1-1, "No", 2031-05-10, ~, "“Q”"]\n')
    const first = readParsed(folder, cache)
    assert.equal(readdirSync(cache).length, 1)
    assert.deepEqual([...readParsed(folder, cache)], [...first])
    assert.deepEqual([...readParsed(folder)], [...first])
  })

  test('are taken from the copy', () => {
    words(cache)
    const path = copyIn(cache)
    writeFileSync(path, readFileSync(path, 'utf8').replace('never', 'nowhere'))
    assert.deepEqual(words(cache), { negation: ['not', 'nowhere'] })
  })

  test('are parsed again when one of them changes, though its time and length stay', () => {
    const then = new Date('2031-01-01')
    utimesSync(join(folder, 'words.yaml'), then, then)
    words(cache)
    write('words.yaml', 'negation: [nor, never]\n')
    utimesSync(join(folder, 'words.yaml'), then, then)
    assert.deepEqual(words(cache), { negation: ['nor', 'never'] })
    assert.equal(readdirSync(cache).length, 1)
  })

  test('are parsed again when one comes or goes', () => {
    words(cache)
    write('more.yaml', 'a: 1\n')
    assert.deepEqual(readParsed(folder, cache).get('more'), { a: 1 })
    rmSync(join(folder, 'more.yaml'))
    assert.equal(readParsed(folder, cache).has('more'), false)
  })

  test('are parsed again when the copy is broken', () => {
    words(cache)
    for (const broken of ['', '{', 'null', '[]', '"x"', readFileSync(copyIn(cache), 'utf8').slice(0, -9)]) {
      writeFileSync(copyIn(cache), broken)
      assert.deepEqual(words(cache), { negation: ['not', 'never'] }, broken)
    }
  })

  test('are parsed where no copy can be kept', () => {
    writeFileSync(join(base, 'cache'), 'a file stands where the folder would')
    assert.deepEqual(words(cache), { negation: ['not', 'never'] })
    const closed = join(base, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    assert.deepEqual(words(join(closed, 'cache')), { negation: ['not', 'never'] })
  })

  test('leave no half-written copy behind', () => {
    words(cache)
    assert.deepEqual(
      readdirSync(cache).filter((name) => !/^xx-[\da-f]{16}\.json$/.test(name)),
      [],
    )
  })

  test('come from the package’s copy before any other, if it is that of the same files', () => {
    packParsed(folder)
    assert.deepEqual(words(cache), { negation: ['not', 'never'] })
    assert.throws(() => readdirSync(cache), 'nothing more is kept')
    write('words.yaml', 'negation: [neither]\n')
    assert.deepEqual(words(), { negation: ['neither'] })
  })

  test('of two books of one name are not mixed up', () => {
    const other = join(base, 'other', 'xx')
    mkdirSync(other, { recursive: true })
    writeFileSync(join(other, 'words.yaml'), 'negation: [no]\n')
    words(cache)
    assert.deepEqual(readParsed(other, cache).get('words'), { negation: ['no'] })
    assert.deepEqual(words(cache), { negation: ['not', 'never'] })
  })

  test('are packed: names by their first words, phrases without the sentences that try them', () => {
    write('networks.yaml', '- {name: Zed TV, kind: streamer, also: [A.Z., zedtv]}\n- {name: Alpha, word: true}\n')
    write(
      'ending.yaml',
      'event: ending\nphrases:\n  - {phrases: [wraps up, "{end}"], examples: [It wraps up.], not: [It ends well.]}\n',
    )
    const files = readParsed(folder)
    assert.equal(files.get('networks'), 'A.Z.|Zed TV|streamer~Alpha|||w~Zed TV||streamer~zedtv|Zed TV|streamer|w')
    const shared = { event: 'ending', factuality: 'yes', theme: 'object', proves: false }
    assert.deepEqual(files.get('ending'), { events: [{ ...shared, phrases: 'wraps up~{end}' }] })
    assert.deepEqual(
      bookOf({ files: Object.fromEntries(files) }).events.map(({ phrase }) => phrase),
      ['wraps up', '{end}'],
    )
  })

  test('say which has what cannot be packed', () => {
    for (const [name, content, fault] of [
      ['networks.yaml', '- {name: "A~B"}', /networks: “A~B” has a “~”/],
      ['series.yaml', 'series: ["A|B"]', /series: “A\|B” has a “\|”/],
      ['odd.yaml', 'event: rebirth\nphrases: [{phrase: back}]', /odd\.yaml: “back”: no event is called “rebirth”/],
      ['hedges.yaml', 'hedges: [{effect: no}]', /hedges\.yaml: an entry has no phrase/],
    ] as const) {
      write(name, content)
      assert.throws(() => readParsed(folder), fault)
      rmSync(join(folder, name))
    }
  })

  test('say which is broken', () => {
    write('bad.yaml', 'a: [1\n')
    assert.throws(() => readParsed(folder), /^Error: phrase book: .*bad\.yaml is no valid YAML: [^\n]+$/)
    rmSync(join(folder, 'bad.yaml'))
    write('bad.json', '{')
    assert.throws(() => readParsed(folder), /bad\.json is no valid JSON/)
  })
})
