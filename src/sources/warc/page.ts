// The page in a WARC record: what a server once answered, without the wrappings of its transfer.
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { BODY_LIMIT } from '../raw-document.ts'
import type { WarcRecord } from './records.ts'
import { headersOf } from './records.ts'

export interface ArchivedPage {
  url: string
  /** With its parameters. */
  contentType: string
  body: Buffer
  /** ISO day on which it was fetched; null when the archive does not say. */
  fetched: string | null
}

const PAGES = /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i
const BLANK_LINE = '\r\n\r\n'
const LONGEST_HEAD = 64 << 10

/**
 * Takes a page out of its record.
 * @returns null for what is no page: requests, metadata, pictures, redirects, errors
 * @throws Error whose message goes on from "the record …" when there is one that cannot be unwrapped
 */
export function pageOf({ headers, body }: WarcRecord): ArchivedPage | null {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
  if (!url || !/^https?:/i.test(url) || !URL.canParse(url)) return null
  const said = { url, fetched: dayOf(headers.get('warc-date')) }
  const [type, contentType] = [headers.get('warc-type'), headers.get('content-type') ?? '']
  // Pages without their HTTP headers, and the texts of pages (WET).
  if (type === 'resource' || type === 'conversion')
    return PAGES.test(contentType) ? { ...said, contentType, body: within(body) } : null
  if (type !== 'response') return null
  const end = body.subarray(0, LONGEST_HEAD).indexOf(BLANK_LINE)
  const head = body.toString('latin1', 0, end < 0 ? Math.min(body.length, LONGEST_HEAD) : end)
  if (!/^HTTP\/\d(?:\.\d)? 200\b/.test(head)) return null
  const http = headersOf(head)
  if (!PAGES.test(http.get('content-type') ?? 'text/html')) return null
  if (end < 0) throw new Error('has HTTP headers without end')
  const sent = body.subarray(end + BLANK_LINE.length)
  const chunked = /\bchunked\b/i.test(http.get('transfer-encoding') ?? '')
  const encoded = chunked ? unchunked(sent) : sent
  return {
    ...said,
    contentType: http.get('content-type') ?? '',
    body: within(decoded(encoded, http.get('content-encoding') ?? '')),
  }
}

const dayOf = (instant: string | undefined): string | null => /^\d{4}-\d\d-\d\d/.exec(instant ?? '')?.[0] ?? null

function within(body: Buffer): Buffer {
  if (body.length > BODY_LIMIT) throw tooLarge()
  return body
}

/** Joins chunks; what some archives have joined already is taken as it stands. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at)
    const size =
      line < 0 ? null : /^([\da-f]{1,8})[ \t]*(?:;.*)?$/i.exec(bytes.toString('latin1', at, Math.min(line, at + 200)))
    if (!size) {
      if (at === 0) return bytes
      throw new Error('is broken within its chunks')
    }
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const start = line + 2
    if (start + length > bytes.length) throw new Error('is cut short within its chunks')
    parts.push(bytes.subarray(start, start + length))
    at = start + length + 2
  }
}

/** Undoes one content encoding; what some archives have undone already is taken as it stands. */
function decoded(bytes: Buffer, encoding: string): Buffer {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity' || !bytes.length) return bytes
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b
  const options = { maxOutputLength: BODY_LIMIT }
  try {
    if (name === 'gzip' || name === 'x-gzip') return zipped ? gunzipSync(bytes, options) : bytes
    if (name === 'deflate') return (bytes[0]! & 15) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)
    if (name === 'br') return brotliDecompressSync(bytes, options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    // Only markup that was undone already begins so.
    if (/^\s*</.test(bytes.toString('latin1', 0, 64))) return bytes
    throw new Error(`has a body that is no ${name} (${(error as Error).message})`)
  }
  if (/^\s*</.test(bytes.toString('latin1', 0, 64))) return bytes
  throw new Error(`has a body encoded as ${name}, which is not read`)
}

const tooLarge = (): Error => new Error(`holds a page larger than ${BODY_LIMIT / 1_000_000} MB`)
