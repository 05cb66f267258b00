// A theme bound to its event, with the season beside it; and the prepositions that lead to themes or away from them.
import type { EventPhrase } from '../../phrasebook/phrasebook.ts'
import { clauseEnd } from '../clauses.ts'
import type { SentenceView, Trigger } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import { wordsIn } from '../tokens.ts'

/** What an event happens to, and how the rules found it. */
export interface Bound {
  theme: ThemeMention | null
  season: ThemeMention | null
  note: string
}

/** Whether a phrase is a noun that takes in the verb behind it: "filming … BEGINS", "production … IS HALTED". */
export const takesVerb = ({ needs }: EventPhrase): boolean => needs === 'predicate' || needs === 'stoppage'

/** Another noun's preposition stands before the theme: "asked for a raise BEFORE the second season". */
export function ledAway({ tokens, masked, lexicon }: SentenceView, from: number, theme: ThemeMention): boolean {
  for (let k = from; k < theme.from; k++) if (!masked[k] && lexicon.among('leadsAway', tokens[k]!.norm)) return true
  return false
}

/** A token in lower case; '' beyond the end. */
export const normAt = (view: SentenceView, i: number): string => view.tokens[i]?.norm ?? ''

/** Adds the season that stands behind the theme or the verb in the same clause: "for a second season". */
export function withSeason(view: SentenceView, trigger: Trigger, theme: ThemeMention, note: string): Bound {
  const end = clauseEnd(view, trigger.to)
  // "X, whose first season just ended, is renewed for a second": what it is renewed for stands behind the verb.
  const further =
    trigger.phrase.event === 'renewal' &&
    view.themes.find(
      (t) => t.season && !t.show && t.from >= trigger.to && t.from < end && renewedFor(view, trigger.to, t),
    )
  if (theme.season) return { theme, season: further || null, note }
  // "canceled by QBC but saved for a third season": nothing is stopped for one.
  const saved = (t: ThemeMention): boolean =>
    trigger.phrase.event === 'cancellation' &&
    renewedFor(view, trigger.to, t) &&
    view.groups.some((g) => g !== trigger.group && g.from >= trigger.to && g.to <= t.from)
  // A season right behind another verb is that verb's: "kicks off with specials before launching Season 16".
  const taken = (t: ThemeMention): boolean =>
    saved(t) ||
    view.groups.some(
      (g) =>
        g !== trigger.group &&
        g.to <= t.from &&
        t.from - g.to <= 2 &&
        !g.lemmas.includes('be') &&
        (g.from >= trigger.to || (g.from >= theme.to && t.to <= trigger.from)),
    )
  const season = view.themes.find(
    (t) =>
      t.season &&
      !t.show &&
      !taken(t) &&
      !(trigger.phrase.event !== 'ending' && isBeside(view, trigger, t)) &&
      t.from >= Math.min(trigger.to, theme.to) &&
      t.from < end &&
      !opensClause(view, t) &&
      !(/^(renewal|order|cancellation)$/.test(trigger.phrase.event) && isOn(view, t)) &&
      !t.season.modifier &&
      t.season.sense !== 'this',
  )
  if (season) return { theme, season: (season.to <= trigger.from && further) || season, note }
  // "its second-season renewal" stands before.
  const modifier = view.themes.find(
    (t) => t.season?.modifier && !t.show && t.from < trigger.to && t.to >= trigger.from - 3,
  )
  return { theme, season: modifier ?? null, note }
}

/** "now in its 12th season", "halfway through season 2", "whose third season is currently airing": the one that has begun. */
export const isOn = ({ tokens, lexicon }: SentenceView, { from, to }: ThemeMention): boolean =>
  (lexicon.among('hasBegun', wordsIn(tokens, from - 2, from)) && !MAKING.test(wordsIn(tokens, from - 8, from))) ||
  RUNS.test(wordsIn(tokens, to, to + 3))

const RUNS = /^(is )?(now|currently) (airing|streaming)/
/** "Filming is halfway through season 3": words of making one. */
export const MAKING = /\b(writ\w+|production|filming|shooting|scripts?|rooms?|cameras|work)\b/

/** "ahead of its upcoming second season", "ahead of the May 5 premiere of its second season". */
const isAhead = ({ tokens }: SentenceView, { from }: ThemeMention): boolean =>
  /(^| )ahead of( the| its)?( upcoming)?$|(^| )ahead of the [^.;]* of( the| its)?$/.test(
    wordsIn(tokens, from - 8, from),
  )

/** The season that is on, is about to begin, or is over: what is renewed then is another. */
export const isGiven = (view: SentenceView, t: ThemeMention): boolean =>
  isOn(view, t) || isAhead(view, t) || /^(after|following)$/.test(normAt(view, t.from - 1))

/** "renewed AFTER its first season", "renewed AHEAD OF the start of its second season": it only says when. */
const isBeside = (view: SentenceView, trigger: Trigger, t: ThemeMention): boolean =>
  /^(after|since|following|before)$/.test(normAt(view, t.from - 1)) ||
  /\b(after|since|following|despite) an? \w+ (in|of|for|to)( the| its| their)?$/.test(
    wordsIn(view.tokens, t.from - 6, t.from),
  ) ||
  (isAhead(view, t) && wordsIn(view.tokens, trigger.to, t.from).includes('ahead'))

/** "renewed for a second", "picked up last week for a third": "for" leads to the season. */
function renewedFor({ tokens }: SentenceView, from: number, season: ThemeMention): boolean {
  let k = season.from - 1
  while (k > from && /^(a|an|its|their)$/.test(tokens[k]!.norm)) k--
  return k >= from - 1 && tokens[k]!.norm === 'for'
}

/** "It debuted in May, and its second season ended in June": a season behind "and" that does something itself. */
function opensClause({ tokens, groups, sentence, lexicon }: SentenceView, season: ThemeMention): boolean {
  let k = season.from - 1
  while (k > sentence.from && lexicon.is(tokens[k]!.norm, W.determiner | W.possessive)) k--
  if (!/^(and|but|while|with)$/.test(tokens[k]?.norm ?? '')) return false
  const next = tokens[season.to]
  const relative = next?.norm === ',' || (next !== undefined && lexicon.is(next.norm, W.relative))
  return relative || groups.some((g) => g.from === season.to && g.finite)
}

/** The preposition that leads a theme. */
export function leadOf({ tokens, lexicon, sentence }: SentenceView, theme: ThemeMention): string {
  for (let k = theme.from - 1; k >= sentence.from && k > theme.from - 8; k--)
    if (lexicon.is(tokens[k]!.norm, W.preposition)) return tokens[k]!.norm
  return ''
}
