// What every later room receives: one article's text with the little that is known about it.
// Offsets everywhere in the project are UTF-16 code units into `text`.

/** A stretch of text: `start` inclusive, `end` exclusive, UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

export interface Article {
  /** The text that was read. When the source gave a headline that its text does not begin with, the headline is its first line. */
  text: string
  title: string | null
  /** Name of the outlet that published it, "Bleeding Cool". */
  outlet: string | null
  author: string | null
  /** ISO date (YYYY-MM-DD) of publication. */
  published: string | null
  /** ISO instant (UTC, milliseconds) of publication; null where the source tells no more than the day. */
  publishedAt: string | null
  /** When its outlet last changed it, by its own word: an ISO instant, or an ISO day where the source tells no hour. */
  modified: string | null
  url: string | null
  /** Italic or bold stretches of `text`: a hint that a title may stand there. */
  emphasis: Span[]
  /** Stretches of `text` that are headings. */
  headings: Span[]
}
