// The number of a season in an apposition: "a new season of X, its fourth", "two more seasons, the show's third and fourth",
// "Riverton (its sixth)".
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { SeasonMention } from '../seasons.ts'
import type { Token } from '../tokens.ts'
import { make } from './mention.ts'
import { ordinal } from './numerals.ts'

/** Tokens between a season and its number: "of the hit drama “X”". */
const REACH = 9

/** Gives seasons without a number the one that stands behind them; "(its sixth)" alone is a season as well. */
export function numberApposed(
  tokens: readonly Token[],
  found: readonly SeasonMention[],
  lexicon: Lexicon,
): SeasonMention[] {
  const all = [...found]
  for (const [i, { norm }] of tokens.entries()) {
    if (!/^[,(–—]$/.test(norm)) continue
    const at = behindOwner(tokens, /^[”"’]$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1, lexicon)
    const numbers = at ? ordinalsAt(tokens, at) : []
    if (!numbers.length) continue
    const whole = all.findLast((s) => s.to <= i && !s.numbers.length && s.sense !== 'count' && i - s.to <= REACH)
    const own = all.findIndex((s) => s.from === at)
    if (
      whole &&
      !tokens.slice(whole.to, i).some(({ norm }) => /^[,.;!?]$/.test(norm) || lexicon.is(norm, W.be | W.have | W.modal))
    ) {
      all[all.indexOf(whole)] = { ...whole, numbers }
      if (own >= 0) all.splice(own, 1)
    } else if (own < 0 && norm === '(') all.push(make(at, at + 1, at, 'numbered', { numbers }))
  }
  return all
}

/** "its", "the show's": the token behind whose season it is; 0 where nobody has one. */
function behindOwner(tokens: readonly Token[], i: number, lexicon: Lexicon): number {
  if (/^(its|their)$/.test(tokens[i]?.norm ?? '')) return i + 1
  const noun = tokens[i]?.norm === 'the' && lexicon.is(tokens[i + 1]?.norm ?? '', W.series | W.genre)
  return noun && /^(['’]s?)$/.test(tokens[i + 2]?.norm ?? '') ? i + 3 : 0
}

/** "fourth", "third and fourth", "fifth and last", with nothing else behind: not "its second premiere". */
function ordinalsAt(tokens: readonly Token[], at: number): number[] {
  const numbers: number[] = []
  for (let k = at; k < tokens.length; k++) {
    const { norm, kind } = tokens[k]!
    const number = ordinal(norm)
    if (number) numbers.push(number)
    else if (kind === 'mark') return numbers
    else if (!/^(and|final|last|overall|so)$/.test(norm))
      return /^(on|at|in|since|under|and)$/.test(norm) ? numbers : []
  }
  return numbers
}
