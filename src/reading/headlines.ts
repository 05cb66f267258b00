// Headlines: the article's own, and whatever is set in title case.
import type { Article } from '../article/article.ts'
import type { Sentence } from './document.ts'
import type { Knowledge } from './knowledge.ts'
import { W } from './lexicon.ts'
import { capitalShare } from './sentences.ts'
import { type Token, wordsIn } from './tokens.ts'

/**
 * Marks the article's own headline (its first paragraph, when the title says so or when it ends like no sentence), and
 * whatever is set in title case.
 */
export function markHeadlines(
  article: Article,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  knowledge: Knowledge,
): void {
  const paragraphs = (sentences.at(-1)?.paragraph ?? 0) + 1
  const first = sentences.filter((s) => s.paragraph === 0)
  const last = first.at(-1)
  const bare =
    last !== undefined && paragraphs > 1 && last.to - first[0]!.from <= 40 && !/^[.…]$/.test(tokens[last.to - 1]!.norm)
  const titled = article.title !== null && article.text.startsWith(article.title)
  for (const s of sentences) {
    if (s.paragraph === 0 && (titled || bare || paragraphs === 1)) s.title = titled || bare
    const start = tokens[s.from]!.start
    const end = tokens[s.to - 1]!.end
    const heading = s.title || article.headings.some((h) => h.start <= start && end <= h.end)
    // A bare headline may end with a full stop, its subtitle behind it.
    const least = s.question ? 6 : 4
    const short = s.to - s.from >= least && s.to - s.from <= 30 && (s.i === 0 || tokens[s.to - 1]!.norm !== '.')
    // "Will There Be a Third Season of X": a headline needs no question mark to ask.
    if (heading && knowledge.lexicon.among('asksInHeadline', wordsIn(tokens, s.from, s.from + 2))) s.question = true
    // "Peacock has renewed Small Claims, Lady Bountiful and The Wrong Otto.": a headline gives its verb a capital.
    const plain =
      !heading &&
      tokens.slice(s.from, s.to).some((t) => t.case === 'lower' && knowledge.lexicon.is(t.norm, W.have | W.be))
    s.headline =
      (heading || short) && !plain && capitalShare(tokens, s.from, s.to, knowledge.lexicon) > (heading ? 0.75 : 0.85)
  }
}
