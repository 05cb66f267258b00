// `bubblewatch doctor`: what is well, what is not, and what to do about it.
import type { Ledger } from '../../ledger/ledger.ts'
import { amissInWords, count, healthInWords } from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

/**
 * Looks at the ledger and the sources.
 * @param place where the ledger is, without a password
 * @returns how many sources there is something amiss with
 */
export async function examine(ledger: Ledger, place: string, now: number, { print, bold }: Terminal): Promise<number> {
  const { articles, claims, shows } = await ledger.counts()
  print(`Ledger   ${oneLine(place)}: ${count(articles, 'article')}, ${count(claims, 'claim')}, ${count(shows, 'show')}`)
  for (const { path, failure } of await ledger.archives.left())
    print(
      `Archive  ${oneLine(path)}: ${failure ? `could not be read (${oneLine(failure)})` : 'being read, or waiting for it'}`,
    )
  const all = await ledger.sources.health()
  if (!all.length) {
    print(
      'Sources  none is followed: “bubblewatch sources --suggest” names some, “bubblewatch add ADDRESS” follows one',
    )
    return 0
  }
  const amiss = all.filter((health) => amissInWords(health))
  print(
    `Sources  ${all.length} followed, ${amiss.length ? `${amiss.length} with something amiss` : 'all well'}; ${count(
      all.reduce((sum, { waiting }) => sum + waiting, 0),
      'item',
    )} still to be read`,
  )
  for (const health of [...amiss, ...all.filter((each) => !amiss.includes(each))]) {
    const { title, url } = health.source
    print(`\n${bold(oneLine(title ?? url))}: ${amissInWords(health) ?? 'well'}\n  ${url}`)
    for (const line of healthInWords(health, now)) print(`  ${oneLine(line)}`)
  }
  // A gap is told, but nothing can be done about it any more.
  return amiss.filter(({ source, lost }) => source.failures || lost).length
}
