// `bubblewatch add`: whatever has news into the ledger: articles are read, feeds followed. One that cannot be read stops no other.
import { resolve } from 'node:path'
import type { About } from '../../article/blocks.ts'
import type { ArchiveBook } from '../../sources/warc/place.ts'
import type { Work } from '../../watch/adding/kind.ts'
import { isArchive, planFor } from '../../watch/adding/kinds.ts'
import type { Tools } from '../../watch/tools.ts'
import { count } from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

/**
 * Leaves archives to whoever works.
 * @param inputs paths
 * @returns how many could not be left
 */
export async function leaveAll(
  inputs: readonly string[],
  book: ArchiveBook,
  { print, complain }: Terminal,
): Promise<number> {
  let failed = 0
  for (const input of inputs) {
    const path = resolve(input)
    if (!(await isArchive(path))) {
      failed++
      complain(`${input}: no archive of the web (WARC), and only those are left for later`)
    } else
      print(
        (await book.leave(path))
          ? `${input}: left to “bubblewatch worker” and “bubblewatch serve”, which must find it at ${path}.`
          : `${input}: is left already.`,
      )
  }
  return failed
}

export interface AddSettings {
  tools: Tools
  /** What the texts do not tell; believed before them. */
  about: About
  allowPrivate: readonly string[]
  /** Aborted when the user wants it to stop. */
  signal: AbortSignal
}

/**
 * Adds what is named.
 * @param inputs files, folders, addresses, or "-"
 * @returns how many could not be kept
 */
export async function addAll(
  inputs: readonly string[],
  { tools, about, allowPrivate, signal }: AddSettings,
  terminal: Terminal,
): Promise<number> {
  const { print, complain, progress } = terminal
  let [fresh, known, claims, failed, followed] = [0, 0, 0, 0, 0]
  const work: Work = {
    ...tools,
    about,
    allowPrivate,
    signal,
    tell(told) {
      if (told.kind === 'source') {
        if (told.added) followed++
        else print(`${oneLine(told.name)} is followed already.`)
        return
      }
      if (told.kind === 'archive') {
        const { name, records, pages, taken, faults } = told
        const broken = faults ? `; ${count(faults, 'record')} broken, named above` : ''
        print(
          `${oneLine(name)}: ${count(records, 'record')} with ${count(pages, 'page')}; ${taken} looked at closely, the rest is not about series${broken}`,
        )
        return
      }
      print(`${told.added ? 'new  ' : 'known'}  ${count(told.claims, 'claim').padStart(9)}  ${oneLine(told.name)}`)
      if (told.added) {
        fresh++
        claims += told.claims
      } else known++
    },
    complain(line) {
      failed++
      complain(line)
    },
    warn: complain,
    progress: (done, all, of) =>
      progress(of === 'percent' ? `${done} %` : `${done} of ${all ?? 'so far unknown'} ${of}`),
  }
  for (const input of inputs) {
    if (signal.aborted) break
    try {
      const { found, run } = await planFor(input, work)
      if (found) print(`${input}: ${oneLine(found)}.`)
      await run(work)
    } catch (error) {
      work.complain((error as Error).message)
    }
    progress(null)
  }
  const sources = followed
    ? `; ${count(followed, 'source')} followed from now on by “bubblewatch serve” and “bubblewatch poll”`
    : ''
  print(
    `${count(fresh, 'article')} new with ${count(claims, 'claim')}, ${known} known${failed ? `, ${failed} not kept` : ''}${sources}`,
  )
  if (signal.aborted) print('Stopped. The same command goes on where it stopped.')
  return failed
}
