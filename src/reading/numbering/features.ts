// What speaks for a season number beyond where it comes from: how it stands to the numbers that the article names, to those
// that aired, and to the day of the event.
import { bin, feature2, feature3 } from '../features.ts'
import type { SeasonCase } from '../numbering.ts'
import { figureFeatures } from './figures.ts'

/** Where the article names this number of the show, how it stands to those that aired, and how long ago the event was. */
export function numberFeatures(
  c: SeasonCase,
  numbers: ReadonlyArray<number | null>,
  sense: string,
  time: string,
  fresh: string,
): string[] {
  const { event, history } = c
  const n = numbers[0]!
  const which = n === null ? 'series' : n === 1 ? 'first' : 'further'
  const ago = c.yearsAgo === null ? '-' : bin(c.yearsAgo, [-0.1, 0.05, 0.6, 1.3, 2.3, 4])
  const features = [
    feature2('n,ago=', which, ago),
    feature3('n,ago,event=', which, ago, event),
    feature3('n,time,event=', which, time, event),
    feature3('n,main,event=', which, c.main, event),
    feature3('n,main,fresh=', which, c.main, fresh),
    feature3('n,sense,main=', which, sense, c.main),
    feature2('n,starts=', which, c.starts),
    feature3('n,starts,time=', which, c.starts, time),
    feature2('n,count=', which, bin(c.mentions.length, [1, 2, 4])),
    feature3('n,age=', which, history.age === null ? '-' : bin(history.age, [0, 0.4, 1.1, 2.1, 4]), event),
    feature2('n,verb=', which, c.candidate.trigger.group?.lemmas[0] ?? '-'),
    feature3('n,verb,time=', which, c.candidate.trigger.group?.lemmas[0] ?? '-', time),
    ...wordsAround(c, which),
  ]
  if (n === null) return features
  const rel = history.aired ? bin(n - history.aired, [0, 1, 2]) : '-'
  const top = Math.max(0, ...c.mentions.map((m) => m.n))
  const edge = top ? bin(n - top, [0, 1]) : '-'
  features.push(
    feature2('rel=', rel, event),
    feature3('rel,time=', rel, time, event),
    feature3('rel,ago=', rel, ago, event),
    feature3('top,time=', edge, time, event),
    feature3('top,ago=', edge, ago, event),
    feature3('top,rel=', edge, rel, event),
    ...figureFeatures(c.candidate, event, n),
  )
  if (!c.mentions.length) return features
  const { i } = c.candidate.view.sentence
  const at = c.candidate.trigger.from
  const closest = c.mentions.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a))
  const step = bin(n - closest.n, [-1, 0, 1, 2])
  const apart = closest.sentence === i ? 'here' : bin(Math.abs(closest.sentence - i), [2, 4])
  features.push(
    feature3('step,lead=', step, closest.lead, event),
    feature3('step,apart=', step, apart, event),
    feature3('step,past=', step, closest.past, event),
    feature3('step,side=', step, closest.at < at ? 'before' : 'behind', event),
    feature2('step,verb=', step, c.candidate.trigger.group?.lemmas[0] ?? '-'),
    feature2('step,phrase=', step, c.candidate.trigger.phrase.phrase),
  )
  const own = c.mentions.filter((m) => m.n === n)
  if (!own.length) return features
  const nearest = own.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a))
  const away = bin(Math.abs(nearest.sentence - i), [1, 2, 4])
  const side = nearest.at < at ? 'before' : 'behind'
  const rivals = c.mentions.filter((m) => m.n !== n && Math.abs(m.at - at) < Math.abs(nearest.at - at)).length
  features.push(
    feature3('near=', away, side, event),
    feature3('near,sense=', away, side, sense),
    feature2('near,rivals=', bin(rivals, [1, 2]), away),
    feature3('near,past=', nearest.past, time, event),
    feature2('often=', bin(own.length, [2, 3, 5]), event),
    feature2('all=', own.length === c.mentions.length, event),
    feature3(
      'past=',
      own.every((m) => m.past),
      own.some((m) => m.past),
      time,
    ),
    feature2('told first=', own[0]!.sentence <= 1, event),
  )
  return features
}

/** How the season that stands with the event's words stands there: in "it debuted, and its second season ended" it is another's. */
export function toldFeatures({ event, season, candidate: { view, trigger } }: SeasonCase): string[] {
  if (!season) return []
  const { tokens, sentence, masked } = view
  const side = season.to <= trigger.from ? 'before' : season.from >= trigger.to ? 'behind' : 'inside'
  const [from, to] = side === 'before' ? [season.to, trigger.from] : [trigger.to, season.from]
  const word = (k: number): string =>
    k < sentence.from ? '^' : k >= sentence.to ? '$' : masked[k] ? 'NAME' : tokens[k]!.norm
  const between = new Set<string>()
  for (let k = from; k < Math.min(to, from + FAR); k++) between.add(feature2('told,between=', side, word(k)))
  return [
    feature3('told=', side, bin(to - from, [1, 3, 6, 10]), event),
    feature3('told,lead=', side, word(season.from - 1), event),
    feature2('told,lead2=', word(season.from - 2), word(season.from - 1)),
    feature3('told,next=', side, word(season.to), event),
    feature3('told,sense=', side, season.sense, event),
    ...between,
  ]
}

/** As far around the event's words, and around the name, words tell of seasons: "freshman", "long-running", "back". */
const FAR = 16
const NEAR = 4

function wordsAround({ candidate: { view, trigger, theme } }: SeasonCase, which: string): string[] {
  const { tokens, sentence, masked } = view
  const found = new Set<string>()
  const add = (from: number, to: number, name: string) => {
    for (let k = Math.max(sentence.from, from); k < Math.min(sentence.to, to); k++)
      if (!masked[k]) found.add(feature2(name, which, tokens[k]!.norm))
  }
  add(trigger.from - FAR, trigger.from, 'n,around=')
  add(trigger.to, trigger.to + FAR, 'n,around=')
  if (theme) {
    add(theme.from - NEAR, theme.from, 'n,before=')
    add(theme.to, theme.to + NEAR, 'n,behind=')
  }
  return [...found]
}
