// The ready citations of a claim, to copy.
import { html } from 'hono/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import { citationsOf } from '../citations.ts'
import type { Html } from './parts.ts'

const NAMES = {
  plain: 'Plain',
  wikipedia: 'Wikipedia',
  quickstatements: 'Wikidata QuickStatements, to follow a statement',
  bibtex: 'BibTeX',
} as const

/** Folded away until somebody wants to cite. */
export function cite(claim: LedgerClaim): Html {
  const citations = citationsOf(claim)
  return html`<details class="cite"><summary>Cite this</summary>${(Object.keys(NAMES) as Array<keyof typeof NAMES>).map(
    (name) => html`<p>${NAMES[name]}</p><pre tabindex="0"><code>${citations[name]}</code></pre>`,
  )}</details>`
}
