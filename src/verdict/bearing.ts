// What one claim says about a season's fate, and how much its speaker's word weighs.
import type { Claim, Factuality } from '../reading/claim.ts'
import type { Direction } from './verdict.ts'
import { directionOf } from './verdict.ts'

/** How near a speaker stands to the decision, nearest first. */
export const STANDINGS = ['official', 'reported', 'maker', 'unnamed', 'involved'] as const
/**
 * official: network, platform, studio, or one of their executives. reported: an outlet in its own voice.
 * maker: showrunner, creator, executive producer. unnamed: "sources say". involved: cast, writers, directors, hosts, agents.
 */
export type Standing = (typeof STANDINGS)[number]

const STANDING: Readonly<Record<Claim['role'], Standing>> = {
  network: 'official',
  studio: 'official',
  executive: 'official',
  outlet: 'reported',
  showrunner: 'maker',
  creator: 'maker',
  'executive producer': 'maker',
  anonymous: 'unnamed',
  writer: 'involved',
  director: 'involved',
  cast: 'involved',
  host: 'involved',
  agent: 'involved',
}
export const standingOf = ({ role }: Pick<Claim, 'role'>): Standing => STANDING[role] ?? 'involved'

/**
 * Weights. Makers know more than players and less than those who pay; unnamed sources stand between, for their outlet has
 * weighed them. Only the order is meant: twice the weight is not twice the truth.
 */
export const STANDING_WEIGHT: Readonly<Record<Standing, number>> = {
  official: 1,
  reported: 0.8,
  maker: 0.6,
  unnamed: 0.5,
  involved: 0.4,
}
const SURENESS: Readonly<Record<Factuality, number>> = {
  yes: 1,
  likely: 0.7,
  possible: 0.5,
  undecided: 0.5,
  unlikely: 0.7,
  no: 1,
}

/**
 * decision: by one who can decide, or flatly reported. fact: the season is being made or shown, so somebody has decided.
 * word: moves a season between likely, on the bubble and unlikely, and fades.
 */
export type Force = 'decision' | 'fact' | 'word'

export interface Bearing {
  force: Force
  /** up: there will be such a season. */
  direction: Direction
  standing: Standing
  /** Standing times sureness, between 0 and 1, before it fades. */
  weight: number
  /** A decision not to go on that was in the plan: "ended" rather than "cancelled". */
  ended: boolean
  /** The kind of report that it declares to be untrue. */
  denies: 'renewal' | 'cancellation' | 'ending' | null
}

const opposite = (d: Direction): Direction => (d === 'up' ? 'down' : d === 'down' ? 'up' : 'open')

/** What a claim says about the fate of the season that it names; null for the last season's ending, if it is not announced by it. */
export function bearingOf(claim: Claim): Bearing | null {
  const { event, factuality } = claim
  const standing = standingOf(claim)
  const direction = directionOf(factuality)
  const decides = standing === 'official' || standing === 'reported'
  const make = (force: Force, way: Direction, share: number, denies: Bearing['denies'] = null): Bearing => ({
    force,
    direction: way,
    standing,
    denies,
    ended: false,
    weight: round(STANDING_WEIGHT[standing] * SURENESS[factuality] * share),
  })
  switch (event) {
    case 'order':
    case 'renewal':
      if (decides && (factuality === 'yes' || factuality === 'no')) return make('decision', direction, 1)
      return make('word', direction, 1, factuality === 'undecided' && standing === 'official' ? 'renewal' : null)
    case 'cancellation':
      if (decides && factuality === 'yes') return make('decision', 'down', 1)
      return make(
        'word',
        opposite(direction),
        1,
        factuality === 'no' && standing === 'official' ? 'cancellation' : null,
      )
    case 'production':
      return direction === 'up' ? beingMade(claim, make) : make('word', 'open', 0.5)
    case 'premiere':
      return factuality === 'yes' ? make('fact', 'up', 1) : make('word', direction === 'up' ? 'up' : 'open', 0.5)
    case 'delay':
      // What is put off has not been dropped.
      return make('word', direction === 'up' ? 'up' : 'open', 0.5)
    case 'ending':
      // A last season that is announced is a season that comes. Only those who can decide, or who make it, announce it.
      return factuality === 'yes' && endsIt(standing) ? make('fact', 'up', 1) : null
  }
}

/** What a claim about an ending says of the season after the one that it names; null for every other claim. */
export function bearingOnNext(claim: Claim): Bearing | null {
  if (claim.event !== 'ending') return null
  const { factuality } = claim
  const standing = standingOf(claim)
  const decided = endsIt(standing) && factuality === 'yes'
  return {
    force: decided ? 'decision' : 'word',
    direction: opposite(directionOf(factuality)),
    standing,
    weight: round(STANDING_WEIGHT[standing] * SURENESS[factuality] * (decided ? 1 : 0.65)),
    ended: true,
    denies: factuality === 'no' && endsIt(standing) ? 'ending' : null,
  }
}

const endsIt = (standing: Standing): boolean =>
  standing === 'official' || standing === 'reported' || standing === 'maker'

/** Cameras roll only for what somebody has paid for; rooms are opened, and scripts written, in hope. */
function beingMade(claim: Claim, make: (force: Force, way: Direction, share: number) => Bearing): Bearing {
  const shot = claim.stage === 'filming' || claim.stage === 'wrapped' || claim.stage === 'post'
  if (shot && claim.factuality === 'yes') return make('fact', 'up', 1)
  // A first season in development is an idea among many; a further one is wanted by somebody.
  return make('word', claim.stage === 'development' && (claim.season ?? 1) <= 1 ? 'open' : 'up', 0.5)
}

const round = (weight: number): number => Math.round(weight * 1000) / 1000

/** Days in which a word loses half of its weight. */
export const HALF_LIFE = 90
/** Days after which a word is no longer heard: three half-lives, an eighth of its weight. */
export const FADES_AFTER = 3 * HALF_LIFE
/**
 * What is left of a word after a time. One half-life for every speaker, so that the balance between words changes only on days
 * when one is added or is no longer heard. Ninety days: a streaming service decides within about a quarter
 * of a release (the eleven Marvel seasons on Netflix that were followed by a decision, 2015 to 2019: after 11 to 126 days, the
 * median 41), a broadcaster within its season.
 * @param age days
 */
export const freshness = (age: number): number => (age > FADES_AFTER ? 0 : 0.5 ** (Math.max(0, age) / HALF_LIFE))
