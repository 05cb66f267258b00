// A WARC archive of the web, as crawlers and Common Crawl write them: gigabytes of pages, of which few are about series. Each is
// scanned as bytes first; only those that may hold a claim are taken apart.
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { ArchivedPage } from '../../sources/warc/page.ts'
import { beginsRecord } from '../../sources/warc/pieces.ts'
import type { Place } from '../../sources/warc/place.ts'
import { scan } from '../scan.ts'
import { keepTold } from './article.ts'
import type { Kind, Work } from './kind.ts'

/** Pages that are being taken apart, or wait for it. */
const AT_ONCE = 2
/** Milliseconds between two notes of how far it is. */
const NOTED_EVERY = 2000
const START: Place = { at: 0, within: 0 }

export const archive: Kind = {
  async recognise({ name, head }) {
    if (!head.length || !beginsRecord(head)) return null
    return { found: 'an archive of the web (WARC), read now', run: (work) => keepPages(name, head, work) }
  },
}

async function keepPages(path: string, head: Buffer, work: Work): Promise<void> {
  const { size } = await stat(path)
  const book = work.ledger.archives
  const id = createHash('sha256').update(`${work.rules} ${size} `).update(head).digest('hex').slice(0, 24)
  const from = (await book.place(id)) ?? START
  const told = { kind: 'archive' as const, name: path, records: 0, pages: 0, taken: 0, faults: 0 }
  /** Pages under way, in the order in which they stand in the archive. */
  const underWay = new Map<Promise<void>, Place>()
  let noted = work.now()
  let reached = from
  for await (const found of scan(path, from)) {
    if (work.signal.aborted) break
    told.records = found.records
    told.pages = found.pages
    reached = found.place
    if (work.now() - noted > NOTED_EVERY) {
      noted = work.now()
      await book.keepPlace(id, underWay.values().next().value ?? reached)
      work.progress(Math.floor((100 * reached.at) / size), 100, 'percent')
    }
    if (found.kind === 'fault') {
      told.faults++
      const { at, within } = reached
      const which = `${found.name ? `of ${found.name} ` : ''}at byte ${at}${within ? ` + ${within}` : ''}`
      work.complain(`${path}: the record ${which}: ${found.why}; passed over`)
    }
    if (found.kind !== 'page') continue
    told.taken++
    while (underWay.size >= AT_ONCE) await Promise.race(underWay.keys())
    const reading: Promise<void> = keepPage(found.page, path, work).finally(() => underWay.delete(reading))
    underWay.set(reading, reached)
  }
  await Promise.all(underWay.keys())
  await book.keepPlace(id, work.signal.aborted ? reached : null)
  work.tell(told)
}

async function keepPage(page: ArchivedPage, path: string, work: Work): Promise<void> {
  const taken = await work.readArchived({ ...page, about: work.about })
  if (!taken) return
  try {
    if ('why' in taken) throw new Error(taken.why)
    await keepTold(page.url, taken.article, { ...work, read: async () => taken.told })
  } catch (error) {
    work.complain(`${path}: ${(error as Error).message}`)
  }
}
