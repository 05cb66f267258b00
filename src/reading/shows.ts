// Which names may be shows where they stand, and which only say who somebody is.
import type { Entity } from './entities.ts'
import type { Knowledge } from './knowledge.ts'
import { type Lexicon, W } from './lexicon.ts'
import type { NameMention } from './names.ts'
import type { PersonMention } from './people.ts'
import { beginningAt, within } from './ranges.ts'
import type { Token } from './tokens.ts'

/** Names that are a series, or might be one: no person, no place, no day. */
export function mayBeShow(
  mention: NameMention,
  entity: Entity,
  people: readonly PersonMention[],
  knowledge: Knowledge,
): boolean {
  if (entity.kind !== 'series' && entity.kind !== 'work' && entity.kind !== 'unknown' && (entity.odds ?? 0) < 0.12)
    return false
  if (mention.mark) return true
  // A full name that may be a series' (“Willow Creek”) is one where the event's words make it one: the linking weighs that.
  const sure = (entity.known || (entity.odds ?? 0) >= 0.3) && mention.to - mention.from > 1
  const person = sure ? undefined : beginningAt(people, mention.from)
  const lone = mention.to - mention.from === 1
  // A surname alone is the person; a full name may be a series named after one.
  if (person && (entity.kind !== 'series' || (lone && (entity.odds ?? 0) < 0.8) || entity.person >= entity.series))
    return false
  if (lone && knowledge.lexicon.is(mention.key, W.given) && entity.series < 2.5 && (entity.odds ?? 0) < 0.5)
    return false
  const bare = mention.key.replace(/^(the|an?) /, '')
  if (knowledge.places.has(bare) && !(entity.seasoned && entity.series >= 3)) return false
  return !knowledge.lexicon.is(mention.key, W.weekday | W.month)
}

/** A title that only says who somebody is: "“Tin Ear” creator Hal Teague", "Scott Rosenberg (Cowboy Bebop)". */
export function isAside(
  tokens: readonly Token[],
  mention: NameMention,
  people: readonly PersonMention[],
  knowledge: Knowledge,
): boolean {
  let k = mention.to
  while (k < tokens.length && /^[”"’',]$/.test(tokens[k]!.norm)) k++
  const after = tokens[k]
  if (
    after &&
    (tokens[k - 1]?.norm !== ',' || mention.mark) &&
    knowledge.lexicon.is(after.norm, W.role) &&
    tokens[k - 1]?.norm !== ','
  ) {
    const person = within(people, { from: k + 1, to: k + 20 }).find((p) => p.from <= k + 5)
    // "the drama “X” stars Ann Lee": a verb.
    const noun = tokens[mention.from - (mention.mark ? 2 : 1)]?.norm ?? ''
    const verb = after.norm === 'stars' && knowledge.lexicon.is(noun, W.series | W.genre)
    if (!verb && (person || tokens[k + 1]?.case === 'capital')) return true
  }
  let open = mention.from - 1
  while (open > 0 && /^[“"‘',]$/.test(tokens[open]!.norm)) open--
  // "unlike its predecessor, X", but "unlike its rivals, X will return".
  const parted = tokens.slice(open + 1, mention.from).some((t) => t.norm === ',')
  if (
    (!parted || knowledge.lexicon.among('kinOfShow', tokens[open]?.norm ?? '')) &&
    isCompared(tokens, open, knowledge.lexicon)
  )
    return true
  let close = mention.to
  while (close < tokens.length && /^[”"’',]$/.test(tokens[close]!.norm)) close++
  const fills = tokens[open]?.norm === '(' && (tokens[close]?.norm === ')' || tokens[close - 1]?.norm === ',')
  return (
    fills &&
    (tokens[open - 1]?.case === 'capital' ||
      within(people, { from: open - 20, to: open }).some((p) => p.to >= open - 1))
  )
}

/** "Unlike (its comedic predecessor,) X", "has been compared to X", "in the vein of X": what something else is compared with. */
function isCompared(tokens: readonly Token[], before: number, lexicon: Lexicon): boolean {
  for (let k = before; k >= 0 && k > before - COMPARED; k--) {
    const { norm, kind, case: letters } = tokens[k]!
    if (norm === 'unlike' || norm === 'reminiscent') return true
    if (/^(to|with|of)$/.test(norm) && lexicon.among('comparedWith', tokens[k - 1]?.norm ?? '')) return true
    if (kind === 'mark' || letters === 'capital') return false
  }
  return false
}

/** Tokens between a comparison and what is compared with. */
const COMPARED = 7
