// Pronouns as sources: whom "he" and "she" mean beside a verb of saying.
import type { AttributionInput } from '../attribution.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { PersonMention } from '../people.ts'
import { lastBefore, within } from '../ranges.ts'
import { isHost, isObliqueAt } from './places.ts'
import type { Source } from './source.ts'
import { personSource } from './source.ts'

/** How far back, in tokens, a person is looked for. */
const REACH = 180
/** How far back, in tokens, a company's spokesperson is "he". */
const SPOKESPERSON_REACH = 70
/** How close to the last speaker's name, in tokens, somebody else's does not count. */
const BESIDE = 60

/** Finds whom pronouns mean. */
export class Pronouns {
  readonly #in: AttributionInput
  readonly #byName: ReadonlyMap<string, PersonMention[]>
  /** Named outside of quotations, and not as a podcast's host. */
  readonly #outside: readonly PersonMention[]
  /** Who spoke, and at which token, in the order of the article. */
  readonly #spoke: Array<{ from: number; to: number; source: Source }> = []

  constructor(input: AttributionInput) {
    this.#in = input
    this.#byName = Map.groupBy(input.people, (p) => p.person.name)
    this.#outside = input.people.filter((p) => input.speechOf[p.from]! < 0 && !isHost(input, p))
  }

  /** Notes who spoke at a token; to be called in the order of the article. */
  note(at: number, source: Source): void {
    this.#spoke.push({ from: at, to: at, source })
  }

  /** Whoever spoke last before a token. */
  lastSpeaker(at: number): Source | null {
    return lastBefore(this.#spoke, at)?.source ?? null
  }

  #spokenAt(at: number): number {
    return lastBefore(this.#spoke, at)?.from ?? -1
  }

  /** The last person of no known role that is named before a token. */
  nameless(at: number): PersonMention | undefined {
    return lastBefore(this.#outside, at, (p) => p.person.role === null && at - p.to < 120)
  }

  /** Whom a pronoun at a token means; null when nobody is near. */
  meant(view: SentenceView, at: number, pronoun: string): Source | null {
    const before = within(this.#outside, { from: at - REACH, to: at })
    const nearest = before.findLast((p) => !isObliqueAt(view, p.from))
    const any = nearest ?? lastBefore(this.#outside, at)
    const last = this.lastSpeaker(at)
    const speaker = last?.speaker ? { ...last, why: why(`“${pronoun}” is ${last.speaker}, the last who spoke`) } : null
    const doer = before.findLast((p) => this.#does(p))
    if (last && speaker) {
      if (last.role === 'network' || last.role === 'studio') {
        if (this.#spokesperson(at) && !(doer && doer.from > this.#spokenAt(at))) return speaker
      } else {
        // Beside a quotation, where nobody else has been named: the stranger who spoke before.
        const { sentence } = view
        const beside = this.#in.speechOf.subarray(sentence.from, sentence.to).some((q) => q >= 0)
        if (!any && beside) return speaker
        const spoken = lastBefore(this.#byName.get(last.speaker!) ?? [], at)
        // The last speaker, unless somebody else does something since.
        if (spoken && (!nearest || spoken.from >= nearest.from - BESIDE || !doer || doer.from <= spoken.from))
          return speaker
      }
    }
    if (any) return personSource(any.person, `“${pronoun}”, the last person named before`)
    const stranger = lastBefore(this.#in.strangers, at, (s) => !s.organisation && at - s.to < 90)
    return stranger
      ? { speaker: stranger.name, role: 'cast', via: [], why: why(`“${pronoun}”, the last name before`) }
      : null
  }

  /** Whether a spokesperson, who is named by the company alone, stands close before a token. */
  #spokesperson(at: number): boolean {
    for (let k = at - 1; k >= 0 && k > at - SPOKESPERSON_REACH; k--)
      if (this.#in.views[0]!.lexicon.among('speaksFor', this.#in.views[0]!.tokens[k]!.norm)) return true
    return false
  }

  /** Whether a person is the subject of a verb. */
  #does({ from, to }: PersonMention): boolean {
    const view = this.#in.views[this.#in.sentenceOf[from]!]!
    if (isObliqueAt(view, from)) return false
    let k = to
    while (k < view.sentence.to && view.lexicon.is(view.tokens[k]!.norm, W.adverb)) k++
    return (
      /^(,|who)$/.test(view.tokens[k]?.norm ?? '') || view.groups.some((g) => g.finite && !g.reducible && g.from === k)
    )
  }
}

const why = (note: string) => [{ stage: 'attribution', note }]
