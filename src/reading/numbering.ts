// Which season an event happens to, when the words give it only in relation ("another season", "the new season") or not at
// all ("premieres in May" of a new series).
import type { Event } from './claim.ts'
import type { SeasonCount } from './counts.ts'
import type { Entity } from './entities.ts'
import type { EventCandidate } from './events.ts'
import type { SeasonMention } from './seasons.ts'

/** What the article as a whole tells of a show's seasons. */
export interface SeasonHistory {
  /** Every season number that it names with the show, with how often. */
  named: Map<number, number>
  /** The highest season named; of several ordered at once ("seasons 5, 6 and 7") the first. */
  latest: number
  /** Seasons said to be behind it: "after five seasons", "its first season ended". */
  aired: number
  /** Seasons said to be on, or to have been shown, each with the first token at which that is said. */
  shown: Map<number, number>
  /** The season said to be the last, with its number. */
  final: number | null
  /** The highest season that the article calls ordered, and the highest whose first day it says is to come; 0 for none. */
  ordered: number
  coming: number
  /** Years since its first day, where the article tells that, or UNDATED; null where it tells of no first day that is past. */
  age: number | null
  /** The season that the article is about: ordered, to come, or named most. */
  focus: number | null
  /** In its first season, or just behind it. */
  freshman: boolean
  /** The year that its description says it is in: "the sophomore drama X"; 0 where none does. */
  year: number
  /** A new series. */
  isNew: boolean
  /** Said to return, to be renewed, or to have had seasons before. */
  returning: boolean
}

/** The highest season said to be on or shown, before a token where one is given; 0 for none. */
export const lastShown = ({ shown }: SeasonHistory, before = Number.POSITIVE_INFINITY): number =>
  Math.max(0, ...[...shown].map(([n, at]) => (at < before ? n : 0)))

function addShown({ shown }: SeasonHistory, n: number, at: number): void {
  shown.set(n, Math.min(shown.get(n) ?? at, at))
}

export const noHistory = (): SeasonHistory => ({
  named: new Map(),
  latest: 0,
  aired: 0,
  shown: new Map(),
  final: null,
  ordered: 0,
  coming: 0,
  age: null,
  focus: null,
  freshman: false,
  year: 0,
  isNew: false,
  returning: false,
})

/** What a candidate tells of its show's seasons. */
export interface ToldEvent {
  show: Entity
  event: Event
  season: SeasonMention | null
  candidate: EventCandidate
  /** It has happened. */
  past: boolean
  /** Years from its day back to the article's, where it is the first day of the show, or UNDATED; else null. */
  age: number | null
}

/** The age of a show that has begun, nobody says when. */
export const UNDATED = -1

/** A show that began no longer ago is in its first season. */
const FIRST_YEAR = 1.1

/** Gathers the history of each show from the candidates (theme resolved) and the season mentions beside them. */
export function gatherHistory(
  mentions: ReadonlyArray<{ show: Entity; season: SeasonMention; past: boolean; shown: boolean }>,
  events: readonly ToldEvent[],
  counts: readonly SeasonCount[],
): Map<Entity, SeasonHistory> {
  const histories = new Map<Entity, SeasonHistory>()
  const of = (show: Entity): SeasonHistory => {
    let history = histories.get(show)
    if (!history) {
      history = noHistory()
      history.isNew = show.isNew || show.limited
      histories.set(show, history)
    }
    return history
  }
  for (const { show, season, past, shown } of mentions) {
    const history = of(show)
    for (const n of season.numbers) history.named.set(n, (history.named.get(n) ?? 0) + 1)
    if (season.numbers.length) history.latest = Math.max(history.latest, season.numbers[0]!)
    if (past && season.numbers.length) history.aired = Math.max(history.aired, ...season.numbers)
    if (shown && season.numbers.length) addShown(history, Math.max(...season.numbers), season.from)
    if (season.final && season.numbers.length) history.final = Math.max(...season.numbers)
    if (season.numbers.some((n) => n > 1) || season.sense === 'another') history.returning = true
  }
  for (const { show, count, described, shownAt } of counts) {
    const history = of(show)
    if (shownAt !== null) addShown(history, count, shownAt)
    if (described) history.year = count
    if (count === 1) history.freshman = true
    history.aired = Math.max(history.aired, count)
    if (count > 1) history.returning = true
  }
  for (const { show, event, season, candidate, past, age } of events) {
    const history = of(show)
    if (event === 'order' && !season) history.isNew = true
    if (event === 'renewal') history.returning = true
    if (age !== null) history.age = Math.max(history.age ?? UNDATED, age)
    if (!season?.numbers.length) continue
    const { factuality } = candidate.trigger.phrase
    if (event === 'renewal' && factuality === 'yes') history.ordered = Math.max(history.ordered, ...season.numbers)
    if (event === 'premiere' && !past) history.coming = Math.max(history.coming, ...season.numbers)
  }
  for (const history of histories.values()) {
    const numbers = [...history.named.keys()]
    const age = history.age ?? UNDATED
    if (age !== UNDATED && age <= FIRST_YEAR && history.aired === 0 && history.latest <= 2) {
      history.freshman = true
      history.aired = 1
    }
    const most = history.latest
    // A season above those that aired is the one to come.
    history.focus = most > history.aired ? most : numbers.length === 1 ? most : null
    if (history.aired === 0 && most > 1) history.aired = most - 1
  }
  return histories
}

