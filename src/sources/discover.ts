// The feeds that a site names on its pages, and where else they are wont to be.
import { Parser } from 'htmlparser2'

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)|^(?:application|text)\/(?:rss|atom)$/i
/** Feeds of what readers write below the articles. */
const COMMENTS = /\bcomments?\b/i

/** Where a site's feed is, when its pages do not tell; from its front page. */
export const USUAL_PLACES = [
  '/feed/',
  '/rss',
  '/feed.xml',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
] as const

export interface Links {
  /** Without those of comments; the first of several forms of one. */
  feeds: Array<{ url: string; title: string | null }>
  /** The page is one article, not a list of many. */
  isArticle: boolean
}

/**
 * What a page says of feeds and of itself.
 * @param base its address
 */
export function linksIn(html: string, base: string): Links {
  const feeds = new Map<string, { url: string; title: string | null }>()
  let [isArticle, json] = [false, false]
  let from = base
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href, title, property = '', content = '', ...rest }) {
      if (name === 'base' && href) from = URL.parse(href, base)?.href ?? base
      if (name === 'script') json = /ld\+json/i.test(type)
      if (name === 'meta') {
        const said = (property || rest.name || '').toLowerCase()
        if (said === 'article:published_time' || (said === 'og:type' && /^article$/i.test(content))) isArticle = true
      }
      if (name !== 'link' || !/\balternate\b/i.test(rel) || !FEED_TYPES.test(type.trim())) return
      const url = URL.parse(href ?? '', from)
      const told = title?.trim() || null
      if (!url?.protocol.startsWith('http') || COMMENTS.test(`${told ?? ''} ${url.pathname}`)) return
      if (!feeds.has(told ?? url.href)) feeds.set(told ?? url.href, { url: url.href, title: told })
    },
    ontext(text) {
      if (json && /"@type"\s*:\s*\[?\s*"(?:News|Blog|Reportage)?(?:Article|Posting)"/.test(text)) isArticle = true
    },
    onclosetag() {
      json = false
    },
  })
  parser.end(html)
  return { feeds: [...feeds.values()], isArticle }
}
