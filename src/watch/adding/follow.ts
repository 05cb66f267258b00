// Begins to follow feeds, and reads what they hold now.

import { instant } from '../tools.ts'
import { Watcher } from '../watcher.ts'
import type { Work } from './kind.ts'

export interface Found {
  url: string
  title: string | null
  home?: string | null
}

/** Follows feeds; those followed already are asked for news all the same. */
export async function followAll(feeds: readonly Found[], work: Work): Promise<void> {
  const book = work.ledger.sources
  const ids: string[] = []
  for (const found of feeds) {
    const { source, added } = await book.follow({ ...found, allowPrivate: work.allowPrivate }, instant(work.now()))
    ids.push(source.id)
    work.tell({ kind: 'source', name: source.title ?? source.url, added })
  }
  let [done, all] = [0, 0]
  const watcher = new Watcher(
    work,
    (outcome) => {
      // Archives are nobody's whose sources alone are asked.
      if (outcome.kind === 'archive') return
      if (outcome.kind === 'poll') {
        if (outcome.failure) work.warn(`${outcome.name}: ${outcome.failure}; it is asked again later`)
        all += outcome.fresh
      } else {
        done++
        if (outcome.failure) work.warn(`${outcome.name}: ${outcome.failure}; it is tried again later`)
        else work.tell({ ...outcome, kind: 'article' })
      }
      work.progress(done, all, 'articles')
    },
    ids,
  )
  const stop = (): void => void watcher.stop()
  work.signal.addEventListener('abort', stop)
  try {
    if (!work.signal.aborted) await watcher.round()
  } finally {
    work.signal.removeEventListener('abort', stop)
  }
}
