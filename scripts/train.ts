// Learns the weights of the reading's four models from our own corpus: which names are series (reading/typing.ts), which show
// the article is about (topics/salience.ts), which an event happens to (linking.ts), which season (numbering.ts).
// `npm run train` writes phrases/en/weights.json, in ten minutes or so, averaged with what was learned before (`-- --anew` leaves
// that out); `npm run train -- --added` leaves all weights as they are and learns, in two, only what features of linking.ts add
// that are weighed for the first time; `npm run train -- --numbering` learns the seasons' model beside the others, in one;
// `npm run train -- --check` prints instead how each part of the corpus scores when it is read by models that have seen
// nothing of the same writer's (five folds).
//
// What they learn from is in lessons.ts. The models build on one another, so the later ones learn from what the earlier ones
// say of articles that these have not seen (stacking: Wolpert 1992). Log-linear throughout: fitting.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExpectedClaim } from '../corpus/corpus.ts'
import { count, f1, meaning, type ScoredClaim, sameStatus, sameTitle, type Tally } from '../corpus/score.ts'
import { loadPhraseBook } from '../src/phrasebook/load.ts'
import type { LearnedWeights, PhraseBook, Weights } from '../src/phrasebook/phrasebook.ts'
import { entriesOf, named, weightsOf } from '../src/phrasebook/weights.ts'
import { proposalsOf } from '../src/reading/claims/resolve.ts'
import { draftClaims } from '../src/reading/claims.ts'
import { featureNames } from '../src/reading/features.ts'
import { compile, type Knowledge } from '../src/reading/knowledge.ts'
import { seasonOptions } from '../src/reading/numbering/options.ts'
import { analyse, read } from '../src/reading/read.ts'
import { rank, scalesOf } from '../src/reading/scales.ts'
import { typeFeatures } from '../src/reading/typing.ts'
import { type Choice, fit, KEPT, told } from './fitting.ts'
import { examplesOfPhrases, FOLDS, type Lesson, lessons, namesOf, PHRASES, type Unfolded } from './lessons.ts'

/** Pulls weights towards 0. */
const PENALTY = { typing: 2, salience: 2, linking: 8, numbering: 20 }

const asked = (option: string): boolean => process.argv.includes(option)

/** Is this name a series? Right when a claim is about it. A series without a claim is one too, so its "no" counts less. */
function typingChoices({ article, claims, weight, whole }: Lesson, knowledge: Knowledge): Choice[] {
  if (!whole) return []
  const analysis = analyse(article, knowledge)
  if (!analysis) return []
  return [...new Set(analysis.entities.values())].map((entity) => {
    const claimed = claims.some((c) => namesOf(c).some((n) => sameTitle(n, entity.name)))
    const doubtful = !claimed && entity.kind === 'series' && entity.series >= 3
    return {
      options: [told(typeFeatures(analysis.typing, entity)), told([])],
      right: [claimed, !claimed],
      weight: doubtful ? weight * 0.3 : weight,
    }
  })
}

/** Which show is the article about? The one that most claims are of. */
function salienceChoices({ article, claims, weight, whole }: Lesson, knowledge: Knowledge): Choice[] {
  const shows = whole ? (analyse(article, knowledge)?.salience ?? []) : []
  const times = shows.map(({ show }) => claims.filter((c) => namesOf(c).some((n) => sameTitle(n, show.name))).length)
  const most = Math.max(0, ...times)
  if (!most || shows.length < 2) return []
  return [{ options: shows.map(({ tell }) => told(featureNames(tell))), right: times.map((n) => n === most), weight }]
}

/** Which show do these words tell an event of, if any? */
const linkingChoices = (lesson: Unfolded, knowledge: Knowledge): Choice[] =>
  linkingCases(lesson, knowledge).map(({ options, right }) => ({
    options: options.map((o) => told(featureNames(o.tell))),
    right,
    weight: lesson.weight,
  }))

function linkingCases({ article, claims, excerpt }: Unfolded, knowledge: Knowledge) {
  const analysis = analyse(article, knowledge)
  if (!analysis) return []
  return analysis.candidates.flatMap((found) => {
    const { candidate, options, reading } = proposalsOf(analysis, found)
    if (!reading.factuality) return []
    const { trigger, view } = candidate
    const said = { event: trigger.phrase.event, factuality: reading.factuality }
    const start = view.tokens[trigger.from]!.start
    const end = view.tokens[trigger.to - 1]!.end
    const same = claims.filter((c) => meansTheSame(said, c))
    const here = same.filter((c) => stands(article.text, c.evidence, start, end))
    const shows = options.map(({ show, theme }) => {
      if (!show) return []
      const listed =
        theme && theme !== candidate.theme ? theme.list.flatMap((i) => view.themes[i]!.show?.name ?? []) : []
      return [show.name, ...listed]
    })
    const isOf = (names: readonly string[], of: readonly ExpectedClaim[]): boolean =>
      names.some((n) => of.some((c) => namesOf(c).some((m) => sameTitle(m, n))))
    const right = shows.map((names) => isOf(names, here))
    const none = right.length - 1
    if (!right.includes(true)) {
      // Whose words they are stands in another paragraph of the article: that teaches nothing.
      if (excerpt && here.length) return []
      // What is said elsewhere may be repeated here.
      right[none] = true
      for (let i = 0; i < none; i++) right[i] = isOf(shows[i]!, same)
    } else if (here.every((c) => c.optional)) right[none] = true
    return [{ options, right }]
  })
}

