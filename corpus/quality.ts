// How well the reading does on our own corpus: each part of it, and each kind of error that corpus/sentences/kinds.yaml holds.
import { join } from 'node:path'
import type { Article } from '../src/article/article.ts'
import { type Claim, EVENTS } from '../src/reading/claim.ts'
import { type Knowledge, read } from '../src/reading/index.ts'
import { type ExpectedClaim, loadCorpus, loadSentences, NEIGHBOUR } from './corpus.ts'
import { count, f1, sameAttribution, sameOutlet, sameStatus, type Tally } from './score.ts'

interface Read {
  article: Article
  claims: ExpectedClaim[]
}

export interface PartScore {
  part: string
  articles: number
  /** F1 of status and of status with its speaker (corpus/score.ts), 0 to 1. */
  status: number
  attributed: number
  tally: Tally
  /** Claims found that came through another outlet, and how many of them name the nearest. */
  relayed: { claims: number; named: number }
}

const PARTS = ['invented', 'news', 'sample', 'lookalikes']
const SENTENCES = ['fate', 'making-and-saying', 'kinds', 'headlines']
/** Sentences that are each the whole of what is read. */
const ALONE = 'passages'

/** Scores of each part of the corpus, in a fixed order. */
export function scoreParts(knowledge: Knowledge): PartScore[] {
  const folder = import.meta.dirname
  return [
    ...PARTS.map((part) => score(part, loadCorpus(join(folder, part)), knowledge)),
    ...SENTENCES.map((part) => score(part, sentencesOf(part), knowledge)),
    score(ALONE, loadSentences(join(folder, `sentences/${ALONE}.yaml`)), knowledge),
  ]
}

/** Scores of each kind of error, in the order of the file. */
export function scoreKinds(knowledge: Knowledge): PartScore[] {
  return [...Map.groupBy(sentencesOf('kinds'), (s) => s.kind ?? '')].map(([kind, of]) => score(kind, of, knowledge))
}

/** Scores of `news` by the manner in which an article is written: trade, fan, headline … */
export function scoreManners(knowledge: Knowledge): PartScore[] {
  const articles = loadCorpus(join(import.meta.dirname, 'news'))
  return [...Map.groupBy(articles, (a) => a.kind)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([manner, of]) => score(manner, of, knowledge))
}

/** Scores of `news` by event: what is claimed and found of it, all other events left out. */
export function scoreEvents(knowledge: Knowledge): PartScore[] {
  const articles = loadCorpus(join(import.meta.dirname, 'news')).map(({ article, claims }) => ({
    article,
    claims,
    found: read(article, knowledge),
  }))
  return EVENTS.map((event) => {
    const own = articles.map(({ article, claims, found }) => ({
      article,
      claims: claims.filter((c) => c.event === event),
      found: found.filter((c) => c.event === event),
    }))
    return tallied(
      event,
      own.filter(({ claims }) => claims.length > 0),
      own,
    )
  })
}

const sentencesOf = (part: string) =>
  loadSentences(join(import.meta.dirname, `sentences/${part}.yaml`)).map(({ article, ...sentence }) => ({
    ...sentence,
    article: { ...article, text: `${article.text}\n\n${NEIGHBOUR}` },
  }))

const score = (part: string, of: readonly Read[], knowledge: Knowledge): PartScore =>
  tallied(
    part,
    of,
    of.map(({ article, claims }) => ({ claims, found: read(article, knowledge) })),
  )

function tallied(
  part: string,
  of: readonly unknown[],
  readings: ReadonlyArray<{ claims: ExpectedClaim[]; found: Claim[] }>,
): PartScore {
  const tally: Tally = { hit: 0, missed: 0, spurious: 0 }
  const attributed: Tally = { hit: 0, missed: 0, spurious: 0 }
  const relayed = { claims: 0, named: 0 }
  for (const { claims, found } of readings) {
    count(tally, claims, found, sameStatus)
    count(attributed, claims, found, sameAttribution)
    for (const claim of claims.filter(({ via }) => via.length > 0)) {
      const own = found.find((f) => sameAttribution(claim, f)) ?? found.find((f) => sameStatus(claim, f))
      if (own) relayed.claims++
      if (own && sameOutlet(own.via[0], claim.via[0])) relayed.named++
    }
  }
  return { part, articles: of.length, status: f1(tally), attributed: f1(attributed), tally, relayed }
}
