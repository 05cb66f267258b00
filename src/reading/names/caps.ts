// Names set in capitals throughout.
import type { Range } from '../document.ts'
import type { Token } from '../tokens.ts'

/** Whether all words of a stretch are in capitals, and enough of them to be no abbreviation. */
export const isAllCaps = (tokens: readonly Token[], { from, to }: Range): boolean => {
  let letters = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.norm.startsWith("'")) continue
    if (token.case !== 'caps' && token.norm.length > 1) return false
    letters += token.norm.length
  }
  return letters > 4
}
