// Names that are no shows: strangers who may speak, and networks and outlets that only the article itself makes known.

import type { Range } from './document.ts'
import type { Entity } from './entities.ts'
import type { SentenceView } from './events.ts'
import type { NameMention, OrgMention } from './names.ts'
import type { PersonMention } from './people.ts'
import { beginningAt } from './ranges.ts'
import { isScreen } from './screens.ts'

/** The first network that an article names. */
export function firstNetwork(views: readonly SentenceView[]): OrgMention | null {
  for (const { sentence, orgs } of views) {
    const network = sentence.furniture ? undefined : orgs.find(isScreen)
    if (network) return network
  }
  return null
}

/** Unmarked names that are no title, no person and no organisation that is known. */
export function strangersOf(
  names: readonly NameMention[],
  entities: ReadonlyMap<string, Entity>,
  people: readonly PersonMention[],
): Array<Range & { name: string; organisation: boolean }> {
  return names.flatMap((mention) => {
    const entity = entities.get(mention.key)
    if (
      !entity ||
      mention.mark ||
      entity.kind === 'series' ||
      entity.kind === 'network' ||
      entity.kind === 'outlet' ||
      entity.place
    )
      return []
    if (beginningAt(people, mention.from)) return []
    const organisation = entity.network > 0 || mention.to - mention.from === 1
    return [{ from: mention.from, to: mention.to, name: entity.name, organisation }]
  })
}

/** Names that the article itself shows to be a network or an outlet. */
export function inferredOrgs(names: readonly NameMention[], entities: ReadonlyMap<string, Entity>): OrgMention[] {
  return names.flatMap((mention) => {
    const entity = entities.get(mention.key)
    if (entity?.kind !== 'network' && entity?.kind !== 'outlet') return []
    return [
      {
        from: mention.from,
        to: mention.to,
        names: [{ kind: entity.kind, name: entity.name, type: 'unknown', word: false }],
      },
    ]
  })
}
