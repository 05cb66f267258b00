// An archive's file, unpacked piece by piece. In a packed archive each record is a gzip member of its own, and most members are
// unpacked in one go; one that is large, or a whole archive in a single member, streams. A broken member costs only itself: the next
// is looked for, and what was passed over is told.
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { Place } from './place.ts'

/** Some bytes of the unpacked archive. */
export interface Piece {
  bytes: Buffer
  /** Of the first byte. */
  place: Place
  /** A gzip member, or the file, ends after it: no record goes on beyond. */
  ends: boolean
  /** Why what should follow cannot be unpacked; null when all is well. */
  broken: string | null
}

/** Bytes read from the file at once; a member that has more of them streams. */
const READ = 1 << 20
/** Bytes that a member may unpack to without streaming. */
const WHOLE = 4 << 20
const CHUNK = 256 << 10
/** The smallest buffer that zlib takes. */
const SMALLEST = 64
/** With what a member begins. */
const MAGIC = Buffer.from([0x1f, 0x8b, 8])
/** Bytes before and after the packed data of a member. */
const HEADER = 10
const TRAILER = 8
/** Bytes of a member from which one can tell whether a record begins with it. */
const GLANCE = 4096

/**
 * Bytes of a file from any place on; at least as many as are asked for, READ at most, while there are. They are valid until others
 * are asked for: the same two buffers are filled again and again, for every one that is thrown away brings the garbage collector
 * nearer.
 */
class Window {
  readonly #file: FileHandle
  #bytes = Buffer.alloc(0)
  #at = 0
  #used = Buffer.allocUnsafe(READ)
  #spare = Buffer.allocUnsafe(READ)

  constructor(file: FileHandle) {
    this.#file = file
  }

  async from(at: number, least: number): Promise<Buffer> {
    if (at < this.#at || at + least > this.#at + this.#bytes.length) {
      const kept = at >= this.#at ? this.#bytes.subarray(Math.min(at - this.#at, this.#bytes.length)) : Buffer.alloc(0)
      const bytes = this.#spare
      this.#spare = this.#used
      this.#used = bytes
      let length = kept.copy(bytes)
      while (length < bytes.length) {
        const { bytesRead } = await this.#file.read(bytes, length, bytes.length - length, at + length)
        if (!bytesRead) break
        length += bytesRead
      }
      this.#bytes = bytes.subarray(0, length)
      this.#at = at
    }
    return this.#bytes.subarray(at - this.#at)
  }
}

/**
 * Unpacks an archive.
 * @param path of a file, packed with gzip or not
 * @param from where to begin: a place that an earlier run was told of
 * @throws Error when the file cannot be read; what cannot be unpacked is told in the pieces
 */
export async function* piecesOf(path: string, from: Place): AsyncGenerator<Piece> {
  const file = await open(path)
  try {
    const window = new Window(file)
    const packed = isPacked(await window.from(0, HEADER))
    if (!packed) yield* plain(window, from.at + from.within)
    else yield* unpacked(path, file, window, from)
  } finally {
    await file.close()
  }
}

const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8

async function* plain(window: Window, from: number): AsyncGenerator<Piece> {
  for (let at = from; ; ) {
    const bytes = Buffer.from(await window.from(at, READ))
    const ends = bytes.length < READ
    if (bytes.length) yield { bytes, place: { at, within: 0 }, ends, broken: null }
    if (ends) return
    at += bytes.length
  }
}

async function* unpacked(path: string, file: FileHandle, window: Window, from: Place): AsyncGenerator<Piece> {
  let { at, within: skip } = from
  while (true) {
    const bytes = await window.from(at, HEADER)
    if (!bytes.length) return
    const start = headerLength(bytes)
    let next: number | null = null
    let broken = start === null ? 'no gzip member begins there' : 'its gzip member is cut short'
    if (start !== null) {
      const whole = (await inOneGo(window, at, start)) ?? null
      if (whole) {
        next = at + whole.consumed
        yield { bytes: whole.bytes.subarray(skip), place: { at, within: skip }, ends: true, broken: null }
        letGo(whole.bytes)
      } else {
        for await (const piece of streamed(path, file, at, start, skip)) {
          if ('next' in piece) next = piece.next
          else if ('why' in piece) broken = piece.why
          else yield piece
        }
      }
    }
    skip = 0
    if (next !== null) {
      at = next
      continue
    }
    yield { bytes: Buffer.alloc(0), place: { at, within: 0 }, ends: true, broken }
    const found = await nextMember(window, at + 1)
    if (found === null) return
    at = found
  }
}

