// How much an article as a whole is about television, and not about film, books, sport or games.

import type { Entity } from './entities.ts'
import type { SentenceView } from './events.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import type { OrgMention } from './names.ts'
import { isScreen } from './screens.ts'
import type { SeasonMention } from './seasons.ts'
import type { Token } from './tokens.ts'

/** "The series" must mean some series: when the article is about television, the name that it is about most. */
export function promoteLead(main: Entity | null, views: readonly SentenceView[], television: number): void {
  if (main?.kind !== 'unknown' || television < 0.3 || main.place || main.fullName || main.person > main.series + 1)
    return
  if (views.some((v) => v.themes.some((t) => t.anaphor === 'noun'))) main.kind = 'series'
}

/** Words of television against words of film, books, sport: 1 when the article is surely about series, -1 when surely not. */
export function aboutTelevision(
  tokens: readonly Token[],
  lexicon: Lexicon,
  seasons: readonly SeasonMention[],
  orgs: readonly OrgMention[],
): number {
  let series = 2 * seasons.filter((s) => s.sense !== 'this').length + orgs.filter(isScreen).length * 0.5
  let other = 0
  for (let i = 0; i < tokens.length; i++) {
    const { norm } = tokens[i]!
    if (lexicon.among('ofSport', norm)) other += 0.6
    if (lexicon.among('ofTelevision', norm)) series += 1
    else if (lexicon.is(norm, W.series)) series += 0.7
    // "set to film in June".
    else if (lexicon.among('ofOthers', norm) && !(norm === 'film' && tokens[i - 1]?.norm === 'to')) other += 1
  }
  // A headline says it in a word or two.
  const enough = Math.max(2, Math.min(8, tokens.length / 12))
  return Math.max(-1, Math.min(1, (series - 1.2 * other) / enough))
}
