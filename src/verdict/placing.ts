// On which season each claim falls. Most name it; one about the series falls on the season that it must mean that day.
import type { History, Told } from './history.ts'
import { knownOn, stateOf } from './history.ts'
import type { Item } from './items.ts'
import type { Premiere } from './premieres.ts'
import { followPremiere } from './premieres.ts'

export interface Placement {
  /** Claims by season; null for those about a series of which no season is known. */
  seasons: ReadonlyMap<number | null, readonly Told[]>
  premieres: ReadonlyMap<number, Premiere>
  /** Seasons known, in order. */
  known: readonly number[]
  /** What bears on each season, as far as it was asked for: items.ts keeps it here. */
  items: Map<number | null, readonly Item[]>
}

/** Days within which a season ordered before is taken as still to come when the next is ordered too. */
const PENDING = 300

/**
 * Places the claims of a history as a day knows them. What is told later can move what was told before, so each day on which
 * something was told has a placement of its own.
 */
export function placementOf(history: History, day: number): Placement {
  const state = stateOf(history, day)
  let placement = history.placements.get(state)
  if (!placement) {
    placement = place(knownOn(history, day))
    history.placements.set(state, placement)
  }
  return placement
}

function place(told: readonly Told[]): Placement {
  let at = sweep(told, followAll(told, new Map()))
  // Dates told of "the series" belong to a season now; they may move what counts as shown.
  const dated = told.some((t) => t.claim.season === null && (t.claim.event === 'premiere' || t.claim.event === 'delay'))
  const premieres = followAll(told, dated ? at : new Map())
  if (dated) at = sweep(told, premieres)
  const seasons = new Map<number | null, Told[]>()
  for (const t of told) {
    const season = at.get(t)!
    const of = seasons.get(season)
    if (of) of.push(t)
    else seasons.set(season, [t])
  }
  const known = [...seasons.keys()].filter((s) => s !== null).sort((a, b) => a - b)
  return { seasons, premieres, known, items: new Map() }
}

/** The premieres of all seasons, by the season that each claim names, or else where it was placed. */
function followAll(told: readonly Told[], placed: ReadonlyMap<Told, number | null>): Map<number, Premiere> {
  const claims = new Map<number, Told[]>()
  for (const t of told) {
    const { event } = t.claim
    const season = t.claim.season ?? (event === 'premiere' || event === 'delay' ? placed.get(t) : null)
    if (season === null || season === undefined) continue
    if (event !== 'premiere' && event !== 'delay' && event !== 'cancellation' && event !== 'renewal') continue
    const of = claims.get(season)
    if (of) of.push(t)
    else claims.set(season, [t])
  }
  const premieres = new Map<number, Premiere>()
  for (const [season, of] of claims) {
    const premiere = followPremiere(of)
    if (premiere) premieres.set(season, premiere)
  }
  return premieres
}

/** What is known of a show's seasons on the day that the sweep has come to. */
interface Standings {
  /** The last season shown. */
  shown: number
  /** The last season that people treat as past: they speak of the one after it. */
  past: number
  /** The last season sure to come: dated, wrapped, or announced as the last. */
  sure: number
  /** Seasons ordered, with the first day on which they were. */
  ordered: Map<number, number>
}

/** Goes through the days in order, so that each claim is read with what was known when it was made. */
function sweep(told: readonly Told[], premieres: ReadonlyMap<number, Premiere>): Map<Told, number | null> {
  const at = new Map<Told, number | null>()
  const showings = [...premieres].map(([season, p]) => ({ season, day: p.happened })).sort((a, b) => a.day - b.day)
  const s: Standings = { shown: 0, past: 0, sure: 0, ordered: new Map() }
  // Where each root's word fell first: who carries it later means the same season.
  const first = new Map<number, number>()
  let knows = false
  let showing = 0
  for (let i = 0; i < told.length; ) {
    const { day } = told[i]!
    let end = i
    while (end < told.length && told[end]!.day === day) end++
    for (; showing < showings.length && showings[showing]!.day <= day; showing++) {
      s.shown = Math.max(s.shown, showings[showing]!.season)
      knows = true
    }
    const today = told.slice(i, end)
    // A series that is ordered has a first season.
    for (const t of today) if (t.claim.season !== null || t.claim.event === 'order') knows = true
    const news = today.filter((t) => !first.has(t.said))
    learn(s, news, day)
    for (const t of today.toSorted((a, b) => rank(a) - rank(b))) {
      const carried = first.get(t.said)
      const season =
        carried ?? (t.claim.season !== null ? named(t, t.claim.season, s, premieres) : knows ? meant(t, s) : null)
      at.set(t, season)
      if (season === null) continue
      first.set(t.said, season)
      if (carried === undefined) expectSeason(s, t, season, day)
    }
    i = end
  }
  if (told.length && at.get(told[0]!) === null) placeByHindsight(told, at, premieres)
  return at
}

