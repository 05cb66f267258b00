// `bubblewatch export`, `import`, `backup` and `restore`, end to end.
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { postgresDatabase } from '../postgres.ts'
import { ARTICLE, Place } from './command.ts'

/** Every file below a folder. */
const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).sort()

describe('a ledger out and in again', () => {
  const place = new Place()
  const backup = join(place.folder, 'ledger.gz')
  const elsewhere = { BUBBLEWATCH_DATA: join(place.folder, 'elsewhere') }
  after(() => place.remove())
  before(async () => {
    await place.run(['sample'])
    const edited = `---\npublished: 2024-05-03T09:00:00Z\nmodified: 2024-05-03T14:05:00Z\n---\n${ARTICLE}`
    await place.run(['add', place.file('news.md', edited)])
  })

  test('a backup restored is the same ledger, to the byte', async () => {
    const { code, out } = await place.run(['backup', backup])
    assert.equal(code, 0)
    assert.match(out, /^Backed up 29 articles with \d+ claims to /)
    const restored = await place.run(['restore', backup], { env: elsewhere })
    assert.match(restored.out, /^Restored 29 articles with \d+ claims\.\n$/)
    const [here, there] = await Promise.all([place.run(['export']), place.run(['export'], { env: elsewhere })])
    assert.equal(there.out, here.out)
    for (const hour of ['"publishedAt":"2024-05-03T09:00:00.000Z"', '"modified":"2024-05-03T14:05:00.000Z"'])
      assert.ok(there.out.includes(hour), hour)
    assert.equal(gunzipSync(readFileSync(backup)).toString(), here.out)
    // What has been restored already may be restored again: a restore that was stopped goes on.
    assert.equal((await place.run(['restore', backup], { env: elsewhere })).code, 0)
  })

  test('from this machine’s file to PostgreSQL and back: the same ledger', async () => {
    const env = { DATABASE_URL: await postgresDatabase() }
    assert.match((await place.run(['restore', backup], { env })).out, /^Restored 29 articles/)
    assert.equal((await place.run(['export'], { env })).out, gunzipSync(readFileSync(backup)).toString())
    const nowhere = await place.run(['export'], { env: { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/b' } })
    assert.match(
      nowhere.err,
      /^bubblewatch: The ledger postgres:\/\/a@127\.0\.0\.1:1\/b: nothing listens there: [^\n]+\n$/,
    )
    const other = await place.run(['export'], { env: { DATABASE_URL: 'mysql://x' } })
    assert.match(other.err, /^bubblewatch: DATABASE_URL names no store of Bubblewatch’s: [^\n]+\n$/)
  })

  test('an export goes in through a pipe, and a second time changes nothing', async () => {
    const { out } = await place.run(['export'])
    const env = { BUBBLEWATCH_DATA: join(place.folder, 'third') }
    assert.equal(
      (await place.run(['import', '-'], { input: out, env })).out,
      'Imported 29 articles: 29 new, 0 known.\n',
    )
    assert.equal((await place.run(['import', backup], { env })).out, 'Imported 29 articles: 0 new, 29 known.\n')
  })

  test('what is restored into a ledger that holds something else is refused', async () => {
    const env = { BUBBLEWATCH_DATA: join(place.folder, 'fourth') }
    await place.run(['add', place.file('other.txt', `${ARTICLE}\nMore.`), '--published', '2031-05-12'], { env })
    const { code, err } = await place.run(['restore', backup], { env })
    assert.equal(code, 1)
    assert.match(
      err,
      /^bubblewatch: .*ledger\.gz: the ledger holds 1 article of which some are not in this backup: [^\n]+\n$/,
    )
    assert.match((await place.run(['status', 'Glass Harbor', '--as-of', '2032-01-01'], { env })).out, /Season 2/)
  })

  test('damaged, cut off, no backup at all: one line, and nothing is kept', async () => {
    const whole = readFileSync(backup)
    const damaged = Buffer.from(whole)
    damaged[whole.length >> 1]! ^= 0xff
    const text = gunzipSync(whole).toString()
    const bad: Array<[string, Uint8Array | string, RegExp]> = [
      ['cut.gz', whole.subarray(0, whole.length >> 1), /cut off/],
      ['damaged.gz', damaged, /: ./],
      ['half.ndjson', text.slice(0, text.length >> 1), /line \d+: not JSON/],
      [
        'hostile.gz',
        gzipSync(text.replace('"Netflix"', '"../../../etc/passwd"')),
        /line \d+: the id is not that of this/,
      ],
      ['latin.txt', Buffer.from([0x7b, 0xe9, 0x7d]), /no text in UTF-8/],
      ['empty.gz', '', /it is empty/],
    ]
    for (const [name, content, message] of bad) {
      const file = place.file(name, content)
      const env = { BUBBLEWATCH_DATA: join(place.folder, `for-${name}`) }
      const { code, err } = await place.run(['restore', file], { env })
      assert.equal(code, 1)
      assert.match(err, new RegExp(`^bubblewatch: .*${name}: [^\\n]+\\n$`))
      assert.match(err, message)
      assert.equal((await place.run(['export'], { env })).out.split('\n').length, 3)
    }
    assert.match((await place.run(['restore', 'gone.gz'])).err, /gone\.gz: there is no such file or folder\n$/)
  })

  test('nothing is written but the ledger and the file that was named, and nothing through a link', async () => {
    const [target, outside] = [join(place.folder, 'target'), join(place.folder, 'outside')]
    mkdirSync(target)
    writeFileSync(outside, 'untouched')
    symlinkSync(outside, join(target, 'link.gz'))
    const text = gunzipSync(readFileSync(backup)).toString()
    const hostile = place.file('hostile.ndjson', text.replaceAll('Bubblewatch sample', '../../outside'))
    const beforehand = filesIn(place.folder)
    await place.run(['import', hostile], { env: { BUBBLEWATCH_DATA: target } })
    await place.run(['backup', join(target, 'link.gz')])
    await place.run(['backup', join(target, 'no', 'such', 'folder.gz')])
    assert.equal(readFileSync(outside, 'utf8'), 'untouched')
    const fresh = filesIn(place.folder).filter((file) => !beforehand.includes(file))
    assert.deepEqual(fresh, [join('target', 'ledger.db')])
  })

  test('the schema is published', async () => {
    const { out } = await place.run(['export', '--schema'])
    assert.equal(JSON.parse(out).$schema, 'https://json-schema.org/draft/2020-12/schema')
  })
})
