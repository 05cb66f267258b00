// Lists that somebody announces: "The network announced the following dates:", and an item in each paragraph behind it.
import type { SentenceView } from '../events.ts'
import type { Cues } from './cues.ts'
import type { Source } from './source.ts'
import { because } from './source.ts'

const BULLET = /^[•*–—-]$/

/** For each sentence of such a list, by its index: whoever announced it. */
export function listSources(cues: Cues, views: readonly SentenceView[]): Map<number, Source> {
  const found = new Map<number, Source>()
  let announced: Source | null = null
  let list = false
  let paragraph = -1
  for (const view of views) {
    const { sentence, tokens } = view
    if (sentence.furniture || sentence.title) continue
    const item = list && BULLET.test(tokens[sentence.from]!.norm)
    if (announced && list && (item || (sentence.paragraph === paragraph && found.size)))
      found.set(sentence.i, announced)
    else {
      // "Also on the slate:" goes on with what was announced in the sentence before.
      const near: Source | null = sentence.paragraph <= paragraph + 1 ? announced : null
      list = tokens[sentence.to - 1]!.norm === ':'
      announced = announcer(cues, view) ?? (list ? near : null)
    }
    paragraph = sentence.paragraph
  }
  return found
}

/** Who announces something in a sentence; null when nobody does. */
function announcer(cues: Cues, view: SentenceView): Source | null {
  for (const group of view.groups) {
    if (!group.finite || group.negated || group.passive || !view.lexicon.among('presents', group.lemmas[0] ?? ''))
      continue
    const source = cues.reporter(view, group)
    if (source?.speaker) return because(view, group, 'announces the list', source)
  }
  return null
}
