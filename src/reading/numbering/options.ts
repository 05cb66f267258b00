// The seasons that an event may happen to, each with the features that speak for it: the ranker chooses among them.
import { isGiven } from '../events/bound.ts'
import type { Tell } from '../features.ts'
import type { SeasonCase } from '../numbering.ts'
import type { ThemeMention } from '../themes.ts'
import { numberFeatures, toldFeatures } from './features.ts'
import { figureSources } from './figures.ts'

/** A season (or several named together) that an event may happen to, with what speaks for it; [null] is the series as a whole. */
export interface SeasonOption {
  numbers: ReadonlyArray<number | null>
  /** What suggests it: the words, the rules, the show's history. */
  from: readonly string[]
  tell: Tell
}

/** More numbers of one show are a list, and none of them is meant for being named. */
const MOST_NAMED = 8

/** The seasons that an event may happen to: those that the words, the show's history and the rules suggest. */
export function seasonOptions(c: SeasonCase): SeasonOption[] {
  const { event, history, season, show } = c
  const sources: Array<[string, number | null]> = [
    ['none', null],
    ['first', 1],
    ['near', c.near],
    ['before', c.before],
    ['focus', history.focus],
    ['latest', history.latest || null],
    ['next', history.latest ? history.latest + 1 : null],
    ['aired', history.aired || null],
    ['afterAired', history.aired ? history.aired + 1 : null],
    ['final', history.final],
    ['ordered', history.ordered || null],
    ['afterOrdered', history.ordered ? history.ordered + 1 : null],
    ['coming', history.coming || null],
    ['afterComing', history.coming ? history.coming + 1 : null],
    ['afterNear', c.near === null ? null : c.near + 1],
    ['counted', c.counted || null],
    ['afterCounted', c.counted ? c.counted + 1 : null],
    ['second', 2],
    ['year', history.year || null],
    ['afterYear', history.year ? history.year + 1 : null],
    ...figureSources(c.candidate),
  ]
  for (const n of [...new Set(c.mentions.map((m) => m.n))].slice(0, MOST_NAMED)) sources.push(['named', n])
  // What is on has been renewed: what is said of it now, in the same breath, is said of one behind it.
  const given = event === 'renewal' && !c.dated && c.factuality === 'yes' && !season?.numbers.length ? givenIn(c) : 0
  const values = new Map<string, { numbers: ReadonlyArray<number | null>; from: string[] }>()
  const add = (numbers: ReadonlyArray<number | null>, source: string) => {
    if (given && numbers.some((n) => (n ?? 0) <= given)) return
    const key = numbers.join()
    const entry = values.get(key)
    if (entry) entry.from.push(source)
    else values.set(key, { numbers, from: [source] })
  }
  // What is ordered without a season is the first.
  const ordered = event === 'order' && !season
  for (const [source, n] of sources) if (ordered ? n === 1 : n !== null || source === 'none') add([n], source)
  add(c.rule, 'rule')
  if (season?.numbers.length) add(season.numbers, 'mention')
  const sense = season ? (season.soft ? 'soft' : season.sense) : '-'
  const fresh = history.freshman
    ? 'freshman'
    : show.isNew || show.limited
      ? 'new'
      : history.returning
        ? 'returning'
        : '-'
  const open = c.factuality === 'yes' ? 'yes' : c.factuality === 'likely' ? 'likely' : 'open'
  const known = `known=${Math.min(history.named.size, 3)},${history.aired > 1 ? '2+' : history.aired}`
  const theme = c.candidate.theme
  const form = `form=${theme ? (theme.anaphor ?? (theme.show ? 'show' : 'season')) : 'context'}`
  const time = c.past ? 'past' : 'to come'
  const [starts, dated] = [`starts=${c.starts}`, `dated=${c.dated}`]
  const limited = `limited=${show.limited}`
  return [...values.values()].map(({ numbers, from }) => ({
    numbers,
    from,
    tell(f) {
      for (const s of from) {
        f.add('s:', s)
        f.add('s:', s, event)
        f.add('s:', s, sense)
        f.add('s:', s, sense, event)
        f.add('s:', s, fresh, event)
        f.add('s:', s, open, event)
        f.add('s:', s, time, event)
        f.add('s:', s, known)
        f.add('s:', s, known, event)
        f.add('s:', s, starts, fresh)
        f.add('s:', s, form, event)
        f.add('s:', s, dated, event)
        f.add('s:', s, limited)
      }
      f.add('s:=', from.toSorted().join('+'))
      f.add('s:n=', from.length)
      if (from.includes('mention')) toldFeatures(f, c)
      numberFeatures(f, c, numbers, sense, time, fresh)
    },
  }))
}

/** The season of the show that its sentence takes for given; 0 for none. A season is that of the show named last. */
function givenIn({ show, candidate: { view } }: SeasonCase): number {
  const { themes } = view
  const isOwn = (t: ThemeMention) => (themes.findLast((s) => s.show && s.from <= t.from)?.show ?? show) === show
  return Math.max(0, ...themes.flatMap((t) => (t.season && isGiven(view, t) && isOwn(t) ? t.season.numbers : [])))
}
