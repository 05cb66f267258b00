// The thread in which an archive's pages are taken apart and read, both in one: what two threads would load twice takes longer than
// most archives have pages to read.
import { workerData } from 'node:worker_threads'
import type { Article } from '../article/article.ts'
import { toArticle } from '../article/convert.ts'
import { withTrueEdit } from '../article/dates.ts'
import { readWithin } from '../article/page.ts'
import { openExplainer } from '../phrasebook/reader.ts'
import { mayHoldClaim } from '../reading/scan.ts'
import { decode } from '../sources/charset.ts'
import { answer } from '../sources/threads.ts'
import type { PageOfArchive, Taken } from './archived.ts'

let read: ReturnType<typeof openExplainer> | null = null

answer(async ({ url, contentType, body, fetched, about }: PageOfArchive): Promise<Taken> => {
  const type = contentType.split(';', 1).join().trim().toLowerCase() || 'text/html'
  try {
    const raw = { text: decode(body, contentType), contentType: type, name: null, url }
    const article = dated(await toArticle(raw, about, readWithin), fetched)
    if (!mayHoldClaim(article.text)) return null
    read ??= openExplainer((workerData as { root: string }).root)
    const { claims, facts } = read(article)
    return { article, told: { claims, facts } }
  } catch (error) {
    return { why: (error as Error).message }
  }
})

/** An article came out no later than it was fetched, and news hardly earlier. */
const dated = (article: Article, fetched: string | null): Article =>
  fetched === null
    ? article
    : withTrueEdit(
        article.published === null || article.published > fetched
          ? { ...article, published: fetched, publishedAt: null }
          : article,
        fetched,
      )
