// `bubblewatch export`, `import`, `backup` and `restore`.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import type { Archived } from '../../ledger/archive.ts'
import { keepAll, keepWhole, linesOf, readArchive } from '../../ledger/archive.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { count } from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { writeWhole } from './whole-file.ts'

/** Writes everything that the ledger keeps as lines to the terminal. */
export async function exportLedger(ledger: Ledger, { stream }: Terminal): Promise<void> {
  for await (const line of linesOf(ledger)) await stream(line.slice(0, -1))
}

/**
 * Writes a backup: an export, compressed. It stands under its name when it is whole and on the disk, and not before.
 * @throws Error in one line when it cannot be written
 */
export async function backUp(file: string, ledger: Ledger, { print }: Terminal): Promise<void> {
  await writeWhole(file, linesOf(ledger), createGzip()).catch((error) => {
    throw inFile(file, error, 'cannot be written')
  })
  const { articles, claims } = await ledger.counts()
  print(`Backed up ${count(articles, 'article')} with ${count(claims, 'claim')} to ${file}.`)
}

/**
 * Merges an export or a backup into the ledger.
 * @param file its path, or "-"
 * @throws Error in one line: what is wrong with it, and where
 */
export async function importInto(file: string, ledger: Ledger, { print }: Terminal): Promise<void> {
  const { all, added } = await keepAll(reading(file, false), ledger).catch((error) => {
    throw inFile(file, error)
  })
  print(`Imported ${count(all, 'article')}: ${added} new, ${all - added} known.`)
}

/**
 * Brings back a backup, into a ledger that holds nothing else: all of it or, whatever happens, nothing.
 * @throws Error in one line: what is wrong with it, and where; or that the ledger holds something else
 */
export async function restore(file: string, ledger: Ledger, { print }: Terminal): Promise<void> {
  try {
    const ids = new Set<string>()
    for await (const { id } of reading(file, true)) ids.add(id)
    const { articles } = await ledger.counts()
    // To restore again what has been restored does no harm.
    for await (const id of ledger.ids())
      if (!ids.has(id))
        throw new Error(
          `the ledger holds ${count(articles, 'article')} of which some are not in this backup: restore into an empty one (BUBBLEWATCH_DATA or DATABASE_URL names another), or import to add to this one`,
        )
    const all = await keepWhole(reading(file, true), ledger)
    print(`Restored ${count(all, 'article')} with ${count((await ledger.counts()).claims, 'claim')}.`)
  } catch (error) {
    throw inFile(file, error)
  }
}

/** The articles of an export or a backup, checked. */
async function* reading(file: string, whole: boolean): AsyncGenerator<Archived> {
  const raw = file === '-' ? process.stdin : createReadStream(file)
  yield* readArchive(textOf(raw), whole)
}

/** The text of a stream, unpacked if it is packed (RFC 1952, two first bytes). */
async function* textOf(raw: Readable): AsyncGenerator<string> {
  const chunks = raw[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const head = first.value as Buffer
  const all = Readable.from(
    (async function* () {
      yield head
      yield* { [Symbol.asyncIterator]: () => chunks }
    })(),
  )
  const plain = head[0] === 0x1f && head[1] === 0x8b ? all.pipe(createGunzip()) : all
  if (plain !== all) all.on('error', (error) => plain.destroy(error))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of plain) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOSPC: 'the disk is full',
  Z_DATA_ERROR: 'its compression is damaged',
  Z_BUF_ERROR: 'it has been cut off',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is no text in UTF-8',
}

function inFile(file: string, error: unknown, verb = ''): Error {
  const { code, message } = error as NodeJS.ErrnoException
  const what = SYSTEM[code ?? ''] ?? message
  return new Error(`${file === '-' ? 'stdin' : file}${verb ? ` ${verb}` : ''}: ${what}`, { cause: error })
}
