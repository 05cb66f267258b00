// The command as a whole: version, help, wrong usage; and the library's front doors.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import * as library from '../src/index.ts'
import * as reading from '../src/reading/index.ts'
import * as verdict from '../src/verdict/index.ts'
import { ARTICLE, Place, ROOT } from './surfaces/command.ts'

const place = new Place()
after(() => place.remove())

test('--version and --help', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  assert.deepEqual(await place.run(['--version']), { code: 0, out: `${version}\n`, err: '' })
  const { code, out } = await place.run(['--help'])
  assert.equal(code, 0)
  for (const word of ['read', 'add', 'status', 'sample', 'serve', 'Examples:', 'BUBBLEWATCH_DATA'])
    assert.ok(out.includes(word), word)
})

test('wrong usage is one line on stderr, and exit code 2', async () => {
  const wrong = [
    ['raed', 'x'],
    ['read', 'x', '--frobnicate'],
    ['read', 'x', '--published', '12.5.2031'],
    ['read', 'x', '--json', '--jsonl'],
    ['status'],
    ['status', 'X', '--as-of', '2016-02-30'],
    ['status', 'X', '--season', 'two'],
    ['status', 'X', '--season', '0'],
    ['serve', '--port', '99999'],
  ]
  for (const args of wrong) {
    const { code, out, err } = await place.run(args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, /^bubblewatch: [^\n]+ \(bubblewatch --help tells what there is\)\n$/, args.join(' '))
  }
})

test('no command at all prints the help, and is wrong usage', async () => {
  const { code, err } = await place.run([])
  assert.equal(code, 2)
  assert.match(err, /^Usage: bubblewatch/)
})

test('the library reads and judges without the command', () => {
  const knowledge = library.english()
  const article = library.fromText(ARTICLE, { outlet: 'Signal & Reel', published: '2031-05-12' })
  assert.ok(
    library.read(article, knowledge).some((claim) => claim.show === 'Glass Harbor' && claim.event === 'renewal'),
  )
  assert.equal(
    library.headline(library.resolve([], { show: 'Glass Harbor', season: 2, day: '2031-05-12' })),
    'Nothing heard',
  )
  for (const part of [reading, verdict]) {
    for (const [name, value] of Object.entries(part))
      assert.equal((library as Record<string, unknown>)[name], value, name)
  }
})
