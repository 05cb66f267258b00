// How many seasons a show has had, as the article counts them.
import type { Entity } from './entities.ts'
import type { SentenceView } from './events.ts'
import type { SeasonMention } from './seasons.ts'

/** "after five seasons", "its six-season run", "the freshman drama X": how many seasons a show has had. */
export function countsOf(
  seasons: readonly SeasonMention[],
  views: readonly SentenceView[],
  sentenceOf: Int32Array,
  topics: ReadonlyArray<Entity | null>,
): Array<{ show: Entity; count: number }> {
  const freshmen = views.flatMap(({ themes, tokens }) =>
    themes.flatMap((t, i) => {
      if (!t.show) return []
      const lead = tokens.slice(Math.max(0, t.from - 5), t.from)
      const heads = themes[t.list[0] ?? i]!
      const first = heads === t ? lead : tokens.slice(Math.max(0, heads.from - 5), heads.from)
      return [...lead, ...first].some((w) => /^(freshman|rookie)$/.test(w.norm)) ? [{ show: t.show, count: 1 }] : []
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
    return show ? [{ show, count: season.count }] : []
  })
  return [...counts, ...freshmen]
}
