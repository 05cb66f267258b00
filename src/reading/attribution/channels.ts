// Channels: the outlet that somebody spoke to. What is told once ("told Vulture") holds for the speaker's other words: an
// interview goes on through the article.
import type { AttributionInput } from '../attribution.ts'
import { firstNot, within } from '../ranges.ts'
import type { Cues } from './cues.ts'
import { channelOutlets, outletsThatReport } from './outlets.ts'
import { isHost } from './places.ts'
import type { Sources } from './sources.ts'

/** Outlets that somebody spoke to, and in which sentence it is told. */
interface Channel {
  i: number
  via: string[]
}

export class Channels {
  readonly #of: ReadonlyMap<string, readonly Channel[]>
  /** The one outlet that unnamed sources spoke to; none where there are several. */
  readonly unnamed: string[]
  /** That outlet, or else the one whose reports the article speaks of. */
  readonly rumoured: string[]

  constructor(input: AttributionInput, cues: Cues, sources: Sources) {
    const found = new Map<string, Channel[]>()
    const add = (speaker: string, i: number, via: string[]): void => {
      const channels = found.get(speaker) ?? []
      if (channels.at(-1)?.i !== i) channels.push({ i, via })
      found.set(speaker, channels)
    }
    const reporting = new Set<string>()
    for (const view of input.views) {
      const { sentence, groups } = view
      if (sentence.furniture) continue
      for (const name of outletsThatReport(input, view)) reporting.add(name)
      const main = groups.find((g) => g.finite)
      const saying = groups.filter((g) => cues.isSaying(g))
      for (const [k, group] of saying.entries()) {
        const source = sources.subjectSource(view, group)
        // A company's statement goes to one outlet; a person's interview goes on.
        if (!source?.speaker || /^(network|studio)$/.test(source.role)) continue
        // "Speaking to IGN on Monday, Aldous said …"
        const from = group === main ? sentence.from : group.from
        const outlets = channelOutlets(input, view, from, saying[k + 1]?.from ?? sentence.to)
        if (outlets.length) add(source.speaker, sentence.i, outlets)
      }
      // "in an interview with IGN, Rosenberg …": the channel is told without a verb of saying.
      const outlets = channelOutlets(input, view, sentence.from, sentence.to)
      if (!outlets.length) continue
      const persons = within(input.people, sentence).filter((p) => !isHost(input, p))
      const person = persons[0]
      const name = person?.person.name ?? (main && !main.passive ? sources.subjectSource(view, main)?.speaker : null)
      if (name && persons.every((p) => p.person === person?.person)) add(name, sentence.i, outlets)
    }
    this.#of = found
    const [first, ...others] = found.get('anonymous') ?? []
    this.unnamed = first && others.every(({ via }) => via.join() === first.via.join()) ? first.via : []
    this.rumoured = first || reporting.size !== 1 ? this.unnamed : [...reporting]
  }

  /** Outlets that a speaker's words in a sentence came through: the last told up to there, else the first told behind. */
  of(speaker: string | null, sentence: number): string[] {
    const channels = this.#of.get(speaker ?? '') ?? []
    const next = firstNot(channels.length, (k) => channels[k]!.i <= sentence)
    return (channels[next - 1] ?? channels[0])?.via ?? []
  }
}
