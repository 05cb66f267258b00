// An archive that was left to whoever works: read as `bubblewatch add` reads it, and given up to others when this process is stopped.
import type { Work } from './adding/kind.ts'
import { planFor } from './adding/kinds.ts'
import type { Outcome, Tools } from './tools.ts'
import { instant } from './tools.ts'

/** Milliseconds for which an archive is left alone that is not to be found here: it may be on another machine. */
const ELSEWHERE = 30_000

/**
 * Reads an archive.
 * @param path leased
 * @param lease milliseconds for which it is this process's own, and is so again as long as it reads
 * @param signal aborted when this process is to stop
 */
export async function readLeft(path: string, tools: Tools, lease: number, signal: AbortSignal): Promise<Outcome> {
  const { ledger, now, polite } = tools
  const book = ledger.archives
  const told: Outcome & { kind: 'archive' } = {
    kind: 'archive',
    name: path,
    articles: 0,
    claims: 0,
    faults: [],
    failure: null,
  }
  const mine = setInterval(() => {
    // Whoever loses the store for so long loses the archive to others, and nothing of it.
    book.later(path, instant(now() + lease), null).catch(() => {})
  }, lease / 3)
  const work: Work = {
    ...tools,
    about: {},
    allowPrivate: [],
    signal,
    tell(each) {
      if (each.kind !== 'article' || !each.added) return
      told.articles++
      told.claims += each.claims
    },
    complain: (line) => told.faults.push(line),
    warn: (line) => told.faults.push(line),
    progress: () => {},
  }
  try {
    const { run } = await planFor(path, { polite, allowPrivate: [] })
    await run(work)
    clearInterval(mine)
    if (signal.aborted) await book.later(path, null, null)
    else await book.done(path)
    return told
  } catch (error) {
    clearInterval(mine)
    const failure = (error as Error).message
    await book.later(path, instant(now() + ELSEWHERE), failure)
    return { ...told, failure }
  }
}
