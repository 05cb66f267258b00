// The addresses of what comes in: sources to choose, their health, figures for Prometheus.
import type { Context, Hono } from 'hono'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Suggestion } from '../../sources/suggestions.ts'
import type { Metrics } from '../../watch/metrics.ts'
import type { Almanac } from '../almanac.ts'
import type { Visitor } from '../visitor.ts'
import { healthPage } from './health-page.ts'
import type { Frame } from './layout.ts'
import { sourcesPage } from './sources-page.ts'

export interface SourcesSettings {
  ledger: Ledger
  almanac: Almanac
  /** The trade's feeds to choose from. */
  suggestions: readonly Suggestion[]
  metrics: Pick<Metrics, 'text' | 'type'> | null
  /** Milliseconds since 1970. */
  now: () => number
  /** Answers with a page. */
  say: (c: Context, frame: Frame) => Response | Promise<Response>
  /** What is answered to those who have not come in. */
  enter: (c: Context) => Response | Promise<Response>
}

export function sourceRoutes(site: Hono<Visitor>, settings: SourcesSettings): void {
  const { ledger, almanac, suggestions, metrics, now, say, enter } = settings
  const { sources } = ledger
  // An address may hold what lets its reader in: nothing of them is for those who may only look at the board.
  for (const path of ['/sources', '/health', '/metrics'])
    site.use(path, (c, next) => (c.get('reader') === null ? Promise.resolve(enter(c)) : next()))
  site.get('/sources', async (c) => say(c, sourcesPage(await almanac.now(), await sources.all(), suggestions)))
  site.get('/health', async (c) => say(c, healthPage(await almanac.now(), await sources.health(), now())))
  site.post('/sources/follow', async (c) => {
    const chosen = new Set((await c.req.formData()).getAll('feed'))
    for (const { name, feed, home } of suggestions)
      if (chosen.has(feed)) await sources.follow({ url: feed, title: name, home }, new Date(now()).toISOString())
    almanac.forget()
    return c.redirect('/sources', 303)
  })
  site.post('/sources/remove', async (c) => {
    await sources.unfollow(String((await c.req.formData()).get('id')))
    almanac.forget()
    return c.redirect('/sources', 303)
  })
  if (metrics) site.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.type }))
}
