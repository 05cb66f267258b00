// Hedges: words that make a statement less than certain, or deny it, and how far each reaches.
import type { Hedge, HedgeEffect } from '../../phrasebook/phrasebook.ts'
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import type { PhraseTree } from '../phrases.ts'

/** A hedge in its place. */
export interface HedgeMention extends Range {
  hedge: Hedge
  effect: HedgeEffect
  scope: Range
}

/** The effect of a hedge whose own verb is negated, where the hedge names none. */
const NEGATED: Readonly<Record<HedgeEffect, HedgeEffect>> = {
  yes: 'undecided',
  likely: 'unlikely',
  possible: 'unlikely',
  undecided: 'undecided',
  unlikely: 'likely',
  no: 'possible',
  deny: 'possible',
  doubt: 'likely',
  drop: 'drop',
}

/** Finds the hedges of a sentence with their scopes; of those that overlap the first, of those that start together the longest. */
export function findHedges(view: SentenceView, hedges: PhraseTree<Hedge>): HedgeMention[] {
  const found: HedgeMention[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (view.masked[i]) continue
    const match = hedges
      .match(view.phrases, i)
      .reduce<{ value: Hedge; from: number; to: number } | null>((a, b) => (!a || b.to > a.to ? b : a), null)
    if (!match || found.some((h) => match.from < h.to)) continue
    const { value: hedge, from, to } = match
    const group = view.groups.find((g) => g.from <= from && from < g.to && g.to <= to + 1)
    const inside = /(^| )(not|no|n't|never)( |$)/.test(hedge.phrase)
    const negated =
      !inside &&
      ((group?.negated ?? false) ||
        view.tokens[from - 1]?.norm === 'not' ||
        view.tokens[from - 1]?.norm === 'no' ||
        copulaNegated(view, from))
    found.push({
      from,
      to,
      hedge,
      effect: negated ? (hedge.negated ?? NEGATED[hedge.effect]) : hedge.effect,
      scope: scopeOf(view, hedge, from, to),
    })
  }
  return found
}

/** "isn't likely", "was not expected": the negated copula right before. */
const copulaNegated = ({ groups }: SentenceView, from: number): boolean =>
  groups.some((g) => g.negated && g.to <= from && from - g.to <= 1)

function scopeOf(view: SentenceView, { reach }: Hedge, from: number, to: number): Range {
  const { sentence, tokens } = view
  switch (reach) {
    case 'after': {
      // "if X is renewed": the reach takes in the clause that follows; "expected to be renewed": the verb at hand.
      const next = view.groups.find((g) => g.from >= to)
      const clausal = next?.finite && next.from - to <= 14 && tokens[to - 1]!.norm !== 'to'
      return { from: to, to: clauseEnd(view, clausal ? next.to : to) }
    }
    case 'sentence': {
      let end = to
      while (end < sentence.to && !(tokens[end]!.norm === ';' || (tokens[end]!.norm === 'but' && end > to + 1))) end++
      return { from: to, to: end }
    }
    case 'before':
      return { from: sentence.from, to: from }
    case 'clause': {
      let start = from
      while (start > sentence.from && !/^(;|but|while|although)$/.test(tokens[start - 1]!.norm)) start--
      const before = view.groups.filter((g) => g.to <= from && g.finite)
      // Behind a verb the clause is that verb's; an earlier finite verb is another clause.
      if (before.length > 1) start = Math.max(start, before.at(-2)!.to)
      // "Maybe X will be renewed": before the verb, the clause runs on through it.
      const within = view.groups.some((g) => g.finite && g.from >= start && g.from < to)
      const verb = within ? undefined : view.groups.find((g) => g.finite && g.from >= to)
      return { from: start, to: clauseEnd(view, verb ? verb.to : to) }
    }
  }
}
