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

export interface KnownNameMatch {
  names: KnownName[]
  to: number
}

export class Gazetteer {
  readonly #root: Node = { next: new Map(), names: [] }

  add(spelling: string, name: KnownName): void {
    const tokens = tokenize(spelling)
    if (!tokens.length) return
    let node = this.#root
    for (const token of tokens) {
      let next = node.next.get(token.norm)
      if (!next) {
        next = { next: new Map(), names: [] }
        node.next.set(token.norm, next)
      }
      node = next
    }
    const caps = tokens.length === 1 && tokens[0]!.case === 'caps' && spelling.length <= 5
    if (!node.names.some((n) => n.kind === name.kind)) node.names.push({ ...name, caps })
  }

  /** The longest known name that starts at token `i`, in every kind it has; null when none does. */
  match(tokens: readonly Token[], i: number): KnownNameMatch | null {
    let node: Node | undefined = this.#root
    let best: KnownNameMatch | null = null
    const first = tokens[i]!
    if (first.case === 'lower') return null
    for (let j = i; j < tokens.length; j++) {
      const token: Token = tokens[j]!
      node = node.next.get(token.norm)
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
