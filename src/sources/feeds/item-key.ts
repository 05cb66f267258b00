// By what an item is known again. GUIDs change with every request in some feeds and are all the same in others, so that they are
// not asked: the page that an item leads to and its headline are what it is.
import { createHash } from 'node:crypto'
import { ownPage, pageOf } from '../address.ts'

/** Letters and digits alone: a feed may mend the quotation marks of a headline, or its spaces. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&#?\w+;/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * The key of an item. A new headline over the same page is a new item, for the page may have been edited with it; items that lead to
 * no page of their own are told apart by what they say.
 */
export function itemKey(url: string | null, title: string | null, content: string | null): string {
  const page = ownPage(url)
  const parts = page ? [page, bare(title ?? '')] : [pageOf(url) ?? url, bare(title ?? ''), bare(content ?? '')]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
