// Who is who: persons with their roles and full names, and how a later "Rosenberg", "Mel" or "she" finds them.
import type { Role } from './claim.ts'
import type { Range, Sentence } from './document.ts'
import type { Entity } from './entities.ts'
import type { Knowledge } from './knowledge.ts'
import { W } from './lexicon.ts'
import { personEnd } from './names/persons.ts'
import type { NameMention, OrgMention } from './names.ts'
import type { PhraseContext } from './phrases.ts'
import { endingAt, within } from './ranges.ts'
import type { Token } from './tokens.ts'

export interface Person {
  name: string
  role: Role | null
  /** Works for this network or studio, where the article says so. */
  org: string | null
}

export interface PersonMention extends Range {
  person: Person
}

export interface PeopleInput {
  text: string
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  sentenceOf: Int32Array
  names: readonly NameMention[]
  entities: ReadonlyMap<string, Entity>
  orgs: readonly OrgMention[]
  phrases: PhraseContext
  knowledge: Knowledge
}

/**
 * Finds the persons of an article.
 * A name is a person's when its entity was found to be one, or when it begins with a given name and nothing says that it is
 * a title. A surname alone, or a given name alone, is the last person of that name spoken of before.
 */
export function findPeople(input: PeopleInput): PersonMention[] {
  const { tokens, names, entities, knowledge } = input
  const people = new Register()
  const mentions: PersonMention[] = []
  for (const mention of names) {
    const entity = entities.get(mention.key)
    const whole = personEnd(tokens, mention.from, mention.to, knowledge)
    const isShow = entity?.kind === 'series' && entity.series > entity.person
    const full = whole > mention.from + 1 && (whole === mention.to || (!isShow && mention.mark === null))
    if (full && (!isShow || entity!.person >= entity!.series)) {
      const range = { from: mention.from, to: whole }
      const name = nameOf(input, range)
      const known =
        people.called(name) ??
        people
          .ofSurname(name)
          .find((p) => p.name.split(' ').length >= 2 && (p.name.endsWith(name) || name.endsWith(p.name)))
      const person = known ?? people.add(name)
      describe(input, range, person)
      mentions.push({ ...range, person })
    } else if (entity?.kind === 'person' && mention.to - mention.from >= 2) {
      const name = nameOf(input, mention)
      // "Kessler-Dean said": a surname of two words.
      const surname = name.includes(' ') ? [] : people.ofSurname(plainName(name))
      const person = people.called(name) ?? surname.at(-1) ?? people.add(name)
      describe(input, mention, person)
      mentions.push({ from: mention.from, to: mention.to, person })
    }
  }
  // "Doug [Petrie]": a surname that an editor put in brackets.
  for (const mention of names) {
    const i = mention.to
    if (
      mention.to - mention.from !== 1 ||
      tokens[i]?.norm !== '[' ||
      tokens[i + 2]?.norm !== ']' ||
      tokens[i + 1]?.case !== 'capital'
    )
      continue
    if (!knowledge.lexicon.is(tokens[mention.from]!.norm, W.given)) continue
    const name = nameOf(input, { from: mention.from, to: i + 2 }).replace('[', '')
    const range = { from: mention.from, to: i + 3 }
    const person = people.called(name) ?? people.add(name)
    describe(input, range, person)
    mentions.push({ ...range, person })
  }
  // Short names, once all full ones are known.
  const taken = new Set(mentions.map((m) => m.from))
  for (const mention of names) {
    if (mention.to - mention.from > 2 || mention.mark || taken.has(mention.from)) continue
    const key = plainName(nameOf(input, mention)).replace(/'s$/, '')
    const entity = entities.get(mention.key)
    const owners = people.ofSurname(key)
    // A surname is the person, unless the article writes much of a series of that name.
    if (entity?.kind === 'series' && entity.series > (owners.length ? 6 : 3)) continue
    const person = owners.at(-1) ?? people.ofGivenName(key)
    if (!person) continue
    const range = { from: mention.from, to: mention.to }
    describe(input, range, person)
    mentions.push({ ...range, person })
  }
  return mentions.sort((a, b) => a.from - b.from)
}

/** The persons met so far, by their names. */
class Register {
  readonly #called = new Map<string, Person>()
  readonly #bySurname = new Map<string, Person[]>()
  readonly #byGivenName = new Map<string, Person>()

  add(name: string): Person {
    const person: Person = { name, role: null, org: null }
    if (!this.#called.has(name)) this.#called.set(name, person)
    const surname = lastWord(plainName(name))
    const family = this.#bySurname.get(surname)
    if (family) family.push(person)
    else this.#bySurname.set(surname, [person])
    this.#byGivenName.set(name.toLowerCase().split(' ')[0]!, person)
    return person
  }

  called(name: string): Person | undefined {
    return this.#called.get(name)
  }

  /** In the order in which they were met. */
  ofSurname(name: string): Person[] {
    const surname = lastWord(name.toLowerCase().replace(/[’‘]/g, "'"))
    return this.#bySurname.get(surname)?.filter((p) => sameSurname(p.name, name)) ?? []
  }

  /** The last met. */
  ofGivenName(name: string): Person | undefined {
    return this.#byGivenName.get(name)
  }
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

const nameOf = ({ text, tokens }: PeopleInput, { from, to }: Range): string =>
  text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ')
const plainName = (full: string): string =>
  full
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/ (jr|sr|iii|ii)\.?$/, '')
const sameSurname = (full: string, name: string): boolean => {
  const a = plainName(full)
  const b = name.toLowerCase().replace(/[’‘]/g, "'")
  return (
    a === b || a.endsWith(` ${b}`) || (b.includes(' ') && a.split(' ').at(-1) === b.split(' ').at(-1) && a[0] === b[0])
  )
}

/** Reads role and employer from beside the name: "showrunner X", "X, president of Y", "Y president X", "star X". */
function describe(input: PeopleInput, { from, to }: Range, person: Person): void {
  const { tokens, phrases, knowledge, orgs } = input
  const sentence = input.sentences[input.sentenceOf[from]!]!
  const set = (role: Role | 'spokesperson') => {
    if (role !== 'spokesperson') person.role ??= role
  }
  // Before the name.
  for (let k = from - 1; k >= sentence.from && k >= from - 6; k--) {
    const token = tokens[k]!
    if (token.kind === 'mark' && !/^[“”"’'/&-]$/.test(token.norm)) break
    const role = knowledge.roles
      .match(phrases, k)
      .reduce<{ value: Role | 'spokesperson'; to: number } | null>(
        (a, b) => (b.to <= from && (!a || b.to > a.to) ? b : a),
        null,
      )
    if (role && role.to >= from - 3) {
      set(role.value)
      const org = within(orgs, { from: sentence.from, to: k }).find((o) => k - o.to <= 2)
      if (org && role.value === 'executive') person.org ??= org.names[0]!.name
    }
    if (
      knowledge.lexicon.is(token.norm, W.verbPast | W.be | W.have | W.modal) &&
      !knowledge.lexicon.is(token.norm, W.role)
    )
      break
  }
  // "created by X", "directed by X".
  const by = tokens[from - 1]?.norm === 'by' ? tokens[from - 2]?.norm : undefined
  if (by === 'created') set('creator')
  else if (by === 'written' || by === 'penned') set('writer')
  else if (by === 'directed' || by === 'helmed') set('director')
  else if (by === 'hosted' || by === 'fronted' || by === 'presented') set('host')
  else if (tokens[from - 1]?.norm === 'starring' || tokens[from - 1]?.norm === 'stars') set('cast')
  // "Showtime's David Crane": whom a network has.
  else if (tokens[from - 1]?.norm === "'s" && endingAt(orgs, from - 1)?.names[0]?.kind === 'network') set('executive')
  // After the name: ", president of Y," or ", who plays …".
  let k = to
  if (tokens[k]?.norm === ',' || tokens[k]?.norm === '(') {
    k++
    if (tokens[k]?.norm === 'who') {
      const verb = knowledge.lexicon.entry(tokens[k + 1]?.norm ?? '')?.lemmas ?? []
      if (verb.includes('play') || verb.includes('star') || verb.includes('portray')) set('cast')
      else if (verb.includes('create')) set('creator')
      else if (verb.includes('host') || verb.includes('present')) set('host')
      else if (verb.includes('write')) set('writer')
      else if (verb.includes('oversee') || verb.includes('lead') || verb.includes('head')) set('executive')
      return
    }
    for (let i = k; i < sentence.to && i < k + 12; i++) {
      const token = tokens[i]!
      if (token.norm === ',' && i > k + 6) break
      const role = knowledge.roles.match(phrases, i).at(-1)
      if (role) {
        set(role.value)
        if (role.value === 'executive') {
          const org =
            within(orgs, { from: i, to: sentence.to }).find((o) => o.from <= i + 9) ??
            within(orgs, { from: i - 20, to: i }).find((o) => i - o.to <= 2)
          if (org) person.org ??= org.names[0]!.name
        }
        break
      }
      if (
        knowledge.lexicon.is(token.norm, W.verbPast | W.be | W.modal | W.have | W.relative) &&
        !knowledge.lexicon.is(token.norm, W.participle)
      )
        break
    }
  }
}
