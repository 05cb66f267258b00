// The answer for one season on one day.

import type { LedgerClaim } from '../ledger/records.ts'
import type { Factuality } from '../reading/claim.ts'

export const FATES = ['renewed', 'likely', 'on the bubble', 'unlikely', 'cancelled', 'ended', 'nothing heard'] as const
export type Fate = (typeof FATES)[number]

/** In the words of the scorecards that television columns keep, strongest first in each direction. */
export const CERTAINTIES = [
  'official',
  'as good as certain',
  'a safe bet',
  'leaning',
  'could go either way',
  'unheard',
] as const
export type Certainty = (typeof CERTAINTIES)[number]

export const PROGRESS = [
  'ordered',
  'in development',
  'writing',
  'filming',
  'wrapped',
  'dated',
  'airing',
  'aired',
] as const
export type Progress = (typeof PROGRESS)[number]

/** A claim with what it weighed and why. */
export interface WeighedClaim {
  claim: LedgerClaim
  /** Between 0 and 1: standing of the speaker, sureness, freshness. */
  weight: number
  /** One line: "showrunner, in her own words, 12 days old". */
  why: string
}

export interface Verdict {
  show: string
  /** Season number; null for the series as a whole. */
  season: number | null
  /** ISO day for which it holds. */
  day: string
  fate: Fate
  certainty: Certainty
  /** Fresh sources of like standing disagree. */
  contested: boolean
  progress: Progress | null
  /** Premiere as precisely as it is known ("2018-03-08", "2018-summer"), and where. */
  premiere: { date: string | null; platform: string | null; claim: LedgerClaim } | null
  /** The season is the last, and by whose word. */
  final: LedgerClaim | null
  /** Put off, since this ISO day. */
  delayed: { since: string; claim: LedgerClaim } | null
  /** ISO day since which the fate has held; null when nothing was heard. */
  since: string | null
  /** The fate before that. */
  before: Fate | null
  deciding: LedgerClaim | null
  /** The claims that bear on the fate, heaviest first, by direction. */
  pro: WeighedClaim[]
  contra: WeighedClaim[]
  /** Those that lean nowhere: hopes, wishes, "not decided yet". */
  open: WeighedClaim[]
  /** Independent sources, each counted once however many outlets carried it. */
  roots: { pro: number; contra: number; open: number }
}

export type Direction = 'up' | 'open' | 'down'
export const directionOf = (f: Factuality): Direction =>
  f === 'yes' || f === 'likely' ? 'up' : f === 'possible' || f === 'undecided' ? 'open' : 'down'

/** Whether a season is one that nobody speaks of, and that will not come because the series was over before it. */
export const isBeyondEnd = ({ fate, season, deciding, roots }: Verdict): boolean =>
  (fate === 'cancelled' || fate === 'ended') &&
  season !== null &&
  deciding !== null &&
  roots.pro + roots.contra + roots.open === 0
