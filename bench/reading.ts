// Measures the reading against one pass of a general tagger (wink-nlp: tokens, sentences, parts of speech, names, negation,
// sentiment) over the same texts, in one process on one core, taking turns.
//
//   node bench/reading.ts [--relevant PATH]… [--general PATH]… [--rounds N]
//
// PATH is what bench/texts.ts loads. Relevant are articles about series: by default those of corpus/news and corpus/invented.
// General is news of any kind: by default corpus/lookalikes, the hardest of its kind, since it is full of the trade's words.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Article } from '../src/article/article.ts'
import { loadPhraseBook } from '../src/phrasebook/load.ts'
import { compile } from '../src/reading/knowledge.ts'
import { read } from '../src/reading/read.ts'
import { mayHoldClaim } from '../src/reading/scan.ts'
import { median } from './median.ts'
import { loadTexts } from './texts.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    relevant: { type: 'string', multiple: true, default: [join(root, 'corpus/news'), join(root, 'corpus/invented')] },
    general: { type: 'string', multiple: true, default: [join(root, 'corpus/lookalikes')] },
    rounds: { type: 'string', default: '7' },
  },
})
const knowledge = compile(loadPhraseBook(join(root, 'phrases/en')))
const tagger = winkNLP(model)

/** Characters that a round reads at least, so that the clock has something to measure. */
const LEAST = 400_000

/** Milliseconds of one pass over the texts. */
function pass(articles: readonly Article[], work: (article: Article) => unknown): number {
  const start = performance.now()
  for (const article of articles) work(article)
  return performance.now() - start
}

function measure(name: string, paths: readonly string[], bar: number): void {
  const once = paths.flatMap(loadTexts)
  const characters = once.reduce((sum, { text }) => sum + text.length, 0)
  const articles = Array.from({ length: Math.ceil(LEAST / characters) }, () => once).flat()
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = -1; round < Number(values.rounds); round++) {
    const reading = pass(articles, (article) => read(article, knowledge))
    const tagging = pass(articles, ({ text }) => tagger.readDoc(text))
    // The first round warms up.
    if (round < 0) continue
    ours.push(reading)
    theirs.push(tagging)
  }
  const passed = once.filter(({ text }) => mayHoldClaim(text)).length
  const rate = (ms: number): string => ((articles.length / ms) * 1000).toFixed(0).padStart(8)
  const ratio = median(ours.map((ms, i) => theirs[i]! / ms))
  console.log(
    `${name}: ${once.length} texts of ${Math.round(characters / once.length)} characters, ${passed} past the scan`,
  )
  console.log(`  reading ${rate(median(ours))} articles/s`)
  console.log(`  tagger  ${rate(median(theirs))} articles/s`)
  console.log(`  ratio   ${ratio.toFixed(2).padStart(8)} × (bar: ${bar})`)
}

measure('relevant', values.relevant, 1.5)
measure('general', values.general, 10)
