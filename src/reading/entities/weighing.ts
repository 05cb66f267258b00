// Weighs one place where a name occurs: a word before it, a word behind it, a season beside it.
import type { Range, Sentence } from '../document.ts'
import type { Entity, EntityInput } from '../entities.ts'
import { W } from '../lexicon.ts'
import { personEnd } from '../names/persons.ts'
import type { NameMention } from '../names.ts'
import { holding, nextFrom } from '../ranges.ts'
import type { Token } from '../tokens.ts'
import { isInParts, orgEnds, orgStarts, outward, seasonEnds, share } from './beside.ts'
import { apposition, describe } from './descriptions.ts'
import { weighOrg } from './organisations.ts'
import { verbAfter, verbWeight } from './verbs.ts'

const MARKED = 0.6
const ASKED = 1

/** "with the working title X", "under the working title of X": what is in the making. */
const isWorkingTitle = (tokens: readonly Token[], at: number): boolean => {
  const title = tokens[at]!.norm === 'of' ? at - 1 : at
  return tokens[title]?.norm === 'title' && tokens[title - 1]?.norm === 'working'
}

/** Adds the evidence of one place. */
export function weigh(input: EntityInput, mention: NameMention, entity: Entity): void {
  const { tokens, knowledge } = input
  const { lexicon } = knowledge
  const sentence = input.sentences[input.sentenceOf[mention.from]!]!
  const left = outward(tokens, mention.from - 1, -1, sentence)
  const right = outward(tokens, mention.to, 1, sentence)
  const before = left >= 0 ? tokens[left]! : undefined
  const after = right >= 0 ? tokens[right]! : undefined
  if (mention.mark) entity.series += MARKED
  const last = tokens[mention.to - 1]!.norm
  if (mention.to - mention.from > 1)
    entity.other += lexicon.among('otherName', last) ? 2.5 : lexicon.among('endsPlace', last) ? 1 : 0

  // "And Glass Harbor? It was announced two years ago.": who speaks for a network is asked about its series.
  if (!mention.mark && !entity.fullName && input.television > 0.3 && holding(input.asked, mention.from))
    entity.series += ASKED

  if (!mention.mark) weighOrg(input, mention, left, right, sentence, entity)

  // Before the title. ("renewed Guy Ritchie's series" renews no Guy Ritchie.)
  const owner =
    after?.norm === "'s" &&
    !mention.mark &&
    !lexicon.among('ofSeries', tokens[right + 1]?.norm ?? '') &&
    !((nextFrom(input.seasons, right + 1)?.from ?? Infinity) <= right + 3)
  if (before && !owner) {
    const classes = lexicon.classes(before.norm)
    const gap = tokens[left + 1]?.norm === ',' && left + 1 < mention.from
    const colon = tokens[left + 1]?.norm === ':' && left + 1 < mention.from
    if (colon) {
      // A label: "Spinoff: Grey Damon Cast".
    } else if (lexicon.among('partOfSeries', before.norm)) entity.other += 2.5
    else if (classes & (W.series | W.genre) || isInParts(tokens, left)) {
      entity.series += (gap ? 1.5 : 3) * (classes & W.otherWork ? 1 : share(input, classes))
      if (classes & (W.series | W.otherWork)) entity.called = true
      describe(input, left, sentence, entity)
    } else if (classes & W.otherWork) entity.other += gap ? 1.2 : 3
    else if (lexicon.among('entitled', before.norm)) {
      entity.series += 0.5
      const noun = nounBefore(input, left - 1, sentence)
      if (noun === 'series') entity.series += 2
      else if (noun === 'other') entity.other += 2.5
      else if (noun === 'part') entity.other += 2.5
    } else if (isWorkingTitle(tokens, left)) {
      entity.series += 2.5
      entity.isNew = true
    } else if (/^(of|to|from|on|in)$/.test(before.norm)) {
      const noun = tokens[left - 1]?.norm ?? ''
      if (lexicon.among('leadsTitle', noun) && lexicon.among('calledSeries', noun)) entity.called = true
      if (lexicon.among('leadsTitle', noun)) entity.series += before.norm === 'of' ? 2.5 : 1.5
      // "has given a second season order to X".
      else if (before.norm === 'to' && lexicon.among('givenTo', noun)) entity.series += 1.5
      else if (before.norm === 'of' && seasonEnds(input, left)) entity.series += 3
      else if (before.norm === 'of' && lexicon.among('ofSeries', noun)) entity.series += 1
      else if (before.norm === 'on' && mention.mark) entity.series += 0.4
    } else if (before.norm === "'s" && orgEnds(input, left)) entity.series += 2
    else if (orgEnds(input, left + 1)) entity.series += 1
    else {
      const weight = verbWeight(input, lexicon.entry(before.norm)?.lemmas)
      if (weight && !(classes & W.preposition)) entity.series += weight
    }
    if (seasonEnds(input, left + 1)) entity.series += 1.5
    const isPersonal = (): boolean => mention.to - mention.from > 1 && !mention.mark && looksPersonal(input, mention)
    if (classes & W.role && (personEnd(tokens, mention.from, mention.to, knowledge) === mention.to || isPersonal()))
      entity.person += 2
    else if (lexicon.among('leadsPerson', before.norm) && isPersonal()) entity.person += 0.7
    if (lexicon.is(before.norm, W.say)) entity.person += 1.5
  }

  // "X is filming its third season": a season of its own.
  if (ownsSeason(input, mention, sentence)) {
    entity.series += 2.5
    entity.seasoned = true
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
      } else if (lexicon.among('ofSeries', owned))
        entity.series += owned === 'team' || owned === 'host' || owned === 'set' ? 0.3 : 1
    } else if (classes & W.otherWork && after.norm !== 'short' && !filming(input, right)) entity.other += 2.5
    else if (
      classes & (W.series | W.genre) &&
      !mention.mark &&
      isApposed(tokens, mention.from) &&
      !lexicon.among('ofTitle', after.norm)
    )
      entity.network += 1.5
    else if (classes & (W.series | W.genre)) {
      entity.series += 2 * share(input, classes)
      if (classes & W.series) entity.called = true
    } else if (lexicon.among('ofSeries', after.norm))
      entity.series += lexicon.among('peopleOfSeries', after.norm) ? 0.9 : 2
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