/** Ends come last in a day: on which season they fall depends on what else it tells. */
const rank = ({ claim }: Told): number => (claim.event === 'cancellation' ? 2 : claim.event === 'ending' ? 1 : 0)

/** Takes in that a season has been ordered, or is sure to come. */
function expectSeason(s: Standings, { claim, own }: Told, season: number, day: number): void {
  if (own?.direction === 'up' && own.force !== 'word' && !s.ordered.has(season)) s.ordered.set(season, day)
  const { event, stage, date } = claim
  if (claim.factuality !== 'yes') return
  if (stage === 'wrapped' || stage === 'post' || (event === 'premiere' && date !== null) || (event === 'ending' && own))
    s.sure = Math.max(s.sure, season)
}

/** Takes in what the claims of one day say of named seasons. */
function learn(s: Standings, today: readonly Told[], day: number): void {
  for (const t of today) if (t.claim.season !== null) expectSeason(s, t, t.claim.season, day)
  for (const { claim } of today) {
    const { season, event } = claim
    if (season === null || event === 'order' || event === 'ending' || event === 'delay') continue
    // Who speaks of a season takes the one before it as past, unless that was itself ordered lately and is still to come.
    const before = s.ordered.get(season - 1)
    if (before !== undefined && day - before <= PENDING) continue
    s.past = Math.max(s.past, season - 1)
  }
}

/** A cancellation of a season that has been shown means the series. */
function named(t: Told, season: number, s: Standings, premieres: ReadonlyMap<number, Premiere>): number {
  const shown =
    t.claim.event === 'cancellation' &&
    t.own?.direction === 'down' &&
    (premieres.get(season)?.happened ?? Number.POSITIVE_INFINITY) <= t.day
  return shown ? Math.max(season + 1, next(s, true)) : season
}

/** The first season not yet shown; beyond those sure to come when asked so. */
const next = (s: Standings, beyondSure: boolean): number => 1 + Math.max(s.shown, s.past, beyondSure ? s.sure : 0)

function meant({ claim, own, day, stretch }: Told, s: Standings): number {
  switch (claim.event) {
    case 'order':
      return 1
    case 'cancellation':
      return next(s, own?.direction === 'down')
    case 'renewal':
      return Math.max(2, next(s, false))
    case 'ending': {
      const coming = next(s, false)
      return s.ordered.has(coming) || s.sure >= coming ? coming : Math.max(1, coming - 1)
    }
    case 'premiere':
      // "It bowed last summer" looks back on a season, "it returns in March" ahead.
      return stretch && stretch.first <= day && s.shown > 0 ? s.shown : next(s, false)
    case 'production':
    case 'delay':
      return next(s, false)
  }
}

/** Claims about a series of which no season was known yet: the first that is named later tells which was meant. */
function placeByHindsight(
  told: readonly Told[],
  at: Map<Told, number | null>,
  premieres: ReadonlyMap<number, Premiere>,
): void {
  const first = told.find((t) => t.claim.season !== null)
  if (!first) return
  const numbers = told.flatMap(({ day, claim }) => (day === first.day ? (claim.season ?? []) : []))
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)]
  const s: Standings = { shown: 0, past: 0, sure: 0, ordered: new Map() }
  for (const t of told) {
    if (at.get(t) !== null) break
    const shown = [...premieres].filter(([, p]) => p.happened <= t.day).map(([n]) => n)
    // A season that people go on to hope for, or that is ordered, is the one that was in doubt; one shown since was still to come.
    // What was to end ended before the highest: those below it may be named because they were.
    s.past = (t.claim.event === 'ending' ? highest : lowest) - 1
    s.shown = Math.max(0, ...shown)
    at.set(t, meant(t, s))
  }
}
