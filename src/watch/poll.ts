// One request to a feed: its items are kept first, what the server said of the next request afterwards.
import { parseFeedBytes } from '../sources/feeds/feed-reader.ts'
import { BusyHostError } from '../sources/gate.ts'
import { NotNowError } from '../sources/polite.ts'
import type { Response } from '../sources/request.ts'
import { FetchError, meaningOf } from '../sources/request.ts'
import { afterFailure, freshFor, nextPoll, retryAfter } from '../sources/rhythm.ts'
import type { Source, SourceState } from '../sources/source.ts'
import type { Outcome, Tools } from './tools.ts'
import { instant } from './tools.ts'

const ACCEPT =
  'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1'
/** For how long a source is put off whose host somebody else is asking. */
const SHORTLY = 5000

/** Answers in a row that must say the same before a source is asked elsewhere; failures there after which it is asked where it was. */
const ENOUGH = 3

/**
 * Asks a source for news. Whatever happens, it is asked again.
 * @param source leased
 */
export async function poll(source: Source, tools: Tools): Promise<Outcome> {
  const { ledger, polite, now } = tools
  const headers = {
    accept: ACCEPT,
    ...(source.etag ? { 'if-none-match': source.etag } : {}),
    ...(source.modified ? { 'if-modified-since': source.modified } : {}),
  }
  const failed = async (reason: string, wish: number | null): Promise<Outcome> => {
    // That is what we do.
    const failure = reason.replace(/; try again later$/, '')
    const failures = source.failures + 1
    const next = instant(afterFailure(now(), failures, wish, tools.chance()))
    // Where it has moved there may be nothing any more.
    const back = failures >= ENOUGH ? { address: null, moving: null, moves: 0 } : {}
    await keep([], () => ({ ...stateOf(source), ...back, failures, failure, next }))
    return { kind: 'poll', name: source.title ?? source.url, fresh: 0, failure }
  }
  const keep = (...[items, conclude]: [Parameters<typeof book.keepPoll>[1], Parameters<typeof book.keepPoll>[3]]) =>
    book.keepPoll(source.id, items, instant(now()), conclude)
  const book = ledger.sources
  try {
    const answer = await polite.get(source.address ?? source.url, { allowPrivate: source.allowPrivate, headers })
    if (answer.status === 304) {
      await keep([], ({ times }) => succeeded(source, answer, { times, rest: null, gap: false }, tools))
      return { kind: 'poll', name: source.title ?? source.url, fresh: 0, failure: null }
    }
    if (answer.status < 200 || answer.status >= 300)
      return await failed(`the server answers ${answer.status}${meaningOf(answer.status)}`, wishOf(answer, now()))
    const type = answer.headers.get('content-type') ?? null
    const feed = await parseFeedBytes(answer.body, type, answer.url).catch((error: Error) => error)
    if (feed instanceof Error) return await failed(`the feed ${feed.message}`, null)
    const { fresh } = await keep(feed.items, ({ fresh, known, before, times }) => {
      // Of what was there last time nothing is left: the rest may have come and gone.
      const gap = before > 0 && fresh > 0 && known === 0 && source.succeeded !== null
      const state = succeeded(source, answer, { times, rest: feed.rest, gap }, tools)
      // The user's own name for it stays.
      const title = source.title ?? feed.title
      const home = feed.home ?? source.home
      // What was cut off is asked for again.
      return feed.whole ? { ...state, title, home } : { ...state, title, home, etag: null, modified: null }
    })
    return { kind: 'poll', name: source.title ?? feed.title ?? source.url, fresh, failure: null }
  } catch (error) {
    if (error instanceof BusyHostError) {
      await keep([], () => ({ ...stateOf(source), next: instant(now() + SHORTLY) }))
      return { kind: 'poll', name: source.title ?? source.url, fresh: 0, failure: null }
    }
    if (!(error instanceof FetchError)) throw error
    return failed(error.message.slice(`${error.url}: `.length), error instanceof NotNowError ? error.until : null)
  }
}

const stateOf = (source: Source): SourceState => {
  const { id, url, added, allowPrivate, ...state } = source
  return state
}

const wishOf = (answer: Response, now: number): number | null =>
  answer.status === 429 || answer.status === 503 ? retryAfter(answer.headers, now) : null

function succeeded(
  source: Source,
  { headers, status, moved }: Response,
  { times, rest, gap }: { times: readonly string[]; rest: number | null; gap: boolean },
  { now, chance }: Tools,
): SourceState {
  const at = now()
  const next = nextPoll({
    now: at,
    times: times.map((time) => Date.parse(time)),
    rest,
    fresh: freshFor(headers),
    gap,
    chance: chance(),
  })
  const same = status === 304
  const moves = moved === null ? 0 : moved === source.moving ? source.moves + 1 : 1
  const settled = moves >= ENOUGH
  return {
    ...stateOf(source),
    etag: headers.get('etag') ?? (same ? source.etag : null),
    modified: headers.get('last-modified') ?? (same ? source.modified : null),
    next: instant(next),
    tried: instant(at),
    succeeded: instant(at),
    failures: 0,
    failure: null,
    ...(settled ? { address: moved, moving: null, moves: 0 } : { moving: moved, moves }),
    ...(gap ? { gaps: source.gaps + 1, gapFrom: source.succeeded, gapUntil: instant(at) } : {}),
  }
}
