// Who may ask, and what browsers may do with the answer.
//
// On loopback whoever sits at this machine is let in. Elsewhere a token is asked for: as a bearer's, as the password of Basic (feed
// readers), or once in a form or a link, for which a browser is given a session. Secrets are kept as hashes (ledger/readers.ts).
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Readers } from '../ledger/readers.ts'
import type { Visitor } from '../surfaces/visitor.ts'

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
  'cache-control': 'private, no-cache',
}

/** Puts those headers on every answer that has not its own. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/** Whether an address to listen on is reached from this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** local: whoever is on this machine. token: nobody without one. public: anybody may read, nobody may write without one. */
export type Access = 'local' | 'token' | 'public'

export interface DoorSettings {
  access: Access
  readers: Readers
  /** A token that holds as well as those kept: out of the environment. */
  token: string | null
  /** The ISO instant that it is. */
  now: () => string
  /** Answers who may not: with a page, or with a problem to programs. */
  refuse: (c: Context, why: Why) => Response | Promise<Response>
}

/** token: none was given, or a wrong one. foreign: asked to change something by a page that is none of ours. */
export type Why = 'token' | 'foreign'

const COOKIE = 'bubblewatch'
const DAYS = 90

/** The reader on this machine, and the one of a single token. */
export const OWNER = ''

/** One door, before all that is served. */
export class Door {
  readonly #settings: DoorSettings

  constructor(settings: DoorSettings) {
    this.#settings = settings
  }

  /** Lets in, or refuses. Whoever comes in is known as `reader`; null is a visitor who may only read. */
  readonly guard: MiddlewareHandler<Visitor> = async (c, next) => {
    const { access, refuse } = this.#settings
    if (access === 'local') {
      // A page elsewhere whose own name is turned to a loopback address (DNS rebinding) asks under that name.
      const { hostname } = new URL(c.req.url)
      if (!isLoopback(hostname.replace(/^\[|\]$/g, '')))
        return c.text(`This server answers to localhost, not to ${hostname}.\n`, 421)
      c.set('reader', OWNER)
      return isSafe(c) || isOurOwn(c) ? next() : refuse(c, 'foreign')
    }
    const url = new URL(c.req.url)
    const given = url.searchParams.get('token')
    if (given !== null && isSafe(c) && (await this.enter(c, given))) {
      url.searchParams.delete('token')
      return c.redirect(`${url.pathname}${url.search}`, 303)
    }
    const { reader, asked } = await this.#known(c)
    if (reader === null && (access === 'token' || !isSafe(c))) return refuse(c, 'token')
    // What a browser sends by itself proves nothing about which page asked for it.
    if (!isSafe(c) && asked !== 'bearer' && !isOurOwn(c)) return refuse(c, 'foreign')
    c.set('reader', reader)
    return next()
  }

  /**
   * Gives a browser a session for a token.
   * @returns whether the token is one
   */
  async enter(c: Context, token: string): Promise<boolean> {
    const reader = await this.#holder(token)
    if (reader === null) return false
    const secret = randomBytes(24).toString('base64url')
    const until = new Date(Date.parse(this.#settings.now()) + DAYS * 864e5).toISOString()
    await this.#settings.readers.admit(secret, 'session', reader, until)
    const secure = new URL(c.req.url).protocol === 'https:'
    setCookie(c, COOKIE, secret, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: DAYS * 86_400, secure })
    return true
  }

  /** Ends the session. */
  async leave(c: Context): Promise<void> {
    const secret = getCookie(c, COOKIE)
    if (secret !== undefined) await this.#settings.readers.end(secret)
    deleteCookie(c, COOKIE, { path: '/' })
  }

  async #known(c: Context): Promise<{ reader: string | null; asked: 'bearer' | 'basic' | 'session' }> {
    const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (scheme.toLowerCase() === 'bearer') return { reader: await this.#holder(value), asked: 'bearer' }
    if (scheme) {
      const password = Buffer.from(value, 'base64').toString().split(':').slice(1).join(':')
      return { reader: await this.#holder(password), asked: 'basic' }
    }
    const secret = getCookie(c, COOKIE)
    const { readers, now } = this.#settings
    return { reader: secret ? await readers.readerOf(secret, 'session', now()) : null, asked: 'session' }
  }

  /** Whose token it is. */
  async #holder(token: string): Promise<string | null> {
    const { token: own, readers, now } = this.#settings
    if (own !== null && same(token, own)) return OWNER
    return token ? readers.readerOf(token, 'token', now()) : null
  }
}

const isSafe = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

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
  return URL.parse(origin)?.host === new URL(c.req.url).host
}

/** A new token: as long as no guessing reaches. */
export const newToken = (): string => randomBytes(18).toString('base64url')
