// Articles are read in threads: one of some megabytes takes seconds, and nobody else is to wait for it.
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import type { Fact } from '../reading/facts/fact.ts'
import { Threads } from '../sources/threads.ts'

/** What an article tells. */
export interface Told {
  claims: Claim[]
  facts: Fact[]
}

/** The thread's file is .ts here and .js in the published package. */
const WORKER = new URL(`./reading-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
const MILLISECONDS = 20_000

/**
 * Makes a reader of articles.
 * @param root the package's folder
 * @returns what reads one, and throws an Error whose message goes on from "the article …"
 */
export function openReading(root: string): (article: Article) => Promise<Told> {
  const threads = new Threads<Article, Told>({ file: WORKER, milliseconds: MILLISECONDS, data: { root } })
  return (article) => threads.do(article)
}
