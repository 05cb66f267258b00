// Reported clauses: "X said that …", "announced a second season", "…, X said", "…, according to X".
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Cues } from './cues.ts'
import type { Source } from './source.ts'
import { because } from './source.ts'
import type { Sources } from './sources.ts'

/** Verbs that only with a clause or a quotation make their subject a speaker, not with a plain object. */
const CLAUSAL = new Set([
  'describe',
  'express',
  'offer',
  'share',
  'post',
  'write',
  'continue',
  'laugh',
  'speak',
  'talk',
  'agree',
  'unveil',
  'gush',
])

/** The innermost verb of saying (or "according to") whose complement holds the trigger. */
export function reportedSource(
  cues: Cues,
  sources: Sources,
  view: SentenceView,
  trigger: Range,
  own: VerbGroup | null,
): Source | null {
  const { tokens, groups, sentence } = view
  // The trigger's own verb says it: "announced a second season", "confirmed the renewal".
  if (own && cues.isSaying(own)) {
    const source = own.passive
      ? sources.agent(view, own)
      : (sources.subjectSource(view, own) ?? sources.invertedSource(view, own))
    if (source?.speaker) return because(view, own, 'is itself a verb of saying', source)
  }
  for (const group of groups.toReversed()) {
    if (group === own || group.to > trigger.from || !cues.isSaying(group) || !reaches(view, group, trigger)) continue
    const source = group.passive ? sources.agent(view, group) : sources.subjectSource(view, group)
    if (source?.speaker || source?.via.length) return because(view, group, 'reports it', source)
  }
  // Behind: ", X said" · ", said X" · ", according to X".
  for (const group of groups) {
    if (group === own || group.from < trigger.to || !cues.isSaying(group) || group.infinitive) continue
    let comma = false
    for (let k = trigger.to; k < group.from; k++)
      if (tokens[k]!.norm === ',' || tokens[k]!.norm === '”' || tokens[k]!.norm === '–' || tokens[k]!.norm === '—')
        comma = true
    const last = groups.findLast((g) => g.finite)
    if (!comma || last !== group) continue
    // ", X told Deadline" has its subject before it; ", said X" behind.
    const inverted = /^[,”"’—–]$/.test(tokens[group.from - 1]?.norm ?? '') && !group.lemmas.includes('tell')
    const source = inverted
      ? (sources.invertedSource(view, group) ?? sources.subjectSource(view, group))
      : (sources.subjectSource(view, group) ?? sources.invertedSource(view, group))
    if (source?.speaker || source?.via.length) return because(view, group, 'behind the clause reports it', source)
  }
  return cues.accordingTo(view, sentence.from, sentence.to)
}

/** Whether what a verb of saying says runs on to the trigger. */
function reaches(view: SentenceView, group: VerbGroup, trigger: Range): boolean {
  const { tokens, lexicon, masked } = view
  const clausal = group.lemmas.every((l) => CLAUSAL.has(l))
  let that = false
  for (let k = group.to; k < trigger.from; k++) {
    if (masked[k]) continue
    const { norm } = tokens[k]!
    if (norm === ';') return false
    if (norm === 'that' || norm === 'whether' || norm === 'if' || norm === 'how') that = true
    if (/^(but|while|although|though|because)$/.test(norm) && !that) return false
    if (/^(which|who|whose)$/.test(norm) && lexicon.is(norm, W.relative) && !that) return false
  }
  // Relative clause closed before the trigger: "X, who said Y, has been renewed".
  const before = tokens[group.from - 1]?.norm
  if (before === 'who' || before === 'which') {
    for (let k = group.to; k < trigger.from; k++) if (tokens[k]!.norm === ',') return false
  }
  return that || !clausal
}
