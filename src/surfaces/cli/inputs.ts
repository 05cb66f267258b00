// What the user names on the command line: a file, a folder, an address, or "-" for what comes in on stdin.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { RawDocument } from '../../sources/raw-document.ts'

const ADDRESS = /^https?:\/\//i
const ARTICLES = /\.(?:txt|md|html|htm)$/i

/**
 * Fetches or reads one document.
 * @param input a path, an address, or "-"
 * @throws Error in one line: what, where, what to do
 */
export async function documentOf(input: string): Promise<RawDocument> {
  if (input === '-') return { text: await text(process.stdin), contentType: null, name: null, url: null }
  if (!ADDRESS.test(input)) return (await import('../../sources/files.ts')).readFileSource(input)
  const { fetchPage } = await import('../../sources/fetch-page.ts')
  return fetchPage(input)
}

/**
 * The documents that an input stands for: itself, or, for a folder, the articles in it and in the folders in that, in the order
 * of their paths. Named, not read yet, so that one which cannot be read stops no other.
 * @throws Error in one line when the folder cannot be read
 */
export async function documentsIn(input: string): Promise<string[]> {
  if (input === '-' || ADDRESS.test(input)) return [input]
  const found = await stat(input).catch(() => null)
  return found?.isDirectory() ? articlesIn(input) : [input]
}

async function articlesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${folder}: the folder cannot be read (${error.code}); check its permissions`)
  })
  const paths: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) paths.push(...(await articlesIn(inside)))
    else if (ARTICLES.test(entry.name)) paths.push(inside)
  }
  return paths
}
