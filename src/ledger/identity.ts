// Identity by content: the same article and the same claim have the same id in every ledger, whoever added them and when.
import { hash } from 'node:crypto'
import type { Article, Span } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import { ownPage, pageOf, TRACKING } from '../sources/address.ts'
import { pick } from './pick.ts'

const sha256 = (...parts: ReadonlyArray<unknown>): string => hash('sha256', JSON.stringify(parts))

/** Letters of a name that are kept, at most: what is longer names nothing, and would not go into PostgreSQL's indexes. */
export const NAME_LETTERS = 200
const clipped = <T extends string | null>(name: T): T => (name === null ? name : (name.slice(0, NAME_LETTERS) as T))

/** Letters of an address that stand for its page as they are. */
const PAGE_LETTERS = 1000

/** The page of which an article is a version; null for what stands on none of its own. */
export function versionOf(address: string | null): string | null {
  const page = ownPage(address)
  return page !== null && page.length > PAGE_LETTERS ? sha256('page', page) : page
}

/** Without the parameters of TRACKING; what is no web address stays as it is. */
function withoutTracking(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address)
  if (!url?.protocol.startsWith('http')) return address
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  for (const name of tracking) url.searchParams.delete(name)
  return url.href
}

/** Every text in a value as all stores can keep it: no U+0000, no half of a surrogate pair. No text changes its length. */
export const keepable = <T>(value: T): T => (isKeepable(value) ? value : mended(value))

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(isKeepable)
  for (const key in value) if (!isKeepable(value[key as keyof typeof value])) return false
  return true
}

function mended<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\ufffd') as T
  if (Array.isArray(value)) return value.map(mended) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mended(part)])) as T
}

/**
 * An article as the ledger keeps it: every store gives it back exactly so. White space at its end goes, and so does what the
 * address says of how a reader came to it; offsets into the text stay right.
 */
export function keptArticle(article: Article): Article {
  return keepable({
    text: article.text.trimEnd(),
    ...pick(article, 'title', 'author', 'published'),
    publishedAt: article.publishedAt ?? null,
    modified: article.modified ?? null,
    outlet: clipped(article.outlet),
    url: withoutTracking(article.url),
    ...pick(article, 'emphasis', 'headings'),
  })
}

interface Placed {
  show: string
  via: readonly string[]
  platform?: string | null
  span: Span
  sentence: Span
}

/**
 * A claim or a fact as the ledger keeps it.
 * @param text of its article, as that is kept: what stood after its end stands there no more
 */
export function kept<T extends Placed>(told: T, text: string): T {
  const within = ({ start, end }: Span): Span => ({
    start: Math.min(start, text.length),
    end: Math.min(end, text.length),
  })
  const { show, via, platform, span, sentence } = told
  return keepable({
    ...told,
    ...{ show: clipped(show), via: via.map(clipped), span: within(span), sentence: within(sentence) },
    ...(platform ? { platform: clipped(platform) } : {}),
  })
}

/**
 * The id of an article as it is kept: SHA-256 over all of it, where the address counts as the page that it leads to, and hours do
 * not: a page that is saved again with the same words is the same article.
 * @returns 64 hexadecimal digits
 */
export function articleId({ text, title, outlet, author, published, url, emphasis, headings }: Article): string {
  const spans = [emphasis, headings].map((list) => list.map(({ start, end }) => [start, end]))
  return sha256('article 2', text, title, outlet, author, published, pageOf(url) ?? url, spans)
}

/** What a claim says of its show, but for the words: in the order in which ids are made. */
export const saidOf = (c: Claim) => [
  c.season,
  c.event,
  c.factuality,
  c.speaker,
  c.role,
  c.via,
  c.date,
  c.platform,
  c.stage ?? null,
]

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
    ...saidOf(c),
    c.evidence,
    c.span.start,
    c.span.end,
    c.sentence.start,
    c.sentence.end,
  )
}
