// The thread in which an archive is unpacked and scanned: goes on to what is next to be told whenever it is asked.
import { parentPort, workerData } from 'node:worker_threads'
import { proseOf } from '../article/prose.ts'
import { mayHoldClaim } from '../reading/scan.ts'
import type { ArchivedPage } from '../sources/warc/page.ts'
import { pageOf } from '../sources/warc/page.ts'
import { piecesOf } from '../sources/warc/pieces.ts'
import type { Place } from '../sources/warc/place.ts'
import { recordsOf } from '../sources/warc/records.ts'
import type { Answer, Scanned } from './scan.ts'

/** Milliseconds after which it is told how far it is. */
const TOLD_EVERY = 250

const { path, from } = workerData as { path: string; from: Place }

async function* scanned(): AsyncGenerator<Scanned> {
  let [records, pages, told] = [0, 0, performance.now()]
  let place = from
  for await (const found of recordsOf(piecesOf(path, from))) {
    place = { ...found.place }
    if (performance.now() - told > TOLD_EVERY) {
      yield { kind: 'way', place, records, pages }
      told = performance.now()
    }
    if (found.kind === 'fault') {
      yield { kind: 'fault', name: found.name, why: found.why, place, records, pages }
      continue
    }
    records++
    let page: ArchivedPage | null
    try {
      page = pageOf(found)
    } catch (error) {
      const name = found.headers.get('warc-target-uri') ?? null
      yield { kind: 'fault', name, why: (error as Error).message, place, records, pages }
      continue
    }
    if (!page) continue
    pages++
    // The record's bytes are part of many others'.
    if (isWorthReading(page))
      yield { kind: 'page', page: { ...page, body: Buffer.from(page.body) }, place, records, pages }
  }
  yield { kind: 'way', place, records, pages }
}

/** False only for a page whose article reading would hardly look at (reading/scan.ts). */
function isWorthReading({ body, contentType }: ArchivedPage): boolean {
  // Words in UTF-16 do not look like words in bytes.
  if (/utf-?(?:16|32)/i.test(contentType) || body.subarray(0, 200).includes(0)) return true
  return mayHoldClaim(/text\/plain/i.test(contentType) ? body.toString('latin1') : proseOf(body))
}

const all = scanned()

parentPort!.on('message', async () => {
  const answer: Answer = await all.next().then(
    ({ value, done }) => (done ? null : { told: value }),
    (error: Error) => ({ failed: error.message }),
  )
  parentPort!.postMessage(answer)
})
