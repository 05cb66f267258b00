// `bubblewatch reread`: the texts in the ledger, read again by today's rules. What has been read stays read: whoever stops it half-way
// goes on where it stopped.
import type { Ledger } from '../../ledger/ledger.ts'
import { openExplainer } from '../../phrasebook/reader.ts'
import { count } from '../wording.ts'
import type { Terminal } from './terminal.ts'

export interface RereadSettings {
  /** The package's folder. */
  root: string
  /** Version of the rules. */
  version: string
}

/** Articles fetched at a time. */
const PAGE = 50
/** Milliseconds between two lines of progress. */
const BREATH = 2_000

/**
 * Reads every article that these rules have not read.
 * @returns how many could not be read
 */
export async function rereadArticles(
  { root, version }: RereadSettings,
  ledger: Ledger,
  { print, complain }: Terminal,
): Promise<number> {
  const all = await ledger.unreadCount(version)
  if (!all) {
    print(`Every article has been read by these rules (${version}).`)
    return 0
  }
  const reader = openExplainer(root)
  let [done, claims, failed, told] = [0, 0, 0, performance.now()]
  for (let after = ''; ; ) {
    const page = await ledger.unread(version, after, PAGE)
    if (!page.length) break
    for (const { id, article } of page) {
      try {
        const { claims: found, facts } = reader(article)
        await ledger.reread(id, { reading: version, read: new Date().toISOString(), claims: found, facts })
        claims += found.length
      } catch (error) {
        failed++
        complain(`${article.title ?? id}: ${(error as Error).message}`)
      }
      done++
      // After the last article the sum is told at once, however long that article took.
      if (done >= all || performance.now() - told < BREATH) continue
      told = performance.now()
      print(`${Math.floor((100 * done) / all)} %  ${done} of ${count(all, 'article')}`)
    }
    after = page.at(-1)!.id
  }
  const not = failed ? `, ${failed} not read` : ''
  print(`Read ${count(done - failed, 'article')} again by these rules (${version}): ${count(claims, 'claim')}${not}.`)
  return failed
}
