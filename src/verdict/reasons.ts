// The reasons of a verdict: each independent source once, by what it came to say, with its weight and why.
import type { LedgerClaim } from '../ledger/records.ts'
import type { Force } from './bearing.ts'
import type { Outcome } from './outcome.ts'
import type { Verdict, WeighedClaim } from './verdict.ts'
import type { Stance } from './words.ts'
import { LESS, stancesOf } from './words.ts'

/**
 * Weighs what bears on an outcome.
 * @returns claims by direction, heaviest first; of equals the latest, then by id
 */
export function weigh({ items, deciding, decided }: Outcome, day: number): Pick<Verdict, 'pro' | 'contra' | 'open'> {
  const stances = stancesOf(items, day)
  const of = (direction: Stance['direction']): WeighedClaim[] =>
    stances
      .filter((s) => s.direction === direction)
      .map((s) => {
        // The words that decided speak for their source.
        const item =
          items.find((i) => i.told === deciding && i.told.root === s.root && i.bearing.direction === direction) ??
          s.item
        const overtaken =
          decided !== null && decided !== direction && item.bearing.force !== 'word' && item.aside === null
        return {
          claim: item.told.claim,
          weight: Math.round(s.weight * (overtaken ? LESS : 1) * 1000) / 1000,
          why: whyOf(item, day - s.day, overtaken),
        }
      })
      .sort(
        (a, b) =>
          b.weight - a.weight ||
          (a.claim.article.published < b.claim.article.published
            ? 1
            : a.claim.article.published > b.claim.article.published
              ? -1
              : a.claim.id < b.claim.id
                ? -1
                : 1),
      )
  return { pro: of('up'), contra: of('down'), open: of('open') }
}

const MANNER = {
  yes: 'stated as a fact',
  likely: 'expected',
  possible: 'hoped for or left open',
  undecided: 'said to be open',
  unlikely: 'doubted',
  no: 'denied',
} as const

/** One line: who, how surely, how old, and what became of it. */
function whyOf({ told: { claim }, bearing, aside }: Outcome['items'][number], age: number, overtaken: boolean): string {
  const since = overtaken ? ', since overtaken' : aside ? `, ${aside.note}` : ''
  return `${whoOf(claim)}, ${mannerOf(claim, bearing.force)}, ${ageOf(age)}${since}`
}

function whoOf({ speaker, role, via }: LedgerClaim): string {
  const first = via.at(-1)
  if (speaker === null) return first ? `${first}’s own word` : 'the outlet’s own word'
  return `${role === 'anonymous' ? 'unnamed sources' : role}${first ? ` to ${first}` : ''}`
}

function mannerOf(claim: LedgerClaim, force: Force): string {
  if (force === 'decision') return 'a decision'
  return force === 'fact' ? 'a sign that it is decided' : MANNER[claim.factuality]
}

function ageOf(days: number): string {
  if (days < 1) return 'of the same day'
  if (days >= 730) return `${Math.floor(days / 365)} years old`
  return days === 1 ? 'one day old' : `${days} days old`
}
