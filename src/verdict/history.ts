// What has been told of one show up to a day, each claim with its root and its bearing, in an order that arrival cannot change.
import { commonSpelling, showKey } from '../catalogue/titles.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import type { Bearing } from './bearing.ts'
import { bearingOf, bearingOnNext } from './bearing.ts'
import type { Stretch } from './days.ts'
import { dayNumber, stretchOf } from './days.ts'
import type { Placement } from './placing.ts'
import { rootsOf } from './roots.ts'

export interface Told {
  claim: LedgerClaim
  /** Day of publication. */
  day: number
  /** The day from which on its article said so no more; infinite for what stands. */
  withdrawn: number
  /** The days that the claim's date may mean. */
  stretch: Stretch | null
  root: number
  /** The same number for all that carry one root's word on one thing: who carries it later tells no news. */
  said: number
  /** The same number for all that carry one root's word on one date. */
  dated: number
  /** On the season that the event happens to. */
  own: Bearing | null
  /** On the season after it. */
  next: Bearing | null
  /** Of a platform that had given the show up to another before: told again, no news. */
  bygone: boolean
}

export interface History {
  show: string
  /** By day of publication, then id. */
  told: Told[]
  /** The days on which claims were published or withdrawn, one each, in order. */
  steps: number[]
  /** Placements already made, by what was known: placing.ts keeps them here. */
  placements: Map<number, Placement>
}

/** Claims parted by show, whatever the spelling: key to claims. */
export function byShow(claims: Iterable<LedgerClaim>): Map<string, LedgerClaim[]> {
  const shows = new Map<string, LedgerClaim[]>()
  for (const claim of claims) {
    const key = showKey(claim.show)
    const of = shows.get(key)
    if (of) of.push(claim)
    else shows.set(key, [claim])
  }
  return shows
}

/**
 * The history of a show up to a day.
 * @param claims of this show alone, in any order; one given twice counts once
 * @param day as dayNumber gives it; what was published later is left out
 * @param name of the show when no claim tells it
 */
export function historyOf(claims: readonly LedgerClaim[], day: number, name: string): History {
  const known = new Map<string, { claim: LedgerClaim; day: number }>()
  for (const claim of claims) {
    const published = dayNumber(claim.article.published)
    // NaN compares as false: a claim or a question without a day is never known.
    if (published <= day) known.set(claim.id, { claim, day: published })
  }
  const sorted = [...known.values()].sort((a, b) => a.day - b.day || (a.claim.id < b.claim.id ? -1 : 1))
  const roots = rootsOf(sorted.map((k) => k.claim))
  const spellings = new Map<string, number>()
  for (const { claim } of sorted) spellings.set(claim.show, (spellings.get(claim.show) ?? 0) + 1)
  const [sayings, dates] = [new Map<string, number>(), new Map<string, number>()]
  const told = sorted.map(
    ({ claim, day }, i): Told => ({
      claim,
      day,
      withdrawn: claim.withdrawn === undefined ? Number.POSITIVE_INFINITY : dayNumber(claim.withdrawn),
      stretch: claim.date === null ? null : stretchOf(claim.date),
      root: roots[i]!,
      said: numbered(sayings, `${roots[i]} ${claim.event} ${claim.factuality} ${claim.season}`),
      dated: numbered(dates, `${roots[i]} ${claim.event} ${claim.factuality} ${claim.date}`),
      own: bearingOf(claim),
      next: bearingOnNext(claim),
      bygone: false,
    }),
  )
  markBygone(told)
  const steps = told.flatMap((t) => (t.withdrawn === Number.POSITIVE_INFINITY ? [t.day] : [t.day, t.withdrawn]))
  steps.sort((a, b) => a - b)
  return { show: commonSpelling(spellings) ?? name, told, steps, placements: new Map() }
}

/** The number of a text, counted from 0 in the order in which the texts come. */
function numbered(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
}

/** The claims that had been published by a day and not been withdrawn again, in the order of the history. */
export const knownOn = ({ told }: History, day: number): Told[] => told.filter((t) => t.day <= day && t.withdrawn > day)

/** How often something had been published or withdrawn by a day: what was known is the same where this is. */
export function stateOf({ steps }: History, day: number): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** The platform that a decision is about: the one named beside it, or the network that speaks. */
export function platformOf({ platform, role, speaker }: LedgerClaim): string | null {
  const name = platform ?? (role === 'network' ? speaker : null)
  return name === null ? null : showKey(name)
}

/**
 * "… which Fox cancelled before NBC picked it up", told years later, is no cancellation by NBC: a platform that cancelled the show,
 * and lost it to another that ordered more of it, has nothing left to cancel.
 */
function markBygone(told: readonly Told[]): void {
  const cancelled = new Map<string, number>()
  const lost = new Map<string, number>()
  for (const t of told) {
    if (t.own?.force !== 'decision') continue
    const platform = platformOf(t.claim)
    if (platform === null) continue
    if (t.own.direction === 'up') {
      for (const [other, day] of cancelled)
        if (other !== platform && day <= t.day) lost.set(other, Math.min(t.day, lost.get(other) ?? t.day))
      lost.delete(platform)
      cancelled.delete(platform)
    } else {
      if ((lost.get(platform) ?? t.day) < t.day) t.bygone = true
      else if (!cancelled.has(platform)) cancelled.set(platform, t.day)
    }
  }
}
