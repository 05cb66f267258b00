// What the slots of a phrase may stand for in a sentence: where a title, a season or a network that begins at a token ends.
import { type Lexicon, W } from './lexicon.ts'
import type { OrgMention } from './names.ts'
import type { PhraseContext } from './phrases.ts'
import { beginningAt, nextFrom } from './ranges.ts'
import { isScreen } from './screens.ts'
import type { SeasonMention } from './seasons.ts'
import type { ThemeMention } from './themes.ts'
import type { Token } from './tokens.ts'

const OPENING = /^[“"‘']$/

/** What phrases are matched in: a sentence’s tokens, and where its mentions end. */
export function contextOf(
  tokens: readonly Token[],
  lexicon: Lexicon,
  themes: readonly ThemeMention[],
  seasons: readonly SeasonMention[],
  orgs: readonly OrgMention[],
): PhraseContext {
  return {
    tokens,
    lexicon,
    mentionEnd(kind, i) {
      if (kind === 'season') return beginningAt(seasons, i)?.to ?? -1
      if (kind === 'network') return orgs.find((o) => o.from === i && isScreen(o))?.to ?? -1
      // A title's quotation marks stand around it.
      const from = OPENING.test(tokens[i]?.norm ?? '') ? i + 1 : i
      const theme = beginningAt(themes, from) ?? describedFrom(tokens, lexicon, themes, i)
      if (!theme || (kind !== 'theme' && !(kind === 'show' && theme.show))) return -1
      return /^[”"’']$/.test(tokens[theme.to]?.norm ?? '') ? theme.to + 1 : theme.to
    },
  }
}

/** No description before a title is longer, in tokens. */
const LONGEST_DESCRIPTION = 7

/** The title behind what describes its series, where that begins at a token: "its low-rated freshman drama “X”". */
function describedFrom(
  tokens: readonly Token[],
  lexicon: Lexicon,
  themes: readonly ThemeMention[],
  i: number,
): ThemeMention | undefined {
  let title = nextFrom(themes, i + 1)
  while (title && !title.show) title = nextFrom(themes, title.from + 1)
  if (!title || title.from > i + LONGEST_DESCRIPTION) return undefined
  const end = OPENING.test(tokens[title.from - 1]!.norm) ? title.from - 1 : title.from
  if (end <= i || !lexicon.is(tokens[end - 1]!.norm, W.series | W.genre | W.determiner | W.possessive)) return undefined
  for (let k = i; k < end; k++) {
    const { norm, kind, case: letters } = tokens[k]!
    // In a headline what describes has its capitals too.
    if (
      kind === 'mark' ||
      (letters !== 'lower' && !lexicon.among('describes', norm) && !lexicon.is(norm, W.series | W.genre))
    )
      return undefined
    if (lexicon.is(norm, W.preposition | W.coordinator | W.relative | W.pronoun | W.be | W.have | W.modal))
      return undefined
  }
  return title
}
