// Sentences and paragraphs over tokens. A line break ends a sentence unless the text is hard-wrapped.
import type { Sentence } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { FUNCTION_WORD, W } from './lexicon.ts'
import { headlineEnd } from './run-on.ts'
import type { Token } from './tokens.ts'

/** No sentence has more words: what looks like a longer one is a list, a table or noise, and is cut. */
const LONGEST = 300
const CLOSERS = new Set(['”', '"', '’', "'", ')', ']', '»'])
const OPENERS = new Set(['“', '"', '‘', "'", '(', '[', '«', '*', '•', '-', '–', '—'])

/**
 * @param text the article's text
 * @param tokens its tokens
 * @returns sentences that together cover all tokens, in order; `headline` and `furniture` are filled by later stages
 */
export function splitSentences(text: string, tokens: readonly Token[], lexicon: Lexicon): Sentence[] {
  const sentences: Sentence[] = []
  const wrapped = isHardWrapped(text)
  let from = 0
  let paragraph = 0
  const close = (to: number) => {
    if (to <= from) return
    let last = to - 1
    while (last > from && CLOSERS.has(tokens[last]!.norm)) last--
    sentences.push({
      i: sentences.length,
      from,
      to,
      paragraph,
      question: tokens[last]!.norm === '?',
      headline: false,
      title: false,
      furniture: false,
    })
    from = to
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (i - from >= LONGEST) close(i)
    if (i > from || i === from) {
      const gap = i > 0 ? lineBreaks(text, tokens[i - 1]!.end, token.start) : 0
      if (gap >= 2 || (gap === 1 && !(wrapped && isLowerStart(token)))) {
        close(i)
        paragraph++
      }
    }
    if (i + 1 < tokens.length && endsSentence(tokens, i, lexicon)) {
      let to = i + 1
      while (to < tokens.length && CLOSERS.has(tokens[to]!.norm) && !tokens[to]!.spaced) to++
      if (to < tokens.length && startsSentence(tokens, to, lexicon, token)) {
        close(to)
        i = to - 1
      }
    }
  }
  close(tokens.length)
  const [first, ...rest] = sentences
  const end = first ? headlineEnd(tokens, first, lexicon) : 0
  if (!first || !end) return sentences
  const others = [{ ...first, from: end }, ...rest].map((s) => ({ ...s, i: s.i + 1, paragraph: s.paragraph + 1 }))
  return [{ ...first, to: end, question: false }, ...others]
}

function endsSentence(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i]!
  if (token.kind === 'mark') {
    if (token.norm === '.' || token.norm === '?' || token.norm === '!' || token.norm === '…') return true
    return false
  }
  if (!token.norm.endsWith('.') || !lexicon.among('mayEnd', token.norm)) return false
  const next = tokens[i + 1]
  return next !== undefined && next.case !== 'lower' && lexicon.is(next.norm, FUNCTION_WORD)
}

function startsSentence(tokens: readonly Token[], at: number, lexicon: Lexicon, end: Token): boolean {
  let i = at
  if (!tokens[i]!.spaced) {
    // "season.The show": a blank was lost; a new sentence all the same when a capital follows a lower-case word.
    const before = tokens[end.i - 1]
    return end.norm === '.' && tokens[i]!.case === 'capital' && before?.case === 'lower' && before.norm.length > 1
  }
  while (i < tokens.length && OPENERS.has(tokens[i]!.norm)) i++
  const token = tokens[i]
  if (!token) return true
  if (token.kind === 'number') return end.norm === '.' || end.norm === '?' || end.norm === '!'
  if (token.case === 'lower') return false
  // "!" and "?" inside a title go on: "Scooby-Doo! The Live-Action Series", "Jeopardy! Masters".
  const last = tokens[end.i - 1]
  if (
    end.norm !== '.' &&
    i === at &&
    last &&
    last.case === 'capital' &&
    tokens[end.i - 2] !== undefined &&
    (tokens[end.i - 2]!.kind === 'word'
      ? tokens[end.i - 2]!.norm !== token.norm
      : OPENS_TITLE.test(tokens[end.i - 2]!.norm) && closesSoon(tokens, at)) &&
    !closing(tokens, at) &&
    // "What about Glass Harbor? It has been a while."
    !(lexicon.is(token.norm, FUNCTION_WORD) && /^(lower|none)$/.test(tokens[i + 1]?.case ?? 'caps'))
  )
    return false
  if (end.norm === '…') return token.case !== 'none' && lexicon.is(token.norm, FUNCTION_WORD)
  return token.case !== 'none' || i > at
}

const OPENS_TITLE = /^[“"‘]$/

/** "“Sold! San Diego”": the quotation ends within a few words. */
const closesSoon = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at, at + 6).some((t) => /^[”"’]$/.test(t.norm))

/** A quotation mark or the like right before: the mark ended what was quoted. */
const closing = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1] !== undefined && CLOSERS.has(tokens[at - 1]!.norm)

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || c === 0x2028) count++
    else if (c === 0x2029) count += 2
    else if (c === 13 && text.charCodeAt(i + 1) !== 10) count++
  }
  return count
}

const isLowerStart = (token: Token): boolean => token.case === 'lower' || token.kind === 'number'

/** Text set in lines of much the same length, broken in mid-sentence. */
function isHardWrapped(text: string): boolean {
  let lines = 0
  let running = 0
  let at = 0
  while (at < text.length && lines < 200) {
    const end = text.indexOf('\n', at)
    if (end < 0) break
    if (end - at > 40) {
      lines++
      const last = text.charCodeAt(end - 1)
      if (end - at < 100 && last !== 46 && last !== 0x201d && last !== 34 && last !== 33 && last !== 63) running++
    }
    at = end + 1
  }
  return lines >= 4 && running / lines > 0.6
}

/** Share of the longer words in a range that carry a capital: 1 in a headline set in title case. */
export function capitalShare(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  let words = 0
  let capitals = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.norm.startsWith("'")) continue
    if (token.norm.length < 4 && lexicon.is(token.norm, FUNCTION_WORD | W.adverb)) continue
    words++
    if (token.case !== 'lower') capitals++
  }
  return words ? capitals / words : 0
}
