// What changed between two days: once for each belief that changed, with the words that changed it.
//
// A belief is one axis of one season's verdict: its fate, its premiere, whether it is put off, whether it is the last. What turns
// and turns again within two days is one change: a report and its denial are told as what came of them, contested or settled.
import { showKey } from '../catalogue/titles.ts'
import type { LedgerClaim, Turn } from '../ledger/records.ts'
import { dayNumber } from './days.ts'
import { byShow, historyOf } from './history.ts'
import { turnsOf } from './resolve.ts'
import { rowsOnAny, standings } from './standing.ts'
import type { Axis, Belief } from './turns.ts'
import { AXES, QUIET, turnsOn } from './turns.ts'

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
  const turns: Turn<LedgerClaim>[] = []
  for (const of of byShow(claims).values()) {
    const history = historyOf(of, last, '')
    const days = turnsOf(history, last).reverse()
    if (!days.length || days.at(-1)! < first) continue
    for (const season of rowsOnAny(history, days))
      turns.push(...turnsOn(history, season, days, standings(history, season)))
  }
  return changesIn(turns, since, until)
}

/**
 * What turns come to: the same as changesOf tells from the claims.
 * @param turns of any shows, in any order: all from one ISO day to another, both included, and those before that they belong to
 */
export function changesIn(turns: Iterable<Turn<LedgerClaim>>, since: string, until: string): Change[] {
  const known = [...turns].filter((turn) => turn.day <= until)
  const runs = Map.groupBy(known, (turn) => `${showKey(turn.show)} ${turn.season} ${turn.axis} ${turn.opened}`)
  const changes = [...runs.values()].map((run) => told(run, until)).filter((c) => c.until >= since && tells(c))
  const byWords = Map.groupBy(changes, (change) => `${change.day} ${change.claim?.id}`)
  return changes.filter((change) => !retold(change, byWords.get(`${change.day} ${change.claim?.id}`)!)).sort(byDay)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of changes: by day, then show, season and axis. */
export const byDay = (a: Change, b: Change): number =>
  order(a.day, b.day) ||
  order(a.show, b.show) ||
  (a.season ?? -1) - (b.season ?? -1) ||
  AXES.indexOf(a.axis) - AXES.indexOf(b.axis)

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
const tells = ({ axis, to }: Change): boolean => to.value !== null || axis === 'fate' || axis === 'final'

/** The one change that turns of one belief, each within two days of the next, come to by a day. */
function told(run: Turn<LedgerClaim>[], until: string): Change {
  run.sort((a, b) => order(a.day, b.day))
  const [first, end] = [run[0]!, run.at(-1)!]
  const loud = run.length > 1 && dayNumber(until) - dayNumber(end.day) < QUIET
  const { show, season, is, claim } = loud ? first : end
  const outcome = run.length === 1 ? 'plain' : loud ? 'held back' : is.contested ? 'contested' : 'settled'
  return {
    ...{ show, season, axis: first.axis as Axis, day: first.day, until: end.day },
    ...{ from: first.was as Belief, to: is as Belief, turns: run.length, outcome, claim },
  }
}
