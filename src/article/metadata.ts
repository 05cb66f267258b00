// What a page says of itself: headline, author, day, outlet, address. JSON-LD is asked first, then Open Graph and other meta
// elements, then what stands on the page.
import type { Known } from './blocks.ts'
import { merge } from './blocks.ts'
import { toDay, toInstant, toMoment, withTrueEdit } from './dates.ts'
import { fromJsonLd } from './json-ld.ts'
import { plain } from './plain.ts'

const TITLE = ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title']
const AUTHOR = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'byl',
  'twitter:creator:name',
]
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'cxenseparse:recs:publishtime',
  'originalpublicationdate',
  'release_date',
]
const MODIFIED = [
  'article:modified_time',
  'og:article:modified_time',
  'article:modified',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
]
const OUTLET = ['og:site_name', 'application-name', 'publisher', 'dc.publisher', 'cre']
const STAMPS =
  '[itemprop=datePublished],time[pubdate],article time[datetime],header time[datetime],main time[datetime],time[datetime]'
const AUTHORS = [
  '[itemprop=author] [itemprop=name]',
  '[itemprop=author]',
  'a[rel~=author]',
  '.byline a',
  '.byline',
  '[class*=byline]',
  '[class*=author-name]',
]

/** What is asked of every page, of one name of an element each: one walk finds it all. */
const SAID = 'meta[content],script[type*="ld+json"],title,h1,link[rel=canonical]'

/** Letters up to which what follows the headline in a page's title is taken for the name of its outlet. */
const OUTLET_LETTERS = 40
/** Letters up to which a byline is taken for names. */
const NAME_LETTERS = 120
/** What bylines carry after the name: an account, a date, the minutes that the reading takes. */
const AFTER_NAME =
  /\s*(?:[•|]|@\w|(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:published|updated|posted)\b|\b\d).*$/i

/**
 * Reads a page's metadata.
 * @param document before readability has taken it apart
 */
export function metadataOf(document: Document): Known {
  const told = Map.groupBy(document.querySelectorAll(SAID), (el) => el.localName)
  const meta = metaOf(told.get('meta') ?? [])
  const inMeta = (names: readonly string[]) => names.map((name) => meta.get(name))
  const saidBy = (el: Element): string =>
    el.getAttribute('datetime') ?? el.getAttribute('content') ?? el.textContent ?? ''
  const json = fromJsonLd((told.get('script') ?? []).map((script) => script.textContent ?? ''))

  const pageTitle = plain(told.get('title')?.[0]?.textContent ?? '')
  const headings = told.get('h1') ?? []
  const title = firstOf([json.title, ...inMeta(TITLE), headings.length === 1 ? headings[0]!.textContent : null], plain)
  const outlet = firstOf(
    [...inMeta(OUTLET), json.site, json.outlet, title && afterTitle(pageTitle, title)],
    nameOfOutlet,
  )
  const author = (name: string) => nameOfAuthor(name, outlet)
  const first = (selector: string): string | null => {
    const el = document.querySelector(selector)
    return el && saidBy(el)
  }
  const stamp = (value: string): string | null => toDay(value) && value
  const published =
    firstOf([json.published, ...inMeta(PUBLISHED)], stamp) ??
    firstOf([...document.querySelectorAll(STAMPS)].map(saidBy), stamp)
  const out = { published: toDay(published ?? ''), publishedAt: toInstant(published ?? '') }
  const edited = (value: string) => withTrueEdit({ ...out, modified: toMoment(value) }).modified
  return merge([
    {
      title: withoutOutlet(title ?? pageTitle, outlet),
      // The page itself is searched only where its metadata say nothing: that takes longer than all the rest here.
      author: firstOf([json.author, ...inMeta(AUTHOR)], author) ?? firstOf(AUTHORS.values().map(first), author),
      ...out,
      modified:
        firstOf([json.modified, ...inMeta(MODIFIED)], edited) ??
        firstOf([...document.querySelectorAll('[itemprop=dateModified]')].map(saidBy), edited),
      outlet,
      url: firstOf([told.get('link')?.[0]?.getAttribute('href'), json.url, meta.get('og:url')], address),
    },
  ])
}

/** The first value of which something is made. */
function firstOf(
  values: Iterable<string | null | undefined>,
  make: (value: string) => string | null | undefined,
): string | null {
  for (const value of values) {
    const made = value && make(value)
    if (made) return made
  }
  return null
}

/** What meta elements say, by their names in lower case; the first of a name that says anything counts. */
function metaOf(elements: readonly Element[]): Map<string, string> {
  const meta = new Map<string, string>()
  for (const el of elements) {
    const name = (
      el.getAttribute('property') ??
      el.getAttribute('name') ??
      el.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    const content = plain(el.getAttribute('content') ?? '')
    if (name && content && !meta.has(name)) meta.set(name, content)
  }
  return meta
}

/** "Dana Roque" out of "By DANA ROQUE @danaroque May 10, 2031"; null for an address, or for the outlet's own name. */
export function nameOfAuthor(author: string, outlet: string | null): string | null {
  const name = plain(author)
    .replace(/^(?:written |posted )?by:? /i, '')
    .replace(AFTER_NAME, '')
    .trim()
  if (
    !name ||
    name.length > NAME_LETTERS ||
    /^(?:https?:|@)|\w@\w/.test(name) ||
    name.toLowerCase() === outlet?.toLowerCase()
  )
    return null
  return /^\p{Lu}{3,} \p{Lu}{3,}/u.test(name) ? name.replace(/\p{Lu}{3,}/gu, unshout) : name
}

/** An outlet's name without motto, mark or company form; "THE HOLLYWOOD REPORTER" is "The Hollywood Reporter". */
export function nameOfOutlet(site: string): string | null {
  const name = plain(site)
    .replace(/[®™©]/g, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .split(/ [|–—•·»-] | ?[|»] ?|: /)[0]!
    .replace(/,? (?:inc|llc|ltd|gmbh|co|corp)\.?$/i, '')
    .trim()
  if (!name || name.startsWith('@') || name.length > OUTLET_LETTERS) return null
  // A single word in capitals is a name (IGN, BBC); several are shouted.
  return /^[^\p{Ll}]+ [^\p{Ll}]+$/u.test(name) ? unshout(name) : name.replace(/^the /, 'The ')
}

const unshout = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())

/** "Deadline" out of "Lost Tapes Renewed – Deadline". */
function afterTitle(pageTitle: string, title: string): string | null {
  if (!pageTitle.startsWith(title)) return null
  const rest = /^\s*[-|–—·•:»]\s*(\S.*)$/.exec(pageTitle.slice(title.length))?.[1]
  return rest && rest.length <= OUTLET_LETTERS ? rest : null
}

/** "Lost Tapes Renewed" out of "Lost Tapes Renewed – Deadline". */
function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet || !title.toLowerCase().endsWith(outlet.toLowerCase())) return title
  const rest = title.slice(0, -outlet.length)
  return /\s[-|–—·•»]\s*$|\S[|»]\s*$/.test(rest) ? rest.replace(/[\s|–—·•»-]+$/, '') : title
}

/** An absolute web address of one page; a site's front page is no article's address. */
function address(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  const parsed = new URL(url)
  return parsed.pathname === '/' && !parsed.search ? null : parsed.href
}