/** Which season does it happen to? Only where the show is right. */
function numberingChoices({ article, claims, weight, whole, excerpt }: Lesson, knowledge: Knowledge): Choice[] {
  if (!whole || excerpt) return []
  const analysis = analyse(article, knowledge)
  if (!analysis) return []
  const cases = new Map(draftClaims(analysis).map((d) => [d.seasonCase, d]))
  return [...cases.values()].flatMap((draft) => {
    const same = claims.filter((c) => meansTheSame(draft, c) && namesOf(c).some((n) => sameTitle(n, draft.show)))
    let here = same.filter((c) => stands(article.text, c.evidence, draft.sentence.start, draft.sentence.end))
    if (!here.length && same.every((c) => c.season === same[0]!.season)) here = same
    const options = seasonOptions(draft.seasonCase)
    const meant = options.map((o) => here.length > 0 && o.numbers.every((n) => here.some((c) => c.season === n)))
    if (!meant.includes(true)) return []
    // "seasons 9 and 10": neither alone is all that is meant.
    const most = Math.max(...options.map((o, i) => (meant[i] ? o.numbers.length : 0)))
    const right = options.map((o, i) => meant[i]! && o.numbers.length === most)
    return [
      {
        options: options.map((o) => told(featureNames(o.tell))),
        right,
        weight: here.every((c) => c.optional) ? weight / 2 : weight,
      },
    ]
  })
}

/** An order of a further season is a renewal; else events and directions agree as the scorer has it. */
const meansTheSame = (a: Pick<ScoredClaim, 'event' | 'factuality'>, b: ScoredClaim): boolean =>
  meaning(a) === meaning(b) || (a.event === 'order' && meaning({ ...a, event: 'renewal' }) === meaning(b))

/** Whether the evidence, wherever it occurs, overlaps a stretch of the text. */
function stands(text: string, evidence: string, start: number, end: number): boolean {
  for (let at = text.indexOf(evidence); at >= 0; at = text.indexOf(evidence, at + 1))
    if (at < end && at + evidence.length > start) return true
  return false
}

/** Learns from the lessons: from all, or, for each fold, from those outside it. */
function learn(all: readonly Lesson[]): { ofAll: () => LearnedWeights; without: () => LearnedWeights[] } {
  const bare = compile({ ...loadPhraseBook(PHRASES), weights: null })
  const using = (weights: LearnedWeights): Knowledge => ({ ...bare, scales: scalesOf(weights) })
  const own = (fold: number): Lesson[] => all.filter((l) => l.fold === fold)
  const rest = <T>(parts: readonly T[][], fold: number): T[] => parts.filter((_, f) => f !== fold).flat()

  const types = FOLDS.map((f) => own(f).flatMap((l) => typingChoices(l, bare)))
  const typing = FOLDS.map((f) => fit(rest(types, f), PENALTY.typing))
  const abouts = FOLDS.map((f) => own(f).flatMap((l) => salienceChoices(l, using({ typing: typing[f]! }))))
  const upTo = FOLDS.map((f) => ({ typing: typing[f]!, salience: fit(rest(abouts, f), PENALTY.salience) }))
  const links = FOLDS.map((f) => own(f).flatMap((l) => linkingChoices(l, using(upTo[f]!))))
  const linking = FOLDS.map((f) => fit(rest(links, f), PENALTY.linking))
  const numbers = FOLDS.map((f) =>
    own(f).flatMap((l) => numberingChoices(l, using({ ...upTo[f]!, linking: linking[f]! }))),
  )
  return {
    ofAll: () => ({
      typing: fit(types.flat(), PENALTY.typing),
      salience: fit(abouts.flat(), PENALTY.salience),
      linking: fit(links.flat(), PENALTY.linking),
      numbering: fit(numbers.flat(), PENALTY.numbering),
    }),
    without: () =>
      FOLDS.map((f) => ({ ...upTo[f]!, linking: linking[f]!, numbering: fit(rest(numbers, f), PENALTY.numbering) })),
  }
}

/** Prints status F1 of each part, read by models that have not seen the article, against that of the rules alone. */
function report(all: readonly Lesson[], without: readonly LearnedWeights[]): void {
  const bare = compile({ ...loadPhraseBook(PHRASES), weights: null })
  for (const part of new Set(all.map((l) => l.part))) {
    const learned: Tally = { hit: 0, missed: 0, spurious: 0 }
    const rules: Tally = { hit: 0, missed: 0, spurious: 0 }
    for (const { article, claims, fold } of all.filter((l) => l.part === part)) {
      count(learned, claims, read(article, { ...bare, scales: scalesOf(without[fold]!) }), sameStatus)
      count(rules, claims, read(article, bare), sameStatus)
    }
    console.log(
      `${part.padEnd(18)} status F1 learned ${f1(learned).toFixed(3)}  rules ${f1(rules).toFixed(3)}  (${learned.hit} found, ${learned.missed} missed, ${learned.spurious} spurious)`,
    )
  }
}

