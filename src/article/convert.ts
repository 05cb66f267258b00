// A raw document to an Article: decides whether it is HTML, Markdown or plain text.
import type { RawDocument } from '../sources/raw-document.ts'
import type { Article } from './article.ts'
import type { About } from './blocks.ts'
import type { PageReading } from './html.ts'
import { fromText } from './text.ts'

type Form = 'html' | 'markdown' | 'text'

const BY_TYPE: Record<string, Form> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
}
const BY_ENDING: Record<string, Form> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
}

const HTML = /^\ufeff?\s*(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body|article|div|p|h1)\b/i
const MARKDOWN = /^\ufeff?(?:---[^\S\n]*\n\s*[\w-]+:|#{1,2} \S)/

/**
 * Makes an article of what was found. Markdown is read as such from files only: its parser takes seconds for a few made-up
 * lines, and so what the web calls Markdown is read as plain text.
 * @param about what is known of it; the document's own address stands in for a missing url
 * @param read how a page is read, as fromHtml() takes it
 * @throws Error in one line when it is no text (a picture, a PDF, a feed), or cannot be read
 */
export async function toArticle(raw: RawDocument, about: About, read?: PageReading): Promise<Article> {
  const where = raw.name ?? raw.url ?? 'the document'
  const form = formOf(raw)
  if (!form) throw new Error(`${where}: ${raw.contentType ?? 'this'} is no article; text, Markdown and HTML are read`)
  const known = { ...about, url: about.url ?? raw.url }
  // The parsers are loaded only when there is something for them: they take longer to load than a text to read.
  if (form === 'html') return (await import('./html.ts')).fromHtml(raw.text, known, read)
  if (form === 'text' || raw.url) return fromText(raw.text, known)
  const { fromMarkdown } = await import('./markdown.ts')
  try {
    return fromMarkdown(raw.text, known)
  } catch (error) {
    const deep = error instanceof RangeError ? 'nests too deep; save its text as a .txt file and read that' : null
    throw new Error(`${where}: ${deep ?? (error as Error).message}`)
  }
}

/** The media type decides, unless it says no more than "text"; then the name's ending; then how the text begins. */
function formOf({ text, contentType, name, url }: RawDocument): Form | null {
  if (text.includes('\0')) return null
  const byType = BY_TYPE[contentType ?? '']
  if (byType) return byType
  if (contentType && contentType !== 'text/plain' && contentType !== 'application/octet-stream') return null
  const ending = /\.(\w+)$/.exec(name ?? (url ? new URL(url).pathname : ''))?.[1]
  return (
    BY_ENDING[ending?.toLowerCase() ?? ''] ?? (HTML.test(text) ? 'html' : MARKDOWN.test(text) ? 'markdown' : 'text')
  )
}
