// Sources in their places: the person, network, office or unnamed somebody that stands as a verb's subject or agent.
import type { AttributionInput } from '../attribution.ts'
import type { Role } from '../claim.ts'
import type { SentenceView } from '../events.ts'
import { VERB, W } from '../lexicon.ts'
import type { Person, PersonMention } from '../people.ts'
import { beginningAt, endingAt, lastBefore, nextFrom } from '../ranges.ts'
import { isScreen } from '../screens.ts'
import type { VerbGroup } from '../verbs.ts'
import { Organisations } from './organisations.ts'
import { isOutletName, isOutletNoun } from './outlets.ts'
import { beforeInsertion, isAged, isInserted, isObliqueAt, isPossessor, isUnnamed } from './places.ts'
import { Pronouns } from './pronouns.ts'
import type { Source } from './source.ts'
import { anonymous, personSource } from './source.ts'

const isAdverbs = ({ tokens, lexicon }: SentenceView, from: number, to: number): boolean =>
  tokens.slice(from, to).every((t) => lexicon.is(t.norm, W.adverb))

/** What outlets do. */
const REPORTS = /^(report|write)$/

/** Roles of those who make a series, whose words for one another are used freely. */
const MAKERS: readonly Role[] = ['showrunner', 'creator', 'executive producer', 'writer', 'director']

/** A title or nothing stands before a role: "GLASS HARBOR creator", "“Night Ferry” BOSS", "Showrunner says". */
function ofTitle({ tokens, masked, sentence }: SentenceView, role: number): boolean {
  let k = role - 1
  while (k >= sentence.from && /^(’|'|”|"|'s|:)$/.test(tokens[k]!.norm)) k--
  return masked[k] === 1 || (k < sentence.from && sentence.headline)
}

/** said “GLASS HARBOR” creator Ann Lee: the marks of a title that stands before its maker. */
const isMarkOfName = ({ tokens, masked }: SentenceView, k: number): boolean =>
  tokens[k]!.norm === '“' ? masked[k + 1] === 1 : tokens[k]!.norm === '”' && masked[k - 1] === 1

/** Finds the sources that stand beside verbs of saying. */
export class Sources {
  readonly pronouns: Pronouns
  readonly #in: AttributionInput
  /** The article's persons, looked up in the ways in which it speaks of them again. */
  readonly #byRole: ReadonlyMap<Role | null, PersonMention[]>
  readonly #organisations: Organisations

  constructor(input: AttributionInput) {
    this.#in = input
    this.#byRole = Map.groupBy(input.people, (p) => p.person.role)
    this.pronouns = new Pronouns(input)
    this.#organisations = new Organisations(input)
  }

  /** The source that is a verb's subject, before it. */
  subjectSource(view: SentenceView, group: VerbGroup): Source | null {
    const first = this.#conjoined(view, group) ?? group
    return this.sourceAt(view, first.from - 1, Math.max(view.sentence.from, first.from - 26), -1, first)
  }

