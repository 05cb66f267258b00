// `bubblewatch changes`: what changed since a day, a line a change.
import type { Ledger } from '../../ledger/ledger.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import type { Change } from '../../verdict/changes.ts'
import { changesOf } from '../../verdict/changes.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { derive } from '../../verdict/spells.ts'
import { changeRecord } from '../records.ts'
import { capital, chainOf, changeInWords, nameOf } from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

export interface ChangesOptions {
  /** ISO days, both included. */
  since: string
  asOf: string
  /** ISO instant: what had been heard, and how it was read, by then. */
  knownAt?: string
  json?: boolean
}

/** Prints what changed. */
export async function showChanges(
  { since, asOf, knownAt, json }: ChangesOptions,
  ledger: Ledger,
  { print, bold, dim }: Terminal,
): Promise<void> {
  const changes = changesOf(await claimsFor(since, asOf, knownAt, ledger), since, asOf)
  if (json) {
    print(JSON.stringify({ since, day: asOf, changes: changes.map(changeRecord) }, null, 2))
    return
  }
  if (!changes.length) print(`Nothing changed from ${dateInWords(since)} to ${dateInWords(asOf)}.`)
  let day = ''
  for (const change of changes) {
    if (change.day !== day) print(dim(dateInWords(change.day)))
    day = change.day
    print(`  ${capital(oneLine(nameOf(change)))}: ${bold(oneLine(changeInWords(change)))}${oneLine(wordsOf(change))}`)
  }
}

/** The claims of every show of which something may have changed; of what was known then, all. */
async function claimsFor(
  since: string,
  asOf: string,
  knownAt: string | undefined,
  ledger: Ledger,
): Promise<LedgerClaim[]> {
  if (knownAt) return ledger.claims({ asOf, knownAt })
  await ledger.refresh(derive)
  const claims: LedgerClaim[] = []
  for (const show of await ledger.turned(since, asOf)) claims.push(...(await ledger.claims({ show, asOf })))
  return claims
}

function wordsOf({ claim }: Change): string {
  if (!claim) return '; what was said before is too old to count'
  const { evidence, article } = claim
  return `; “${evidence}” — ${chainOf(claim, article.outlet).join(' → ')}, ${dateInWords(article.published)}`
}
