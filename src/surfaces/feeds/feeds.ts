// Feeds out: what changed, in Atom and JSON Feed, and premieres as a calendar; of everything, of a show, of what a reader follows.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { showKey } from '../../catalogue/titles.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { dayNumber, isoDay } from '../../verdict/days.ts'
import type { Almanac } from '../almanac.ts'
import { latestTurns } from '../turns.ts'
import type { Visitor } from '../visitor.ts'
import { calendarOf } from './calendar.ts'
import type { ChangeFeed } from './change-feed.ts'
import { atomOf, jsonFeedOf } from './change-feed.ts'

export interface FeedSettings {
  ledger: Ledger
  almanac: Almanac
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
}

/** Entries of a feed. */
const MOST = 50
/** Days for which a premiere that has been stays in the calendar. */
const PAST = 180

/** What a feed is of. */
interface Of {
  /** Whose changes and premieres: a show's name, say; null for all. */
  of: string | null
  /** Path of the page that it follows. */
  page: string
  /** Keys of its shows; null for all. */
  among: ReadonlySet<string> | null
}

/** Makes the feeds, to be served under /feeds. */
export function createFeeds({ ledger, almanac, today }: FeedSettings): Hono<Visitor> {
  const feeds = new Hono<Visitor>()
  feeds.use(etag({ weak: true }))
  const everything = async (): Promise<Of> => ({ of: null, page: '/', among: null })
  const show = async (c: Context<Visitor>): Promise<Of | null> => {
    const key = showKey(c.req.param('key') ?? '')
    const [claim] = await ledger.claims({ show: key })
    return claim ? { of: claim.show, page: `/show/${encodeURIComponent(key)}`, among: new Set([key]) } : null
  }
  const following = async (c: Context<Visitor>): Promise<Of | null> => {
    const reader = c.get('reader')
    if (reader === null) return null
    const followed = await ledger.readers.followed(reader)
    return { of: 'what you follow', page: '/following', among: new Set(followed.map(({ key }) => key)) }
  }
  for (const [folder, whose] of [
    ['', everything],
    ['/show/:key', show],
    ['/following', following],
  ] as const) {
    const changes = async (c: Context<Visitor>): Promise<ChangeFeed | null> => {
      const what = await whose(c)
      if (!what) return null
      await almanac.now()
      const { origin, pathname } = new URL(c.req.url)
      return {
        title: `Bubblewatch: ${what.of ?? 'what changed'}`,
        home: origin,
        self: pathname,
        page: what.page,
        changes: await latestTurns(ledger, today(), MOST, what.among ?? undefined),
      }
    }
    feeds.get(`${folder}/changes.atom`, async (c) => {
      const feed = await changes(c)
      return feed ? c.body(atomOf(feed), 200, { 'content-type': 'application/atom+xml; charset=utf-8' }) : none(c)
    })
    feeds.get(`${folder}/changes.json`, async (c) => {
      const feed = await changes(c)
      return feed ? c.body(JSON.stringify(jsonFeedOf(feed)), 200, { 'content-type': 'application/feed+json' }) : none(c)
    })
    feeds.get(`${folder}/premieres.ics`, async (c) => {
      const what = await whose(c)
      if (!what) return none(c)
      await almanac.now()
      const day = today()
      const from = isoDay(dayNumber(day) - PAST)
      const dated = await ledger.lists.dated({ day, from, ...(what.among ? { keys: [...what.among] } : {}) })
      const calendar = calendarOf(
        what.of === null ? 'Premieres' : `Premieres: ${what.of}`,
        new URL(c.req.url).origin,
        dated,
      )
      return c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' })
    })
  }
  return feeds
}

const none = (c: Context): Response =>
  c.text('There is no such feed: nothing was heard of the show, or it asks for a token.\n', 404)
