// Files and folders to raw documents.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decode } from './charset.ts'
import type { RawDocument } from './raw-document.ts'
import { BODY_LIMIT } from './raw-document.ts'

const ARTICLES = /\.(?:txt|md|html|htm)$/i

/**
 * Reads a file.
 * @param path of a file of at most 15 MB, in UTF-8 or what its mark or meta element says
 * @throws Error in one line when it cannot be read
 */
export async function readFileSource(path: string): Promise<RawDocument> {
  const file = await stat(path).catch(refuse(path))
  if (!file.isFile()) throw new Error(`${path}: no file; give a file's path`)
  if (file.size > BODY_LIMIT)
    throw new Error(
      `${path}: ${Math.ceil(file.size / 1_000_000)} MB, more than the ${BODY_LIMIT / 1_000_000} MB that are read`,
    )
  return { text: decode(await readFile(path).catch(refuse(path)), null), contentType: null, name: path, url: null }
}

/**
 * The articles of a folder and the folders in it: files ending in .txt, .md, .html or .htm. Hidden files and folders are passed over,
 * linked folders not followed.
 * @returns paths, in an order that is the same on every machine; not read yet, so that one which cannot be read stops no other
 * @throws Error in one line when a folder cannot be read
 */
export async function articlePaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(refuse(folder))
  const paths: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) paths.push(...(await articlePaths(inside)))
    else if (ARTICLES.test(entry.name)) paths.push(inside)
  }
  return paths
}

/**
 * Reads those articles.
 * @throws Error in one line when the folder or a file in it cannot be read
 */
export async function* readFolder(folder: string): AsyncGenerator<RawDocument> {
  for (const path of await articlePaths(folder)) yield await readFileSource(path)
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder; check the path',
  ENOTDIR: 'no folder; give a folder’s path',
  EACCES: 'may not be read; check its permissions',
}

const refuse =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw new Error(`${path}: ${REASONS[error.code ?? ''] ?? error.message}`)
  }
