// Slates that are read out season by season, without a verb that tells anything of them.
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { SeasonMention } from './seasons.ts'
import type { ThemeMention } from './themes.ts'

/** What the phrase of a season in a slate is called. */
export const IN_SLATE = 'season + in a slate'

const SEASON_IN_SLATE: EventPhrase = {
  phrase: IN_SLATE,
  event: 'renewal',
  theme: 'inside',
  factuality: 'yes',
  proves: false,
}

/** A season beyond the first. */
export const isToCome = (s: SeasonMention): boolean => s.sense === 'another' || s.numbers.some((n) => n > 1)

/** No slate has more shows with one season told of all. */
const MOST_LISTED = 24

/** "The slate also includes second seasons of X and Y", "…; and the third season of Z": seasons of which no verb tells anything. */
export function findInSlate(view: SentenceView, told: readonly EventCandidate[]): EventCandidate[] {
  const { tokens, sentence, themes, lexicon } = view
  const taken = new Set<ThemeMention | null>(told.map((c) => c.theme))
  for (const list of new Set(told.map((c) => c.list))) for (const t of list) taken.add(t)
  const slate = tokens.slice(sentence.from, sentence.to).some((t) => lexicon.among('slate', t.norm))
  // What holds of one of a list holds of all: they share one array, as they share their indices.
  const lists = new Map<readonly number[], ThemeMention[]>()
  const membersOf = ({ list }: ThemeMention): ThemeMention[] => {
    const known = lists.get(list) ?? list.slice(0, MOST_LISTED).flatMap((k) => (themes[k]!.show ? [themes[k]!] : []))
    lists.set(list, known)
    return known
  }
  return themes.flatMap((theme) => {
    if (!theme.show || !theme.season || !isToCome(theme.season) || theme.aside || taken.has(theme)) return []
    const plural = tokens[theme.season.to - 1]?.norm === 'seasons' && theme.season.numbers.length === 1
    // What holds "second seasons of A and B" stands before A.
    const head = theme.list.map((k) => themes[k]!).find((t) => t.season === theme.season) ?? theme
    let lead = head.from - 1
    while (lead > sentence.from && lexicon.among('beforeSlated', tokens[lead]!.norm)) lead--
    const held = lexicon.among('holdsInSlate', tokens[lead]?.norm ?? '') || lead < sentence.from
    if (!(plural ? held || slate : slate && held)) return []
    // "second seasons of X and Y": the season is that of both.
    const list = membersOf(theme)
    const at = list.indexOf(theme)
    const alike = plural && at >= 0 ? list.slice(at + 1).filter((t) => !t.season) : []
    const trigger = { phrase: SEASON_IN_SLATE, from: theme.season.from, to: theme.season.to, group: null }
    return [theme, ...alike].map((t) => ({
      ...{ view, trigger, theme: t, list, doubts: [] },
      season: t === theme ? null : theme,
      note: 'a season in a slate',
    }))
  })
}
