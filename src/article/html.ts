// A page's HTML to an Article.
import type { Article } from './article.ts'
import type { About } from './blocks.ts'
import { compose } from './blocks.ts'
import type { Page } from './page.ts'
import { PageReader } from './page-reader.ts'
import { DEPTH_LIMIT } from './slim.ts'

const MB = 1_000_000
const LARGEST_PAGE = 15 * MB
const reader = new PageReader(20_000)

/** How a page is read; throws an Error whose message goes on from "the page …". */
export type PageReading = (html: string) => Page | null | Promise<Page | null>

/**
 * Takes the article out of a page: its main part without menus, captions and calls, and what the page says of itself.
 * @param html at most 15 MB of UTF-16 code units, nested at most 400 levels deep
 * @param about what is known already, which is believed before the page; but a page that names its own address is believed
 *   before about.url, the address that it was found under
 * @param read how a page is read: in a thread of its own, unless one is in such a thread already
 * @throws Error in one line when the page is too large, too deep, or takes longer than 20 s
 */
export async function fromHtml(
  html: string,
  about: About,
  read: PageReading = (html) => reader.read(html),
): Promise<Article> {
  if (!html.trim()) return compose([], about)
  const refuse = (why: string) =>
    new Error(`${about.url ?? about.title ?? 'the page'}: ${why}; save the article's text as a .txt file and read that`)
  if (html.length > LARGEST_PAGE)
    throw refuse(`${Math.ceil(html.length / MB)} MB of HTML, more than the ${LARGEST_PAGE / MB} MB that are read`)
  const page = await (async () => read(html))().catch((error: Error) => {
    throw refuse(`the page ${error.message}`)
  })
  if (!page) throw refuse(`elements nested more than ${DEPTH_LIMIT} levels deep`)
  return compose(page.blocks, { url: page.about.url }, about, page.about)
}
