// Word classes and verb forms, compiled from the phrase book's data. A word that the lexicon does not know has no
// class but what its ending gives away.
import type { MediaList, PhraseBook } from '../phrasebook/phrasebook.ts'

const CLASSES = [
  'determiner',
  'possessive',
  'pronoun',
  'preposition',
  'modal',
  'be',
  'have',
  'do',
  'negation',
  'coordinator',
  'subordinator',
  'relative',
  'number',
  'ordinal',
  'adverb',
  'verbBase',
  'verbS',
  'verbPast',
  'participle',
  'gerund',
  'month',
  'weekday',
  'timeOfYear',
  'series',
  'otherWork',
  'role',
  'say',
  'given',
  // A given name that is an ordinary word too: Will, Mark, Grace.
  'givenWord',
  // A kind of story, of films and series alike: drama, comedy, reboot.
  'genre',
] as const
export type WordClass = (typeof CLASSES)[number]

/** Word classes as bits; a word may be of several. */
export const W = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Readonly<Record<WordClass, number>>

/** Words that hold a sentence together: no title's first word when they open a sentence. */
export const FUNCTION_WORD =
  W.determiner |
  W.possessive |
  W.pronoun |
  W.preposition |
  W.modal |
  W.be |
  W.have |
  W.do |
  W.negation |
  W.coordinator |
  W.subordinator |
  W.relative
export const VERB = W.verbBase | W.verbS | W.verbPast | W.participle | W.gerund

export interface WordEntry {
  classes: number
  /** Base forms of the verbs it may be a form of. */
  lemmas: readonly string[]
}

const GIVEN: WordEntry = { classes: W.given, lemmas: [] }

export interface VerbData {
  regular: readonly string[]
  doubling: readonly string[]
  /** base → [past, participle] */
  irregular: Readonly<Record<string, readonly [string, string]>>
}

export interface LexiconData {
  /** Word class → its words. */
  words: Readonly<Partial<Record<WordClass, readonly string[]>>>
  verbs: VerbData
}

export class Lexicon {
  readonly #words = new Map<string, { classes: number; lemmas: string[] }>()
  readonly #given: ReadonlySet<string>
  readonly #say: ReadonlySet<string>
  readonly #lists: ReadonlyMap<string, ReadonlySet<string>>

  /**
   * @param given given names in lower case: too many to enter each
   * @param say base forms of the verbs of saying
   * @param lists lists of words beyond the classes, each told in `phrases/en/media.yaml`
   */
  constructor(data: LexiconData, given: ReadonlySet<string>, say: ReadonlySet<string>, lists: PhraseBook['media']) {
    this.#given = given
    this.#lists = new Map(Object.entries(lists).map(([name, words]) => [name, new Set(words)]))
    this.#say = say
    for (const [name, words] of Object.entries(data.words)) {
      for (const word of words ?? []) this.add(String(word), W[name as WordClass])
    }
    const doubling = new Set(data.verbs.doubling)
    for (const verb of [...data.verbs.regular, ...doubling]) this.#addRegular(verb, doubling.has(verb))
    for (const [verb, [past, participle]] of Object.entries(data.verbs.irregular)) {
      this.#addForms(verb, past, participle, gerund(verb, this.among('doublesFinal', verb)))
    }
  }

  /** Whether a word in lower case is on a list. */
  among(list: MediaList, norm: string): boolean {
    return this.#lists.get(list)?.has(norm) ?? false
  }

  /** Classes of a word in lower case, as bits of {@link W}; 0 when unknown. */
  classes(norm: string): number {
    return this.entry(norm)?.classes ?? 0
  }

  entry(norm: string): WordEntry | undefined {
    return this.#words.get(norm) ?? (this.#given.has(norm) ? GIVEN : undefined)
  }

  is(norm: string, mask: number): boolean {
    return (this.classes(norm) & mask) !== 0
  }

  add(norm: string, classes: number, lemma?: string): void {
    const word = this.#words.get(norm)
    if (!word) {
      const own = this.#given.has(norm) ? classes | W.given : classes
      this.#words.set(norm, { classes: own, lemmas: lemma ? [lemma] : [] })
      return
    }
    word.classes |= classes
    if (lemma && !word.lemmas.includes(lemma)) word.lemmas.push(lemma)
  }

  #addRegular(verb: string, double: boolean): void {
    const past = double
      ? `${verb}${verb.at(-1)}ed`
      : verb.endsWith('e')
        ? `${verb}d`
        : /[^aeiou]y$/.test(verb)
          ? `${verb.slice(0, -1)}ied`
          : `${verb}ed`
    this.#addForms(verb, past, past, gerund(verb, double))
    // British and American spelling differ on cancelled/canceled, travelled/traveled: know both.
    if (double && verb.endsWith('l')) this.#addForms(verb, `${verb}ed`, `${verb}ed`, `${verb}ing`)
  }

  #addForms(verb: string, past: string, participle: string, ing: string): void {
    const s = /(?:s|x|z|ch|sh|o)$/.test(verb)
      ? `${verb}es`
      : /[^aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ies`
        : `${verb}s`
    const say = this.#say.has(verb) ? W.say : 0
    this.add(verb, say | W.verbBase, verb)
    this.add(s, say | W.verbS, verb)
    this.add(past, say | W.verbPast, verb)
    this.add(participle, say | W.participle, verb)
    this.add(ing, say | W.gerund, verb)
    if (verb === 'be') for (const form of ['am', 'is', 'are', 'were']) this.add(form, W.be, 'be')
    if (verb === 'have') this.add('has', W.have, 'have')
    if (verb === 'get') this.add('got', W.participle, 'get')
  }
}

const gerund = (verb: string, double: boolean): string =>
  double
    ? `${verb}${verb.at(-1)}ing`
    : /[^eoy]e$/.test(verb) && verb !== 'be'
      ? `${verb.slice(0, -1)}ing`
      : /ie$/.test(verb)
        ? `${verb.slice(0, -2)}ying`
        : `${verb}ing`
