// Who says it: the speaker of every quotation and of every reported clause, and the chain of outlets that the words
// came through.
import { firstReported, toldAfterwards, toldAtItsEnd } from './attribution/afterwards.ts'
import { Channels } from './attribution/channels.ts'
import { Cues } from './attribution/cues.ts'
import { listSources, schedulerIn } from './attribution/lists.ts'
import { bracketedSources, channelOutlets, reportingOutlets } from './attribution/outlets.ts'
import { reportedSource } from './attribution/reported.ts'
import type { Source } from './attribution/source.ts'
import { anonymous, NOBODY, personSource, through } from './attribution/source.ts'
import { Sources } from './attribution/sources.ts'
import type { Role } from './claim.ts'
import type { Quotation, Range } from './document.ts'
import type { SentenceView } from './events.ts'
import type { Person, PersonMention } from './people.ts'
import { within } from './ranges.ts'
import type { VerbGroup } from './verbs.ts'

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

export class Attribution {
  readonly #in: AttributionInput
  /** Speaker of each quotation, by its index. */
  readonly #quoted = new Map<number, Source>()
  readonly #channels: Channels
  /** Outlets that had the article's news first, and up to which sentence it is told. */
  readonly #first: { via: string[]; lead: number }
  readonly #sources: Sources
  readonly #cues: Cues
  /** Outlets named in brackets behind an item, for each of its sentences. */
  readonly #bracketed: ReadonlyMap<number, string[]>
  /** Whoever answers an interview's questions without quotation marks; null where there is none. */
  readonly #interviewed: Source | null
  /** Whoever announced the list that a sentence is a part of, by the sentence's index. */
  readonly #lists: ReadonlyMap<number, Source>
  /** The network whose schedule the article tells; null when none announces one. */
  readonly scheduler: Source | null