/** A member's header in bytes; null when there is none. */
function headerLength(bytes: Buffer): number | null {
  if (bytes.length < HEADER || !isPacked(bytes)) return null
  const flags = bytes[3]!
  let at = HEADER
  if (flags & 4) at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0)
  for (const named of [8, 16]) if (flags & named) at = bytes.indexOf(0, at) + 1 || bytes.length
  return flags & 2 ? at + 2 : at
}

/** Unpacks a member of a usual size; null for any other, and for one that is broken. */
async function inOneGo(window: Window, at: number, start: number): Promise<{ bytes: Buffer; consumed: number } | null> {
  // Most members are small: the whole of what may be one is fetched only when it was not there.
  for (const least of [HEADER, READ]) {
    const bytes = await window.from(at, least)
    const next = bytes.indexOf(MAGIC, start)
    if (next < 0 && least < READ) continue
    try {
      const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
        info: true,
        chunkSize: unpackedSize(bytes, next),
        maxOutputLength: WHOLE,
      }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
      const end = start + engine.bytesWritten
      if (bytes.length < end + TRAILER || bytes.readUInt32LE(end) !== crc32(buffer)) continue
      return { bytes: buffer, consumed: end + TRAILER }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') return null
    }
  }
  return null
}

/**
 * Gives memory back at once: left to the garbage collector, a gigabyte of pages brings it again and again, and what waits for it
 * is never the same memory twice.
 */
function letGo(bytes: Buffer): void {
  // A small one shares Node's pool with others.
  if (bytes.byteOffset === 0 && bytes.buffer.byteLength > Buffer.poolSize) (bytes.buffer as ArrayBuffer).transfer(0)
}

/**
 * Bytes that a member unpacks to, so that one buffer of that size takes all: a member ends with their number. What looks like the next
 * one may be none; then this is a guess like another.
 */
function unpackedSize(bytes: Buffer, next: number): number {
  const size = next < TRAILER ? 0 : bytes.readUInt32LE(next - 4)
  // With one byte more it is plain that nothing is left.
  return size >= next / 2 && size < WHOLE ? Math.max(SMALLEST, size + 1) : CHUNK
}

/** Unpacks a member in pieces, and tells where the next begins, or why it cannot. */
async function* streamed(
  path: string,
  file: FileHandle,
  at: number,
  start: number,
  skip: number,
): AsyncGenerator<Piece | { next: number } | { why: string }> {
  const source = createReadStream(path, { start: at + start, highWaterMark: READ })
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  source.on('error', (error) => inflate.destroy(error))
  let [within, sum] = [0, 0]
  try {
    for await (const chunk of source.pipe(inflate) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      const bytes = chunk.subarray(Math.max(0, skip - within))
      within += chunk.length
      if (bytes.length) yield { bytes, place: { at, within: within - bytes.length }, ends: false, broken: null }
    }
    const end = at + start + inflate.bytesWritten
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TRAILER), 0, TRAILER, end)
    if (bytesRead < TRAILER) yield { why: 'its gzip member is cut short' }
    else if (buffer.readUInt32LE(0) !== sum) yield { why: 'its gzip member’s checksum is wrong' }
    else {
      yield { bytes: Buffer.alloc(0), place: { at, within }, ends: true, broken: null }
      yield { next: end + TRAILER }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    yield { why: `its gzip member is ${code === 'Z_BUF_ERROR' ? 'cut short' : `broken (${message})`}` }
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

/** Where the next member that begins a record stands; null when none does. */
async function nextMember(window: Window, from: number): Promise<number | null> {
  for (let at = from; ; ) {
    const bytes = await window.from(at, READ)
    if (bytes.length < HEADER) return null
    const found = bytes.indexOf(MAGIC)
    if (found < 0) at += bytes.length - 2
    else if (beginsRecord(await window.from(at + found, GLANCE))) return at + found
    else at += found + 1
  }
}

/** Whether packed bytes begin a record. */
export function beginsRecord(bytes: Buffer): boolean {
  const start = headerLength(bytes)
  if (start === null) return bytes.subarray(0, 5).toString('latin1') === 'WARC/'
  try {
    const packed = bytes.subarray(start, GLANCE)
    const head = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH })
    return head.subarray(0, 5).toString('latin1') === 'WARC/'
  } catch {
    return false
  }
}
