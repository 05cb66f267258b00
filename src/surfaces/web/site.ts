// The site: which address is answered by which page.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { showKey } from '../../catalogue/titles.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Almanac } from '../almanac.ts'
import type { Visitor } from '../visitor.ts'
import { articlePage } from './article-page.ts'
import { asked, claimsAsked, daysAsked, Refusal, seasonAsked } from './asked.ts'
import { ASSETS, assetOf } from './assets.ts'
import { awayPage } from './away-page.ts'
import { boardPage, partOf } from './board-page.ts'
import { changesPage, turnsIn } from './changes-page.ts'
import { enterPage } from './enter-page.ts'
import { errorPage } from './error-page.ts'
import { followRoutes } from './follow-routes.ts'
import type { Frame } from './layout.ts'
import { page } from './layout.ts'
import type { Filling } from './making-page.ts'
import { fillingPage, makingPage } from './making-page.ts'
import { neighboursOf } from './neighbours.ts'
import type { Description } from './reference-page.ts'
import { referencePage } from './reference-page.ts'
import { seasonPage } from './season-page.ts'
import { showPage } from './show-page.ts'
import type { SourcesSettings } from './sources-site.ts'
import { sourceRoutes } from './sources-site.ts'
import type { FeedChoices } from './start-page.ts'
import { startPage } from './start-page.ts'

export interface SiteSettings {
  ledger: Ledger
  almanac: Almanac
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
  /** What the API can be asked, for its reference page. */
  description: () => Description
  /** Whoever reads feeds; left out where nobody does. */
  feeds?: FeedChoices
  /** Called when the reader has removed the sample. */
  sampleRemoved: () => void
  /** Told of what went wrong inside. */
  complain: (error: Error) => void
  /** What comes in; left out where nothing does. */
  incoming?: (Pick<SourcesSettings, 'suggestions' | 'metrics'> & Partial<Pick<SourcesSettings, 'offers'>>) | undefined
  /** How far the sample is, while it is being read; null at any other time. */
  filling?: () => Filling | null
  /** Milliseconds that a page waits for boards in the making before it tells how far they are. */
  patience?: number
}

const PATIENCE = 1000

