// Every figure near an event's words that may count a show's seasons, whoever's they are: what the rules bind to no season
// mention ("a second go", "its ninth", "after 11 series") the ranker may still take for the one that is meant.
import type { Range } from '../document.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import type { Features } from '../features.ts'
import { bin } from '../features.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import { within } from '../ranges.ts'
import { cardinal, ordinal } from '../seasons/numerals.ts'
import type { Token } from '../tokens.ts'

/** An ordinal, a number behind its noun ("year two"), or a number before it ("three series"). */
type Kind = 'ordinal' | 'numbered' | 'count'

interface Figure extends Range {
  n: number
  kind: Kind
}

const COUNTED = /^(seasons?|series|years?|cycles?|editions?|runs?|rounds?|outings?|instal?lments?|chapters?|terms?)$/
/** "its eight-episode run": a run of that many seasons it is not. */
const OF_EPISODES = /^(episodes?|parts?|hours?|weeks?|nights?)$/
/** Higher numbers count something else. */
const HIGHEST = 60
/** Tokens from the event's words; farther off a figure tells of something else, and long lists would cost the square of their length. */
const REACH = 40

const known = new WeakMap<SentenceView, readonly Figure[]>()

function near({ view, trigger }: EventCandidate): Figure[] {
  let found = known.get(view)
  if (!found) {
    found = [...figuresOf(view)]
    known.set(view, found)
  }
  return within(found, { from: trigger.from - REACH, to: trigger.to + REACH })
}

function* figuresOf({ tokens, sentence, lexicon }: SentenceView): Generator<Figure> {
  for (let from = sentence.from; from < sentence.to; from++) {
    const { norm } = tokens[from]!
    const to = from + 1
    const before = from > sentence.from ? tokens[from - 1]!.norm : ''
    const nth = ordinal(norm)
    if (nth && nth <= HIGHEST && !lexicon.is(before, W.month) && !countsOthers(tokens, to, lexicon))
      yield { n: nth, from, to, kind: 'ordinal' }
    const n = cardinal(norm)
    if (!n || n > HIGHEST) continue
    const behind = tokens.slice(to, Math.min(to + 2, sentence.to))
    const counts = behind.some((t) => COUNTED.test(t.norm)) && !behind.some((t) => OF_EPISODES.test(t.norm))
    if (COUNTED.test(before)) yield { n, from, to, kind: 'numbered' }
    else if (counts) yield { n, from, to, kind: 'count' }
  }
}

/** "the second British comedy to return", "its 100th episode", "the 15th century": not seasons are counted. */
function countsOthers(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const others = W.series | W.genre | W.otherWork
  const noun = tokens.slice(from, from + 4).find((t) => COUNTED.test(t.norm) || lexicon.is(t.norm, others))
  return noun ? !COUNTED.test(noun.norm) : lexicon.among('ordinalNoun', tokens[from]?.norm ?? '')
}

/** The seasons that the figures near a candidate suggest, each with where it comes from: so many seasons make one more the next. */
export const figureSources = (candidate: EventCandidate): Array<[string, number]> =>
  near(candidate).flatMap(
    ({ n, kind }): Array<[string, number]> =>
      kind === 'count'
        ? [
            ['here:count', n],
            ['here:afterCount', n + 1],
          ]
        : [
            [`here:${kind}`, n],
            [`here:after,${kind}`, n + 1],
          ],
  )

/** How the nearest figure that is a season's number, or the one before it, stands to the event's words. */
export function figureFeatures(f: Features, candidate: EventCandidate, event: string, season: number): void {
  const { tokens, masked } = candidate.view
  const { from, to } = candidate.trigger
  const away = (figure: Figure): number => (figure.from < from ? from - figure.from : Math.max(0, figure.from - to))
  const figures = near(candidate)
  for (const step of [0, 1]) {
    const own = figures.filter((figure) => figure.n + step === season)
    if (!own.length) continue
    const figure = own.reduce((a, b) => (away(b) < away(a) ? b : a))
    const side = figure.from < from ? 'before' : 'behind'
    const [a, b] = side === 'before' ? [figure.from, from] : [to, figure.from]
    let names = 0
    for (let k = a; k < b; k++) if (masked[k] && !masked[k - 1] && tokens[k]!.case !== 'lower') names++
    const kind = `${step}${figure.kind}`
    f.add('figure=', kind, bin(away(figure), [1, 4, 8, 14]), side)
    f.add('figure,names=', kind, bin(names, [1, 2]), side)
    f.add('figure,before=', kind, tokens[figure.from - 1]?.norm ?? '^', event)
    f.add('figure,next=', kind, tokens[figure.to]?.norm ?? '$', event)
  }
}
