// Whom a verb speaks of, when that is a name: over relative clauses, appositions and the series a character comes from.
import type { Range } from '../document.ts'
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import { holding, within } from '../ranges.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Passage } from './passage.ts'
import type { Roll } from './roll.ts'

/** A name that may be a character's. */
export interface Named extends Range {
  name: string
  /** The series whose character it is said to be: "Detective Marl from “Glass Harbor”", "“Glass Harbor” villain Corwin Vane". */
  of: Entity | null
  /** The sentence calls it a character: "the character X", "villain X". */
  called: boolean
}

/** How far before its verb a subject is looked for. */
const REACH = 24

/** The name that is the subject of a verb; null when something else is. */
export function subjectName(passage: Passage, view: SentenceView, group: VerbGroup): Named | null {
  const { norm, analysis } = passage
  let k = group.from
  while (k > view.sentence.from && analysis.knowledge.lexicon.among('beforeVerb', norm(k - 1))) k--
  const names = within(analysis.names, { from: Math.max(view.sentence.from, k - REACH), to: k })
  for (const name of names.toReversed()) {
    const between = analysis.tokens.slice(name.to, k)
    const others = view.groups.some((g) => g.from >= name.to && g.to <= k && g.finite && !isInserted(passage, g))
    if (others || between.some((t) => /^[;:–—?!“]$/.test(t.norm) && t.norm !== '“')) return null
    // "A, who played Dolly Crane, died": the name is the relative clause's.
    if (insertedAround(passage, view, name.from)) continue
    const entity = analysis.entities.get(name.key)
    // Unmarked, and hardly a word says that it is a series: what appears and dies is rather a character.
    const series =
      (entity?.series ?? 0) >= 2 && passage.seriesIn(view).some((t) => t.from <= name.from && name.from < t.to)
    // "Detective Marl from “Glass Harbor” will appear": the title hangs on the name before it.
    if (/^(from|of|in|on|by|with)$/.test(leadOf(passage, name.from))) continue
    if (series || name.mark) return null
    if (between.length && between[0]!.norm !== ',' && !/^(from|of|\(|in|on)$/.test(between[0]!.norm)) return null
    return namedAt(passage, view, name)
  }
  return null
}

/** Whether a name stands behind a verb of a clause put in between, with no comma since. */
const insertedAround = (passage: Passage, view: SentenceView, at: number): boolean => {
  const verb = view.groups.findLast((g) => g.to <= at)
  if (!verb || !isInserted(passage, verb)) return false
  for (let i = verb.to; i < at; i++) if (passage.norm(i) === ',') return false
  return true
}

/** What leads to a name, over quotation marks and articles. */
function leadOf({ norm }: Passage, at: number): string {
  let k = at - 1
  while (/^(“|"|‘|'|the|series|show|drama)$/.test(norm(k))) k--
  return norm(k)
}

const isInserted = ({ norm }: Passage, group: VerbGroup): boolean =>
  /^(who|which|that|,|last|first)$/.test(norm(group.from - 1)) || (group.reducible && norm(group.to) === 'by')

/** What the sentence tells of a name: whether it is called a character, and of which series. */
export function namedAt(passage: Passage, view: SentenceView, { from, to }: Range): Named | null {
  const { analysis, norm, words } = passage
  const mention = holding(analysis.names, from)
  const entity = mention && analysis.entities.get(mention.key)
  if (!mention || !entity || entity.place || mention.mark || view.orgs.some((o) => o.from <= from && from < o.to))
    return null
  const titled = passage.seriesIn(view)
  let called = false
  let k = from - 1
  while (
    k >= view.sentence.from &&
    from - k <= 4 &&
    /^(“|”|"|’|'s|[a-z-]+)$/.test(norm(k)) &&
    !titled.some((t) => t.from <= k && k < t.to)
  ) {
    if (words.characters.has(norm(k))) called = true
    k--
  }
  // ", the villain played by A,": called one behind.
  for (let i = to; i < to + 4; i++) if (words.characters.has(norm(i)) && norm(to) === ',') called = true
  const before = titled.find((t) => t.to <= from && t.to >= k && from - t.to <= 3 && called)
  let link = to
  if (norm(link) === ',' && /^(last|first|best|previously)$/.test(norm(link + 1)) && norm(link + 2) === 'seen')
    link += 3
  const behind = /^(from|of|in|on)$/.test(norm(link))
    ? titled.find((t) => t.from > link && t.from <= link + 4)
    : undefined
  return { from, to, name: passage.text({ from, to }), of: before?.show ?? behind?.show ?? null, called }
}

/** Whether a name is a character's: played by somebody, called one, or of a series; nobody who speaks or is credited. */
export function isCharacter(passage: Passage, roll: Roll, { name, from, called, of }: Named): boolean {
  if (roll.part(name)) return true
  const person = holding(passage.analysis.people, from)?.person
  if (person && (person.role || passage.speaks(person) || roll.credits(person.name))) return false
  return called || of !== null
}

/** The name as the article gives it at its fullest. */
export const fullName = (roll: Roll, name: string): string => roll.part(name)?.character ?? name
