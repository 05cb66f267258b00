// The site: which address is answered by which page.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { toDay } from '../../article/dates.ts'
import { nearestTitles } from '../../catalogue/titles.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import { Almanac } from './almanac.ts'
import { articlePage } from './article-page.ts'
import { ASSETS, assetOf } from './assets.ts'
import { boardPage, fateOf, partOf } from './board-page.ts'
import type { Between } from './changes-page.ts'
import { changesPage, turnsIn, weekTo } from './changes-page.ts'
import { errorPage } from './error-page.ts'
import { isOurOwn, localNamesOnly, securityHeaders, tokenOnly } from './guard.ts'
import type { Frame } from './layout.ts'
import { page } from './layout.ts'
import type { Asked } from './links.ts'
import { seasonPage } from './season-page.ts'
import { showPage } from './show-page.ts'
import type { SourcesSettings } from './sources-site.ts'
import { sourceRoutes } from './sources-site.ts'

export interface SiteSettings {
  ledger: Ledger
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
  /** Without a token only the names of this machine are answered to. */
  token: string | null
  /** Called when the reader has removed the sample. */
  sampleRemoved: () => void
  /** Told of what went wrong inside. */
  complain: (error: Error) => void
  /** What comes in; left out where nothing does. */
  incoming?: (Pick<SourcesSettings, 'suggestions' | 'metrics'> & Partial<Pick<SourcesSettings, 'offers'>>) | undefined
}

/** Something asked for that cannot be answered, with the page to say so. */
class Refusal extends Error {
  readonly status: 400 | 404
  readonly frame: Frame

  constructor(status: 400 | 404, heading: string, advice: string, titles: readonly string[] = []) {
    super(heading)
    this.status = status
    this.frame = errorPage(heading, advice, titles)
  }
}

/** Makes the site; it keeps no state but what it has read from the ledger. */
export function createSite({ ledger, today, token, sampleRemoved, complain, incoming }: SiteSettings): Hono {
  const almanac = new Almanac(ledger)
  const site = new Hono()
  site.use(securityHeaders)
  site.use(compress())
  site.get('/healthz', async (c) => {
    await ledger.counts()
    return c.json({ ok: true })
  })
  for (const name of ASSETS) {
    site.get(`/${name}`, (c) => {
      const { body, type, hash } = assetOf(name)
      return c.body(body, 200, {
        'content-type': type,
        'cache-control': c.req.query('v') === hash ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    })
  }
  site.use(
    token === null
      ? localNamesOnly
      : tokenOnly(token, (c) =>
          say(
            c,
            errorPage(
              'This board asks for a token',
              'Open the address that “bubblewatch serve” printed when it started.',
            ),
            401,
          ),
        ),
  )

  site.get('/', async (c) => {
    const [what, day] = [asked(c), today()]
    const snapshot = await almanac.now()
    const board = await ledger.board(what.asOf ?? day, partOf(what))
    return say(c, boardPage(snapshot, board, what, day))
  })
  site.get('/changes', async (c) => {
    const day = today()
    const between = daysAsked(c, day)
    const snapshot = await almanac.now()
    return say(c, changesPage(snapshot, await turnsIn(ledger, between), between, day))
  })
  site.get('/show/:key', async (c) => {
    const snapshot = await almanac.now()
    return say(c, showPage(snapshot, await claimsOf(ledger, c.req.param('key')), asked(c), today()))
  })
  site.get('/show/:key/:season', async (c) => {
    const snapshot = await almanac.now()
    const claims = await claimsOf(ledger, c.req.param('key'))
    const season = c.req.param('season')
    if (season !== 'series' && !/^[1-9]\d{0,3}$/.test(season))
      throw new Refusal(
        404,
        'There is no such season',
        'Seasons are numbers, from 1; “series” stands for the series as a whole.',
      )
    const number = season === 'series' ? null : Number(season)
    return say(c, seasonPage(snapshot, claims, await ledger.facts(c.req.param('key')), number, asked(c), today()))
  })
  site.get('/article/:id', async (c) => {
    const record = await ledger.article(c.req.param('id'))
    if (!record)
      throw new Refusal(404, 'There is no such article', 'It may have been part of the sample, which has been removed.')
    const { id } = record.ref
    const [claims, versions] = [await ledger.claims({ article: id }), await ledger.versions(id)]
    return say(c, articlePage(await almanac.now(), record, claims, versions))
  })
  site.post('/sample/remove', async (c) => {
    if (!isOurOwn(c))
      return say(
        c,
        errorPage(
          'Not from here',
          'The sample is removed by the button on the board, or by “bubblewatch sample --remove”.',
        ),
        403,
      )
    await ledger.removeSample()
    almanac.forget()
    sampleRemoved()
    return c.redirect('/', 303)
  })
  sourceRoutes(site, { suggestions: [], metrics: null, offers: null, ...incoming, ledger, almanac, now: Date.now, say })
  site.notFound((c) =>
    say(c, errorPage('There is no such page', 'Check the address, or look for the show on the board.'), 404),
  )
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

const say = (c: Context, frame: Frame, status: 200 | 400 | 401 | 403 | 404 | 500 = 200): Response | Promise<Response> =>
  c.html(page(frame), status)

/** @throws Refusal when a parameter is not what it should be */
function asked(c: Context): Asked {
  const { q, fate, page: number } = c.req.query() as Partial<Record<string, string>>
  const asOf = dayAsked(c, 'as_of')
  if (fate && !fateOf(fate)) throw new Refusal(400, 'There is no such fate', 'The board links to those that there are.')
  if (number && !/^[1-9]\d{0,5}$/.test(number))
    throw new Refusal(400, 'There is no such page', 'Pages are numbers, from 1.')
  return {
    asOf,
    ...(q ? { query: q.slice(0, 200) } : {}),
    ...(fate ? { fate } : {}),
    ...(number ? { page: Number(number) } : {}),
  }
}

/** @throws Refusal when a parameter is no ISO day */
function dayAsked(c: Context, name: string): string | null {
  const day = c.req.query(name)
  if (day && toDay(day) !== day)
    throw new Refusal(400, 'That is no date', `Write a day as 2016-01-12, not “${day.slice(0, 40)}”.`)
  return day || null
}

/** Two days in whichever order they were given; the week up to the last when the first is not told. */
function daysAsked(c: Context, today: string): Between {
  const { page = 1, asOf } = asked(c)
  const until = dayAsked(c, 'until') ?? asOf ?? today
  const since = dayAsked(c, 'since') ?? weekTo(until)
  return since <= until ? { since, until, page } : { since: until, until: since, page }
}

/** @throws Refusal when nothing was ever heard of a show, with the titles nearest to it */
async function claimsOf(ledger: Ledger, key: string): Promise<LedgerClaim[]> {
  const claims = await ledger.claims({ show: key })
  if (claims.length) return claims
  const titles = (await ledger.shows()).map(({ show }) => show)
  throw new Refusal(
    404,
    `Nothing heard of “${key.slice(0, 100)}”`,
    'No article in the ledger speaks of such a show.',
    nearestTitles(key, titles, 5),
  )
}
