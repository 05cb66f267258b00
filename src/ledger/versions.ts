// The versions of a page: what an edit brought in, and what it took out.
//
// A claim counts once however many versions repeat it, from the version that had it first. One that a later version lacks is
// withdrawn on the day that version was heard; one that a later version brought in counts from that day.
import { showKey } from '../catalogue/titles.ts'
import { saidOf } from './identity.ts'
import type { LedgerClaim } from './records.ts'

/** An article as a version of its page. */
export interface Version {
  id: string
  page: string
  /** ISO instant. */
  heard: string
}

const squash = (text: string): string => text.normalize('NFKC').replace(/\W+/g, ' ').trim().toLowerCase()

/** What a claim says, wherever in the text it stands. */
const saying = (c: LedgerClaim): string => JSON.stringify([showKey(c.show), ...saidOf(c), squash(c.evidence)])

/**
 * Settles the claims of pages that have several versions.
 * @param claims of any articles
 * @param versions of the pages that have more than one, in any order; those without claims included
 * @returns the claims that count, each once, with the day from which it counts, and marked where withdrawn; in the order of before
 */
export function settle(claims: readonly LedgerClaim[], versions: readonly Version[]): LedgerClaim[] {
  if (!versions.length) return [...claims]
  const of = Map.groupBy(claims, (claim) => claim.article.id)
  const settled = new Map<LedgerClaim, LedgerClaim | null>()
  for (const page of Map.groupBy(versions, (version) => version.page).values()) {
    if (page.length < 2) continue
    page.sort((a, b) => (a.heard < b.heard || (a.heard === b.heard && a.id < b.id) ? -1 : 1))
    let standing = new Map<string, LedgerClaim>()
    for (const [i, { id, heard }] of page.entries()) {
      const day = heard.slice(0, 10)
      const now = new Map<string, LedgerClaim>()
      for (const claim of of.get(id) ?? []) {
        const said = saying(claim)
        const kept = standing.get(said) ?? now.get(said)
        // What stood already, or stands twice in one version, is the same claim.
        settled.set(claim, kept ? null : i === 0 || claim.article.published >= day ? claim : from(claim, day))
        now.set(said, kept ?? claim)
      }
      for (const [said, claim] of standing)
        if (!now.has(said)) settled.set(claim, { ...settled.get(claim)!, withdrawn: day })
      standing = now
    }
  }
  return claims.flatMap((claim) => {
    const as = settled.get(claim)
    return as === null ? [] : [as ?? claim]
  })
}

const from = (claim: LedgerClaim, day: string): LedgerClaim => ({
  ...claim,
  article: { ...claim.article, published: day },
})
