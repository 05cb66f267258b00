// Short answers: "Asked if X would be back for a third season, she said, “Absolutely.”" The question tells what, the answer
// how surely.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { Factuality } from './claim.ts'
import type { Quotation } from './document.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { within } from './ranges.ts'
import { wordsIn } from './tokens.ts'

const ANSWERS: ReadonlyArray<readonly [words: RegExp, factuality: Factuality]> = [
  [/^(yes|yes , absolutely|absolutely|definitely|of course|for sure|100 percent)$/, 'yes'],
  [/^((very|most|quite) likely|likely|probably|i think so|i believe so)$/, 'likely'],
  [/^(maybe|perhaps|possibly|could be|you never know|it 's possible|it is possible)$/, 'possible'],
  [/^(who knows|no idea|no comment|i do not know|i have no idea|we will see)$/, 'undecided'],
  [/^((very|highly) unlikely|unlikely|doubtful|probably not|i doubt it)$/, 'unlikely'],
  [/^(no|never|nope|absolutely not|definitely not|no way)$/, 'no'],
]

/** The phrase that short answers go by. */
export const SHORT_ANSWER = 'short answer'

/** What is asked that a "yes" does not renew. */
const ENDS = /^(last|final|end|ending|ended|over|done|cancell?ed|cancell?ation|axed|concluded?)$/

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
    if (!question.some((t) => view.lexicon.among('askedFor', t.norm)) || question.some((t) => ENDS.test(t.norm)))
      return []
    let { to } = q
    while (to > q.from && /^[,.!]$/.test(tokens[to - 1]!.norm)) to--
    const words = wordsIn(tokens, q.from, to)
    const answer = ANSWERS.find(([said]) => said.test(words))
    if (!answer) return []
    const about = themes.find((t) => t.from >= asked.to && (t.show || t.season) && !t.weak)
    const season = about?.season && !about.show ? about : null
    const theme = season ? null : (about ?? null)
    const trigger = { phrase: phraseOf(answer[1]), from: q.from, to, group: null }
    return [{ view, trigger, theme, season, list: theme ? [theme] : [], note: 'behind the phrase', doubts: [] }]
  })
}
