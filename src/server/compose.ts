// The one server: the door first, then whichever surface answers an address.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { rateLimiter } from 'hono-rate-limiter'
import type { Ledger } from '../ledger/ledger.ts'
import { Almanac } from '../surfaces/almanac.ts'
import { API, createApi } from '../surfaces/api/api.ts'
import { problem } from '../surfaces/api/problem.ts'
import { createEmbeds } from '../surfaces/embeds/embeds.ts'
import { createFeeds } from '../surfaces/feeds/feeds.ts'
import type { Visitor } from '../surfaces/visitor.ts'
import { ownPath } from '../surfaces/web/enter-page.ts'
import type { SiteSettings } from '../surfaces/web/site.ts'
import { createSite, refusalPage, serveAssets } from '../surfaces/web/site.ts'
import type { FeedChoices } from '../surfaces/web/start-page.ts'
import { askerOf } from './asker.ts'
import type { Access } from './door.ts'
import { Door, isOurOwn, securityHeaders } from './door.ts'

export interface ServerSettings {
  ledger: Ledger
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
  access: Access
  /** A proxy is before the server, and tells who asks (asker.ts). */
  proxied?: boolean
  /** A token out of the environment, beside those that the ledger keeps. */
  token?: string | null
  /** Version of Bubblewatch. */
  version: string
  /** Requests to the API that one address may make in a minute. */
  perMinute?: number
  /** How far the sample is, while it is being read; null at any other time. */
  filling?: SiteSettings['filling']
  /** Milliseconds that a page waits for boards in the making before it tells how far they are. */
  patience?: number
  /** Whoever reads feeds; left out where nobody does. */
  feeds?: FeedChoices
  /** What comes in; left out where nothing does. */
  incoming?: SiteSettings['incoming']
  /** Called when the reader has removed the sample. */
  sampleRemoved: () => void
  /** Told of what went wrong inside. */
  complain: (error: Error) => void
}

/** Times a minute that one address may give a token in the form. */
const TRIES = 20
/** Bytes that may be sent. */
const LARGEST = 1_000_000

/** Makes the server; it keeps no state but what it has read from the ledger. */
export function createServer(settings: ServerSettings): Hono<Visitor> {
  const { ledger, today, access, token = null, version, perMinute, feeds, incoming, sampleRemoved, complain } = settings
  const almanac = new Almanac(ledger)
  const asker = (c: Context): string => askerOf(c, settings.proxied === true)
  const server = new Hono<Visitor>()
  server.use(securityHeaders)
  server.use(compress())
  server.use(
    bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('That is more than is taken here: a million bytes.\n', 413) }),
  )
  // No name holds this letter, and PostgreSQL takes none that does.
  server.use(async (c, next) => (/%00/.test(c.req.url) ? notFound(c) : next()))
  server.get('/healthz', async (c) => {
    await ledger.counts()
    return c.json({ ok: true })
  })
  server.route('/', serveAssets())
  const door = new Door({
    access,
    readers: ledger.readers,
    token,
    now: () => new Date().toISOString(),
    refuse: (c, why) => {
      if (!c.req.path.startsWith(API)) return refusalPage(c, why)
      c.header('www-authenticate', 'Bearer')
      return why === 'token'
        ? problem(c, 401, { title: 'A token is asked for', detail: 'Send it as “Authorization: Bearer …”.' })
        : problem(c, 403, { title: 'Not from here', detail: 'Ask with a bearer token.' })
    },
  })
  const { api, description } = createApi({
    ledger,
    almanac,
    today,
    version,
    complain,
    asker,
    ...(perMinute ? { perMinute } : {}),
  })
  const site = createSite({
    ledger,
    almanac,
    today,
    description,
    complain,
    sampleRemoved,
    incoming,
    ...(feeds ? { feeds } : {}),
    ...(settings.filling ? { filling: settings.filling } : {}),
    ...(settings.patience === undefined ? {} : { patience: settings.patience }),
  })
  // Nobody guesses a token; but nobody need be let try.
  const guessing = rateLimiter<Visitor>({
    windowMs: 60_000,
    limit: TRIES,
    keyGenerator: asker,
    handler: (c) => c.text('Too many tries: wait a minute.\n', 429),
  })
  // Before the door, for this is where one comes in.
  if (access !== 'local') {
    server.get('/enter', (c) => refusalPage(c, 'token', { next: '/' }))
    server.post('/enter', guessing, async (c) => {
      if (!isOurOwn(c)) return refusalPage(c, 'foreign')
      const { token, next } = await c.req.parseBody()
      const entered = typeof token === 'string' && (await door.enter(c, token.trim()))
      return entered ? c.redirect(ownPath(next), 303) : refusalPage(c, 'token', { wrong: true, next: ownPath(next) })
    })
  }
  server.use(door.guard)
  server.post('/leave', async (c) => {
    await door.leave(c)
    return c.redirect('/', 303)
  })
  server.route(API, api)
  server.route('/feeds', createFeeds({ ledger, almanac, today }))
  server.route('/', createEmbeds({ ledger, today, open: access === 'public' }))
  server.route('/', site)
  server.onError((error, c) => {
    complain(error)
    return c.text('Something went wrong here. The server has noted what it was.\n', 500)
  })
  return server
}

const notFound = (c: Context): Response | Promise<Response> =>
  c.req.path.startsWith(API)
    ? problem(c, 404, { title: 'There is no such thing', detail: 'The address holds a letter that stands in no name.' })
    : refusalPage(c, 'nothing')
