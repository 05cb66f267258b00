// Claims in a row, the newest first.
import { html } from 'hono/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import type { Html } from './parts.ts'
import { claimItem, nothing, pager } from './parts.ts'

const PER_PAGE = 100

/**
 * A timeline.
 * @param claims the oldest first
 * @param page counted from 1
 * @param path the address of another page of it
 * @param about what stands before a claim's words: its season, where there are several
 */
export function timeline(
  claims: readonly LedgerClaim[],
  page: number,
  path: (page: number) => string,
  about: (claim: LedgerClaim) => Html = () => nothing,
): Html {
  const pages = Math.ceil(claims.length / PER_PAGE)
  const some = claims.toReversed().slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return html`<ol class="timeline">${some.map((claim) => claimItem(claim, about(claim)))}</ol>${pages > 1 ? pager(page, pages, path) : nothing}`
}
