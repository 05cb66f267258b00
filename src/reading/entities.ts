// What each name names. Every place where a name occurs adds evidence (entities/weighing.ts); the sums decide, article-wide,
// whether it is a series, a work of another kind, a person, or nothing known.
//
// Weights are additive like log-odds; they are hand-set, each with its reason.
import type { Range, Sentence } from './document.ts'
import { shareLists, shareSurnames } from './entities/lists.ts'
import { weigh } from './entities/weighing.ts'
import type { Knowledge } from './knowledge.ts'
import { isFullName } from './names/persons.ts'
import type { NameMention, OrgMention } from './names.ts'
import type { PhraseContext } from './phrases.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'
import { seriesOdds } from './typing.ts'

export type EntityKind = 'series' | 'work' | 'other' | 'person' | 'network' | 'outlet' | 'unknown'

export interface Entity {
  key: string
  /** As the article writes it, at its fullest. */
  name: string
  kind: EntityKind
  series: number
  other: number
  person: number
  /** Evidence that it is a network or company that orders and shows series, and that it is an outlet that reports. */
  network: number
  outlet: number
  mentions: NameMention[]
  /** Quotation marks or italics mark it as a title somewhere. */
  marked: boolean
  /** Probability that it is a series, where the typing model has spoken. */
  odds?: number
  /** The well-known series that goes by this name, by its full title. */
  known: string | null
  /** A numbered season stands beside it somewhere. */
  seasoned: boolean
  /** Called a series, a show or a sitcom somewhere, or said to have episodes or a showrunner: no film. */
  called: boolean
  /** A country, a city, a nationality. */
  place: boolean
  /** A given name with a surname. */
  fullName: boolean
  /** A new series: ordered, in development, or about to start for the first time. */
  isNew: boolean
  /** Made to run once: limited series, miniseries. */
  limited: boolean
}

export interface EntityInput {
  text: string
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  sentenceOf: Int32Array
  seasons: readonly SeasonMention[]
  orgs: readonly OrgMention[]
  knowledge: Knowledge
  /** How much the article is about television, -1 to 1: it decides what "drama" or "reboot" are. */
  television: number
  /** Keys of names that have a section of a round-up to themselves. */
  headed: ReadonlySet<string | null>
  /** The questions of an interview. */
  asked: readonly Range[]
  /** The text as the phrase book sees it before any show is known. */
  context: PhraseContext
}

/** The well-known series whose title a name is, whole; null for others. */
function knownTitle({ tokens, knowledge }: EntityInput, { from, to }: NameMention): string | null {
  for (const start of [from, from - 1]) {
    if (start < 0 || (start < from && tokens[start]!.norm !== 'the')) continue
    const match = knowledge.series.match(tokens, start)
    if (match?.to === to || (match?.to === to + 1 && tokens[to]?.kind === 'mark')) return match!.names[0]!.name
  }
  return null
}

/** What is known weighs less where the title is also a person's name or an everyday word. */
function knownWeight({ knowledge }: EntityInput, mention: NameMention, entity: Entity): number {
  if (mention.mark) return 2.5
  if (entity.place) return 0.5
  if (entity.fullName) return 1.5
  const words = entity.key.split(' ')
  const plain = words.every((w) => knowledge.common.has(w) || knowledge.lexicon.classes(w) !== 0)
  return words.length > 2 ? 3 : (plain ? 1 : 2) + (words.length - 1)
}

/**
 * How much it counts beside what was learned that a name is a well-known title, in log-odds: the weights of typing.ts come from
 * articles about shows that do not exist, none of which is well known. Of everyday words it says nothing, of one word little.
 */
function knownPrior(input: EntityInput, entity: Entity): number {
  const beyond = Math.max(0, knownWeight(input, entity.mentions[0]!, entity) - 1)
  return entity.key.includes(' ') ? beyond : beyond / 2
}

/** A name as probably a series as this is one. */
const SURE = 0.6

/** Groups names by key and decides what each is. */
export function resolveEntities(input: EntityInput, names: readonly NameMention[]): Map<string, Entity> {
  const entities = new Map<string, Entity>()
  for (const mention of names) {
    let entity = entities.get(mention.key)
    if (!entity) {
      entity = {
        key: mention.key,
        name: '',
        kind: 'unknown',
        series: 0,
        other: 0,
        person: 0,
        network: 0,
        outlet: 0,
        mentions: [],
        marked: false,
        seasoned: false,
        called: false,
        place: input.knowledge.places.has(mention.key),
        fullName: mention.mark === null && isFullName(input.tokens, mention, input.knowledge),
        isNew: false,
        limited: false,
        known: knownTitle(input, mention),
      }
      if (entity.known) entity.series += knownWeight(input, mention, entity)
      entities.set(mention.key, entity)
    }
    entity.mentions.push(mention)
    entity.marked ||= mention.mark !== null
    weigh(input, mention, entity)
  }
  shareSurnames(entities)
  shareLists(input, names, entities)
  for (const entity of entities.values()) {
    entity.name = fullestName(input, entity)
    entity.kind = decide(entity)
    const scales = input.knowledge.scales?.typing
    if (!scales) continue
    const prior = entity.known ? knownPrior(input, entity) : 0
    entity.odds = seriesOdds(input, entity, scales, prior)
    if (entity.odds >= SURE && !(entity.other > entity.series + 1 && entity.odds < 0.97)) entity.kind = 'series'
  }
  return entities
}

function decide(entity: Entity): EntityKind {
  const { series, other, person, network, outlet, marked } = entity
  if (!marked && entity.place) return series >= 3 && entity.seasoned ? 'series' : 'unknown'
  // A given name and a surname are a person's unless much more speaks for a series.
  if (!marked && entity.fullName && person >= 1 && series < person + 0.4) return 'person'
  if (!marked && outlet >= 2 && outlet > series && outlet >= person) return 'outlet'
  if (!marked && network >= 2 && network > series && network > person) return 'network'
  if (series >= (marked ? 1.5 : 2) && series >= other * 0.7 && series >= person * 0.8) return 'series'
  if (other > series && other >= 1.5 && other > person) return 'other'
  if (person >= 2 && person > series) return 'person'
  return marked ? 'work' : 'unknown'
}

/** The longest spelling, the marked ones first; a brand before it ("Marvel's") and an opening article are handled by the key. */
function fullestName({ text, tokens }: EntityInput, entity: Entity): string {
  const best = entity.mentions.reduce((a, b) => (score(b) > score(a) ? b : a))
  return text.slice(tokens[best.from]!.start, tokens[best.to - 1]!.end)

  function score(m: Range & { mark: unknown }): number {
    const caps = tokens[m.from]!.case === 'caps' && m.to - m.from > 1 ? -2 : 0
    return (m.mark ? 1 : 0) + (tokens[m.from]!.norm === 'the' ? 0.5 : 0) + caps
  }
}
