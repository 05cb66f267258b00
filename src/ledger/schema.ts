// The tables of the ledger, as today's version of it has them. What leads there is in migrations.ts.
export interface ArticleRow {
  /** articleId(): all else of the row that the article tells follows from it. */
  id: string
  /** Which page it stands on (pageOf): the articles of one page are its versions. Null for what stands on no page of its own. */
  page: string | null
  title: string | null
  outlet: string | null
  author: string | null
  url: string | null
  /** As the article tells it. */
  published: string | null
  /** ISO instant of publication, where a page tells it: of several hearings, the earliest. */
  published_at: string | null
  /** ISO instant or day at which its outlet last changed it: of several hearings, the earliest, for what came later changed no word. */
  modified: string | null
  /** ISO instant: the earliest at which anybody heard it. */
  heard: string
  /** `published`, or the day it was heard: the day from which its claims count. */
  day: string
  /** 1 for the first-run sample, else 0. */
  sample: number
  /** The version of the rules whose claims count: that of the latest row in `readings`, kept here for the sake of speed. */
  reading: string
  /** UTF-8, deflated (zlib format). */
  text: Uint8Array
  /** JSON: Span[]. */
  emphasis: string
  headings: string
  /** sketchOf(text). Whoever changes that adds a migration that makes these anew. */
  sketch: string
}

/** That some rules have read an article, whether or not they found a claim. */
export interface ReadingRow {
  article_id: string
  /** Version of the rules. */
  reading: string
  /** ISO instant. */
  read: string
}

export interface ClaimRow {
  id: string
  /** Version of the rules that made it: a later reading stands beside an earlier one. */
  reading: string
  article_id: string
  show: string
  /** showKey(show). Whoever changes showKey adds a migration that makes these anew. */
  show_key: string
  season: number | null
  event: string
  factuality: string
  speaker: string | null
  role: string
  /** JSON: string[]. */
  via: string
  date: string | null
  platform: string | null
  stage: string | null
  evidence: string
  span_start: number
  span_end: number
  sentence_start: number
  sentence_end: number
  sentence_text: string
  /** JSON: Step[]. */
  why: string
}

/** What a reading tells beside the claims. */
export interface FactRow {
  article_id: string
  /** Version of the rules. */
  reading: string
  /** Its number in the reading, from 0. */
  place: number
  /** showKey of the fact's show. Whoever changes showKey adds a migration that makes these anew. */
  show_key: string
  /** showKey of another show that the fact ties it to. */
  tied_key: string | null
  /** JSON: Fact. */
  told: string
}

/** What follows from the claims, kept so that it need not be found again: Spell. It may be emptied at any time. */
export interface SpellRow {
  show_key: string
  show: string
  season: number | null
  /** ISO days: from the first on, up to before the last; OPEN while it lasts. */
  from_day: string
  until_day: string
  fate: string
  certainty: string
  contested: number
  progress: string | null
  premiere: string | null
  platform: string | null
  final: number
  delayed: string | null
  /** Empty where nothing was ever heard. */
  since: string
  before: string | null
  deciding: string | null
  pro: number
  contra: number
  open: number
  /** How far back from any of its days it may have begun: reachOf. */
  reach: number
  /** What a whole board has of it (briefText), in one text that costs little to fetch. */
  brief: string
}

/** An outlet that has been heard of. */
export interface OutletRow {
  name: string
  /** ISO day and ISO instant, the earliest: of an article that it published, or that names it. */
  published: string
  heard: string
}

/** What follows from the claims like the spells: Root. It may be emptied at any time. */
export interface RootRow {
  show_key: string
  /** Id of the claim that opened it. */
  id: string
  speaker: string | null
  outlet: string | null
  published: string
  heard: string
  /** JSON: string[]. */
  claims: string
}

/** What follows from the claims like the spells: Turn. It may be emptied at any time. */
export interface TurnRow {
  show_key: string
  show: string
  season: number | null
  axis: string
  day: string
  opened: string
  /** JSON: Belief. */
  was: string
  belief: string
  /** Id of a claim. */
  claim: string | null
}

/** A show of which something has been heard since what follows from its claims was made. */
export interface StaleRow {
  show_key: string
  /** Another each time that something is heard: whoever has made the spells knows whether they are the latest. */
  mark: number
}

/** What lets a reader in: never the secret itself. */
export interface KeyRow {
  hash: string
  kind: string
  reader: string
  /** ISO instant at which it ends; null: never. */
  until_time: string | null
}

/** A show that a reader follows. */
export interface FollowRow {
  reader: string
  show_key: string
  show: string
  /** ISO day. */
  since: string
}

/** A feed that is followed: Source (sources/source.ts). */
export interface SourceRow {
  id: string
  url: string
  title: string | null
  home: string | null
  added: string
  /** JSON: string[]. */
  allow_private: string
  etag: string | null
  modified: string | null
  next_poll: string
  tried: string | null
  succeeded: string | null
  failures: number
  failure: string | null
  gaps: number
  gap_from: string | null
  gap_until: string | null
  address: string | null
  moving: string | null
  moves: number
  /** ISO instant until which somebody is asking it; '' for nobody. */
  leased: string
}

/** An item of a feed: FeedItem (sources/feeds/feed.ts), and how far it has been read. */
export interface ItemRow {
  source_id: string
  key: string
  url: string | null
  /** The host in `url` with its port; '' where no page need be asked for. */
  host: string
  title: string | null
  author: string | null
  published: string | null
  modified: string | null
  /** UTF-8, deflated (zlib format); null for nothing, and once the article has been read. */
  content: Uint8Array | null
  /** ISO instant: when it came out, or was first seen where that is not told or lies ahead. */
  time: string
  /** ISO day on which the feed held it last. */
  seen: string
  /** WAITING, DONE or LOST. */
  state: number
  /** 1 when its article was read from its page. */
  from_page: number
  tries: number
  next_try: string
  failure: string | null
  /** As that of a source. */
  leased: string
}

export const WAITING = 0
export const DONE = 1
export const LOST = 2

/** What is remembered of a server: by origin its robots.txt, by host how long it is to be left alone. */
export interface HostRow {
  name: string
  robots: string | null
  failure: string | null
  until: string
}

/** How far an archive has been read that was left half-way. */
export interface ArchiveRow {
  /** Told from its first bytes, its size, and the rules that read. */
  id: string
  /** JSON: Place (sources/warc/place.ts). */
  place: string
}

/** An archive that waits to be read by whoever works. */
export interface LeftArchiveRow {
  path: string
  /** Why it could not be read when it was tried last. */
  failure: string | null
  /** ISO instant until which somebody reads it, or it is left alone; '' for nobody. */
  leased: string
}

export interface Tables {
  keys: KeyRow
  follows: FollowRow
  sources: SourceRow
  items: ItemRow
  hosts: HostRow
  archives: ArchiveRow
  left_archives: LeftArchiveRow
  spells: SpellRow
  roots: RootRow
  turns: TurnRow
  outlets: OutletRow
  stale_shows: StaleRow
  articles: ArticleRow
  readings: ReadingRow
  claims: ClaimRow
  facts: FactRow
  schema_version: { version: number; name: string }
}