/** "The drama series titled …": what noun stands shortly before. */
function nounBefore(
  { tokens, knowledge: { lexicon } }: EntityInput,
  i: number,
  sentence: Sentence,
): 'series' | 'other' | 'part' | null {
  for (let k = i; k >= sentence.from && k > i - 8; k--) {
    const { norm } = tokens[k]!
    if (lexicon.among('partOfSeries', norm)) return 'part'
    if (lexicon.is(norm, W.otherWork)) return 'other'
    if (lexicon.is(norm, W.series | W.genre)) return 'series'
  }
  return null
}

/** "X is filming its third season", "X, which has ended its five-season run": no other noun stands between. */
function ownsSeason({ tokens, seasons, knowledge }: EntityInput, mention: NameMention, sentence: Sentence): boolean {
  for (let k = mention.to; k < sentence.to && k < mention.to + 9; k++) {
    const { norm, kind, case: letters } = tokens[k]!
    if (norm === 'its') {
      const season = nextFrom(seasons, k)
      return season !== undefined && season.from <= k + 1 && season.sense !== 'this'
    }
    if (letters !== 'lower' && kind === 'word') return false
    const which = norm === ',' && tokens[k + 1]?.norm === 'which'
    if ((kind === 'mark' && !which && !/^[”"’]$/.test(norm)) || knowledge.lexicon.is(norm, W.determiner)) return false
  }
  return false
}

/** "“X” films in Dublin": a verb. */
const filming = ({ tokens, knowledge }: EntityInput, i: number): boolean =>
  tokens[i]?.norm === 'films' &&
  knowledge.lexicon.is(tokens[i + 1]?.norm ?? '', W.preposition) &&
  tokens[i + 1]?.norm !== 'of'
