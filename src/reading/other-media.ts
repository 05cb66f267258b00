// Words around an event that tell another medium than television: "opens in cinemas", "a stage revival", "the novel".
import type { SentenceView } from './events.ts'

/** How many words on either side are looked at. */
const AROUND = 8

type Words = Pick<SentenceView, 'tokens' | 'sentence' | 'lexicon'>

/** The first word around an event that fits. */
function wordAround(
  { tokens, sentence }: Words,
  from: number,
  to: number,
  fits: (norm: string, before: string) => boolean,
): string | null {
  for (let k = Math.max(sentence.from, from - AROUND); k < Math.min(sentence.to, to + AROUND); k++) {
    const { norm } = tokens[k]!
    if (fits(norm, tokens[k - 1]?.norm ?? '')) return norm
  }
  return null
}

/** The first word around an event that tells, or may tell, another medium; null when there is none. */
export const otherMedium = (view: Words, from: number, to: number): string | null =>
  wordAround(view, from, to, (norm) => view.lexicon.among('elsewhere', norm) || view.lexicon.among('kindred', norm))

/** Whether the words around an event say that something else than a series is meant. */
export const isOfOtherMedium = (view: Words, from: number, to: number): boolean =>
  wordAround(
    view,
    from,
    to,
    (norm, before) => view.lexicon.among('elsewhere', norm) && !view.lexicon.among('harmlessBehind', before),
  ) !== null

/** "the podcast “X”", "the play X": the title that begins at `from` is called another work there. */
export function isCalledOther({ tokens, sentence, lexicon }: SentenceView, from: number): boolean {
  let k = from - 1
  while (k > sentence.from && /^[“"‘]$/.test(tokens[k]!.norm)) k--
  return k > sentence.from && lexicon.among('calledOther', tokens[k]!.norm)
}
