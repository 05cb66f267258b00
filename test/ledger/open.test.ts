// Opening: where the ledger lies, several processes at once, versions, and what is said when it cannot be opened.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { migrate } from '../../src/ledger/migrate.ts'
import type { Migration } from '../../src/ledger/migrations.ts'
import { MIGRATIONS } from '../../src/ledger/migrations.ts'
import { ledgerPath, openLedger } from '../../src/ledger/open.ts'
import { sqliteStore } from '../../src/ledger/sqlite.ts'
import { article, claim, HEARD } from './material.ts'

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'bubblewatch-ledger-'))
  t.after(() => rmSync(path, { recursive: true }))
  return path
}

const writer = join(import.meta.dirname, 'writer.ts')
const write = (path: string, name: string, count: number) =>
  promisify(execFile)(process.execPath, [writer, path, name, String(count)])

test('BUBBLEWATCH_DATA names the folder, else the platform does', () => {
  assert.equal(ledgerPath({ BUBBLEWATCH_DATA: '/data/tv' }), join('/data/tv', 'ledger.db'))
  assert.match(ledgerPath({}), /bubblewatch.*ledger\.db$/)
  assert.doesNotMatch(ledgerPath({ BUBBLEWATCH_DATA: '' }), /^ledger\.db$/)
})

test('a ledger is made with its folders, and is there when opened again', async (t) => {
  const path = join(folder(t), 'a', 'b', 'ledger.db')
  const a = article()
  const first = await openLedger(path)
  await first.add(a, [claim(a, 'has renewed')], HEARD)
  await first.close()
  const again = await openLedger({ path })
  assert.equal((await again.claims()).length, 1)
  assert.equal((await again.add(a, [], HEARD)).added, false)
  await again.close()
})

for (const beside of [false, true])
  test(`it writes ahead, syncs in full, waits for others, and minds its references${beside ? ', beside' : ''}`, async (t) => {
    const { db } = sqliteStore(join(folder(t), 'ledger.db'), beside)
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0]!)[0]
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout']
    const found: unknown[] = []
    for (const name of names) found.push(await pragma(name))
    assert.deepEqual(found, ['wal', 2, 1, 10_000])
    await db.destroy()
  })

test('what its thread fails at is told as it is told without one', async (t) => {
  const path = join(folder(t), 'ledger.db')
  writeFileSync(path, 'no database at all, but a text'.repeat(100))
  const told = await Promise.all(
    [false, true].map((beside) =>
      openLedger({ path, beside }).then(
        () => '',
        (error: Error) => error.message,
      ),
    ),
  )
  assert.match(told[0]!, /it is not a database/)
  assert.equal(told[0], told[1])
})

test('beside, bytes and claims are those that were kept', async (t) => {
  const path = join(folder(t), 'ledger.db')
  const ledger = await openLedger({ path, beside: true })
  const a = article()
  const [first, second] = await Promise.all([1, 2].map(() => ledger.add(a, [claim(a, 'has renewed')], HEARD)))
  assert.deepEqual([first!.added, second!.added], [true, false])
  assert.equal((await ledger.article(first!.id))!.article.text, a.text)
  assert.equal((await ledger.claims()).length, 1)
  await ledger.close()
  const again = await openLedger({ path })
  assert.equal((await again.claims()).length, 1)
  await again.close()
})

test('several processes make, open and fill one ledger at once', async (t) => {
  const path = join(folder(t), 'ledger.db')
  await Promise.all(['A', 'B', 'C', 'D'].map((name) => write(path, name, 50)))
  // The same articles once more, while this process reads.
  const ledger = await openLedger(path)
  const again = Promise.all([write(path, 'A', 50), write(path, 'E', 50)])
  for (let i = 0; i < 20; i++) assert.ok((await ledger.claims()).length >= 200)
  await again
  assert.deepEqual(await ledger.counts(), { articles: 250, claims: 250, shows: 1, sample: 0, readings: 250 })
  await ledger.close()
})

test('steps run once, in order, and only those that are lacking', async (t) => {
  const store = sqliteStore(join(folder(t), 'ledger.db'))
  const { db } = store
  const ran: string[] = []
  const step = (name: string): Migration => ({ name, up: async () => void ran.push(name) })
  await migrate(store, [step('one')])
  await migrate(store, [step('one'), step('two'), step('three')])
  await migrate(store, [step('one'), step('two'), step('three')])
  assert.deepEqual(ran, ['one', 'two', 'three'])
  const versions = await db.selectFrom('schema_version').selectAll().orderBy('version').execute()
  assert.deepEqual(
    versions.map((v) => `${v.version} ${v.name}`),
    ['1 one', '2 two', '3 three'],
  )
  const failing: Migration = {
    name: 'four',
    up: async (all) => {
      await all.schema.createTable('half').addColumn('done', 'text').execute()
      throw new Error('no')
    },
  }
  await assert.rejects(migrate(store, [step('one'), step('two'), step('three'), failing]), /^Error: no$/)
  assert.deepEqual(
    (await db.introspection.getTables()).map((table) => table.name),
    ['schema_version'],
  )
  await db.destroy()
})

test('a ledger of a newer Bubblewatch is left alone', async (t) => {
  const path = join(folder(t), 'ledger.db')
  await (await openLedger(path)).close()
  const db = new DatabaseSync(path)
  db.exec(`insert into schema_version values (${MIGRATIONS.length + 1}, 'from the future')`)
  db.close()
  await assert.rejects(
    openLedger(path),
    oneLine(/ledger\.db was written by a newer Bubblewatch .*: update Bubblewatch$/),
  )
})

test('what is no ledger is told in one line, with what to do', async (t) => {
  const here = folder(t)
  const text = join(here, 'text.db')
  writeFileSync(text, 'This is no database, it is a note of some length. '.repeat(30))
  await assert.rejects(openLedger(text), oneLine(/text\.db: it is not a database: move it away/))
  const other = join(here, 'other.db')
  const db = new DatabaseSync(other)
  db.exec('create table recipes (name text)')
  db.close()
  await assert.rejects(
    openLedger(other),
    oneLine(/other\.db is a database, but no ledger of Bubblewatch .*: choose another place/),
  )
  await assert.rejects(
    openLedger(join(text, 'ledger.db')),
    oneLine(/folder .*text\.db cannot be made \(E[A-Z]+\): choose another/),
  )
  await assert.rejects(openLedger(here), oneLine(/it cannot be opened: check/))
})

const oneLine =
  (pattern: RegExp) =>
  (error: Error): boolean => {
    assert.match(error.message, pattern)
    assert.doesNotMatch(error.message, /\n/)
    return true
  }
