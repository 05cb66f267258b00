// The phrase book's slot grammar, compiled into one tree over tokens, so that all phrases are tried in one pass.
//
//   pick|picks up      a word or another
//   {renew}            any form of the verb
//   {season}           a mention of that kind, or a word of that class (see SLOTS)
//   (officially)       may be missing
//
// Each phrase is a bounded path, so the pass is linear in the text whatever the text repeats. The tree grows where texts walk in
// it: most branches are of no use to one article, and growing them all would cost more than reading it.
import type { Lexicon, WordClass } from './lexicon.ts'
import { W } from './lexicon.ts'
import { BEFORE_NOT, CLITICS, closesTongs, opensTongs, type Token } from './tokens.ts'
import { isAdverb } from './verbs/adverbs.ts'

/** What the matcher needs to know about the token that it stands on. */
export interface PhraseContext {
  tokens: readonly Token[]
  lexicon: Lexicon
  /** Index after the mention of this kind that starts at token i, or -1. */
  mentionEnd(kind: string, i: number): number
}

interface Node<T> {
  words: Map<string, Node<T>> | undefined
  verbs: Map<string, Node<T>> | undefined
  classes: Array<[mask: number, next: Node<T>]> | undefined
  mentions: Array<[kind: string, next: Node<T>]> | undefined
  ends: T[] | undefined
  /** Phrases that lead here and have not grown on yet. */
  pending: Array<{ value: T; rest: Rest }> | undefined
}

export interface PhraseMatch<T> {
  value: T
  /** Token indices, end exclusive. */
  from: number
  to: number
}

type Item = { alternatives: string[] } | { words: string[] } | { optional: Item[] }

/** What is left of a phrase: its next item and what comes then, or its text as long as nobody has asked; null when nothing is. */
type Rest = { item: Item; next: Rest } | string | null

/** Slots that stand for a word class; any other slot is a verb by its base form, or a kind of mention. */
const CLASS_SLOTS: Readonly<Record<string, WordClass>> = {
  det: 'determiner',
  poss: 'possessive',
  prep: 'preposition',
  pronoun: 'pronoun',
  modal: 'modal',
  number: 'number',
  ordinal: 'ordinal',
  adverb: 'adverb',
  month: 'month',
  weekday: 'weekday',
  series: 'series',
  role: 'role',
  say: 'say',
}
export const MENTION_SLOTS = ['show', 'season', 'theme', 'network', 'outlet', 'person', 'date'] as const

export class PhraseTree<T> {
  readonly #root: Node<T> = leaf()
  readonly #isVerb: (name: string) => boolean
  /** Those that phrases have and that there are. */
  readonly #slots = new Set<string>()

  /** @param isVerb tells whether a slot's name is the base form of a known verb */
  constructor(isVerb: (name: string) => boolean) {
    this.#isVerb = isVerb
  }

  /**
   * Adds a phrase.
   * @throws Error when the phrase does not follow the slot grammar, or names an unknown slot
   */
  add(phrase: string, value: T): void {
    if (!PLAIN.test(phrase) && parse(phrase).every((item) => 'optional' in item))
      throw new Error(`phrase “${phrase}” can be empty: leave at least one part outside brackets`)
    this.#checkSlots(phrase)
    this.#root.pending ??= []
    this.#root.pending.push({ value, rest: phrase })
  }

  /** All phrases that start at token `i`, longest last. */
  match(context: PhraseContext, i: number): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = []
    this.#walk(this.#root, context, i, i, found)
    return found
  }

  /** @param stepped a quotation mark has just been stepped over: no phrase ends there */
  #walk(
    node: Node<T>,
    context: PhraseContext,
    from: number,
    i: number,
    found: PhraseMatch<T>[],
    stepped = false,
  ): void {
    if (node.pending) this.#grow(node)
    if (node.ends && i > from && !stepped) for (const value of node.ends) found.push({ value, from, to: i })
    const token = context.tokens[i]
    if (!token) return
    // "is “in talks” with": words held with tongs are words all the same.
    if (i > from && (opensTongs(context.tokens, i) || closesTongs(context.tokens, i)))
      this.#walk(node, context, from, i + 1, found, true)
    const word = node.words?.get(token.norm === '’' ? "'" : token.norm)
    if (word) this.#walk(word, context, from, i + 1, found)
    if (node.verbs || node.classes) {
      const entry = context.lexicon.entry(token.norm)
      if (entry && node.verbs) {
        for (const lemma of entry.lemmas) {
          const next = node.verbs.get(lemma)
          if (!next) continue
          this.#walk(next, context, from, i + 1, found)
          // "is not dead", "was officially cut short": what belongs to the verb stands behind "be".
          const over = lemma === 'be' ? skipAdverbs(context, i + 1) : i + 1
          if (over > i + 1) this.#walk(next, context, from, over, found)
        }
      }
      if (entry && node.classes) {
        for (const [mask, next] of node.classes) if (entry.classes & mask) this.#walk(next, context, from, i + 1, found)
      }
    }
    if (node.classes && token.kind === 'number') {
      for (const [mask, next] of node.classes) if (mask === W.number) this.#walk(next, context, from, i + 1, found)
    }
    if (node.mentions) {
      for (const [kind, next] of node.mentions) {
        const end = context.mentionEnd(kind, i)
        if (end > i) this.#walk(next, context, from, end, found)
      }
    }
  }

  #checkSlots(phrase: string): void {
    for (let at = phrase.indexOf('{'); at >= 0; at = phrase.indexOf('{', at + 1)) {
      const slot = /^\{([^}]*)/.exec(phrase.slice(at))![1]!
      if (this.#slots.has(slot)) continue
      if (!(slot in CLASS_SLOTS) && !isMention(slot) && !this.#isVerb(slot))
        throw new Error(`phrase “${phrase}”: {${slot}} is neither a slot nor a verb of verbs.yaml`)
      this.#slots.add(slot)
    }
  }

  /** Takes the phrases that lead to a node one part further. */
  #grow(node: Node<T>): void {
    const pending = node.pending!
    node.pending = undefined
    for (const { value, rest } of pending) {
      for (const way of waysOn(rest)) {
        if (way) {
          const next = step(node, way.part)
          next.pending ??= []
          next.pending.push({ value, rest: way.rest })
        } else {
          node.ends ??= []
          if (!node.ends.includes(value)) node.ends.push(value)
        }
      }
    }
  }
}

