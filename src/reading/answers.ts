// Short answers: "Asked if X would be back for a third season, she said, “Absolutely.”", "Is it the last? No." The question
// tells what, the answer how surely.
import type { EventPhrase, MediaList } from '../phrasebook/phrasebook.ts'
import type { Factuality } from './claim.ts'
import type { Quotation, Range } from './document.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { firstNot } from './ranges.ts'
import { type Token, wordsIn } from './tokens.ts'

const ANSWERS: ReadonlyArray<readonly [list: MediaList, factuality: Factuality]> = [
  ['answersYes', 'yes'],
  ['answersLikely', 'likely'],
  ['answersPossible', 'possible'],
  ['answersUndecided', 'undecided'],
  ['answersUnlikely', 'unlikely'],
  ['answersNo', 'no'],
]

/** The phrase that short answers go by. */
export const SHORT_ANSWER = 'short answer'

/** The longest answer, in tokens. */
const LONGEST = 12

interface Question {
  view: SentenceView
  words: readonly Token[]
  /** Token from which on its words tell what is asked. */
  from: number
}

/** What a yes would mean. */
function askedFor({ view, words }: Question): (Pick<EventPhrase, 'event'> & { willing: boolean }) | null {
  const has = (list: MediaList): boolean => words.some((t) => view.lexicon.among(list, t.norm))
  const willing = has('wouldLike')
  if (has('asksElse')) return null
  if (has('askedOfEnd')) return has('endsSeries') && !has('notEnd') ? { event: 'ending', willing: false } : null
  // "Will he come back to her?"
  const ofSeries = has('asksSeason') || (has('askedFor') && view.themes.some((t) => t.show || t.anaphor))
  return ofSeries ? { event: 'renewal', willing } : null
}

/** "Would you come back?": who says yes is willing, and no more. */
const howSure = (answer: Factuality, willing: boolean): Factuality =>
  willing && (answer === 'yes' || answer === 'likely') ? 'possible' : answer

/**
 * The answers of a text in which somebody is asked for more of a series, or whether it ends.
 * @param told the events that each sentence tells by its own words
 */
export function findShortAnswers(
  views: readonly SentenceView[],
  told: ReadonlyArray<readonly EventCandidate[]>,
  quotations: readonly Quotation[],
  speechOf: Int32Array,
): EventCandidate[] {
  const speech = quotations.filter((q) => q.speech)
  return views.flatMap((view, i) => {
    const { tokens, sentence } = view
    if (sentence.furniture) return []
    const before = views[i - 1]
    const first = speech[firstNot(speech.length, (k) => speech[k]!.from < sentence.from)]
    const opens = first && first.from < sentence.to ? first : null
    // Within what somebody says: "Would I come back? In a heartbeat."
    const goesOn = speechOf[sentence.from]! >= 0 && opens?.from !== sentence.from
    const said: Range | null = goesOn ? sentence : opens
    if (!said) return []
    const words = answerOf(tokens, said, sentence.to)
    const answer = words.text ? ANSWERS.find(([list]) => view.lexicon.among(list, words.text)) : undefined
    if (!answer) return []
    const questions = [
      goesOn ? null : askedIn(view, said.from),
      before && (sentence.title || !before.sentence.title) ? askedBefore(before, goesOn) : null,
    ]
    for (const question of questions) {
      const wanted = question && askedFor(question)
      if (!wanted || tellsItself(told[i]!, wanted.event)) continue
      const about = question.view.themes.filter((t) => t.from >= question.from && !t.weak)
      const own = question.view === view ? about.find((t) => t.show || t.season) : undefined
      const theme = own?.show ? own : null
      const season = theme ? null : (own ?? about.find((t) => t.season) ?? null)
      const phrase: EventPhrase = {
        phrase: SHORT_ANSWER,
        event: wanted.event,
        theme: 'context',
        factuality: howSure(answer[1], wanted.willing),
        proves: false,
      }
      const trigger = { phrase, from: words.from, to: words.to, group: null }
      return [{ view, trigger, theme, season, list: theme ? [theme] : [], note: 'behind the phrase', doubts: [] }]
    }
    return []
  })
}

/** The answer's own words say more than the short answer does. */
const tellsItself = (told: readonly EventCandidate[], event: EventPhrase['event']): boolean =>
  told.some((c) => c.trigger.phrase.event === event && !c.doubts.length)

/** The first clause of what is said, "Oh," and "Well," left out. */
function answerOf(tokens: readonly Token[], said: Range, end: number): Range & { text: string } {
  let { from } = said
  while (from < said.to && from < end && (tokens[from]!.kind === 'mark' || isLead(tokens, from))) from++
  let to = from
  while (to < said.to && to < end && tokens[to]!.kind !== 'mark' && to - from <= LONGEST) to++
  return { from, to, text: wordsIn(tokens, from, to) }
}

/** "Oh, no.", "Honestly, I doubt it." */
const isLead = (tokens: readonly Token[], i: number): boolean =>
  LEAD.test(tokens[i]!.norm) && (tokens[i + 1]?.norm === ',' || /^(oh|god)$/.test(tokens[i]!.norm))

const LEAD = /^(oh|god|well|look|honestly|goodness|um|ah|hmm|listen|frankly|gosh)$/

/** The question that a sentence tells of outside of what is said in it: "Asked if …, she said", "says she, asked about …". */
function askedIn(view: SentenceView, quotation: number): Question | null {
  const asked = view.groups.find((g) => g.lemmas.some((l) => view.lexicon.among('asks', l)))
  if (!asked) return null
  const to = quotation > asked.to ? quotation : view.sentence.to
  return { view, words: view.tokens.slice(asked.to, to), from: asked.to }
}

/** The sentence before asks, or tells that somebody is asked. */
function askedBefore(view: SentenceView, within: boolean): Question | null {
  const { sentence, tokens } = view
  if (sentence.furniture) return null
  if (sentence.question) return { view, words: tokens.slice(sentence.from, sentence.to), from: sentence.from }
  return within ? null : askedIn(view, sentence.to)
}
