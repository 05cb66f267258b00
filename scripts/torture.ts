// `npm run torture`: processes that keep articles are killed (SIGKILL), 200 times at random and once at every named step, on each
// store; after each the ledger must open within two seconds with nothing acknowledged lost, nothing half, nothing twice.
// Restores, imports and backups are killed likewise, a tenth as often: the target is then as it was or as it was to be.
// `npm run torture -- 20` kills 20 times. The short form is among the tests (test/torture).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../test/postgres.ts'
import type { Kill } from '../test/torture/archives.ts'
import { killBackups, killImports, killRestores } from '../test/torture/archives.ts'
import { Victim } from '../test/torture/harness.ts'
import { ARCHIVE_STEPS, FILE_STEPS, STEPS } from '../test/torture/steps.ts'

const kills = Number(process.argv[2] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-torture-'))
const server = await startPostgres()
let places = 0

async function place(store: string): Promise<string> {
  const name = `torture_${places++}`
  if (store === 'SQLite') return join(folder, name, 'ledger.db')
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return Object.assign(new URL(server.url), { pathname: `/${name}` }).href
}

try {
  for (const store of ['SQLite', 'PostgreSQL']) {
    let slowest = 0
    const next = () => place(store)
    const random = (most: number): Kill[] => Array.from({ length: kills / 10 }, () => ({ after: Math.random() * most }))
    const steps = Object.keys(ARCHIVE_STEPS).map((step) => ({ step }))
    const ends = await killRestores(folder, next, [...steps, ...random(500)])
    console.log(`${store}: ${ends.old + ends.new} restores killed, ${ends.new} of them done, none by half`)
    // The outlets are known to the ledger into which is imported.
    const imports = [...steps.filter(({ step }) => !step.includes('outlets')), ...random(500)]
    await killImports(folder, next, imports)
    console.log(`${store}: ${imports.length} imports killed, nothing lost, each done by importing again`)
    const backups = [...Object.keys(FILE_STEPS).map((step) => ({ step })), ...random(300)]
    await killBackups(folder, next, backups)
    console.log(`${store}: ${backups.length} backups killed, the file always whole`)
    for (const step of Object.keys(STEPS)) {
      const victim = new Victim(await place(store))
      await victim.round({ step })
      await victim.finish()
      slowest = Math.max(slowest, victim.slowest)
    }
    console.log(`${store}: killed at ${Object.keys(STEPS).length} named steps, opened within ${slowest.toFixed(0)} ms`)
    // A ledger of its own for every twenty: what is killed is the start of a ledger too.
    let acknowledged = 0
    for (let i = 0; i < kills; ) {
      const victim = new Victim(await place(store))
      for (const end = Math.min(kills, i + 20); i < end; i++) await victim.round({ after: Math.random() * 150 })
      await victim.finish()
      slowest = Math.max(slowest, victim.slowest)
      acknowledged += victim.acknowledged
    }
    console.log(
      `${store}: killed ${kills} times at random, ${acknowledged} articles acknowledged and none lost, opened within ${slowest.toFixed(0)} ms`,
    )
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
