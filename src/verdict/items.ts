// The claims that bear on one season's fate on one day, with what has become of each since.
import type { Bearing } from './bearing.ts'
import type { History, Told } from './history.ts'
import { platformOf } from './history.ts'
import type { Placement } from './placing.ts'
import { placementOf } from './placing.ts'
import { FORTNIGHT } from './roots.ts'

export interface Item {
  told: Told
  bearing: Bearing
  /** The day on which its root first said so: who carries it later tells no news. */
  day: number
  /** Why it does not decide, though such a claim could. */
  aside: Aside | null
  /** An outlet's own hedged word beside that of a person whom it carries, leaning the same way: it rests on that. */
  rests: boolean
}

export interface Aside {
  /** For people, as it stands. */
  note: string
  /** It is still a word among others: not so what is told as history. */
  weighs: boolean
}
const asHistory = (note: string): Aside => ({ note, weighs: false })

/**
 * Gathers what bears on a season.
 * @param season null for the claims about a series of which no season is known
 * @param day only what was known by that day
 * @returns by day, then id
 */
export function itemsOf(history: History, season: number | null, day: number): readonly Item[] {
  const { seasons, items: made } = placementOf(history, day)
  let items = made.get(season)
  if (!items) {
    items = gather(seasons, season)
    made.set(season, items)
  }
  return items
}

function gather(seasons: Placement['seasons'], season: number | null): Item[] {
  const items: Item[] = []
  const add = (told: Told, bearing: Bearing | null): void => {
    if (bearing)
      items.push({
        told,
        bearing,
        day: told.day,
        aside: told.bygone ? asHistory('told of a platform that had lost the show since') : null,
        rests: false,
      })
  }
  if (season !== null) for (const told of seasons.get(season - 1) ?? []) add(told, told.next)
  for (const told of seasons.get(season) ?? []) add(told, season === null ? (told.next ?? told.own) : told.own)
  if (items.length > 1) {
    items.sort((a, b) => a.told.day - b.told.day || (a.told.claim.id < b.told.claim.id ? -1 : 1))
    dateByRoots(items)
    readArticles(items)
    heedDenials(items)
    dropLeftovers(items)
  }
  return items
}

function dateByRoots(items: readonly Item[]): void {
  const first = new Map<string, number>()
  for (const item of items) {
    const said = `${item.told.root} ${item.bearing.force} ${item.bearing.direction}`
    item.day = first.get(said) ?? item.day
    first.set(said, item.day)
  }
}

const decides = (item: Item): boolean => item.bearing.force === 'decision' && item.aside === null

/**
 * An article that tells both of a renewal and of a cancellation tells the news first and the rest as history; except that
 * a rescue by another platform is the news wherever it stands.
 */
function readArticles(items: readonly Item[]): void {
  for (const told of Map.groupBy(items, (item) => item.told.claim.article.id).values()) {
    if (told.length < 2) continue
    for (const item of told) item.rests = restsOn(item, told)
    const decisions = told.filter(decides)
    const ups = decisions.filter((item) => item.bearing.direction === 'up')
    const downs = decisions.filter((item) => item.bearing.direction === 'down')
    if (!ups.length || !downs.length) continue
    const rescue = ups.some((up) => downs.some((down) => elsewhere(up, down)))
    const news = rescue || start(ups) <= start(downs) ? 'up' : 'down'
    for (const item of decisions)
      if (item.bearing.direction !== news) item.aside = asHistory('told as what had been before')
  }
}
const restsOn = ({ told, bearing }: Item, article: readonly Item[]): boolean =>
  bearing.force === 'word' &&
  bearing.standing === 'reported' &&
  told.claim.via.length === 0 &&
  article.some((other) => other.bearing.direction === bearing.direction && other.bearing.standing !== 'reported')
const start = (items: readonly Item[]): number => Math.min(...items.map((item) => item.told.claim.span.start))

/** Both name a platform, and not the same. */
export function elsewhere(a: Item, b: Item): boolean {
  const [x, y] = [platformOf(a.told.claim), platformOf(b.told.claim)]
  return x !== null && y !== null && x !== y
}

/** What the network itself calls untrue, an outlet's report no longer decides; a last season that is none, nobody's word does. */
function heedDenials(items: readonly Item[]): void {
  for (const { told, bearing, day } of items) {
    if (bearing.denies === null) continue
    for (const item of items) {
      if (!decides(item) || item.day > day) continue
      const ended = item.bearing.ended
      const meant =
        bearing.denies === 'ending'
          ? ended
          : item.bearing.standing === 'reported' &&
            !ended &&
            item.bearing.direction === (bearing.denies === 'renewal' ? 'up' : 'down')
      if (meant) item.aside = { note: `denied by ${told.claim.speaker ?? 'an outlet'}`, weighs: true }
    }
  }
}

/** Schedules and sets outlive a cancellation for a while: within a fortnight after it they are no sign of life. */
function dropLeftovers(items: readonly Item[]): void {
  const ends = items.filter((item) => decides(item) && item.bearing.direction === 'down').map((item) => item.day)
  for (const item of items) {
    if (item.bearing.force === 'fact' && ends.some((day) => item.day >= day && item.day - day < FORTNIGHT))
      item.aside = asHistory('left over from before the decision')
  }
}
