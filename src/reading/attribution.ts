// Who says it: the speaker of every quotation and of every reported clause, and the chain of outlets that the words
// came through.
import type { Role, Step } from './claim.ts'
import type { Quotation, Range } from './document.ts'
import { spanOf } from './document.ts'
import type { SentenceView } from './events.ts'
import { W } from './lexicon.ts'
import type { OrgMention } from './names.ts'
import type { Person, PersonMention } from './people.ts'
import { beginningAt, endingAt, lastBefore, nextFrom, within } from './ranges.ts'
import type { VerbGroup } from './verbs.ts'

export interface Source {
  /** Person, network or studio; "anonymous"; null: the outlet itself. */
  speaker: string | null
  role: Role
  via: string[]
  why: Step[]
}

export interface AttributionInput {
  views: readonly SentenceView[]
  sentenceOf: Int32Array
  quotations: readonly Quotation[]
  /** Token → index of the innermost speech quotation, or -1. */
  speechOf: Int32Array
  people: readonly PersonMention[]
  /** Names of which the article does not tell what they are, titles left out. */
  strangers: ReadonlyArray<Range & { name: string; organisation: boolean }>
  /** Verbs of saying. */
  say: ReadonlySet<string>
  /** The outlet that published the article: never in its own chain. */
  outlet: string | null
  roleAt(i: number): { role: Role | 'spokesperson'; to: number } | null
}

const NOBODY: Source = { speaker: null, role: 'outlet', via: [], why: [] }
const NETWORK_NOUN = new Set([
  'network',
  'streamer',
  'broadcaster',
  'channel',
  'cabler',
  'studio',
  'company',
  'platform',
  'service',
  'net',
  'beeb',
  'corporation',
])
/** How far, in tokens, a cue may stand from its quotation. */
const CUE_REACH = 32
/** Verbs that only with a clause or a quotation make their subject a speaker, not with a plain object. */
const CLAUSAL = new Set([
  'describe',
  'express',
  'offer',
  'share',
  'post',
  'write',
  'continue',
  'laugh',
  'speak',
  'talk',
  'agree',
  'unveil',
  'gush',
])

export class Attribution {
  readonly #in: AttributionInput
  /** Speaker of each quotation, by its index. */
  readonly #quoted = new Map<number, Source>()
  /** Outlets that a speaker's words came through, once told: an interview goes on through the article. */
  readonly #channel = new Map<string, string[]>()
  #last: Source | null = null
  /** The article's persons, looked up in the ways in which it speaks of them again. */
  readonly #byRole: ReadonlyMap<Role | null, PersonMention[]>
  readonly #byName: ReadonlyMap<string, PersonMention[]>
  /** Named outside of quotations. */
  readonly #outside: readonly PersonMention[]
  readonly #networks: readonly OrgMention[]

  constructor(input: AttributionInput) {
    this.#in = input
    this.#byRole = Map.groupBy(input.people, (p) => p.person.role)
    this.#byName = Map.groupBy(input.people, (p) => p.person.name)
    this.#outside = input.people.filter((p) => input.speechOf[p.from]! < 0)
    this.#networks = input.views.flatMap((v) => v.orgs).filter((o) => o.names.some((n) => n.kind === 'network'))
    this.#learnChannels()
    input.quotations.forEach((quotation, index) => {
      if (quotation.speech && quotation.inside < 0) this.#quoted.set(index, this.#speakerOf(quotation, index))
    })
  }