/**
 * Season numbers of an event; [null] when it happens to the series as a whole.
 * @param season the season mention bound to it, if any
 * @param past the event is told as past
 * @param starts the verb is one of a first appearance (premiere, debut), not of a return
 * @param open the event is hoped for, doubted or undecided: it can only be the season that the article speaks of as to come
 */
export function numberSeasons(
  event: Event,
  season: SeasonMention | null,
  history: SeasonHistory,
  limited: boolean,
  past: boolean,
  starts: boolean,
  open: boolean,
): Array<number | null> {
  if (season) {
    if (season.numbers.length) return season.numbers
    switch (season.sense) {
      case 'another':
        if (!history.aired && !history.focus) return [null]
        return Array.from({ length: Math.min(season.count, 4) }, (_, k) => Math.max(history.aired, 1) + 1 + k)
      case 'new':
        if (history.focus && (history.focus > history.aired || history.named.size === 1)) return [history.focus]
        return [history.aired ? history.aired + 1 : null]
      case 'final':
        return [history.final ?? (event === 'ending' && past && history.aired > 1 ? history.aired : null)]
      case 'this':
        return [history.named.size === 1 ? [...history.named.keys()][0]! : null]
      default:
        return [null]
    }
  }
  switch (event) {
    case 'order':
      return [1]
    case 'renewal':
      if (history.freshman && !history.focus) return [2]
      // "renewed it in June", where the article speaks of the season to come by its number.
      if (history.focus && history.focus > history.aired) return [history.focus > 1 ? history.focus : null]
      return [open && history.focus ? history.focus + 1 : null]
    case 'cancellation':
      return [null]
    case 'ending':
      return [history.final ?? (past && history.aired > 0 && history.returning ? history.aired : limited ? 1 : null)]
    case 'premiere':
      if ((history.isNew && !history.returning && history.latest < 2) || limited) return [1]
      if (!starts) return [past ? null : (history.focus ?? (history.aired ? history.aired + 1 : null))]
      if (past) return [1]
      return [history.focus ?? (history.returning ? null : 1)]
    case 'production':
    case 'delay':
      if (history.focus) return [history.focus]
      // "debuted last fall, is back in production"
      if (event === 'production' && history.freshman && !past) return [2]
      return [history.returning ? null : history.isNew || event === 'production' ? 1 : null]
  }
}

/** A season number that the article gives a show. */
export interface NumberMention {
  n: number
  /** Index of its sentence, and of its first token. */
  sentence: number
  at: number
  past: boolean
  /** Words that put something else behind or before it: "beyond season 3", "since its second season"; '-' for none. */
  lead: string
}

/** What is known where a season is to be told. */
export interface SeasonCase {
  event: Event
  factuality: string
  season: SeasonMention | null
  history: SeasonHistory
  show: Entity
  past: boolean
  starts: boolean
  /** What the rules say. */
  rule: ReadonlyArray<number | null>
  /** The number nearest to the event's words in their sentence, and the last one named before it; null where there is none. */
  near: number | null
  before: number | null
  /** The nearest one is brought in with "a": a third season. */
  nearIsNew: boolean
  dated: boolean
  /** How many seasons the clause counts; 0 when it counts none. */
  counted: number
  /** Years from the event's day back to the article's; null without a day. */
  yearsAgo: number | null
  /** All numbers that the article gives the show. */
  mentions: readonly NumberMention[]
  /** The words around its name wherever the article names it, and what is told of it. */
  surroundings: ReadonlySet<string>
  /** The show that the article is about. */
  main: boolean
  candidate: EventCandidate
}
