// How long the event loop stands still. On a machine that is busy with other things a thread may have to wait for a processor: that is
// no fault of ours, so that the time for which this thread worked between two turns of the loop is measured beside the clock.
interface Standstill {
  /** The longest stretch, in milliseconds: of work of this thread, and by the clock. */
  work: number
  clock: number
}

const RESOLUTION = 10

/** Watches from now on, until what it returns is called. */
export function watchStandstill(): () => Standstill {
  const worked = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const longest: Standstill = { work: 0, clock: 0 }
  let [work, clock] = [worked(), performance.now()]
  const look = (): void => {
    const [w, c] = [worked(), performance.now()]
    longest.work = Math.max(longest.work, w - work)
    longest.clock = Math.max(longest.clock, c - clock - RESOLUTION)
    work = w
    clock = c
  }
  const timer = setInterval(look, RESOLUTION)
  return () => {
    look()
    clearInterval(timer)
    return longest
  }
}
