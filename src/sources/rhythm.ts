// When to ask a feed again: as often as it has news, as seldom as it wishes.

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHORTEST = 5 * MINUTE
const LONGEST = 6 * HOUR
/** Before anything is known of it. */
const USUAL = HOUR
/** News from which a rhythm can be told. */
const ENOUGH = 3
/** Seconds for which headers are believed at most: some say a year. */
const CACHE_LIMIT = 6 * 3600

export interface Habits {
  /** Milliseconds since 1970. */
  now: number
  /** When its latest items came out, in milliseconds, newest first. */
  times: readonly number[]
  /** Seconds that the feed itself asks for; null for none. */
  rest: number | null
  /** Seconds that its server's headers ask for; null for none. */
  fresh: number | null
  /** It had more news than it shows between the last two requests. */
  gap: boolean
  /** From 0 to 1: spreads feeds that would otherwise be asked together. */
  chance: number
}

/**
 * The instant of the next request, in milliseconds: after half the time that passes between two items on average, but no sooner than
 * the feed wishes.
 */
export function nextPoll({ now, times, rest, fresh, gap, chance }: Habits): number {
  const past = times.filter((time) => time <= now)
  const oldest = past.at(-1)
  const mean = oldest === undefined || past.length < ENOUGH ? 2 * USUAL : (now - oldest) / past.length
  const wanted = gap ? SHORTEST : Math.min(LONGEST, Math.max(SHORTEST, mean / 2))
  const asked = Math.max(Math.min(DAY, (rest ?? 0) * 1000), Math.min(CACHE_LIMIT, fresh ?? 0) * 1000)
  return now + Math.round(Math.max(asked, wanted) * (1 + chance / 10))
}

/**
 * The instant of the next request after failures: twice as long each time, a day at most, and never not at all.
 * @param failures how many in a row, from 1
 * @param wish instant before which the server wants no more, in milliseconds; null for none
 */
export function afterFailure(now: number, failures: number, wish: number | null, chance: number): number {
  const wait = Math.min(DAY, SHORTEST * 2 ** Math.min(20, failures - 1))
  return Math.min(now + DAY, Math.max(wish ?? 0, now + Math.round(wait * (1 - chance / 10))))
}

/** Seconds for which an answer is fresh, by its headers; null when they do not tell. */
export function freshFor(headers: ReadonlyMap<string, string>): number | null {
  const control = headers.get('cache-control') ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return null
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1]
  if (age !== undefined) return Number(age)
  const [expires, date] = [headers.get('expires'), headers.get('date')].map((value) => Date.parse(value ?? ''))
  const seconds = (expires! - date!) / 1000
  return seconds > 0 ? Math.round(seconds) : null
}

/** The instant that a Retry-After header names, in milliseconds, a day from now at most; null when it names none. */
export function retryAfter(headers: ReadonlyMap<string, string>, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  const at = /^\d{1,9}$/.test(value) ? now + Number(value) * 1000 : Date.parse(value)
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + DAY)
}
