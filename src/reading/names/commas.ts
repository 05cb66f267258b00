// Titles with a comma that the text does not set off: "Paradise Falls, Nebraska", "Salt, Fat, Murder". What stands in the same
// order wherever it stands, and never apart, is one name.
import type { Range } from '../document.ts'
import { W } from '../lexicon.ts'
import type { NameInput, NameMention } from '../names.ts'
import { keyOf } from './keys.ts'

/** So often must the article write it so. */
const FEWEST = 2

/** Names with those joined that a comma parts and the article never does. */
export function joinAtCommas({ tokens, knowledge }: NameInput, names: readonly NameMention[]): NameMention[] {
  const { lexicon, places } = knowledge
  const isPart = ({ mark, key, from }: NameMention): boolean =>
    !mark && !places.has(key) && !lexicon.is(tokens[from]!.norm, W.given)
  const [chains, apart] = [new Map<string, Range[]>(), new Set<string>()]
  for (let i = 0; i < names.length; i++) {
    const first = names[i]!
    let last = first
    const parts = [first.key]
    while (isPart(first) && tokens[last.to]?.norm === ',' && names[i + 1]?.from === last.to + 1) {
      last = names[++i]!
      parts.push(last.mark ? '' : last.key)
    }
    const chain = { from: first.from, to: last.to }
    // "A, B and C", "in A, B, and": a list.
    const listed =
      /^(and|or|&)$/.test(tokens[last.to]?.norm ?? '') || /^(and|or|&)$/.test(tokens[last.to + 1]?.norm ?? '')
    if (parts.length < 2 || parts.length > 3 || parts.includes('') || listed) for (const key of parts) apart.add(key)
    else chains.set(parts.join(', '), [...(chains.get(parts.join(', ')) ?? []), chain])
  }
  const joined = [...chains].flatMap(([key, found]) =>
    found.length >= FEWEST && !key.split(', ').some((part) => apart.has(part)) ? found : [],
  )
  if (!joined.length) return [...names]
  return [
    ...names.filter((n) => !joined.some((j) => j.from <= n.from && n.to <= j.to)),
    ...joined.map((j) => ({ ...j, mark: null, key: keyOf(tokens, j) })),
  ].sort((a, b) => a.from - b.from)
}
