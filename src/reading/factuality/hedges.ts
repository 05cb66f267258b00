// Hedges: words that make a statement less than certain, or deny it, and how far each reaches.
import type { Hedge, HedgeEffect } from '../../phrasebook/phrasebook.ts'
import { clauseEnd } from '../clauses.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { PhraseTree } from '../phrases.ts'

/** A hedge in its place. */
export interface HedgeMention extends Range {
  hedge: Hedge
  effect: HedgeEffect
  scope: Range
  /** Relative clauses within the scope, which it does not reach. */
  beside: Range[]
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
        isYetTo(view, from) ||
        copulaNegated(view, from))
    const scope = scopeOf(view, hedge, from, to)
    found.push({
      from,
      to,
      hedge,
      effect: negated ? (hedge.negated ?? NEGATED[hedge.effect]) : hedge.effect,
      scope,
      beside: hedge.reach === 'sentence' ? relativesIn(view, scope) : [],
    })
  }
  return found
}

/** "has yet to say if", "is yet to announce whether". */
const isYetTo = ({ tokens }: SentenceView, from: number): boolean =>
  tokens[from - 1]?.norm === 'to' && tokens[from - 2]?.norm === 'yet'

/** "isn't likely", "was not expected": the negated copula right before. */
const copulaNegated = ({ groups }: SentenceView, from: number): boolean =>
  groups.some((g) => g.negated && g.to <= from && from - g.to <= 1)

/** "asked about X, whose third season ended in May": what is told beside is not asked. */
const RELATIVE = /^(which|whose)$/

/** Where the clause goes on behind a relative one ("asked if the second season, which bows in May, WILL BE the last"); 0 when it does not. */
function insertionEnd({ tokens, groups, sentence }: SentenceView, from: number): number {
  for (let k = from + 1; k < sentence.to; k++)
    if (tokens[k]!.norm === ',' && groups.some((g) => g.finite && g.from > k && g.from <= k + 2)) return k + 1
  return 0
}

/** What begins another clause than the one to its left. */
const BEGINS = /^(;|but|while|although|though|whereas|which|who|whose)$/

/** "the fans, who refuse to let it go, RETURNED": where the relative clause of a hedge ends and the verb before it goes on; the sentence's end for none. */
function relativeEnd(view: SentenceView, from: number): number {
  const { tokens, sentence } = view
  for (let k = from - 1; k > sentence.from && k > from - 4; k--)
    if (/^(who|which|that)$/.test(tokens[k]!.norm)) {
      const after = insertionEnd(view, from)
      const end = after ? after - 1 : sentence.to
      // "which is expected to be moved, renewed or cancelled": participles in a row.
      return view.groups.some((g) => g.from >= from && g.to <= end && (g.passive || g.reducible)) ? sentence.to : end
    }
  return sentence.to
}

function relativesIn(view: SentenceView, { from, to }: Range): Range[] {
  const found: Range[] = []
  for (let k = from; k < to; k++) {
    if (!RELATIVE.test(view.tokens[k]!.norm)) continue
    const end = insertionEnd(view, k) || to
    found.push({ from: k, to: end })
    k = end - 1
  }
  return found
}

/** Whether the next verb belongs to another clause: "eyed for March, has been held", "more of X, whose last season ended". */
function parted({ tokens, lexicon }: SentenceView, from: number, verb: number): boolean {
  let lead = verb - 1
  while (lead > from && lexicon.is(tokens[lead]!.norm, W.adverb) && !lexicon.is(tokens[lead]!.norm, W.coordinator))
    lead--
  if (lead > from && /^(,|and|but|or)$/.test(tokens[lead]!.norm)) return true
  return tokens.slice(from, verb).some((t, i) => i > 0 && lexicon.among('partsClause', t.norm))
}