  /** "Kestrel has cancelled X AND ANNOUNCED that …": the verb with which it shares its subject. */
  #conjoined({ tokens, lexicon, sentence, groups }: SentenceView, group: VerbGroup): VerbGroup | undefined {
    let k = group.from - 1
    while (k > sentence.from && lexicon.is(tokens[k]!.norm, W.adverb) && tokens[k]!.norm !== 'and') k--
    if (k <= sentence.from || !/^(and|but)$/.test(tokens[k]!.norm)) return undefined
    const { speechOf } = this.#in
    return groups.findLast((g) => g.to <= k && g.finite && speechOf[g.head] === speechOf[group.head])
  }

  /** The source that is a verb's subject, behind it: "said X". */
  invertedSource(view: SentenceView, group: VerbGroup): Source | null {
    if (group.modal || group.negated) return null
    return this.sourceAt(view, group.to, Math.min(view.sentence.to, group.to + 9), 1)
  }

  /** The source behind "by". */
  agent(view: SentenceView, group: VerbGroup): Source | null {
    const { tokens } = view
    for (let k = group.to; k < view.sentence.to && k < group.to + 6; k++) {
      if (tokens[k]!.norm === 'by') return this.sourceAt(view, k + 1, view.sentence.to, 1)
    }
    return null
  }

  /** The first source met from `from` towards `to` (exclusive), skipping insertions when walking left from a verb. */
  sourceAt(view: SentenceView, from: number, to: number, step: 1 | -1, group?: VerbGroup): Source | null {
    const { tokens, lexicon, masked, orgs, groups } = view
    const { people, speechOf } = this.#in
    const speech = group ? speechOf[group.head]! : -2
    let oblique = false
    if (step < 0) from = beforeInsertion(view, from, to)
    for (let k = from; step > 0 ? k < to : k >= to; k += step) {
      const token = tokens[k]!
      if (group && speechOf[k] !== speech && speechOf[k]! >= 0) {
        // Step over a quotation between subject and verb: X, “…,” said.
        continue
      }
      const person = step > 0 ? beginningAt(people, k) : endingAt(people, k + 1)
      const employer = person && this.#employer(view, person)
      if (employer) return employer
      const reporter = group?.lemmas[0] === 'report' && !group.passive
      if (person && !person.person.role && (reporter || isOutletName(person.person.name, lexicon)))
        return this.#organisations.outlet(person.person.name)
      if (person && !(step < 0 && (isObliqueAt(view, person.from) || isPossessor(view, person.to))))
        return (
          (step < 0 ? this.#joint(view, person.from) : null) ??
          personSource(person.person, step > 0 ? 'named behind it' : 'its subject')
        )
      if (person) {
        oblique = true
        k = step > 0 ? person.to - 1 : person.from
        continue
      }
      const org = orgs.find((o) => (step > 0 ? o.from === k : o.to === k + 1))
      const name = step > 0 ? beginningAt(this.#in.strangers, k) : endingAt(this.#in.strangers, k + 1)
      const owner = step > 0 ? (org ?? name) : undefined
      const officer =
        owner &&
        this.#officer(
          isPossessor(view, owner.to) ? owner.to + 1 : owner.to,
          owner === org && !isPossessor(view, owner.to),
        )
      if (officer) return personSource(officer, 'named behind the office')
      if (org) {
        const spokesperson = this.#nearRole(view, org.from, org.to)
        if (spokesperson || !(step < 0 && isObliqueAt(view, org.from) && !this.#roleBefore(view, org.from))) {
          const source = this.#organisations.speaking(org.names)
          const known = org.names.some((n) => n.kind === 'network' && n.type !== 'unknown')
          if (source) return (step < 0 && !known && this.#jointNetwork(view, org.from)) || source
        }
        k = step > 0 ? org.to - 1 : org.from
        oblique = true
        continue
      }
      // A name that is nobody known to the article: whoever speaks is somebody.
      if (name) {
        if (!(step < 0 && (isObliqueAt(view, name.from) || isPossessor(view, name.to)))) {
          const reports = group ? REPORTS.test(group.lemmas[0]!) && !group.passive : tokens[from - 1]?.norm === 'per'
          if (
            isOutletName(name.name, lexicon) ||
            isOutletNoun(tokens[name.from - 1], lexicon) ||
            (reports && name.organisation)
          )
            return this.#organisations.outlet(name.name)
          const network = step < 0 ? this.#jointNetwork(view, name.from) : null
          if (network) return network
          return {
            speaker: name.name,
            role: name.organisation ? 'network' : 'cast',
            via: [],
            why: [{ stage: 'attribution', note: `${name.name} is the subject, and nobody the article introduces` }],
          }
        }
        k = step > 0 ? name.to - 1 : name.from
        oblique = true
        continue
      }
      if (masked[k]) continue
      const { norm } = token
      const beside = step < 0 && isAdverbs(view, k + 1, from + 1)
      if (beside && norm === 'they') return null
      if (beside && /^(he|she)$/.test(norm)) return this.pronouns.meant(view, k, norm)
      if (step < 0 && norm === 'i' && speech < 0) return null
      if (isUnnamed(view, k) && (step > 0 || !isObliqueAt(view, k))) return anonymous(`“${norm}” says so, unnamed`)
      // "The 34-year-old told …": the person of whom the article has spoken.
      if (step < 0 && /^(old|\d+-year-old)$/.test(norm) && isAged(view, k))
        return this.pronouns.meant(view, k, 'the one of that age')
      const organisation = this.#organisations.meant(view, k) ?? this.#organisations.outletMeant(k)
      if (organisation) return organisation
      const role = this.#in.roleAt(k)
      if (role && (role.to === k + 1 || step > 0)) {
        const named = nextFrom(people, role.to)
        if (named && named.from <= role.to + 1) return personSource(named.person, `named behind the role “${norm}”`)
        if (role.role === 'spokesperson' || role.role === 'agent')
          return (
            this.#organisations.represented(view, k, role.to) ??
            (role.role === 'spokesperson' ? this.#organisations.main(k) : null)
          )
        if (/^(the|its)$/.test(tokens[k - 1]?.norm ?? '') || tokens[k - 2]?.norm === 'the') {
          const known = this.#holder(role.role, k)
          if (known) return personSource(known, `the ${norm} of whom the article speaks`)
        }
        // "Glass Harbor creator says", "“Night Ferry” Boss Teases": whoever the article names as such.
        if (step < 0 && k === from && ofTitle(view, k)) {
          const known = this.#holder(role.role, k) ?? this.#maker(role.role)
          if (known) return personSource(known, `the ${norm}, whom the article names`)
        }
      }
      if (step < 0) {
        if (/^[;:]$/.test(norm)) return null
        if (groups.some((g) => g !== group && g.finite && g.from <= k && k < g.to && !isInserted(view, g, from)))
          return null
        if (lexicon.is(norm, W.subordinator) && !/^(as|that)$/.test(norm) && !oblique) return null
      } else if (/^[;:.”“]$/.test(norm) && !isMarkOfName(view, k)) return null
      else if (norm === ',' && k > from) return null
    }
    return null
  }

  /** "Deadline's Nellie Roth": whoever writes for an outlet says what it reports. */
  #employer({ tokens, orgs }: SentenceView, { from }: PersonMention): Source | null {
    if (tokens[from - 1]?.norm !== "'s") return null
    const outlet = endingAt(orgs, from - 1)?.names.find((n) => n.kind === 'outlet')
    return outlet ? this.#organisations.outlet(outlet.name) : null
  }

  #nearRole(view: SentenceView, from: number, to: number): boolean {
    const after = this.#in.roleAt(to)
    return after?.role === 'spokesperson' || this.#roleBefore(view, from)
  }

  /** "a spokesperson for X", "reps for X". */
  #roleBefore({ tokens, lexicon }: SentenceView, from: number): boolean {
    for (let k = from - 1; k >= 0 && k >= from - 4; k--) {
      if (lexicon.among('speaksFor', tokens[k]!.norm)) return true
    }
    return false
  }

  /**
   * "Severn and creators A, B and C", where the last one's name begins: the network if it is among them, else the first named.
   * Between the names stand offices and commas alone.
   */
  #joint(view: SentenceView, last: number): Source | null {
    const { tokens, lexicon, orgs, sentence } = view
    const { people } = this.#in
    let first: PersonMention | undefined
    let joined = false
    for (let k = last - 1; k >= sentence.from; k--) {
      const org = orgs.find((o) => o.to === k + 1)
      if (org && joined && !isObliqueAt(view, org.from)) return this.#organisations.speaking(org.names)
      const person = endingAt(people, k + 1)
      if (person) {
        if (!joined || isObliqueAt(view, person.from)) break
        first = person
        k = person.from
        continue
      }
      const { norm } = tokens[k]!
      if (norm === 'and') joined = true
      else if (
        !(norm === ',' && (joined || first)) &&
        !lexicon.is(norm, W.role) &&
        !lexicon.among('betweenSpeakers', norm)
      )
        break
    }
    return (first && personSource(first.person, 'the first of those who say it together')) || null
  }

  /** "Severn and producer Ardent Media", where the last one's name begins: the network that says it together with a company. */
  #jointNetwork({ tokens, lexicon, orgs, sentence }: SentenceView, last: number): Source | null {
    let k = last - 1
    while (k > sentence.from && lexicon.is(tokens[k]!.norm, W.role)) k--
    const org = tokens[k]?.norm === 'and' ? orgs.find((o) => o.to === k && isScreen(o)) : undefined
    // "told Severn, and Ardent Media said": nothing said together.
    return org && !lexicon.is(tokens[org.from - 1]?.norm ?? '', VERB | W.preposition)
      ? this.#organisations.speaking(org.names)
      : null
  }

  /** "the showrunner", at a token: who was called so before, else nobody but the last person of no known role, else who is later. */
  #holder(role: Role, at: number): Person | null {
    const called = this.#byRole.get(role) ?? []
    const before = lastBefore(called, at)
    const the = this.#in.views[0]!.tokens[at - 1]?.norm !== 'its'
    const nearest = before || !the ? undefined : this.pronouns.nameless(at)
    return (before ?? nearest ?? called[0])?.person ?? null
  }

  /** A series' "boss" or "creator" may be called its showrunner elsewhere. */
  #maker(role: Role): Person | null {
    if (!MAKERS.includes(role) && role !== 'executive') return null
    for (const other of MAKERS) {
      const [called] = this.#byRole.get(other) ?? []
      if (called) return called.person
    }
    return null
  }

  /** "Severn's head of drama, Marla Quint", "Severn topper Marla Quint": whoever holds the office that begins here. */
  #officer(at: number, beside = false): Person | null {
    for (let k = at; k < at + (beside ? 1 : 4); k++) {
      const office = this.#in.roleAt(k)
      const named = office && nextFrom(this.#in.people, office.to)
      if (!office || !named) continue
      if (named.from > office.to + 5) return null
      const held = office.role === 'spokesperson' ? null : office.role
      return { ...named.person, role: named.person.role ?? held }
    }
    return null
  }
}
