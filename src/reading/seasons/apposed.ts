// The number of a season in an apposition: "a new season of X, its fourth", "two more seasons, the show's third and fourth",
// "Riverton (its sixth)".
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import { beginningAt, lastBefore } from '../ranges.ts'
import type { SeasonMention } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { make } from './mention.ts'
import { ordinal } from './numerals.ts'

/** Tokens between a season and its number: "of the hit drama “X”". */
const REACH = 9
/** Tokens from one number to that of the next in a list. */
const NEXT = 12

/**
 * Gives seasons without a number the one that stands behind them; "(its sixth)" behind a quoted title, and in a list of such, is one itself.
 * @param found in the order of their beginnings; so is what comes out
 */
export function numberApposed(
  tokens: readonly Token[],
  found: readonly SeasonMention[],
  lexicon: Lexicon,
): SeasonMention[] {
  const changed = new Map<SeasonMention, SeasonMention[]>()
  const added: SeasonMention[] = []
  /** Of the number before. */
  let last = -NEXT
  for (const [i, { norm }] of tokens.entries()) {
    if (!/^[,(–—]$/.test(norm)) continue
    const at = behindOwner(tokens, /^[”"’]$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1, lexicon)
    const numbers = at ? ordinalsAt(tokens, at) : []
    if (!numbers.length) continue
    const whole = lastBefore(found, i, (s) => s.to <= i)
    const own = beginningAt(found, at)
    if (
      whole &&
      !whole.numbers.length &&
      whole.sense !== 'count' &&
      i - whole.to <= REACH &&
      tokens.slice(whole.to, i).every((t) => ofTitle(t, lexicon))
    ) {
      changed.set(whole, [{ ...whole, numbers }])
      if (own) changed.set(own, [])
    } else if (!own && norm === '(' && (/^[”’]$/.test(tokens[i - 1]?.norm ?? '') || at - last < NEXT))
      added.push(make(at, at + 1, at, 'numbered', { numbers }))
    else continue
    last = at
  }
  return [...found.flatMap((s) => changed.get(s) ?? [s]), ...added].sort((a, b) => a.from - b.from)
}

/** Words of "of the hit drama “Glass Harbor”", and of "to come": of anything else the number may be. */
const ofTitle = ({ norm, kind, case: written }: Token, lexicon: Lexicon): boolean =>
  kind === 'mark'
    ? /^[“”"‘’':-]$/.test(norm)
    : written !== 'lower' || /^(of|the|its|hit|to|come)$/.test(norm) || lexicon.is(norm, W.series | W.genre)

/** "its", "the show's": the token behind whose season it is; 0 where nobody has one. */
function behindOwner(tokens: readonly Token[], i: number, lexicon: Lexicon): number {
  if (/^(its|their)$/.test(tokens[i]?.norm ?? '')) return i + 1
  const noun = tokens[i]?.norm === 'the' && lexicon.is(tokens[i + 1]?.norm ?? '', W.series | W.genre)
  return noun && /^(['’]s?)$/.test(tokens[i + 2]?.norm ?? '') ? i + 3 : 0
}

/** "fourth", "third and fourth", "fifth and last", with nothing behind: not "its second premiere", nor "its first since 2019". */
function ordinalsAt(tokens: readonly Token[], at: number): number[] {
  const numbers: number[] = []
  for (let k = at; k < tokens.length; k++) {
    const { norm, kind } = tokens[k]!
    const number = ordinal(norm)
    if (number && number > 1) numbers.push(number)
    else if (kind === 'mark') return numbers
    else if (!/^(and|final|last|overall)$/.test(norm)) return []
  }
  return numbers
}
