// What a weak phrase needs beside it: a day, a season in the passage, a run that ends.

import type { MediaList } from '../../phrasebook/phrasebook.ts'
import type { Factuality } from '../claim.ts'
import type { ClaimsInput } from '../claims.ts'
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { EventCandidate, SentenceView, Trigger } from '../events.ts'
import { type Lexicon, W } from '../lexicon.ts'
import { isShownOn } from '../screens.ts'
import type { ThemeMention } from '../themes.ts'
import { wordsIn } from '../tokens.ts'
import type { FoundDate } from './dating.ts'
import { isFurther } from './season-choice.ts'

/** Whether the passage (this sentence and the three before) speaks of a season to come, a renewal or a return. */
function speaksOfSeason(input: ClaimsInput, { sentence }: SentenceView): boolean {
  const { section, main } = input.topics
  // What an article opens with it goes on about: a round-up, and the future of what surely is a series.
  if (input.opensOnFuture && (section[sentence.i] || (main?.odds ?? 0) >= SURE)) return true
  for (let i = sentence.i; i >= 0 && i >= sentence.i - 3; i--) {
    const view = input.views[i]!
    if (isOfFuture(view)) return true
    // "Is it coming back?", "So is it over?", and the answer.
    if (view.sentence.question && holds(view, 'isItOver')) return true
  }
  return false
}

const isOfFuture = (view: SentenceView): boolean =>
  view.themes.some((t) => t.season && isFurther(t.season)) || holds(view, 'further')

/** Whether an article opens with a season to come, a renewal or a return. */
export const opensOnFuture = (views: readonly SentenceView[]): boolean => views.slice(0, OPENING).some(isOfFuture)

/** Sentences in which an article says what it is about. */
const OPENING = 6
/** How probably a series is one whose article need not say it again. */
const SURE = 0.85

/** Whether a sentence holds a word of a list. */
const holds = ({ tokens, sentence, lexicon }: SentenceView, list: MediaList): boolean =>
  tokens.slice(sentence.from, sentence.to).some((t) => lexicon.among(list, t.norm))

/** A story ends too: what ends for good is told with its run, its seasons, a day or a time to come. */
export function ends({ trigger, view, theme, season }: EventCandidate, date: FoundDate | null): boolean {
  const { group } = trigger
  const said = wordsIn(view.tokens, trigger.from, Math.min(trigger.to + 6, view.sentence.to))
  if (isSeasonShown(trigger, view.lexicon, theme) && !LAST.test(said)) return false
  if (isItsObject(trigger, view, season)) return false
  if (!group || !/^(end|conclude|finish|wrap)$/.test(group.lemmas[0] ?? '')) return true
  // "wraps its 10-episode run": a season has its finale.
  if (/^\S+ (up |out )?(its|the|their) \S+ (- )?(episode|part|week) run\b/.test(said)) return false
  // "ended on a cliffhanger": a story's turn.
  const [, turn = ''] = /^\S+ (?:on|with) (?:a|an|the) (.+)/.exec(said) ?? []
  if (turn.split(' ', 2).some((w) => view.lexicon.among('storyTurn', w))) return false
  if (/run|close/.test(trigger.phrase.phrase)) return true
  if (theme?.season && theme.season.sense !== 'final' && !theme.season.final) return false
  const next = view.tokens[trigger.to]?.norm ?? ''
  const counted = view.tokens
    .slice(trigger.to, trigger.to + 8)
    .some((t) => /^(seasons|season|years|run|episodes|series)$/.test(t.norm))
  if (view.lexicon.among('behindEnds', next) && !(season || counted || date)) return false
  return Boolean(
    season || counted || date || group.tense === 'future' || group.progressive || (group.infinitive && theme?.show),
  )
}

/** "Season 2 signed off in May": what is shown to its end is a season, not the series. */
function isSeasonShown({ group, from }: Trigger, lexicon: Lexicon, theme: ThemeMention | null): boolean {
  const season = theme && theme.to <= from ? theme.season : null
  if (!season || season.final || season.sense === 'final') return false
  return group?.tense === 'past' && lexicon.among('closes', group.lemmas[0] ?? '')
}

