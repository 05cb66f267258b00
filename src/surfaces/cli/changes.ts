// `bubblewatch changes`: what changed since a day, a line a change.
import type { Ledger } from '../../ledger/ledger.ts'
import type { Change } from '../../verdict/changes.ts'
import { changesIn, changesOf } from '../../verdict/changes.ts'
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

/**
 * Prints what changed.
 * @throws Error of one line when the first day is after the last
 */
export async function showChanges(
  options: ChangesOptions,
  ledger: Ledger,
  { print, bold, dim }: Terminal,
): Promise<void> {
  const { since, asOf, json } = options
  if (since > asOf)
    throw new Error(`--since ${since} is after ${dateInWords(asOf)}: give an earlier day, or a later one as --as-of`)
  const changes = await changesFor(options, ledger)
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

/** Of what was known then, all is read again; of what is known now, the ledger keeps what changed. */
async function changesFor({ since, asOf, knownAt }: ChangesOptions, ledger: Ledger): Promise<Change[]> {
  if (knownAt) return changesOf(await ledger.claims({ asOf, knownAt }), since, asOf)
  await ledger.refresh(derive)
  return changesIn(await ledger.turns({ since, until: asOf }), since, asOf)
}

function wordsOf({ claim }: Change): string {
  if (!claim) return '; what was said before is too old to count'
  const { evidence, article } = claim
  return `; “${evidence}” — ${chainOf(claim, article.outlet).join(' → ')}, ${dateInWords(article.published)}`
}
