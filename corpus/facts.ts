// Loads the sentences of corpus/facts/: facts beside the status, and whose words a quotation is.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { load } from 'js-yaml'
import type { Article } from '../src/article/article.ts'
import { fromText } from '../src/article/text.ts'

/** A fact as an annotator gives it: only the fields that matter. The speaker is null and the character none unless given. */
export type ExpectedFact = Readonly<Record<string, unknown>> & { fact: string; show: string }

export interface FactSentence {
  /** The file's name without its ending, and the entry's number from 1: "credit-12". */
  id: string
  article: Article
  facts: ExpectedFact[]
  /** May be found or not. */
  optional: ExpectedFact[]
}

export interface QuotedText {
  id: string
  article: Article
  /** How each quotation begins, and who says it. */
  speakers: Array<{ quote: string; speaker: string }>
}

const DAY = '2031-05-10'

/**
 * Loads the sentences of a file, in its order.
 * @param file as corpus/facts/credit.yaml
 * @throws Error with the file and what is wrong in it
 */
export function loadFacts(file: string): FactSentence[] {
  return entriesOf<{ facts: ExpectedFact[]; optional?: ExpectedFact[] }>(file, 'facts').map(
    ({ id, article, entry }) => ({ id, article, facts: entry.facts, optional: entry.optional ?? [] }),
  )
}

/**
 * Loads the texts with quotations.
 * @param file as corpus/facts/quotations.yaml
 * @throws Error with the file and what is wrong in it
 */
export function loadQuotations(file: string): QuotedText[] {
  return entriesOf<Pick<QuotedText, 'speakers'>>(file, 'speakers').map(({ id, article, entry }) => ({
    id,
    article,
    speakers: entry.speakers,
  }))
}

function entriesOf<T>(file: string, list: string): Array<{ id: string; article: Article; entry: T }> {
  const entries = load(readFileSync(file, 'utf8')) as Array<Record<string, unknown>>
  return entries.map((entry, i) => {
    if (typeof entry.text !== 'string' || !Array.isArray(entry[list]))
      throw new Error(`corpus: ${file}: entry ${i + 1} needs a text and a list of ${list}`)
    const about = { published: DAY, outlet: 'Signal & Reel' }
    return { id: `${basename(file, '.yaml')}-${i + 1}`, article: fromText(entry.text, about), entry: entry as T }
  })
}
