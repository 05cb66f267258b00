// Reported clauses: "X said that …", "announced a second season", "…, X said", "…, according to X".
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { behindClosing } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'
import { holderOf } from './attitudes.ts'
import type { Cues } from './cues.ts'
import type { Source } from './source.ts'
import { because, NOBODY } from './source.ts'
import type { Sources } from './sources.ts'

/** How far, in tokens, a reporting clause set off by commas may reach. */
const ASIDE = 14

/** The innermost verb of saying (or "according to") whose complement holds the trigger. */
export function reportedSource(
  cues: Cues,
  sources: Sources,
  view: SentenceView,
  trigger: Range,
  own: VerbGroup | null,
): Source | null {
  const { groups, sentence } = view
  // The trigger's own verb says it: "announced a second season", "confirmed the renewal".
  if (own && cues.reports(view, own) && !own.lemmas.includes('write')) {
    if (isKept(view, own)) return NOBODY
    const source = own.passive
      ? sources.agent(view, own)
      : (cues.reporter(view, own) ?? sources.invertedSource(view, own))
    if (source?.speaker) return because(view, own, 'is itself a verb of saying', source)
  }
  const aside = asideFrom(view, trigger, own)
  for (const group of groups.toReversed()) {
    if (
      group === own ||
      group.from < aside ||
      group.to > trigger.from ||
      !cues.reports(view, group) ||
      !reaches(view, group, trigger)
    )
      continue
    if (isKept(view, group)) return NOBODY
    const source = group.passive ? sources.agent(view, group) : cues.reporter(view, group)
    if (source?.speaker || source?.via.length) return because(view, group, 'reports it', source)
  }
  if (aside >= 0) return null
  // Behind: ", X said" · ", said X" · ", according to X".
  for (const group of groups) {
    if (group === own || group.from < trigger.to || !cues.isSaying(group) || !(group.finite || group.passive)) continue
    if (!isBehind(view, trigger, group)) continue
    const { tokens } = view
    if (group.passive) {
      const agent = sources.agent(view, group)
      if (agent?.speaker || agent?.via.length) return because(view, group, 'behind the clause reports it', agent)
      continue
    }
    // ", X told Deadline" has its subject before it; ", said X" behind.
    const inverted = /^[,”"’—–]$/.test(tokens[group.from - 1]?.norm ?? '') && !group.lemmas.includes('tell')
    const source = inverted
      ? (sources.invertedSource(view, group) ?? sources.subjectSource(view, group))
      : (sources.subjectSource(view, group) ?? sources.invertedSource(view, group))
    if (source?.speaker || source?.via.length) return because(view, group, 'behind the clause reports it', source)
  }
  return cues.accordingTo(view, sentence.from, sentence.to, trigger.to) ?? holderOf(sources, view, trigger, own)
}

/** "Netflix has not announced a third season": nobody has said it. */
const isKept = ({ lexicon }: SentenceView, group: VerbGroup): boolean =>
  group.negated && !group.modal && !group.passive && lexicon.among('kept', group.lemmas[0] ?? '')

/**
 * Whether a verb of saying stands behind the trigger's clause and reports it: the sentence ends with it ("…, X said on Friday"),
 * or commas set it off ("…, X said, but …").
 */
function isBehind(view: SentenceView, trigger: Range, group: VerbGroup): boolean {
  const { tokens, groups, sentence, lexicon } = view
  let comma = false
  for (let k = trigger.to; k < group.from; k++) {
    if (tokens[k]!.norm === ';') return false
    if (/^[,”–—]$/.test(tokens[k]!.norm)) comma = true
  }
  if (!comma) return false
  if (hasObject(view, group)) return false
  if (groups.findLast((g) => g.finite) === group) return !inRelative(view, group, trigger)
  let from = group.from
  while (from > trigger.to && group.from - from < ASIDE && !/^[,”–—]$/.test(tokens[from - 1]!.norm)) from--
  if (from <= trigger.to || !/^[,”–—]$/.test(tokens[from - 1]!.norm)) return false
  if (lexicon.is(tokens[from]!.norm, W.relative | W.subordinator | W.coordinator) && tokens[from]!.norm !== 'as')
    return false
  if (groups.some((g) => g !== group && g.finite && g.from >= from && g.from < group.from)) return false
  let to = group.to
  while (to < sentence.to && to - group.to < ASIDE && !/^[,;:–—]$/.test(tokens[to]!.norm)) to++
  if (to >= sentence.to || !/^[,;:–—]$/.test(tokens[to]!.norm)) return false
  if (groups.some((g) => g.from >= group.to && g.from < to && g.finite)) return false
  // "A was renewed in May, but B, the network said, …": it is B of which the network speaks.
  for (let k = trigger.to; k < from; k++)
    if (tokens[k]!.norm === ',' && lexicon.is(tokens[k + 1]!.norm, W.coordinator | W.subordinator)) return false
  return true
}

/** "…, and Boris announced A LOCKDOWN": a verb of saying with an object of its own brings in no clause before it. */
function hasObject({ tokens, lexicon, masked, sentence }: SentenceView, group: VerbGroup): boolean {
  if (!group.lemmas.some((l) => lexicon.among('saysDirectly', l)) || group.passive) return false
  if (group.reducible && /^(expect|believe|think)$/.test(group.lemmas[0]!)) return true
  // "…, announced the network": what follows is who speaks.
  if (/^[,”"’—–]$/.test(tokens[group.from - 1]?.norm ?? '')) return false
  const next = tokens[group.to]
  if (!next || group.to >= sentence.to || /^(news|it)$/.test(tokens[group.to + 1]?.norm ?? '')) return false
  return (
    !masked[group.to] &&
    (lexicon.is(next.norm, W.determiner) || next.kind === 'number') &&
    !/^(this|that|last|all)$/.test(next.norm)
  )
}

/** "…, an experience that she describes": the verb says something of the noun before it. */
function inRelative({ tokens, lexicon, masked }: SentenceView, group: VerbGroup, trigger: Range): boolean {
  for (let k = group.from - 1; k > trigger.to && !/^[,”–—]$/.test(tokens[k]!.norm); k--)
    if (!masked[k] && lexicon.is(tokens[k]!.norm, W.relative) && tokens[k]!.norm !== 'as') return true
  return false
}

/**
 * Where the insertion begins in which the trigger stands and that its sentence could do without: "the eighth season, which
 * begins production next week, will be its last", "the comedy, currently shooting its second season, will resume"; -1 when it
 * stands in none. What is reported is the rest.
 */
function asideFrom(
  { tokens, groups, sentence, lexicon, masked }: SentenceView,
  trigger: Range,
  own: VerbGroup | null,
): number {
  let from = trigger.from
  while (from > sentence.from && (masked[from - 1] || tokens[from - 1]!.norm !== ',')) from--
  if (from === sentence.from) return -1
  from = behindClosing(tokens, from)
  const opens = lexicon.is(tokens[from]!.norm, W.relative | W.participle | W.gerund | W.adverb) && !masked[from]
  if (!opens || tokens[from]!.norm === 'and') return -1
  // "…, which the network ordered in May": told by the way, of what was known before.
  if (own && own.tense === 'past' && /^(which|whose)$/.test(tokens[from]!.norm)) return from
  let to = trigger.to
  while (to < sentence.to && (masked[to] || tokens[to]!.norm !== ',')) to++
  const next = groups.find((g) => g.from > to)
  if (!next?.finite || next.reducible) return -1
  for (let k = to + 1; k < next.from; k++)
    if (!lexicon.is(tokens[k]!.norm, W.adverb) || lexicon.is(tokens[k]!.norm, W.coordinator)) return -1
  return from
}

/** Whether what a verb of saying says runs on to the trigger. */
function reaches(view: SentenceView, group: VerbGroup, trigger: Range): boolean {
  const { tokens, lexicon, masked } = view
  const clausal = group.lemmas.every((l) => lexicon.among('saysWithClause', l))
  let that = false
  for (let k = group.to; k < trigger.from; k++) {
    if (masked[k]) continue
    const { norm } = tokens[k]!
    if (norm === ';') return false
    if (norm === 'that' || norm === 'whether' || norm === 'if' || norm === 'how') that = true
    if (lexicon.among('contrast', norm) && !that) return false
    if (/^(which|who|whose)$/.test(norm) && lexicon.is(norm, W.relative) && !that) {
      // "said the pilot, which was shot in March, was …": what follows the relative clause is still reported.
      if (tokens[k - 1]!.norm !== ',' && !/^[”"’']$/.test(tokens[k - 1]!.norm)) return false
      while (k < trigger.from && (masked[k] || tokens[k]!.norm !== ',')) k++
      if (k >= trigger.from) return false
    }
  }
  // Relative clause closed before the trigger: "X, who said Y, has been renewed".
  const before = tokens[group.from - 1]?.norm
  if (before === 'who' || before === 'which') {
    for (let k = group.to; k < trigger.from; k++) if (tokens[k]!.norm === ',') return false
  }
  return that || !clausal
}
