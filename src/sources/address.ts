// Addresses of pages: which of them lead to the same page.

/** Parameters that say how a reader came to a page, not which page it is. */
export const TRACKING = /^(utm_|fbclid$|gclid$|mc_[ce]id$|ref$|cmpid$)/

/** A page's address without what varies from one link to the next; null for what is no web address. */
export function pageOf(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address)
  if (!url?.protocol.startsWith('http')) return null
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort()
  const host = url.host.replace(/^www\./, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${query.length ? `?${new URLSearchParams(query)}` : ''}`
}

/** The page of its own on which an article stands; null for none: a site's front page changes by the hour. */
export function ownPage(address: string | null): string | null {
  const page = pageOf(address)
  return page !== null && /[/?]/.test(page) ? page : null
}
