// How many seasons a show has had, as the article counts them.
import type { Entity } from './entities.ts'
import type { SentenceView } from './events.ts'
import { ordinal } from './seasons/numerals.ts'
import type { SeasonMention } from './seasons.ts'
import { wordsIn } from './tokens.ts'

/** How many seasons a show has had, and whether its description tells the year that it is in: "the sophomore drama X". */
export interface SeasonCount {
  show: Entity
  count: number
  described: boolean
  /** The token at which it is said that so many have been shown; null where that is not said. */
  shownAt: number | null
}

/** "after five seasons", "its six-season run", "the freshman drama X": how many seasons a show has had. */
export function countsOf(
  seasons: readonly SeasonMention[],
  views: readonly SentenceView[],
  sentenceOf: Int32Array,
  topics: ReadonlyArray<Entity | null>,
): SeasonCount[] {
  const years = views.flatMap((view) =>
    view.themes.flatMap((t, i) => {
      // "this first-year soap", of whatever is spoken of.
      const spokenOf = t.anaphor === 'noun' ? topics[view.sentence.i] : null
      const told =
        !t.show && spokenOf ? Math.max(0, ...view.tokens.slice(t.from, t.to).map(({ i: k }) => yearAt(view, k))) : 0
      if (told) return [{ show: spokenOf!, count: told, described: true, shownAt: null }]
      if (!t.show) return []
      const count = yearOf(view, i) || (t.list[0] === undefined ? 0 : yearOf(view, t.list[0]))
      return count ? [{ show: t.show, count, described: true, shownAt: null }] : []
    }),
  )
  const counts = seasons.flatMap((season) => {
    if (season.sense !== 'count') return []
    const view = views[sentenceOf[season.from]!]!
    const before = view.tokens[season.from - 1]?.norm ?? ''
    // "Two seasons in, X is a hit", "two seasons into its run".
    const isIn = /^in(to .*| [,.])$/.test(wordsIn(view.tokens, season.to, season.to + 2))
    const shown = isIn || view.lexicon.among('leadsShown', before)
    if (!shown && !view.lexicon.among('leadsCount', before)) return []
    if (before === 'a' && !/^(run|seasons)$/.test(view.tokens[season.to]?.norm ?? '')) return []
    const show = view.themes.findLast((t) => t.show && t.to <= season.from)?.show ?? topics[view.sentence.i] ?? null
    return show ? [{ show, count: season.count, described: false, shownAt: shown ? season.from : null }] : []
  })
  return [...counts, ...years]
}

/** "the freshman drama X", "fellow first-year comedies X and Y", "X, a rookie drama": the year that a show is in; 0 when its description tells none. */
function yearOf(view: SentenceView, i: number): number {
  const { themes, tokens, masked } = view
  const { from, to } = themes[i]!
  // A mention may begin with what describes it, and capitals make names of that; titles have such words too.
  let title = to
  while (title > from && !OPENING.test(tokens[title - 1]!.norm)) title--
  const before = themes[i - 1]
  const isTitle = (k: number): boolean =>
    masked[k] === 1 && (k < from ? before?.show != null && k < before.to : title === from)
  for (let k = (from < title ? title : to) - 1; k >= 0 && k >= from - 5; k--) {
    const year = isTitle(k) ? 0 : yearAt(view, k)
    if (year) return year
  }
  let k = to
  while (BEHIND.test(tokens[k]?.norm ?? '')) k++
  const apposed = k > to && tokens.slice(to, k).some((t) => t.norm === ',')
  if (!apposed || !/^(a|an|the|its)$/.test(tokens[k]?.norm ?? '') || k + 1 >= tokens.length || masked[k + 1]) return 0
  return yearAt(view, k + 1) || (k + 2 < tokens.length ? yearAt(view, k + 2) : 0)
}

/** What may stand behind a title before its apposition: “X,” a rookie drama. */
const BEHIND = /^[,”"’']$/
const OPENING = /^[“"‘]$/

/** "freshman", "year" in "first-year". */
function yearAt({ tokens, lexicon }: SentenceView, k: number): number {
  const { norm, glued } = tokens[k]!
  if (/^(?:year|season)$/.test(norm)) return glued ? (ordinal(tokens[k - 1]!.norm) ?? 0) : 0
  // American television counts years as its schools do.
  const year = norm.replace(/s$/, '')
  return lexicon.among('schoolYear', year) ? ordinal(year) || 1 : 0
}
