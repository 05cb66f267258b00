// Names in a row, as credits give them: "Ann Bell, J.R. Roe as Judge Hobb, and Doug [Petrie]"; and the characters they play.
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import { beginningAt, endingAt, holding, within } from '../ranges.ts'
import type { Passage } from './passage.ts'

/** Somebody in a list of credits. */
export interface Billed extends Range {
  person: string
  character: string | null
}

/** A name that is a person's. */
export interface Person extends Range {
  person: string
}

/** How many names a list is read for. */
const MOST = 40
/** Words that may stand before a name in a list. */
const LEAD = /^(the|“|"|‘|'|\[|\]|”|’|also|and|both)$/
/** Roles that may stand before the names of those who play. */
const PLAYERS = /^(actor|actress|actors|actresses|comedian|comic|newcomer|newcomers|thesp)$/
const LINK = /^(,|and|&|with|alongside|opposite|plus|or)$/

/** The names of persons in a row that begin at a token or a few words behind it. */
export function billedFrom(passage: Passage, view: SentenceView, at: number): Billed[] {
  const { norm } = passage
  const found: Billed[] = []
  let k = skipLead(passage, view, at, false)
  while (k < view.sentence.to && found.length < MOST) {
    const who = personAt(passage, view, k)
    // "… and Doug Roe, with Ruth Bell directing": she is no part of the cast.
    if (!who || passage.analysis.knowledge.lexicon.is(norm(who.to), W.gerund)) break
    let to = who.to
    let character: string | null = null
    if (norm(to) === 'as') {
      const part = characterAt(passage, view, to + 1)
      if (part) {
        character = part.name
        to = part.to
      }
    }
    if (norm(to) === '(') {
      const close = closing(passage, view, to)
      if (close > 0) to = close + 1
    }
    found.push({ from: who.from, to, person: who.person, character })
    let next = to
    let links = 0
    while (next < view.sentence.to && links < 3 && (LINK.test(norm(next)) || norm(next) === '”')) {
      next++
      links++
    }
    if (norm(next) === 'as' && norm(next + 1) === 'well' && norm(next + 2) === 'as') next += 3
    else if (norm(next) === 'along' && norm(next + 1) === 'with') next += 2
    else if (!links) break
    k = skipLead(passage, view, next, true)
  }
  // "… stars Ann Bell, Ruth Roe said": the last is no part of the list.
  const last = found.at(-1)
  if (found.length > 1 && last && norm(last.from - 1) === ',' && passage.groupAt(view, last.to)?.finite) found.pop()
  return found
}

/** The names of persons in a row that ends at a token: "Ann Bell and Ruth Roe". */
export function billedBefore(passage: Passage, view: SentenceView, at: number): Billed[] {
  const { norm } = passage
  const found: Billed[] = []
  let k = at
  while (found.length < MOST) {
    const mention = personBefore(passage, view, k)
    if (!mention) break
    found.unshift({ ...mention, character: null })
    k = mention.from
    // "actors Ann Bell and Ruth Roe", "“Tin Ear” creator Ann Bell and showrunner Ruth Roe".
    if (/^(and|&)$/.test(norm(k - 1))) k--
    if (norm(k - 1) === ',') k--
    if (k === mention.from) break
  }
  return found
}

/** Over articles, marks and roles; within a list another role begins another list. */
function skipLead({ norm, analysis }: Passage, view: SentenceView, at: number, listed: boolean): number {
  let k = at
  const { lexicon } = analysis.knowledge
  while (k < view.sentence.to && k < at + 5 && !beginningAt(analysis.people, k)) {
    // "X, created by A, STARS B": the list is over.
    if (view.groups.some((g) => g.from === k && g.finite)) break
    if (!LEAD.test(norm(k)) && !PLAYERS.test(norm(k)) && (listed || !lexicon.is(norm(k), W.role))) break
    k++
  }
  return k
}

/** A person: one whom the article introduces, or a name of two words and more that is nothing else. */
export function personAt(passage: Passage, view: SentenceView, k: number): Person | null {
  const mention = beginningAt(passage.analysis.people, k)
  if (mention) {
    // "Sara Fanta Traore": a third name that no list of given names foretold.
    const to = view.sentence.headline ? mention.to : surnameEnd(passage, view, mention.to)
    const name = to > mention.to ? passage.text({ from: k, to }) : mention.person.name
    return { from: k, to, person: name }
  }
  return stranger(passage, view, passage.nameAt(view, k))
}

function surnameEnd({ tokens, norm, analysis }: Passage, view: SentenceView, at: number): number {
  const { lexicon } = analysis.knowledge
  const known = (k: number): boolean => view.orgs.some((o) => o.from <= k && k < o.to)
  let k = at
  while (
    k < view.sentence.to &&
    k < at + 2 &&
    tokens[k]!.case === 'capital' &&
    !known(k) &&
    lexicon.classes(norm(k)) === 0
  )
    k++
  return k > at && view.sentence.to > k && tokens[k]!.case === 'capital' ? at : k
}

/** The person whose name ends before a token. */
export function personBefore(passage: Passage, view: SentenceView, k: number): Person | null {
  const { analysis } = passage
  const mention = endingAt(analysis.people, k)
  if (mention && mention.from >= view.sentence.from)
    return { from: mention.from, to: mention.to, person: mention.person.name }
  const name = endingAt(analysis.names, k)
  return name && name.from >= view.sentence.from ? stranger(passage, view, passage.nameAt(view, name.from)) : null
}

/** All who may be persons in a sentence. */
export const personsIn = (passage: Passage, view: SentenceView): Person[] => {
  const starts = new Set([
    ...within(passage.analysis.people, view.sentence).map((p) => p.from),
    ...within(passage.analysis.names, view.sentence).map((n) => n.from),
  ])
  return [...starts].flatMap((k) => personAt(passage, view, k) ?? [])
}

function stranger(passage: Passage, view: SentenceView, name: NameMention | null): Person | null {
  if (!name || name.mark || name.to - name.from < 2 || name.to - name.from > 4) return null
  const { analysis } = passage
  const entity = analysis.entities.get(name.key)
  if (!entity || entity.place || passage.isSeries(entity) || entity.series >= 2 || entity.network > 0) return null
  if (entity.kind !== 'unknown' && entity.kind !== 'person') return null
  if (
    analysis.knowledge.lexicon.among('company', passage.norm(name.to - 1)) ||
    view.orgs.some((o) => o.from < name.to && name.from < o.to)
  )
    return null
  // "Creator Ann Bell" at the head of a sentence: the role has a capital too.
  const { lexicon } = analysis.knowledge
  const from = lexicon.is(passage.norm(name.from), W.role) ? name.from + 1 : name.from
  const words = analysis.tokens.slice(from, name.to)
  if (words.length < 2 || words.some((t) => /^(and|&|the|in|of|a)$/.test(t.norm))) return null
  return { from, to: name.to, person: passage.text({ from, to: name.to }) }
}

function closing({ norm }: Passage, view: SentenceView, open: number): number {
  for (let k = open + 1; k < view.sentence.to && k < open + 14; k++) if (norm(k) === ')') return k
  return -1
}

/** How many plain words may stand before a character's name: "the villainous Kilgrave". */
const EPITHETS = 3

/** The name of a character at a token: no organisation's, no place's, no prize. */
export function characterAt(
  passage: Passage,
  view: SentenceView,
  at: number,
): (Range & { name: string; marked: boolean }) | null {
  const { analysis, tokens, norm } = passage
  const { lexicon } = analysis.knowledge
  let k = at
  for (let skipped = 0; skipped <= EPITHETS + 1 && k < view.sentence.to; skipped++, k++) {
    const name = passage.nameAt(view, k)
    if (name) {
      const entity = analysis.entities.get(name.key)
      // "as a Coast Guard investigator", "plays Garda sergeant Cormac Roe": the first says what somebody is.
      const describes =
        tokens[name.to]?.case === 'lower' &&
        tokens[name.to + 1]?.case === 'capital' &&
        !lexicon.is(norm(name.to), FUNCTION_WORD)
      if (describes || /^an?$/.test(norm(k - 1))) return null
      if (name.mark || !entity || entity.place || /^('s|’)$/.test(norm(name.to)) || tokens[name.to]?.glued) return null
      if (passage.words.prizes.has(norm(name.from)) || passage.words.prizes.has(norm(name.to - 1))) return null
      // A short form of a person's name is no character; the name of one who speaks is none either.
      const person = holding(analysis.people, k)
      if (person && ((person.person.role && person.person.role !== 'cast') || passage.speaks(person.person)))
        return null
      return { from: k, to: name.to, name: passage.text(name), marked: false }
    }
    const { kind, case: written } = tokens[k]!
    const classes = lexicon.classes(norm(k))
    const epithet =
      kind === 'word' &&
      written === 'lower' &&
      !(classes & (W.preposition | W.coordinator | W.subordinator | W.relative | W.be | W.have | W.modal))
    if (!epithet) return null
  }
  return null
}
