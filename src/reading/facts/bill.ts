// From names, a role and a series to credits.
import type { Role } from '../claim.ts'
import type { Range } from '../document.ts'
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Billed } from './billing.ts'
import type { Credit } from './fact.ts'
import type { Passage } from './passage.ts'

/** Roles of whoever makes a series or is seen in it: no network's, no agent's. */
const MADE_BY: ReadonlySet<Role> = new Set([
  'showrunner',
  'creator',
  'executive producer',
  'writer',
  'director',
  'cast',
  'host',
])
export const isCredited = (role: string): role is Role => MADE_BY.has(role as Role)

/** The credits of persons, when the words that tell them hold. */
export function bill(
  passage: Passage,
  view: SentenceView,
  trigger: Range & { group: VerbGroup | null },
  show: Entity,
  role: Role,
  people: readonly Billed[],
  ...parts: Array<Range | null>
): Credit[] {
  // "Showrunner A", "created by A": taken for granted, whatever the sentence asks, doubts or denies.
  const granted = !trigger.group || trigger.group.reducible
  if (!granted && !passage.holds(view, trigger, trigger.group)) return []
  return people.map(({ from, to, person, character }) => {
    const told = passage.told(view, show.name, null, [{ from, to }, ...parts], { trigger, granted })
    return { fact: 'credit', ...told, person, role, character }
  })
}
