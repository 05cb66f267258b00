// Words between quotation marks: pairs, nesting, quotations that go on over paragraphs; and which of them are speech.
import type { Quotation, Sentence } from './document.ts'
import type { Knowledge } from './knowledge.ts'
import { FUNCTION_WORD, type Lexicon, W } from './lexicon.ts'
import { isForeign } from './names/titles.ts'
import type { Token } from './tokens.ts'

/** The longest stretch, in tokens, in which a single quotation mark is looked for its partner. */
const SINGLE_REACH = 60

interface Open {
  mark: number
  double: boolean
}

/**
 * Pairs quotation marks.
 * A double mark left open at the end of a paragraph closes there; when the next paragraph opens with a mark again, that
 * quotation `continues` the one before (the convention of news prose).
 */
export function findQuotations(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  knowledge: Knowledge,
): Quotation[] {
  const found: Quotation[] = []
  /** First token of a quotation → index in `found` of the one left open a paragraph before. */
  const continued = new Map<number, number>()
  let open: Open[] = []
  let leftOpen = -1
  const close = (to: number, opened: Open) => {
    found.push({ from: opened.mark + 1, to, inside: -1, speech: false, continues: -1 })
  }
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      const running = open.find((o) => o.double)
      leftOpen = -1
      if (running) {
        close(sentence.from, running)
        leftOpen = found.length - 1
      }
      open = []
    }
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i]!
      if (token.kind !== 'mark') continue
      const mark = token.norm
      const top = open.at(-1)
      if (mark === '“' || mark === '«' || mark === '„') open.push({ mark: i, double: true })
      else if (mark === '”' || mark === '»') {
        while (open.length && !open.at(-1)!.double) open.pop()
        const opened = open.pop()
        if (opened) close(i, opened)
      } else if (mark === '"') {
        const opened = open.findLastIndex((o) => o.double)
        if (opened >= 0 && !opensHere(tokens, i)) {
          close(i, open[opened]!)
          open.length = opened
        } else open.push({ mark: i, double: true })
      } else if (mark === '‘' || mark === "'" || mark === '’') {
        if (top && !top.double && closesHere(tokens, i) && i > top.mark + 1 && i - top.mark <= SINGLE_REACH) {
          close(i, top)
          open.pop()
        } else if (mark !== '’' && opensHere(tokens, i) && hasPartner(tokens, i, sentence.to))
          open.push({ mark: i, double: false })
      }
      if (i === sentence.from && leftOpen >= 0 && open.length && open[0]!.mark === i) continued.set(i + 1, leftOpen)
    }
  }
  const running = open.find((o) => o.double)
  if (running && tokens.length > running.mark + 1) close(tokens.length, running)
  const sorted = found.filter((q) => q.to > q.from).sort((a, b) => a.from - b.from || b.to - a.to)
  nest(sorted)
  for (const quotation of sorted) {
    quotation.speech = isSpeech(tokens, quotation, knowledge)
    const earlier = continued.get(quotation.from)
    if (earlier !== undefined) quotation.continues = sorted.indexOf(found[earlier]!)
    if (quotation.continues >= 0) quotation.speech = sorted[quotation.continues]!.speech = true
  }
  return sorted
}

const LEADS_SPEECH = /^(this|following|:)$/

/**
 * A paragraph without marks after a sentence that announces somebody's words ("… and she said this.") is those words,
 * when it speaks in the first person.
 */
export function findUnmarked(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  knowledge: Knowledge,
  marked: readonly Quotation[],
): Quotation[] {
  const found: Quotation[] = []
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1]
    if (!next || next.paragraph === sentence.paragraph || sentence.furniture || sentence.title) return
    let last = sentence.to - 1
    while (last > sentence.from && /^[.”"]$/.test(tokens[last]!.norm)) last--
    if (!LEADS_SPEECH.test(tokens[last]!.norm) && tokens[sentence.to - 1]!.norm !== ':') return
    const says = tokens.slice(sentence.from, sentence.to).some((t) => knowledge.lexicon.is(t.norm, W.say))
    if (!says) return
    let to = next.to
    for (const s of sentences) if (s.paragraph === next.paragraph) to = s.to
    if (marked.some((q) => q.from >= next.from - 1 && q.from <= next.from + 2)) return
    const first = tokens.slice(next.from, to).filter((t) => /^(i|we|my|our|me|us)$/.test(t.norm)).length
    if (first >= 2) found.push({ from: next.from, to, inside: -1, speech: true, continues: -1 })
  })
  return found
}

