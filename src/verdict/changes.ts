// What changed between two days: once for each belief that changed, with the words that changed it.
//
// A belief is one axis of one season's verdict: its fate, its premiere, whether it is put off, whether it is the last. What turns
// and turns again within two days is one change: a report and its denial are told as what came of them, contested or settled.
import type { LedgerClaim } from '../ledger/records.ts'
import { dayNumber, isoDay } from './days.ts'
import type { History } from './history.ts'
import { byShow, historyOf } from './history.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf, rowsOf } from './outcome.ts'
import { placementOf } from './placing.ts'
import { progressOf } from './progress.ts'
import { weigh } from './reasons.ts'
import { finalOf, turnsOf } from './resolve.ts'
import type { Certainty, Fate } from './verdict.ts'

export const AXES = ['fate', 'premiere', 'delayed', 'final'] as const
export type Axis = (typeof AXES)[number]

/** What is believed on one axis. */
export interface Belief {
  /** A fate; a premiere's date; "put off"; "the last season". Null when nothing is known. */
  value: Fate | string | null
  /** Fates only: how sure, and whether sources of like standing disagree. */
  certainty: Certainty | null
  contested: boolean
  /** Premieres only. */
  platform: string | null
}

export interface Change {
  show: string
  season: number | null
  axis: Axis
  /** ISO day on which it changed first. */
  day: string
  /** ISO day from which on it has stood as it is told: later than `day` when it turned again. */
  until: string
  from: Belief
  to: Belief
  /** How often it turned: 1, or more when what turned within two days is told as one. */
  turns: number
  /**
   * plain: it turned once. settled: it turned again within two days, and rests. contested: it turned again, and sources disagree.
   * held back: it turned again less than two days ago: what is told is the first turn, what comes of it later.
   */
  outcome: 'plain' | 'settled' | 'contested' | 'held back'
  /** The words that changed it; null when it changed because words were too old to count. */
  claim: LedgerClaim | null
}

/** Days within which a turn and the next are one change. */
export const QUIET = 2
/** Days before the first one asked for that are looked at: what began there may have turned again since. */
const LOOK_BACK = 30

interface State {
  day: number
  belief: Belief
  claim: LedgerClaim | null
}

/**
 * What changed from one day to another, both included.
 * @param claims of any shows, in any order
 * @param since ISO day
 * @param until ISO day: only what was known by then
 * @returns by day, then show, season and axis; [] when a day is none
 */
