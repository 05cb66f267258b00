// Networks, studios and outlets as sources: which one "the network" is, and for whom a spokesperson speaks.
import type { AttributionInput } from '../attribution.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { OrgMention } from '../names.ts'
import { beginningAt, endingAt, lastBefore, within } from '../ranges.ts'
import { isScreen } from '../screens.ts'
import { isOutletName, outletMeantAt } from './outlets.ts'
import { isPossessor } from './places.ts'
import type { Source } from './source.ts'
import { NOBODY } from './source.ts'

/** Kinds of network that a noun tells (phrases/en/networks.yaml). */
const KIND = new Map([
  ['streamer', 'streamer'],
  ['cabler', 'cable'],
  ['broadcaster', 'broadcaster'],
  ['pubcaster', 'broadcaster'],
])
/** How far back, in tokens, "the rep" looks for the spokesperson. */
const REP_REACH = 120

/** "The network", "the Acme-owned cable network": plain words at most stand between article and noun. */
function isDefinite({ tokens, lexicon, masked, sentence }: SentenceView, noun: number): boolean {
  for (let k = noun - 1; k >= sentence.from && k >= noun - 8; k--) {
    const { norm, kind, glued } = tokens[k]!
    if (norm === 'the' || norm === 'its') return true
    const compound = tokens[k + 1]!.glued || (kind === 'mark' && glued)
    if ((masked[k] && !compound) || (kind === 'mark' && !glued && norm !== '-')) return false
    if (lexicon.is(norm, W.preposition | W.be | W.have | W.modal | W.pronoun | W.coordinator | W.subordinator))
      return false
  }
  return false
}

/** A network that nobody has heard of. */
const unknown = (name: string, how: string): Source => ({
  speaker: name,
  role: 'network',
  via: [],
  why: [{ stage: 'attribution', note: `${name}: ${how}` }],
})

/** Finds the organisations that speak. */
export class Organisations {
  readonly #in: AttributionInput
  readonly #screens: readonly OrgMention[]
  readonly #studios: readonly OrgMention[]

  constructor(input: AttributionInput) {
    this.#in = input
    const orgs = input.views.flatMap((v) => v.orgs)
    // A channel that is called by a number alone is none that "the network" could mean.
    this.#screens = orgs.filter((o) => isScreen(o) && !/^\d+$/.test(o.names[0]!.name))
    this.#studios = orgs.filter((o) => !isScreen(o) && o.names.some((n) => n.kind === 'studio'))
  }

  /** The organisation with these names as a source; null for the outlet that published the article. */
  speaking(names: ReadonlyArray<{ name: string; kind: string }>): Source | null {
    const network = names.find((n) => n.kind === 'network') ?? names.find((n) => n.kind === 'studio')
    const outlet = names.find((n) => n.kind === 'outlet')
    if (network && !outlet) {
      return {
        speaker: network.name,
        role: network.kind === 'studio' ? 'studio' : 'network',
        via: [],
        why: [{ stage: 'attribution', note: `${network.name}: a network or studio that speaks` }],
      }
    }
    return outlet ? this.outlet(outlet.name) : null
  }

  /** An outlet that reports; null for the one that published the article. */
  outlet(name: string): Source | null {
    if (name === this.#in.outlet) return null
    return { ...NOBODY, via: [name], why: [{ stage: 'attribution', note: `${name} reports it` }] }
  }

  /** "the network", "the studio", at a token: the one meant; null when it is no such noun or none is known. */
  meant(view: SentenceView, at: number): Source | null {
    const { norm } = view.tokens[at]!
    if (norm === 'studio') return isDefinite(view, at) ? this.#named(lastBefore(this.#studios, at), 'studio') : null
    // "the net's president": it is the president who speaks.
    if (!view.lexicon.among('screenNoun', norm) || isPossessor(view, at + 1) || !isDefinite(view, at)) return null
    return this.#ofKind(norm, at) ?? this.main(at) ?? this.#stranger(at)
  }

  /** "The streamer" is a streamer: the last one before a token, if the article names any of the kind that the noun tells. */
  #ofKind(noun: string, at: number): Source | null {
    const kind = KIND.get(noun)
    if (!kind) return null
    return this.#named(
      lastBefore(this.#screens, at, (o) => o.names.some((n) => n.kind === 'network' && n.type === kind)),
      'network',
    )
  }

  /** "the magazine", "the same site", "the report", at a token: the outlet named last before; null when it is no such noun. */
  outletMeant(at: number): Source | null {
    const name = outletMeantAt(this.#in, at)
    return name === null ? null : this.outlet(name)
  }

  /** The network that was named last before a token, else the article's first. */
  main(before: number): Source | null {
    return this.#named(lastBefore(this.#screens, before) ?? this.#screens[0], 'network')
  }

  /** Whoever a spokesperson at a token speaks for: "a rep for X", "an X spokesman", "a network spokesman", "the rep". */
  represented(view: SentenceView, from: number, to: number): Source | null {
    const { tokens, orgs } = view
    const owned = /^(for|at|from|of|with)$/.test(tokens[to]?.norm ?? '')
    const owner =
      (owned ? orgs.find((o) => o.from > to && o.from <= to + 2) : undefined) ??
      orgs.find((o) => o.to <= from && from - o.to <= 1)
    if (owner) return this.speaking(owner.names)
    const name = endingAt(this.#in.strangers, from) ?? (owned ? beginningAt(this.#in.strangers, to + 1) : undefined)
    if (name) return unknown(name.name, 'somebody speaks for it')
    const before = from > 0 ? tokens[from - 1]!.norm : ''
    if (view.lexicon.among('screenNoun', before)) return this.main(from)
    if (before !== 'the') return null
    for (let k = from - 1; k >= 0 && k > from - REP_REACH; k--) {
      const role = this.#in.roleAt(k)
      if (role?.role !== 'spokesperson' && role?.role !== 'agent') continue
      const earlier = this.#in.views[this.#in.sentenceOf[k]!]!
      if (tokens[k - 1]?.norm !== 'the') return this.represented(earlier, k, role.to)
    }
    return null
  }

  #named(org: OrgMention | undefined, kind: 'network' | 'studio'): Source | null {
    const named = org?.names.find((n) => n.kind === kind)
    return named ? this.speaking([named]) : null
  }

  /** Where no network is known: the name that begins this sentence or one of the two before it. */
  #stranger(at: number): Source | null {
    const { views, sentenceOf, strangers } = this.#in
    for (let i = sentenceOf[at]!; i >= 0 && i >= sentenceOf[at]! - 2; i--) {
      const { sentence } = views[i]!
      const name = within(strangers, { from: sentence.from, to: Math.min(at, sentence.from + 6) })[0]
      if (!name || isOutletName(name.name, views[i]!.lexicon) || views[i]!.tokens[name.to]?.norm === "'s") continue
      return unknown(name.name, 'the network that the article speaks of')
    }
    return null
  }
}
