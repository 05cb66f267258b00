// Slates told title by title: "Tessera has ordered four new series. ‘X’ is a thriller about … ‘Y,’ from …, follows … Rounding out
// the slate is ‘Z.’": what an order of several, unnamed, announces, the sentences behind it name.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
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
const SERIES =
  /^(series|dramas|comedies|shows|originals|titles|sitcoms|docuseries|projects|programmes|programs|commissions|formats|thrillers|pilots|pickups|pick-ups|orders)$/
/** Nouns that hold several. */
const HOLDS = /^(slate|raft|host|trio|quartet|batch|crop|package|number|handful|pair|duo|lineup|line-up|wave|clutch)$/
/** Sentences behind the announcement in which its titles are looked for. */
const REACH = 8
/** So many tokens from the verb to the noun. */
const OBJECT = 14

/** How many series a sentence orders without naming one; Infinity for a slate that is not counted, 0 for none. */
function announcedBy({ tokens, sentence, themes }: SentenceView, told: readonly EventCandidate[]): number {
  for (const { trigger, theme } of told) {
    const { event, factuality } = trigger.phrase
    if (event !== 'order' || factuality !== 'yes' || theme?.show || !trigger.group?.finite || trigger.group.negated)
      continue
    let count = 0
    for (let k = trigger.to; k < sentence.to && k < trigger.to + OBJECT; k++) {
      const { norm } = tokens[k]!
      if (themes.some((t) => t.show && t.from <= k && k < t.to)) break
      const n = tokens[k + 1]?.glued ? 0 : cardinal(norm)
      if (n > 1) count = n
      else if (/^(several|multiple|various|many|dozens|scores)$/.test(norm) || HOLDS.test(norm)) count ||= Infinity
      else if (/^(its|their|new)$/.test(norm) && /s$/.test(nounBehind(tokens, k))) count ||= Infinity
      if (SERIES.test(norm) && count) return count
    }
  }
  return 0
}

const nounBehind = (tokens: SentenceView['tokens'], k: number): string =>
  tokens.slice(k + 1, k + 4).find((t) => SERIES.test(t.norm) && t.norm !== 'series')?.norm ?? ''

/** What may stand before the title that a sentence of a slate introduces. */
const INTRODUCES =
  /^([“"‘,—–•*-]|the|first|second|third|fourth|fifth|last|also|and|then|there|is|are|'s|meanwhile|finally|next|up|other|another|new|on|in|slate|list|lineup|leading|crop|rounding|out|joined|by|they|it|joining|them|untitled|titles|dramas|comedies|of|to|series|original|originals|announced|ordered|greenlit|greenlighted|commissioned|among|include|includes)$/

/** What a title is introduced with: a description, its makers, or what it tells. */
const DESCRIBES =
  /^([,:(—–]|is|are|follows|follow|stars|centers|centres|tells|revolves|explores|chronicles|features|focuses|tracks|examines|looks|sees|comes|hails|takes|will|was|based|from|starring|about|created|written|hosted|set)$/

/** The shows that a sentence introduces one after the other, from its beginning. */
function introducedIn({ tokens, lexicon, sentence, themes, masked }: SentenceView): ThemeMention[] {
  const first = themes.find((t) => t.show)
  if (!first || first.aside) return []
  for (let k = sentence.from; k < first.from; k++) {
    const { norm } = tokens[k]!
    if (!masked[k] && !INTRODUCES.test(norm) && !lexicon.is(norm, W.series | W.genre | W.number) && !tokens[k]!.glued)
      return []
  }
  const next = tokens[behindClosing(tokens, first.to, sentence.to)]
  const line = behindClosing(tokens, first.to, sentence.to) >= sentence.to
  const listed = first.list.length > 1
  if (!line && !listed && !(next && DESCRIBES.test(next.norm))) return []
  return first.list.map((i) => themes[i]!).filter((t) => t.show && !t.aside)
}

/**
 * Finds the titles of announced slates.
 * @param told what the phrases tell in each sentence
 */
export function findAnnounced(
  views: readonly SentenceView[],
  told: ReadonlyArray<readonly EventCandidate[]>,
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
    else if (sentence.i <= until && left > 0) {
      for (const theme of introducedIn(view)) {
        const isOld = seen.has(theme.show!) || (theme.season !== null && isToCome(theme.season))
        const decided = own.some((c) => !c.doubts.length && DECIDED.test(c.trigger.phrase.event))
        // "HINDI SERIES": a heading.
        const heads = SERIES.test(view.tokens[theme.to - 1]!.norm)
        if (isOld || decided || heads || left <= 0) continue
        left--
        const trigger = { phrase: PHRASE, from: theme.from, to: theme.to, group: null }
        found.push({
          view,
          trigger,
          theme,
          season: null,
          list: [theme],
          note: 'a title of the slate announced before',
          doubts: [],
        })
      }
    }
    if (!sentence.title) for (const t of themes) if (t.show) seen.add(t.show)
  }
  return found
}

/** What has been decided of a title in its own sentence needs no announcement. */
const DECIDED = /^(order|renewal|cancellation|ending|premiere)$/
