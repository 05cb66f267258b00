// Titles with a comma that the text does not set off: "Paradise Falls, Nebraska", "Salt, Fat, Murder". What stands in the same
// order wherever it stands, and never apart, is one name.
import { W } from '../lexicon.ts'
import type { NameInput, NameMention } from '../names.ts'
import { keyOf } from './keys.ts'

/** So often must the article write it so. */
const FEWEST = 2
/** So many parts a title has. */
const MOST_PARTS = 3

/** Names with those joined that a comma parts and the article never does. */
export function joinAtCommas({ tokens, knowledge }: NameInput, names: NameMention[]): NameMention[] {
  const { lexicon, places } = knowledge
  const isPart = ({ mark, key, from }: NameMention): boolean =>
    !mark && !places.has(key) && !lexicon.is(tokens[from]!.norm, W.given)
  const [chains, apart] = [new Map<string, NameMention[][]>(), new Set<string>()]
  for (let i = 0; i < names.length; i++) {
    const chain = [names[i]!]
    let last = chain[0]!
    while (isPart(last) && tokens[last.to]?.norm === ',' && names[i + 1]?.from === last.to + 1) {
      last = names[++i]!
      chain.push(last)
    }
    // "A, B and C", "in A, B, and": a list.
    const listed = [last.to, last.to + 1].some((k) => /^(and|or|&)$/.test(tokens[k]?.norm ?? ''))
    const key = chain.map((n) => n.key).join(', ')
    if (chain.length < 2 || chain.length > MOST_PARTS || !isPart(last) || listed)
      for (const n of chain) apart.add(n.key)
    else if (chains.has(key)) chains.get(key)!.push(chain)
    else chains.set(key, [chain])
  }
  const joined = [...chains.values()].flatMap((found) =>
    found.length >= FEWEST && !found[0]!.some((n) => apart.has(n.key)) ? found : [],
  )
  if (!joined.length) return names
  const parts = new Set(joined.flat())
  const wholes = joined.map((chain): NameMention => {
    const range = { from: chain[0]!.from, to: chain.at(-1)!.to }
    return { ...range, mark: null, key: keyOf(tokens, range) }
  })
  return [...names.filter((n) => !parts.has(n)), ...wholes].sort((a, b) => a.from - b.from)
}
