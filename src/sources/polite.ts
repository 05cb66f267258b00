// Requests that nobody need mind: robots.txt is heeded, a host is asked one thing at a time, and left alone for as long as it wishes.
import { decode } from './charset.ts'
import type { Gate } from './gate.ts'
import type { Resolve } from './guard.ts'
import type { Response } from './request.ts'
import { FetchError, get } from './request.ts'
import { retryAfter } from './rhythm.ts'
import { isWelcome } from './robots.ts'
import type { HostRecord, SourceBook } from './source.ts'

const HOUR = 3_600_000
/** For how long a robots.txt is believed, and for how long it is not asked for again when it could not be had. */
const ROBOTS_HOLD = 24 * HOUR
const ROBOTS_RETRY = HOUR / 6
/** Characters of a robots.txt that are read (RFC 9309 wants 500 KiB at least). */
const ROBOTS_LIMIT = 512 * 1024

/** A host does not want this asked: by its robots.txt. */
export class UnwelcomeError extends FetchError {
  constructor(url: string) {
    super(url, 'its robots.txt asks programs like this one to stay away', null)
    this.name = 'UnwelcomeError'
  }
}

/** A host does not want anything asked now. */
export class NotNowError extends FetchError {
  /** Milliseconds since 1970. */
  readonly until: number

  constructor(url: string, message: string, until: number) {
    super(url, message, null)
    this.name = 'NotNowError'
    this.until = until
  }
}

export interface PoliteSettings {
  book: Pick<SourceBook, 'host' | 'keepHost' | 'notBefore' | 'keepNotBefore'>
  gate: Gate
  /** Milliseconds since 1970. */
  now: () => number
  /** Stands in for the system's resolver. */
  resolve?: Resolve | undefined
  /** Milliseconds that one request may take; 20 s when left out. */
  milliseconds?: number | undefined
}

/** Asks politely. */
export class Polite {
  readonly #settings: PoliteSettings

  constructor(settings: PoliteSettings) {
    this.#settings = settings
  }

  /**
   * Gets an address as get() does.
   * @throws UnwelcomeError, NotNowError, BusyHostError, or the FetchError of get()
   */
  async get(
    address: string,
    { allowPrivate, headers }: { allowPrivate: readonly string[]; headers?: Readonly<Record<string, string>> },
  ): Promise<Response> {
    const { gate, now, resolve, book, milliseconds } = this.#settings
    // Once a redirect has left what the user allowed, that is allowed no more.
    const asked: Gate = async (url, allowed) => {
      const until = await book.notBefore(url.host)
      if (until !== null && Date.parse(until) > now())
        throw new NotNowError(url.href, 'its server asked us to come back later', Date.parse(until))
      if (!(await this.#welcome(url, allowed))) throw new UnwelcomeError(url.href)
      return gate(url, allowed)
    }
    const answer = await get(address, { allowPrivate, headers, gate: asked, resolve, milliseconds })
    if (answer.status === 429 || answer.status === 503) {
      const later = retryAfter(answer.headers, now())
      if (later !== null) await book.keepNotBefore(new URL(answer.url).host, new Date(later).toISOString())
    }
    return answer
  }

  /** Gets an address that a user has named, as a browser would: without asking robots.txt, but no two at a time. */
  look(
    address: string,
    { allowPrivate, headers }: { allowPrivate: readonly string[]; headers?: Readonly<Record<string, string>> },
  ): Promise<Response> {
    const { gate, resolve, milliseconds } = this.#settings
    return get(address, { allowPrivate, headers, gate, resolve, milliseconds })
  }

  async #welcome(url: URL, allowPrivate: readonly string[]): Promise<boolean> {
    const { book, now } = this.#settings
    const { origin } = url
    const known = await book.host(origin)
    const record = known && Date.parse(known.until) > now() ? known : await this.#ask(url, allowPrivate)
    if (record.robots === null)
      throw new NotNowError(
        url.href,
        `its robots.txt could not be had (${record.failure}), without which nothing is asked`,
        Date.parse(record.until),
      )
    return isWelcome(record.robots, url.href)
  }

  /** RFC 9309: none means welcome; a server that cannot tell is left alone. */
  async #ask({ origin }: URL, allowPrivate: readonly string[]): Promise<HostRecord> {
    const { book, gate, now, resolve, milliseconds } = this.#settings
    const until = (milliseconds: number): string => new Date(now() + milliseconds).toISOString()
    const record = await get(`${origin}/robots.txt`, { allowPrivate, gate, resolve, milliseconds }).then(
      ({ status, body, headers }): HostRecord => {
        if (status >= 500 || status === 429)
          return { robots: null, failure: `the server answers ${status}`, until: until(ROBOTS_RETRY) }
        const text = decode(body.subarray(0, ROBOTS_LIMIT), headers.get('content-type') ?? null)
        return {
          robots: status >= 200 && status < 300 ? text.replaceAll('\0', '') : '',
          failure: null,
          until: until(ROBOTS_HOLD),
        }
      },
      (error: unknown): HostRecord => {
        if (!(error instanceof FetchError)) throw error
        const failure = error.message.slice(`${error.url}: `.length)
        return { robots: null, failure, until: until(ROBOTS_RETRY) }
      },
    )
    await book.keepHost(origin, record)
    return record
  }
}
