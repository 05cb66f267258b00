// The texts that a measurement runs over.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadCorpus } from '../corpus/corpus.ts'
import type { Article } from '../src/article/article.ts'
import { fromText } from '../src/article/text.ts'

/**
 * Loads texts: a folder of our corpus; JSON Lines `{text, title?, outlet?, published?}`; or ground-truth.json of scrapinghub's
 * article-extraction-benchmark, in a folder or by itself.
 * @throws Error in one line when nothing of the kind is there
 */
export function loadTexts(path: string): Article[] {
  if (path.endsWith('.jsonl')) {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.filter((line) => line.trim()).map((line) => articleOf(JSON.parse(line)))
  }
  if (path.endsWith('.json')) {
    const pages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { articleBody: string }>
    return Object.values(pages).map(({ articleBody }) => fromText(articleBody, {}))
  }
  const truth = join(path, 'ground-truth.json')
  if (statSync(truth, { throwIfNoEntry: false })) return loadTexts(truth)
  const articles = loadCorpus(path).map(({ article }) => article)
  if (!articles.length) throw new Error(`${path}: no articles in it`)
  return articles
}

function articleOf({ text, title, outlet, published }: Record<string, string | null>): Article {
  return fromText(text ?? '', { title: title ?? null, outlet: outlet ?? null, published: published ?? null })
}
