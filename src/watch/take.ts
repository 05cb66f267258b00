// One item of a feed into the ledger: its article's page is fetched and read; where it cannot be had, what the feed itself carries.
import type { Article } from '../article/article.ts'
import { toArticle } from '../article/convert.ts'
import { toDay, toInstant, toMoment } from '../article/dates.ts'
import { nameOfOutlet } from '../article/metadata.ts'
import { plain } from '../article/plain.ts'
import { pick } from '../ledger/pick.ts'
import { ownPage } from '../sources/address.ts'
import { asDocument } from '../sources/fetch-page.ts'
import { BusyHostError } from '../sources/gate.ts'
import { PrivateAddressError } from '../sources/guard.ts'
import { NotNowError, UnwelcomeError } from '../sources/polite.ts'
import { FetchError, meaningOf, PAGE_TYPES } from '../sources/request.ts'
import { retryAfter } from '../sources/rhythm.ts'
import type { WaitingItem } from '../sources/source.ts'
import type { Outcome, Tools } from './tools.ts'
import { instant } from './tools.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** For how long a page is left alone after each failure, before the feed's own words must do. */
const WAITS = [1, 5, 30, 120].map((minutes) => minutes * MINUTE)
/** How often an item that has no words of its own is tried, the last times once a day. */
const MOST_TRIES = 14
const SHORTLY = 2000
/** Letters beyond which a page is no article. */
const MANY = 500_000
/** Letters below which the feed may have more of an article than its page. */
const FEW = 200

/** A page that cannot be had: never, or not now. */
class Missing extends Error {
  readonly for: 'ever' | 'now'
  /** Instant before which it is not asked for again, in milliseconds. */
  readonly until: number | null

  constructor(message: string, how: 'ever' | 'now', until: number | null = null) {
    super(message)
    this.for = how
    this.until = until
  }
}

/**
 * Reads an item into the ledger, or puts it off.
 * @param item leased
 */
export async function take(item: WaitingItem, tools: Tools): Promise<Outcome> {
  const { ledger, now } = tools
  const book = ledger.sources
  const name = plain(item.title ?? '') || item.url || 'an item without a name'
  const told = (added: boolean, claims: number, failure: string | null): Outcome => ({
    kind: 'page',
    name,
    added,
    claims,
    failure,
  })
  const later = async (failure: string, wait: number, tries = item.tries + 1): Promise<Outcome> => {
    await book.keepLater(item, { tries, failure, next: tries > MOST_TRIES ? null : instant(now() + wait) })
    return told(false, 0, failure)
  }
  let [article, fromPage]: [Article | null, boolean] = [null, false]
  try {
    if (ownPage(item.url) !== null) {
      if (await book.isKept(item)) {
        await book.keepDone(item, { fromPage: false })
        return told(false, 0, null)
      }
      article = await fromItsPage(item, tools)
      fromPage = true
      const feed = body(article).length < FEW && item.content ? await fromTheFeed(item) : null
      if (feed && body(feed).length > body(article).length) article = feed
    }
  } catch (error) {
    if (error instanceof BusyHostError) return later('its host is busy', SHORTLY, item.tries)
    if (!(error instanceof Missing)) throw error
    const { message, until } = error
    const wait = WAITS[item.tries]
    if (error.for === 'now' && wait !== undefined) return later(message, Math.max(wait, (until ?? 0) - now()))
    if (!item.title && !item.content) return later(message, DAY)
  }
  const heard = instant(now())
  const read = await readable(article, item)
    .then(async (found) => {
      const kept = sane(found, heard)
      const told = await tools.read(kept).catch((error: Error) => {
        throw new Error(`the article ${error.message}`)
      })
      return { kept, told }
    })
    .catch((error: Error) => error.message)
  if (typeof read === 'string') return later(read, DAY)
  const { kept } = read
  const { claims, facts } = read.told
  const { added } = await ledger.add(kept, claims, { heard, reading: tools.rules, facts })
  await book.keepDone(item, { fromPage })
  return told(added, claims.length, null)
}

/** @throws Error when there is nothing to read */
async function readable(article: Article | null, item: WaitingItem): Promise<Article> {
  const found = article ?? (await fromTheFeed(item))
  if (!found.text.trim()) throw new Error('there are no words in it')
  return found
}

/** @throws Missing */
async function fromItsPage(item: WaitingItem, { polite, now }: Tools): Promise<Article> {
  const answer = await polite
    .get(item.url!, { allowPrivate: item.source.allowPrivate, headers: { accept: PAGE_TYPES } })
    .catch((error: unknown) => {
      if (!(error instanceof FetchError)) throw error
      const message = error.message.slice(`${error.url}: `.length)
      if (error instanceof NotNowError) throw new Missing(message, 'now', error.until)
      const forever = error instanceof UnwelcomeError || error.cause instanceof PrivateAddressError
      throw new Missing(message, forever ? 'ever' : 'now')
    })
  const { status, headers, url } = answer
  if (status < 200 || status >= 300) {
    const message = `the server answers ${status}${meaningOf(status)}`
    const soon = status >= 500 || status === 429 || status === 408 || status === 425
    throw new Missing(message, soon ? 'now' : 'ever', soon ? retryAfter(headers, now()) : null)
  }
  const raw = asDocument(answer)
  const read = (about: { title?: string }): Promise<Article> =>
    toArticle(raw, about).catch((error: Error) => {
      throw new Missing(error.message, 'ever')
    })
  const found = await read({})
  if (found.text.length > MANY)
    throw new Missing(`more than ${MANY.toLocaleString('en-GB')} letters, as no article has`, 'ever')
  const title = plain(item.title ?? '')
  const article = found.title || !title ? found : await read({ title })
  const known = knownOf(item)
  return {
    ...article,
    outlet: article.outlet ?? known.outlet,
    author: article.author ?? known.author,
    ...(article.published === null ? pick(known, 'published', 'publishedAt') : {}),
    modified: article.modified ?? known.modified,
    url: article.url !== null && sameSite(article.url, url) ? article.url : url,
  }
}

/** The article as far as the feed carries it: its headline at least. */
function fromTheFeed(item: WaitingItem): Promise<Article> {
  const text = item.content ?? ''
  const contentType = /<\/?\w|&#?\w+;/.test(text) ? 'text/html' : 'text/plain'
  return toArticle({ text, contentType, name: null, url: item.url }, knownOf(item))
}

const knownOf = ({ title, author, published, modified, url, source }: WaitingItem) => ({
  title: plain(title ?? '') || null,
  author: plain(author ?? '') || null,
  published: toDay(published ?? ''),
  publishedAt: toInstant(published ?? ''),
  modified: toMoment(modified ?? ''),
  outlet: nameOfOutlet(source.title ?? ''),
  url,
})

const body = ({ text, title }: Article): string => (title && text.startsWith(title) ? text.slice(title.length) : text)

/** An article is not from days to come: then nobody knows when it is from. One more than ours may have begun elsewhere. */
function sane(article: Article, heard: string): Article {
  const tomorrow = new Date(Date.parse(heard) + DAY).toISOString().slice(0, 10)
  return article.published !== null && article.published > tomorrow
    ? { ...article, published: null, publishedAt: null }
    : article
}

/** A page may name another address of its own site; not that of somebody else's article, whose edited version it would be. */
function sameSite(a: string, b: string): boolean {
  const site = (address: string): string => {
    const names = new URL(address).hostname.split('.')
    return names.slice(names.at(-2)!.length <= 3 ? -3 : -2).join('.')
  }
  return site(a) === site(b)
}