const slotOf = (part: string): string | undefined =>
  part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1) : undefined
const isMention = (slot: string): boolean => (MENTION_SLOTS as readonly string[]).includes(slot)

/** The node behind one part of a phrase, made when there is none. */
function step<T>(node: Node<T>, part: string): Node<T> {
  const slot = slotOf(part)
  if (!slot) {
    node.words ??= new Map()
    return child(node.words, part)
  }
  const wordClass = CLASS_SLOTS[slot]
  if (wordClass) {
    node.classes ??= []
    return edge(node.classes, W[wordClass])
  }
  if (isMention(slot)) {
    node.mentions ??= []
    return edge(node.mentions, slot)
  }
  node.verbs ??= new Map()
  return child(node.verbs, slot)
}

/** The token behind at most two adverbs or negations. */
function skipAdverbs({ tokens, lexicon }: PhraseContext, i: number): number {
  let k = i
  while (
    k < i + 2 &&
    k < tokens.length &&
    (tokens[k]!.norm === 'not' || isAdverb(tokens[k]!.norm, lexicon.classes(tokens[k]!.norm)))
  )
    k++
  return k
}

const leaf = <T>(): Node<T> => ({
  words: undefined,
  verbs: undefined,
  classes: undefined,
  mentions: undefined,
  ends: undefined,
  pending: undefined,
})

function child<T>(map: Map<string, Node<T>>, key: string): Node<T> {
  let next = map.get(key)
  if (!next) {
    next = leaf()
    map.set(key, next)
  }
  return next
}

function edge<T, K>(list: Array<[K, Node<T>]>, key: K): Node<T> {
  const known = list.find(([k]) => k === key)
  if (known) return known[1]
  const next = leaf<T>()
  list.push([key, next])
  return next
}

/** A phrase that begins with a word, and whose brackets, if any, hold no others: of such there is nothing to check but its slots. */
const PLAIN = /^[^()\s][^()]*(?:\([^()]+\)[^()]*)*$/

/** The first part of such a phrase. */
const FIRST = /^[^()\s]+/

function parse(phrase: string): Item[] {
  const items: Item[] = []
  const stack: Item[][] = [items]
  for (const part of plainQuotes(phrase).match(/\(|\)|[^\s()]+/g) ?? []) {
    if (part === '(') {
      const group: Item[] = []
      stack.at(-1)!.push({ optional: group })
      stack.push(group)
    } else if (part === ')') {
      stack.pop()
      if (!stack.length) break
    } else stack.at(-1)!.push({ alternatives: part.split('|') })
  }
  if (stack.length !== 1) throw new Error(`phrase “${phrase}” has brackets without their others`)
  return items
}

/** Every way in which what is left of a phrase goes on: its next part and what is left then; null where it may end. */
function* waysOn(given: Rest): Generator<{ part: string; rest: Rest } | null> {
  const rest = typeof given === 'string' ? begun(given) : given
  if (!rest) {
    yield null
    return
  }
  const { item, next } = rest
  if ('optional' in item) {
    yield* waysOn(next)
    yield* waysOn(before(item.optional, next))
    return
  }
  for (const words of 'words' in item ? [item.words] : item.alternatives.map(split)) {
    const [part, ...more] = words
    yield { part: part!, rest: more.length ? { item: { words: more }, next } : next }
  }
}

/** A text's first item, and its rest as it is: of most phrases an article has nothing but the first word, if that. */
function begun(text: string): Exclude<Rest, string> {
  const [first] = FIRST.exec(text) ?? []
  if (first === undefined) return before(parse(text), null)
  return { item: { alternatives: plainQuotes(first).split('|') }, next: text.slice(first.length).trimStart() }
}

/** A list of items in front of what comes after them. */
const before = <T extends Rest>(items: readonly Item[], next: T) =>
  items.reduceRight<Exclude<Rest, string> | T>((rest, item) => ({ item, next: rest }), next)

const plainQuotes = (text: string): string => text.replace(/[’‘]/g, "'")

/** A word of a phrase as the tokenizer would cut it: "straight-to-series" → straight, to, series; "won't" → will, not. */
function split(word: string): string[] {
  if (word.startsWith('{')) return [word]
  if (word === "n't") return ['not']
  if (word.startsWith("'")) return [word]
  if (word.endsWith("s'")) return [word.slice(0, -1), "'"]
  return word
    .toLowerCase()
    .split('-')
    .flatMap((part) => {
      if (part.endsWith("n't")) return [BEFORE_NOT[part.slice(0, -3)] ?? part.slice(0, -3), 'not']
      const clitic = /^(.+)'(s|re|ve|ll|d|m)$/.exec(part)
      if (!clitic) return [part]
      const [, stem, tail] = clitic as unknown as [string, string, string]
      return [stem, CLITICS[tail]!]
    })
}
