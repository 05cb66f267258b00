// The core of a noun phrase for a series without a title: what tells "the untitled Nora Quill drama" from all other dramas. It is
// the name within the phrase, else what the series is about, else who makes it.
import type { Range, Sentence } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { NameMention, OrgMention } from '../names.ts'
import { beginningAt, endingAt, holding, within } from '../ranges.ts'
import { behindClosing, type Token } from '../tokens.ts'
import { isFullName } from './persons.ts'

export interface UntitledInput {
  tokens: readonly Token[]
  names: readonly NameMention[]
  orgs: readonly OrgMention[]
  knowledge: Knowledge
  /** How much the article is about television, -1 to 1. */
  television: number
}

/** What leads to the core behind a noun: to its matter, or to who makes it. */
type Lead = 'leadsMatter' | 'leadsMaker'

/** A noun for a series stands at a token; a kind of story is one only in an article about television. */
export function isSeriesNoun({ tokens, knowledge, television }: UntitledInput, i: number): boolean {
  const { norm, glued } = tokens[i]!
  if (knowledge.lexicon.is(norm, W.series) || (glued && norm === 'cam')) return true
  return television > 0 && knowledge.lexicon.among('inTheMaking', norm)
}

/**
 * The core of a noun phrase; null when nothing in it tells its series from others.
 * @param inside its modifiers, up to its noun
 * @param start where the phrase begins
 */
export const coreOf = (input: UntitledInput, inside: Range, start: number, sentence: Sentence): Range | null =>
  coreInside(input, inside) ??
  coreInMatter(input, inside.to, sentence) ??
  coreBehind(input, inside.to + 1, sentence, 'leadsMaker') ??
  owner(input, start) ??
  matterBehind(input, inside.to + 1, sentence) ??
  modifiers(input, inside)

/** "a docuseries about the Lake County murders": the name in what a series is about. */
export const coreInMatter = (input: UntitledInput, head: number, sentence: Sentence): Range | null =>
  coreBehind(input, head + 1, sentence, 'leadsMatter')

/** A person's name stands among the modifiers. */
export const namesSomebody = ({ tokens, names, knowledge }: UntitledInput, { from, to }: Range): boolean =>
  within(names, { from, to }).some((name) => !name.mark && isFullName(tokens, name, knowledge))

/** The name among the modifiers; places and organisations only tell where it is set and who shows it. */
function coreInside(input: UntitledInput, { from, to }: Range): Range | null {
  const { tokens, knowledge } = input
  const isOfName = (k: number): boolean =>
    tokens[k]!.kind === 'word' &&
    tokens[k]!.case === 'capital' &&
    !knowledge.lexicon.among('seriesKind', tokens[k]!.norm) &&
    !isSeriesNoun(input, k) &&
    !isElsewhere(input, k)
  let first = from
  while (first < to && !isOfName(first)) first++
  if (first >= to) return null
  let last = to - 1
  while (last > first && !isOfName(last)) last--
  // "an untitled Jim Gale-style comedy" is another's.
  return tokens[last + 1]!.glued ? null : { from: first, to: last + 1 }
}

/** "an untitled arson drama": what its noun is told by, unless that is only a kind of story. */
function modifiers({ tokens, knowledge }: UntitledInput, { from, to }: Range): Range | null {
  for (let k = from; k < to; k++) {
    const { norm, glued, kind } = tokens[k]!
    const told = kind === 'word' && !glued && !tokens[k + 1]!.glued && !knowledge.lexicon.among('seriesKind', norm)
    if (told && !knowledge.lexicon.is(norm, W.series | W.genre | W.number | W.participle))
      return { from: k, to: to + 1 }
  }
  return null
}

/** "from Dan Hale and Kay Moss": those who are joined to the last name. */
export function withPartners({ tokens, names, knowledge }: UntitledInput, end: number): number {
  const joined = /^(and|&)$/.test(tokens[end]?.norm ?? '') && endingAt(names, end)
  const partner = joined ? beginningAt(names, end + 1) : undefined
  return partner && isFullName(tokens, partner, knowledge) ? partner.to : end
}

/** A place or an organisation stands there. */
function isElsewhere({ tokens, orgs, names, knowledge }: UntitledInput, k: number): boolean {
  if (holding(orgs, k)) return true
  const { key = tokens[k]!.norm } = holding(names, k) ?? {}
  return knowledge.places.has(key) || knowledge.places.has(tokens[k]!.norm)
}

