// Triggers: the places where words of the phrase book tell an event.
import type { EventPhrase } from '../../phrasebook/phrasebook.ts'
import type { SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import type { PhraseMatch, PhraseTree } from '../phrases.ts'

/** A slot that is no mention and no word class: a verb's. */
const BEGINS_WITH_VERB =
  /^\{(?!(?:number|ordinal|season|show|theme|network|det|poss|pronoun|prep|modal|adverb|month|weekday|series|role)\})/

/** A participle between an article and a noun, of what nobody says of a noun but when it has happened. */
const isAttributive = ({ tokens, lexicon }: SentenceView, phrase: EventPhrase, from: number, to: number): boolean =>
  to - from === 1 &&
  phrase.theme === 'object' &&
  /^(cancellation|renewal|delay)$/.test(phrase.event) &&
  /^\{(cancel|renew|axe|ax|delay)\}$/.test(phrase.phrase) &&
  lexicon.is(tokens[from]!.norm, W.participle) &&
  (lexicon.is(tokens[to]?.norm ?? '', W.series | W.genre) || tokens[to]?.case === 'capital')

/**
 * Triggers of a sentence: matches that no longer match contains, each with the shorter ones of its event that begin with it,
 * the longest first: they tell it where the longer lacks what it needs ("launched a …" without a season: "launched").
 */
export function triggersOf(
  view: SentenceView,
  events: PhraseTree<EventPhrase>,
): Array<{ trigger: Trigger; shorter: readonly Trigger[] }> {
  const matches: Array<PhraseMatch<EventPhrase>> = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (!view.masked[i]) matches.push(...events.match(view.phrases, i))
  }
  const isInside = (m: PhraseMatch<EventPhrase>, n: PhraseMatch<EventPhrase>): boolean =>
    n !== m && n.from <= m.from && m.to <= n.to && n.to - n.from > m.to - m.from
  const kept = matches.filter(
    (m) => !matches.some((n) => isInside(m, n) && (n.value.event === m.value.event || n.from === m.from)),
  )
  return kept.flatMap((match) => {
    const { from, to } = match
    // "picked up for": what starts inside another phrase is part of it, unless it is the longer: "is BACK IN PRODUCTION".
    const length = to - from
    if (kept.some((n) => n.from < from && from < n.to && (to <= n.to || n.to - n.from >= length))) return []
    if (kept.some((n) => from < n.from && n.from < to && to < n.to && n.to - n.from > length)) return []
    const trigger = triggerOf(view, match)
    if (!trigger) return []
    const shorter = matches
      .filter((m) => m.value.event === match.value.event && m.from === from && isInside(m, match))
      .sort((a, b) => b.to - b.from - (a.to - a.from))
    return [{ trigger, shorter: shorter.flatMap((m) => triggerOf(view, m) ?? []) }]
  })
}

/** The trigger of a match; null where its words are of another kind: a verb's where no verb stands, a noun's within a verb. */
function triggerOf(view: SentenceView, { value, from, to }: PhraseMatch<EventPhrase>): Trigger | null {
  const verbal = BEGINS_WITH_VERB.test(value.phrase)
  // The verb may stand within the phrase: "there MIGHT BE", "the plug WAS PULLED on".
  const group =
    view.groups.find((g) => g.from <= from && from < g.to) ??
    (verbal ? null : (view.groups.find((g) => g.from > from && g.head < to && g.finite) ?? null))
  // "the recently renewed drama X", "its cancelled comedies A and B": a participle before the noun.
  const attributive = verbal && !group && isAttributive(view, value, from, to)
  if (verbal && !attributive && (!group || group.head < from || group.head >= to)) return null
  // A noun that is spelled like a verb ("premiere", "return", "production") is no noun inside a verb group.
  if (
    !verbal &&
    value.theme === 'of' &&
    group &&
    group.head === from &&
    view.lexicon.is(view.tokens[from]!.norm, W.verbBase | W.verbS | W.gerund) &&
    !(view.lexicon.is(view.tokens[from]!.norm, W.gerund) && !group.finite)
  )
    return null
  return {
    phrase: value,
    from,
    to,
    group: verbal || (group && group.head >= from && group.head < to) ? group : null,
  }
}
