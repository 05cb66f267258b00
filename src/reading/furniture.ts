// Marks the sentences that are the page's furniture, and cuts calls that a crawler ran into the text.
import type { Sentence } from './document.ts'
import type { Token } from './tokens.ts'

export interface FurnitureData {
  /** A sentence that begins so is furniture. */
  line: readonly string[]
  /** These words alone are furniture, wherever they stand. */
  call: readonly string[]
  /** Nothing after a line that begins so is the article. */
  after: readonly string[]
}

type Lead = readonly string[]

/** The furniture phrases, cut into words once. */
export class Furniture {
  readonly line: Map<string, Lead[]>
  readonly call: Map<string, Lead[]>
  readonly after: Map<string, Lead[]>

  constructor(data: FurnitureData) {
    this.line = byFirstWord(data.line)
    this.call = byFirstWord(data.call)
    this.after = byFirstWord(data.after)
  }
}

/**
 * Splits sentences at calls ("Popular on Variety") that stand in them, and marks furniture.
 * @returns the new list of sentences
 */
export function markFurniture(
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  furniture: Furniture,
  author: string | null,
): Sentence[] {
  const parts = sentences.flatMap((sentence) => cutCalls(sentence, tokens, furniture.call))
  const last = parts.at(-1)?.paragraph ?? 0
  let over = false
  let paragraph = -1
  let label = false
  for (const sentence of parts) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      label = false
      const short = sentence.to - sentence.from <= 14
      if (short && paragraph > last / 3 && startsWith(tokens, sentence, furniture.after)) over = true
      if (short && paragraph > last / 2 && isAuthorNote(tokens, sentence, author)) over = true
    }
    if (over || label) sentence.furniture = true
    else if (startsWith(tokens, sentence, furniture.line) || isLabel(tokens, sentence)) {
      sentence.furniture = true
      // A label alone on its line ("Related Stories") takes the rest of its paragraph with it.
      label = sentence.to - sentence.from <= 3
    }
  }
  parts.forEach((sentence, i) => {
    sentence.i = i
  })
  return parts
}

/** "About Kaitlyn Booth", a line of its own: the one who wrote the article, or a name and nothing else. */
function isAuthorNote(tokens: readonly Token[], { from, to }: Sentence, author: string | null): boolean {
  if (tokens[from]?.norm !== 'about') return false
  if (
    author
      ?.toLowerCase()
      .split(/\s+/)
      .every((word, k) => tokens[from + 1 + k]?.norm === word)
  )
    return true
  return (
    to - from <= 5 && to - from >= 2 && tokens.slice(from + 1, to).every((t) => t.kind === 'word' && t.case !== 'lower')
  )
}

/** "RELATED: …", "SEE ALSO: …", "READ MORE: …": one to three words in capitals before a colon. */
function isLabel(tokens: readonly Token[], { from, to }: Sentence): boolean {
  let i = from
  while (i < to && i - from < 4 && tokens[i]!.case === 'caps') i++
  if (i === from || tokens[i]?.norm !== ':') return false
  const first = tokens[from]!.norm
  return (
    first === 'related' ||
    first === 'more' ||
    first === 'see' ||
    first === 'read' ||
    first === 'watch' ||
    first === 'also'
  )
}

/**
 * A crawler's text runs headlines of related stories into the prose: "RELATED: ‘X’ Renewed For Season 29 The network …".
 * Cuts such a run where words in lower case begin again.
 */
function cutCalls(sentence: Sentence, tokens: readonly Token[], calls: Map<string, Lead[]>): Sentence[] {
  const parts: Sentence[] = []
  let from = sentence.from
  for (let i = sentence.from; i < sentence.to; i++) {
    const lead = tokens[i]!.case === 'lower' ? 0 : leadAt(tokens, i, sentence.to, calls)
    const end = lead
      ? i + lead
      : i > sentence.from && isLabel(tokens, { ...sentence, from: i })
        ? endOfTitleCase(tokens, i, sentence.to)
        : 0
    if (!end) continue
    if (i > from) parts.push({ ...sentence, from, to: i, question: false })
    parts.push({ ...sentence, from: i, to: end, furniture: true })
    from = end
    i = end - 1
  }
  if (from === sentence.from) {
    if (isLabel(tokens, sentence)) {
      const end = endOfTitleCase(tokens, from, sentence.to)
      if (end < sentence.to)
        return [
          { ...sentence, to: end, furniture: true },
          { ...sentence, from: end },
        ]
    }
    return [sentence]
  }
  if (from < sentence.to) parts.push({ ...sentence, from })
  return parts
}

/** The last place before running prose: two words in lower case in a row, or a verb's clause, end a run of title case. */
function endOfTitleCase(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 3; i < to; i++) {
    const token = tokens[i]!
    if (token.case !== 'lower' || token.norm.length < 4 || token.norm.startsWith("'")) continue
    // The sentence began with the capitalised words before: take the last one that follows a lower-case-free stretch.
    let start = i - 1
    while (start > from + 3 && tokens[start]!.case === 'lower') start--
    return Math.max(start, from + 3)
  }
  return to
}

function byFirstWord(phrases: readonly string[]): Map<string, Lead[]> {
  const map = new Map<string, Lead[]>()
  for (const phrase of phrases) {
    const words = phrase.toLowerCase().match(/[\p{L}\d']+|[^\s\p{L}\d]/gu) ?? []
    const [first] = words
    if (first) map.set(first, [...(map.get(first) ?? []), words])
  }
  return map
}

function leadAt(tokens: readonly Token[], from: number, to: number, leads: Map<string, Lead[]>): number {
  for (const lead of leads.get(tokens[from]!.norm) ?? []) {
    if (from + lead.length <= to && lead.every((word, k) => tokens[from + k]!.norm === word)) return lead.length
  }
  return 0
}

const startsWith = (tokens: readonly Token[], { from, to }: Sentence, leads: Map<string, Lead[]>): boolean =>
  leadAt(tokens, from, to, leads) > 0
