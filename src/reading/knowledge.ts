// The phrase book, compiled once into what the stages look things up in.
import type { EventPhrase, Hedge, PhraseBook } from '../phrasebook/phrasebook.ts'
import type { Role } from './claim.ts'
import type { FactData } from './facts/words.ts'
import { Furniture } from './furniture.ts'
import { Gazetteer } from './gazetteer.ts'
import { listOf } from './joined.ts'
import { Lexicon, W } from './lexicon.ts'
import { PhraseTree } from './phrases.ts'
import type { LearnedScales } from './scales.ts'
import { scalesOf } from './scales.ts'
import { tokenize } from './tokens.ts'

export interface Knowledge {
  lexicon: Lexicon
  names: Gazetteer
  /** Well-known series. */
  series: Gazetteer
  places: ReadonlySet<string>
  /** Words for whose version of a series it is, in lower case, with the country as titles name it. */
  nationalities: ReadonlyMap<string, string>
  /** What was learned from the corpus; null leaves every decision to the rules. */
  scales: LearnedScales | null
  /** Common words, in lower case. */
  common: ReadonlySet<string>
  furniture: Furniture
  events: PhraseTree<EventPhrase>
  hedges: PhraseTree<Hedge>
  /** The words of `--why`. */
  why: PhraseBook['why']
  /** Base forms of the verbs of saying. */
  say: ReadonlySet<string>
  /** Role nouns, the longest first where several start alike. */
  roles: PhraseTree<Role | 'spokesperson'>
  /** Words that tell facts beside the status; compiled by what reads facts, which most readings do not (facts/words.ts). */
  facts: FactData | null
}

/**
 * Compiles a phrase book.
 * @throws Error naming the phrase that does not follow the slot grammar
 */
export function compile(book: PhraseBook): Knowledge {
  const say = new Set(book.cues.say)
  const { media } = book
  const given = new Set(listOf(book.givenNames.names))
  const lexicon = new Lexicon(book.lexicon, given, say, media)
  for (const word of media.series ?? []) addNoun(lexicon, word, W.series)
  for (const word of media.genre ?? []) addNoun(lexicon, word, W.genre)
  for (const word of media.otherWork ?? []) addNoun(lexicon, word, W.otherWork)
  for (const name of listOf(book.givenNames.word)) lexicon.add(name, W.givenWord)
  const isVerb = (name: string): boolean => lexicon.is(name, W.verbBase)
  const roles = new PhraseTree<Role | 'spokesperson'>(isVerb)
  for (const [role, nouns] of Object.entries(book.roles)) {
    for (const noun of nouns) {
      roles.add(noun, role as Role)
      for (const norm of wordsOf(noun))
        if (role !== 'spokesperson' && !lexicon.among('noRoleAlone', norm)) lexicon.add(norm, W.role)
    }
  }
  const events = new PhraseTree<EventPhrase>(isVerb)
  for (const phrase of book.events) events.add(phrase.phrase, phrase)
  const hedges = new PhraseTree<Hedge>(isVerb)
  for (const hedge of book.hedges) hedges.add(hedge.phrase, hedge)
  return {
    lexicon,
    names: new Gazetteer([
      ['network', book.networks],
      ['studio', book.studios],
      ['outlet', book.outlets],
      ['company', book.companies],
    ]),
    series: new Gazetteer([['show', book.series]]),
    events,
    hedges,
    roles,
    say,
    why: book.why,
    places: new Set(listOf(book.places)),
    nationalities: new Map(Object.entries(book.nationalities).map(([word, country]) => [word.toLowerCase(), country])),
    common: new Set(listOf(book.common)),
    scales: book.weights && scalesOf(book.weights),
    furniture: new Furniture(book.furniture),
    facts: book.facts,
  }
}

/** Enters a noun of one word, and its plural; of several words, the last alone would say too much, so it is left out. */
function addNoun(lexicon: Lexicon, noun: string, mask: number): void {
  const [norm, more] = wordsOf(noun)
  if (norm === undefined || more !== undefined) return
  lexicon.add(norm, mask)
  if (!norm.endsWith('s')) lexicon.add(norm.endsWith('y') ? `${norm.slice(0, -1)}ies` : `${norm}s`, mask)
}

/** Words in lower case. The tokenizer leaves plain ones as they are, and takes its time for the first it is given. */
const wordsOf = (text: string): string[] =>
  /^[a-z ]+$/.test(text) ? text.split(' ') : tokenize(text).map((token) => token.norm)
