// Short answers: "Asked if X would be back for a third season, she said, “Absolutely.”" The question tells what, the answer
// how surely.
import type { EventPhrase, MediaList } from '../phrasebook/phrasebook.ts'
import type { Factuality } from './claim.ts'
import type { Quotation } from './document.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { within } from './ranges.ts'
import { wordsIn } from './tokens.ts'

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

const phraseOf = (factuality: Factuality): EventPhrase => ({
  phrase: SHORT_ANSWER,
  event: 'renewal',
  theme: 'context',
  factuality,
  proves: false,
})

/** The answers of a sentence in which somebody is asked for more of a series. */
export function findShortAnswers(view: SentenceView, quotations: readonly Quotation[]): EventCandidate[] {
  const { tokens, sentence, groups, themes } = view
  const asked = sentence.furniture ? undefined : groups.find((g) => g.lemmas.includes('ask'))
  if (!asked) return []
  return within(quotations, sentence).flatMap((q) => {
    const question = tokens.slice(asked.to, q.from > asked.to ? q.from : sentence.to)
    if (
      !question.some((t) => view.lexicon.among('askedFor', t.norm)) ||
      question.some((t) => view.lexicon.among('askedOfEnd', t.norm))
    )
      return []
    let { to } = q
    while (to > q.from && /^[,.!]$/.test(tokens[to - 1]!.norm)) to--
    const words = wordsIn(tokens, q.from, to)
    const answer = ANSWERS.find(([list]) => view.lexicon.among(list, words))
    if (!answer) return []
    const about = themes.find((t) => t.from >= asked.to && (t.show || t.season) && !t.weak)
    const season = about?.season && !about.show ? about : null
    const theme = season ? null : (about ?? null)
    const trigger = { phrase: phraseOf(answer[1]), from: q.from, to, group: null }
    return [{ view, trigger, theme, season, list: theme ? [theme] : [], note: 'behind the phrase', doubts: [] }]
  })
}
