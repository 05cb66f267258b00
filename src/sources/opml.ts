// OPML, in which feed readers hand on lists of feeds.
import { generateOpml, parseOpml } from 'feedsmith'
import { hasDoctype } from './feeds/doctype.ts'
import type { Source } from './source.ts'

interface Outline {
  text?: string
  title?: string
  xmlUrl?: string
  htmlUrl?: string
  outlines?: Outline[]
}

/**
 * The feeds of a list, folders taken apart, each address once.
 * @param where it was found, for messages
 * @throws Error in one line when it is no OPML
 */
export function feedsIn(
  text: string,
  where: string,
): Array<{ url: string; title: string | null; home: string | null }> {
  if (hasDoctype(text)) throw new Error(`${where}: declares a document type (DOCTYPE), which is refused`)
  let parsed: { body?: { outlines?: Outline[] } }
  try {
    parsed = parseOpml(text) as typeof parsed
  } catch {
    throw new Error(`${where}: no OPML that can be read; export it again from the reader that it comes from`)
  }
  const found = new Map<string, { url: string; title: string | null; home: string | null }>()
  const walk = (outlines: readonly Outline[] = []): void => {
    for (const { text, title, xmlUrl, htmlUrl, outlines: inner } of outlines) {
      const url = URL.parse(xmlUrl?.trim() ?? '')
      if (url?.protocol === 'http:' || url?.protocol === 'https:')
        found.set(url.href, {
          url: url.href,
          title: title ?? text ?? null,
          home: URL.parse(htmlUrl ?? '')?.href ?? null,
        })
      walk(inner)
    }
  }
  walk(parsed.body?.outlines)
  return [...found.values()]
}

/** The list of what is followed, for another reader or another ledger. */
export const toOpml = (sources: readonly Source[]): string =>
  generateOpml({
    head: { title: 'Sources of Bubblewatch' },
    body: {
      outlines: sources.map(({ url, title, home }) => ({
        type: 'rss',
        text: title ?? url,
        title: title ?? url,
        xmlUrl: url,
        ...(home ? { htmlUrl: home } : {}),
      })),
    },
  })
