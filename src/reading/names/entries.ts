// Entries of a round-up: "GLASS HARBOR (Fox) | Dead after six episodes.", "Night Ferry (QBC): …". What stands before the mark is
// a title, whatever its words.
import type { Range, Sentence } from '../document.ts'
import { beginningAt } from '../ranges.ts'
import { behindClosing, type Token } from '../tokens.ts'
import { isAllCaps } from './caps.ts'
import { keyOf } from './keys.ts'

/** So many paragraphs must begin so. */
const FEWEST = 3
/** The longest title, and the longest bracket behind it, in tokens. */
const LONGEST = 9
const BRACKET = 8

/** What ends a label. */
export const ENDS_LABEL = /^[|:—–-]$/

/**
 * The titles with which paragraphs of a round-up begin; none in interviews, whose labels come back.
 * @param answers first tokens of an interview's answers
 */
export function entryTitles(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  orgs: readonly Range[],
  answers: ReadonlySet<number>,
): Range[] {
  const found = sentences.flatMap((s, n) => {
    if (s.furniture || s.title || sentences[n - 1]?.paragraph === s.paragraph) return []
    const title = titleOf(tokens, s, orgs)
    return title && !answers.has(title.to + 1) ? [title] : []
  })
  return new Set(found.map((r) => keyOf(tokens, r))).size === found.length && found.length >= FEWEST ? found : []
}

/** The words before "(Network) |", or before "|" when all are in capitals. */
function titleOf(tokens: readonly Token[], sentence: Sentence, orgs: readonly Range[]): Range | null {
  let { from } = sentence
  while (from < sentence.to && /^[•*“"‘]$/.test(tokens[from]!.norm)) from++
  let to = from
  while (to < sentence.to && to - from < LONGEST && !/^[(|:—–”"’]$/.test(tokens[to]!.norm)) to++
  if (to === from || tokens[from]!.case === 'lower') return null
  const title = { from, to }
  const k = behindClosing(tokens, to)
  if (tokens[k]?.norm !== '(') return tokens[k]?.norm === '|' && isAllCaps(tokens, title) ? title : null
  const close = tokens.slice(k, k + BRACKET).findIndex((t) => t.norm === ')')
  return close > 0 && beginningAt(orgs, k + 1) && ENDS_LABEL.test(tokens[k + close + 1]?.norm ?? '') ? title : null
}
