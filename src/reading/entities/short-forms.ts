// Short forms: names that are part of one series' title, or its initials, and stand for it.
import type { Range } from '../document.ts'
import type { Entity } from '../entities.ts'
import type { Token } from '../tokens.ts'

/**
 * Short forms: a name whose words are part of one series' title ("‘Jessica’" of Jessica Jones, "Feud" of Feud: Capote vs.
 * the Swans, "SVU" of Law & Order: SVU), marked as a title or with evidence of its own for a series.
 */
export function linkShortForms(entities: Map<string, Entity>, tokens: readonly Token[]): Map<string, Entity> {
  const linked = new Map(entities)
  const series = [...entities.values()]
    .filter(
      (e) =>
        e.kind === 'series' ||
        e.kind === 'work' ||
        (e.kind === 'unknown' && e.mentions.some((m) => hasColon(tokens, m))),
    )
    .sort((a, b) => b.key.length - a.key.length)
  const { holding, abbreviated } = indexOf(series)
  for (const short of entities.values()) {
    if (short.kind === 'person' && short.series < 1.5) continue
    if (
      !short.marked &&
      short.series < 1 &&
      !holding(short.key).some(
        (long) =>
          long !== short && long.key.startsWith(`${short.key} `) && long.mentions.some((m) => hasColon(tokens, m)),
      )
    )
      continue
    const words = short.key.split(' ')
    const owners = holding(short.key).filter(
      (long) => long !== short && isPartOf(short.key, long.key) && long.key.split(' ').length > words.length,
    )
    const initials = short.key.length <= 5 ? (abbreviated.get(short.key) ?? []).filter((long) => long !== short) : []
    const [owner] = owners.length ? owners : initials
    if (owner && precedes(tokens, short, owner)) continue
    if (!owner || owners.length + (owners.length ? 0 : initials.length) > 1 || isNumbered(short.key)) continue
    // A well-known title stands for its own series, unless the longer one only adds to it.
    if (short.known && short.known !== owner.known && (owner.known || !owner.key.startsWith(`${short.key} `))) continue
    linked.set(short.key, owner)
    owner.series += short.series
    for (const mention of short.mentions) owner.mentions.push(mention)
    owner.marked ||= short.marked
    owner.isNew ||= short.isNew
    owner.limited ||= short.limited
  }
  return linked
}

/** Names by the words in them and by their initials, in the order in which they are given. */
function indexOf(names: readonly Entity[]): {
  /** Those that may hold all the words of a key. */
  holding: (key: string) => readonly Entity[]
  abbreviated: ReadonlyMap<string, Entity[]>
} {
  const byWord = new Map<string, Entity[]>()
  for (const name of names) {
    for (const word of new Set(name.key.split(' ').map(bare))) {
      const found = byWord.get(word)
      if (found) found.push(name)
      else byWord.set(word, [name])
    }
  }
  return {
    holding: (key) =>
      key
        .split(' ')
        .map((word) => byWord.get(bare(word)) ?? [])
        .reduce((a, b) => (b.length < a.length ? b : a)),
    abbreviated: Map.groupBy(names, (name) => initialsOf(name.key)),
  }
}

const bare = (word: string): string => word.replace(/'s$/, '')
const hasColon = (tokens: readonly Token[], { from, to }: Range): boolean => {
  for (let k = from; k < to; k++) if (tokens[k]!.norm === ':') return true
  return false
}

/**
 * "Glass Harbor" before "Glass Harbor: Miami" or "Glass Harbor 2": the series that the longer name's grew out of. A short
 * form comes after the full one.
 */
function precedes(tokens: readonly Token[], short: Entity, long: Entity): boolean {
  if (!long.key.startsWith(`${short.key} `)) return false
  const parts = long.mentions.every((m) => hasColon(tokens, m) || /^\d+$/.test(tokens[m.to - 1]!.norm))
  return parts && short.mentions[0]!.from < long.mentions[0]!.from
}

const isNumbered = (key: string): boolean => /^\d+$/.test(key)
const isPartOf = (short: string, long: string): boolean => {
  const [a, b] = [short.replace(/'s$/, ''), long]
  return b === a || b.startsWith(`${a} `) || b.endsWith(` ${a}`) || b.includes(` ${a} `) || b.startsWith(`${a}'s `)
}

const initialsOf = (key: string): string =>
  key
    .split(' ')
    .map((w) => w[0])
    .join('')
