// An article's claims as the ledger would hand them out, without a ledger.
import type { Article } from '../../article/article.ts'
import { articleId, claimId } from '../../ledger/identity.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import type { Claim } from '../../reading/claim.ts'
import { handedOut } from '../../verdict/heard.ts'

/**
 * An article's claims as the ledger would hand them out, without a ledger.
 * @param today ISO day that stands in for an unknown day of publication
 */
export function asHeard(article: Article, claims: readonly Claim[], today: string): LedgerClaim[] {
  const id = articleId(article)
  return handedOut(article, claims, {
    id,
    published: article.published ?? today,
    heard: `${today}T00:00:00.000Z`,
    idOf: (claim) => claimId(id, claim),
  })
}
