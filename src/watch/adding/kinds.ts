// The kinds of things that may be added, in the order in which they are tried; and the first look at what was named.
import { open, stat } from 'node:fs/promises'
import { PAGE_TYPES } from '../../sources/request.ts'
import { beginsRecord } from '../../sources/warc/pieces.ts'
import type { Given, Kind, Plan, Work } from './kind.ts'

/** Each is loaded only when none before it has taken what was named; the last takes whatever is left. */
const KINDS: ReadonlyArray<() => Promise<Kind>> = [
  async () => (await import('./folder.ts')).folder,
  async () => (await import('./archive.ts')).archive,
  async () => (await import('./feed.ts')).feed,
  async () => (await import('./opml.ts')).opml,
  async () => (await import('./json-lines.ts')).jsonLines,
  async () => (await import('./home.ts')).home,
  async () => (await import('./article.ts')).article,
]

const HEAD = 65_536
const ADDRESS = /^https?:\/\//i

/**
 * Finds out what something is.
 * @param name a path, an address, or "-"
 * @throws Error in one line when it cannot be looked at
 */
export async function planFor(name: string, work: Pick<Work, 'allowPrivate' | 'polite'>): Promise<Plan> {
  const given = await look(name, work)
  for (const kind of KINDS) {
    const plan = await (await kind()).recognise(given, work)
    if (plan) return plan
  }
  throw new Error(`${name}: nothing that can be added`)
}

/** Whether a path is that of an archive of the web. */
export async function isArchive(path: string): Promise<boolean> {
  const head = await headOf(path)
  return head !== null && head.length > 0 && beginsRecord(head)
}

async function look(name: string, { allowPrivate, polite }: Pick<Work, 'allowPrivate' | 'polite'>): Promise<Given> {
  const nothing = { name, answer: null, folder: false, head: Buffer.alloc(0) }
  if (name === '-') return nothing
  if (ADDRESS.test(name))
    return { ...nothing, answer: await polite.look(name, { allowPrivate, headers: { accept: PAGE_TYPES } }) }
  const found = await stat(name).catch(() => null)
  if (!found?.isFile()) return { ...nothing, folder: found?.isDirectory() ?? false }
  return { ...nothing, head: (await headOf(name)) ?? nothing.head }
}

/** The first bytes of a file; null for one that cannot be opened. */
async function headOf(path: string): Promise<Buffer | null> {
  const file = await open(path).catch(() => null)
  if (!file) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    return null
  } finally {
    await file.close()
  }
}
