// Makes small WARC files for tests.
import { gzipSync } from 'node:zlib'

export interface MadeRecord {
  url: string
  /** Of the HTTP answer. */
  body: string | Uint8Array
  headers?: string[]
  status?: string
  /** What the record says instead of its true length. */
  length?: string
  type?: string
}

/** One record as it stands in a file. */
export function record({
  url,
  body,
  headers = ['Content-Type: text/html'],
  status = '200 OK',
  length,
  type = 'response',
}: MadeRecord): Buffer {
  const http = `HTTP/1.1 ${status}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`
  const answer = Buffer.concat([Buffer.from(http), Buffer.from(body as string)])
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2031-06-01T10:00:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length ?? answer.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), answer, Buffer.from('\r\n\r\n')])
}

/** Each record a gzip member, as crawlers write them. */
export const packed = (...records: readonly Buffer[]): Buffer => Buffer.concat(records.map((each) => gzipSync(each)))

export const page = (words: string): string =>
  `<html><head><title>${words}</title></head><body><p>${words}</p></body></html>`
