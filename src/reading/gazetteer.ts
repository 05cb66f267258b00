// Names known beforehand (networks, studios, outlets, companies), found in one pass over the tokens, longest first.
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

/** A first word that the tokenizer leaves as it is. */
const PLAIN_WORD = /^[A-Za-z]+$/

export interface KnownNameMatch {
  names: KnownName[]
  to: number
}

export class Gazetteer {
  // As they were added, in lists that cost little to make: an article needs few of them as a tree.
  readonly #spellings: string[] = []
  readonly #names: KnownName[] = []
  /** First word → the spelling that was the last to begin with it; and for each spelling the one before it, or -1. */
  readonly #last = new Map<string, number>()
  readonly #before: number[] = []
  readonly #roots = new Map<string, Node>()

  add(spelling: string, name: KnownName): void {
    const blank = spelling.indexOf(' ')
    const word = blank < 0 ? spelling : spelling.slice(0, blank)
    // Of an initial or an abbreviation the tokenizer looks at the letter behind the blank too.
    const first = PLAIN_WORD.test(word) ? word.toLowerCase() : tokenize(spelling.slice(0, word.length + 2))[0]?.norm
    if (first === undefined) return
    this.#before.push(this.#last.get(first) ?? -1)
    this.#last.set(first, this.#spellings.length)
    this.#spellings.push(spelling)
    this.#names.push(name)
  }

  /** The tree of the names that begin with a word, behind that word. */
  #root(first: string): Node | undefined {
    const known = this.#roots.get(first)
    if (known) return known
    const added: number[] = []
    for (let i = this.#last.get(first) ?? -1; i >= 0; i = this.#before[i]!) added.push(i)
    if (!added.length) return undefined
    const root: Node = { next: new Map(), names: [] }
    for (const i of added.reverse()) grow(root, this.#spellings[i]!, this.#names[i]!)
    this.#roots.set(first, root)
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

function grow(root: Node, spelling: string, name: KnownName): void {
  const tokens = tokenize(spelling)
  let node = root
  for (const { norm } of tokens.slice(1)) {
    let next = node.next.get(norm)
    if (!next) {
      next = { next: new Map(), names: [] }
      node.next.set(norm, next)
    }
    node = next
  }
  const caps = tokens.length === 1 && tokens[0]!.case === 'caps' && spelling.length <= 5
  if (!node.names.some((n) => n.kind === name.kind)) node.names.push({ ...name, caps })
}
