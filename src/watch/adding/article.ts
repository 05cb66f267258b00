// A page, a file with an article, or what comes in on stdin.
import { text } from 'node:stream/consumers'
import type { Article } from '../../article/article.ts'
import { toArticle } from '../../article/convert.ts'
import { asDocument } from '../../sources/fetch-page.ts'
import { readFileSource } from '../../sources/files.ts'
import type { RawDocument } from '../../sources/raw-document.ts'
import { FetchError, meaningOf } from '../../sources/request.ts'
import { keepArticle } from '../keep.ts'
import type { Given, Kind, Work } from './kind.ts'

export const article: Kind = {
  recognise: async (given) => ({
    found: null,
    run: async (work) => keepDocument(given.name, await documentOf(given), work),
  }),
}

async function documentOf({ name, answer }: Given): Promise<RawDocument> {
  if (name === '-') return { text: await text(process.stdin), contentType: null, name: null, url: null }
  if (!answer) return readFileSource(name)
  const { status, url } = answer
  if (status < 200 || status >= 300)
    throw new FetchError(url, `the server answers ${status}${meaningOf(status)}`, status)
  return asDocument(answer)
}

/** Keeps a document's article, and tells. */
export async function keepDocument(name: string, document: RawDocument, work: Work): Promise<void> {
  await keepTold(name, await toArticle(document, work.about), work)
}

/** @param name what it is called where it has no title */
export async function keepTold(name: string, found: Article, work: Work): Promise<void> {
  const where = name === '-' ? 'stdin' : name
  if (!found.text.trim()) throw new Error(`${where}: no words in it; nothing was kept`)
  const kept = await keepArticle(found, work)
  work.tell({ kind: 'article', name: found.title ?? (name === '-' ? 'from stdin' : name), ...kept })
}
