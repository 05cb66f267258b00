// What the stages share: stretches of tokens, sentences and quotations; read.ts says which stage adds what.
import type { Span } from '../article/article.ts'
import type { Token } from './tokens.ts'

/** A stretch of tokens: `from` inclusive, `to` exclusive. */
export interface Range {
  from: number
  to: number
}

export interface Sentence extends Range {
  i: number
  paragraph: number
  /** Ends with a question mark, or is a headline that asks without one. */
  question: boolean
  /** Set in title case, as headlines and headings often are: capitals tell nothing of names here. */
  headline: boolean
  /** The article's own headline. */
  title: boolean
  /** The page's furniture (related links, author notes, captions): never speaks. */
  furniture: boolean
}

/** Words between quotation marks. */
export interface Quotation extends Range {
  /** Nested in another quotation: its index in the list, else -1. */
  inside: number
  /** Somebody's words, rather than a title or a word held with tongs. */
  speech: boolean
  /** Index of the quotation that this one goes on with (the paragraph before, or the first half of a broken quote), else -1. */
  continues: number
  /** An interview's answer, which has no quotation marks. */
  answer?: true
}

/** Offsets of a token range in the article's text. */
export const spanOf = (tokens: readonly Token[], { from, to }: Range): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
})

/** Whether a sentence is all of its paragraph. */
export const fillsParagraph = (sentences: readonly Sentence[], i: number): boolean =>
  sentences[i - 1]?.paragraph !== sentences[i]!.paragraph && sentences[i + 1]?.paragraph !== sentences[i]!.paragraph
