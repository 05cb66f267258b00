// A server on loopback for tests, which counts who connects to it.
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isIP } from 'node:net'
import type { Resolve } from '../../src/sources/guard.ts'

export interface Canary {
  url: string
  port: number
  /** "127.0.0.1:PORT", for allowPrivate. */
  host: string
  /** Connections so far, whether they asked for anything or not. */
  connections: () => number
  close: () => Promise<void>
}

export async function startCanary(listener: RequestListener): Promise<Canary> {
  let connections = 0
  const server = createServer(listener)
  server.on('connection', () => connections++)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${port}/`, port, host: `127.0.0.1:${port}`, connections: () => connections, close }
}

/** A resolver that knows the same addresses for every name. */
export const resolveTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: isIP(address) }))
