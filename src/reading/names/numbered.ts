// Numbered titles: "Lantern Bay 3" is the third season of “Lantern Bay” where the article is about television and names it without the
// number too; in news of films it would be a sequel.
import type { Knowledge } from '../knowledge.ts'
import type { NameMention } from '../names.ts'
import { lastBefore, nextFrom } from '../ranges.ts'
import { make } from '../seasons/mention.ts'
import type { SeasonMention } from '../seasons.ts'
import type { Token } from '../tokens.ts'

/** Higher numbers belong to a title: “Station 19”, “Apollo 13”. */
const HIGHEST = 12
/** How much an article must be about television, -1 to 1. */
const SURELY = 0.4

/**
 * The names with those numbered titles cut short that tell a season, and these seasons.
 * @param television how much the article is about television, -1 to 1
 * @param worded the seasons that are told in words: of a number beyond the next one nobody speaks
 */
export function splitNumbered(
  tokens: readonly Token[],
  names: readonly NameMention[],
  television: number,
  worded: readonly SeasonMention[],
  { series, lexicon }: Pick<Knowledge, 'series' | 'lexicon'>,
): { names: NameMention[]; seasons: SeasonMention[] } {
  if (television < SURELY) return { names: [...names], seasons: [] }
  const keys = new Set(names.map((name) => name.key))
  const told = worded.reduce((most, s) => Math.max(most, s.sense === 'count' ? s.count : 0, ...s.numbers), 1)
  const seasons: SeasonMention[] = []
  const bareKey = ({ key, to }: NameMention): string => key.slice(0, -tokens[to - 1]!.norm.length - 1)
  const isNumbered = (name: NameMention): boolean => {
    const { from, to } = name
    const { norm } = tokens[to - 1]!
    if (to - from < 2 || !/^\d+$/.test(norm) || Number(norm) < 2 || Number(norm) > HIGHEST) return false
    // “Station 4”, a well-known title as it stands, "the film X 2", "X 2, a spin-off", "season three of X 2".
    if (series.match(tokens, from)?.to === to || Number(norm) > told + 1) return false
    const beside = [...tokens.slice(Math.max(0, from - 4), from), ...tokens.slice(to, to + 6)].map((t) => t.norm)
    if (beside.some((t) => lexicon.among('numbersOther', t)) || (nextFrom(worded, to - 1)?.from ?? Infinity) <= to + 6)
      return false
    const before = lastBefore(worded, from, (s) => s.to <= from)
    return keys.has(bareKey(name)) && !(before && from - before.to <= 2)
  }
  const cut = names.map((name) => {
    if (!isNumbered(name)) return name
    const at = name.to - 1
    const { norm } = tokens[at]!
    seasons.push(make(at, name.to, at, 'numbered', { numbers: [Number(norm)] }))
    return { ...name, to: at, key: bareKey(name) }
  })
  return { names: cut, seasons }
}
