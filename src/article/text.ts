// Plain text to an Article.
import type { Article } from './article.ts'
import type { About } from './blocks.ts'
import { beginsWith, merge } from './blocks.ts'

/**
 * Takes plain text as it stands: only a byte order mark goes, line ends become "\n", and blank lines around it are cut.
 * @param about what is known of it; its title becomes the first line unless the text begins with it
 */
export function fromText(text: string, about: About): Article {
  const known = merge([about])
  const body = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
  const firstLine = body.split('\n', 1)[0]!
  if (!known.title) return { text: body, ...known, emphasis: [], headings: [] }
  if (!beginsWith(body, known.title)) {
    return {
      text: body ? `${known.title}\n\n${body}` : known.title,
      ...known,
      emphasis: [],
      headings: [{ start: 0, end: known.title.length }],
    }
  }
  const alone = beginsWith(known.title, firstLine)
  return { text: body, ...known, emphasis: [], headings: alone ? [{ start: 0, end: firstLine.trimEnd().length }] : [] }
}
