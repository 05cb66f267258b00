// Names known beforehand (networks, studios, outlets, companies), found in one pass over the tokens, longest first.
import type { Joined } from './joined.ts'
import { listOf } from './joined.ts'
import { firstNot } from './ranges.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

export type NameKind = 'network' | 'studio' | 'outlet' | 'company' | 'show'

export interface KnownName {
  kind: NameKind
  name: string
  /** The phrase book's finer kind: streamer, group, trade, award … */
  type: string
  /** The spelling is an ordinary word too: capitals alone do not prove it. */
  word: boolean
}

interface Node {
  next: Map<string, Node>
  names: Array<KnownName & { caps: boolean }>
}

export interface KnownNameMatch {
  names: KnownName[]
  to: number
}

/**
 * Spellings of names, in the order of their first words (see {@link firstWord}): so nothing need be arranged, and an article pays
 * for the names that begin as its words do. A spelling as "CBS Network|CBS|broadcaster|w": behind it the name if that is another, its
 * finer kind, and "w" if the spelling is an ordinary word too; what is empty at its end is left out.
 */
export type Spellings = Joined

/** A first word that the tokenizer leaves as it is. */
const PLAIN_WORD = /^[A-Za-z]+$/

/** The first word of a spelling as the tokenizer gives it, in lower case; undefined when it has none. */
export function firstWord(spelling: string): string | undefined {
  const word = /^[^ |]*/.exec(spelling)![0]
  // Of an initial or an abbreviation the tokenizer looks at the letter behind the blank too.
  return PLAIN_WORD.test(word) ? word.toLowerCase() : tokenize(spelling.slice(0, word.length + 2))[0]?.norm
}

/** Finds the spellings that begin with a word; puts them in a list when they are first looked at. */
function finder(spellings: Spellings): (first: string) => readonly string[] {
  let list: readonly string[] | undefined
  /** Their first words, as far as they have been looked at. */
  const words: Array<string | undefined> = []
  return (first) => {
    list ??= listOf(spellings)
    const all = list
    const word = (i: number): string => (words[i] ??= firstWord(all[i]!)!)
    const from = firstNot(all.length, (i) => word(i) < first)
    let to = from
    while (to < all.length && word(to) === first) to++
    return all.slice(from, to)
  }
}

/** How many first words are remembered, those with which no name begins among them. */
const MOST_REMEMBERED = 20_000

export class Gazetteer {
  readonly #kinds: ReadonlyArray<readonly [kind: NameKind, find: (first: string) => readonly string[]]>
  /** First word → the tree of the names that begin with it, behind it. */
  readonly #roots = new Map<string, Node>()

  /** @param kinds where one spelling has several kinds, they are told in this order */
  constructor(kinds: ReadonlyArray<readonly [kind: NameKind, spellings: Spellings]>) {
    this.#kinds = kinds.map(([kind, spellings]) => [kind, finder(spellings)])
  }

  #root(first: string): Node {
    let root = this.#roots.get(first)
    if (!root) {
      root = leaf()
      for (const [kind, find] of this.#kinds) for (const line of find(first)) grow(root, line, kind)
      if (this.#roots.size >= MOST_REMEMBERED) this.#roots.clear()
      this.#roots.set(first, root)
    }
    return root
  }

  /** The longest known name that starts at token `i`, in every kind it has; null when none does. */
  match(tokens: readonly Token[], i: number): KnownNameMatch | null {
    let best: KnownNameMatch | null = null
    const first = tokens[i]!
    if (first.case === 'lower') return null
    let node: Node | undefined = this.#root(first.norm)
    for (let j = i; j < tokens.length; j++) {
      const token: Token = tokens[j]!
      if (j > i) node = node?.next.get(token.norm)
      if (!node) break
      if (token.case === 'lower' && j > i && token.norm.length > 3) break
      // "A+E" is one name, "Sky + Fox" are two.
      if (token.norm === '+' && token.spaced) break
      const names = node.names.filter((n) => !n.caps || first.case === 'caps')
      if (names.length) best = { names, to: j + 1 }
    }
    return best
  }
}

const leaf = (): Node => ({ next: new Map(), names: [] })

function grow(root: Node, line: string, kind: NameKind): void {
  const [spelling = '', name, type = '', word] = line.split('|')
  const tokens = tokenize(spelling)
  let at = root
  for (const { norm } of tokens.slice(1)) {
    const next = at.next.get(norm) ?? leaf()
    at.next.set(norm, next)
    at = next
  }
  const caps = tokens.length === 1 && tokens[0]!.case === 'caps' && spelling.length <= 5
  if (at.names.some((n) => n.kind === kind)) return
  at.names.push({ kind, name: name || spelling, type, word: Boolean(word), caps })
}
