// Loads our own corpus: articles and sentences with the claims that a careful reader takes from them (README.md).
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { load } from 'js-yaml'
import type { Article } from '../src/article/article.ts'
import { splitFrontMatter } from '../src/article/front-matter.ts'
import { fromMarkdown } from '../src/article/markdown.ts'
import { fromText } from '../src/article/text.ts'
import type { Claim } from '../src/reading/claim.ts'

/** A claim as an annotator gives it. */
export interface ExpectedClaim extends Omit<Claim, 'span' | 'sentence' | 'why'> {
  /** May be found or not. */
  optional: boolean
  /** Other titles that name the same show. */
  aliases: string[]
}

export interface CorpusArticle {
  /** The file's name without its ending: "fan-01-gravel-door". */
  id: string
  path: string
  article: Article
  claims: ExpectedClaim[]
  /** trade, fan, headline, general or uk: whose manner it is written in. */
  kind: string
  /** What it was written to try, in the annotator's words. */
  covers: string[]
}

export interface CorpusSentence {
  /** The file's name without its ending, and the entry's number from 1: "fate-12". */
  id: string
  /** The kind of error that it guards against (quality/README.md). */
  kind: string | null
  article: Article
  claims: ExpectedClaim[]
}

/** What a sentence stands beside when it is read, as every sentence of an article about television does. */
export const NEIGHBOUR = 'In other news from television: networks, a streamer, its series, episodes and sitcoms.'

/** The day on which a sentence was published that does not say. */
export const SENTENCE_DAY = '2031-05-10'

/**
 * Loads the articles of a folder, in the order of their names.
 * @param folder as corpus/invented
 * @throws Error with the file and what is wrong in it
 */
export function loadCorpus(folder: string): CorpusArticle[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
  return names.map((name) => {
    const path = join(folder, name)
    return at(path, () => {
      const markdown = readFileSync(path, 'utf8')
      const { fields } = splitFrontMatter(markdown)
      if (!Array.isArray(fields.claims)) throw new Error('front matter has no list of claims')
      return {
        id: basename(name, '.md'),
        path,
        article: fromMarkdown(markdown, {}),
        claims: fields.claims.map(expectedClaim),
        kind: String(fields.kind),
        covers: Array.isArray(fields.covers) ? fields.covers.map(String) : [],
      }
    })
  })
}

/**
 * Loads the sentences of a file, in its order.
 * @param file as corpus/sentences/fate.yaml
 * @throws Error with the file and what is wrong in it
 */
export function loadSentences(file: string): CorpusSentence[] {
  return at(file, () => {
    const entries = load(readFileSync(file, 'utf8')) as Array<{
      kind?: unknown
      text?: unknown
      published?: unknown
      outlet?: unknown
      claims?: unknown
    }>
    return entries.map(({ kind, text, published, outlet, claims }, i) => {
      if (typeof text !== 'string' || !Array.isArray(claims))
        throw new Error(`entry ${i + 1} needs a text and a list of claims`)
      const about = { published: stringOf(published) ?? SENTENCE_DAY, outlet: stringOf(outlet) }
      return {
        id: `${basename(file, '.yaml')}-${i + 1}`,
        kind: stringOf(kind),
        article: fromText(text, about),
        claims: claims.map(expectedClaim),
      }
    })
  })
}

/** YAML takes a show called 1193 for a number, and a year for one too. */
const stringOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

function expectedClaim(raw: unknown): ExpectedClaim {
  const claim = raw as Claim & { optional?: boolean; aliases?: unknown[] }
  return {
    show: String(claim.show),
    season: claim.season ?? null,
    event: claim.event,
    factuality: claim.factuality,
    speaker: stringOf(claim.speaker),
    role: claim.role,
    via: claim.via.map(String),
    date: stringOf(claim.date),
    platform: stringOf(claim.platform),
    ...(claim.stage ? { stage: claim.stage } : {}),
    evidence: String(claim.evidence),
    optional: claim.optional ?? false,
    aliases: (claim.aliases ?? []).map(String),
  }
}

function at<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Error(`corpus: ${path}: ${(error as Error).message.split('\n')[0]}`)
  }
}
