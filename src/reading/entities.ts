// What each name names. Every place where a name occurs adds evidence (a word before it, a word behind it, a season
// beside it); the sums decide, article-wide, whether it is a series, a work of another kind, a person, or nothing known.
//
// Weights are additive like log-odds; they are hand-set, each with its reason.
import type { Range, Sentence } from './document.ts'
import type { Knowledge } from './knowledge.ts'
import { W } from './lexicon.ts'
import type { NameMention, OrgMention } from './names.ts'
import { keyOf, personEnd } from './names.ts'
import { beginningAt, endingAt, nextFrom } from './ranges.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'
import { seriesOdds, typeFeatures } from './typing.ts'

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
  /** Probability that it is a series, where the typing model has spoken. */
  odds?: number
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
  /** Nouns after a title that only a series' title has, and nouns before a title of a part of a series. */
  ofSeries: ReadonlySet<string>
  partOfSeries: ReadonlySet<string>
}

/** Verbs that put a title beside them in the trade: what is renewed, cancelled, ordered to series or aired is a series. */
const SERIES_VERBS: Readonly<Record<string, number>> = {
  renew: 2.5,
  cancel: 1.5,
  axe: 2,
  ax: 2,
  greenlight: 1,
  commission: 1,
  recommission: 3,
  premiere: 1,
  debut: 0.7,
  bow: 0.7,
  air: 2,
  return: 0.7,
  stream: 1,
  end: 0.5,
  conclude: 0.5,
  star: 0.7,
  follow: 0.6,
  launch: 0.4,
  revive: 1,
  wrap: 0.4,
  executive: 1,
  run: 0.3,
  order: 0.7,
  drop: 0.3,
}
const MARKED = 0.6
/** A name as probably a series as this is one. */
const SURE = 0.6
const BEFORE_OF = new Set([
  'episode',
  'episodes',
  'season',
  'seasons',
  'finale',
  'premiere',
  'run',
  'showrunner',
  'showrunners',
  'renewal',
  'cancellation',
  'revival',
  'reboot',
  'spinoff',
  'spin-off',
  'cast',
  'return',
  'pilot',
  'installment',
  'instalment',
  'instalments',
  'installments',
])
const LEADS_PERSON = new Set([
  'starring',
  'by',
  'stars',
  'star',
  'and',
  'actor',
  'actress',
  'director',
  'alongside',
  'opposite',
  'with',
  'from',
  'as',
  'mr.',
  'ms.',
  'mrs.',
  'dr.',
  'host',
  'stand-up',
  'comedian',
  'named',
  'playing',
  'plays',
])
/** Last words of names of things that are no series. */
const OTHER_NAME =
  /^(festival|fest|week|awards|award|cup|league|tour|conference|party|university|college|school|hospital|museum|theatre|theater|stadium|church|street|road|avenue|park|inc\.|ltd|corp|corp\.|llc|company|group|prods\.|productions|agency|management|partners|foundation|association|guild|union|committee|council|ministry|department|airlines|bank|con|expo|summit|olympics|games|championship|championships|prize|institute|society)$/
const NAMED = new Set(['titled', 'entitled', 'called', 'dubbed', 'named'])

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
        seasoned: false,
        called: false,
        place: input.knowledge.places.has(mention.key),
        fullName:
          mention.mark === null &&
          personEnd(input.tokens, mention.from, mention.to, input.knowledge) === mention.to &&
          mention.to - mention.from > 1,
        isNew: false,
        limited: false,
      }
      entities.set(mention.key, entity)
    }
    entity.mentions.push(mention)
    weigh(input, mention, entity)
  }
  shareSurnames(entities)
  shareLists(input, names, entities)
  for (const entity of entities.values()) {
    entity.name = fullestName(input, entity)
    entity.kind = decide(entity)
    const weights = input.knowledge.weights?.typing
    if (!weights) continue
    entity.odds = seriesOdds(typeFeatures(input, entity), weights)
    if (entity.odds >= SURE && !(entity.other > entity.series + 1 && entity.odds < 0.9)) entity.kind = 'series'
  }
  return entities
}