/** What is learned now, as a share of the mean. */
const SHARE = { typing: 0.45, salience: 0.5, linking: 0.5, numbering: 0.5 }

/**
 * The mean of what was learned before and what is learned now (averaging iterates: Polyak & Juditsky 1992): on articles
 * that neither has seen it reads better than both, and a new release changes less of what was read.
 */
function mean(model: keyof typeof SHARE, one: Weights | undefined, other: Weights | undefined): Weights {
  if (!one || !other) return one ?? other ?? weightsOf([])
  const [before, now] = [new Map(entriesOf(one)), new Map(entriesOf(other))]
  const names = [...new Set([...before.keys(), ...now.keys()])]
  const share = SHARE[model]
  const weights = names.map(
    (f) => [f, Math.round(((before.get(f) ?? 0) * (1 - share) + (now.get(f) ?? 0) * share) * 100) / 100] as const,
  )
  return weightsOf(weights.filter(([, w]) => Math.abs(w) >= KEPT / 2))
}

/**
 * The weights with which the phrase book's examples are read as they say: where the mean fells one, its phrase's own "none" is
 * lowered until it stands. The examples are what a contributor goes by.
 */
function mended(weights: LearnedWeights): LearnedWeights {
  const book = loadPhraseBook(PHRASES)
  const examples = examplesOfPhrases()
  const linking = new Map(entriesOf(weights.linking ?? weightsOf([])))
  for (let pass = 0; pass < PASSES; pass++) {
    const knowledge = compile({ ...book, weights: { ...weights, linking: weightsOf([...linking]) } })
    const lost = examples.filter(({ article, claims }) => {
      const [claim] = claims
      return claim && !read(article, knowledge).some((c) => meansTheSame(c, claim) && sameTitle(claim.show, c.show))
    })
    if (!lost.length) break
    for (const lesson of lost)
      for (const { options, right } of linkingCases(lesson, knowledge)) {
        const none = options.length - 1
        const odds = rank(options, knowledge.scales!.linking!)
        const phrase = featureNames(options[none]!.tell).find((name) => name.startsWith('none,phrase='))
        if (right[none] || !phrase || odds[none]! <= STAYS) continue
        const lower = Math.log(odds[none]! / (1 - odds[none]!)) - Math.log(STAYS / (1 - STAYS))
        linking.set(phrase, Math.round(((linking.get(phrase) ?? 0) - lower) * 100) / 100)
      }
  }
  return { ...weights, linking: weightsOf([...linking]) }
}

/** So probable may "none" be of an example that stands, and so often at most are all looked at. */
const STAYS = 0.55
const PASSES = 3

/**
 * One of the last two models beside the others as they are: what the features of linking.ts that have no weights yet add to those
 * that have, or the seasons, on which no other model builds.
 */
function withOne(all: readonly Lesson[], model: 'linking' | 'numbering'): LearnedWeights {
  const book = loadPhraseBook(PHRASES)
  const knowledge = compile(book)
  if (model === 'linking') {
    const choices = all.flatMap((l) => linkingChoices(l, knowledge))
    return { ...book.weights, linking: fit(choices, PENALTY.linking, book.weights?.linking) }
  }
  const choices = all.flatMap((l) => numberingChoices(l, knowledge))
  return { ...book.weights, numbering: mean(model, before(book)?.numbering, fit(choices, PENALTY.numbering)) }
}

/** What was learned before; null when it is left out. */
const before = ({ weights }: PhraseBook): LearnedWeights | null => (asked('--anew') ? null : weights)

/** All models, averaged with what was learned before. */
function relearned(now: LearnedWeights): LearnedWeights {
  const old = before(loadPhraseBook(PHRASES))
  return {
    typing: mean('typing', old?.typing, now.typing),
    salience: mean('salience', old?.salience, now.salience),
    linking: mean('linking', old?.linking, now.linking),
    numbering: mean('numbering', old?.numbering, now.numbering),
  }
}

const all = lessons()
if (asked('--check')) report(all, learn(all).without())
else {
  const learned = asked('--added')
    ? withOne(all, 'linking')
    : asked('--numbering')
      ? withOne(all, 'numbering')
      : relearned(learn(all).ofAll())
  const weights = mended(learned)
  writeFileSync(join(PHRASES, 'weights.json'), `${JSON.stringify(named(weights), null, 1)}\n`)
  console.log(
    `phrases/en/weights.json: ${Object.values(weights).reduce((n, w) => n + entriesOf(w).length, 0)} weights from ${all.length} articles and sentences`,
  )
}
