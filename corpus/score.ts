// Scores claims against expected ones, by the annotation guide (docs/claims.md).
//
// status: show, season, event and direction agree, direction folding factuality three ways (up, open, down). "No third
// season" (renewal, down), "cancelled" (cancellation, up) and "passed on" (order, down) are one meaning; a cancellation of the
// series as a whole agrees with one of any season. Expected claims marked optional count neither way.
import type { Claim } from '../src/reading/claim.ts'
import { directionOf } from '../src/verdict/verdict.ts'

export type ScoredClaim = Pick<Claim, 'show' | 'season' | 'event' | 'factuality' | 'speaker'> & {
  aliases?: readonly string[]
  optional?: boolean
}

const words = (title: string | null | undefined): string[] =>
  (title ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’`‘]/g, '')
    .replace(/\(\d{4}\)/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((w) => w && w !== 'the' && w !== 'a')

export function sameTitle(a: string, b: string): boolean {
  const [x, y] = [words(a), words(b)]
  if (!x.length || !y.length) return false
  if (x.join('') === y.join('')) return true
  const [small, large] = x.length < y.length ? [x, y] : [y, x]
  return small.every((w) => large.includes(w)) && small.length / large.length >= 0.5
}

const names = (c: ScoredClaim): string[] => [c.show, ...(c.aliases ?? [])]

/** What a claim says of a season: its event and direction, with a denied renewal and a cancellation as one. */
export function meaning({ event, factuality }: Pick<ScoredClaim, 'event' | 'factuality'>): string {
  const direction = directionOf(factuality)
  if (event === 'cancellation' && direction === 'up') return 'renewal down'
  if (event === 'cancellation' && direction === 'open') return 'renewal open'
  if (event === 'order' && direction === 'down') return 'renewal down'
  return `${event} ${direction}`
}

/** Whether two claims say the same of the same season. */
export function sameStatus(a: ScoredClaim, b: ScoredClaim): boolean {
  const season =
    a.season === b.season ||
    ((a.event === 'cancellation' || b.event === 'cancellation') && (a.season === null || b.season === null))
  return season && meaning(a) === meaning(b) && names(a).some((x) => names(b).some((y) => sameTitle(x, y)))
}

/** Whether they also have one speaker: a surname agrees with the full name. */
export function sameAttribution(a: ScoredClaim, b: ScoredClaim): boolean {
  const [x, y] = [words(a.speaker), words(b.speaker)]
  if (!x.length || !y.length) return sameStatus(a, b) && x.length === y.length
  return sameStatus(a, b) && (x.at(-1) === y.at(-1) || x.every((w) => y.includes(w)) || y.every((w) => x.includes(w)))
}

/** Whether two names are one outlet's: "The Wrap" and "TheWrap". */
export const sameOutlet = (a: string | undefined, b: string | undefined): boolean =>
  words(a).join('') === words(b).join('')

export interface Tally {
  hit: number
  missed: number
  spurious: number
}

/** Adds one article's count to a tally. */
export function count(
  total: Tally,
  expected: readonly ScoredClaim[],
  found: readonly ScoredClaim[],
  same: (a: ScoredClaim, b: ScoredClaim) => boolean,
): void {
  const distinct = (claims: readonly ScoredClaim[]): ScoredClaim[] => {
    const kept: ScoredClaim[] = []
    for (const c of claims) if (!kept.some((k) => same(k, c))) kept.push(c)
    return kept
  }
  const left = distinct(found)
  for (const claim of distinct(expected.filter((c) => !c.optional))) {
    const i = left.findIndex((p) => same(claim, p))
    if (i < 0) total.missed++
    else {
      left.splice(i, 1)
      total.hit++
    }
  }
  total.spurious += left.filter((p) => !expected.some((g) => same(g, p))).length
}

export const f1 = ({ hit, missed, spurious }: Tally): number => (hit ? (2 * hit) / (2 * hit + missed + spurious) : 0)
