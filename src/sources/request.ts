// One GET over HTTP, within bounds: guarded addresses on every hop, a few redirects, one layer of compression, so many bytes,
// so many seconds.
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import type { Gate } from './gate.ts'
import type { GuardOptions } from './guard.ts'
import { guardedConnector, isAllowed, PrivateAddressError } from './guard.ts'
import { BODY_LIMIT } from './raw-document.ts'
import { USER_AGENT } from './user-agent.ts'

const REDIRECTS = 5
const MILLISECONDS = 20_000
const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

/** What is asked for where a page is wanted. */
export const PAGE_TYPES = 'text/html,application/xhtml+xml,text/*;q=0.9,*/*;q=0.1'

/** A request that brought nothing: one line, the address first. `status` is the server's, null when it gave none. */
export class FetchError extends Error {
  readonly url: string
  readonly status: number | null

  constructor(url: string, message: string, status: number | null, cause?: unknown) {
    super(`${url}: ${message}`, { cause })
    this.name = 'FetchError'
    this.url = url
    this.status = status
  }
}

export interface Response {
  /** The last address, after redirects. */
  url: string
  /** Where the address has moved for good: as far as redirects that say so lead from it. Null where the first does not. */
  moved: string | null
  /** Any status but a redirect's. */
  status: number
  /** By names in lower case; the first where there are several. */
  headers: Map<string, string>
  body: Buffer
}

export interface RequestOptions extends GuardOptions {
  /** Sent beside our own, as If-None-Match. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds that the whole may take, redirects included, and waiting before a gate not. */
  milliseconds?: number | undefined
  /** Gone through before each hop; where none is given, nobody waits. */
  gate?: Gate | undefined
}

/**
 * Gets an address.
 * @param address http or https
 * @returns whatever the server answers, errors included, with the body decompressed
 * @throws FetchError when the address is refused or nothing arrives within 20 s, 5 redirects and 15 MB
 */
export async function get(address: string, options: RequestOptions = {}): Promise<Response> {
  if (!URL.canParse(address)) throw new FetchError(address, 'is no address; give one as https://example.com/page', null)
  const milliseconds = options.milliseconds ?? MILLISECONDS
  let left = milliseconds
  let url = new URL(address)
  let allowPrivate = options.allowPrivate
  let [moved, forGood]: [string | null, boolean] = [null, true]
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new FetchError(url.href, 'only http and https are fetched', null)
    const leave = await options.gate?.(url, allowPrivate ?? [])
    const began = performance.now()
    const signal = AbortSignal.timeout(Math.max(1, Math.round(left)))
    const answer = await once(url, { ...options, allowPrivate }, signal)
      .catch((error: unknown) => {
        throw explained(
          url,
          error,
          signal.aborted ? `no answer within ${milliseconds / 1000} s; try again later` : null,
        )
      })
      .finally(() => leave?.())
    left -= performance.now() - began
    const location = answer.headers.get('location')
    if (!REDIRECT_STATUS.has(answer.status) || !location) return { ...answer, moved }
    if (!URL.canParse(location, url))
      throw new FetchError(url.href, `redirects to “${location.slice(0, 200)}”, which is no address`, answer.status)
    // A page from outside does not lead to what only the user may reach.
    if (!isAllowed(url, allowPrivate)) allowPrivate = []
    url = new URL(location, url)
    forGood &&= FOR_GOOD.has(answer.status)
    if (forGood) moved = url.href
  }
  throw new FetchError(address, `more than ${REDIRECTS} redirects`, null)
}

/** One hop. */
async function once(url: URL, options: RequestOptions, signal: AbortSignal): Promise<Omit<Response, 'moved'>> {
  // Loaded for the first request: most commands make none.
  const { Agent, request } = await import('undici')
  const agent = new Agent({ connect: await guardedConnector(options) })
  try {
    const {
      statusCode,
      headers: raw,
      body,
    } = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept: '*/*', ...options.headers, 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, br' },
    })
    const headers = new Map(
      Object.entries(raw).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String([value].flat()[0])] as const],
      ),
    )
    if (REDIRECT_STATUS.has(statusCode)) return { url: url.href, status: statusCode, headers, body: Buffer.alloc(0) }
    return {
      url: url.href,
      status: statusCode,
      headers,
      body: await readAll(unpacked(body, headers.get('content-encoding')), signal),
    }
  } finally {
    // Ends what a redirect or a limit left unread.
    await agent.destroy()
  }
}

function unpacked(body: Readable, encoding: string | undefined): Readable {
  const layer = encoding?.trim().toLowerCase()
  if (!layer || layer === 'identity') return body
  const unpack =
    layer === 'gzip' || layer === 'x-gzip' ? createGunzip() : layer === 'br' ? createBrotliDecompress() : null
  if (!unpack) throw new Error(`packed as “${layer}”; one layer of gzip or br is unpacked`)
  body.on('error', (error) => unpack.destroy(error))
  return body.pipe(unpack)
}

async function readAll(stream: Readable, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    signal.throwIfAborted()
    bytes += chunk.length
    if (bytes > BODY_LIMIT) throw new Error(`more than ${BODY_LIMIT / 1_000_000} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function explained(url: URL, error: unknown, timeout: string | null): FetchError {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof PrivateAddressError) return new FetchError(url.href, message, null, error)
  if (timeout || code === 'UND_ERR_CONNECT_TIMEOUT')
    return new FetchError(url.href, timeout ?? 'no connection within 10 s; try again later', null, error)
  if (code === 'ENOTFOUND') return new FetchError(url.href, 'no such host; check the address', null, error)
  if (code === 'ECONNREFUSED')
    return new FetchError(url.href, 'the host takes no connections there; check the address', null, error)
  return new FetchError(url.href, message || code || 'the connection broke', null, error)
}

/** What the statuses that servers answer with mean to who asked for them. */
const MEANING: Record<number, string> = {
  401: ': it wants a login',
  402: ': it wants money',
  403: ': it does not let us in',
  404: ': there is no such page; check the address',
  410: ': the page is gone',
  429: ': too many requests; try again later',
  451: ': withheld for legal reasons',
  500: ': its own fault; try again later',
  502: ': its own fault; try again later',
  503: ': not available now; try again later',
  504: ': not available now; try again later',
}

/** ": it does not let us in"; empty for a status that says enough. */
export const meaningOf = (status: number): string => MEANING[status] ?? ''
