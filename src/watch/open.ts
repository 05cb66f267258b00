// Puts together what polls and readings need, on this machine or on several.
import type { Ledger } from '../ledger/ledger.ts'
import { openGate } from '../sources/gate.ts'
import { Polite } from '../sources/polite.ts'
import { openArchived } from './archived.ts'
import { openReading } from './reading.ts'
import type { Tools } from './tools.ts'

/** Milliseconds for which a host is left alone between two requests. */
const PAUSE = 1000

export interface ToolSettings {
  /** The package's folder. */
  root: string
  /** Version of the rules. */
  rules: string
  ledger: Ledger
  /** Of a PostgreSQL database that other processes share; null when this one is alone. */
  shared: string | null
  /** Another pause between two requests to a host. */
  pause?: number
}

export async function openTools({
  root,
  rules,
  ledger,
  shared,
  pause = PAUSE,
}: ToolSettings): Promise<{ tools: Tools; close: () => Promise<void> }> {
  // The client of PostgreSQL is loaded by those who use it.
  const locks = shared === null ? null : (await import('../ledger/host-locks.ts')).hostLocks(shared)
  const now = (): number => Date.now()
  const polite = new Polite({ book: ledger.sources, gate: openGate(pause, locks?.gate), now })
  const [read, readArchived] = [openReading(root), openArchived(root)]
  const tools = { ledger, polite, read, readArchived, rules, now, chance: () => Math.random() }
  return { tools, close: async () => locks?.close() }
}
