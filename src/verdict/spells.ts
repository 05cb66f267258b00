// The verdicts on a show as spells: from which day to which each stood as it did. A spell answers for all its days what resolve()
// would, without the claims; the ledger keeps them, and makes them anew when something is heard of the show.
import type { Derived, LedgerClaim, Root, Spell, Turn } from '../ledger/records.ts'
import { FADES_AFTER, HALF_LIFE } from './bearing.ts'
import { isoDay } from './days.ts'
import type { History } from './history.ts'
import { historyOf } from './history.ts'
import { AIRING } from './progress.ts'
import { turnsOf } from './resolve.ts'
import { FORTNIGHT } from './roots.ts'
import type { Standing } from './standing.ts'
import { rowsOn, rowsOnAny, standings } from './standing.ts'
import { turnsOn } from './turns.ts'
import type { Direction, Fate } from './verdict.ts'
import { stancesOf } from './words.ts'

type Row = Omit<Spell, 'show' | 'season' | 'from' | 'until' | 'since' | 'before' | 'fate'> & { fate: Fate }

/** The day after the last that can be written as an ISO day of four digits. */
const FOREVER = Date.UTC(9999, 11, 31) / 864e5

/**
 * What the ledger keeps of a show beside its claims.
 * @param claims of this show alone, in any order
 * @returns its spells, its roots and its turns
 */
export function derive(claims: readonly LedgerClaim[]): Derived {
  const history = historyOf(claims, FOREVER, '')
  const [days, turning] = [daysOf(history), turnsOf(history, FOREVER).reverse()]
  const turningRows = new Set(rowsOnAny(history, turning))
  const [spells, turns]: [Spell[], Turn[]] = [[], []]
  for (const season of rowsOnAny(history, days)) {
    const on = standings(history, season)
    spells.push(...spellsOn(history, season, days, on))
    if (!turningRows.has(season)) continue
    for (const { claim, ...turn } of turnsOn(history, season, turning, on))
      turns.push({ ...turn, claim: claim?.id ?? null })
  }
  return { spells, roots: rootsIn(history), turns }
}

/**
 * The spells of every season of a show.
 * @param claims of this show alone, in any order
 * @returns by season, the series as a whole first, then day; none for the days before anything was heard
 */
export function spellsOf(claims: readonly LedgerClaim[]): Spell[] {
  const history = historyOf(claims, FOREVER, '')
  const days = daysOf(history)
  return rowsOnAny(history, days).flatMap((season) => spellsOn(history, season, days, standings(history, season)))
}

/** The sources of a show, each with the claims that go back to it. */
const rootsIn = ({ told }: History): Root[] =>
  [...Map.groupBy(told, ({ root }) => root).values()].map((of) => {
    const claims = of.map(({ claim }) => claim)
    const [{ id, speaker, via, article }] = claims as [LedgerClaim, ...LedgerClaim[]]
    return {
      id,
      speaker,
      outlet: via.at(-1) ?? article.outlet,
      published: article.published,
      heard: claims.map((claim) => claim.article.heard).sort()[0]!,
      claims: claims.map((claim) => claim.id),
    }
  })

/** The days, first first, on which a verdict can change other than by the slow fading of words. */
function daysOf(history: History): number[] {
  const days = new Set(turnsOf(history, FOREVER))
  for (const { day, stretch } of history.told) {
    // What stood in doubt is contested for so long, what was said in words is heard for so long.
    for (const later of [FORTNIGHT + 1, HALF_LIFE + 1, FADES_AFTER + 1]) days.add(day + later)
    if (stretch) for (const then of [stretch.first, stretch.first + AIRING]) if (then > day) days.add(then)
  }
  return [...days].filter((day) => day <= FOREVER).sort((a, b) => a - b)
}

function spellsOn(
  history: History,
  season: number | null,
  days: readonly number[],
  on: (day: number) => Standing,
): Spell[] {
  const at = (day: number): State => stateOn(history, season, day, on(day))
  const spells: Spell[] = []
  let [fate, since, before]: [Fate, number | null, Fate | null] = ['nothing heard', null, null]
  let last = ''
  const enter = (day: number, { row, shown, text }: State): void => {
    if (text === last) return
    last = text
    const open = spells.at(-1)
    if (open?.until === null) open.until = isoDay(day)
    if (row.fate !== fate) [fate, since, before] = [row.fate, day, fate]
    const held = since === null ? null : isoDay(since)
    if (shown) spells.push({ show: history.show, season, from: isoDay(day), until: null, since: held, before, ...row })
  }
  for (const [i, day] of days.entries()) {
    const state = at(day)
    enter(day, state)
    // Between two such days a verdict changes in one direction, if at all: words grow weaker.
    if (fades(state.row)) halve(at, [day, state], (days[i + 1] ?? day + 1) - 1, enter)
  }
  return spells
}

const fades = ({ fate }: Row): boolean => fate === 'likely' || fate === 'unlikely'

/** Finds the days between two on which a row changes. */
function halve(
  at: (day: number) => State,
  [from, first]: [day: number, state: State],
  to: number,
  enter: (day: number, state: State) => void,
  end: State = at(to),
): void {
  if (to <= from || first.text === end.text) return
  if (to - from === 1) {
    enter(to, end)
    return
  }
  const middle = (from + to) >> 1
  const between = at(middle)
  halve(at, [from, first], middle, enter, between)
  halve(at, [middle, between], to, enter, end)
}

interface State {
  row: Row
  /** It is a row of that day's board. */
  shown: boolean
  /** The same for the same. */
  text: string
}

/** What a day makes of a season. */
function stateOn(history: History, season: number | null, day: number, standing: Standing): State {
  const shown = rowsOn(history, day).includes(season)
  const { outcome, progress, premiere, delayed, final } = standing
  const { fate, certainty, contested, deciding, items } = outcome
  const stances = stancesOf(items, day)
  const count = (direction: Direction): number => stances.filter((s) => s.direction === direction).length
  const row: Row = {
    fate,
    certainty,
    contested,
    progress,
    premiere: premiere?.date ?? null,
    platform: premiere?.platform ?? null,
    final: final !== null,
    delayed: delayed?.since ?? null,
    deciding: deciding?.claim.id ?? null,
    pro: count('up'),
    contra: count('down'),
    open: count('open'),
  }
  return { row, shown, text: `${shown} ${JSON.stringify(row)}` }
}
