// Slates told title by title: "Tessera has ordered four new series. ‘X’ is a thriller about … ‘Y,’ from …, follows … Rounding out
// the slate is ‘Z.’": what an order of several, unnamed, announces, the sentences behind it name.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { DateMention } from './dates.ts'
import type { Entity } from './entities.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { W } from './lexicon.ts'
import { cardinal } from './seasons/numerals.ts'
import { isToCome } from './slates.ts'
import type { ThemeMention } from './themes.ts'
import { behindClosing } from './tokens.ts'

/** What the phrase of a title in an announced slate is called. */
export const ANNOUNCED = 'title + announced slate'

const PHRASE: EventPhrase = { phrase: ANNOUNCED, event: 'order', theme: 'inside', factuality: 'yes', proves: false }

/** What several series are called together. */
const isSeveral = (norm: string, lexicon: SentenceView['lexicon']): boolean =>
  lexicon.among('severalSeries', norm) || /^(originals|commissions|formats)$/.test(norm)

/** Sentences behind the announcement in which its titles are looked for. */
const REACH = 8
/** So many tokens from the verb to the noun. */
const OBJECT = 14

/** How many series a sentence orders without naming one; Infinity for a slate that is not counted, 0 for none. */
function announcedBy({ tokens, sentence, themes, lexicon }: SentenceView, told: readonly EventCandidate[]): number {
  for (const { trigger, theme } of told) {
    const { event, factuality } = trigger.phrase
    if (
      event !== 'order' ||
      factuality !== 'yes' ||
      (theme?.show && !theme.weak) ||
      !trigger.group?.finite ||
      trigger.group.negated ||
      trigger.group.modal ||
      /^(which|that|who)$/.test(tokens[trigger.group.from - 1]?.norm ?? '')
    )
      continue
    // "has picked up ten shows" may renew them.
    let count = 0
    let isNew = !/pick/.test(trigger.phrase.phrase)
    for (let k = trigger.to; k < sentence.to && k < trigger.to + OBJECT; k++) {
      const { norm } = tokens[k]!
      if (themes.some((t) => t.show && t.from <= k && k < t.to)) break
      if (/^(episodes?|scripts?|seasons?|more|pilots?|returning)$/.test(norm)) break
      if (norm === 'new') isNew = true
      const n = tokens[k + 1]?.glued ? 0 : cardinal(norm)
      if (n > 1) count = n
      else if (/^(several|multiple|various|many|dozens|scores)$/.test(norm) || lexicon.among('holdsSeveral', norm))
        count ||= Infinity
      else if (/^(its|their|new)$/.test(norm) && /s$/.test(nounBehind(tokens, k, lexicon))) count ||= Infinity
      if (isSeveral(norm, lexicon) && count && isNew) return count
    }
  }
  return 0
}

const nounBehind = (tokens: SentenceView['tokens'], k: number, lexicon: SentenceView['lexicon']): string =>
  tokens.slice(k + 1, k + 4).find((t) => isSeveral(t.norm, lexicon) && t.norm !== 'series')?.norm ?? ''

/** Whether a title's sentence goes on as that of a new one. */
function isDescribed({ tokens, lexicon, sentence, themes }: SentenceView, title: ThemeMention): boolean {
  if (tokens.slice(sentence.from, sentence.to).some((t) => lexicon.among('established', t.norm))) return false
  if (themes.some((t) => t.season && (isToCome(t.season) || t.season.sense === 'this'))) return false
  let k = behindClosing(tokens, title.to, sentence.to)
  if (k >= sentence.to) return true
  if (lexicon.among('tellsStory', tokens[k]!.norm)) return true
  if (!/^(,|is|are)$/.test(tokens[k]!.norm)) return title.list.length > 1
  k = behindClosing(tokens, k + 1, sentence.to)
  return (
    lexicon.among('opensDescription', tokens[k]?.norm ?? '') ||
    lexicon.among('tellsStory', tokens[k]?.norm ?? '') ||
    tokens[k + 1]?.glued === true
  )
}

/** The shows that a sentence introduces one after the other, from its beginning. A name that ends in "series" is a heading: "HINDI SERIES". */
function introducedIn(view: SentenceView): ThemeMention[] {
  const { tokens, lexicon, sentence, themes, masked } = view
  const first = themes.find((t) => t.show)
  if (!first || first.aside) return []
  for (let k = sentence.from; k < first.from; k++) {
    const { norm } = tokens[k]!
    if (
      !masked[k] &&
      !lexicon.among('introduces', norm) &&
      !lexicon.is(norm, W.series | W.genre | W.number) &&
      !tokens[k]!.glued
    )
      return []
  }
  if (!isDescribed(view, first)) return []
  return first.list.map((i) => themes[i]!).filter((t) => t.show && !t.aside)
}

/**
 * Finds the titles of announced slates.
 * @param told what the phrases tell in each sentence
 * @param dates the days of each sentence: what premieres on one is no news of an order
 */
export function findAnnounced(
  views: readonly SentenceView[],
  told: ReadonlyArray<readonly EventCandidate[]>,
  dates: ReadonlyArray<readonly DateMention[]>,
): EventCandidate[] {
  const found: EventCandidate[] = []
  const seen = new Set<Entity>()
  let left = 0
  let until = -1
  for (const view of views) {
    const { sentence, themes } = view
    if (sentence.furniture) continue
    const own = told[sentence.i]!
    const announced = announcedBy(view, own)
    if (announced) [left, until] = [announced, sentence.i + REACH]
    else if (sentence.i <= until && left > 0 && !own.some((c) => isDecided(c, dates[sentence.i]!))) {
      const isNew = (t: ThemeMention): boolean =>
        !seen.has(t.show!) && !(t.season && isToCome(t.season)) && !isSeveral(view.tokens[t.to - 1]!.norm, view.lexicon)
      const titles = introducedIn(view).filter(isNew).slice(0, left)
      left -= titles.length
      for (const theme of titles) found.push(candidateOf(view, theme))
    }
    if (!sentence.title) for (const t of themes) if (t.show) seen.add(t.show)
  }
  return found
}

const candidateOf = (view: SentenceView, theme: ThemeMention): EventCandidate => ({
  view,
  trigger: { phrase: PHRASE, from: theme.from, to: theme.to, group: null },
  theme,
  season: null,
  list: [theme],
  note: 'a title of the slate announced before',
  doubts: [],
})

/** What a sentence tells of its title by itself needs no announcement; nor does what premieres on a day. */
const isDecided = ({ trigger, doubts }: EventCandidate, dates: readonly DateMention[]): boolean =>
  !doubts.length && (DECIDED.test(trigger.phrase.event) || (trigger.phrase.event === 'premiere' && dates.length > 0))

const DECIDED = /^(order|renewal|cancellation|ending)$/
