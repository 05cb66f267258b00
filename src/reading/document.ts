// What the stages share: one article on its way from text to claims. Each stage adds its own part and reads the
// parts before it; read.ts says which.
import type { Article, Span } from '../article/article.ts'
import type { Knowledge } from './knowledge.ts'
import type { Token } from './tokens.ts'

/** A stretch of tokens: `from` inclusive, `to` exclusive. */
export interface Range {
  from: number
  to: number
}

export interface Sentence extends Range {
  i: number
  paragraph: number
  /** Ends with a question mark. */
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
}

export type MentionKind =
  | 'show'
  | 'season'
  | 'network'
  | 'studio'
  | 'outlet'
  | 'company'
  | 'place'
  | 'person'
  | 'date'
  | 'work'

export interface Mention extends Range {
  kind: MentionKind
  /** The name it resolves to: a show's or network's canonical name, a person's fullest name. */
  name: string
}

export interface Document {
  article: Article
  knowledge: Knowledge
  tokens: Token[]
  sentences: Sentence[]
  /** Token → index of its sentence. */
  sentenceOf: Int32Array
  quotations: Quotation[]
  /** Token → index of the innermost speech quotation that holds it, or -1. */
  speechOf: Int32Array
}

/** Offsets of a token range in the article's text. */
export const spanOf = (tokens: readonly Token[], { from, to }: Range): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
})

/** The words of a token range as the article writes them. */
export const wordsOf = (doc: Pick<Document, 'article' | 'tokens'>, range: Range): string =>
  range.to > range.from ? doc.article.text.slice(doc.tokens[range.from]!.start, doc.tokens[range.to - 1]!.end) : ''
