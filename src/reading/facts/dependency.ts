// Dependencies: a season must wait for another series, or for another season.
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Dependency } from './fact.ts'
import type { Passage } from './passage.ts'

/** One side of a dependency. */
interface Side extends Range {
  show: Entity | null
  seasons: number[]
}

/** Finds the dependencies of an article. */
export function findDependencies(passage: Passage): Dependency[] {
  return passage.views.flatMap((view) => {
    if (view.sentence.question) return []
    return [...waiting(passage, view), ...notUntil(passage, view), ...needing(passage, view)]
  })
}

/** A second season of X depends on season 4 of Y · will have to wait for Y. */
function waiting(passage: Passage, view: SentenceView): Dependency[] {
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    const match = view.masked[i] ? undefined : passage.words.waits.match(view.phrases, i).at(-1)
    if (!match) continue
    const waits = sideBefore(passage, view, match.from)
    const end = clauseEnd(view, match.to)
    const awaited =
      waits && sideIn(passage, view, { from: match.to, to: Math.max(end, Math.min(match.to + 14, view.sentence.to)) })
    if (waits && awaited) return made(passage, view, waits, awaited, match, passage.groupAt(view, match.from))
  }
  return []
}

/** X won't film until Y has wrapped · cannot begin before Y finishes · will only start once Y wraps. */
function notUntil(passage: Passage, view: SentenceView): Dependency[] {
  const { norm } = passage
  for (let i = view.sentence.from + 1; i < view.sentence.to; i++) {
    if (!/^(until|till|before|once)$/.test(norm(i)) || view.masked[i]) continue
    const group = view.groups.findLast((g) => g.to <= i && (g.finite || g.infinitive))
    const main = group?.infinitive ? (view.groups.findLast((g) => g.to <= group.from && g.finite) ?? group) : group
    if (!group || !main) continue
    const barred = main.negated || main.lemmas.includes('wait') || /^(not|only)$/.test(norm(i - 1))
    const only = norm(i) === 'once' && passage.tokens.slice(view.sentence.from, i).some((t) => t.norm === 'only')
    if (norm(i) === 'once' ? !only : !barred) continue
    const waits = sideBefore(passage, view, main.from)
    const rest = { from: i + 1, to: view.sentence.to }
    const awaited = waits && sideIn(passage, view, rest)
    if (!awaited || awaited.from > i + 9) continue
    const done =
      norm(i + 1) === 'after' ||
      view.groups.some((g) => g.from >= awaited.from && g.lemmas.some((l) => passage.words.finishing.has(l)))
    if (done) return made(passage, view, waits!, awaited, { from: main.from, to: i + 1 }, null)
  }
  return []
}

/** Y needs to finish its third season before X can begin · several shows must … before we look at another team-up. */
function needing(passage: Passage, view: SentenceView): Dependency[] {
  const { norm, words } = passage
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    const match = view.masked[i] ? undefined : words.needs.match(view.phrases, i).at(-1)
    if (!match || !(view.groups.some((g) => g.infinitive && g.from >= i && g.from <= match.to) || norm(i) === 'must'))
      continue
    let at = i
    while (at < view.sentence.to && norm(at) !== 'before') at++
    if (at >= view.sentence.to) return []
    const awaited = subjectSide(passage, view, i, at)
    const waits = awaited && sideIn(passage, view, { from: at + 1, to: view.sentence.to }, true)
    if (awaited && waits?.show) return made(passage, view, waits, awaited, { from: i, to: at + 1 }, null)
  }
  return []
}

/** What a clause is about: its last series or season before a verb. */
function sideBefore(passage: Passage, view: SentenceView, at: number): (Side & { show: Entity }) | null {
  const theme = view.themes.findLast((t) => t.to <= at && (t.season || (t.show && passage.isSeries(t.show))))
  if (!theme || at - theme.to > 12) return null
  const show = theme.show && passage.isSeries(theme.show) ? theme.show : passage.inMind(view, theme.from)
  return show ? { from: theme.from, to: theme.to, show, seasons: numbersOf(theme) } : null
}

