// A watcher over a ledger, with a clock that the test sets.
import { join } from 'node:path'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openGate } from '../../src/sources/gate.ts'
import { Polite } from '../../src/sources/polite.ts'
import { openArchived } from '../../src/watch/archived.ts'
import { openReading } from '../../src/watch/reading.ts'
import type { Tools } from '../../src/watch/tools.ts'

const ROOT = join(import.meta.dirname, '../..')
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

const reading = openReading(ROOT)
const archived = openArchived(ROOT)

/** Milliseconds since 1970: after what the test's web published. */
export const START = Date.parse('2031-05-20T12:00:00Z')

export interface Clock {
  now: number
}

/** Tools whose time is the clock's. */
export function toolsFor(ledger: Ledger, clock: Clock, milliseconds = 1000): Tools {
  const now = (): number => clock.now
  const polite = new Polite({ book: ledger.sources, gate: openGate(0), now, milliseconds })
  return { ledger, polite, read: reading, readArchived: archived, rules: 'test', now, chance: () => 0 }
}

/** How often each headline is in the ledger. */
export async function headlines(ledger: Ledger): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for await (const { article } of ledger.everything()) {
    const title = article.title ?? ''
    found.set(title, (found.get(title) ?? 0) + 1)
  }
  return found
}
