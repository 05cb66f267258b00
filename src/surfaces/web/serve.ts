// Listens, and stops again.
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Ledger } from '../../ledger/ledger.ts'
import { isLoopback } from './guard.ts'
import type { SiteSettings } from './site.ts'
import { createSite } from './site.ts'

export interface ServeSettings {
  ledger: Ledger
  today: () => string
  /** Address to listen on. */
  host: string
  /** Left out: 2632, or a free one when that is taken. */
  port?: number
  /** Asked for when others than this machine can reach the server; made up when left out. */
  token?: string | undefined
  sampleRemoved: () => void
  /** What comes in; left out where nothing does. */
  incoming?: SiteSettings['incoming']
}

export interface Serving {
  /** Where the board is, with the token if one is asked for. */
  address: string
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
  token: given,
  sampleRemoved,
  incoming,
}: ServeSettings): Promise<Serving> {
  const token = isLoopback(host) ? null : given || randomBytes(18).toString('base64url')
  const complain = (error: Error): void =>
    void process.stderr.write(`bubblewatch: ${error.message}\n${process.env.DEBUG ? `${error.stack}\n` : ''}`)
  const site = createSite({ ledger, today, token, sampleRemoved, complain, incoming })
  const server = createAdaptorServer({ fetch: site.fetch }) as Server
  const at = await listen(
    server,
    host,
    port === undefined ? [...Array.from({ length: TRIES }, (_, i) => PORT + i), 0] : [port],
  )
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return {
    address: `http://${name.includes(':') ? `[${name}]` : name}:${at}/${token ? `?token=${token}` : ''}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), GRACE).unref()
      }),
  }
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
