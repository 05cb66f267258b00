// Who said it, told afterwards: "X is renewed. The streamer made the announcement on Friday", "…, with the network revealing the news".
import type { AttributionInput } from '../attribution.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Cues } from './cues.ts'
import { channelOutlets, namedSource } from './outlets.ts'
import type { Source } from './source.ts'
import { because } from './source.ts'
import type { Sources } from './sources.ts'

/** What is told, named again. */
const NEWS = /^(news|announcement)$/

/** Who told the news of the sentence before, by what a sentence says of "the news" or "the announcement"; null when it says nothing. */
export function toldAfterwards(cues: Cues, sources: Sources, view: SentenceView): Source | null {
  const { from, to } = view.sentence
  if (view.tokens.slice(from, to).some((t) => t.norm === 'neither')) return null
  for (const group of view.groups) {
    const source = group.negated || group.infinitive ? null : teller(cues, sources, view, group)
    if (source) return because(view, group, 'tells afterwards whose news it is', source)
  }
  return null
}

/** Who told the news of a sentence, by its own end: "…, with the streamer announcing the news on Friday". */
export function toldAtItsEnd(sources: Sources, view: SentenceView, from: number): Source | null {
  for (const group of view.groups) {
    if (
      group.from < from ||
      group.finite ||
      group.infinitive ||
      !view.lexicon.among('tellsNews', group.lemmas[0] ?? '')
    )
      continue
    if (!hasNewsBehind(view, group)) continue
    const source = sources.subjectSource(view, group)
    if (source?.speaker) return because(view, group, 'tells at the end whose news it is', source)
  }
  return null
}

/** Of how many sentences an article's lead consists, its headline not counted. */
const LEAD = 1

/**
 * Outlets that had an article's news first, as a sentence of its own tells: "Deadline first reported the news", "Source: Variety".
 * @returns the outlets; and the index of the last sentence whose news it is, -1 when no such sentence follows the lead
 */
export function firstReported(input: AttributionInput): { via: string[]; lead: number } {
  const { views } = input
  const body = views.filter(({ sentence }) => !sentence.title && !sentence.furniture)
  const lead = body[LEAD - 1]?.sentence.i ?? -1
  for (const view of body.slice(1)) {
    const { from, to } = view.sentence
    for (const group of view.groups) {
      if (!/^(report|break)$/.test(group.lemmas[0] ?? '') || !isFirst(view, group) || !tellsNews(view, group)) continue
      const via = channelOutlets(input, view, from, to)
      if (via.length) return { via, lead: Math.min(lead, view.sentence.i - 1) }
    }
  }
  const via = namedSource(input)
  return { via, lead: via.length ? lead : -1 }
}

/** "first reported", "was first to report"; whoever breaks a story is first. */
function isFirst({ tokens }: SentenceView, group: VerbGroup): boolean {
  if (group.lemmas[0] === 'break') return true
  return tokens.slice(Math.max(0, group.from - 1), group.to).some((t) => t.norm === 'first')
}

function tellsNews({ tokens, sentence, lexicon }: SentenceView, { from, to }: VerbGroup): boolean {
  const stretch = [
    ...tokens.slice(Math.max(sentence.from, from - 3), from),
    ...tokens.slice(to, Math.min(sentence.to, to + 2)),
  ]
  return stretch.some((t) => lexicon.among('broken', t.norm))
}

function teller(cues: Cues, sources: Sources, view: SentenceView, group: VerbGroup): Source | null {
  if (!group.lemmas.some((l) => view.lexicon.among('tellsNews', l))) return null
  if (group.passive) return subjectIsNews(view, group) ? sources.agent(view, group) : null
  if (!group.finite || !(hasNewsBehind(view, group) || isMadeOfficial(view, group))) return null
  return cues.reporter(view, group)
}

/** "broke the news", "made the announcement": the news itself, not news of something else ("the news that Y …"). */
function hasNewsBehind({ tokens, lexicon, sentence }: SentenceView, group: VerbGroup): boolean {
  for (let k = group.to; k < sentence.to && k < group.to + 4; k++) {
    const { norm } = tokens[k]!
    if (NEWS.test(norm)) return tokens[k - 1]!.norm === 'the' && !/^(that|of|about)$/.test(tokens[k + 1]?.norm ?? '')
    if (!lexicon.is(norm, W.determiner | W.adverb)) return false
  }
  return false
}

/** "made it official", "confirmed as much", "confirmed it". */
function isMadeOfficial({ tokens }: SentenceView, group: VerbGroup): boolean {
  const [first, second] = [tokens[group.to]?.norm ?? '', tokens[group.to + 1]?.norm ?? '']
  if (group.lemmas.includes('make')) return /^(it|that|this|things)$/.test(first) && second === 'official'
  return group.lemmas.includes('confirm') && first === 'as' && second === 'much'
}

/** "The news was broken by …", "The announcement was made by …". */
function subjectIsNews({ tokens }: SentenceView, group: VerbGroup): boolean {
  const [noun, article] = [tokens[group.from - 1]?.norm ?? '', tokens[group.from - 2]?.norm ?? '']
  return NEWS.test(noun) && article === 'the'
}
