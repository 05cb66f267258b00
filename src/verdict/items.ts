// The claims that bear on one season's fate on one day, with what has become of each since.
import type { Bearing } from './bearing.ts'
import type { History, Told } from './history.ts'
import { knownBy, platformOf } from './history.ts'
import { placementOf } from './placing.ts'
import { FORTNIGHT, speakerKey } from './roots.ts'

export interface Item {
  told: Told
  bearing: Bearing
  /** The day on which its root first said so: who carries it later tells no news. */
  day: number
  /** Why it does not decide, though such a claim could. */
  aside: Aside | null
}

export interface Aside {
  /** For people, as it stands. */
  note: string
  /** It is still a word among others: not so what is told as history. */
  weighs: boolean
}
const history = (note: string): Aside => ({ note, weighs: false })

/**
 * Gathers what bears on a season.
 * @param season null for the claims about a series of which no season is known
 * @param day only what was known by that day
 * @returns in the order of the history
 */
export function itemsOf(known: History, season: number | null, day: number): Item[] {
  const { seasons } = placementOf(known, knownBy(known, day))
  const items: Item[] = []
  const before = season === null ? null : season - 1
  if (before !== null) for (const told of seasons.get(before) ?? []) if (told.next) items.push({ told, bearing: told.next, day: told.day, aside: null })
  for (const told of seasons.get(season) ?? []) {
    const bearing = season === null ? (told.next ?? told.own) : told.own
    if (bearing) items.push({ told, bearing, day: told.day, aside: told.bygone ? history('told of a platform that had lost the show since') : null })
  }
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
  const articles = Map.groupBy(items.filter(decides), (item) => item.told.claim.article.id)
  for (const told of articles.values()) {
    const ups = told.filter((item) => item.bearing.direction === 'up')
    const downs = told.filter((item) => item.bearing.direction === 'down')
    if (!ups.length || !downs.length) continue
    const rescue = ups.some((up) => downs.some((down) => elsewhere(up, down)))
    const news = rescue || start(ups) <= start(downs) ? 'up' : 'down'
    for (const item of told) if (item.bearing.direction !== news) item.aside = history('told as what had been before')
  }
}
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
          : item.bearing.standing === 'reported' && !ended && item.bearing.direction === (bearing.denies === 'renewal' ? 'up' : 'down')
      if (meant) item.aside = { note: `denied by ${told.claim.speaker ?? 'an outlet'}`, weighs: true }
    }
  }
}

/** Schedules and sets outlive a cancellation for a while: within a fortnight after it they are no sign of life. */
function dropLeftovers(items: readonly Item[]): void {
  for (const item of items) {
    if (item.bearing.force !== 'fact') continue
    const end = items.find((i) => decides(i) && i.bearing.direction === 'down' && item.day >= i.day && item.day - i.day < FORTNIGHT)
    if (end) item.aside = history('left over from before the decision')
  }
}

/**
 * An outlet's own hedged word beside that of a person whom it carries, leaning the same way, rests on it.
 * @param others every item of the season
 */
export const restsOn = (item: Item, others: readonly Item[]): boolean =>
  item.bearing.standing === 'reported' &&
  item.told.claim.via.length === 0 &&
  others.some(
    (other) =>
      other.told.claim.article.id === item.told.claim.article.id &&
      other.bearing.direction === item.bearing.direction &&
      speakerKey(other.told.claim) !== speakerKey(item.told.claim) &&
      other.bearing.standing !== 'reported',
  )
