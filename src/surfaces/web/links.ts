// Addresses: of our own pages, and into the originals.
import { showKey } from '../../catalogue/titles.ts'
import type { BoardSort } from '../../ledger/ledger.ts'
import type { LedgerClaim } from '../../ledger/records.ts'

/** What a page was asked for beside its path. */
export interface Asked {
  /** ISO day; null for today. */
  asOf: string | null
  /** Search, as typed. */
  query?: string
  /** One fate alone. */
  fate?: string
  /** One platform alone, and one year of premieres. */
  platform?: string
  year?: string
  /** What changed in the week to the day alone, and what the reader follows alone. */
  turned?: boolean
  followed?: boolean
  /** The newest change first when left out. */
  sort?: BoardSort
  /** All fates in one table, or each in a column; one below the other when left out. */
  table?: boolean
  columns?: boolean
  /** Counted from 1. */
  page?: number
}

function withQuery(path: string, asked: Asked): string {
  const { asOf, query, fate, page, platform, year, sort } = asked
  const parameters = new URLSearchParams()
  if (query) parameters.set('q', query)
  if (fate) parameters.set('fate', fate)
  if (platform) parameters.set('platform', platform)
  if (year) parameters.set('year', year)
  if (asked.turned) parameters.set('turned', '1')
  if (asked.followed) parameters.set('followed', '1')
  if (sort && sort !== 'newest') parameters.set('sort', sort)
  if (asked.table) parameters.set('view', 'table')
  else if (asked.columns) parameters.set('view', 'columns')
  if (page && page > 1) parameters.set('page', String(page))
  if (asOf) parameters.set('as_of', asOf)
  return parameters.size ? `${path}?${parameters}` : path
}

export const boardPath = (asked: Asked): string => withQuery('/', asked)

/** @param show a title in any spelling, or a key */
export const showPath = (show: string, { asOf, page }: Asked): string =>
  withQuery(`/show/${encodeURIComponent(showKey(show))}`, { asOf, ...(page ? { page } : {}) })

export const seasonPath = (show: string, season: number | null, { asOf, page }: Asked): string =>
  withQuery(`/show/${encodeURIComponent(showKey(show))}/${season ?? 'series'}`, { asOf, ...(page ? { page } : {}) })

/** What changed from one ISO day to another. */
export const changesPath = ({ since, until, page }: { since: string; until: string; page: number }): string =>
  `/changes?${new URLSearchParams({ since, until, ...(page > 1 ? { page: String(page) } : {}) })}`

/** What a claim is called on the page of its article. */
export const anchorOf = (claim: string): string => `claim-${claim.slice(0, 12)}`

/** @param claim id of the one to show first */
export const articlePath = (id: string, claim?: string): string =>
  `/article/${encodeURIComponent(id)}${claim === undefined ? '' : `#${anchorOf(claim)}`}`

/** Letters up to which a sentence is given whole; of longer ones its first and last words. */
const WHOLE = 90
const WORDS = 5

/**
 * The address of the very sentence in the original (https://wicg.github.io/scroll-to-text-fragment/).
 * @returns null when the article has no web address
 */
export function originalOf({ article, sentenceText }: Pick<LedgerClaim, 'article' | 'sentenceText'>): string | null {
  const url = article.url === null ? null : URL.parse(article.url)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  const text = textDirective(sentenceText)
  if (!text) return url.href
  return `${url.href}${url.hash ? '' : '#'}:~:text=${text}`
}

function textDirective(sentence: string): string {
  // What stands around the words may be set otherwise on the page: bullets, quotation marks.
  const trim = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const encode = (text: string): string =>
    encodeURIComponent(
      text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
    ).replace(/-/g, '%2D')
  const lines = sentence.split('\n').map(trim).filter(Boolean)
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (lines.length === 1 && first.length <= WHOLE) return encode(first)
  const start = trim(first.split(/\s+/).slice(0, WORDS).join(' '))
  const end = trim(last.split(/\s+/).slice(-WORDS).join(' '))
  return `${encode(start)},${encode(end)}`
}
