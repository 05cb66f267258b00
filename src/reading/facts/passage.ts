// What all facts are read with: which series a place of the text speaks of, whose words they are, whether they hold at all.
import type { Claim, Factuality } from '../claim.ts'
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import { spanOf } from '../document.ts'
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import type { HedgeMention } from '../factuality/hedges.ts'
import { findHedges } from '../factuality/hedges.ts'
import { readFactuality } from '../factuality.ts'
import { W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import type { Person } from '../people.ts'
import { beginningAt, within } from '../ranges.ts'
import type { Analysis } from '../read.ts'
import type { ThemeMention } from '../themes.ts'
import type { Token } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Told } from './fact.ts'
import type { FactWords } from './words.ts'
import { factWordsOf } from './words.ts'

/** A name that the article shows to be a series at least as probably as this is one. */
const PROBABLE = 0.2
/** How much an article must be about television, of 1. */
const TELEVISION = 0.3
/** Where nothing but its likeness makes a name a series, or the fact is of the series itself. */
const SURE = 0.3
/** As good as certainly. */
const CERTAIN = 0.85
/** What the places of a name say for a series when they say it plainly: a season beside it, a word such as “drama”. */
const TOLD = 2
/** The same for one that is set as a title. */
const POSSIBLE = 0.08
/** How many sentences back the last series named is looked for. */
const REMEMBERED = 8
/** How many words of a sentence a fact may take in. */
const LONGEST = 60

/** What a sentence says of a series: the series and, where it is told, the season. */
export interface Place extends Range {
  show: Entity
  season: number | null
}

export class Passage {
  readonly analysis: Analysis
  readonly claims: readonly Claim[]
  readonly tokens: readonly Token[]
  readonly words: FactWords
  readonly #hedges = new Map<number, readonly HedgeMention[]>()
  readonly #claimed: ReadonlySet<string>
  #speakers: ReadonlySet<string> | null = null

  constructor(analysis: Analysis, claims: readonly Claim[]) {
    this.analysis = analysis
    this.claims = claims
    this.tokens = analysis.tokens
    this.words = factWordsOf(analysis.knowledge)
    this.#claimed = new Set(claims.map((claim) => claim.show))
  }

  /** The sentences that speak, the page's furniture left out. */
  get views(): SentenceView[] {
    return this.analysis.views.filter((view) => !view.sentence.furniture)
  }

  norm = (i: number): string => this.tokens[i]?.norm ?? ''

  /** The words of a range as the article writes them. */
  text(range: Range): string {
    const { start, end } = spanOf(this.tokens, range)
    return this.analysis.text.slice(start, end)
  }

