// The judge: how probable it is that a candidate is a claim, from what the stages before saw. A log-linear model over named
// features; its weights are learned from our own corpus (scripts/train.ts) and are data, so that every decision can be shown
// as the features that spoke for and against.
import type { DateMention } from './dates.ts'
import type { Entity } from './entities.ts'
import type { EventCandidate } from './events.ts'
import type { Event, Factuality } from './claim.ts'
import type { SeasonMention } from './seasons.ts'

/** Feature → weight; "bias" is always on. */
export type Weights = Readonly<Record<string, number>>

export interface Evidence {
  candidate: EventCandidate
  show: Entity
  season: SeasonMention | null
  event: Event
  factuality: Factuality
  date: DateMention | null
  /** A network stands in the sentence. */
  screen: boolean
  inSpeech: boolean
  /** How much the article is about television, -1 to 1. */
  television: number
  isMain: boolean
  hedged: boolean
  /** Words of the name that are common English words, and all of them. */
  common: number
  words: number
  sentences: number
}

const bin = (n: number, edges: readonly number[]): string => String(edges.filter((e) => n >= e).length)

/** The features of a candidate, by name. */
export function featuresOf(e: Evidence): string[] {
  const { candidate, show, season, event } = e
  const { trigger, theme, note, view, list } = candidate
  const { group } = trigger
  const rival = Math.max(show.other, show.person, show.network)
  const marked = show.mentions.some((m) => m.mark)
  const kind = `${show.kind}${marked ? '+marked' : ''}`
  const medium = bin(e.television, [-0.5, -0.1, 0.2, 0.5, 0.9])
  const distance = theme ? (theme.to <= trigger.from ? trigger.from - theme.to : theme.from - trigger.to) : -1
  const sense = season ? (season.soft ? 'soft' : season.sense) : 'none'
  const form = group ? `${group.tense}${group.finite ? '' : '-nonfinite'}${group.passive ? '-passive' : ''}` : 'noun'
  const left = theme ? (view.tokens[theme.from - 1]?.norm ?? '^') : '-'
  const right = theme ? (view.tokens[theme.to]?.norm ?? '$') : '-'
  return [
    'bias',
    `event=${event}`,
    `phrase=${trigger.phrase.phrase}`,
    `note=${note}`,
    `kind=${kind}`,
    `kind,event=${kind},${event}`,
    `own=${bin(show.series, [0.1, 0.7, 1.3, 2, 3, 4.5, 7])}`,
    `rival=${bin(rival, [0.1, 1, 2, 3])}`,
    `lead=${bin(show.series - rival, [-1, 0, 0.7, 1.5, 2.5, 4, 6])}`,
    `seasoned=${show.seasoned}`,
    `called=${show.called}`,
    `new=${show.isNew || show.limited},${event}`,
    `season=${sense}`,
    `season,event=${sense},${event}`,
    `dated=${e.date !== null},${event}`,
    `screen=${e.screen},${event}`,
    `medium=${medium}`,
    `medium,kind=${medium},${kind}`,
    `medium,event=${medium},${event}`,
    `factuality=${e.factuality},${event}`,
    `speech=${e.inSpeech},${event}`,
    `title=${view.sentence.title},headline=${view.sentence.headline}`,
    `place=${bin(view.sentence.i, [1, 2, 4, 8, 15])}`,
    `distance=${distance < 0 ? 'none' : bin(distance, [1, 3, 6, 10, 16])}`,
    `side=${theme ? (theme.to <= trigger.from ? 'before' : theme.from >= trigger.to ? 'behind' : 'inside') : 'none'},${trigger.phrase.theme}`,
    `theme=${theme ? (theme.anaphor ?? (theme.show ? (theme.season ? 'show+season' : 'show') : 'season')) : 'context'}`,
    `theme,event=${theme ? (theme.anaphor ?? (theme.show ? (theme.season ? 'show+season' : 'show') : 'season')) : 'context'},${event}`,
    `oblique=${theme?.oblique ?? false},${trigger.phrase.theme}`,
    `weak=${theme?.weak ?? false}`,
    `main=${e.isMain}`,
    `main,theme=${e.isMain},${theme?.anaphor ?? 'named'}`,
    `list=${bin(list.length, [2, 4])}`,
    `form=${form},${event}`,
    `verb=${group?.lemmas[0] ?? '-'},${event}`,
    `modal=${group?.modal ?? '-'}`,
    `hedged=${e.hedged}`,
    `mentions=${bin(show.mentions.length, [2, 3, 5, 8])}`,
    `common=${e.words ? bin(e.common / e.words, [0.01, 0.5, 1]) : 'x'},${e.words === 1 ? 'one' : 'more'},${marked ? 'marked' : 'plain'}`,
    `left=${left}`,
    `right=${right}`,
  ]
}

/** Probability that the candidate is a claim. */
export function probability(features: readonly string[], weights: Weights): number {
  let sum = 0
  for (const f of features) sum += weights[f] ?? 0
  return 1 / (1 + Math.exp(-sum))
}

/** The features that weighed most, for the reader of `--why`: "called=true +1.3, medium=5 +0.8, rival=2 -0.6". */
export function reasons(features: readonly string[], weights: Weights, n = 4): string {
  return features
    .map((f) => [f, weights[f] ?? 0] as const)
    .filter(([f]) => f !== 'bias')
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, n)
    .map(([f, w]) => `${f} ${w > 0 ? '+' : '−'}${Math.abs(w).toFixed(1)}`)
    .join(', ')
}
