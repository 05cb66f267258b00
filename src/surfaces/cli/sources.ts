// `bubblewatch sources`: what is followed, and what could be.
import { toOpml } from '../../sources/opml.ts'
import type { SourceBook } from '../../sources/source.ts'
import type { Suggestion } from '../../sources/suggestions.ts'
import { count, healthInWords } from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

/** Prints what is followed, and how it stands. */
export async function listSources(
  book: SourceBook,
  now: number,
  { json, opml }: { json?: boolean; opml?: boolean },
  { print, bold, dim }: Terminal,
): Promise<void> {
  if (opml) return print(toOpml(await book.all()))
  const all = await book.health()
  if (json)
    return print(
      JSON.stringify(
        all.map(({ source, ...rest }) => ({ ...source, ...rest })),
        null,
        2,
      ),
    )
  if (!all.length)
    return print(
      'No source is followed yet: “bubblewatch sources --suggest” names some, “bubblewatch add ADDRESS” follows one.',
    )
  for (const health of all) {
    const { id, title, url } = health.source
    print(`${id}  ${bold(oneLine(title ?? url))}  ${dim(url)}`)
    print(`              ${oneLine(healthInWords(health, now).join('; '))}`)
  }
}

/** Prints the trade's feeds, those that are followed marked. */
export async function suggestSources(
  suggestions: readonly Suggestion[],
  book: SourceBook,
  { print, bold, dim }: Terminal,
): Promise<void> {
  const followed = new Set((await book.all()).map(({ url }) => url))
  const width = Math.max(...suggestions.map(({ name }) => name.length))
  for (const { name, feed, about } of suggestions)
    print(`${followed.has(feed) ? '✓' : ' '} ${bold(name.padEnd(width))}  ${feed}  ${dim(about)}`)
  print('\n“bubblewatch add ADDRESS…” follows those you choose; nothing is fetched before.')
}

/**
 * Ends following sources.
 * @param names ids or addresses
 * @returns how many were not followed
 */
export async function removeSources(
  names: readonly string[],
  book: SourceBook,
  { print, complain }: Terminal,
): Promise<number> {
  const all = await book.all()
  let [gone, unknown] = [0, 0]
  for (const name of names) {
    const source = all.find(({ id, url }) => id === name || url === name || url === URL.parse(name)?.href)
    if (source && (await book.unfollow(source.id))) gone++
    else {
      unknown++
      complain(`${name}: no such source; “bubblewatch sources” lists those that are followed`)
    }
  }
  print(
    `${count(gone, 'source')} no longer followed; what was read out of ${gone === 1 ? 'it' : 'them'} stays in the ledger.`,
  )
  return unknown
}
