// The first-run sample: corpus/sample in the ledger, marked as such, and out of it again.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toArticle } from '../../article/convert.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { articlePaths, readFileSource } from '../../sources/files.ts'
import type { Keeper } from '../../watch/keep.ts'
import { keepArticle } from '../../watch/keep.ts'

export interface SampleSettings {
  /** The package's folder. */
  root: string
  /** Version of the rules. */
  version: string
  read: Keeper['read']
  /** Stops between two articles. */
  signal?: AbortSignal
  /** Told, before each article, how many are done of how many. */
  tell?: (done: number, of: number) => void
}

/** How many articles the sample has. */
export const sampleSize = async (root: string): Promise<number> => (await pathsOf(root)).length

const pathsOf = (root: string): Promise<string[]> => articlePaths(join(root, 'corpus', 'sample'))

/**
 * Adds the sample; what is there already stays as it is.
 * @returns how many articles and claims came new into the ledger
 */
export async function addSample(
  { root, version, read, signal, tell }: SampleSettings,
  ledger: Ledger,
): Promise<{ articles: number; claims: number }> {
  let [articles, claims] = [0, 0]
  const keeper = { ledger, read, rules: version, now: Date.now, sample: true }
  const paths = await pathsOf(root)
  for (const [i, path] of paths.entries()) {
    if (signal?.aborted) break
    tell?.(i, paths.length)
    const kept = await keepArticle(await toArticle(await readFileSource(path), {}), keeper)
    if (!kept.added) continue
    articles++
    claims += kept.claims
  }
  return { articles, claims }
}

/** A note beside the ledger that its owner wants no sample: an emptied ledger is not filled again on the next start. */
const noteFor = (ledgerPath: string): string => join(dirname(ledgerPath), 'no-sample')

export const sampleUnwanted = (ledgerPath: string): boolean => existsSync(noteFor(ledgerPath))

/** Remembers whether the sample is wanted. A folder that cannot be written to is no reason to stop. */
export function rememberSample(ledgerPath: string, wanted: boolean): void {
  try {
    if (wanted) rmSync(noteFor(ledgerPath), { force: true })
    else writeFileSync(noteFor(ledgerPath), 'The sample was removed; `bubblewatch sample` brings it back.\n')
  } catch {}
}
