// The first run: the sample is read into an empty ledger while the server answers already, and its pages tell how far it is.

import type { Ledger } from '../ledger/ledger.ts'
import { ledgerPath } from '../ledger/open.ts'
import type { SampleSettings } from '../surfaces/cli/sample.ts'
import { addSample, sampleSize, sampleUnwanted } from '../surfaces/cli/sample.ts'

export interface FirstRun {
  /** How many articles are read of how many; null when nothing is being read. */
  progress: () => { done: number; of: number } | null
  /** Begins. Told in a line what came of it, unless it was stopped. */
  start: (print: (line: string) => void) => void
  /** Stops after the article under way; the next start goes on. */
  stop: () => Promise<void>
}

/**
 * Looks whether there is anything to read: the ledger holds nothing but a part of the sample, or nothing, and its owner has not
 * removed it.
 */
export async function firstRun(
  ledger: Ledger,
  settings: Pick<SampleSettings, 'root' | 'version' | 'read'>,
): Promise<FirstRun> {
  const { articles, sample } = await ledger.counts()
  const size = await sampleSize(settings.root)
  const wanted = articles === sample && sample < size && !sampleUnwanted(ledgerPath())
  let progress: ReturnType<FirstRun['progress']> = wanted ? { done: sample, of: size } : null
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const run = async (print: (line: string) => void): Promise<void> => {
    try {
      const { signal } = stopping
      const tell = (done: number, of: number): void => {
        progress = { done, of }
      }
      await addSample({ ...settings, signal, tell }, ledger)
      if (!signal.aborted) print('The sample is on the board.')
    } catch (error) {
      // A board without its sample is better than none.
      process.stderr.write(`bubblewatch: no sample: ${(error as Error).message}\n`)
    }
    progress = null
  }
  return {
    progress: () => progress,
    start(print) {
      if (wanted) running = run(print)
    },
    stop() {
      stopping.abort()
      return running
    },
  }
}
