// What a feed of any kind comes down to.

export interface FeedItem {
  /** The same for the same item whenever and wherever it is seen, whatever its GUID does (item-key.ts). 64 hexadecimal digits. */
  key: string
  /** Absolute address of its article; null when it has none. */
  url: string | null
  title: string | null
  author: string | null
  /** As the feed writes it; null when it does not tell. */
  published: string | null
  /** When it was last changed, likewise. */
  modified: string | null
  /** What the feed itself carries of the article, the fullest it has: HTML or plain words; null for nothing. */
  content: string | null
}

export interface Feed {
  title: string | null
  /** Absolute address of the site that it is of. */
  home: string | null
  /** Seconds for which the feed says it need not be asked again; null when it does not say. */
  rest: number | null
  /** Newest first as a rule; in the feed's own order. */
  items: FeedItem[]
  /** false when the feed was damaged and what could be saved of it is here: the rest may come with the next request. */
  whole: boolean
}