export function changesOf(claims: Iterable<LedgerClaim>, since: string, until: string): Change[] {
  const [first, last] = [dayNumber(since), dayNumber(until)]
  if (Number.isNaN(first) || Number.isNaN(last)) return []
  let changes: Change[] = []
  for (const of of byShow(claims).values()) {
    const history = historyOf(of, last, '')
    const turns = turnsOf(history, last).reverse()
    if (!turns.length || turns.at(-1)! < first) continue
    const seasons = new Set<number | null>(
      turns.flatMap((day) => (day >= first - LOOK_BACK ? rowsOn(history, day) : [])),
    )
    for (const season of seasons)
      for (const [axis, states] of statesOf(history, season, turns, first - LOOK_BACK))
        for (const change of told(states, last))
          if (dayNumber(change.until) >= first && tells(axis, change))
            changes.push({ show: history.show, season, axis, ...change })
  }
  const byWords = Map.groupBy(changes, (change) => `${change.day} ${change.claim?.id}`)
  changes = changes.filter((change) => !retold(change, byWords.get(`${change.day} ${change.claim?.id}`)!))
  return changes.sort(byDay)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of changes: by day, then show, season and axis. */
export const byDay = (a: Change, b: Change): number =>
  order(a.day, b.day) ||
  order(a.show, b.show) ||
  (a.season ?? -1) - (b.season ?? -1) ||
  AXES.indexOf(a.axis) - AXES.indexOf(b.axis)

/** The rows of a day; the series as a whole is one for as long as no season is known. */
function rowsOn(history: History, day: number): Array<number | null> {
  const placement = placementOf(history, day)
  return [...(placement.seasons.has(null) ? [null] : []), ...rowsOf(placement)]
}

/** A season's beliefs on each axis, where they change: the first is what was believed before `from`. */
function statesOf(history: History, season: number | null, turns: readonly number[], from: number): Map<Axis, State[]> {
  const states = new Map<Axis, State[]>(AXES.map((axis) => [axis, []]))
  const before = turns.findLast((day) => day < from)
  let series = false
  for (const day of [...(before === undefined ? [] : [before]), ...turns.filter((t) => t >= from)]) {
    // Once its first season is known, what was said of the series is said of that season: a belief that goes on changes nothing.
    const became = series && !hasSeries(history, day)
    series = hasSeries(history, day)
    if (season === null && !series) continue
    const outcome = outcomeOf(history, season, day)
    for (const [axis, state] of beliefsOn(history, season, day, outcome)) {
      const of = states.get(axis)!
      if (!of.length && day >= from) of.push({ day: from, belief: NONE[axis], claim: null })
      if (became && axis === 'fate' && of.length === 1 && of[0]!.belief.value === 'nothing heard')
        of[0] = beliefsOn(history, null, day - 1, outcomeOf(history, null, day - 1))[0]![1]
      if (!of.length || !same(of.at(-1)!.belief, state.belief)) of.push(state)
    }
  }
  return states
}

const hasSeries = (history: History, day: number): boolean => placementOf(history, day).seasons.has(null)

const plain = (value: string | null): Belief => ({ value, certainty: null, contested: false, platform: null })
const NONE: Readonly<Record<Axis, Belief>> = {
  fate: { ...plain('nothing heard'), certainty: 'unheard' },
  premiere: plain(null),
  delayed: plain(null),
  final: plain(null),
}

/**
 * A surer word of the same kind is no change, neither is a platform alone once there is a date, nor that a contradiction has grown
 * too old to be one.
 */
const same = (was: Belief, is: Belief): boolean => was.value === is.value && (was.contested || !is.contested)

function beliefsOn(history: History, season: number | null, day: number, outcome: Outcome): Array<[Axis, State]> {
  const { fate, certainty, contested } = outcome
  const { premiere, delayed } = progressOf(history, season, day, outcome)
  const final = finalOf(history, season, day, outcome)
  const state = (belief: Belief, claim: LedgerClaim | null): State => ({ day, belief, claim })
  return [
    ['fate', state({ value: fate, certainty, contested, platform: null }, wordsOf(outcome, day))],
    [
      'premiere',
      state({ ...plain(premiere?.date ?? null), platform: premiere?.platform ?? null }, premiere?.claim ?? null),
    ],
    ['delayed', state(plain(delayed && 'put off'), delayed?.claim ?? null)],
    ['final', state(plain(final && 'the last season'), final)],
  ]
}

/** What changed a fate on a day: the deciding words if they are of that day, else the heaviest of that day, else the deciding. */
function wordsOf(outcome: Outcome, day: number): LedgerClaim | null {
  if (outcome.fate === 'nothing heard') return null
  const decided = outcome.deciding?.claim ?? null
  const today = isoDay(day)
  if (decided?.article.published.startsWith(today)) return decided
  const { pro, contra, open } = weigh(outcome, day)
  const fresh = [...pro, ...contra, ...open].filter((w) => w.claim.article.published.startsWith(today))
  return fresh.sort((a, b) => b.weight - a.weight)[0]?.claim ?? decided
}

/**
 * That a season is the last, and that the one after it will not come, is one belief: of a season that nobody had spoken of the
 * end is told on the last one, of one in doubt on itself.
 * @param sameWords the changes of one day by one claim
 */
function retold({ show, season, axis, from, to, claim }: Change, sameWords: readonly Change[]): boolean {
  if (season === null || !claim) return false
  const twin = (of: number, on: Axis): Change | undefined =>
    sameWords.find((c) => c.season === of && c.axis === on && c.show === show)
  if (axis === 'fate') return to.value === 'ended' && from.value === 'nothing heard' && !!twin(season - 1, 'final')
  const next = axis === 'final' ? twin(season + 1, 'fate') : undefined
  return !!next && !(next.to.value === 'ended' && next.from.value === 'nothing heard')
}

/** A date that is dropped, and a delay that is over, are told by what came instead. */
const tells = (axis: Axis, { to }: Turn): boolean => to.value !== null || axis === 'fate' || axis === 'final'

type Turn = Omit<Change, 'show' | 'season' | 'axis'>

/** Parts the states into changes: a turn that follows another within two days belongs to it. */
function told(states: readonly State[], last: number): Turn[] {
  const runs: number[][] = []
  for (let i = 1; i < states.length; i++) {
    const run = runs.at(-1)
    if (run && states[i]!.day - states[run.at(-1)!]!.day <= QUIET) run.push(i)
    else runs.push([i])
  }
  return runs.map((run) => {
    const from = states[run[0]! - 1]!.belief
    const end = states[run.at(-1)!]!
    const loud = run.length > 1 && last - end.day < QUIET
    const { belief: to, claim } = loud ? states[run[0]!]! : end
    const outcome = run.length === 1 ? 'plain' : loud ? 'held back' : to.contested ? 'contested' : 'settled'
    return { day: isoDay(states[run[0]!]!.day), until: isoDay(end.day), from, to, turns: run.length, outcome, claim }
  })
}
