// What somebody announces in one sentence and others tell item by item: "The network announced the following dates:",
// and an item in each paragraph behind it; "Fox on Tuesday announced its fall schedule", and the days of each series.
import type { SentenceView } from '../events.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Cues } from './cues.ts'
import type { Source } from './source.ts'
import { because } from './source.ts'

const BULLET = /^[•*–—-]$/
/** Sentences of the text itself in which a schedule is announced that all of the article tells. */
const OPENING = 3
/** Tokens behind the verb in which the schedule is named. */
const OBJECT = 12

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

/** The network that announces its schedule as an article opens: the days that the article tells are its own. */
export function schedulerIn(cues: Cues, views: readonly SentenceView[]): Source | null {
  let read = 0
  for (const view of views) {
    if (view.sentence.furniture || view.sentence.title) continue
    if (++read > OPENING) return null
    const source = announcer(cues, view, (group) => group.lemmas[0] === 'announce' && isOfSchedule(view, group))
    if (source?.role === 'network') return source
  }
  return null
}

/** "announced premiere dates for", "announced when its shows will be back", "its fall launches start in May, the network announced". */
function isOfSchedule({ tokens, sentence, lexicon }: SentenceView, { to }: VerbGroup): boolean {
  if (tokens[to]?.norm === 'when') return true
  for (let k = sentence.from; k < Math.min(sentence.to, to + OBJECT); k++)
    if (lexicon.among('scheduled', tokens[k]!.norm)) return true
  return false
}

/** Who announces something in a sentence; null when nobody does. */
function announcer(cues: Cues, view: SentenceView, what: (group: VerbGroup) => boolean = () => true): Source | null {
  for (const group of view.groups) {
    if (
      !group.finite ||
      group.negated ||
      group.passive ||
      !view.lexicon.among('presents', group.lemmas[0] ?? '') ||
      !what(group)
    )
      continue
    const source = cues.reporter(view, group)
    if (source?.speaker) return because(view, group, 'announces it', source)
  }
  return null
}