  constructor(input: AttributionInput) {
    this.#in = input
    this.#sources = new Sources(input)
    this.#cues = new Cues(input, this.#sources)
    this.#lists = listSources(this.#cues, input.views)
    this.scheduler = schedulerIn(this.#cues, input.views)
    this.#first = firstReported(input)
    this.#interviewed = interviewedIn(input)
    this.#bracketed = bracketedSources(input)
    this.#channels = new Channels(input, this.#cues, this.#sources)
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

  /** Whoever is not named at all: what is "reportedly" so, and "rumoured". */
  unnamed(): Source {
    return through(anonymous('unnamed sources'), this.#channels.rumoured, 'which alone has it from them')
  }

  /** The source of what a trigger tells. */
  of(view: SentenceView, trigger: Range, group: VerbGroup | null): Source {
    const source = this.#told(view, trigger, group)
    const outlets = source.via.length ? undefined : this.#bracketed.get(view.sentence.i)
    return outlets ? through(source, outlets, 'in brackets behind it') : source
  }

  #told(view: SentenceView, trigger: Range, group: VerbGroup | null): Source {
    const speech = this.#in.speechOf[trigger.from]!
    const quoted = speech >= 0 ? this.quotation(speech) : null
    if (quoted && (quoted.speaker !== null || quoted.via.length)) return quoted
    const inside = reportedSource(this.#cues, this.#sources, view, trigger, group)
    if (inside === NOBODY) return NOBODY
    const first = view.sentence.i <= this.#first.lead ? this.#first.via : []
    const reported = inside ?? (speech < 0 ? this.#afterwards(view, trigger) : null)
    const via = channelOutlets(this.#in, view, view.sentence.from, view.sentence.to)
    if (reported) {
      if (reported.via.length) return reported
      if (/^(anonymous|network|studio)$/.test(reported.role) && first.length)
        return through(reported, first, 'which had it first')
      if (via.length) return through(reported, via, 'as the sentence says')
      if (reported.speaker === 'anonymous')
        return through(reported, this.#channels.unnamed, 'which alone has it from them')
      return through(reported, this.#channels.of(reported.speaker, view.sentence.i), 'as an earlier sentence says')
    }
    const reporting = reportingOutlets(this.#in, view)
    const chain = reporting.length ? reporting : first
    return chain.length
      ? { ...NOBODY, via: chain, why: [{ stage: 'attribution', note: `${chain.join(' and ')} reported it first` }] }
      : NOBODY
  }

  /** Who told the news of a sentence, by its end or by the sentence behind it. */
  #afterwards(view: SentenceView, trigger: Range): Source | null {
    const { i, title } = view.sentence
    const next = this.#in.views[i + 1]
    if (title || view !== this.#in.views[i]) return null
    const listed = this.#lists.get(i)
    if (listed) return listed
    const here = toldAtItsEnd(this.#sources, view, trigger.to)
    if (here || !next || next.sentence.furniture) return here
    const source = toldAfterwards(this.#cues, this.#sources, next)
    if (!source?.speaker || source.via.length) return source
    return through(source, channelOutlets(this.#in, next, next.sentence.from, next.sentence.to), 'as it says')
  }

  #speakerOf(quotation: Quotation, index: number): Source {
    if (quotation.continues >= 0) {
      const before = this.#quoted.get(quotation.continues)
      if (before?.speaker) return before
    }
    if (quotation.answer) return this.#cues.labelBefore(quotation) ?? this.#interviewed ?? NOBODY
    const near = this.#cues.cueAfter(quotation) ?? this.#cues.cueBefore(quotation) ?? this.#cues.labelBefore(quotation)
    const source = near ?? this.#standingAlone(quotation, index)
    if (!source) return NOBODY
    // "Deadline reports that the studio told them: “…”"
    const { sentence } = this.#in.views[this.#in.sentenceOf[quotation.from]!]!
    const here = near && !source.via.length ? this.#outletsIn(sentence.i, quotation.from) : []
    const channel = source.via.length ? [] : this.#channels.of(source.speaker, sentence.i)
    const full = through(
      source,
      here.length ? here : channel,
      here.length ? 'as its sentence says' : 'as another sentence says',
    )
    if (full.speaker) this.#sources.pronouns.note(quotation.from, full)
    return full
  }

  /** Outlets that report, in a sentence up to a token. */
  #outletsIn(i: number, to: number): string[] {
    const view = this.#in.views[i]!
    return channelOutlets(this.#in, view, view.sentence.from, to)
  }

  /** "Read HER full answer below:", "Here's what SHE had to say:": who speaks in the quotation that a sentence leads to. */
  #ledTo(view: SentenceView): Source | null {
    const { from, to } = view.sentence
    const pronoun = view.tokens.slice(from, to).findLast((t) => /^(she|he|her|his)$/.test(t.norm))
    return this.#sources.pronouns.meant(view, pronoun?.i ?? to, pronoun?.norm ?? 'who speaks')
  }

  /** A quotation alone in its paragraph belongs to whoever the sentence before makes speak, else to the last speaker. */
  #standingAlone(quotation: Quotation, index: number): Source | null {
    const { views, sentenceOf, quotations, speechOf } = this.#in
    const at = sentenceOf[quotation.from]!
    for (let i = at - 1; i >= 0 && i >= at - 2; i--) {
      const view = views[i]!
      if (view.sentence.furniture) continue
      const group = view.groups.findLast((g) => speechOf[g.head]! < 0 && this.#cues.isSaying(g))
      const source = group ? this.#cues.cued(view, group, 'in a sentence before leads to the quotation') : null
      if (source?.speaker) return source
      if (i === at - 1 && view.tokens[view.sentence.to - 1]!.norm === ':') return this.#ledTo(view)
    }
    for (let i = index - 1; i >= 0 && sentenceOf[quotations[i]!.to - 1]! >= at - 4; i--)
      if (quotations[i]!.speech && quotations[i]!.inside < 0) return this.#quoted.get(i) ?? null
    return this.#sources.pronouns.lastSpeaker(quotation.from)
  }
}

/** Whoever answers an interview's questions: the person whom the article names most before its first answer. */
function interviewedIn({ quotations, people }: AttributionInput): Source | null {
  const first = quotations.find((q) => q.answer)
  if (!first) return null
  const named = Map.groupBy(within(people, { from: 0, to: first.from }), (p) => p.person)
  const person = [...named.keys()].reduce<Person | null>(
    (a, b) => (a && named.get(a)!.length >= named.get(b)!.length ? a : b),
    null,
  )
  return person ? personSource(person, 'answers the interview’s questions') : null
}
