// What the models of the reading learn from: the articles and sentences of our own corpus, excerpts of the articles, and the examples
// of the phrase book; and the folds of it, of which each holds all of a writer's.
import { join } from 'node:path'
import { type ExpectedClaim, loadCorpus, loadSentences, NEIGHBOUR, SENTENCE_DAY } from '../corpus/corpus.ts'
import type { ScoredClaim } from '../corpus/score.ts'
import type { Article, Span } from '../src/article/article.ts'
import { fromText } from '../src/article/text.ts'
import { loadExamples, parseExample } from '../src/phrasebook/examples.ts'
import { apply } from '../src/reading/factuality/values.ts'

const ROOT = join(import.meta.dirname, '..')
export const PHRASES = join(ROOT, 'phrases/en')
export const FOLDS = [0, 1, 2, 3, 4]
/** Weight of an example of the phrase book beside an article's. */
const EXAMPLE = 5
/** Weight of an excerpt beside its article's, and of how many of its paragraphs one is taken. */
const EXCERPT = 0.5
const EACH = 3

export interface Lesson {
  part: string
  article: Article
  claims: ExpectedClaim[]
  weight: number
  fold: number
  /** Who wrote it. Articles of one hand resemble each other: a fold holds all of them or none. */
  hand: string
  /** What it can teach: a phrase's example tells which show is meant, hardly what a name is or which season. */
  whole: boolean
  /** An excerpt says too little of which season it is. */
  excerpt?: boolean
}

/** A lesson before the folds are dealt. */
export type Unfolded = Omit<Lesson, 'fold'>

/** All that there is to learn from, dealt into folds. */
export function lessons(): Lesson[] {
  const found: Unfolded[] = []
  for (const part of ['invented', 'lookalikes', 'news', 'sample']) {
    // Most of the world's news claims nothing: what looks alike weighs more than its share of the corpus.
    for (const { id, article, claims } of loadCorpus(join(ROOT, 'corpus', part))) {
      const weight = part === 'lookalikes' ? 3 : claims.length ? 1 : 2
      const lesson: Unfolded = { part, hand: handOf(id), article, claims, weight, whole: true }
      found.push(lesson, ...excerptsOf(lesson))
    }
  }
  for (const part of ['fate', 'making-and-saying', 'kinds']) {
    for (const { article, claims } of loadSentences(join(ROOT, `corpus/sentences/${part}.yaml`))) {
      found.push({
        part,
        hand: `${part} ${found.length}`,
        article: { ...article, text: `${article.text}\n\n${NEIGHBOUR}` },
        claims,
        weight: 0.5,
        whole: true,
      })
    }
  }
  for (const alone of ['headlines', 'passages'])
    for (const { id, article, claims } of loadSentences(join(ROOT, `corpus/sentences/${alone}.yaml`)))
      found.push({ part: alone, hand: id, article, claims, weight: 1, whole: true })
  found.push(...examplesOfPhrases())
  return folded(found)
}

/**
 * What of an article may come alone, as a headline, a dispatch or a teaser does: its first paragraph, alone and under its headline, the
 * headline, and some of the paragraphs behind that name a show.
 */
function excerptsOf(lesson: Unfolded): Unfolded[] {
  const { article, claims } = lesson
  const paragraphs = [...article.text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }))
  const headed = article.headings[0]?.start === 0 ? 1 : 0
  const lead = paragraphs[headed]
  if (!lead || paragraphs.length < headed + 2) return []
  const names = claims.flatMap(namesOf)
  const named = paragraphs
    .slice(headed + 1)
    .filter((p) => names.some((name) => article.text.slice(p.start, p.end).includes(name)))
    .filter((_, i) => i % EACH === 0)
  const spans = [lead, ...named, ...(headed ? [paragraphs[0]!, { start: 0, end: lead.end }] : [])]
  return spans.map(({ start, end }) => ({
    ...lesson,
    article: {
      ...article,
      text: article.text.slice(start, end),
      title: start === 0 ? article.title : null,
      emphasis: within(article.emphasis, start, end),
      headings: within(article.headings, start, end),
    },
    weight: lesson.weight * EXCERPT,
    excerpt: true,
  }))
}

