// The short form of `npm run torture`.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { openLedger } from '../../src/ledger/open.ts'
import { onEachStore } from '../ledger/stores.ts'
import { Victim } from './harness.ts'
import { keptNo } from './material.ts'
import { STEPS } from './steps.ts'

onEachStore((store) => {
  test('killed at every named step: nothing acknowledged is lost, nothing is half or twice', async () => {
    for (const step of Object.keys(STEPS)) {
      const victim = new Victim(await store.place())
      await victim.round({ step })
      await victim.finish()
    }
  })

  test('killed six times at random, one ledger', async () => {
    const victim = new Victim(await store.place())
    for (const after of [0, 3, 11, 29, 53, 97]) await victim.round({ after })
    assert.ok(victim.acknowledged > 0)
    await victim.finish()
  })
})

test('a full disk is told in one line, loses nothing, and is forgotten when there is room again', async (t) => {
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
