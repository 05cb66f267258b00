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
  const published = article.published ?? day
  const id = JSON.stringify([article.url, article.outlet, published, article.title, article.text.length])
  return handedOut(article, claims, {
    id,
    published,
    heard: `${published}T00:00:00.000Z`,
    idOf: (c) => JSON.stringify([id, c.show, c.season, c.event, c.factuality, c.span.start, c.span.end]),
  })
}

/** What a ledger says of an article that it keeps. */
interface Kept {
  id: string
  /** ISO day, where the article may tell none. */
  published: string
  /** ISO instant. */
  heard: string
  /** The id of a claim of it. */
  idOf: (claim: Claim) => string
}

/** An article's claims as a ledger would hand them out that kept it so. */
export function handedOut(
  article: Article,
  claims: readonly Claim[],
  { id, published, heard, idOf }: Kept,
): LedgerClaim[] {
  const { title, outlet, author, url, modified = null } = article
  const ref = { id, title, outlet, author, url, published, modified, heard, sample: false }
  return claims.map((claim) => ({
    ...claim,
    id: idOf(claim),
    sentenceText: article.text.slice(claim.sentence.start, claim.sentence.end),
    article: ref,
  }))
}
