// What an article tells beside the status of a season. The guide behind these types is docs/claims.md.
import type { Span } from '../../article/article.ts'
import type { Role } from '../claim.ts'

export const FACTS = ['score', 'credit', 'appearance', 'fate', 'dependency'] as const
export type FactKind = (typeof FACTS)[number]

/** What every fact tells besides. */
export interface Told {
  /** Canonical title of the series that the fact is about. */
  show: string
  /** The season, where the article tells one. */
  season: number | null
  /** As of a claim: null when the outlet itself says so. */
  speaker: string | null
  via: string[]
  /** The day that the article gives for it, as precisely as it does; mostly none. */
  date: string | null
  /** Verbatim words of the article. */
  evidence: string
  /** Where `evidence` stands in the article's text. */
  span: Span
  /** The sentence around the evidence. */
  sentence: Span
}

/** What an aggregator of reviews gives a series or a season. */
export interface Score extends Told {
  fact: 'score'
  aggregator: string
  value: number
  /** The best that the aggregator gives. */
  scale: number
  /** Given by viewers, not by critics. */
  audience?: true
}

/** Who makes a series, or plays in it. */
export interface Credit extends Told {
  fact: 'credit'
  person: string
  role: Role
  /** Whom the person plays. */
  character: string | null
}

/** A character who is seen in another series. */
export interface Appearance extends Told {
  fact: 'appearance'
  character: string
  /** The series that the character comes from, where the article tells it. */
  of: string | null
}

/** Whether a character is dead or alive. */
export interface CharacterFate extends Told {
  fact: 'fate'
  character: string
  state: 'alive' | 'dead'
}

/** What a season must wait for. */
export interface Dependency extends Told {
  fact: 'dependency'
  /** In the article's words. */
  waitsOn: string
  /** The series that it waits for, where that is one with a title. */
  waitsOnShow: string | null
  /** Which seasons of those that it waits for. */
  waitsOnSeasons: number[]
}

export type Fact = Score | Credit | Appearance | CharacterFate | Dependency
