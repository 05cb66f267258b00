// `npm run torture`: processes that keep articles are killed (SIGKILL), 200 times at random and once at every named step, on each
// store; after each the ledger must open within two seconds with nothing acknowledged lost, nothing half, nothing twice.
// `npm run torture -- 20` kills 20 times. The short form is among the tests (test/torture).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../test/postgres.ts'
import { Victim } from '../test/torture/harness.ts'
import { STEPS } from '../test/torture/steps.ts'

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
