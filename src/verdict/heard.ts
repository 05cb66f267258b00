// What was read out of an article, as the verdict takes it: for whoever has no ledger that would say so.
import type { Article } from '../article/article.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import type { Claim } from '../reading/claim.ts'

/**
 * An article's claims with the article that they are of, for resolve(), board() and changesOf().
 * @param article as it was read
 * @param claims what read() gave for it
 * @param day ISO day that stands in where the article tells no day of publication
 * @returns claims whose ids are the same for the same words of the same article
 */
export function heardIn(article: Article, claims: readonly Claim[], day: string): LedgerClaim[] {
  const { title, outlet, author, url, modified = null } = article
  const published = article.published ?? day
  const id = JSON.stringify([url, outlet, published, title, article.text.length])
  const ref = {
    id,
    title,
    outlet,
    author,
    url,
    published,
    modified,
    heard: `${published}T00:00:00.000Z`,
    sample: false,
  }
  return claims.map((claim) => ({
    ...claim,
    id: JSON.stringify([id, claim.show, claim.season, claim.event, claim.factuality, claim.span.start, claim.span.end]),
    sentenceText: article.text.slice(claim.sentence.start, claim.sentence.end),
    article: ref,
  }))
}
