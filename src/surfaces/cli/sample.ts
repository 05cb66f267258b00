// The first-run sample: corpus/sample in the ledger, marked as such, and out of it again.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toArticle } from '../../article/convert.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { openExplainer } from '../../phrasebook/reader.ts'
import { articlePaths, readFileSource } from '../../sources/files.ts'
import { keepArticle } from '../../watch/keep.ts'

export interface SampleSettings {
  root: string
  version: string
}

/**
 * Adds the sample.
 * @returns how many articles and claims came new into the ledger
 */
export async function addSample(
  { root, version }: SampleSettings,
  ledger: Ledger,
): Promise<{ articles: number; claims: number }> {
  const reader = openExplainer(root)
  let [articles, claims] = [0, 0]
  const keeper = { ledger, read: reader, rules: version, now: Date.now, sample: true }
  for (const path of await articlePaths(join(root, 'corpus', 'sample'))) {
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