/** "if you saw it WHEN SEASON 2 DROPPED in May": where a past is told that is no condition; the end where none is. */
function factIn({ tokens, groups }: SentenceView, from: number, end: number): number {
  for (let k = from; k < end; k++)
    if (/^(when|after|since)$/.test(tokens[k]!.norm))
      return groups.find((g) => g.from > k && g.finite)?.tense === 'past' ? k : end
  return end
}

/** "Asked about a third season, SHE SAID that …": where the answer begins; the sentence's end when it holds none. */
function answerAfter({ tokens, groups, lexicon, sentence }: SentenceView, from: number): number {
  const answer = groups.find((g) => g.from > from && g.finite && lexicon.is(tokens[g.head]!.norm, W.say))
  if (answer) for (let k = answer.from - 1; k > from; k--) if (tokens[k]!.norm === ',') return k
  return sentence.to
}

/** The first comma between two tokens; -1 for none. */
const commaFrom = ({ tokens, sentence }: SentenceView, from: number, to = sentence.to): number => {
  for (let k = from; k < to; k++) if (tokens[k]!.norm === ',') return k
  return -1
}

function scopeOf(view: SentenceView, { reach, effect, phrase }: Hedge, from: number, to: number): Range {
  const { sentence, tokens } = view
  switch (reach) {
    case 'after': {
      // "if X is renewed": the reach takes in the clause that follows; "expected to be renewed": the verb at hand.
      const next = view.groups.find((g) => g.from >= to)
      const clausal =
        next?.finite && next.from - to <= 14 && tokens[to - 1]!.norm !== 'to' && !parted(view, to, next.from)
      const begin = clausal ? next.to : to
      // "Originally due in October, the third season has slipped": what opens the sentence ends at its comma.
      const comma =
        from === sentence.from && view.lexicon.among('formerly', tokens[from]!.norm)
          ? commaFrom(view, to, next?.from)
          : -1
      if (comma > 0) return { from: to, to: comma }
      return { from: to, to: factIn(view, begin, Math.min(clauseEnd(view, begin), relativeEnd(view, from))) }
    }
    case 'near': {
      // "fans begged for more WHEN it was canceled": what parts what is asked for from what is told besides.
      let end = to
      while (end < sentence.to && !view.lexicon.among('partsWish', tokens[end]!.norm)) end++
      return { from: to, to: end }
    }
    case 'sentence': {
      let end = to
      while (end < sentence.to && tokens[end]!.norm !== ';' && !(tokens[end]!.norm === 'but' && end > to + 1)) {
        const past = RELATIVE.test(tokens[end]!.norm) ? insertionEnd(view, end) : end + 1
        if (!past) break
        end = past
      }
      const asked = effect === 'drop' || /whether|\bif\b|\{ask\}/.test(phrase)
      return { from: to, to: asked ? Math.min(end, answerAfter(view, to)) : end }
    }
    case 'before': {
      let start = from
      while (start > sentence.from && !BEGINS.test(tokens[start - 1]!.norm)) start--
      return { from: start, to: from }
    }
    case 'clause': {
      let start = from
      while (start > sentence.from && !/^(;|but|while|although)$/.test(tokens[start - 1]!.norm)) start--
      const before = view.groups.filter((g) => g.to <= from && g.finite)
      // Behind a verb the clause is that verb's; an earlier finite verb is another clause.
      if (before.length > 1) start = Math.max(start, before.at(-2)!.to)
      // "is filming in London, and will LIKELY premiere in May": it belongs to its own verb.
      const own = view.groups.find((g) => g.from <= from && from < g.to)
      if (own && before.length) start = Math.max(start, own.from)
      // "Maybe X will be renewed": before the verb, the clause runs on through it.
      const within = view.groups.some((g) => g.finite && g.from >= start && g.from < to)
      const verb = within ? undefined : view.groups.find((g) => g.finite && g.from >= to)
      return { from: start, to: clauseEnd(view, verb ? verb.to : to) }
    }
  }
}
