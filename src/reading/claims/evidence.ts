// Evidence: the shortest words that carry a claim.
import type { Range } from '../document.ts'
import { spanOf } from '../document.ts'
import type { EventCandidate } from '../events.ts'
import type { FoundDate } from './dating.ts'

/** The shortest words that carry the claim: trigger, hedges, theme, season and date, when they stand together. */
export function evidenceOf(
  { view, trigger, theme, season }: EventCandidate,
  date: FoundDate | null,
  hedged: readonly Range[],
): { start: number; end: number } {
  let from = trigger.group ? Math.min(trigger.group.from, trigger.from) : trigger.from
  let to = trigger.to
  for (const hedge of hedged) {
    if (Math.max(to, hedge.to) - Math.min(from, hedge.from) > 20) continue
    // "I don't think": from the subject and the negation on.
    const verb = view.groups.find((g) => g.from <= hedge.from && hedge.from < g.to)
    const start = verb ? Math.min(verb.from, hedge.from) : hedge.from
    const pronoun = /^(i|we|he|she|they|it)$/.test(view.tokens[start - 1]?.norm ?? '') && start > view.sentence.from
    from = Math.min(from, pronoun ? start - 1 : start)
    to = Math.max(to, hedge.to)
  }
  // "Said on Friday that X is over": the day of the saying is none of the claim's words.
  const dated = date && !said(view, date.mention, from) ? date.mention : null
  for (const part of [theme, season, dated]) {
    if (!part || part.from < view.sentence.from || part.to > view.sentence.to) continue
    const wide = Math.max(to, part.to) - Math.min(from, part.from)
    if (wide > 40) continue
    from = Math.min(from, part.from)
    to = Math.max(to, part.to)
  }
  return spanOf(view.tokens, { from, to })
}

/** Whether "that" or "with" parts a day from the words behind it. */
function said({ tokens }: EventCandidate['view'], day: Range, from: number): boolean {
  for (let k = day.to; k < from; k++) if (/^(that|with|in)$/.test(tokens[k]!.norm)) return true
  return false
}