/** The first series or season in a stretch; with `more`, "another team-up" of the series in mind too. */
function sideIn(passage: Passage, view: SentenceView, range: Range, more = false): Side | null {
  const fits = (t: ThemeMention): boolean => t.season !== null || (t.show !== null && passage.isSeries(t.show))
  const themes = view.themes.filter((t) => t.from >= range.from && t.to <= range.to && fits(t))
  const first = themes[0]
  if (more && (!first || first.season?.sense === 'another')) {
    const another = anotherIn(passage, view, range)
    if (another) return another
  }
  if (!first) return null
  const next = themes[1] && !themes[1].show && !first.season && themes[1].from - first.to <= 6 ? themes[1] : null
  const show = first.show ?? themes.find((t) => t.show && t.from <= first.to + 8)?.show ?? null
  const titled = show && show !== first.show ? themes.find((t) => t.show === show)! : null
  const to = Math.max(first.to, next?.to ?? 0, titled?.to ?? 0)
  return {
    from: first.from,
    to,
    show: show ?? (more ? passage.inMind(view, range.from) : null),
    seasons: numbersOf(next ?? first),
  }
}

/** "another team-up", "another season": of the series in mind, the season that the article last spoke of as to come. */
function anotherIn(passage: Passage, view: SentenceView, range: Range): Side | null {
  const { norm, words, claims, analysis, tokens } = passage
  for (let k = range.from; k < range.to - 1; k++) {
    if (
      norm(k) !== 'another' ||
      !(words.outings.has(norm(k + 1)) || words.outings.has(`${norm(k + 1)}-${norm(k + 2)}`))
    )
      continue
    const show = analysis.topics.before[view.sentence.i] ?? null
    if (!show || !passage.isSeries(show)) return null
    const start = tokens[k]!.start
    const last = claims.findLast(
      (c) => c.show === show.name && c.season !== null && c.event === 'renewal' && c.span.start < start,
    )
    const to = tokens[k + 2]?.glued ? k + 3 : k + 2
    return { from: k, to, show, seasons: last?.season ? [last.season] : [] }
  }
  return null
}

/** The series, or several without a title, that must do something first. */
function subjectSide(passage: Passage, view: SentenceView, at: number, end: number): Side | null {
  const { analysis, norm } = passage
  const themes = view.themes.filter((t) => t.to <= at && at - t.to <= 4 && t.show && passage.isSeries(t.show))
  const seasons = view.themes.filter((t) => t.from > at && t.to <= end && t.season).flatMap((t) => t.season!.numbers)
  const theme = themes.at(-1)
  if (theme)
    return { from: theme.from, to: end - 1, show: theme.show, seasons: seasons.length ? seasons : numbersOf(theme) }
  // "several shows that need to finish": no title, series all the same.
  for (let k = at - 1; k >= view.sentence.from && k >= at - 3; k--) {
    if (!analysis.knowledge.lexicon.is(norm(k), W.series) && !/^(series|shows)$/.test(norm(k))) continue
    if (!seasons.length) return null
    let from = k
    while (from > view.sentence.from && analysis.knowledge.lexicon.among('counts', norm(from - 1))) from--
    return { from, to: end, show: null, seasons }
  }
  return null
}

const numbersOf = (theme: ThemeMention): number[] => [...(theme.season?.numbers ?? [])]

function made(
  passage: Passage,
  view: SentenceView,
  waits: Side,
  awaited: Side,
  trigger: Range,
  group: VerbGroup | null,
): Dependency[] {
  const show = waits.show
  if (!show) return []
  const same = awaited.show === null || awaited.show === show
  // A season waits for an earlier one of its own series, not for itself.
  if (same && !awaited.seasons.some((n) => n !== waits.seasons[0])) return []
  if (group && !passage.holds(view, trigger, group)) return []
  const told = passage.told(view, show.name, waits.seasons.length === 1 ? waits.seasons[0]! : null, [waits, awaited], {
    trigger,
    dated: true,
  })
  return [
    {
      fact: 'dependency',
      ...told,
      waitsOn: passage.text(awaited),
      waitsOnShow: awaited.show?.name ?? null,
      waitsOnSeasons: awaited.seasons,
    },
  ]
}
