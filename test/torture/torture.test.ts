// The short form of `npm run torture`.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { onEachStore } from '../ledger/stores.ts'
import { killBackups, killImports, killRestores } from './archives.ts'
import { Victim } from './harness.ts'
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
