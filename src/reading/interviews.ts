// Interviews in questions and answers without quotation marks: whose words each answer is.
import type { Quotation, Range, Sentence } from './document.ts'
import type { Entity } from './entities.ts'
import type { NameMention } from './names.ts'
import { within } from './ranges.ts'
import { type Token, wordsIn } from './tokens.ts'

/** How many of an interview's questions there must be. */
const QUESTIONS = 3
/** The longest question, in tokens, and the longest remark that is none by its words. */
const LONGEST_QUESTION = 70
const SHORT = 20

interface Paragraph {
  from: number
  to: number
  /** First token behind a label ("ALDOUS:"), else `from`. */
  body: number
  label: string | null
  question: boolean
}

/**
 * Answers of an interview, as quotations of speech.
 * Either labels tell who speaks ("DEADLINE: …", "ALDOUS: …"), or paragraphs that ask "you" take turns with paragraphs that say "I".
 */
export function findAnswers(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  marked: readonly Quotation[],
): Quotation[] {
  const paragraphs = paragraphsOf(tokens, sentences)
  const free = ({ from, to }: Paragraph): boolean =>
    !marked.some((q) => q.speech && q.from < to && q.to > from && q.to - q.from > (to - from) / 2)
  const labelled = paragraphs.filter((p) => p.label !== null)
  const labels = new Set(labelled.map((p) => p.label))
  const last = labelled.at(-1)
  if (last) last.to = lastOwn(tokens, sentences, last)
  const answers =
    labelled.length >= 2 * QUESTIONS &&
    labels.size >= 2 &&
    labels.size <= labelled.length / 2 &&
    [...labels].some((label) => asks(labelled, label!))
      ? labelled.filter((p) => !asks(labelled, p.label!))
      : betweenQuestions(tokens, paragraphs, marked)
  return answers
    .filter(free)
    .map(({ body, to }) => ({ from: body, to, inside: -1, speech: true, continues: -1, answer: true as const }))
}

/** Where the last answer ends, if the article goes on in its paragraph: behind its last sentence that says "I" or "we". */
function lastOwn(tokens: readonly Token[], sentences: readonly Sentence[], { from, to }: Paragraph): number {
  const own = sentences.filter((s) => s.from >= from && s.to <= to)
  const personal = own.findLast((s) => tokens.slice(s.from, s.to).some((t) => I.test(t.norm)))
  return (personal ?? own[0])?.to ?? to
}

/** The paragraphs before answers, each with its answer; who is asked goes on in several paragraphs, the later of which have an empty one. */
export function questionsOf(
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): Array<{ question: Range; answer: Range }> {
  const answers = quotations.filter((q) => q.answer)
  return answers.map((answer, n) => {
    const start = answers[n - 1]?.to ?? 0
    const between = within(sentences, { from: start, to: answer.from })
    const last = between.at(-1)
    const first = between.find((s) => s.paragraph === last!.paragraph)
    return { question: { from: first?.from ?? start, to: last?.to ?? start }, answer }
  })
}

/**
 * What each answer of an interview is about: the show that its question names, until another one does.
 * @param shown the show that a name may be, if any
 * @returns for each sentence of the answers the show; null for all others
 */
export function askedAbout(
  sentences: readonly Sentence[],
  questions: ReturnType<typeof questionsOf>,
  names: readonly NameMention[],
  shown: (name: NameMention) => Entity | null,
): Array<Entity | null> {
  const about: Array<Entity | null> = sentences.map(() => null)
  let show: Entity | null = null
  for (const { question, answer } of questions) {
    const named = within(names, question).flatMap((name) => shown(name) ?? [])
    if (named.length) show = named.reduce((a, b) => ((b.odds ?? 0) > (a.odds ?? 0) ? b : a))
    for (const { i } of within(sentences, { from: question.to, to: answer.to })) about[i] = show
  }
  return about
}

/** Whether whoever bears a label mostly asks. */
function asks(paragraphs: readonly Paragraph[], label: string): boolean {
  const own = paragraphs.filter((p) => p.label === label)
  return own.filter((p) => p.question).length > own.length / 2
}

/**
 * Paragraphs behind what an interviewer asks: questions, and short remarks to "you". It is an interview when several of them speak
 * to somebody who answers as "I", outside of quotation marks.
 */
function betweenQuestions(
  tokens: readonly Token[],
  paragraphs: readonly Paragraph[],
  marked: readonly Quotation[],
): Paragraph[] {
  const said = (i: number): boolean => marked.some((q) => q.speech && q.from <= i && i < q.to)
  const says = (p: Paragraph, words: RegExp): boolean =>
    tokens.slice(p.from, p.to).some((t) => words.test(t.norm) && !said(t.i))
  const short = (p: Paragraph): boolean => p.to - p.from <= LONGEST_QUESTION
  const remark = (p: Paragraph): boolean =>
    short(p) && (says(p, I) ? INVITES.test(wordsIn(tokens, p.body, p.body + 2)) : says(p, YOU))
  const asked = paragraphs.map((p) => (p.question && short(p)) || remark(p))
  const first = paragraphs.findIndex((p, i) => p.question && asked[i])
  const last = asked.lastIndexOf(true)
  if (first < 0) return []
  const between = paragraphs.slice(first, last + 2)
  const questions = between.filter((_, i) => asked[first + i])
  // "There was talk of an offshoot." between two answers is the interviewer's too.
  const answers = between.filter(
    (p, i) =>
      !asked[first + i] && !(p.to - p.from <= SHORT && !says(p, I) && between[i + 1] && says(between[i + 1]!, I)),
  )
  const enough =
    questions.length >= QUESTIONS &&
    questions.filter((p) => says(p, YOU)).length >= 2 &&
    answers.filter((p) => says(p, ALONE)).length >= 2 &&
    answers.filter((p) => says(p, I)).length >= answers.length / 2 &&
    answers.length <= 2 * questions.length
  return enough ? answers : []
}

/** "Tell me about Glass Harbor." */
const INVITES = /^(tell|walk|take|talk|remind) (me|us)$/
const YOU = /^(you|your|yours|yourself)$/
const I = /^(i|my|me|we|our|us)$/
const ALONE = /^(i|my|me)$/

function paragraphsOf(tokens: readonly Token[], sentences: readonly Sentence[]): Paragraph[] {
  const found: Paragraph[] = []
  let number = -1
  for (const sentence of sentences) {
    if (sentence.furniture || sentence.title) continue
    const before = found.at(-1)
    const body = labelEnd(tokens, sentence)
    if (sentence.paragraph === number && before && body === sentence.from) {
      before.to = sentence.to
      // "And Glass Harbor? It was announced two years ago."
      before.question = sentence.question || (before.question && sentence.to - before.from <= SHORT)
      continue
    }
    number = sentence.paragraph
    const label = body > sentence.from ? wordsIn(tokens, sentence.from, body - 1) : null
    found.push({ from: sentence.from, to: sentence.to, body, label, question: sentence.question })
  }
  return found
}

/** Behind a label and its colon ("RUTH ALDOUS:", "Aldous:"); the sentence's own beginning when it has none. */
function labelEnd(tokens: readonly Token[], { from, to }: Sentence): number {
  let k = from
  while (k < to && k < from + 4 && (/^(caps|capital)$/.test(tokens[k]!.case) || /^[.’'-]$/.test(tokens[k]!.norm))) k++
  return k > from && k + 1 < to && tokens[k]!.norm === ':' ? k + 1 : from
}
