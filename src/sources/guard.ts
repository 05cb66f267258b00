// The guard at every door to the network: only public addresses are connected to, whether they stand in a link, come out of a
// name server or follow a redirect. What was checked is what is connected to.
import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { buildConnector } from 'undici'

/** Asks for all the addresses of a host name. */
export type Resolve = (hostname: string) => Promise<Array<{ address: string; family: number }>>

export interface GuardOptions {
  /** Hosts that may be reached although their addresses are not public, as they stand in the link: "nas.local:8989", "127.0.0.1:7878". */
  allowPrivate?: readonly string[] | undefined
  /** Stands in for the system's resolver. */
  resolve?: Resolve | undefined
}

/** An address that must not be connected to. */
export class PrivateAddressError extends Error {
  constructor(host: string, kind: string) {
    super(`${host} is no public address (${kind}); if it is yours, allow it with --allow-private HOST:PORT`)
    this.name = 'PrivateAddressError'
  }
}

const CONNECT_MS = 10_000
/** The part of IPv6 that is given out for public use. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true })

/**
 * What keeps an address from being public.
 * @param address IPv4 or IPv6 in any spelling ("127.1", "0x7f000001", "::ffff:127.0.0.1")
 * @returns "loopback", "private", "linkLocal" …; null for a public address
 */
export function notPublic(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'not an address'
  const parsed = ipaddr.process(address)
  const range = parsed.range()
  if (range !== 'unicast') return range
  return parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_IPV6) ? 'reserved' : null
}

/** Whether a link's host and port are among those allowed. */
export const isAllowed = (url: URL, allowPrivate: readonly string[] | undefined): boolean =>
  allowPrivate?.some(
    (host) => URL.canParse(`${url.protocol}//${host}`) && new URL(`${url.protocol}//${host}`).host === url.host,
  ) ?? false

/**
 * A connector for undici's Agent that refuses what is not public, with PrivateAddressError, before a packet is sent.
 */
export async function guardedConnector({
  allowPrivate,
  resolve = systemResolve,
}: GuardOptions): Promise<buildConnector.connector> {
  const { buildConnector } = await import('undici')
  const connector = (allowed: boolean) =>
    buildConnector({ timeout: CONNECT_MS, allowH2: false, autoSelectFamily: true, lookup: lookupBy(resolve, allowed) })
  const [guarded, open] = [connector(false), connector(true)]
  return (options, callback) => {
    const allowed = isAllowed(new URL(`${options.protocol}//${options.host ?? options.hostname}`), allowPrivate)
    // A lookup is never asked for an address that stands as a number.
    const host = options.hostname.replace(/^\[|\]$/g, '')
    const kind = !allowed && ipaddr.isValid(host) ? notPublic(host) : null
    if (kind) callback(new PrivateAddressError(host, kind), null)
    else (allowed ? open : guarded)(options, callback)
  }
}

/** A lookup for node:net that hands on only what it has checked. One private address among several refuses the name. */
function lookupBy(resolve: Resolve, allowed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const addresses = options.family ? found.filter(({ family }) => family === options.family) : found
        const first = addresses[0]
        if (!first) return callback(new Error(`${hostname} has no address`), '', 0)
        for (const { address } of allowed ? [] : addresses) {
          const kind = notPublic(address)
          if (kind) return callback(new PrivateAddressError(`${hostname} (${address})`, kind), '', 0)
        }
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}
