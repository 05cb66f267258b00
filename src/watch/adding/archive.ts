// A WARC archive of the web, as crawlers and Common Crawl write them: gigabytes of pages, of which few are about series. Each is
// scanned as bytes first; only those that may hold a claim are taken apart.
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { proseOf } from '../../article/prose.ts'
import { mayHoldClaim } from '../../reading/scan.ts'
import type { ArchivedPage } from '../../sources/warc/page.ts'
import { pageOf } from '../../sources/warc/page.ts'
import { beginsRecord, piecesOf } from '../../sources/warc/pieces.ts'
import type { Place } from '../../sources/warc/place.ts'
import type { Fault, WarcRecord } from '../../sources/warc/records.ts'
import { recordsOf } from '../../sources/warc/records.ts'
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
  const book = work.ledger.sources
  const id = createHash('sha256').update(`${work.rules} ${size} `).update(head).digest('hex').slice(0, 24)
  const from = (await book.archivePlace(id)) ?? START
  const told = { kind: 'archive' as const, name: path, records: 0, pages: 0, taken: 0, faults: 0 }
  /** Pages under way, in the order in which they stand in the archive. */
  const underWay = new Map<Promise<void>, Place>()
  let noted = work.now()
  let reached = from
  for await (const found of recordsOf(piecesOf(path, from))) {
    if (work.signal.aborted) break
    reached = { ...found.place }
    if (work.now() - noted > NOTED_EVERY) {
      noted = work.now()
      await book.keepArchivePlace(id, underWay.values().next().value ?? reached)
      work.progress(Math.floor((100 * found.place.at) / size), 100, 'percent')
    }
    const page = pageIn(found, path, told, work)
    if (!page) continue
    told.pages++
    if (!isWorthReading(page)) continue
    told.taken++
    while (underWay.size >= AT_ONCE) await Promise.race(underWay.keys())
    // The record's bytes are overwritten by those that follow.
    const reading: Promise<void> = keepPage({ ...page, body: Buffer.from(page.body) }, path, work).finally(() =>
      underWay.delete(reading),
    )
    underWay.set(reading, reached)
  }
  await Promise.all(underWay.keys())
  await book.keepArchivePlace(id, work.signal.aborted ? reached : null)
  work.tell(told)
}

/** The page in a record; what is broken is told. */
function pageIn(
  found: WarcRecord | Fault,
  path: string,
  told: { records: number; faults: number },
  work: Work,
): ArchivedPage | null {
  const complain = (name: string | null, why: string): null => {
    told.faults++
    const { at, within } = found.place
    work.complain(
      `${path}: the record ${name ? `of ${name} ` : ''}at byte ${at}${within ? ` + ${within}` : ''}: ${why}; passed over`,
    )
    return null
  }
  if (found.kind === 'fault') return complain(found.name, found.why)
  told.records++
  try {
    return pageOf(found)
  } catch (error) {
    return complain(found.headers.get('warc-target-uri') ?? null, (error as Error).message)
  }
}

/** False only for a page whose article reading would hardly look at (reading/scan.ts). */
function isWorthReading({ body, contentType }: ArchivedPage): boolean {
  // Words in UTF-16 do not look like words in bytes.
  if (/utf-?(?:16|32)/i.test(contentType) || body.subarray(0, 200).includes(0)) return true
  return mayHoldClaim(/text\/plain/i.test(contentType) ? body.toString('latin1') : proseOf(body))
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
