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
    const said = /^(i|we|he|she|they|it)$/.test(view.tokens[start - 1]?.norm ?? '') && start > view.sentence.from
    from = Math.min(from, said ? start - 1 : start)
    to = Math.max(to, hedge.to)
  }
  for (const part of [theme, season, date?.mention]) {
    if (!part || part.from < view.sentence.from || part.to > view.sentence.to) continue
    const wide = Math.max(to, part.to) - Math.min(from, part.from)
    if (wide > 40) continue
    from = Math.min(from, part.from)
    to = Math.max(to, part.to)
  }
  return spanOf(view.tokens, { from, to })
}
