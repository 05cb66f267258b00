// The short form of `npm run torture`.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { openLedger } from '../../src/ledger/open.ts'
import { onEachStore } from '../ledger/stores.ts'
import { killBackups, killImports, killRestores } from './archives.ts'
import { Victim } from './harness.ts'
import { keptNo } from './material.ts'
import { ARCHIVE_STEPS, FILE_STEPS, STEPS } from './steps.ts'

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

  test('a restore that is killed at any named step has been done or has not', async (t) => {
    const steps = Object.keys(ARCHIVE_STEPS).map((step) => ({ step }))
    const ends = await killRestores(scratch(t), store.place, steps)
    assert.deepEqual(ends, { old: steps.length - 1, new: 1 })
  })

  test('an import that is killed loses nothing, and is done by importing again', async (t) => {
    const steps = ['in the second piece', 'after the claims', 'before it is committed', 'between two pieces']
    await killImports(
      scratch(t),
      store.place,
      steps.map((step) => ({ step })),
    )
  })

  test('a backup that is killed leaves the one before, or the new one', async (t) => {
    const steps = Object.keys(FILE_STEPS).map((step) => ({ step }))
    await killBackups(scratch(t), store.place, [...steps, { after: 5 }])
  })
})

function scratch(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-archives-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

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
