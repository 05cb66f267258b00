// One request a host at a time, with a pause after each.

import { isAllowed } from './guard.ts'

/**
 * Lets a request to an address begin, or throws why not; whoever was let in says when it is over.
 * @param allowed hosts that may be reached on this way although their addresses are not public
 */
export type Gate = (url: URL, allowed: readonly string[]) => Promise<() => void>

/** Others are asking a host, and it is not known for how long. */
export class BusyHostError extends Error {
  constructor(host: string) {
    super(`${host} is being asked by another process`)
    this.name = 'BusyHostError'
  }
}

/**
 * The gate of one process.
 * @param pause milliseconds between the end of one request and the beginning of the next
 * @param outer a further gate, which other processes go through too
 */
export function openGate(pause: number, outer?: Gate): Gate {
  const turns = new Map<string, Promise<void>>()
  return async (url, allowed) => {
    const { host } = url
    const before = turns.get(host)
    let leave = (): void => {}
    const mine = new Promise<void>((done) => {
      leave = () => {
        done()
        if (turns.get(host) === mine) turns.delete(host)
      }
    })
    turns.set(host, mine)
    await before
    try {
      const leaveOuter = await outer?.(url, allowed)
      return () => {
        const over = (): void => {
          leaveOuter?.()
          leave()
        }
        // The user's own machines need no rest.
        if (pause && !isAllowed(url, allowed)) setTimeout(over, pause)
        else over()
      }
    } catch (error) {
      leave()
      throw error
    }
  }
}
