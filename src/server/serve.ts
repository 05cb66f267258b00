// Listens, and stops again.
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Ledger } from '../ledger/ledger.ts'
import type { SiteSettings } from '../surfaces/web/site.ts'
import type { FeedChoices } from '../surfaces/web/start-page.ts'
import { createServer } from './compose.ts'
import { isLoopback, newToken, OWNER } from './door.ts'

export interface ServeSettings {
  ledger: Ledger
  today: () => string
  /** Address to listen on. */
  host: string
  /** Left out: 2632, or a free one when that is taken. */
  port?: number
  /** Anybody may read; changing anything asks for a token all the same. */
  open?: boolean
  /** Where others reach the server through a proxy: a token is asked for, and links and cookies are for that address. */
  url?: URL
  /** Asked for when others than this machine can reach the server, beside the tokens that the ledger keeps. */
  token?: string | undefined
  version: string
  /** Whoever reads feeds; left out where nobody does. */
  feeds?: FeedChoices
  sampleRemoved: () => void
  /** How far the sample is, while it is being read; null at any other time. */
  filling?: SiteSettings['filling']
  /** What comes in; left out where nothing does. */
  incoming?: SiteSettings['incoming']
}

export interface Serving {
  /** Where the board is; with the token, if one has been made just now. */
  address: string
  /** A token made just now, and never told again: there was none. */
  token: string | null
  /** Lets what is under way end, for a second at most. */
  stop: () => Promise<void>
}

/** Where the board is looked for first. */
const PORT = 2632
const TRIES = 10
const GRACE = 1000

/**
 * Starts the server.
 * @throws Error of one line when it cannot listen
 */
export async function startServer({
  ledger,
  today,
  host,
  port,
  open = false,
  url: home,
  token: given,
  version,
  feeds,
  sampleRemoved,
  filling,
  incoming,
}: ServeSettings): Promise<Serving> {
  const access = open ? 'public' : isLoopback(host) && !home ? 'local' : 'token'
  const complain = (error: Error): void =>
    void process.stderr.write(`bubblewatch: ${error.message}\n${process.env.DEBUG ? `${error.stack}\n` : ''}`)
  const { fetch } = createServer({
    ledger,
    today,
    access,
    proxied: home !== undefined,
    token: given || null,
    version,
    sampleRemoved,
    complain,
    incoming,
    ...(feeds ? { feeds } : {}),
    ...(filling ? { filling } : {}),
  })
  const server = createAdaptorServer({
    fetch: home ? (request, env) => fetch(askedAt(home, request), env) : fetch,
  }) as Server
  const at = await listen(
    server,
    host,
    port === undefined ? [...Array.from({ length: TRIES }, (_, i) => PORT + i), 0] : [port],
  )
  const made = access !== 'local' && !given && !(await ledger.readers.anyToken()) ? newToken() : null
  if (made) await ledger.readers.admit(made, 'token', OWNER, null)
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return {
    address: `${home?.origin ?? `http://${name.includes(':') ? `[${name}]` : name}:${at}`}/${made ? `?token=${made}` : ''}`,
    token: made,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), GRACE).unref()
      }),
  }
}

/** A request as it was made to the proxy, whatever the proxy has made of it. */
function askedAt(home: URL, request: Request): Request {
  const { pathname, search } = new URL(request.url)
  return new Request(`${home.origin}${pathname}${search}`, request)
}

/** Listens on the first of these ports that is free. */
async function listen(server: Server, host: string, ports: readonly number[]): Promise<number> {
  for (const [i, port] of ports.entries()) {
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          const at = server.address()
          resolve(at !== null && typeof at === 'object' ? at.port : port)
        })
      })
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && i < ports.length - 1) continue
      throw new Error(`${host}:${port}: ${REASONS[code ?? ''] ?? message}`)
    }
  }
  throw new Error(`${host}: no port is free`)
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'the port is taken; choose another with --port, or leave --port out',
  EADDRNOTAVAIL: 'this machine has no such address; choose another with --host',
  EACCES: 'the port may not be listened on; choose one from 1024 on with --port',
  ENOTFOUND: 'no such host; choose another with --host',
}
