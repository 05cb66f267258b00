// `bubblewatch add`: articles into the ledger. One that cannot be read stops no other.
import type { About } from '../../article/blocks.ts'
import { toArticle } from '../../article/convert.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { WholeReader } from '../../phrasebook/reader.ts'
import { openExplainer } from '../../phrasebook/reader.ts'
import { count } from '../wording.ts'
import { documentOf, documentsIn } from './inputs.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

export interface AddSettings {
  /** The package's folder. */
  root: string
  /** Version of the rules. */
  version: string
  /** What the texts do not tell; believed before them. */
  about: About
}

/**
 * Reads articles and keeps them.
 * @param inputs files, folders, addresses, or "-"
 * @returns how many could not be kept
 */
export async function addArticles(
  inputs: readonly string[],
  { root, version, about }: AddSettings,
  ledger: Ledger,
  terminal: Terminal,
): Promise<number> {
  const { print, complain } = terminal
  const reader = openExplainer(root)
  let [fresh, known, claims, failed] = [0, 0, 0, 0]
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      failed++
      complain((error as Error).message)
    }
  }
  for (const input of inputs) {
    await attempt(async () => {
      const documents = await documentsIn(input)
      if (!documents.length) complain(`${input}: no article in this folder (.txt, .md, .html and .htm are read)`)
      for (const document of documents) {
        await attempt(async () => {
          const kept = await keep(document, about, reader, version, ledger, false)
          print(`${kept.added ? 'new  ' : 'known'}  ${count(kept.claims, 'claim').padStart(9)}  ${oneLine(kept.name)}`)
          if (kept.added) {
            fresh++
            claims += kept.claims
          } else known++
        })
      }
    })
  }
  print(
    `${count(fresh, 'article')} new with ${count(claims, 'claim')}, ${known} known${failed ? `, ${failed} not kept` : ''}`,
  )
  return failed
}

/**
 * Reads one document into the ledger.
 * @param document a path, an address, or "-"
 * @returns its title, or else what it was named by; how many claims it makes
 * @throws Error in one line
 */
export async function keep(
  document: string,
  about: About,
  reader: WholeReader,
  version: string,
  ledger: Ledger,
  sample: boolean,
): Promise<{ name: string; added: boolean; claims: number }> {
  const article = await toArticle(await documentOf(document), about)
  const name = article.title ?? (document === '-' ? 'from stdin' : document)
  if (!article.text.trim())
    throw new Error(`${document === '-' ? 'stdin' : document}: no words in it; nothing was kept`)
  const { claims, facts } = reader(article)
  const heard = new Date().toISOString()
  const { added } = await ledger.add(article, claims, { heard, reading: version, sample, facts })
  return { name, added, claims: claims.length }
}
