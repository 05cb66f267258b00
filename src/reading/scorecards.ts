// Scorecards: under a heading that is a verdict ("Renewed", "Canceled Shows", "On the Bubble") each line that holds a show and
// nothing else is told so.
import { fillsParagraph } from './document.ts'
import { BEHIND_COLON } from './events/theme-of.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { W } from './lexicon.ts'
import { holding } from './ranges.ts'
import type { ThemeMention } from './themes.ts'

/** What the phrase of a line in a scorecard is called. */
export const VERDICT = 'verdict in a heading'

/** So many lines must be told by headings, or it is no scorecard. */
const FEWEST = 3
/** A heading is no longer than this, in tokens. */
const LONGEST = 5

/**
 * Finds the lines of scorecards.
 * @param told what the phrases tell in each sentence
 * @returns a candidate for each line, and the sentences that are headings: by themselves they tell nothing
 */
export function findScorecard(
  views: readonly SentenceView[],
  told: ReadonlyArray<readonly EventCandidate[]>,
): { lines: EventCandidate[]; headings: ReadonlySet<number> } {
  const lines: EventCandidate[] = []
  const headings = new Set<number>()
  let verdict: EventCandidate | undefined
  const sentences = views.map((v) => v.sentence)
  views.forEach((view, i) => {
    if (view.sentence.furniture || !fillsParagraph(sentences, i)) return
    const labelled = told[i]!.filter((c) => isOwnLabel(view, c))
    if (labelled.length) {
      for (const c of labelled)
        lines.push({ ...candidateOf(view, c.theme!, c), season: c.season, list: c.list, note: c.note })
      headings.add(i)
      return
    }
    const own = told[i]!.find((c) => FATE.test(c.trigger.phrase.event) && isHeading(view, c))
    const line = own ? undefined : lineOf(view)
    if (line && verdict) lines.push(candidateOf(view, line, verdict))
    if (own) headings.add(i)
    if (own || (!line && view.sentence.to - view.sentence.from <= LONGEST)) verdict = own
  })
  return lines.length < FEWEST ? { lines: [], headings: new Set() } : { lines, headings }
}

const FATE = /^(renewal|cancellation|ending)$/

function candidateOf(view: SentenceView, show: ThemeMention, verdict: EventCandidate): EventCandidate {
  const { event, theme, factuality, proves } = verdict.trigger.phrase
  const season = event === 'cancellation' ? undefined : view.themes.find((t) => t.season?.numbers.length)
  return {
    view,
    trigger: {
      phrase: { phrase: VERDICT, event, theme, factuality, proves },
      from: show.from,
      to: show.to,
      group: null,
    },
    theme: show,
    season: season ?? null,
    list: [show],
    note: 'a line under a verdict',
    doubts: [],
  }
}

/** "Canceled: ‘X’": the verdict is the line's own label. */
const isOwnLabel = ({ sentence }: SentenceView, { trigger, theme, note }: EventCandidate): boolean =>
  note === BEHIND_COLON && trigger.from === sentence.from && FATE.test(trigger.phrase.event) && Boolean(theme?.show)

/** Beside the words that tell it, a heading has a noun for what is told so, and little more: "Canceled Shows", "Renewed So Far". */
function isHeading({ tokens, lexicon, sentence }: SentenceView, { trigger }: EventCandidate): boolean {
  if (sentence.to - sentence.from > LONGEST) return false
  for (let k = sentence.from; k < sentence.to; k++) {
    const { norm, kind } = tokens[k]!
    const beside = kind === 'mark' ? norm !== '?' : lexicon.is(norm, W.series | W.genre) || /^(so|far|tv)$/.test(norm)
    if ((k < trigger.from || k >= trigger.to) && !beside && !lexicon.is(norm, W.adverb)) return false
  }
  return true
}

/** The show of a line that holds nothing else but marks, figures, a network, a season, the show's kind. */
function lineOf({ tokens, lexicon, sentence, themes, orgs }: SentenceView): ThemeMention | undefined {
  const [show, more] = themes.filter((t) => t.show && !t.aside)
  if (!show || more) return undefined
  for (let k = sentence.from; k < sentence.to; k++) {
    const { norm, kind } = tokens[k]!
    const beside = kind !== 'word' || lexicon.is(norm, W.series | W.genre | W.number | W.ordinal) || SEASON.test(norm)
    if (!beside && !holding(themes, k) && !holding(orgs, k)) return undefined
  }
  return show
}

const SEASON = /^(seasons?|the|and)$/
