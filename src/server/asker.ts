// Who asks, as far as requests are counted by it.
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/** Bits of an IPv6 address that are one customer's, who has all the rest. */
const CUSTOMER = 64

/**
 * The address of whoever asks: as the connection tells, for what a header says anybody can write. Behind a proxy the connection is the
 * proxy's own; then it is the last address of X-Forwarded-For, the one that the proxy itself has put there. One that comes straight out
 * of the open, past the proxy, is not believed.
 * @param proxied whether a proxy is before the server
 * @returns an address, of IPv6 its network; "unknown" where there is no connection
 */
export function askerOf(c: Context, proxied: boolean): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  const nearest = incoming?.socket.remoteAddress
  if (!nearest || !ipaddr.isValid(nearest)) return 'unknown'
  if (!proxied || ipaddr.process(nearest.split('%')[0]!).range() === 'unicast') return networkOf(nearest)
  const last = (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)!.trim()
  return networkOf(ipaddr.isValid(last) ? last : nearest)
}

function networkOf(address: string): string {
  const parsed = ipaddr.process(address.split('%')[0]!)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${CUSTOMER}`).toString()
}
