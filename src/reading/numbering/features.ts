// What speaks for a season number beyond where it comes from: how it stands to the numbers that the article names, to those
// that aired, and to the day of the event.
import type { Range } from '../document.ts'
import type { Features } from '../features.ts'
import { bin } from '../features.ts'
import type { SeasonCase } from '../numbering.ts'
import { figureFeatures } from './figures.ts'

/** Where the article names this number of the show, how it stands to those that aired, and how long ago the event was. */
export function numberFeatures(
  f: Features,
  c: SeasonCase,
  numbers: ReadonlyArray<number | null>,
  sense: string,
  time: string,
  fresh: string,
): void {
  const { event, history } = c
  const n = numbers[0]!
  const which = n === null ? 'series' : n === 1 ? 'first' : 'further'
  const ago = c.yearsAgo === null ? '-' : bin(c.yearsAgo, [-0.1, 0.05, 0.6, 1.3, 2.3, 4])
  f.add('n,ago=', which, ago)
  f.add('n,ago,event=', which, ago, event)
  f.add('n,time,event=', which, time, event)
  f.add('n,main,event=', which, c.main, event)
  f.add('n,main,fresh=', which, c.main, fresh)
  f.add('n,sense,main=', which, sense, c.main)
  f.add('n,starts=', which, c.starts)
  f.add('n,starts,time=', which, c.starts, time)
  f.add('n,count=', which, bin(c.mentions.length, [1, 2, 4]))
  f.add('n,age=', which, history.age === null ? '-' : bin(history.age, [0, 0.4, 1.1, 2.1, 4]), event)
  f.add('n,verb=', which, c.candidate.trigger.group?.lemmas[0] ?? '-')
  f.add('n,verb,time=', which, c.candidate.trigger.group?.lemmas[0] ?? '-', time)
  f.once(c, which, () => wordsAround(f, c, which))
  f.once(c.surroundings, which, () => {
    for (const word of c.surroundings) f.add('n,show=', which, word)
  })
  if (n === null) return
  const rel = history.aired ? bin(n - history.aired, [0, 1, 2]) : '-'
  const top = Math.max(0, ...c.mentions.map((m) => m.n))
  const edge = top ? bin(n - top, [0, 1]) : '-'
  f.add('rel=', rel, event)
  f.add('rel,time=', rel, time, event)
  f.add('rel,ago=', rel, ago, event)
  f.add('top,time=', edge, time, event)
  f.add('top,ago=', edge, ago, event)
  f.add('top,rel=', edge, rel, event)
  figureFeatures(f, c.candidate, event, n)
  if (!c.mentions.length) return
  const { i } = c.candidate.view.sentence
  const at = c.candidate.trigger.from
  const closest = c.mentions.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a))
  const step = bin(n - closest.n, [-1, 0, 1, 2])
  const apart = closest.sentence === i ? 'here' : bin(Math.abs(closest.sentence - i), [2, 4])
  f.add('step,lead=', step, closest.lead, event)
  f.add('step,apart=', step, apart, event)
  f.add('step,past=', step, closest.past, event)
  f.add('step,side=', step, closest.at < at ? 'before' : 'behind', event)
  const own = c.mentions.filter((m) => m.n === n)
  if (!own.length) return
  const nearest = own.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a))
  const away = bin(Math.abs(nearest.sentence - i), [1, 2, 4])
  const side = nearest.at < at ? 'before' : 'behind'
  const rivals = c.mentions.filter((m) => m.n !== n && Math.abs(m.at - at) < Math.abs(nearest.at - at)).length
  f.add('near=', away, side, event)
  f.add('near,sense=', away, side, sense)
  f.add('near,rivals=', bin(rivals, [1, 2]), away)
  f.add('near,past=', nearest.past, time, event)
  f.add('often=', bin(own.length, [2, 3, 5]), event)
  f.add('all=', own.length === c.mentions.length, event)
  f.add(
    'past=',
    own.every((m) => m.past),
    own.some((m) => m.past),
    time,
  )
  f.add('told first=', own[0]!.sentence <= 1, event)
}

/** How the season that stands with the event's words stands there: in "it debuted, and its second season ended" it is another's. */
export function toldFeatures(f: Features, { event, season, candidate: { view, trigger } }: SeasonCase): void {
  if (!season) return
  const { tokens, sentence, masked } = view
  const side = season.to <= trigger.from ? 'before' : season.from >= trigger.to ? 'behind' : 'inside'
  const [from, to] = side === 'before' ? [season.to, trigger.from] : [trigger.to, season.from]
  const word = (k: number): string =>
    k < sentence.from ? '^' : k >= sentence.to ? '$' : masked[k] ? 'NAME' : tokens[k]!.norm
  f.add('told=', side, bin(to - from, [1, 3, 6, 10]), event)
  f.add('told,lead=', side, word(season.from - 1), event)
  f.add('told,lead2=', word(season.from - 2), word(season.from - 1))
  f.add('told,next=', side, word(season.to), event)
  f.add('told,sense=', side, season.sense, event)
}

/** As far around the event's words, and around the name, words tell of seasons: "freshman", "long-running", "back". */
const FAR = 16
const NEAR = 4

function wordsAround(f: Features, { candidate: { view, trigger, theme } }: SeasonCase, which: string): void {
  const { tokens, sentence, masked } = view
  const add = (prefix: string, ...ranges: readonly Range[]) => {
    const words = new Set<string>()
    for (const { from, to } of ranges)
      for (let k = Math.max(sentence.from, from); k < Math.min(sentence.to, to); k++)
        if (!masked[k]) words.add(tokens[k]!.norm)
    for (const word of words) f.add(prefix, which, word)
  }
  add('n,around=', { from: trigger.from - FAR, to: trigger.from }, { from: trigger.to, to: trigger.to + FAR })
  if (!theme) return
  add('n,before=', { from: theme.from - NEAR, to: theme.from })
  add('n,behind=', { from: theme.to, to: theme.to + NEAR })
}
