// An article's claims as the ledger would hand them out, without a ledger.
import type { Article } from '../../article/article.ts'
import { articleId, claimId } from '../../ledger/identity.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import type { Claim } from '../../reading/claim.ts'

/**
 * An article's claims as the ledger would hand them out, without a ledger.
 * @param today ISO day that stands in for an unknown day of publication
 */
export function asHeard(article: Article, claims: readonly Claim[], today: string): LedgerClaim[] {
  const id = articleId(article)
  const { title, outlet, author, url, published, modified } = article
  const ref = {
    id,
    title,
    outlet,
    author,
    url,
    published: published ?? today,
    modified,
    heard: `${today}T00:00:00.000Z`,
    sample: false,
  }
  return claims.map((claim) => ({
    ...claim,
    id: claimId(id, claim),
    sentenceText: article.text.slice(claim.sentence.start, claim.sentence.end),
    article: ref,
  }))
}