function nest(sorted: readonly Quotation[]): void {
  const stack: number[] = []
  sorted.forEach((quotation, index) => {
    while (stack.length && sorted[stack.at(-1)!]!.to < quotation.to) stack.pop()
    quotation.inside = stack.at(-1) ?? -1
    stack.push(index)
  })
}

const opensHere = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i]!
  const next = tokens[i + 1]
  if (!next || next.spaced) return false
  const before = tokens[i - 1]
  return token.spaced || !before || (before.kind === 'mark' && before.norm !== '.' && before.norm !== ',')
}

const closesHere = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1]
  return !next || next.spaced || next.kind === 'mark' || next.glued || next.norm === "'s"
}

function hasPartner(tokens: readonly Token[], i: number, end: number): boolean {
  for (let j = i + 2; j < end && j - i <= SINGLE_REACH; j++) {
    const mark = tokens[j]!.norm
    if ((mark === '’' || mark === "'" || mark === '‘') && closesHere(tokens, j) && !(tokens[j]!.spaced && mark === '‘'))
      return true
  }
  return false
}

const PERSONAL = /^(i|we|it|he|she|they|that|there|you)$/

/** “Very Likely”, “Absolutely Not Cancelled”, “Never Say Never”: an answer, though a headline gives it capitals. */
const isAnswer = (quoted: readonly Token[], lexicon: Lexicon): boolean => {
  const words = quoted.filter((t) => !(t.kind === 'mark' && /^[,.!]$/.test(t.norm)))
  return (
    lexicon.among('answersPossible', words.map((t) => t.norm).join(' ')) ||
    (words.some(({ norm }) => lexicon.among('answers', norm)) &&
      words.every(
        ({ norm }, i) =>
          lexicon.among('answers', norm) ||
          lexicon.is(norm, W.adverb | W.negation) ||
          (i > 0 && lexicon.is(norm, W.participle)),
      ))
  )
}

/** The first token behind "But", "Well," or "No,". */
const behindLead = (tokens: readonly Token[], from: number): number => {
  if (!/^(but|and|so|well|yes|no)$/.test(tokens[from]!.norm)) return from
  return tokens[from + 1]?.norm === ',' ? from + 2 : from + 1
}

/** “People panic, bless them,” Nora Quill SAYS. */
const isSaid = (tokens: readonly Token[], to: number, lexicon: Lexicon): boolean =>
  tokens[to - 1]!.norm === ',' && tokens.slice(to + 1, to + 7).some((t) => lexicon.is(t.norm, W.say))

/** Small words to which titles give a capital: "What We Do in the Dark". */
const BY_TITLES_CAPITAL = W.pronoun | W.be | W.have | W.modal | W.do | W.negation

/**
 * Speech has words in lower case that are no mere connectives ("We are excited"), or ends like a sentence; a title has
 * capitals throughout; a single word or two in lower case ("soon") are words held with tongs, and count as speech when
 * somebody is made to say them, which attribution finds out.
 */
function isSpeech(tokens: readonly Token[], { from, to }: Quotation, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge
  let lower = 0
  let small = 0
  let words = 0
  let capitals = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.norm.startsWith("'")) continue
    words++
    const { norm } = token
    if (token.case !== 'lower' && norm !== 'i') capitals++
    if (
      token.case === 'lower' &&
      !token.glued &&
      (!lexicon.is(token.norm, FUNCTION_WORD) || token.norm.length > 4) &&
      !isForeign(knowledge, token.norm)
    )
      lower++
    else if (token.case === 'lower' && lexicon.is(norm, BY_TITLES_CAPITAL)) small++
  }
  if (words === 0) return false
  // “Absolutely,” she said.
  if (words === 1) return lower === 1 || (to - from > 1 && lexicon.among('answers', tokens[from]!.norm))
  return (
    lower >= 2 ||
    isAnswer(tokens.slice(from, to), lexicon) ||
    lower / words > 0.3 ||
    // “In a heartbeat,” Nora Quill says. “There will be a Season 3,” she says.
    ((capitals < 2 || small > 0) && isSaid(tokens, to, lexicon)) ||
    (words >= 4 && small >= 3) ||
    (words >= 3 && lower >= 1 && (PERSONAL.test(tokens[behindLead(tokens, from)]!.norm) || isSaid(tokens, to, lexicon)))
  )
}