/** The spans that lie in a stretch, counted from its start. */
const within = (spans: readonly Span[], start: number, end: number): Span[] =>
  spans.filter((s) => s.start >= start && s.end <= end).map((s) => ({ start: s.start - start, end: s.end - start }))

/** The hand that wrote an article of corpus/news, by the beginning of its name: "r14w22-saltmarsh" is of r14w. */
const handOf = (id: string): string => /^r\d+-?[a-z]?/.exec(id)?.[0] ?? id

/** Deals the hands out, the largest first, each to the fold that holds least. */
function folded(found: readonly Unfolded[]): Lesson[] {
  const size = FOLDS.map(() => 0)
  const folds = new Map<string, number>()
  for (const [hand, all] of [...Map.groupBy(found, (l) => l.hand)].sort((a, b) => b[1].length - a[1].length)) {
    const fold = size.indexOf(Math.min(...size))
    folds.set(hand, fold)
    size[fold]! += all.length
  }
  return found.map((lesson) => ({ ...lesson, fold: folds.get(lesson.hand)! }))
}

/** The phrase book's own examples, and the sentences that only look alike. */
export function examplesOfPhrases(): Unfolded[] {
  const { families, hedgeFamilies } = loadExamples(PHRASES)
  const shows = showsOf(families.flatMap((f) => f.examples))
  const lesson = (text: string, claims: ExpectedClaim[]): Unfolded => ({
    hand: text,
    part: claims.length ? 'phrases' : 'phrases, not',
    article: fromText(`${text}\n\n${NEIGHBOUR}`, { published: SENTENCE_DAY, outlet: 'Signal & Reel' }),
    claims,
    weight: EXAMPLE,
    whole: false,
  })
  const told = (line: string, by: Pick<ExpectedClaim, 'event' | 'factuality'>): Unfolded => {
    const { text, yields } = parseExample(line)
    const show = shows(text)
    if (!yields || !show) return lesson(text, [])
    const said = { ...by, ...yields }
    const rest: Omit<ExpectedClaim, 'show' | 'event' | 'factuality'> = {
      ...{ season: null, speaker: null, role: 'outlet', via: [], date: null, platform: null },
      ...{ evidence: text, optional: false, aliases: [] },
    }
    return lesson(text, [{ ...rest, show, event: said.event, factuality: said.factuality }])
  }
  // What is hedged is a renewal or a cancellation, as its words have it.
  const hedged = hedgeFamilies.flatMap(({ phrases, examples }) => {
    const factuality = apply(phrases[0]!.effect, 'yes')
    if (!factuality) return []
    return examples
      .filter((line) => /renew|cancel/.test(line))
      .map((line) => told(line, { event: /cancel/.test(line) ? 'cancellation' : 'renewal', factuality }))
  })
  return [
    ...families.flatMap(({ phrases, examples, lookalikes }) => [
      ...examples.map((line) => told(line, phrases[0]!)),
      ...lookalikes.map((text) => lesson(text, [])),
    ]),
    ...hedged,
  ]
}

/** The show that an example is about: a name in quotation marks, which what somebody says may stand in too. */
function showsOf(examples: readonly string[]): (text: string) => string | undefined {
  const quoted = (text: string): string[] => [...text.matchAll(/(?=[“‘]([^“”‘’]+?),?[”’])/g)].map((m) => m[1]!)
  const times = new Map<string, number>()
  for (const name of examples.flatMap(quoted)) times.set(name, (times.get(name) ?? 0) + 1)
  return (text) => quoted(text).sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))[0]
}

/** All names of the show of a claim. */
export const namesOf = (c: ScoredClaim): string[] => [c.show, ...(c.aliases ?? [])]
