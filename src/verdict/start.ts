// Is a show safe to start? It is when it ended as its makers meant it to, or when more of it has been ordered; not when somebody who
// pays for it stopped it; and nobody knows while its next season is in the air.
import type { Spell } from '../ledger/records.ts'

/** yes: it ended by design, or goes on. no: it was stopped. open: nobody knows yet. new: nothing of it has been shown. */
export const STARTS = ['yes', 'no', 'open', 'new'] as const
export type Start = (typeof STARTS)[number]

export interface StartAnswer {
  start: Start
  /** The season that decides it: the next one, or the last; null when none is known. */
  season: number | null
  /** How that season stands. */
  fate: string
  /** One line: "season 3 is ordered". */
  why: string
}

const shown = ({ progress }: Spell): boolean => progress === 'aired' || progress === 'airing'

/**
 * Whether a show is safe to start.
 * @param rows how its seasons stand on one day, in any order
 */
export function startOf(rows: readonly Spell[]): StartAnswer {
  const seasons = rows.filter((row) => row.season !== null).sort((a, b) => a.season! - b.season!)
  const last = seasons.findLast(shown)
  const next = seasons.find((row) => !shown(row) && row.season! > (last?.season ?? 0))
  if (!next) return withoutNext(last, rows)
  const { season, fate } = next
  const answer = (start: Start, why: string): StartAnswer => ({ start, season, fate, why })
  const before = season! - 1
  switch (fate) {
    case 'renewed':
      return last
        ? answer('yes', `season ${season} is ordered${next.final ? ', and will be the last' : ''}`)
        : answer('new', `season ${season} is ordered, and nothing has been shown yet`)
    case 'ended':
      return answer('yes', `it ended by design${before ? ` with season ${before}` : ''}`)
    case 'cancelled':
      return answer('no', before ? `it was cancelled after season ${before}` : 'it was dropped before it began')
    case 'nothing heard':
      return answer('open', `nothing is heard of season ${season}`)
    default:
      return answer('open', `season ${season} is ${fate}`)
  }
}

/** Nothing is said of a season after the last that was shown. */
function withoutNext(last: Spell | undefined, rows: readonly Spell[]): StartAnswer {
  if (last?.final)
    return {
      start: 'yes',
      season: last.season,
      fate: last.fate,
      why: `season ${last.season} is the last, as announced`,
    }
  if (last)
    return {
      start: 'open',
      season: last.season,
      fate: last.fate,
      why: `nothing is heard of a season after ${last.season}`,
    }
  const series = rows.find((row) => row.season === null)
  const fate = series?.fate ?? 'nothing heard'
  if (fate === 'cancelled') return { start: 'no', season: null, fate, why: 'it was cancelled' }
  if (fate === 'ended') return { start: 'yes', season: null, fate, why: 'it ended by design' }
  if (fate === 'renewed') return { start: 'yes', season: null, fate, why: 'more of it is ordered' }
  return {
    start: 'open',
    season: null,
    fate,
    why: fate === 'nothing heard' ? 'nothing is heard of it' : `it is ${fate}`,
  }
}

/** Whether a season is one to wait for: it will come, or may, and has not been shown. */
export const isAwaited = (row: Spell): boolean =>
  !shown(row) && ['renewed', 'likely', 'on the bubble'].includes(row.fate)
