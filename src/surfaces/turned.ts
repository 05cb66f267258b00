// What changed between two days, out of the ledger: only the claims of shows that turned between them are read.
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import type { Change } from '../verdict/changes.ts'
import { changesOf } from '../verdict/changes.ts'
import { spellsOf } from '../verdict/spells.ts'

/**
 * What changed from one ISO day to another, both included.
 * @returns as changesOf() gives it
 */
export async function changesIn(ledger: Ledger, since: string, until: string): Promise<Change[]> {
  await ledger.refresh(spellsOf)
  return changesOfShows(ledger, await ledger.turned(since, until), since, until)
}

/**
 * The same for shows that are known to have turned.
 * @param keys of the shows (catalogue/titles.ts)
 */
export async function changesOfShows(
  ledger: Ledger,
  keys: readonly string[],
  since: string,
  until: string,
): Promise<Change[]> {
  const claims: LedgerClaim[] = []
  for (const show of keys) claims.push(...(await ledger.claims({ show, asOf: until })))
  return changesOf(claims, since, until)
}
