// The records of a WARC file (ISO 28500) out of its unpacked bytes. What is broken is told, with its place and as far as possible its
// name, and the next record is looked for.
import { BODY_LIMIT } from '../raw-document.ts'
import type { Piece } from './pieces.ts'
import type { Place } from './place.ts'

export interface WarcRecord {
  kind: 'record'
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>
  /** Valid until the next record is asked for. */
  body: Buffer
  place: Place
}

/** Something that is no whole record. */
export interface Fault {
  kind: 'fault'
  /** Goes on from "the record …". */
  why: string
  /** The record's address; null where it cannot be told. */
  name: string | null
  place: Place
}

/** Bytes that a record's header may have. */
const LONGEST_HEADER = 64 << 10
/** HTTP headers, and what chunked transfer adds, beside a body. */
const LARGEST = BODY_LIMIT + (1 << 20)
const NEXT = '\r\n\r\nWARC/1.'
const BLANK_LINE = '\r\n\r\n'

/** Reads records. Memory holds one at a time, of at most 16 MB; larger ones are passed over and told. */
export async function* recordsOf(pieces: AsyncIterable<Piece>): AsyncGenerator<WarcRecord | Fault> {
  const reader = new Reader()
  for await (const piece of pieces) {
    reader.take(piece)
    yield* reader.read(piece.ends, piece.broken)
  }
  // Of a file that ends exactly where a piece ends.
  yield* reader.read(true, null)
}

/** A record of which the header has been read. */
interface Begun {
  headers: ReadonlyMap<string, string>
  name: string | null
  place: Place
  length: number
}

class Reader {
  #parts: Buffer[] = []
  #total = 0
  #place: Place = { at: 0, within: 0 }
  /** Bytes that must have come before it is worth looking again. */
  #need = 1
  /** An oversized record, and what of it is still to come. */
  #passing: (Begun & { left: number }) | null = null
  /** Looking for a record; the fault has been told. */
  #lost = false

  take({ bytes, place }: Piece): void {
    if (!this.#total) this.#place = { ...place }
    if (!bytes.length) return
    this.#parts.push(bytes)
    this.#total += bytes.length
  }

  *read(ends: boolean, broken: string | null): Generator<WarcRecord | Fault> {
    let told = false
    while (this.#total && (ends || this.#total >= this.#need)) {
      const found = this.#passing ? this.#pass(this.#passing, ends, broken) : this.#next(ends, broken)
      if (found === 'more') break
      if (!found) continue
      told ||= found.kind === 'fault'
      yield found
    }
    if (!ends) return
    if (this.#passing) yield faultOf(this.#passing, broken ?? 'is cut short')
    else if (broken !== null && !told) yield faultOf({ name: null, place: this.#place }, broken)
    this.#need = 1
    this.#passing = null
    this.#lost = false
  }

  #bytes(): Buffer {
    if (this.#parts.length > 1) this.#parts = [Buffer.concat(this.#parts)]
    return this.#parts[0]!
  }

  /** Lets go of the first bytes. */
  #drop(count: number): null {
    const rest = this.#bytes().subarray(count)
    this.#parts = rest.length ? [rest] : []
    this.#total = rest.length
    this.#need = 1
    this.#place.within += count
    return null
  }

  #next(ends: boolean, broken: string | null): WarcRecord | Fault | 'more' | null {
    const bytes = this.#bytes()
    let start = 0
    while (bytes[start] === 13 || bytes[start] === 10) start++
    if (start) return this.#drop(start)
    const begins = bytes.subarray(0, 5).toString('latin1')
    if (begins !== 'WARC/'.slice(0, begins.length))
      return this.#resync(0, { name: null, place: this.#place }, 'no record begins there', ends)
    const end = bytes.indexOf(BLANK_LINE)
    if (end < 0 || end > LONGEST_HEADER) {
      const why =
        ends && bytes.length <= LONGEST_HEADER ? (broken ?? 'is cut short in its header') : 'has a header without end'
      if (!ends && bytes.length <= LONGEST_HEADER) return this.#wait(bytes.length + 1)
      return this.#resync(5, { name: null, place: this.#place }, why, ends)
    }
    const headers = headersOf(bytes.toString('utf8', 0, end))
    const name = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null
    const begun = {
      headers,
      name,
      place: { ...this.#place },
      length: Number(headers.get('content-length') ?? Number.NaN),
    }
    const body = end + BLANK_LINE.length
    if (!Number.isSafeInteger(begun.length) || begun.length < 0)
      return this.#resync(end, begun, 'does not say how long it is', ends)
    if (begun.length > LARGEST) {
      this.#drop(end)
      this.#passing = { ...begun, left: begun.length + BLANK_LINE.length }
      return null
    }
    const after = body + begun.length
    if (bytes.length < after + NEXT.length && !ends) return this.#wait(after + NEXT.length)
    if (bytes.length < after)
      return this.#resync(
        end,
        begun,
        broken ?? `is cut short, or its length is wrong: ${bytes.length - body} of ${begun.length} bytes`,
        ends,
      )
    const follows = bytes.subarray(after, after + NEXT.length).toString('latin1')
    if (follows !== NEXT.slice(0, follows.length) && !/^[\r\n]*$/.test(follows))
      return this.#resync(end, begun, `has not the length that it says, ${begun.length} bytes`, ends)
    const record: WarcRecord = { kind: 'record', headers, body: bytes.subarray(body, after), place: begun.place }
    this.#lost = false
    this.#drop(after)
    return record
  }

  #wait(bytes: number): 'more' {
    this.#need = bytes
    return 'more'
  }

  /** Goes on at the next record, and tells once why it had to be looked for. */
  #resync(from: number, what: Pick<Begun, 'name' | 'place'>, why: string, ends: boolean): Fault | null {
    const fault = this.#lost ? null : faultOf(what, why)
    const bytes = this.#bytes()
    const next = bytes.indexOf(NEXT, from, 'latin1')
    this.#lost = next < 0
    this.#drop(next >= 0 ? next : ends ? bytes.length : Math.max(from, bytes.length - NEXT.length))
    if (this.#lost && !ends) this.#need = this.#total + 1
    return fault
  }

  /** Passes over an oversized record; another that begins within it shows that its length is wrong. */
  #pass(record: Begun & { left: number }, ends: boolean, broken: string | null): Fault | 'more' | null {
    const bytes = this.#bytes()
    const next = bytes.indexOf(NEXT, 0, 'latin1')
    if (next >= 0 && next < record.left - BLANK_LINE.length) {
      this.#passing = null
      this.#drop(next)
      return faultOf(record, `has not the length that it says, ${record.length} bytes`)
    }
    if (bytes.length >= record.left) {
      this.#passing = null
      this.#drop(record.left)
      return faultOf(record, `is larger than 15 MB (${Math.ceil(record.length / 1_000_000)} MB)`)
    }
    const passed = ends ? bytes.length : Math.max(0, bytes.length - NEXT.length)
    record.left -= passed
    this.#drop(passed)
    if (ends) {
      this.#passing = null
      return faultOf(record, broken ?? `is cut short, or its length is wrong (${record.length} bytes)`)
    }
    return this.#wait(this.#total + 1)
  }
}

const faultOf = ({ name, place }: Pick<Begun, 'name' | 'place'>, why: string): Fault => ({
  kind: 'fault',
  why,
  name,
  place: { ...place },
})

/** The lines after the first, unfolded; of a name that comes twice the first counts. */
export function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(1)) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}