/** The style sheet and the scripts, and the page for when the server is out of reach: nothing that anybody need be kept from. */
export function serveAssets(): Hono<Visitor> {
  const assets = new Hono<Visitor>()
  assets.get('/away', (c) => say(c, awayPage))
  for (const name of ASSETS)
    assets.get(`/${name}`, (c) => {
      const { body, type, hash } = assetOf(name)
      return c.body(body, 200, {
        'content-type': type,
        'cache-control': c.req.query('v') === hash ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    })
  return assets
}

/** Makes the site; it keeps no state but what it has read from the ledger. */
export function createSite({
  ledger,
  almanac,
  today,
  description,
  feeds,
  incoming,
  sampleRemoved,
  complain,
  filling = () => null,
  patience = PATIENCE,
}: SiteSettings): Hono<Visitor> {
  const site = new Hono<Visitor>()
  /** Null for a visitor who may only read. */
  const follows = async (reader: string | null, show: string): Promise<boolean | null> =>
    reader === null ? null : (await ledger.readers.followed(reader)).some(({ key }) => key === showKey(show))
  site.get('*', async (c, next) => {
    const here = `${c.req.path}${new URL(c.req.url).search}`
    const filled = filling()
    const making = filled ? null : await almanac.making(patience)
    if (!filled && !making) return next()
    c.header('retry-after', '2')
    return say(c, filled ? fillingPage(filled, here) : makingPage(making!, here), 503)
  })
  site.get('/', async (c) => {
    const day = today()
    const given = asked(c)
    // The field is never empty: today is no day that was chosen.
    const what = given.asOf === day ? { ...given, asOf: null } : given
    const snapshot = await almanac.now()
    const reader = c.get('reader')
    const followed = reader !== null && what.followed ? await ledger.readers.followed(reader) : []
    const keys = followed.map(({ key }) => key)
    const board = await ledger.board(what.asOf ?? day, partOf(what, what.asOf ?? day, keys))
    return say(c, boardPage(snapshot, board, what, day, reader !== null))
  })
  site.get('/changes', async (c) => {
    const day = today()
    const between = daysAsked(c, day)
    const snapshot = await almanac.now()
    return say(c, changesPage(snapshot, await turnsIn(ledger, between), between, day))
  })
  site.get('/show/:key', async (c) => {
    const snapshot = await almanac.now()
    const key = c.req.param('key')
    const claims = await claimsAsked(ledger, key)
    return say(c, showPage(snapshot, claims, await follows(c.get('reader'), key), asked(c), today()))
  })
  site.get('/show/:key/:season', async (c) => {
    const snapshot = await almanac.now()
    const key = c.req.param('key')
    const claims = await claimsAsked(ledger, key)
    const season = seasonAsked(c.req.param('season'))
    const facts = await ledger.facts(key)
    const home = new URL(c.req.url).origin
    const what = asked(c)
    const neighbours = await neighboursOf(ledger, key, facts, what.asOf ?? today())
    const followed = await follows(c.get('reader'), key)
    return say(
      c,
      seasonPage(snapshot, { season, claims, facts, neighbours, followed, asked: what, today: today(), home }),
    )
  })
  site.get('/article/:id', async (c) => {
    const record = await ledger.article(c.req.param('id'))
    if (!record)
      throw new Refusal(404, 'There is no such article', 'It may have been part of the sample, which has been removed.')
    const { id } = record.ref
    const [claims, versions] = [await ledger.claims({ article: id }), await ledger.versions(id)]
    return say(c, articlePage(await almanac.now(), record, claims, versions))
  })
  site.get('/api', async (c) => say(c, referencePage(await almanac.now(), description())))
  site.get('/start', async (c) => {
    const reader = c.get('reader')
    const followed = reader === null ? null : (await ledger.readers.followed(reader)).length
    return say(c, startPage(await almanac.now(), feeds ? await feeds.list() : null, followed))
  })
  if (feeds)
    site.post('/start/feeds', async (c) => {
      const { feed = [] } = await c.req.parseBody({ all: true })
      await feeds.choose([feed].flat().filter((id) => typeof id === 'string'))
      almanac.forget()
      return c.redirect('/start#feeds', 303)
    })
  const enter = (c: Context) => refusalPage(c, 'token')
  site.route('/', followRoutes({ ledger, almanac, today, say, enter }))
  site.post('/sample/remove', async (c) => {
    await ledger.removeSample()
    almanac.forget()
    sampleRemoved()
    return c.redirect('/', 303)
  })
  sourceRoutes(site, {
    suggestions: [],
    metrics: null,
    offers: null,
    ...incoming,
    ledger,
    almanac,
    now: Date.now,
    say,
    enter,
  })
  site.all('*', nowhere)
  site.onError((error, c) => {
    if (error instanceof Refusal) return say(c, error.frame, error.status)
    complain(error)
    return say(
      c,
      errorPage(
        'Something went wrong here',
        'It is our fault, not yours. Try again; the server has noted what it was.',
      ),
      500,
    )
  })
  return site
}

/**
 * The page for whoever may not.
 * @param why token: none was given, or a wrong one; foreign: asked to change something by a page that is none of ours; nothing:
 *   there is no such page
 * @param next path to go on to with a token; the one asked for when left out
 */
export function refusalPage(
  c: Context,
  why: 'token' | 'foreign' | 'nothing',
  { wrong = false, next }: { wrong?: boolean; next?: string } = {},
): Response | Promise<Response> {
  if (why === 'nothing') return nowhere(c)
  if (why === 'token') return say(c, enterPage(next ?? `${c.req.path}${new URL(c.req.url).search}`, wrong), 401)
  const advice = 'What this board keeps is changed by its own buttons, or by the command line.'
  return say(c, errorPage('Not from here', advice), 403)
}

const nowhere = (c: Context): Response | Promise<Response> =>
  say(c, errorPage('There is no such page', 'Check the address, or look for the show on the board.'), 404)

const say = (
  c: Context,
  frame: Frame,
  status: 200 | 400 | 401 | 403 | 404 | 500 | 503 = 200,
): Response | Promise<Response> =>
  c.html(page(frame, { writes: typeof c.get('reader') === 'string', path: c.req.path }), status)
