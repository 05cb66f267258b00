// Keys: mentions with one key name one thing.
import type { Range } from '../document.ts'
import type { Token } from '../tokens.ts'

/** Key of a name: its words in lower case, without a leading article, marks or possessive ending. */
export function keyOf(tokens: readonly Token[], { from, to }: Range): string {
  let key = ''
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.norm !== '+' && token.norm !== '&') continue
    if (i === from && to - from > 1 && (token.norm === 'the' || token.norm === 'a' || token.norm === 'an')) continue
    key += `${key && !token.norm.startsWith("'") ? ' ' : ''}${token.norm === '&' ? 'and' : token.norm}`
  }
  return key
}
