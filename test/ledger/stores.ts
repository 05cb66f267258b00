// The stores that the tests of the ledger run on, each test on an empty one.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { postgresDatabase } from '../postgres.ts'

export interface StoreUnderTest {
  name: 'SQLite' | 'PostgreSQL'
  /** A place for a new ledger, as openLedger takes it. */
  place(): Promise<string>
  /** A new ledger, closed when the tests of this store are over. */
  ledger(): Promise<Ledger>
}

/** Runs tests on SQLite and on PostgreSQL. */
export function onEachStore(tests: (store: StoreUnderTest) => void): void {
  for (const name of ['SQLite', 'PostgreSQL'] as const)
    describe(name, () => {
      const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-store-'))
      const open: Ledger[] = []
      after(async () => {
        for (const ledger of open) await ledger.close()
        rmSync(folder, { recursive: true, maxRetries: 3 })
      })
      const place = async (): Promise<string> =>
        name === 'SQLite' ? join(folder, randomUUID(), 'ledger.db') : postgresDatabase()
      const ledger = async (): Promise<Ledger> => {
        const made = await openLedger(await place())
        open.push(made)
        return made
      }
      tests({ name, place, ledger })
    })
}
