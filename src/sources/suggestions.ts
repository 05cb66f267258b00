// The trade's feeds to choose from: feeds/trade.yaml. Nothing here fetches any.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import type { SourceBook } from './source.ts'

const suggestion = z.strictObject({
  name: z.string().min(1),
  feed: z.url({ protocol: /^https$/ }),
  home: z.url({ protocol: /^https$/ }),
  about: z.string().min(1),
})

export type Suggestion = z.infer<typeof suggestion>

/**
 * Reads the list.
 * @param root the package's folder
 * @throws Error in one line when it is damaged
 */
export function suggestions(root: string): Suggestion[] {
  const path = join(root, 'feeds', 'trade.yaml')
  try {
    return z.array(suggestion).parse(load(readFileSync(path, 'utf8')))
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new Error(`${path}: ${what.replace(/\s+/g, ' ')}`, { cause: error })
  }
}

/**
 * Follows those of the list that were chosen, from now on; what is followed already stays as it is.
 * @param chosen addresses of feeds; those that the list does not have are passed over
 * @param now milliseconds since 1970
 */
export async function followChosen(
  book: SourceBook,
  list: readonly Suggestion[],
  chosen: ReadonlySet<string>,
  now: number,
): Promise<void> {
  for (const { name, feed, home } of list)
    if (chosen.has(feed)) await book.follow({ url: feed, title: name, home }, new Date(now).toISOString())
}