  /** Speaker of a quotation by its index; null when it is none of speech. */
  quotation(index: number): Source | null {
    let i = index
    while (i >= 0 && !this.#quoted.has(i)) i = this.#in.quotations[i]?.inside ?? -1
    return i >= 0 ? this.#quoted.get(i)! : null
  }

  /** The source of what a trigger tells. */
  of(view: SentenceView, trigger: Range, group: VerbGroup | null): Source {
    const speech = this.#in.speechOf[trigger.from]!
    const quoted = speech >= 0 ? this.quotation(speech) : null
    if (quoted && (quoted.speaker !== null || quoted.via.length)) return quoted
    const reported = this.#reported(view, trigger, group)
    const via = this.#outletsIn(view, trigger)
    if (reported) {
      if (reported.via.length) return reported
      if (via.length) return through(reported, via, 'as the sentence says')
      return through(reported, this.#channel.get(reported.speaker ?? '') ?? [], 'as an earlier sentence says')
    }
    if (via.length)
      return { ...NOBODY, via, why: [{ stage: 'attribution', note: `${via.join(' and ')} reported it first` }] }
    return NOBODY
  }

  /** Remembers "told Vulture": the speaker's later words came through the same outlet. */
  #learnChannels(): void {
    for (const view of this.#in.views) {
      if (view.sentence.furniture) continue
      for (const group of view.groups) {
        if (!this.#isSaying(group)) continue
        const source = this.#subjectSource(view, group)
        if (!source?.speaker || source.speaker === 'anonymous') continue
        const outlets = this.#channelOutlets(view, group.from, view.sentence.to)
        if (outlets.length && !this.#channel.has(source.speaker)) this.#channel.set(source.speaker, outlets)
      }
      // "in an interview with IGN, Rosenberg …": the channel is told without a verb of saying.
      const outlets = this.#channelOutlets(view, view.sentence.from, view.sentence.to)
      if (!outlets.length) continue
      const persons = within(this.#in.people, view.sentence)
      const person = persons[0]
      if (person && persons.every((p) => p.person === person.person) && !this.#channel.has(person.person.name))
        this.#channel.set(person.person.name, outlets)
    }
  }

  #isSaying(group: VerbGroup): boolean {
    if (group.infinitive && !group.lemmas.includes('say')) return false
    return group.lemmas.some((l) => this.#in.say.has(l))
  }

  // Quotations

  #speakerOf(quotation: Quotation, index: number): Source {
    if (quotation.continues >= 0) {
      const before = this.#quoted.get(quotation.continues)
      if (before?.speaker) return before
    }
    const near = this.#cueAfter(quotation) ?? this.#cueBefore(quotation) ?? this.#labelBefore(quotation)
    const source = near ?? this.#standingAlone(quotation, index)
    if (!source) return NOBODY
    const channel = source.via.length ? [] : (this.#channel.get(source.speaker ?? '') ?? [])
    const full = through(source, channel, 'as another sentence says')
    if (full.speaker) this.#last = full
    return full
  }

  /** “…,” said X · “…,” she added · “…,” X told Y. */
  #cueAfter(quotation: Quotation): Source | null {
    const { views, sentenceOf, speechOf } = this.#in
    const tokens = views[0]!.tokens
    let at = quotation.to
    while (at < tokens.length && /^[”"’']$/.test(tokens[at]!.norm)) at++
    if (at >= tokens.length) return null
    const view = views[sentenceOf[at]!]!
    // “… and say, ‘What do you think?’”: the mark of a quotation within it may stand last.
    let end = quotation.to - 1
    while (end > quotation.from && /^[”"’']$/.test(tokens[end]!.norm)) end--
    if (
      at === view.sentence.from &&
      sentenceOf[quotation.to - 1] !== sentenceOf[at] &&
      /^[.!?]$/.test(tokens[end]?.norm ?? '')
    ) {
      // The quotation ended its sentence: the next sentence is its cue only when it begins with one ("She added.").
      return null
    }
    const comma = /^[,?!]$/.test(tokens[quotation.to - 1]?.norm ?? '') || tokens[at]?.norm === ','
    const group =
      view.groups.find((g) => g.from >= at && g.from < at + CUE_REACH && speechOf[g.head]! < 0 && this.#isSaying(g)) ??
      // Any verb will do right behind the words of somebody named: “The network,” creator Dov Amsel sighed.
      (comma
        ? view.groups.find((g) => g.from >= at && g.from < at + 9 && g.finite && this.#subjectSource(view, g)?.speaker)
        : undefined)
    if (!group) return null
    for (let k = at; k < group.from; k++) if (/^[;:]$/.test(tokens[k]!.norm)) return null
    return this.#cued(view, group, 'is the cue behind the quotation')
  }

  /** X said: “…” · X, who plays Y, said that “…” · As X put it, “…”. */
  #cueBefore(quotation: Quotation): Source | null {
    const { views, sentenceOf, speechOf } = this.#in
    if (quotation.from === 0) return null
    const view = views[sentenceOf[quotation.from]!]!
    const open = quotation.from - 1
    const group = view.groups.findLast(
      (g) => g.to <= open && open - g.to < CUE_REACH && speechOf[g.head]! < 0 && this.#isSaying(g) && !g.infinitive,
    )
    if (group) return this.#cued(view, group, 'is the cue before the quotation')
    const according = this.#accordingTo(view, view.sentence.from, view.sentence.to)
    return according
  }

  /** "ROSENBERG: We are …" and "Rosenberg: “…”". */
  #labelBefore(quotation: Quotation): Source | null {
    const { views, people } = this.#in
    const tokens = views[0]!.tokens
    let k = quotation.from - 1
    while (k > 0 && /^[“"‘']$/.test(tokens[k]!.norm)) k--
    if (tokens[k]?.norm !== ':') return null
    const { sentence } = views[this.#in.sentenceOf[k]!]!
    const person = endingAt(people, k) ?? within(people, { from: sentence.from, to: k }).at(-1)
    return person ? personSource(person.person, 'named before the quotation') : null
  }

  /** A quotation alone in its paragraph belongs to whoever the sentence before makes speak, else to the last speaker. */
  #standingAlone(quotation: Quotation, index: number): Source | null {
    const { views, sentenceOf, quotations, speechOf } = this.#in
    const at = sentenceOf[quotation.from]!
    for (let i = at - 1; i >= 0 && i >= at - 2; i--) {
      const view = views[i]!
      if (view.sentence.furniture) continue
      const group = view.groups.findLast((g) => speechOf[g.head]! < 0 && this.#isSaying(g))
      const source = group ? this.#cued(view, group, 'in a sentence before leads to the quotation') : null
      if (source?.speaker) return source
      if (view.tokens[view.sentence.to - 1]?.norm === ':') {
        const person = within(this.#in.people, view.sentence).at(-1)
        if (person) return personSource(person.person, 'named in the sentence that leads to the quotation')
      }
    }
    for (let i = index - 1; i >= 0 && sentenceOf[quotations[i]!.to - 1]! >= at - 4; i--)
      if (quotations[i]!.speech && quotations[i]!.inside < 0) return this.#quoted.get(i) ?? null
    return this.#last
  }

  // Reported clauses

  /** The innermost verb of saying (or "according to") whose complement holds the trigger. */
  #reported(view: SentenceView, trigger: Range, own: VerbGroup | null): Source | null {
    const { tokens, groups, sentence } = view
    // The trigger's own verb says it: "announced a second season", "confirmed the renewal".
    if (own && this.#isSaying(own)) {
      const source = own.passive
        ? this.#agent(view, own)
        : (this.#subjectSource(view, own) ?? this.#invertedSource(view, own))
      if (source?.speaker) return because(view, own, 'is itself a verb of saying', source)
    }
    for (const group of groups.toReversed()) {
      if (group === own || group.to > trigger.from || !this.#isSaying(group) || !this.#reaches(view, group, trigger))
        continue
      const source = group.passive ? this.#agent(view, group) : this.#subjectSource(view, group)
      if (source?.speaker || source?.via.length) return because(view, group, 'reports it', source)
    }
    // Behind: ", X said" · ", said X" · ", according to X".
    for (const group of groups) {
      if (group === own || group.from < trigger.to || !this.#isSaying(group) || group.infinitive) continue
      let comma = false
      for (let k = trigger.to; k < group.from; k++)
        if (tokens[k]!.norm === ',' || tokens[k]!.norm === '”' || tokens[k]!.norm === '–' || tokens[k]!.norm === '—')
          comma = true
      const last = groups.findLast((g) => g.finite)
      if (!comma || last !== group) continue
      const source = this.#invertedSource(view, group) ?? this.#subjectSource(view, group)
      if (source?.speaker || source?.via.length) return because(view, group, 'behind the clause reports it', source)
    }
    return this.#accordingTo(view, sentence.from, sentence.to)
  }

  /** Whether what a verb of saying says runs on to the trigger. */
  #reaches(view: SentenceView, group: VerbGroup, trigger: Range): boolean {
    const { tokens, lexicon, masked } = view
    const clausal = group.lemmas.every((l) => CLAUSAL.has(l))
    let that = false
    for (let k = group.to; k < trigger.from; k++) {
      if (masked[k]) continue
      const { norm } = tokens[k]!
      if (norm === ';') return false
      if (norm === 'that' || norm === 'whether' || norm === 'if' || norm === 'how') that = true
      if (/^(but|while|although|though|because)$/.test(norm) && !that) return false
      if (/^(which|who|whose)$/.test(norm) && lexicon.is(norm, W.relative) && !that) return false
    }
    // Relative clause closed before the trigger: "X, who said Y, has been renewed".
    const before = tokens[group.from - 1]?.norm
    if (before === 'who' || before === 'which') {
      for (let k = group.to; k < trigger.from; k++) if (tokens[k]!.norm === ',') return false
    }
    return that || !clausal
  }

  #agent(view: SentenceView, group: VerbGroup): Source | null {
    const { tokens } = view
    for (let k = group.to; k < view.sentence.to && k < group.to + 6; k++) {
      if (tokens[k]!.norm === 'by') return this.#sourceAt(view, k + 1, view.sentence.to, 1)
    }
    return null
  }

  /** "according to X", "per X", where X is no outlet. */
  #accordingTo(view: SentenceView, from: number, to: number): Source | null {
    const { tokens } = view
    for (let k = from; k < to - 1; k++) {
      const { norm } = tokens[k]!
      const at =
        norm === 'according' && tokens[k + 1]!.norm === 'to' ? k + 2 : norm === 'per' && !tokens[k]!.glued ? k + 1 : -1
      if (at < 0 || this.#in.speechOf[k]! >= 0) continue
      const source = this.#sourceAt(view, at, Math.min(to, at + 12), 1)
      if (source?.speaker)
        return { ...source, via: source.via.length ? source.via : this.#channelOutlets(view, from, to) }
    }
    return null
  }

  // Sources in their places

  #subjectSource(view: SentenceView, group: VerbGroup): Source | null {
    return this.#sourceAt(view, group.from - 1, Math.max(view.sentence.from, group.from - 26), -1, group)
  }

  #invertedSource(view: SentenceView, group: VerbGroup): Source | null {
    if (group.modal || group.negated) return null
    return this.#sourceAt(view, group.to, Math.min(view.sentence.to, group.to + 9), 1)
  }

  /** The first source met from `from` towards `to` (exclusive), skipping insertions when walking left from a verb. */
  #sourceAt(view: SentenceView, from: number, to: number, step: 1 | -1, group?: VerbGroup): Source | null {
    const { tokens, lexicon, masked, orgs, groups } = view
    const { people, speechOf } = this.#in
    const speech = group ? speechOf[group.head]! : -2
    let oblique = false
    for (let k = from; step > 0 ? k < to : k >= to; k += step) {
      const token = tokens[k]!
      if (group && speechOf[k] !== speech && speechOf[k]! >= 0) {
        // Step over a quotation between subject and verb: X, “…,” said.
        continue
      }
      const person = step > 0 ? beginningAt(people, k) : endingAt(people, k + 1)
      if (person && !(step < 0 && (isObliqueAt(view, person.from) || isPossessor(view, person.to))))
        return personSource(person.person, step > 0 ? 'named behind it' : 'its subject')
      if (person) {
        oblique = true
        k = step > 0 ? person.to - 1 : person.from
        continue
      }
      const org = orgs.find((o) => (step > 0 ? o.from === k : o.to === k + 1))
      const name = step > 0 ? beginningAt(this.#in.strangers, k) : endingAt(this.#in.strangers, k + 1)
      const owner = step > 0 ? (org ?? name) : undefined
      const officer = owner && isPossessor(view, owner.to) ? this.#officer(owner.to + 1) : null
      if (officer) return personSource(officer, 'named behind the office')
      if (org) {
        const spokesperson = this.#nearRole(view, org.from, org.to)
        if (spokesperson || !(step < 0 && isObliqueAt(view, org.from) && !this.#roleBefore(view, org.from))) {
          const source = this.#orgSource(org.names.map((n) => ({ name: n.name, kind: n.kind })))
          if (source) return source
        }
        k = step > 0 ? org.to - 1 : org.from
        oblique = true
        continue
      }
      // A name that is nobody known to the article: whoever speaks is somebody.
      if (name) {
        if (!(step < 0 && (isObliqueAt(view, name.from) || isPossessor(view, name.to)))) {
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
      if (step < 0 && k === from && norm === 'they') return null
      if (step < 0 && k === from && /^(he|she)$/.test(norm)) return this.#pronounSource(view, k, norm)
      if (step < 0 && norm === 'i' && speech < 0) return null
      if (isUnnamed(view, k) && !isObliqueAt(view, k))
        return {
          speaker: 'anonymous',
          role: 'anonymous',
          via: [],
          why: [{ stage: 'attribution', note: `“${norm}” says so, unnamed` }],
        }
      if (NETWORK_NOUN.has(norm) && /^(the|its)$/.test(tokens[k - 1]?.norm ?? '')) return this.#mainOrg(k)
      const role = this.#in.roleAt(k)
      if (role && (role.to === k + 1 || step > 0)) {
        const named = nextFrom(people, role.to)
        if (named && named.from <= role.to + 1) return personSource(named.person, `named behind the role “${norm}”`)
        if (role.role === 'spokesperson' || role.role === 'agent') {
          const owner =
            orgs.find((o) => o.from >= role.to && o.from <= role.to + 2) ?? orgs.find((o) => o.to <= k && k - o.to <= 1)
          return owner ? this.#orgSource(owner.names) : role.role === 'spokesperson' ? this.#mainOrg(k) : null
        }
        if (tokens[k - 1]?.norm === 'the' || tokens[k - 2]?.norm === 'the') {
          const known = lastBefore(this.#byRole.get(role.role) ?? [], k)
          if (known) return personSource(known.person, `the ${norm} named before`)
        }
      }
      if (step < 0) {
        if (/^[;:]$/.test(norm)) return null
        if (groups.some((g) => g !== group && g.finite && g.from <= k && k < g.to && !isInserted(view, g, from)))
          return null
        if (lexicon.is(norm, W.subordinator) && !/^(as|that)$/.test(norm) && !oblique) return null
      } else if (/^[;.”]$/.test(norm) || (norm === ',' && k > from)) return null
    }
    return null
  }

  #nearRole(view: SentenceView, from: number, to: number): boolean {
    const after = this.#in.roleAt(to)
    return after?.role === 'spokesperson' || this.#roleBefore(view, from)
  }
  /** "a spokesperson for X", "reps for X". */
  #roleBefore({ tokens }: SentenceView, from: number): boolean {
    for (let k = from - 1; k >= 0 && k >= from - 4; k--) {
      if (/^(spokesperson|spokesman|spokeswoman|rep|reps|representative|representatives)$/.test(tokens[k]!.norm))
        return true
    }
    return false
  }

  /** "Severn's head of drama, Marla Quint": whoever holds the office that begins here. */
  #officer(at: number): Person | null {
    for (let k = at; k < at + 4; k++) {
      const office = this.#in.roleAt(k)
      const named = office && nextFrom(this.#in.people, office.to)
      if (!office || !named) continue
      if (named.from > office.to + 5) return null
      const held = office.role === 'spokesperson' ? null : office.role
      return { ...named.person, role: named.person.role ?? held }
    }
    return null
  }

  #orgSource(names: ReadonlyArray<{ name: string; kind: string }>): Source | null {
    const network = names.find((n) => n.kind === 'network') ?? names.find((n) => n.kind === 'studio')
    const outlet = names.find((n) => n.kind === 'outlet')
    if (network && !(outlet && outlet.name !== network.name)) {
      return {
        speaker: network.name,
        role: network.kind === 'studio' ? 'studio' : 'network',
        via: [],
        why: [{ stage: 'attribution', note: `${network.name}: a network or studio that speaks` }],
      }
    }
    if (outlet)
      return outlet.name === this.#in.outlet
        ? null
        : { ...NOBODY, via: [outlet.name], why: [{ stage: 'attribution', note: `${outlet.name} reports it` }] }
    return null
  }

  #mainOrg(before: number): Source | null {
    const org = lastBefore(this.#networks, before) ?? this.#networks[0]
    const network = org?.names.find((n) => n.kind === 'network')
    return network ? this.#orgSource([network]) : null
  }

  #pronounSource(view: SentenceView, at: number, pronoun: string): Source | null {
    const nearest = within(this.#outside, { from: at - 180, to: at }).findLast(
      (p) => at - p.to < 160 && !isObliqueAt(view, p.from),
    )
    const any = nearest ?? lastBefore(this.#outside, at)
    if (this.#last?.speaker && pronoun !== 'they') {
      // Beside a quotation, where nobody else has been named: the stranger who spoke before.
      const beside = this.#in.speechOf.subarray(view.sentence.from, view.sentence.to).some((q) => q >= 0)
      if (!any && beside && this.#last.role !== 'network')
        return {
          ...this.#last,
          why: [{ stage: 'attribution', note: `“${pronoun}” is ${this.#last.speaker}, the last who spoke` }],
        }
      const spoken = lastBefore(this.#byName.get(this.#last.speaker) ?? [], at)
      // The last speaker, unless somebody else was named as a subject since.
      if (spoken && (!nearest || spoken.from >= nearest.from - 60))
        return {
          ...this.#last,
          why: [{ stage: 'attribution', note: `“${pronoun}” is ${this.#last.speaker}, the last who spoke` }],
        }
    }
    return any ? personSource(any.person, `“${pronoun}”, the last person named before`) : null
  }

  // Outlets

  /** Whoever a cue makes speak. */
  #cued(view: SentenceView, group: VerbGroup, where: string): Source | null {
    const source = this.#subjectSource(view, group) ?? this.#invertedSource(view, group)
    return this.#withOutlets(view, source && because(view, group, where, source))
  }

  #withOutlets(view: SentenceView, source: Source | null): Source | null {
    if (!source) return null
    const outlets = this.#channelOutlets(view, view.sentence.from, view.sentence.to)
    return through(source, outlets, 'as its sentence says')
  }

  #outletsIn(view: SentenceView, _trigger: Range): string[] {
    return this.#channelOutlets(view, view.sentence.from, view.sentence.to)
  }

  /** Outlets behind "told", "in an interview with", "per", "as reported by", or as the subject of "reports". */
  #channelOutlets(view: SentenceView, from: number, to: number): string[] {
    const { tokens, orgs } = view
    const found: string[] = []
    for (const org of orgs) {
      if (org.from < from || org.to > to) continue
      const outlet = org.names.find((n) => n.kind === 'outlet')
      if (!outlet || outlet.name === this.#in.outlet || found.includes(outlet.name)) continue
      if (leadsOutlet(tokens, org.from, from) || this.#reportsAsSubject(view, org.to)) found.push(outlet.name)
    }
    return found
  }

  #reportsAsSubject(view: SentenceView, to: number): boolean {
    const group = view.groups.find((g) => g.from >= to && g.from <= to + 2)
    return (
      group !== undefined &&
      /^(report|reveal|note|write|claim|learn|hear|say|state|confirm|suggest)$/.test(group.lemmas[0] ?? '') &&
      !group.passive
    )
  }
}

const LEADS = /^(told|tells|telling|to|with|per|via|by|on|in|from|for|at|citing|tell|of|source|saying)$/

/** "told (the) Vulture", "in an interview with X", "speaking on the X podcast", "as first reported by X", "(via X)". */
function leadsOutlet(tokens: SentenceView['tokens'], at: number, from: number): boolean {
  let k = at - 1
  while (
    k >= from &&
    (/^(the|a|an|its|“|"|‘|'|\(|sister|site|our|magazine|host|hosts)$/.test(tokens[k]!.norm) ||
      tokens[k]!.norm === "'s")
  )
    k--
  const lead = tokens[k]
  if (!lead || k < from) return tokens[at - 1]?.norm === '('
  if (!LEADS.test(lead.norm)) return false
  if (/^(to|with|by|on|in|from|for|at|of)$/.test(lead.norm)) {
    for (let j = k; j >= from && j > k - 6; j--) {
      if (
        /^(interview|spoke|speaking|speak|talking|talked|talk|told|chat|chatted|chatting|conversation|according|reported|statement|said|says|appearance|appeared|appearing|episode|report|article|opened|revealed|confirmed|sat|exclusively|broken|podcast|profile|feature|piece|story|guest|explained|admitted|shared|quoted|published|discussing|catching|teased|answering|asked|pressed|quizzed|grilled|interviewed|pushed)$/.test(
          tokens[j]!.norm,
        )
      )
        return true
    }
    return false
  }
  return true
}

/** "sources", "an insider", "two people with knowledge of the talks", "those close to the show". */
function isUnnamed({ tokens }: SentenceView, k: number): boolean {
  const { norm } = tokens[k]!
  if (/^(source|sources|insider|insiders)$/.test(norm)) return true
  if (!/^(people|person|those|someone|executives|staffers|members)$/.test(norm)) return false
  return /^(close|familiar|with|near|in|involved|inside|aware)$/.test(tokens[k + 1]?.norm ?? '')
}

/** Puts the verb that makes a source speak before the other reasons. */
function because(view: SentenceView, group: VerbGroup, how: string, source: Source): Source {
  const verb = view.tokens.slice(group.from, group.to).map((t) => t.norm)
  const note = `“${verb.join(' ')}” ${how}`
  return { ...source, why: [{ stage: 'attribution', note, span: spanOf(view.tokens, group) }, ...source.why] }
}

/** The source with the outlets that its words came through. */
const through = (source: Source, via: string[], how: string): Source =>
  via.length
    ? { ...source, via, why: [...source.why, { stage: 'attribution', note: `through ${via.join(' and ')}, ${how}` }] }
    : source

const personSource = (person: Person, how: string): Source => ({
  speaker: person.name,
  role: person.role ?? 'cast',
  via: [],
  why: [{ stage: 'attribution', note: `${person.name}: ${how}` }],
})

/** Behind a preposition: no subject. */
function isObliqueAt({ tokens, lexicon, sentence, masked }: SentenceView, from: number): boolean {
  for (let k = from - 1; k >= sentence.from && k >= from - 5; k--) {
    if (masked[k]) continue
    const { norm, kind } = tokens[k]!
    if (kind === 'mark') return false
    const c = lexicon.classes(norm)
    if (c & W.preposition && !(c & W.subordinator) && norm !== 'per') return true
    if (!(c & (W.determiner | W.role | W.adverb | W.possessive | W.series)) && !/^[a-z-]+$/.test(norm)) return false
    if (c & (W.modal | W.be | W.have | W.verbPast | W.coordinator | W.subordinator)) return false
  }
  return false
}

const isPossessor = ({ tokens }: SentenceView, to: number): boolean => tokens[to]?.norm === "'s"

/** A verb in an insertion between the subject and its verb ("X, who plays Y, said"). */
function isInserted({ tokens }: SentenceView, group: VerbGroup, from: number): boolean {
  let comma = false
  for (let k = group.to; k <= from; k++) if (/^[,)—–]$/.test(tokens[k]!.norm)) comma = true
  const before = tokens[group.from - 1]?.norm ?? ''
  return comma && /^(who|which|that|,|\()$/.test(before)
}

/** For `--why`: the words of a quotation's cue. */
export const cueSpan = (view: SentenceView, group: VerbGroup): ReturnType<typeof spanOf> => spanOf(view.tokens, group)
