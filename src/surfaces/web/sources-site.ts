// The addresses of what comes in: sources to choose, their health, figures for Prometheus.
import type { Context, Hono } from 'hono'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Suggestion } from '../../sources/suggestions.ts'
import { followChosen } from '../../sources/suggestions.ts'
import type { Offers } from '../../watch/adding/offers.ts'
import type { Metrics } from '../../watch/metrics.ts'
import type { Almanac } from '../almanac.ts'
import type { Visitor } from '../visitor.ts'
import { errorPage } from './error-page.ts'
import { healthPage } from './health-page.ts'
import type { Frame } from './layout.ts'
import { offerPage, takenPage } from './offer-page.ts'
import { sourcesPage } from './sources-page.ts'

export interface SourcesSettings {
  ledger: Ledger
  almanac: Almanac
  /** The trade's feeds to choose from. */
  suggestions: readonly Suggestion[]
  metrics: Pick<Metrics, 'text' | 'type'> | null
  /** Addresses that a reader names; null where nothing may be fetched. */
  offers: Offers | null
  /** Milliseconds since 1970. */
  now: () => number
  /** Answers with a page. */
  say: (c: Context, frame: Frame, status?: 400) => Response | Promise<Response>
  /** What is answered to those who have not come in. */
  enter: (c: Context) => Response | Promise<Response>
}

export function sourceRoutes(site: Hono<Visitor>, settings: SourcesSettings): void {
  const { ledger, almanac, suggestions, metrics, offers, now, say, enter } = settings
  const { sources } = ledger
  // An address may hold what lets its reader in: nothing of them is for those who may only look at the board.
  for (const path of ['/sources', '/health', '/metrics'])
    site.use(path, (c, next) => (c.get('reader') === null ? Promise.resolve(enter(c)) : next()))
  site.get('/sources', async (c) =>
    say(c, sourcesPage(await almanac.now(), await sources.all(), suggestions, offers !== null)),
  )
  site.get('/health', async (c) => say(c, healthPage(await almanac.now(), await sources.health(), now())))
  site.post('/sources/follow', async (c) => {
    const chosen = new Set((await c.req.formData()).getAll('feed').map(String))
    await followChosen(sources, suggestions, chosen, now())
    almanac.forget()
    return c.redirect('/sources', 303)
  })
  site.post('/sources/remove', async (c) => {
    await sources.unfollow(String((await c.req.formData()).get('id')))
    almanac.forget()
    return c.redirect('/sources', 303)
  })
  if (offers) {
    const field = async (c: Context, name: string): Promise<string> => String((await c.req.formData()).get(name) ?? '')
    const failed = (c: Context) => (error: Error) => say(c, errorPage('Nothing was added', `${error.message}.`), 400)
    site.post('/sources/look', async (c) => {
      return offers
        .look(await field(c, 'address'))
        .then(async (offer) => say(c, offerPage(await almanac.now(), offer)), failed(c))
    })
    site.post('/sources/take', async (c) => {
      const taken = await offers.take(await field(c, 'id')).catch((error: Error) => error)
      if (taken instanceof Error) return failed(c)(taken)
      if (!taken) return failed(c)(new Error('What was found there is no longer remembered: name the address again'))
      almanac.forget()
      return say(c, takenPage(await almanac.now(), taken))
    })
  }
  if (metrics) site.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.type }))
}