/** Whose last word comes back alone is somebody: "Sterlin Harjo", later "Harjo". */
function shareSurnames(entities: ReadonlyMap<string, Entity>): void {
  for (const entity of entities.values()) {
    const words = entity.key.split(' ')
    if (words.length < 2 || words.length > 3 || entity.mentions.some((m) => m.mark) || entity.seasoned) continue
    const alone = entities.get(words.at(-1)!)
    if (!alone || alone.mentions.some((m) => m.mark) || /\d/.test(alone.key)) continue
    entity.person += 1.5
    if (entity.person >= 2) alone.person += 2
  }
}

/** Names in one list are of one kind: what leads the list, and its surest member, speak for all. */
function shareLists(input: EntityInput, names: readonly NameMention[], entities: ReadonlyMap<string, Entity>): void {
  const { tokens } = input
  let list: NameMention[] = []
  const close = () => {
    const members = list.map((m) => entities.get(m.key)!)
    list = []
    if (members.length < 2) return
    const persons = members.filter((e) => e.fullName || e.person > e.series + 1).length
    if (persons > members.length / 2) {
      for (const e of members) if (!e.fullName) e.person += 0.5
      return
    }
    const best = Math.max(...members.map((e) => e.series - e.other))
    const led = listLead(input, first!)
    for (const e of members) {
      if (led === 'series') e.series += 2
      else if (led === 'other') e.other += 2
      if (best >= 2 && e.series < best && !e.fullName) e.series += Math.min(1.6, best / 2)
    }
  }
  let first: NameMention | undefined
  for (const mention of names) {
    const last = list.at(-1)
    if (last && !isListGap(tokens, last.to, mention.from)) close()
    if (!list.length) first = mention
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
): 'series' | 'other' | null {
  const sentence = sentences[sentenceOf[first.from]!]!
  for (let k = first.from - 1; k >= sentence.from && k > first.from - 7; k--) {
    const { norm } = tokens[k]!
    if (knowledge.lexicon.is(norm, W.otherWork)) return 'other'
    if (knowledge.lexicon.is(norm, W.series | W.genre) || norm === 'slate' || norm === 'lineup' || norm === 'schedule')
      return 'series'
    if (
      !/^(including|like|such|as|of|the|are|is|“|‘|"|,|:|include|includes|with|network|also|'s|both|original|originals|hits)$/.test(
        norm,
      ) &&
      tokens[k]!.case === 'lower'
    )
      return null
  }
  return null
}

function decide(entity: Entity): EntityKind {
  const { series, other, person, network, outlet } = entity
  const marked = entity.mentions.some((m) => m.mark)
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

/** Adds the evidence of one place. */
function weigh(input: EntityInput, mention: NameMention, entity: Entity): void {
  const { tokens, knowledge, ofSeries, partOfSeries } = input
  const { lexicon } = knowledge
  const sentence = input.sentences[input.sentenceOf[mention.from]!]!
  const left = outward(tokens, mention.from - 1, -1, sentence)
  const right = outward(tokens, mention.to, 1, sentence)
  const before = left >= 0 ? tokens[left]! : undefined
  const after = right >= 0 ? tokens[right]! : undefined
  if (mention.mark) entity.series += MARKED
  if (OTHER_NAME.test(tokens[mention.to - 1]!.norm) && mention.to - mention.from > 1) entity.other += 2.5

  if (!mention.mark) weighOrg(input, mention, left, right, sentence, entity)

  // Before the title. ("renewed Guy Ritchie's series" renews no Guy Ritchie.)
  const owner =
    after?.norm === "'s" &&
    !mention.mark &&
    !ofSeries.has(tokens[right + 1]?.norm ?? '') &&
    !((nextFrom(input.seasons, right + 1)?.from ?? Infinity) <= right + 3)
  if (before && !owner) {
    const classes = lexicon.classes(before.norm)
    const gap = tokens[left + 1]?.norm === ',' && left + 1 < mention.from
    const colon = tokens[left + 1]?.norm === ':' && left + 1 < mention.from
    if (colon) {
      // A label: "Spinoff: Grey Damon Cast".
    } else if (partOfSeries.has(before.norm)) entity.other += 2.5
    else if (classes & (W.series | W.genre)) {
      entity.series += (gap ? 1.5 : 3) * share(input, classes)
      if (classes & W.series) entity.called = true
      describe(input, left, sentence, entity)
    } else if (classes & W.otherWork) entity.other += gap ? 1.2 : 3
    else if (NAMED.has(before.norm)) {
      entity.series += 0.5
      const noun = nounBefore(input, left - 1, sentence)
      if (noun === 'series') entity.series += 2
      else if (noun === 'other') entity.other += 2.5
      else if (noun === 'part') entity.other += 2.5
    } else if (
      before.norm === 'of' ||
      before.norm === 'to' ||
      before.norm === 'from' ||
      before.norm === 'on' ||
      before.norm === 'in'
    ) {
      const noun = tokens[left - 1]?.norm ?? ''
      if (BEFORE_OF.has(noun) && /^(episode|episodes|showrunner|showrunners|season|seasons)$/.test(noun))
        entity.called = true
      if (BEFORE_OF.has(noun)) entity.series += before.norm === 'of' ? 2.5 : 1.5
      else if (before.norm === 'of' && seasonEnds(input, left)) entity.series += 3
      else if (before.norm === 'of' && ofSeries.has(noun)) entity.series += 1
      else if (before.norm === 'on' && mention.mark) entity.series += 0.4
    } else if (before.norm === "'s" && orgEnds(input, left)) entity.series += 2
    else if (orgEnds(input, left + 1)) entity.series += 1
    else {
      const weight = verbWeight(input, lexicon.entry(before.norm)?.lemmas)
      if (weight && !(classes & W.preposition)) entity.series += weight
    }
    if (seasonEnds(input, left + 1)) entity.series += 1.5
    if (classes & W.role && personEnd(tokens, mention.from, mention.to, knowledge) === mention.to) entity.person += 2
    else if (
      LEADS_PERSON.has(before.norm) &&
      mention.to - mention.from > 1 &&
      !mention.mark &&
      looksPersonal(input, mention)
    )
      entity.person += 0.7
    if (lexicon.is(before.norm, W.say)) entity.person += 1.5
  }

  // After the title.
  if (after) {
    const classes = lexicon.classes(after.norm)
    const next = nextFrom(input.seasons, right)
    const near = next && (next.from === right || (next.from <= right + 2 && /^('s|’|'|\()$/.test(after.norm)))
    const season = near ? next : undefined
    if (season?.sense === 'numbered' && !season.soft) entity.seasoned = true
    if (season && season.sense !== 'count') entity.series += season.soft ? 0.5 : season.sense === 'this' ? 1.5 : 3
    else if (season) entity.series += 1
    else if (after.norm === "'s" || ((after.norm === '’' || after.norm === "'") && !after.spaced)) {
      const owned = tokens[right + 1]?.norm ?? ''
      if (lexicon.is(owned, W.series | W.genre) && !mention.mark) {
        entity.network += 0.3
        if (entity.fullName && tokens[right + 2]?.case === 'capital') entity.person += 1
      } else if (ofSeries.has(owned)) entity.series += owned === 'team' || owned === 'host' || owned === 'set' ? 0.3 : 1
    } else if (classes & W.otherWork && after.norm !== 'short' && !filming(input, right)) entity.other += 2.5
    else if (
      classes & (W.series | W.genre) &&
      !mention.mark &&
      isApposed(tokens, mention.from) &&
      !/^(spinoff|reboot|revival|prequel|remake|franchise)$/.test(after.norm)
    )
      entity.network += 1.5
    else if (classes & (W.series | W.genre)) {
      entity.series += 2 * share(input, classes)
      if (classes & W.series) entity.called = true
    } else if (ofSeries.has(after.norm))
      entity.series +=
        /^(star|stars|set|team|host|lead|judge|crew|fans|cast|writer|producer|producers|actor|actress|alum)$/.test(
          after.norm,
        )
          ? 0.9
          : 2
    else if (after.norm === ',' || after.norm === '(' || after.norm === '–' || after.norm === '—')
      apposition(input, right, sentence, mention, entity)
    else if (/^(on|at|for|to|from)$/.test(after.norm) && orgStarts(input, right + 1))
      entity.series += after.norm === 'from' ? 0.3 : 1.2
    else verbAfter(input, right, sentence, entity)
    if (lexicon.is(after.norm, W.say) && !mention.mark) {
      const story = /^(tells|told|follows)$/.test(after.norm) && /^(the|of|a)$/.test(tokens[right + 1]?.norm ?? '')
      if (story) entity.series += 0.8
      else entity.person += 2.5
    }
  }
  if (entity.mentions.length === 1 && entity.fullName && mention.to - mention.from <= 4) {
    entity.person += lexicon.is(tokens[mention.from]!.norm, W.givenWord) ? 1.2 : 2
  }
}

/** Verbs whose subject decides over series, when an object follows. */
const DECIDES =
  /^(renew|cancel|axe|ax|order|greenlight|commission|recommission|pick|scrap|premiere|air|launch|unveil|announce|hand|grant|give|bring|revive|stream|release|drop|debut|pull|nix|set|slate|schedule|reveal|bestow|extend|save|ditch|shelve|pass|close|confirm|land|double|bin|call)$/
const ORG_WORD =
  /^(tv|network|networks|channel|studios|studio|broadcasting|media|television|pictures|entertainment|productions|films|plus)$/
const OUTLET_WORD =
  /^(post|times|herald|tribune|gazette|daily|weekly|magazine|podcast|journal|wire|reporter|observer|guardian|telegraph|chronicle|bulletin|dispatch|news|report|radio|fm)$/

/** Evidence that an unmarked name is a network or an outlet that the phrase book does not know. */
function weighOrg(
  { tokens, knowledge }: EntityInput,
  mention: NameMention,
  left: number,
  right: number,
  sentence: Sentence,
  entity: Entity,
): void {
  const { lexicon } = knowledge
  const before = left >= 0 ? tokens[left]!.norm : ''
  const after = right >= 0 ? tokens[right]! : undefined
  const last = tokens[mention.to - 1]!
  const single = mention.to - mention.from === 1
  if (ORG_WORD.test(last.norm) && !single) entity.network += 2
  if (OUTLET_WORD.test(last.norm) && !single) entity.outlet += 1
  if (after?.norm === '+' && !after.spaced) entity.network += 2.5
  if (single && last.case === 'caps' && last.norm.length >= 2 && last.norm.length <= 4) entity.network += 1.2
  if (/^(network|streamer|broadcaster|channel|platform|cabler|service|pubcaster|studio)$/.test(before))
    entity.network += 2.5
  if (/^(told|tells|telling)$/.test(before)) entity.outlet += 2
  if (
    /^(magazine|newspaper|podcast|website|site|outlet|paper|tabloid|blog|trade)$/.test(before) ||
    /^(magazine|podcast|newspaper)$/.test(after?.norm ?? '')
  )
    entity.outlet += 2
  if (
    /^(with|to|by|per|via|from)$/.test(before) &&
    /^(interview|speaking|spoke|talking|according|reported|chat|conversation|statement|confirmed|exclusively|per|via)$/.test(
      before === 'per' || before === 'via' ? before : (tokens[left - 1]?.norm ?? ''),
    )
  )
    entity.outlet += before === 'from' ? 0.5 : 2
  if (
    /^(one|two|three|four|five|1|2|3|4|5)$/.test(last.norm) &&
    mention.to - mention.from === 2 &&
    /^(on|at|for|to)$/.test(before)
  )
    entity.network += 2
  if (/^(on|at|to|for)$/.test(before) && mention.to - mention.from <= 3) {
    const noun = tokens[left - 1]
    if (
      noun &&
      (lexicon.is(noun.norm, W.series) ||
        /^(season|seasons|episodes|renewed|premieres|returns|airs|streaming|debuts|launches|bows|cancelled|canceled|axed|pickup|ordered|exclusively|year|hit|premiere|premiered|returned|debuted|airing|aired|date|back)$/.test(
          noun.norm,
        ) ||
        noun.kind === 'number' ||
        lexicon.is(noun.norm, W.month | W.weekday) ||
        noun.norm === '”' ||
        noun.norm === '’')
    )
      entity.network += before === 'to' || before === 'for' ? 0.8 : 1.5
    else entity.network += before === 'at' || before === 'on' ? 0.7 : 0
  }
  if (!after) return
  // The subject that renews, cancels, orders something.
  for (let k = right; k < sentence.to && k < right + 5; k++) {
    const token = tokens[k]!
    const entry = lexicon.entry(token.norm)
    if (entry && entry.classes & (W.have | W.adverb | W.modal) && !(entry.classes & W.be)) continue
    if (entry && entry.classes & W.be) {
      if (
        /^(is|are)$/.test(token.norm) &&
        lexicon.is(tokens[k + 1]?.norm ?? '', W.gerund) &&
        entryDecides(lexicon.entry(tokens[k + 1]!.norm)?.lemmas)
      )
        entity.network += objectFollows(tokens, k + 2, sentence) ? 1.5 : 0
      break
    }
    if (
      entry &&
      entry.classes & (W.verbS | W.verbPast | W.participle | W.verbBase) &&
      entryDecides(entry.lemmas) &&
      objectFollows(tokens, k + 1, sentence)
    )
      entity.network += 1.6
    else if (lexicon.is(token.norm, W.say) && k === right) entity.network += 0.6
    break
  }
  if (after.norm === "'s" && right + 1 < sentence.to) {
    const owned = tokens[right + 1]!
    if (/^[“"‘']$/.test(owned.norm)) entity.network += 1.5
    else if (lexicon.is(owned.norm, W.series)) entity.network += 0.4
  }
}

const entryDecides = (lemmas: readonly string[] | undefined): boolean => (lemmas ?? []).some((l) => DECIDES.test(l))

/** A name, a title, an article or a season stands where an object would; not "for", "at" or a full stop. */
function objectFollows(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  const token = i < sentence.to ? tokens[i]! : undefined
  if (!token) return false
  if (token.kind === 'mark') return /^[“"‘']$/.test(token.norm)
  return (
    token.case !== 'lower' ||
    /^(up|the|a|an|its|back|another|one|two|three|four|its|out|down|first|second|third|fourth|fifth|more|that|season|on|time|both|all|new|off|plug)$/.test(
      token.norm,
    )
  )
}

/** Two or three words, none of them a small or common one. */
function looksPersonal({ tokens, knowledge }: EntityInput, { from, to }: Range): boolean {
  if (to - from > 3) return false
  for (let k = from; k < to; k++)
    if (knowledge.common.has(tokens[k]!.norm) && !knowledge.lexicon.is(tokens[k]!.norm, W.given)) return false
  return true
}

/** "X, the Vantage thriller": the name is the owner in an apposition, not the title. */
const isApposed = (tokens: readonly Token[], from: number): boolean =>
  /^(the|a|an)$/.test(tokens[from - 1]?.norm ?? '') && /^[,”’]$/.test(tokens[from - 2]?.norm ?? '')

/** How much a noun speaks for a series: a genre only as far as the article is about television. */
const share = ({ television }: EntityInput, classes: number): number =>
  classes & W.series ? 1 : Math.max(0, Math.min(1, 0.5 + television))

/** The nearest token in a direction that is no quotation mark or article; -1 at the sentence's end. */
function outward(tokens: readonly Token[], i: number, step: 1 | -1, sentence: Sentence): number {
  let k = i
  while (k >= sentence.from && k < sentence.to) {
    const { norm } = tokens[k]!
    const skipped =
      /^[“”"‘’'«»*]$/.test(norm) &&
      !(step > 0 && (norm === '’' || norm === "'") && !tokens[k]!.spaced && k === i && tokens[k + 1]?.case === 'lower')
    if (!skipped && !(step < 0 && (norm === ',' || norm === ':') && k === i)) return k
    k += step
  }
  return -1
}

/** Of films and series alike: these verbs speak for a series only as far as the article is about television. */
const SHARED_VERBS =
  /^(premiere|debut|bow|stream|star|follow|launch|drop|release|order|wrap|run|end|conclude|executive|return)$/

const verbWeight = ({ television }: EntityInput, lemmas: readonly string[] | undefined): number =>
  Math.max(
    0,
    ...(lemmas ?? []).map(
      (l) => (SERIES_VERBS[l] ?? 0) * (SHARED_VERBS.test(l) ? Math.max(0, Math.min(1, 0.5 + television)) : 1),
    ),
  )

/** "The drama series titled …": what noun stands shortly before. */
function nounBefore(
  { tokens, knowledge, partOfSeries }: EntityInput,
  i: number,
  sentence: Sentence,
): 'series' | 'other' | 'part' | null {
  for (let k = i; k >= sentence.from && k > i - 8; k--) {
    const { norm } = tokens[k]!
    if (partOfSeries.has(norm)) return 'part'
    if (knowledge.lexicon.is(norm, W.otherWork)) return 'other'
    if (knowledge.lexicon.is(norm, W.series | W.genre)) return 'series'
  }
  return null
}

const LIMITED = new Set(['miniseries', 'mini', 'limited', 'docuseries', 'docudrama', 'one-off'])
const NEW = new Set([
  'new',
  'upcoming',
  'forthcoming',
  'newly',
  'straight',
  'first-ever',
  'untitled',
  'pilot',
  'in-development',
  'freshman',
  'rookie',
])

const ESTABLISHED = new Set([
  'hit',
  'popular',
  'acclaimed',
  'beloved',
  'long-running',
  'running',
  'returning',
  'fan-favorite',
  'classic',
  'iconic',
  'veteran',
  'original',
  'cult',
  'winning',
  'nominated',
  'canceled',
  'cancelled',
  'axed',
  'successful',
  'departed',
  'late',
  'former',
  'second',
  'third',
])

/** "“X” films in Dublin": a verb. */
const filming = ({ tokens, knowledge }: EntityInput, i: number): boolean =>
  tokens[i]?.norm === 'films' &&
  knowledge.lexicon.is(tokens[i + 1]?.norm ?? '', W.preposition) &&
  tokens[i + 1]?.norm !== 'of'

/** "the upcoming limited series X": what stands before the noun tells that the series is new, or made to run once. */
function describe({ tokens }: EntityInput, noun: number, sentence: Sentence, entity: Entity): void {
  for (let k = noun; k >= sentence.from && k > noun - 6; k--) {
    const token = tokens[k]!
    if (token.kind === 'mark') break
    if (LIMITED.has(token.norm)) entity.limited = true
    if (NEW.has(token.norm)) entity.isNew = true
    if (ESTABLISHED.has(token.norm)) return
    // "a drama series": brought in with an indefinite article.
    if (token.norm === 'a' || token.norm === 'an') entity.isNew = true
  }
}

/** "X, a comedy series from …", "X (Netflix)", "X (2019)", "X, 47, …", "X, who …". */
function apposition(input: EntityInput, at: number, sentence: Sentence, mention: NameMention, entity: Entity): void {
  const { tokens, knowledge, partOfSeries } = input
  const { lexicon } = knowledge
  let first = at + 1
  while (first < sentence.to && /^[”"’']$/.test(tokens[first]!.norm)) first++
  const next = tokens[first]
  if (!next || first >= sentence.to) return
  if (next.norm === 'who' || next.norm === 'whose') entity.person += next.norm === 'who' ? 2 : 0.3
  // "X, created by …", "X, starring …"
  if (/^(created|starring|executive|adapted)$/.test(next.norm)) entity.series += 1.5
  if (next.kind === 'number' && /^\d\d$/.test(next.norm) && tokens[at + 2]?.norm === ',') entity.person += 2.5
  if (tokens[at]!.norm === '(' && orgStarts(input, at + 1)) entity.series += 1.2
  if (tokens[at]!.norm === '(' && next.kind === 'word' && next.case !== 'lower' && mention.to - mention.from > 1)
    entity.person += 0.5
  if (
    next.norm !== 'a' &&
    next.norm !== 'an' &&
    next.norm !== 'the' &&
    next.norm !== 'its' &&
    next.norm !== 'which' &&
    !lexicon.is(next.norm, W.role)
  )
    return
  if (lexicon.is(next.norm, W.role)) {
    // ", showrunner X said" begins another name.
    if (tokens[first + 1]?.case === 'capital') return
    entity.person += 1.5
  }
  for (let k = first; k < sentence.to && k <= first + 8; k++) {
    const token = tokens[k]!
    if (token.kind === 'mark' && token.norm !== '“' && token.norm !== '”') break
    if (/^(about|from|by|of|based|starring|which|that|for|on|in|with|to)$/.test(token.norm) && k > first) break
    if (partOfSeries.has(token.norm)) {
      entity.other += 1
      return
    }
    if (lexicon.is(token.norm, W.otherWork)) {
      if (lexicon.is(tokens[k + 1]?.norm ?? '', W.series)) continue
      entity.other += 2
      return
    }
    if (lexicon.is(token.norm, W.series | W.genre)) {
      if (next.norm !== 'which') {
        entity.series += 2.2 * share(input, lexicon.classes(token.norm))
        if (lexicon.is(token.norm, W.series)) entity.called = true
        describe(input, k, sentence, entity)
      }
      return
    }
    if (lexicon.is(token.norm, W.role) && next.norm !== 'which') {
      entity.person += 1.5
      return
    }
  }
}

/** "X premieres", "X has been renewed", "X is a drama series". */
function verbAfter(input: EntityInput, at: number, sentence: Sentence, entity: Entity): void {
  const { tokens } = input
  const { lexicon } = input.knowledge
  let copula = false
  for (let k = at; k < sentence.to && k < at + 5; k++) {
    const { norm } = tokens[k]!
    const entry = lexicon.entry(norm)
    if (sentence.headline && norm === 'to') continue
    const weight = verbWeight(input, entry?.lemmas) * (sentence.headline ? 1.8 : 1)
    if (weight && k === at && norm === 'stars' && tokens[k + 1]?.case === 'capital') {
      entity.series += 1.5
      return
    }
    if (weight) {
      // Whoever renews or cancels something else is no series.
      const active = !copula && entryDecides(entry!.lemmas) && objectFollows(tokens, k + 1, sentence)
      if (!active) entity.series += weight
      return
    }
    if (entry && entry.classes & W.be) copula = true
    if (!entry || !(entry.classes & (W.modal | W.be | W.have | W.adverb | W.negation | W.determiner))) {
      if (copula) describeCopula(lexicon, tokens, k, sentence, entity)
      return
    }
  }
}

function describeCopula(
  lexicon: Knowledge['lexicon'],
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  entity: Entity,
): void {
  for (let k = at; k < sentence.to && k < at + 6; k++) {
    const { norm } = tokens[k]!
    if (lexicon.is(norm, W.otherWork)) {
      entity.other += 2
      return
    }
    if (lexicon.is(norm, W.series | W.genre)) {
      entity.series += lexicon.is(norm, W.series) ? 2 : 1
      return
    }
    if (lexicon.is(norm, W.preposition)) return
  }
}

const orgEnds = ({ orgs }: EntityInput, at: number): boolean => isTelevision(endingAt(orgs, at))
const orgStarts = ({ orgs }: EntityInput, at: number): boolean =>
  isTelevision(beginningAt(orgs, at)) || isTelevision(beginningAt(orgs, at + 1))
const isTelevision = (org: OrgMention | undefined): boolean => org?.names.some((n) => n.kind === 'network') ?? false
const seasonEnds = ({ seasons }: EntityInput, at: number): boolean => {
  const season = endingAt(seasons, at)
  return season !== undefined && season.sense !== 'this' && !season.soft
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

/**
 * Short forms: a name whose words are part of one series' title ("‘Jessica’" of Jessica Jones, "Feud" of Feud: Capote vs.
 * the Swans, "SVU" of Law & Order: SVU), marked as a title or with evidence of its own for a series.
 */
export function linkShortForms(entities: Map<string, Entity>, tokens: readonly Token[]): Map<string, Entity> {
  const linked = new Map(entities)
  const series = [...entities.values()]
    .filter(
      (e) =>
        e.kind === 'series' ||
        e.kind === 'work' ||
        (e.kind === 'unknown' && e.mentions.some((m) => hasColon(tokens, m))),
    )
    .sort((a, b) => b.key.length - a.key.length)
  const { holding, abbreviated } = indexOf(series)
  for (const short of entities.values()) {
    if (short.kind === 'person' && short.series < 1.5) continue
    const marked = short.mentions.some((m) => m.mark)
    if (
      !marked &&
      short.series < 1 &&
      !holding(short.key).some(
        (long) =>
          long !== short && long.key.startsWith(`${short.key} `) && long.mentions.some((m) => hasColon(tokens, m)),
      )
    )
      continue
    const words = short.key.split(' ')
    const owners = holding(short.key).filter(
      (long) => long !== short && isPartOf(short.key, long.key) && long.key.split(' ').length > words.length,
    )
    const initials = short.key.length <= 5 ? (abbreviated.get(short.key) ?? []).filter((long) => long !== short) : []
    const [owner] = owners.length ? owners : initials
    if (!owner || owners.length + (owners.length ? 0 : initials.length) > 1 || isNumbered(short.key)) continue
    linked.set(short.key, owner)
    owner.series += short.series
    owner.mentions.push(...short.mentions)
    owner.isNew ||= short.isNew
    owner.limited ||= short.limited
  }
  return linked
}

/** Names by the words in them and by their initials, in the order in which they are given. */
function indexOf(names: readonly Entity[]): {
  /** Those that may hold all the words of a key. */
  holding: (key: string) => readonly Entity[]
  abbreviated: ReadonlyMap<string, Entity[]>
} {
  const byWord = new Map<string, Entity[]>()
  for (const name of names) {
    for (const word of new Set(name.key.split(' ').map(bare))) {
      const found = byWord.get(word)
      if (found) found.push(name)
      else byWord.set(word, [name])
    }
  }
  return {
    holding: (key) =>
      key
        .split(' ')
        .map((word) => byWord.get(bare(word)) ?? [])
        .reduce((a, b) => (b.length < a.length ? b : a)),
    abbreviated: Map.groupBy(names, (name) => initialsOf(name.key)),
  }
}

const bare = (word: string): string => word.replace(/'s$/, '')
const hasColon = (tokens: readonly Token[], { from, to }: Range): boolean => {
  for (let k = from; k < to; k++) if (tokens[k]!.norm === ':') return true
  return false
}
const isNumbered = (key: string): boolean => /^\d+$/.test(key)
const isPartOf = (short: string, long: string): boolean => {
  const [a, b] = [short.replace(/'s$/, ''), long]
  return b === a || b.startsWith(`${a} `) || b.endsWith(` ${a}`) || b.includes(` ${a} `) || b.startsWith(`${a}'s `)
}
const initialsOf = (key: string): string =>
  key
    .split(' ')
    .map((w) => w[0])
    .join('')

export { keyOf }
