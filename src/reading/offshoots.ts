// What offshoots are called: by the title that stands beside them or that the passage has in mind; an untitled one by the
// show that it comes from ("Glass Harbor spinoff", "Glass Harbor (Germany)"), and it is not that show.
import { isUntitled, newSeries } from './entities/new-series.ts'
import type { Entity } from './entities.ts'
import type { SentenceView } from './events.ts'
import type { ThemeMention } from './themes.ts'
import type { Topics } from './topics.ts'

/**
 * The named series that words for an offshoot stand for: what the passage has in mind, unless that is what it comes from. What
 * an article is about it names more than once.
 */
export function namedOffshoot(topics: Topics, sentence: number, of: Entity): Entity | null {
  for (const show of [topics.before[sentence], topics.main]) if (show && show !== of && isSpokenOf(show)) return show
  return null
}

const isSpokenOf = ({ kind, key, mentions }: Entity): boolean =>
  kind === 'series' && mentions.length > 1 && !isUntitled(key)
const isSeries = (show: Entity): boolean =>
  isSpokenOf(show) || show.seasoned || show.called || show.marked || (show.odds ?? 0) > 0.8

/** Gives the untitled offshoots of an article their names. Returns whether there are any. */
export function nameOffshoots(views: readonly SentenceView[], topics: Topics): boolean {
  const untitled = new Map<string, Entity>()
  const offshoots = new Set<Entity>()
  let last: Entity | null = null
  for (const view of views) {
    const { themes, sentence } = view
    for (const t of themes) {
      if (!t.offshoot || t.show) continue
      const { suffix, isNew } = t.offshoot
      const version = suffix.startsWith('(')
      // "the spinoff": one that was told of, or the series that the article is about.
      if (!t.of && !version) {
        if (last) name(t, last)
        continue
      }
      const of = t.of ?? parentOf(topics, sentence.i, offshoots)
      if (!of) continue
      const key = `${of.key} ${version ? suffix : ''}`
      const known = untitled.get(key)
      // What opens an article is what it is about, and goes by the title that it gives.
      const opens = sentence.i < OPENING || (!version && !isNew)
      if (!known && opens && namedOffshoot(topics, sentence.i, of)) continue
      const entity = known ?? newSeries(key, `${of.name} ${suffix}`, !version || isNew)
      untitled.set(key, entity)
      offshoots.add(entity)
      name(t, entity)
      if (!version) last = entity
    }
  }
  return untitled.size > 0
}

/** So many sentences open an article, its headline included. */
const OPENING = 3

function name(t: ThemeMention, entity: Entity): void {
  t.show = entity
  t.anaphor = null
  entity.mentions.push({ from: t.from, to: t.to, mark: null, key: entity.key })
}

/** "the German version": of the show that the passage is about, or of what an offshoot in mind comes from. */
function parentOf(topics: Topics, sentence: number, offshoots: ReadonlySet<Entity>): Entity | null {
  const show = topics.before[sentence] ?? topics.main
  const parent = show && !offshoots.has(show) ? show : topics.main
  return parent && isSeries(parent) ? parent : null
}
