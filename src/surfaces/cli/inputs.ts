// What the user names on the command line to be read: a file, an address, or "-" for what comes in on stdin.
import { text } from 'node:stream/consumers'
import type { RawDocument } from '../../sources/raw-document.ts'

const ADDRESS = /^https?:\/\//i

/**
 * Fetches or reads one document.
 * @param input a path, an address, or "-"
 * @param allowPrivate hosts that may be reached although their addresses are not public
 * @throws Error in one line: what, where, what to do
 */
export async function documentOf(input: string, allowPrivate: readonly string[] = []): Promise<RawDocument> {
  if (input === '-') return { text: await text(process.stdin), contentType: null, name: null, url: null }
  if (!ADDRESS.test(input)) return (await import('../../sources/files.ts')).readFileSource(input)
  const { fetchPage } = await import('../../sources/fetch-page.ts')
  return fetchPage(input, { allowPrivate })
}
