// The seasons that an article speaks of, each with its show, and which of them it says have been shown: what is hoped for,
// asked or decided behind those is told of another.
import type { ClaimsInput } from '../claims.ts'
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { Entity } from '../entities.ts'
import { isOn, MAKING, normAt } from '../events/bound.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ToldEvent } from '../numbering.ts'
import { lastBefore } from '../ranges.ts'
import { isShownOn } from '../screens.ts'
import type { SeasonMention } from '../seasons.ts'
import { wordsIn } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import { antecedent } from './antecedents.ts'

/** A season mention with the show that it belongs to. */
export interface OwnedSeason {
  show: Entity
  season: SeasonMention
  /** What is told of it is told as past. */
  past: boolean
  /** It is on, or its end or its showing is told. */
  shown: boolean
  /** The words beside it name its show. */
  named: boolean
}

/** Season mentions with the shows that they belong to, for the article's history of each show. */
export function seasonMentions(input: ClaimsInput): OwnedSeason[] {
  const found: OwnedSeason[] = []
  for (const view of input.views) {
    if (view.sentence.furniture) continue
    for (const theme of view.themes) {
      if (!theme.season) continue
      // "their own second seasons": of others than the passage's show.
      if (
        !theme.show &&
        view.tokens.slice(theme.from - 2, theme.from + 1).some((t) => t.norm === 'their' || t.norm === 'own')
      )
        continue
      const show = theme.show ?? antecedent(input, view, theme, theme.from)
      if (!show) continue
      const group =
        view.groups.find((g) => g.from >= theme.to && g.from <= theme.to + 3 && g.finite) ??
        view.groups.findLast((g) => g.to <= theme.from && theme.from - g.to <= 4)
      const on = isOn(view, theme)
      const past = on || (group !== undefined && hasAired(view, group, theme))
      found.push({
        show,
        season: theme.season,
        past,
        shown: on || isShown(view, theme, group, past),
        named: theme.show !== null,
      })
    }
  }
  return found
}

/** What is told of a season tells that it has been shown: it was not ordered, asked for or made. */
function hasAired({ tokens, lexicon }: SentenceView, group: VerbGroup, season: Range): boolean {
  if (group.tense !== 'past' || group.passive || group.negated || group.modal) return false
  if (group.lemmas.some((l) => lexicon.among('beforeAiring', l))) return false
  const said = wordsIn(tokens, Math.min(group.from, season.from) - 3, Math.max(group.to, season.to) + 2)
  return !MAKING.test(said)
}

/** "Its second season ENDED in May", "has CONCLUDED its third season", "AFTER its fourth season": nothing less certain than that. */
function isShown(view: SentenceView, { from, to }: Range, group: VerbGroup | undefined, past: boolean): boolean {
  const { tokens, lexicon } = view
  const before = normAt(view, from - 1)
  // "The network canceled it after its second season", but "will bow out after its fifth".
  if (/^(after|following|since)$/.test(before))
    return !verbBefore(view, from)?.lemmas.some((l) => lexicon.among('closes', l))
  if (INDEFINITE.test(`${before} ${tokens[from]!.norm}`)) return false
  // "spoilers for season 2", "the second-season finale".
  if (/\bspoilers? (for|from|about|of)( the)?$/.test(wordsIn(tokens, from - 4, from))) return true
  if (lexicon.among('endsSeason', normAt(view, to)) && !MAKING.test(wordsIn(tokens, from - 6, from))) return true
  // "won two Emmys in its second season", "is averaging six million viewers in its second season".
  if (before === 'in') {
    const verb = verbBefore(view, from)
    return verb !== undefined && (hasAired(view, verb, { from, to }) || (verb.progressive && verb.tense === 'present'))
  }
  // "wrapped its second season" in the studio, or "on CBS".
  if (group?.lemmas.includes('wrap') && !isShownOn(view, to, clauseEnd(view, to))) return false
  if (!past || !group?.lemmas.some((l) => lexicon.among('shows', l))) return false
  const between = group.from >= to ? tokens.slice(to, group.from) : tokens.slice(group.to, from)
  return between.every((t) => lexicon.is(t.norm, W.adverb | W.determiner))
}

const verbBefore = ({ groups }: SentenceView, at: number): VerbGroup | undefined =>
  lastBefore(groups, at, (g) => g.to < at)

const INDEFINITE = /\b(an?|any|another|potential|possible)\b/

/** "returned in January for its second season": that season has been shown. */
export function withPremiered(mentions: readonly OwnedSeason[], told: readonly ToldEvent[]): OwnedSeason[] {
  const premiered = new Set(
    told.flatMap(({ event, past, season, candidate: { trigger } }) =>
      event === 'premiere' &&
      season &&
      trigger.phrase.factuality === 'yes' &&
      (past || CAN_BE_SEEN.test(trigger.phrase.phrase))
        ? [season]
        : [],
    ),
  )
  return mentions.map((m) => (premiered.has(m.season) ? { ...m, shown: true } : m))
}

const CAN_BE_SEEN = /available|streaming/
