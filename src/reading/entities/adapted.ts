// Works that become series: "the series adaptation of the novel X", "X, the podcast, is being turned into a television
// series", "will develop the book as a TV series". The series has no other title, so it goes by the work's.
import type { Sentence } from '../document.ts'
import type { Entity, EntityInput } from '../entities.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import { isSeriesNoun } from '../names/cores.ts'
import { introduced } from '../names/untitled.ts'
import type { NameMention } from '../names.ts'
import { beginningAt, endingAt, holding, lastBefore, within } from '../ranges.ts'
import { beforeClosing, behindClosing } from '../tokens.ts'
import type { CoreMention } from './cores.ts'

/** Where the work goes: "into a series", "as a limited series", "for television", "to the small screen". */
const INTO = /^(into|as|for|to)$/
/** How far the goal may stand behind its preposition, and the work from its verb. */
const NEAR = 7
/** No insertion is longer. */
const LONGEST = 14
/** Sentences through which "the book" stands for the one last named. */
const BACK = 3

/** Makes series of the works that become one; returns where other words stand for them ("the book"). */
export function addAdapted(
  input: EntityInput,
  names: readonly NameMention[],
  entities: ReadonlyMap<string, Entity>,
): CoreMention[] {
  const found: CoreMention[] = []
  for (const sentence of input.sentences) {
    if (sentence.furniture) continue
    const passage: Passage = { ...input, names, entities, sentence }
    for (let i = sentence.from; i < sentence.to; i++) {
      const work = ofAdaptation(passage, i) ?? intoSeries(passage, i) ?? beforeNoun(passage, i) ?? basedOn(passage, i)
      const entity = work && entities.get(work.key)
      if (!work || !entity || entity.fullName || entity.kind === 'network') continue
      become(entity)
      if (work.phrase) found.push({ ...work, phrase: work.phrase })
    }
  }
  return found
}

function become(entity: Entity): void {
  if (entity.kind === 'series' && entity.other < entity.series) return
  entity.series = Math.max(entity.series, entity.other + 2, 3)
  entity.other = 0
  entity.kind = 'series'
  entity.odds = Math.max(entity.odds ?? 0, 0.9)
  entity.called = true
  entity.isNew = true
}

type Work = NameMention & Partial<Pick<CoreMention, 'phrase'>>

/** A sentence, and all that is known of names around it. */
interface Passage extends EntityInput {
  names: readonly NameMention[]
  entities: ReadonlyMap<string, Entity>
  sentence: Sentence
}

/** "the TV series adaptation of Ada Tennant's novel X". */
function ofAdaptation(passage: Passage, i: number): Work | null {
  const { tokens, sentence } = passage
  if (!/^(adaptation|version|take)$/.test(tokens[i]!.norm)) return null
  if (!/^(of|on)$/.test(tokens[i + 1]?.norm ?? '')) return null
  for (let k = i - 1; k >= sentence.from && k > i - 4; k--)
    if (isTelevision(passage, k)) return workBehind(passage, i + 2)
  return null
}

/** "the “X” TV series", "X television adaptation". */
function beforeNoun({ tokens, names, knowledge }: Passage, i: number): Work | null {
  if (!/^(adaptation|series|show)$/.test(tokens[i]!.norm)) return null
  let k = i
  while (k > i - 4 && knowledge.lexicon.among('adaptedInto', tokens[k - 1]?.norm ?? '')) k--
  if (k === i || !tokens.slice(k, i).some((t) => /^(tv|television|series)$/.test(t.norm))) return null
  return endingAt(names, beforeClosing(tokens, k)) ?? null
}

/** "has ordered a drama series based on the video game X": a series that is brought in without a title of its own. */
function basedOn(passage: Passage, i: number): Work | null {
  const { tokens, sentence } = passage
  if (tokens[i]!.norm !== 'based' || !/^(on|upon)$/.test(tokens[i + 1]?.norm ?? '')) return null
  if (i <= sentence.from || !isSeriesNoun(passage, i - 1)) return null
  const from = introduced(passage, i - 1, sentence)
  const work = from < 0 ? null : workBehind(passage, i + 2)
  return work?.mark ? { ...work, phrase: { from, to: work.to } } : null
}

/** "develop X as a series", "X is being turned into a series", "the book will be adapted for television". */
function intoSeries(passage: Passage, i: number): Work | null {
  const { tokens, knowledge } = passage
  const { norm } = tokens[i]!
  const lemmas = knowledge.lexicon.entry(norm)?.lemmas ?? []
  if (!lemmas.some((l) => knowledge.lexicon.among('makesSeries', l))) return null
  if (knowledge.lexicon.is(norm, W.participle) && INTO.test(tokens[i + 1]?.norm ?? '') && isBe(passage, i - 1))
    return leadsToSeries(passage, i + 1) ? workBefore(passage, i) : null
  // "has the rights to the novel X and will develop it as a series".
  if (tokens[i + 1]?.norm === 'it') return leadsToSeries(passage, i + 2) ? lastWork(passage, i) : null
  const work = workBehind(passage, i + 1)
  if (!work) return null
  const k = behindInsertion(passage, work.phrase?.to ?? work.to)
  return leadsToSeries(passage, k) ? work : null
}

