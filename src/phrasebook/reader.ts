// The reading as the program uses it: with the phrase book that comes with it, parsed beforehand where that is possible.
import { join } from 'node:path'
import envPaths from 'env-paths'
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import type { Whole } from '../reading/facts/read-facts.ts'
import { readWhole } from '../reading/facts/read-facts.ts'
import type { Knowledge } from '../reading/knowledge.ts'
import { compile } from '../reading/knowledge.ts'
import { read } from '../reading/read.ts'
import { loadPhraseBook } from './load.ts'

export type Reader = (article: Article) => Claim[]

/**
 * Loads the phrase book and makes a reader of it.
 * @param root the package's folder
 * @throws Error in one line when the phrase book is damaged
 */
export function openReader(root: string): Reader {
  const knowledge = load(root)
  return (article) => read(article, knowledge)
}

export type WholeReader = (article: Article) => Whole

/** The same for a reader that also tells the facts beside the claims, and what it passed over. */
export function openExplainer(root: string): WholeReader {
  const knowledge = load(root)
  return (article) => readWhole(article, knowledge)
}

const load = (root: string): Knowledge =>
  compile(loadPhraseBook(join(root, 'phrases', 'en'), envPaths('bubblewatch', { suffix: '' }).cache))
