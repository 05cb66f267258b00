// What names tell of each other: members of one list are of one kind, and whose surname comes back alone is somebody.
import type { Entity, EntityInput } from '../entities.ts'
import { includesFrom, isSeriesPlural } from '../inclusion.ts'
import { VERB, W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import type { Token } from '../tokens.ts'

/** Whose last word comes back alone is somebody: "Sterlin Harjo", later "Harjo". */
export function shareSurnames(entities: ReadonlyMap<string, Entity>): void {
  for (const entity of entities.values()) {
    const words = entity.key.split(' ')
    if (words.length < 2 || words.length > 3 || entity.marked || entity.seasoned) continue
    const alone = entities.get(words.at(-1)!)
    if (!alone || alone.marked || /\d/.test(alone.key)) continue
    entity.person += 1.5
    if (entity.person >= 2) alone.person += 2
  }
}

/** Names in one list are of one kind: what leads the list, and its surest member, speak for all. */
export function shareLists(
  input: EntityInput,
  names: readonly NameMention[],
  entities: ReadonlyMap<string, Entity>,
): void {
  const { tokens } = input
  let list: NameMention[] = []
  const close = () => {
    const [first] = list
    if (!first) return
    const members = list.map((m) => entities.get(m.key)!)
    list = []
    const of = hypernym(input, first)
    if (members.length === 1 && of) members[0]![of === 'other' ? 'other' : 'series'] += 2
    if (members.length < 2) return
    const persons = members.filter((e) => e.fullName || e.person > e.series + 1).length
    if (persons > members.length / 2) {
      for (const e of members) if (!e.fullName) e.person += 0.5
      return
    }
    const best = Math.max(...members.map((e) => e.series - e.other))
    const led = of ?? listLead(input, first)
    for (const e of members) {
      if (led === 'pilots') e.isNew = true
      if (led === 'series' || led === 'pilots') e.series += 2
      else if (led === 'other') e.other += 2
      if (best >= 2 && e.series < best && !e.fullName) e.series += Math.min(1.6, best / 2)
    }
  }
  for (const mention of names) {
    const last = list.at(-1)
    if (last && !isListGap(tokens, last.to, mention.from)) close()
    list.push(mention)
  }
  close()
}

/** Between two members of a list: a comma, "and", quotation marks, brackets with a name or a number. */
function isListGap(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 7) return false
  let joint = false
  for (let k = from; k < to; k++) {
    const { norm, kind } = tokens[k]!
    if (norm === ',' || norm === 'and' || norm === '&' || norm === ';' || norm === '•') joint = true
    else if (
      kind === 'mark'
        ? !/^[“”"‘’'()!?]$/.test(norm)
        : tokens[k]!.kind !== 'number' && norm !== 'season' && norm !== 'the'
    )
      return false
  }
  return joint
}

/** The noun that leads a list: "shows including A, B", "series A, B and C", "films such as A and B". */
function listLead(
  { tokens, knowledge, sentences, sentenceOf }: EntityInput,
  first: NameMention,
): 'series' | 'pilots' | 'other' | null {
  const sentence = sentences[sentenceOf[first.from]!]!
  for (let k = first.from - 1; k >= sentence.from && k > first.from - 7; k--) {
    const { norm } = tokens[k]!
    if (knowledge.lexicon.is(norm, W.otherWork)) return 'other'
    if (norm === 'pilots') return 'pilots'
    if (knowledge.lexicon.is(norm, W.series | W.genre) || norm === 'slate' || norm === 'lineup' || norm === 'schedule')
      return 'series'
    if (!knowledge.lexicon.among('leadsList', norm) && tokens[k]!.case === 'lower') return null
  }
  return null
}

/** The plural that takes in what follows, wherever it stands before: "several DRAMAS were cancelled in May, including A". */
function hypernym(
  { tokens, knowledge: { lexicon }, sentences, sentenceOf }: EntityInput,
  first: NameMention,
): 'series' | 'pilots' | 'other' | null {
  const { from } = sentences[sentenceOf[first.from]!]!
  const leads = (k: number): boolean => includesFrom(tokens, k) || /^includes?$/.test(tokens[k]!.norm)
  let lead = first.from - 1
  while (lead > from && first.from - lead < NEAR && !leads(lead)) lead--
  if (lead < from || !leads(lead)) return null
  for (let k = lead - 1; k >= from && lead - k < FAR; k--) {
    const { norm, case: set } = tokens[k]!
    if (set !== 'lower' || !norm.endsWith('s')) continue
    if (norm === 'pilots') return 'pilots'
    if (lexicon.is(norm, W.otherWork)) return 'other'
    if (isSeriesPlural(norm, lexicon)) return 'series'
    // Another plural is nearer: "dramas from makers such as A".
    if (!lexicon.is(norm, VERB) && !/(ss|us|is)$/.test(norm)) return null
  }
  return null
}

/** Tokens back from the first member to "including", and from there to the plural. */
const NEAR = 8
const FAR = 18