/** The name behind "about", "following", "from" after the noun, with what makes a matter of it. */
function coreBehind(input: UntitledInput, start: number, sentence: Sentence, leads: Lead): Range | null {
  const { tokens, names, orgs, knowledge } = input
  const lead = leadBehind(input, start, sentence, leads)
  for (let k = lead + 1; lead >= 0 && k < Math.min(sentence.to, lead + 10); k++) {
    const name = beginningAt(names, k)
    if (name && !beginningAt(orgs, k)) {
      // "from “Glass Harbor” creator Nora Quill": only who somebody is.
      if (!ofSomebody(input, name) && !(leads === 'leadsMaker' && name.mark))
        return leads === 'leadsMatter' ? toMatter(input, lead + 1, name) : name
      k = name.to
      if (k >= sentence.to) return null
    }
    const { norm, kind } = tokens[k]!
    if (kind === 'mark' && !/^[“”"‘’']$/.test(norm)) return null
    if (knowledge.lexicon.is(norm, W.be | W.have | W.modal | W.relative)) return null
    if (norm !== 'of' && !knowledge.lexicon.among(leads, norm) && !name && knowledge.lexicon.is(norm, W.preposition))
      return null
  }
  return null
}

/** "about", "from" behind the noun: nothing but who shows the series, and how it stands to its matter, may come between. */
function leadBehind(input: UntitledInput, start: number, sentence: Sentence, leads: Lead): number {
  const { tokens, orgs, knowledge } = input
  let at = start
  while (at < sentence.to && !knowledge.lexicon.among(leads, tokens[at]!.norm)) {
    const shownBy = /^(at|for|with|on)$/.test(tokens[at]!.norm) ? beginningAt(orgs, at + 1) : undefined
    if (!shownBy && !knowledge.lexicon.among('centred', tokens[at]!.norm)) return -1
    at = shownBy?.to ?? at + 1
    if (at > start + 5) return -1
  }
  // "a drama on ABC from Dan Hale"
  const shownOn = tokens[at]?.norm === 'on' && beginningAt(orgs, at + 1)
  if (shownOn) return leadBehind(input, shownOn.to, sentence, leads)
  return at < sentence.to ? at : -1
}

/** "“Glass Harbor” creator Nora Quill". */
function ofSomebody({ tokens, knowledge }: UntitledInput, name: NameMention): boolean {
  const k = behindClosing(tokens, name.to)
  return knowledge.lexicon.is(tokens[k]?.norm ?? '', W.role)
}

/** "Lake County" in "the Lake County murders": with the nouns that make a matter of it; a bare place tells nothing. */
function toMatter({ tokens, knowledge }: UntitledInput, start: number, name: NameMention): Range | null {
  let { from, to } = name
  if (tokens[start]!.norm === 'the')
    while (to < name.to + 3) {
      const { norm, case: letters, kind } = tokens[to] ?? {}
      if (norm === undefined || letters !== 'lower' || kind !== 'word') break
      if (knowledge.lexicon.is(norm, FUNCTION_WORD | W.gerund | W.adverb)) break
      to++
    }
  if (to > name.to) from = tokens[from]!.norm === 'the' ? from + 1 : from
  return to === name.to && knowledge.places.has(name.key) ? null : { from, to }
}

/** "Dan Hale's untitled drama": whose it is. */
function owner({ tokens, names, orgs }: UntitledInput, start: number): Range | null {
  const mark = tokens[start - 1]
  if (!mark || !/^('s|’|')$/.test(mark.norm)) return null
  const name = endingAt(names, start - 1)
  return name && !endingAt(orgs, start - 1) ? { from: name.from, to: name.to } : null
}

/** "an untitled drama about traveling nurses". */
function matterBehind({ tokens, knowledge }: UntitledInput, at: number, sentence: Sentence): Range | null {
  if (tokens[at]?.norm !== 'about') return null
  const { lexicon } = knowledge
  let from = at + 1
  while (from < sentence.to && lexicon.is(tokens[from]!.norm, W.determiner | W.possessive | W.number)) from++
  let to = from
  while (to < Math.min(sentence.to, from + 3)) {
    const { norm, kind } = tokens[to]!
    if (kind !== 'word' || lexicon.is(norm, FUNCTION_WORD | W.relative)) break
    to++
  }
  return to > from && to < sentence.to ? { from, to } : null
}
