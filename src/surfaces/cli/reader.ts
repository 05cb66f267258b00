// The reading as the commands use it: an article goes in, its claims come out, as the ledger would keep them if it is asked to.
import { join } from 'node:path'
import envPaths from 'env-paths'
import type { Article } from '../../article/article.ts'
import { articleId, claimId } from '../../ledger/identity.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import { loadPhraseBook } from '../../phrasebook/load.ts'
import type { Claim } from '../../reading/claim.ts'
import type { Whole } from '../../reading/facts/read-facts.ts'
import { readWhole } from '../../reading/facts/read-facts.ts'
import type { Knowledge } from '../../reading/knowledge.ts'
import { compile } from '../../reading/knowledge.ts'
import { read } from '../../reading/read.ts'

export type Reader = (article: Article) => Claim[]

/**
 * Loads the phrase book and makes a reader of it.
 * @param root the package's folder
 * @throws Error in one line when the phrase book is damaged
 */
export function openReader(root: string): Reader {
  const knowledge = load(root)
  return (article) => read(article, knowledge)
}

export type WholeReader = (article: Article) => Whole

/** The same for a reader that also tells the facts beside the claims, and what it passed over. */
export function openExplainer(root: string): WholeReader {
  const knowledge = load(root)
  return (article) => readWhole(article, knowledge)
}

const load = (root: string): Knowledge =>
  compile(loadPhraseBook(join(root, 'phrases', 'en'), envPaths('bubblewatch', { suffix: '' }).cache))

/**
 * An article's claims as the ledger would hand them out, without a ledger.
 * @param today ISO day that stands in for an unknown day of publication
 */
export function asHeard(article: Article, claims: readonly Claim[], today: string): LedgerClaim[] {
  const id = articleId(article)
  const { title, outlet, author, url, published } = article
  const ref = {
    id,
    title,
    outlet,
    author,
    url,
    published: published ?? today,
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
