// A full disk: told in one line, nothing acknowledged is lost, and forgotten when there is room again.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import pg from 'pg'
import { openLedger } from '../../src/ledger/open.ts'
import type { Kept } from '../../src/ledger/records.ts'
import { hasSmallDisks, ownPostgres } from '../postgres.ts'
import { keptNo } from './material.ts'

test('SQLite', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-full-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'ledger.db')
  await (await openLedger(path)).close()
  const { exec } = DatabaseSync.prototype
  // SQLite's own limit on the pages of a file: beyond it, it says and does what it does on a full disk.
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql)
    exec.call(this, 'pragma max_page_count = 60')
  }
  const full = await openLedger(path)
  DatabaseSync.prototype.exec = exec
  let kept = 0
  await assert.rejects(
    async () => {
      for (; kept < 1000; kept++) await full.put([keptNo(kept)])
    },
    (error: Error) => {
      assert.match(error.message, /^The ledger .*ledger\.db: the disk is full: make room, nothing was lost$/)
      return true
    },
  )
  assert.ok(kept > 10)
  assert.equal((await full.counts()).articles, kept)
  await full.close()
  const ledger = await openLedger(path)
  assert.equal((await ledger.counts()).articles, kept)
  assert.equal((await ledger.put([keptNo(kept)]))[0]!.added, true)
  await ledger.close()
})

/** An article that no compression makes small. */
function longNo(i: number): Kept {
  const kept = keptNo(i)
  const text = `${kept.article.text}\n\n${randomBytes(150_000).toString('base64')}`
  return { ...kept, article: { ...kept.article, text } }
}

test('PostgreSQL, its data on a small disk of their own', { skip: !hasSmallDisks() }, async (t) => {
  const server = await ownPostgres(56)
  const client = new pg.Client({ connectionString: server.url })
  const ledger = await openLedger(server.url)
  t.after(async () => {
    await Promise.all([client.end(), ledger.close()])
    await server.stop()
  })
  await client.connect()
  await client.query(`create schema other;
    create table other.ballast as select repeat(md5(n::text), 10) as text from generate_series(1, 30000) n`)
  const put = (i: number) => ledger.put([longNo(i)])
  let kept = 0
  const keepAll = async (): Promise<void> => {
    for (; kept < 5_000; kept++) await put(kept)
  }
  const told =
    /^The ledger postgres:\/\/tester@127\.0\.0\.1:\d+\/postgres: the disk is full: make room, nothing was lost$/
  await assert.rejects(keepAll, (error: Error) => told.test(error.message))
  assert.ok(kept > 10)
  // It goes on answering, and refusing.
  const titles = async (): Promise<string[]> => {
    const found: string[] = []
    for await (const { article } of ledger.everything()) found.push(article.title!)
    return found.sort()
  }
  const acknowledged = Array.from({ length: kept }, (_, i) => `No. ${i}`).sort()
  assert.deepEqual(await titles(), acknowledged)
  await assert.rejects(keepAll, (error: Error) => told.test(error.message))
  await client.query('drop table other.ballast')
  assert.equal((await put(kept))[0]!.added, true)
  const again = await openLedger(server.url)
  assert.equal((await again.counts()).articles, kept + 1)
  await again.close()
})
