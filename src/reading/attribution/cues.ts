// Cues: the verb of saying, the "according to" or the name and colon that tells whose words these are.
import type { AttributionInput } from '../attribution.ts'
import type { Quotation } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { type Lexicon, W } from '../lexicon.ts'
import { endingAt, within } from '../ranges.ts'
import { behindClosing, type Token, wordsIn } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import { channelOutlets } from './outlets.ts'
import { isUnnamed } from './places.ts'
import type { Source } from './source.ts'
import { because, personSource, through } from './source.ts'
import type { Sources } from './sources.ts'

/** How far, in tokens, a cue may stand from its quotation. */
const CUE_REACH = 32

/** Verbs that say something only with the words behind them: "made it clear", "let slip". */
const SAYS_WITH: ReadonlyArray<readonly [string, RegExp]> = [
  ['make', /^(it |things )?(clear|plain|known) /],
  ['let', /^(it )?(slip|be known) /],
  ['put', /^(it|things) /],
  ['weigh', /^in /],
  ['chime', /^in /],
  ['go', /^on [,.:“"]/],
  ['point', /^out /],
  ['break', /^the news that /],
]

/** What somebody holds: "is still hopeful that", "is confident of". */
const holds = (tokens: readonly Token[], lexicon: Lexicon, { lemmas, to }: VerbGroup): boolean =>
  lemmas.includes('be') &&
  [to, to + 1].some(
    (k) => lexicon.among('holds', tokens[k]?.norm ?? '') && /^(that|about|of|on)$/.test(tokens[k + 1]?.norm ?? ''),
  )

const after = (tokens: readonly Token[], at: number): string => `${wordsIn(tokens, at, at + 4)} `

/** Finds the sources that cues make speak. */
export class Cues {
  readonly #in: AttributionInput
  readonly #sources: Sources

  constructor(input: AttributionInput, sources: Sources) {
    this.#in = input
    this.#sources = sources
  }

  /** Whether a verb makes its subject say something. */
  isSaying(group: VerbGroup): boolean {
    if (group.infinitive && !group.lemmas.includes('say')) return false
    const { tokens, lexicon } = this.#in.views[0]!
    if (
      !group.passive &&
      (holds(tokens, lexicon, group) ||
        SAYS_WITH.some(([verb, words]) => group.lemmas.includes(verb) && words.test(after(tokens, group.to))))
    )
      return true
    return group.lemmas.some((l) => this.#in.say.has(l))
  }

  /** Whether a verb brings in a clause that its subject, or that of the verb it hangs on, is responsible for. */
  reports(view: SentenceView, group: VerbGroup): boolean {
    if (this.isSaying(group)) return true
    return (
      group.infinitive &&
      group.lemmas.some((l) => view.lexicon.among('announces', l)) &&
      this.#governor(view, group) !== null
    )
  }

  /** Whoever a reporting verb makes speak; of an infinitive or a participle, the subject of the verb it hangs on. */
  reporter(view: SentenceView, group: VerbGroup): Source | null {
    const own = group.infinitive && !this.isSaying(group) ? null : this.#sources.subjectSource(view, group)
    if (own) return own
    const governor = group.finite ? null : this.#governor(view, group)
    return governor && this.#sources.subjectSource(view, governor)
  }

  /** "TOOK to the stage to announce", "was quick TO ADD", "HAS BEEN busy, announcing that": the verb on which one hangs. */
  #governor({ tokens, groups, lexicon }: SentenceView, group: VerbGroup): VerbGroup | null {
    const governor = groups.findLast((g) => g.to <= group.from && g.finite)
    if (!governor || governor.negated || group.from - governor.to > 40) return null
    for (let k = governor.to; k < group.from; k++) if (/^[;:”]$/.test(tokens[k]!.norm)) return null
    const before = tokens[group.from - 1]!.norm
    if (group.infinitive)
      return lexicon.among('goesTo', governor.lemmas[0] ?? '') || lexicon.among('ready', before) ? governor : null
    return before === ',' || lexicon.is(before, W.subordinator | W.preposition) ? governor : null
  }

  /** “…,” said X · “…,” she added · “…,” X told Y. */
  cueAfter(quotation: Quotation): Source | null {
    const { views, sentenceOf, speechOf } = this.#in
    const tokens = views[0]!.tokens
    const at = behindClosing(tokens, quotation.to)
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
      view.groups.find((g) => g.from >= at && g.from < at + CUE_REACH && speechOf[g.head]! < 0 && this.isSaying(g)) ??
      // Any verb will do right behind the words of somebody named: “The network,” creator Dov Amsel sighed.
      (comma
        ? view.groups.find(
            (g) => g.from >= at && g.from < at + 9 && g.finite && this.#sources.subjectSource(view, g)?.speaker,
          )
        : undefined)
    if (!group) return null
    for (let k = at; k < group.from; k++) if (/^[;:]$/.test(tokens[k]!.norm)) return null
    return this.cued(view, group, 'is the cue behind the quotation')
  }

  /** X said: “…” · X, who plays Y, said that “…” · As X put it, “…”. */
  cueBefore(quotation: Quotation): Source | null {
    const { views, sentenceOf, speechOf } = this.#in
    if (quotation.from === 0) return null
    const view = views[sentenceOf[quotation.from]!]!
    const open = quotation.from - 1
    const group = view.groups.findLast(
      (g) => g.to <= open && open - g.to < CUE_REACH && speechOf[g.head]! < 0 && this.isSaying(g) && !g.infinitive,
    )
    if (group) return this.cued(view, group, 'is the cue before the quotation')
    return this.accordingTo(view, view.sentence.from, view.sentence.to)
  }

  /** "ROSENBERG: We are …" and "Rosenberg: “…”". */
  labelBefore(quotation: Quotation): Source | null {
    const { views, people } = this.#in
    const tokens = views[0]!.tokens
    let k = quotation.from - 1
    while (k > 0 && /^[“"‘']$/.test(tokens[k]!.norm)) k--
    if (tokens[k]?.norm !== ':') return null
    const { sentence } = views[this.#in.sentenceOf[k]!]!
    const person = endingAt(people, k) ?? within(people, { from: sentence.from, to: k }).at(-1)
    return person ? personSource(person.person, 'named before the quotation') : null
  }

  /**
   * "according to X", "per X", where X is no outlet; "we've heard from two sources".
   * @param behind where the words end for which it must vouch; what counts viewers between them vouches for the count
   */
  accordingTo(view: SentenceView, from: number, to: number, behind = from): Source | null {
    const { tokens } = view
    for (let k = from; k < to - 1; k++) {
      const { norm } = tokens[k]!
      const heard =
        norm === 'from' &&
        /^hear/.test(tokens[k - 1]?.norm ?? '') &&
        [1, 2].some((n) => k + n < to && isUnnamed(view, k + n))
      const at =
        norm === 'according' && tokens[k + 1]!.norm === 'to'
          ? k + 2
          : heard || (norm === 'per' && !tokens[k]!.glued)
            ? k + 1
            : -1
      if (at < 0 || this.#in.speechOf[k]! >= 0) continue
      const between = tokens.slice(behind, Math.max(behind, k))
      if (between.some((t) => view.lexicon.among('countsViewers', t.norm))) continue
      if (between.some((t, i) => t.norm === ',' && /^(while|but|although|though)$/.test(between[i + 1]?.norm ?? '')))
        continue
      const source = this.#sources.sourceAt(view, at, Math.min(to, at + 12), 1)
      if (source?.speaker)
        return { ...source, via: source.via.length ? source.via : channelOutlets(this.#in, view, from, to) }
    }
    return null
  }

  /** Whoever a cue makes speak. */
  cued(view: SentenceView, group: VerbGroup, where: string): Source | null {
    const subject = this.reporter(view, group)
    // Behind "told" stands whoever was told.
    const source =
      subject ??
      (view.lexicon.among('tellsSomebody', group.lemmas[0]!) ? null : this.#sources.invertedSource(view, group))
    return this.#withOutlets(view, source && because(view, group, where, source))
  }

  #withOutlets(view: SentenceView, source: Source | null): Source | null {
    if (!source) return null
    const outlets = channelOutlets(this.#in, view, view.sentence.from, view.sentence.to)
    return through(source, outlets, 'as its sentence says')
  }
}
