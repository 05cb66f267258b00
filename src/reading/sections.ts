// Sections: a round-up gives each show a heading of its own ("Glass Harbor", "Night Ferry (QBC)") or a label ("Saltmarsh: Safe!
// …"), and what stands below is about that show until the next one.
import { fillsParagraph, type Range, type Sentence } from './document.ts'
import type { Entity } from './entities.ts'
import type { Knowledge } from './knowledge.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import { ENDS_LABEL } from './names/entries.ts'
import type { NameMention } from './names.ts'
import { beginningAt, holding } from './ranges.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'

/** A heading or a label, with the name that it gives to what follows; `key` is null for a heading that names no show. */
interface Head {
  /** Its sentence. */
  i: number
  key: string | null
  /** A label's section ends with its paragraph. */
  label: boolean
}

/** So many shows must have headings or labels of their own, or it is no round-up. */
const FEWEST = { heading: 2, label: 3 }

/** A heading is no longer than this, in tokens. */
const LONGEST = 14

export interface SectionInput {
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  names: readonly NameMention[]
  seasons: readonly SeasonMention[]
  orgs: readonly Range[]
  /** The answers of an interview: who gives one may be named before it as a show is before what is said of it. */
  answers: readonly Range[]
  lexicon: Lexicon
}

/**
 * The name under whose heading or label each sentence stands.
 * @returns for each sentence the key of a name, or null
 */
export function findSections(input: SectionInput): Array<string | null> {
  const { sentences } = input
  const heads: Head[] = []
  sentences.forEach((sentence, n) => {
    if (sentence.furniture || sentence.title) return
    const alone = fillsParagraph(sentences, n)
    const key = headOf(input, sentence, alone)
    if (key !== undefined) heads.push({ i: n, key, label: !alone })
  })
  const enough = {
    heading: shows(heads, false) >= FEWEST.heading,
    label: shows(heads, true) >= FEWEST.label,
  }
  const kept = heads.filter((h) => (h.label ? enough.label : enough.heading))
  const sections: Array<string | null> = sentences.map(() => null)
  kept.forEach((head, k) => {
    const end = kept[k + 1]?.i ?? sentences.length
    for (let i = head.i; i < end; i++) {
      if (head.label && sentences[i]!.paragraph !== sentences[head.i]!.paragraph) break
      sections[i] = head.key
    }
  })
  return sections
}

/** How many shows have headings, or labels, of their own. */
const shows = (heads: readonly Head[], label: boolean): number =>
  new Set(heads.flatMap((h) => (h.label === label && h.key ? [h.key] : []))).size

/** The key of the name that a sentence gives to what follows, null for a heading of something else, undefined for no heading. */
function headOf(input: SectionInput, sentence: Sentence, alone: boolean): string | null | undefined {
  const { tokens, names } = input
  let from = sentence.from
  // "12.", "•", "No. 3".
  while (from < sentence.to && /^([“"‘•*.#)-]|\d{1,2}|no)$/.test(tokens[from]!.norm) && from - sentence.from < 4) from++
  // "Canceled: ‘X’".
  if (input.lexicon.is(tokens[from]?.norm ?? '', W.participle) && tokens[from + 1]?.norm === ':')
    from += /^[“"‘]$/.test(tokens[from + 2]?.norm ?? '') ? 3 : 2
  const name = beginningAt(names, from) ?? (tokens[from]?.norm === 'the' ? beginningAt(names, from + 1) : undefined)
  const last = tokens[sentence.to - 1]!.norm
  if (alone && sentence.to - sentence.from <= LONGEST && !/^[.!?:,…”"]$/.test(last)) {
    if (name && onlyNames(input, name.to, sentence.to)) return name.key
    return sentence.headline ? null : undefined
  }
  if (!name) return undefined
  let k = name.to
  while (k < sentence.to && /^[”"’]$/.test(tokens[k]!.norm)) k++
  if (tokens[k]?.norm === '(') {
    const close = tokens.slice(k, k + 7).findIndex((t) => t.norm === ')')
    if (close > 0) k += close + 1
  }
  const mark = tokens[k]?.norm ?? ''
  const ends = mark === ':' || (name.mark === 'emphasised' && ENDS_LABEL.test(mark))
  const labels = ends && k + 1 < sentence.to && !beginningAt(input.answers, k + 1)
  return labels ? name.key : undefined
}

/** Behind the name only brackets, marks, a network, a season or a year. */
function onlyNames({ tokens, seasons, orgs }: SectionInput, from: number, to: number): boolean {
  let bracketed = false
  for (let k = from; k < to; k++) {
    if (tokens[k]!.norm === '(') bracketed = true
    else if (tokens[k]!.norm === ')') bracketed = false
    if (bracketed || tokens[k]!.kind === 'mark' || tokens[k]!.kind === 'number') continue
    if (!holding(seasons, k) && !holding(orgs, k)) return false
  }
  return true
}

/** The show of a section's heading; null for what can be no series. */
export const showUnder = (entity: Entity | undefined, { lexicon }: Knowledge): Entity | null =>
  entity &&
  (entity.kind === 'series' || entity.kind === 'work' || (entity.odds ?? 0) >= LIKELY) &&
  !lexicon.is(entity.key, W.weekday | W.month)
    ? entity
    : null

/** Under a heading of its own a name needs little to be a show. */
const LIKELY = 0.05
