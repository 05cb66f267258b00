// Who may ask, and what browsers may do with the answer.
import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** Nothing runs and nothing is loaded but our own files; nobody frames the pages. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache')
}

/** Whether an address to listen on is reached from this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/**
 * Answers only to the names of this machine: a page elsewhere whose own name is turned to a loopback address (DNS rebinding)
 * asks under that name, and is refused.
 */
export const localNamesOnly: MiddlewareHandler = async (c, next) => {
  const { hostname } = new URL(c.req.url)
  if (!isLoopback(hostname.replace(/^\[|\]$/g, '')))
    return c.text(`This server answers to localhost, not to ${hostname}.\n`, 421)
  return next()
}

const COOKIE = 'bubblewatch'

/**
 * Asks for a token: in the address once (?token=…, kept as a cookie then), or as a bearer's.
 * @param refused what is answered without it
 */
export const tokenOnly =
  (token: string, refused: (c: Context) => Response | Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    const url = new URL(c.req.url)
    const given = url.searchParams.get('token')
    if (given !== null && same(given, token)) {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 31_536_000 })
      url.searchParams.delete('token')
      return c.redirect(`${url.pathname}${url.search}`, 303)
    }
    const held = getCookie(c, COOKIE) ?? /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    return held !== undefined && same(held, token) ? next() : refused(c)
  }

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** Whether a request that changes something comes from one of our own pages: browsers say so, and a page elsewhere cannot. */
export function isOurOwn(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site === 'same-origin'
  return URL.parse(origin)?.host === c.req.header('host')
}
