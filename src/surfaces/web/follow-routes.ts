// Following: the page of what is followed, and the forms that follow shows.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Almanac } from '../almanac.ts'
import type { Visitor } from '../visitor.ts'
import { ownPath } from './enter-page.ts'
import { errorPage } from './error-page.ts'
import { followingPage } from './following-page.ts'
import type { Frame } from './layout.ts'

export interface FollowSettings {
  ledger: Ledger
  almanac: Almanac
  today: () => string
  say: (c: Context, frame: Frame, status?: 200 | 400 | 401) => Response | Promise<Response>
  /** What is answered to those who have not come in. */
  enter: (c: Context) => Response | Promise<Response>
}

/** Letters of a title, titles of a list, and letters of a list that are taken. */
const TITLE = 200
const TITLES = 2000
const LIST = 200_000

/** Makes them. */
export function followRoutes({ ledger, almanac, today, say, enter }: FollowSettings): Hono<Visitor> {
  const routes = new Hono<Visitor>()
  routes.get('/following', async (c) => {
    const reader = c.get('reader')
    if (reader === null) return enter(c)
    const snapshot = await almanac.now()
    const followed = await ledger.readers.followed(reader)
    const keys = followed.map(({ key }) => key)
    const rows = await ledger.lists.seasons(today(), { limit: 100_000, shows: keys })
    const byShow = Map.groupBy(rows, (row) => row.key)
    const spells = new Map([...byShow].map(([key, of]) => [key, of.map(({ spell }) => spell)]))
    return say(c, followingPage(snapshot, followed, spells, getCookie(c, 'bubblewatch') !== undefined))
  })
  for (const act of ['follow', 'unfollow'] as const)
    routes.post(`/${act}`, async (c) => {
      const reader = c.get('reader')
      if (reader === null) return enter(c)
      const { show, next } = await c.req.parseBody()
      if (typeof show !== 'string' || !show.trim() || show.length > TITLE)
        return say(c, errorPage('Which show?', 'Use the button on the page of a show.'), 400)
      if (act === 'follow') await ledger.readers.follow(reader, [show.trim()], today())
      else await ledger.readers.unfollow(reader, show)
      return c.redirect(ownPath(next), 303)
    })
  routes.post('/start/import', async (c) => {
    const reader = c.get('reader')
    if (reader === null) return enter(c)
    const { titles, file } = await c.req.parseBody()
    const lists = [typeof titles === 'string' ? titles : '', file instanceof File ? await file.text() : '']
    const shows = lists.flatMap((text) => titlesIn(text.slice(0, LIST))).slice(0, TITLES)
    if (!shows.length)
      return say(c, errorPage('No title was found in it', 'Give one title a line, or a file with one a line.'), 400)
    await ledger.readers.follow(reader, shows, today())
    return c.redirect('/following', 303)
  })
  return routes
}

/** Titles out of a list: one a line, or the first column of a table of them. */
export function titlesIn(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const titles = lines.map((line) => {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(?:[,;\t]|$)/.exec(line)?.[1]?.replaceAll('""', '"')
    return (quoted ?? (/[;\t]|,\S/.test(line) ? line.split(/[;\t]|,(?=\S)/)[0]! : line)).trim()
  })
  const header = /^(title|titles|name|show|series|show name|tv show name)$/i
  return [...new Set(titles.filter((title, i) => title && title.length <= TITLE && !(i === 0 && header.test(title))))]
}
