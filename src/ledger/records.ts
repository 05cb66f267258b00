// What the ledger keeps, as the rooms to its right see it.
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import type { Fact } from '../reading/facts/fact.ts'

/** An article in the ledger, without its text. */
export interface ArticleRef {
  /** Hash of all that makes the article: the same article has the same id everywhere. */
  id: string
  title: string | null
  outlet: string | null
  author: string | null
  url: string | null
  /**
   * ISO day (YYYY-MM-DD) from which its claims count: its day of publication, or the day it was heard when it tells none. On a
   * claim that a later version of its page brought in, the day that version was heard.
   */
  published: string
  /** When its outlet last changed it, by its own word: an ISO instant, or an ISO day where it tells no hour; null when unknown. */
  modified: string | null
  /** ISO instant at which it was first heard. */
  heard: string
  /** Part of the first-run sample. */
  sample: boolean
  /** What its text is like (likeness.ts), to tell near-copies by; on the articles of claims. */
  sketch?: string
}

/** A claim as the ledger keeps it: append-only, never edited. */
export interface LedgerClaim extends Claim {
  /** Hash of the article's id and what the claim says: the same claim has the same id everywhere. */
  id: string
  /** The words of the sentence around the evidence, so that it can be shown without the article's text. */
  sentenceText: string
  article: ArticleRef
  /** ISO day from which on it stands on its page no more: a later version of the article lacks it. Left out while it stands. */
  withdrawn?: string
}

/** A fact beside the status, with the article that tells it. */
export type LedgerFact = Fact & { article: ArticleRef }

/** An article as the ledger keeps it, whole: what was given to the reading, and what the ledger knows of it. */
export interface ArticleRecord {
  ref: ArticleRef
  /** As it was read: `published` is null here when the article tells no date. */
  article: Article
  /** Version of the rules that read it last. */
  reading: string
}

/** What one version of the rules read out of an article. */
export interface Reading {
  /** Version of the rules. */
  reading: string
  /** ISO instant at which it was made. */
  read: string
  claims: readonly Claim[]
  /** What it tells beside; left out where it was not asked for, or tells nothing. */
  facts?: readonly Fact[]
}

/** An article with all that the ledger keeps of it. */
export interface Kept {
  article: Article
  /** ISO instant at which it was first heard. */
  heard: string
  /** Part of the first-run sample. */
  sample: boolean
  readings: readonly Reading[]
}

/** An outlet that has been heard of. */
export interface Outlet {
  /** As it was spelled. */
  name: string
  /** ISO day and ISO instant, the earliest: of an article that it published, or that names it as where words came from. */
  published: string
  heard: string
}

/** One source, however often it was heard: an interview, a press release, an agency’s text. */
export interface Root {
  /** Id of the claim that opened it. */
  id: string
  speaker: string | null
  /** The outlet that the words came through first. */
  outlet: string | null
  /** ISO day from which it counts, and ISO instant at which any of its claims was first heard. */
  published: string
  heard: string
  /** Ids of the claims that go back to it, by day. */
  claims: readonly string[]
}

/** What follows from the claims of one show. */
export interface Derived {
  spells: readonly Spell[]
  roots: readonly Root[]
  turns: readonly Turn[]
}

/** How a season stood from one day to another: what the verdict made of the claims, kept so that no claim need be read again. */
export interface Spell {
  show: string
  season: number | null
  /** ISO day, the first. */
  from: string
  /** ISO day, the first after it; null while it lasts. */
  until: string | null
  fate: string
  certainty: string
  contested: boolean
  progress: string | null
  /** The date as precisely as it is known, and where. */
  premiere: string | null
  platform: string | null
  /** The season is the last. */
  final: boolean
  /** ISO day since which it has been put off. */
  delayed: string | null
  /** ISO day since which the fate has held, and the fate before. */
  since: string | null
  before: string | null
  /** Id of the claim that decides. */
  deciding: string | null
  /** Independent sources for it, against it, and leaving it open. */
  pro: number
  contra: number
  open: number
}

/** What is believed of a season on one axis: its fate, its premiere, whether it is put off, whether it is the last. */
export interface Belief {
  /** A fate; a premiere's date; "put off"; "the last season". Null when nothing is known. */
  value: string | null
  /** Fates only: how sure, and whether sources of like standing disagree. */
  certainty: string | null
  contested: boolean
  /** Premieres only. */
  platform: string | null
}

/** A belief that turned into another. */
export interface Turn<Words = string> {
  show: string
  season: number | null
  axis: string
  /** ISO day. */
  day: string
  /** ISO day of the first of the turns that follow one another so soon that they are told as one: this one or an earlier. */
  opened: string
  was: Belief
  is: Belief
  /** The claim that changed it, by its id or whole; null when it changed because words were too old to count. */
  claim: Words | null
}

/** A spell without its reasons, as a whole board has it. */
export type Brief = Omit<Spell, 'until' | 'deciding' | 'pro' | 'contra' | 'open'>
