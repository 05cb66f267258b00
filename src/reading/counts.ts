// How many seasons a show has had, as the article counts them.
import type { Entity } from './entities.ts'
import type { SentenceView } from './events.ts'
import { ordinal } from './seasons/numerals.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'

/** How many seasons a show has had, and whether its description tells the year that it is in: "the sophomore drama X". */
export interface SeasonCount {
  show: Entity
  count: number
  described: boolean
}

/** "after five seasons", "its six-season run", "the freshman drama X": how many seasons a show has had. */
export function countsOf(
  seasons: readonly SeasonMention[],
  views: readonly SentenceView[],
  sentenceOf: Int32Array,
  topics: ReadonlyArray<Entity | null>,
): SeasonCount[] {
  const years = views.flatMap(({ themes, tokens }) =>
    themes.flatMap((t, i) => {
      if (!t.show) return []
      const heads = themes[t.list[0] ?? i]!
      const count = yearBefore(tokens, t.from) || (heads === t ? 0 : yearBefore(tokens, heads.from))
      return count ? [{ show: t.show, count, described: true }] : []
    }),
  )
  const counts = seasons.flatMap((season) => {
    if (season.sense !== 'count') return []
    const view = views[sentenceOf[season.from]!]!
    const before = view.tokens[season.from - 1]?.norm ?? ''
    if (
      !/^(after|its|for|over|the|of|a|all|past|first|previous|last|in|with|’s|'s|their|had|lasted|spanned|across|ran)$/.test(
        before,
      )
    )
      return []
    if (before === 'a' && !/^(run|seasons)$/.test(view.tokens[season.to]?.norm ?? '')) return []
    const show = view.themes.findLast((t) => t.show && t.to <= season.from)?.show ?? topics[view.sentence.i] ?? null
    return show ? [{ show, count: season.count, described: false }] : []
  })
  return [...counts, ...years]
}

/** "the freshman drama X", "fellow first-year comedies X and Y": the year that a show is in; 0 when its description tells none. */
function yearBefore(tokens: readonly Token[], from: number): number {
  for (let k = from - 1; k >= 0 && k >= from - 5; k--) {
    const { norm } = tokens[k]!
    const year = YEARS.get(norm)
    if (year) return year
    if (/^(?:year|season)$/.test(norm) && tokens[k]!.glued) return ordinal(tokens[k - 1]!.norm) ?? 0
  }
  return 0
}

/** American television counts years as its schools do. */
const YEARS = new Map([
  ['freshman', 1],
  ['freshmen', 1],
  ['rookie', 1],
  ['rookies', 1],
  ['newcomer', 1],
  ['newcomers', 1],
  ['sophomore', 2],
  ['sophomores', 2],
  ['junior', 3],
])