/** "wrapped up ITS SECOND SEASON", "wraps season 2": what ends is that season. */
function isItsObject({ from, to }: Trigger, { tokens, lexicon }: SentenceView, theme: ThemeMention | null): boolean {
  const season = theme?.season
  if (!season?.numbers.length || season.final) return false
  if (/ (with|after)\b/.test(wordsIn(tokens, from, to))) return false
  return (
    season.from >= to && tokens.slice(to, season.from).every((t) => lexicon.is(t.norm, W.possessive | W.determiner))
  )
}

/** "signed off AS THE LAST", "closed out THE DRAMA": it is the series after all. */
const LAST = /\b(as|its|the) (last|final)\b|\bfor good\b|\b(series|show|drama|comedy|sitcom)\b/

const RETURNS = /^(return|come|be)$/

/** The theme stands right behind the phrase, but for a few words that describe it: "no decision yet on the freshman drama X". */
function follows({ tokens }: SentenceView, theme: Range, trigger: Range): boolean {
  const leads = tokens.slice(trigger.to, trigger.to + 2).some((t) => /^(on|about|regarding)$/.test(t.norm))
  return theme.from >= trigger.to && theme.from - trigger.to <= (leads ? 9 : 4)
}

/** "arrived three weeks ago", "four months after its episodes dropped", "moves to Fridays": moments that are no dates. */
function isTimed({ tokens, sentence }: SentenceView, { from, to }: Range): boolean {
  const near = (at: number, words: RegExp): boolean => words.test(tokens[at]?.norm ?? '')
  for (let k = Math.max(sentence.from, from - 12); k < from; k++)
    if (near(k, UNIT) && near(k + 1, /^(after|before|since)$/)) return true
  for (let k = to; k < Math.min(sentence.to, to + 9); k++)
    if ((near(k, UNIT) && near(k + 1, /^(ago|before|earlier|later|after)$/)) || near(k, /^\w+days$/)) return true
  return false
}

const UNIT = /^(hour|day|week|month|year)s?$/

/** Whether the words that a weak phrase needs beside it are there. */
export function needsMet(
  input: ClaimsInput,
  { trigger, view, theme, season }: EventCandidate,
  date: FoundDate | null,
  factuality: Factuality,
): boolean {
  const { needs } = trigger.phrase
  if (needs === 'open') return factuality !== 'yes'
  // "has not made a decision on X" speaks of its fate itself.
  if (needs === 'talk') return speaksOfSeason(input, view) || (theme?.show && follows(view, theme, trigger)) === true
  // "wrapped up its second season ON CBS": it was shown to its end.
  if (trigger.phrase.stage === 'wrapped' && needs === 'season' && trigger.group)
    return !isShownOn(view, trigger.to, clauseEnd(view, trigger.to))
  if (needs !== 'moment' && needs !== 'told') return true
  if (date) return true
  if (needs === 'told') {
    if (factuality === 'undecided' || factuality === 'no') return true
    return view.groups.some(
      (g) => Math.abs(g.head - trigger.from) < 12 && g.lemmas.some((l) => view.lexicon.among('setsDate', l)),
    )
  }
  if (isTimed(view, trigger)) return true
  if (!trigger.group) return false
  // "returned for its second season with 2.2 million viewers".
  if (season?.season?.numbers.length && trigger.group.tense === 'past' && trigger.group.lemmas[0] === 'return')
    return true
  // "is set for midseason": a time that no calendar knows.
  if (/^mid-?season$/.test(view.tokens[trigger.to]?.norm ?? '')) return true
  // A screen tells as much as a day, of a season or by a verb of showing; what returns to one has been renewed for it.
  const end = clauseEnd(view, trigger.to)
  const screen = isShownOn(view, trigger.to, end) && !RETURNS.test(trigger.group.lemmas[0] ?? '')
  return screen && Boolean(theme?.season ?? season)
}
