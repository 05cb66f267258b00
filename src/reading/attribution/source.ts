// A source of words: who speaks, through which outlets, and how the sentence tells it.
import type { Role, Step } from '../claim.ts'
import { spanOf } from '../document.ts'
import type { SentenceView } from '../events.ts'
import type { Person } from '../people.ts'
import type { VerbGroup } from '../verbs.ts'

/** Whose words something is, and how they came to the article. */
export interface Source {
  /** Person, network or studio; "anonymous"; null: the outlet itself. */
  speaker: string | null
  role: Role
  via: string[]
  why: Step[]
}

/** Nobody is named: the outlet itself says so. */
export const NOBODY: Source = { speaker: null, role: 'outlet', via: [], why: [] }

/** Somebody without a name. */
export const anonymous = (note: string): Source => ({
  speaker: 'anonymous',
  role: 'anonymous',
  via: [],
  why: [{ stage: 'attribution', note }],
})

/** Puts the verb that makes a source speak before the other reasons. */
export function because(view: SentenceView, group: VerbGroup, how: string, source: Source): Source {
  const verb = view.tokens.slice(group.from, group.to).map((t) => t.norm)
  const note = `“${verb.join(' ')}” ${how}`
  return { ...source, why: [{ stage: 'attribution', note, span: spanOf(view.tokens, group) }, ...source.why] }
}

/** The source with the outlets that its words came through. */
export const through = (source: Source, via: string[], how: string): Source =>
  via.length
    ? { ...source, via, why: [...source.why, { stage: 'attribution', note: `through ${via.join(' and ')}, ${how}` }] }
    : source

/** A person as a source, and where the person stands. */
export const personSource = (person: Person, how: string): Source => ({
  speaker: person.name,
  role: person.role ?? 'cast',
  via: [],
  why: [{ stage: 'attribution', note: `${person.name}: ${how}` }],
})
