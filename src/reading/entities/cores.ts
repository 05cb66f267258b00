// Series without a title as entities of their own: "the untitled Nora Quill drama" is no person and no title, and goes by its
// core (claims.md). That a series has no title the phrase itself says, or the article, or that it never gives one.
import type { Sentence } from '../document.ts'
import type { Entity, EntityInput } from '../entities.ts'
import { W } from '../lexicon.ts'
import { isSeriesNoun, type UntitledInput } from '../names/cores.ts'
import { keyOf } from '../names/keys.ts'
import { isFullName } from '../names/persons.ts'
import { saidUntitled, saysUntitled, toldByMatter, type Untitled } from '../names/untitled.ts'
import type { NameMention } from '../names.ts'
import { endingAt, holding, within } from '../ranges.ts'
import { behindClosing, type Token } from '../tokens.ts'
import { newSeries, untitledKey } from './new-series.ts'

/** A mention of a series without a title: its core, with the noun phrase that stands for it. */
export interface CoreMention extends NameMention {
  phrase: { from: number; to: number }
}

/** Finds the series that have no title, adds them to the entities, and returns where they are mentioned, left to right. */
export function addCores(
  input: EntityInput,
  names: readonly NameMention[],
  entities: Map<string, Entity>,
): CoreMention[] {
  const from: UntitledInput = { ...input, names }
  const spoken = input.sentences.filter((s) => !s.furniture)
  const found: Untitled[] = []
  const taken = new Uint8Array(input.tokens.length)
  const take = (more: readonly Untitled[]) => {
    for (const u of more) {
      if (taken.subarray(u.phrase.from, u.phrase.to).includes(1)) continue
      taken.fill(1, u.phrase.from, u.phrase.to)
      found.push(u)
    }
  }
  for (const sentence of spoken) take(saidUntitled(from, sentence))
  if (!found.length) {
    const said = lacksTitle(input.tokens, spoken)
    const gives = givesTitle(input, names, entities, spoken)
    if (said !== null || !gives) for (const sentence of spoken.slice(0, EARLY)) take(toldByMatter(from, sentence))
    if (said !== null && !gives && !found.length) take(ofSomebody(from, said, spoken))
  }
  const told = [...found]
  for (const sentence of spoken) take(calledAgain(from, sentence, told))
  const keys = new Map<string, string>()
  return found
    .sort((a, b) => a.phrase.from - b.phrase.from)
    .map((u) => {
      // "Untitled Nurses Drama", "an untitled drama about traveling nurses": one series.
      const last = input.tokens[(u.core.from > u.head ? u.core.to : Math.min(u.core.to, u.head)) - 1]!.norm
      const key = keys.get(last) ?? u.key
      keys.set(last, key)
      const mention = { ...u.core, mark: null, key, phrase: u.phrase }
      enter(input, entities, mention)
      return mention
    })
}

/** So many sentences, the headline included, bring in what is news. */
const EARLY = 4

/** Adds the mention to its entity. */
function enter({ text, tokens }: EntityInput, entities: Map<string, Entity>, mention: CoreMention): void {
  const name = text.slice(tokens[mention.from]!.start, tokens[mention.to - 1]!.end)
  const entity = entities.get(mention.key) ?? newSeries(mention.key, name)
  entity.mentions.push(mention)
  entities.set(mention.key, entity)
}

/** Where the article says that its series has no title: "is still untitled", "does not have a title yet"; null when nowhere. */
function lacksTitle(tokens: readonly Token[], sentences: readonly Sentence[]): number | null {
  for (const { from, to } of sentences)
    for (let i = from; i < to; i++) {
      // "repped by Gersh and Untitled": a company.
      if (saysUntitled(tokens, i) && tokens[i]!.case === 'lower') return i
      if (!/^(titled|named|title|name)$/.test(tokens[i]!.norm)) continue
      const before = tokens.slice(Math.max(from, i - 6), i).map((t) => t.norm)
      if (before.includes('no') || before.includes('not') || (before.includes('yet') && before.includes('to'))) return i
    }
  return null
}

/** "its latest true-crime series, which has no title yet": where nothing tells what it is about, it is whom the news names first. */
function ofSomebody(input: UntitledInput, said: number, sentences: readonly Sentence[]): Untitled[] {
  const { tokens, names, knowledge } = input
  const sentence = holding(sentences, said)
  const first = names.find((n) => !n.mark && isFullName(tokens, n, knowledge))
  if (!sentence || !first) return []
  for (let head = said - 1; head > sentence.from; head--) {
    if (!isSeriesNoun(input, head)) continue
    let from = head
    while (from > sentence.from && from > head - 6 && !knowledge.lexicon.is(tokens[from]!.norm, W.determiner)) from--
    if (!knowledge.lexicon.is(tokens[from]!.norm, W.determiner)) return []
    const { from: start, to } = first
    const core = { from: start, to }
    return [{ phrase: { from, to: head + 1 }, core, key: untitledKey(first.key), head }]
  }
  return []
}

/** Whether the first sentences name the series that is news: a title that does not only say who somebody is. */
function givesTitle(
  { tokens, knowledge }: EntityInput,
  names: readonly NameMention[],
  entities: ReadonlyMap<string, Entity>,
  sentences: readonly Sentence[],
): boolean {
  return sentences.slice(0, EARLY).some((sentence) =>
    within(names, sentence).some((name) => {
      const entity = entities.get(name.key)
      if (!entity || (entity.kind !== 'series' && !(name.mark && entity.kind === 'work'))) return false
      return !knowledge.lexicon.is(tokens[behindClosing(tokens, name.to)]?.norm ?? '', W.role)
    }),
  )
}

/** "the Quill drama", "the Lake County project": a core, its last word or the name it begins with, before a noun for a series. */
function calledAgain(input: UntitledInput, sentence: Sentence, told: readonly Untitled[]): Untitled[] {
  const { tokens, names } = input
  const byLast = new Map(told.map((u) => [tokens[u.core.to - 1]!.norm, u]))
  const begins = (name: NameMention | undefined): Untitled | undefined =>
    name && told.find(({ core }) => keyOf(tokens, core).startsWith(`${name.key} `))
  const found: Untitled[] = []
  for (let i = sentence.from; i < sentence.to - 1; i++) {
    const core = byLast.get(tokens[i]!.norm) ?? begins(endingAt(names, i + 1))
    if (!core || tokens[i]!.case === 'lower' || (core.core.from <= i && i < core.core.to)) continue
    let head = i + 1
    while (head < sentence.to && head < i + 4 && tokens[head]!.case === 'lower' && !isSeriesNoun(input, head)) head++
    if (head >= sentence.to || head >= i + 4 || !isSeriesNoun(input, head)) continue
    const name = holding(names, i)
    // In headlines the noun is written as a part of the name.
    if (name && name.to !== i + 1 && name.to !== head + 1) continue
    const start = name?.from ?? i
    const from = /^(the|this|that|its|an?)$/.test(tokens[start - 1]?.norm ?? '') ? start - 1 : start
    found.push({ phrase: { from, to: head + 1 }, core: { from: start, to: i + 1 }, key: core.key, head })
  }
  return found
}
