// What a page is asked for: its parameters, checked, or the page that says what is wrong with them.
import type { Context } from 'hono'
import { toDay } from '../../article/dates.ts'
import { nearestTitles } from '../../catalogue/titles.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { BOARD_SORTS } from '../../ledger/ledger.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import { weekTo } from '../turns.ts'
import { fateOf } from './board-page.ts'
import type { Between } from './changes-page.ts'
import { errorPage } from './error-page.ts'
import type { Frame } from './layout.ts'
import type { Asked } from './links.ts'

/** Something asked for that cannot be answered, with the page to say so. */
export class Refusal extends Error {
  readonly status: 400 | 404
  readonly frame: Frame

  constructor(status: 400 | 404, heading: string, advice: string, titles: readonly string[] = []) {
    super(heading)
    this.status = status
    this.frame = errorPage(heading, advice, titles)
  }
}

/** @throws Refusal when a parameter is not what it should be */
export function asked(c: Context): Asked {
  const query = c.req.query() as Partial<Record<string, string>>
  const { q, fate, page: number, platform, year, sort, view, turned, followed } = query
  const asOf = dayAsked(c, 'as_of')
  if (fate && !fateOf(fate)) throw new Refusal(400, 'There is no such fate', 'The board links to those that there are.')
  if (number && !/^[1-9]\d{0,5}$/.test(number))
    throw new Refusal(400, 'There is no such page', 'Pages are numbers, from 1.')
  if (year && !/^\d{4}$/.test(year)) throw new Refusal(400, 'That is no year', 'Write a year as 2018.')
  const order = sort ? BOARD_SORTS.find((name) => name === sort) : undefined
  if (sort && !order) throw new Refusal(400, 'There is no such order', `There are ${BOARD_SORTS.join(', ')}.`)
  return {
    asOf,
    ...(q ? { query: q.slice(0, 200) } : {}),
    ...(fate ? { fate } : {}),
    ...(platform ? { platform: platform.slice(0, 200) } : {}),
    ...(year ? { year } : {}),
    ...(order ? { sort: order } : {}),
    ...(view === 'table' ? { table: true } : {}),
    ...(view === 'columns' ? { columns: true } : {}),
    ...(turned ? { turned: true } : {}),
    ...(followed ? { followed: true } : {}),
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
export function daysAsked(c: Context, today: string): Between {
  const { page = 1, asOf } = asked(c)
  const until = dayAsked(c, 'until') ?? asOf ?? today
  const since = dayAsked(c, 'since') ?? weekTo(until)
  return since <= until ? { since, until, page } : { since: until, until: since, page }
}

/**
 * The season that a path names; null for the series as a whole.
 * @throws Refusal when it names none
 */
export function seasonAsked(text: string): number | null {
  if (text === 'series') return null
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new Refusal(
      404,
      'There is no such season',
      'Seasons are numbers, from 1; “series” stands for the series as a whole.',
    )
  return Number(text)
}

/** @throws Refusal when nothing was ever heard of a show, with the titles nearest to it */
export async function claimsAsked(ledger: Ledger, key: string): Promise<LedgerClaim[]> {
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