  isSeries(entity: Entity): boolean {
    if (this.#claimed.has(entity.name) && (entity.odds ?? 1) >= POSSIBLE) return true
    const told = entity.called || entity.seasoned
    // Of a name that nothing but its likeness makes a series, an article on films makes too many.
    if (!told && this.analysis.television < TELEVISION) return false
    if (entity.kind === 'series') return entity.called || (entity.odds ?? 1) >= (told ? POSSIBLE : PROBABLE)
    if (entity.kind === 'unknown' && (entity.odds ?? 0) >= SURE) return true
    // A title in quotation marks or italics.
    return entity.kind === 'work' && (entity.odds ?? 0) >= POSSIBLE
  }

  /** As a careful reader would: claims are made of it, or it is one more probably than not. */
  isSurelySeries = (entity: Entity): boolean =>
    this.isSeries(entity) && (entity.called || this.#claimed.has(entity.name) || (entity.odds ?? 1) >= SURE)

  /** The themes of a sentence that are series, in their order. */
  seriesIn(view: SentenceView, range: Range = view.sentence): Array<ThemeMention & { show: Entity }> {
    return view.themes.filter(
      (t): t is ThemeMention & { show: Entity } =>
        t.show !== null && t.from >= range.from && t.to <= range.to && this.isSeries(t.show),
    )
  }

  /** The series that is in mind where no title stands: the sentence's own before a place, its only one, or the passage's. */
  inMind(view: SentenceView, at: number): Entity | null {
    const here = this.seriesIn(view).filter((t) => !t.aside)
    const before = here.findLast((t) => t.to <= at)
    if (before) return before.show
    const topic = this.analysis.topics.before[view.sentence.i] ?? null
    if (topic && this.#minded(topic) && this.#lastNamed(view, topic) && !this.#ofAnother(view)) return topic
    const only = new Set(here.map((t) => t.show))
    return only.size === 1 && this.#claimed.has(here[0]!.show.name) ? here[0]!.show : null
  }

  /**
   * Whether "it" and "the series" may be a series that the sentence does not name: the words around its own places must say that
   * it is one, and the model too. A wrong one would get the whole cast of another.
   */
  #minded(topic: Entity): boolean {
    const odds = topic.odds ?? 1
    const main = topic === this.analysis.topics.main && this.#claimed.has(topic.name)
    return this.isSeries(topic) && ((topic.series >= TOLD && odds >= PROBABLE) || (main && odds >= CERTAIN))
  }

  /** Whether a sentence speaks of another work than the series in mind: a film, a pilot, a spin-off. */
  #ofAnother({ sentence }: SentenceView): boolean {
    for (let k = sentence.from; k < sentence.to; k++)
      if (this.words.others.has(this.norm(k)) && this.tokens[k]!.case === 'lower') return true
    return false
  }

  /**
   * Whether nothing else has been spoken of since: the last sentence before that names any series names this one; and more than in
   * passing ("from the makers of X") where the article tells nothing of its status.
   */
  #lastNamed(view: SentenceView, topic: Entity): boolean {
    const { views } = this.analysis
    const claimed = this.#claimed.has(topic.name)
    const alone = !this.#claimed.size && topic === this.analysis.topics.main
    for (let i = view.sentence.i - 1; i >= 0 && i >= view.sentence.i - REMEMBERED; i--) {
      const named = views[i]!.themes.filter((t) => t.show && !t.weak && this.isSeries(t.show))
      if (named.length) return named.some((t) => t.show === topic && (claimed || !(t.aside || (t.oblique && !alone))))
    }
    return claimed || topic === this.analysis.topics.main
  }

  /** The season of a theme, when it has one number. */
  seasonOf = (theme: ThemeMention): number | null =>
    theme.season?.numbers.length === 1 ? theme.season.numbers[0]! : null