/** "into an animated series", "to the small screen". */
function leadsToSeries(passage: Passage, at: number): boolean {
  const { tokens, sentence } = passage
  if (!INTO.test(tokens[at]?.norm ?? '')) return false
  for (let k = at + 1; k < Math.min(sentence.to, at + NEAR); k++) {
    if (isTelevision(passage, k)) return true
    if (tokens[k]!.kind === 'mark') return false
  }
  return false
}

const isTelevision = ({ tokens, knowledge }: EntityInput, k: number): boolean =>
  knowledge.lexicon.is(tokens[k]!.norm, W.series) ||
  /^(tv|television)$/.test(tokens[k]!.norm) ||
  (tokens[k]!.norm === 'screen' && tokens[k - 1]?.norm === 'small')

const isBe = ({ tokens, knowledge }: EntityInput, k: number): boolean =>
  knowledge.lexicon.is(tokens[k]?.norm ?? '', W.be | W.adverb)

/** The work that stands behind a verb or a preposition: its title, or "the book" for the one last named. */
function workBehind(passage: Passage, start: number): Work | null {
  const { tokens, knowledge, names, sentence } = passage
  for (let k = start; k < Math.min(sentence.to, start + NEAR + 3); k++) {
    const name = holding(names, k)
    if (name) {
      // "Ada Tennant's novel X", "the Danish film X": the author's name, or where it comes from, leads to the work's.
      if (tokens[name.to]?.norm !== "'s" && !leadsToTitle(passage, name.to)) return name
      k = name.to
      continue
    }
    const { norm, kind } = tokens[k]!
    if (kind === 'mark' ? !/^[“"‘’']$/.test(norm) : isClosed(passage, norm)) return null
    if (knowledge.lexicon.is(norm, W.otherWork) && INTO.test(tokens[behindInsertion(passage, k + 1)]?.norm ?? '')) {
      const last = lastWork(passage, k)
      return last ? { ...last, from: start, to: k + 1, phrase: { from: start, to: k + 1 } } : null
    }
  }
  return null
}

/** A noun for a work stands there, and behind it the work's title. */
function leadsToTitle({ tokens, knowledge, names }: Passage, at: number): boolean {
  if (!knowledge.lexicon.is(tokens[at]?.norm ?? '', W.otherWork | W.series)) return false
  let k = at + 1
  while (/^[“"‘’']$/.test(tokens[k]?.norm ?? '')) k++
  return beginningAt(names, k) !== undefined
}

const isClosed = ({ knowledge }: EntityInput, norm: string): boolean =>
  knowledge.lexicon.is(norm, FUNCTION_WORD) && !knowledge.lexicon.is(norm, W.determiner | W.possessive)

/** The work that is the subject of the verb: the first of its sentence that is nobody's name, or what "the book" stands for. */
function workBefore(passage: Passage, verb: number): Work | null {
  const { tokens, knowledge, orgs, names, sentence } = passage
  const opening = { from: sentence.from, to: Math.min(verb, sentence.from + LONGEST) }
  const subject = within(names, opening).find((n) => !endingAt(orgs, n.to))
  if (subject && subject.from <= sentence.from + 4) return subject
  for (let k = sentence.from + 1; k < Math.min(verb, sentence.from + NEAR); k++)
    if (knowledge.lexicon.is(tokens[k]!.norm, W.otherWork | W.series) && /^(the|audio)$/.test(tokens[k - 1]!.norm)) {
      const last = lastWork(passage, k)
      return last ? { ...last, from: k - 1, to: k + 1, phrase: { from: k - 1, to: k + 1 } } : null
    }
  return null
}

/** The work that "the book" stands for: of those last named one that is set off, or that the article calls a book. */
function lastWork({ names, entities, sentences, sentenceOf }: Passage, at: number): NameMention | null {
  const from = sentences[Math.max(0, sentenceOf[at]! - BACK)]!.from
  const isWork = (n: NameMention): boolean => n.mark !== null || entities.get(n.key)?.kind === 'other'
  return lastBefore(names, at, (n) => n.from >= from && isWork(n)) ?? null
}

/** Where the words go on behind quotation marks, and behind what dashes or commas set apart: "the book – a family drama – as …". */
function behindInsertion({ tokens, sentence }: Passage, at: number): number {
  const k = behindClosing(tokens, at)
  if (!/^[,–—-]$/.test(tokens[k]?.norm ?? '')) return k
  const closing = tokens[k]!.norm === ',' ? /^,$/ : /^[–—-]$/
  for (let j = k + 1; j < Math.min(sentence.to, k + LONGEST); j++) if (closing.test(tokens[j]!.norm)) return j + 1
  return k
}
