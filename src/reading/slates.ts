// Slates that are read out season by season, without a verb that tells anything of them.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { SeasonMention } from './seasons.ts'
import type { ThemeMention } from './themes.ts'

const SEASON_IN_SLATE: EventPhrase = {
  phrase: 'season + in a slate',
  event: 'renewal',
  theme: 'inside',
  factuality: 'yes',
  proves: false,
}

/** What tells that a slate is being read out. */
const SLATE = /^(slate|lineup|line-up|roster|commissions|renewals|orders|returning)$/
/** What stands before a season in a slate: what holds it, or the season before. */
const HOLDS = /^(include|includes|including|besides|alongside|plus|with|feature|features|are|is|and|,|;|:|•)$/

/** A season beyond the first. */
export const isToCome = (s: SeasonMention): boolean => s.sense === 'another' || s.numbers.some((n) => n > 1)

/** No slate has more shows with one season told of all. */
const MOST_LISTED = 24

/** "The slate also includes second seasons of X and Y", "…; and the third season of Z": seasons of which no verb tells anything. */
export function findInSlate(view: SentenceView, told: readonly EventCandidate[]): EventCandidate[] {
  const { tokens, sentence, themes } = view
  const taken = new Set<ThemeMention | null>(told.map((c) => c.theme))
  for (const list of new Set(told.map((c) => c.list))) for (const t of list) taken.add(t)
  const slate = tokens.slice(sentence.from, sentence.to).some((t) => SLATE.test(t.norm))
  return themes.flatMap((theme, i) => {
    if (!theme.show || !theme.season || !isToCome(theme.season) || theme.aside || taken.has(theme)) return []
    const plural = tokens[theme.season.to - 1]?.norm === 'seasons' && theme.season.numbers.length === 1
    let lead = theme.from - 1
    while (lead > sentence.from && /^(a|an|the|new|“|"|‘)$/.test(tokens[lead]!.norm)) lead--
    if (!plural && !(slate && HOLDS.test(tokens[lead]?.norm ?? ''))) return []
    // "second seasons of X and Y": the season is that of both.
    const at = plural ? theme.list.indexOf(i) : 0
    const others = plural ? theme.list.slice(at + 1, at + MOST_LISTED).map((k) => themes[k]!) : []
    const list = [theme, ...others.filter((t) => t.show && !t.season)]
    const trigger = { phrase: SEASON_IN_SLATE, from: theme.season.from, to: theme.season.to, group: null }
    return list.map((t) => ({
      ...{ view, trigger, theme: t, list, doubts: [] },
      season: t === theme ? null : theme,
      note: 'a season in a slate',
    }))
  })
}
