// What a claim is. The guide behind these types is docs/claims.md.
import type { Span } from '../article/article.ts'

/** What an article may say happens to a season, named in the positive; factuality carries the denial. */
export const EVENTS = ['order', 'renewal', 'cancellation', 'ending', 'production', 'premiere', 'delay'] as const
export type Event = (typeof EVENTS)[number]

/** How true the speaker holds the event to be, after FactBank (Saurí & Pustejovsky 2009), with `undecided` for what is said to be open. */
export const FACTUALITIES = ['yes', 'likely', 'possible', 'undecided', 'unlikely', 'no'] as const
export type Factuality = (typeof FACTUALITIES)[number]

export const ROLES = [
  'showrunner',
  'creator',
  'executive producer',
  'writer',
  'director',
  'cast',
  'host',
  'executive',
  'network',
  'studio',
  'agent',
  'anonymous',
  'outlet',
] as const
export type Role = (typeof ROLES)[number]

export const STAGES = ['development', 'writing', 'casting', 'filming', 'wrapped', 'post'] as const
export type Stage = (typeof STAGES)[number]

/** One named step of the reading that shaped a claim: which stage, what it saw, and where. */
export interface Step {
  stage: string
  /** One line a contributor understands: "hedge “don't think” reaches “doing it again”: unlikely". */
  note: string
  span?: Span
}

/** One thing an article says about what happens to a season of a series. */
export interface Claim {
  /** Canonical title, without quotes, year or a possessive brand ("Marvel's"). */
  show: string
  /** The season that the event happens to; null when the claim is about the series as a whole. */
  season: number | null
  event: Event
  factuality: Factuality
  /** Person, network or studio; "anonymous" for unnamed sources; null when the outlet itself asserts it. */
  speaker: string | null
  role: Role
  /** Outlets that the words came through before this one, nearest first. */
  via: string[]
  /** When the event falls, as precisely as the article says: "2018-03-08", "2018-03", "2018", "2018-Q2", "2018-spring", "2018-early"; else null. */
  date: string | null
  platform: string | null
  /** Stage of making, on `production` claims that tell one. */
  stage?: Stage
  /** Verbatim words of the article, the shortest that carry the claim. */
  evidence: string
  /** Where `evidence` stands in the article's text. */
  span: Span
  /** The sentence around the evidence. */
  sentence: Span
  /** How the reading came to this claim, first step first. */
  why: Step[]
}