  /**
   * Where something happens: the first series or season behind a place in its clause ("in the second season of X"), else a
   * fronted one ("In the second season of X, …").
   */
  placeBehind(view: SentenceView, at: number, reach = 16): Place | null {
    const end = Math.min(clauseEnd(view, at), at + reach)
    const fits = (t: ThemeMention): boolean => t.season !== null || (t.show !== null && this.isSeries(t.show))
    const next = view.themes.find((t) => t.from >= at && t.from < end && fits(t))
    const behind = next && !this.#anotherClause(at, next.from) ? next : undefined
    const front = view.themes.find((t) => t.from <= view.sentence.from + 3 && t.to <= at && t.oblique && fits(t))
    const theme = behind ?? front
    if (!theme) return null
    // "its second season finale of X": the title may follow the season.
    const titled = theme.show
      ? theme
      : view.themes.find((t) => t.show && t.from >= theme.to && t.from <= theme.to + 5 && this.isSeries(t.show))
    const show = titled?.show ?? this.inMind(view, theme.from)
    if (!show || !this.isSeries(show)) return null
    const range = { from: Math.min(theme.from, titled?.from ?? theme.from), to: Math.max(theme.to, titled?.to ?? 0) }
    const season = this.seasonOf(theme) ?? (theme.show ? this.#seasonBehind(view, theme, end) : null)
    return { ...range, show, season }
  }

  /** A comma with no preposition behind it: something else begins. */
  #anotherClause(from: number, to: number): boolean {
    for (let k = from; k < to; k++)
      if (this.norm(k) === ',' && !/^(in|on|during|at|of|as|”|"|“|‘)$/.test(this.norm(k + 1))) return true
    return false
  }

  /** "in X, now in its second season" is no season of what happens; "in X during its second season" is. */
  #seasonBehind(view: SentenceView, theme: ThemeMention, end: number): number | null {
    const next = view.themes.find((t) => t.from >= theme.to && t.to <= end && t.season && !t.show)
    if (!next) return null
    const lead = this.tokens.slice(theme.to, next.from).map((t) => t.norm)
    return lead.some((w) => w === ',' || w === 'now') ? null : this.seasonOf(next)
  }

  /** How sure the speaker is of what a range of words tells; null when they tell nothing: a condition, a question. */
  factuality(view: SentenceView, range: Range, group: VerbGroup | null): Factuality | null {
    const inSpeech = this.analysis.speechOf[range.from]! >= 0
    if (view.sentence.question || this.#asked(range)) return null
    const { i } = view.sentence
    // Hedges are looked for only where there are candidates of claims; facts stand elsewhere too.
    const found = this.analysis.hedges[i] ?? []
    const hedges = found.length ? found : (this.#hedges.get(i) ?? findHedges(view, this.analysis.knowledge.hedges))
    this.#hedges.set(i, hedges)
    const phrase = { phrase: '', event: 'production', theme: 'context', factuality: 'yes', proves: true } as const
    const trigger = { ...range, phrase, group }
    return readFactuality(
      { view, trigger, theme: null, season: null, list: [], note: '', doubts: [] },
      hedges,
      inSpeech,
    ).factuality
  }

  /** Within a quotation that asks. */
  #asked({ from }: Range): boolean {
    const quotation = this.analysis.quotations[this.analysis.speechOf[from]!]
    return quotation !== undefined && this.norm(quotation.to - 1) === '?'
  }

  /** Whether the words are told as so, or as good as so. */
  holds(view: SentenceView, range: Range, group: VerbGroup | null): boolean {
    const factuality = this.factuality(view, range, group)
    return factuality === 'yes' || factuality === 'likely'
  }

  /** The verb group that a token belongs to. */
  groupAt = (view: SentenceView, i: number): VerbGroup | null =>
    view.groups.find((g) => g.from <= i && i < g.to) ?? null

  /** The name that begins at a token, titles of known organisations left out. */
  nameAt(view: SentenceView, i: number): NameMention | null {
    const name = beginningAt(this.analysis.names, i)
    return name && name.to <= view.sentence.to && !view.orgs.some((o) => o.from <= i && i < o.to) ? name : null
  }

  /** Persons who speak in the article: no characters. */
  speaks(person: Person): boolean {
    if (!this.#speakers) {
      const { quotations, attribution } = this.analysis
      const heard = quotations.map((q, i) => (q.speech ? attribution.quotation(i)?.speaker : null))
      const claimed = this.claims.map((claim) => claim.speaker)
      this.#speakers = new Set([...heard, ...claimed].filter((name): name is string => typeof name === 'string'))
    }
    return this.#speakers.has(person.name)
  }

  /** Whether a word is a plain noun of a work that has no seasons: film, novel. */
  isOtherWork = (i: number): boolean => this.analysis.knowledge.lexicon.is(this.norm(i), W.otherWork)

  /** What every fact tells: the series, whose words these are, which, and where. */
  told(
    view: SentenceView,
    show: string,
    season: number | null,
    parts: ReadonlyArray<Range | null>,
    at: { trigger: Range; dated?: boolean; granted?: boolean },
  ): Told {
    const { analysis } = this
    let { from, to } = at.trigger
    for (const part of parts) {
      if (!part || part.from < view.sentence.from || part.to > view.sentence.to) continue
      if (Math.max(to, part.to) - Math.min(from, part.from) > LONGEST) continue
      from = Math.min(from, part.from)
      to = Math.max(to, part.to)
    }
    // What is taken for granted ("showrunner A said") is nobody's word but in their own quotation.
    const quoted = analysis.speechOf[at.trigger.from]! >= 0
    const source = at.granted && !quoted ? { speaker: null, via: [] } : analysis.attribution.of(view, at.trigger, null)
    const span = spanOf(this.tokens, { from, to })
    return {
      show,
      season,
      speaker: source.speaker,
      via: source.via,
      date: at.dated ? this.#dateIn(view, at.trigger) : null,
      evidence: analysis.text.slice(span.start, span.end),
      span,
      sentence: spanOf(this.tokens, view.sentence),
    }
  }

  /** The day behind some words in their clause. */
  #dateIn(view: SentenceView, trigger: Range): string | null {
    const clause = { from: trigger.to, to: clauseEnd(view, trigger.to) }
    const date = within(this.analysis.dates[view.sentence.i] ?? [], clause)[0]
    return date ? date.resolve(date.looks ?? 'future') : null
  }
}
