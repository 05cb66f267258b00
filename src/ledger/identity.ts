// Identity by content: the same article and the same claim have the same id in every ledger, whoever added them and when.
import { createHash } from 'node:crypto'
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'

const sha256 = (...parts: ReadonlyArray<unknown>): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const squash = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(utm_|fbclid$|gclid$|mc_[ce]id$|ref$|cmpid$)/

/** A page's address without what varies from one link to the next; null for what is no web address. */
function pageOf(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address)
  if (!url?.protocol.startsWith('http')) return null
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort()
  const host = url.host.replace(/^www\./, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${query.length ? `?${new URLSearchParams(query)}` : ''}`
}

/**
 * The id of an article: SHA-256 over its text (Unicode NFC, white space squashed), its outlet, its page or else its title, and
 * its day of publication: a text that comes with another day would otherwise count from whichever day was heard first.
 * @returns 64 hexadecimal digits
 */
export function articleId(article: Article): string {
  const page = pageOf(article.url)
  return sha256(
    'article',
    squash(article.text),
    squash(article.outlet ?? '').toLowerCase(),
    page ?? squash(article.title ?? ''),
    article.published,
  )
}

/**
 * The id of a claim: SHA-256 over the article's id and what the claim says and where. The steps that made it are left out: a
 * later version of the rules that comes to the same claim by other steps has made the same claim.
 * @returns 64 hexadecimal digits
 */
export function claimId(article: string, c: Claim): string {
  return sha256(
    'claim',
    article,
    c.show,
    c.season,
    c.event,
    c.factuality,
    c.speaker,
    c.role,
    c.via,
    c.date,
    c.platform,
    c.stage ?? null,
    c.evidence,
    c.span.start,
    c.span.end,
    c.sentence.start,
    c.sentence.end,
  )
}
