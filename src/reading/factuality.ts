// How sure the speaker is: the event's own polarity, then its verb's negation and modality, then every hedge whose reach
// covers it, innermost first. Composition follows De Facto (Saurí & Pustejovsky 2012): each layer maps the value below it.
import type { Hedge, HedgeEffect } from '../phrasebook/phrasebook.ts'
import type { Factuality, Step } from './claim.ts'
import { clauseEnd } from './clauses.ts'
import { type Range, spanOf } from './document.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { PhraseTree } from './phrases.ts'
import type { VerbGroup } from './verbs.ts'

/** A hedge in its place. */
export interface HedgeMention extends Range {
  hedge: Hedge
  effect: HedgeEffect
  scope: Range
}

export interface Reading {
  /** Null when the words make no claim: a condition, a question, a plan overtaken. */
  factuality: Factuality | null
  /** The words name an unnamed source. */
  anonymous: boolean
  /** The hedges that made it so, innermost first. */
  hedged: Range[]
  why: Step[]
}

const DENIED: Readonly<Record<Factuality, Factuality>> = {
  yes: 'no',
  no: 'yes',
  likely: 'unlikely',
  unlikely: 'likely',
  possible: 'unlikely',
  undecided: 'undecided',
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

/** What a hedge makes of the value that it reaches. */
export function apply(effect: HedgeEffect, value: Factuality): Factuality | null {
  switch (effect) {
    case 'drop':
      return null
    case 'deny':
      return DENIED[value]
    case 'yes':
      return value
    case 'no':
      return value === 'no'
        ? 'no'
        : DENIED[value === 'undecided' ? 'yes' : value === 'possible' || value === 'likely' ? 'yes' : value]
    case 'undecided':
      return 'undecided'
    case 'likely':
      return value === 'yes' ? 'likely' : value === 'no' ? 'unlikely' : value
    case 'doubt':
      return value === 'undecided' ? value : value === 'no' || value === 'unlikely' ? 'likely' : 'unlikely'
    case 'unlikely':
      return value === 'no' || value === 'unlikely' ? 'unlikely' : value === 'undecided' ? 'undecided' : 'unlikely'
    case 'possible':
      return value === 'no' ? 'unlikely' : value === 'unlikely' || value === 'undecided' ? value : 'possible'
  }
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

const REACHES: Readonly<Record<Hedge['reach'], string>> = {
  after: 'what follows to the end of its clause',
  sentence: 'the rest of its sentence',
  before: 'what stands before it',
  clause: 'the whole of its clause',
}
/** Words of a scope that are shown. */
const MOST_SHOWN = 14

/** Reads the factuality of an event. */
export function readFactuality(candidate: EventCandidate, hedges: readonly HedgeMention[], inSpeech: boolean): Reading {
  const { view, trigger } = candidate
  const why: Step[] = []
  const note = (text: string, range?: Range) =>
    why.push({ stage: 'factuality', note: text, ...(range ? { span: spanOf(view.tokens, range) } : {}) })
  const words = ({ from, to }: Range): string => {
    const said = view.tokens.slice(from, Math.min(to, from + MOST_SHOWN)).map((t) => t.norm)
    return said.join(' ').replace(/ (?=[,.;:!?]|'s)/g, '') + (to > from + MOST_SHOWN ? ' …' : '')
  }
  let value: Factuality | null = trigger.phrase.factuality
  let anonymous = false
  const at = trigger.group?.head ?? trigger.from
  const reaching = hedges.filter((h) => reaches(h, candidate, at)).sort((a, b) => distance(a, at) - distance(b, at))
  // What a hedge makes of its own verb's negation is not said twice: "has NOT RULED OUT a renewal", "OPTED NOT TO revive".
  const hedged = (g: VerbGroup): boolean => reaching.some((h) => h.from < g.to && g.from < h.to)
  const group = trigger.group ?? governing(view, trigger)
  if (group && (trigger.group || !hedged(group))) {
    const inner = verbFactuality(candidate, group, value, inSpeech, hedged)
    if (inner.value !== value)
      note(`its verb is “${words(group)}”, ${inner.reason}: ${value} becomes ${inner.value ?? 'no claim'}`, group)
    value = inner.value
  }
  if (value && !SAYS_NO.test(trigger.phrase.phrase) && negatedNoun(candidate)) {
    note(`“no” stands before the noun: ${value} becomes ${DENIED[value]}`)
    value = DENIED[value]
  }
  if (value && overtaken(view, trigger, group)) {
    value = null
    note('a plan overtaken')
  }
  if (value && trigger.phrase.needs === 'open' && predicateOf(view, trigger)?.negated) {
    value = 'undecided'
    note('not settled')
  }
  // "No premiere date", "the date has not been set": the day is open; nobody denies that one comes.
  if (trigger.phrase.needs === 'told' && (value === 'no' || predicateOf(view, trigger)?.negated)) {
    value = 'undecided'
    note('no day is told yet')
  }
  const made: Range[] = []
  for (const hedge of reaching) {
    if (!value) break
    const next = apply(hedge.effect, value)
    if (next !== value) made.push(hedge)
    if (next !== value)
      note(
        `the hedge “${words(hedge)}” reaches ${REACHES[hedge.hedge.reach]}, here “${words(hedge.scope)}”: ${value} becomes ${next ?? 'no claim'}`,
        hedge,
      )
    value = next
    if (hedge.hedge.anonymous) anonymous = true
  }
  return { factuality: value, anonymous, hedged: made, why }
}

/** Whether a hedge reaches the words of an event: not from within them, but for those that say that it was overtaken. */
function reaches(h: HedgeMention, { trigger }: EventCandidate, at: number): boolean {
  const inside = (h.from >= trigger.from && h.from < trigger.to) || (h.from <= at && at < h.to)
  if (!inside) return h.scope.from <= at && at < h.scope.to
  // "was originally SLATED FOR June". What was meant as a one-off is one all the same.
  return h.effect === 'drop' && h.from < trigger.from && trigger.phrase.event !== 'ending'
}

const distance = (h: Range, at: number): number => (h.to <= at ? at - h.to : h.from - at)

/** The verb over an event noun or phrase: "production WILL BEGIN", "HAS EARNED a renewal", "ISN'T in the cards". */
function governing(view: SentenceView, trigger: Range): VerbGroup | null {
  const before = view.groups.findLast(
    (g) => g.to <= trigger.from && trigger.from - g.to <= 4 && (g.finite || g.infinitive),
  )
  return before ?? null
}

const PLANNED = /^(set|slate|schedule|due|expect|plan|mean|suppose|intend|hope|eye|earmark|target)$/

/** "Originally slated to debut in May", "had been expected to return": what was to be, and is not said to be any more. */
function overtaken(view: SentenceView, trigger: Range, group: VerbGroup | null): boolean {
  const { tokens, groups, sentence } = view
  const plan = groups.findLast(
    (g) => g.to <= trigger.to && trigger.from - g.to <= 3 && g.lemmas.some((l) => PLANNED.test(l)),
  )
  const due = tokens.slice(trigger.from, trigger.to).some((t) => t.norm === 'due')
  if (!plan && !due) return false
  const had = plan ?? group
  if (had?.perfect && tokens.slice(had.from, had.to).some((t) => t.norm === 'had')) return true
  for (let k = Math.max(sentence.from, (plan?.from ?? trigger.from) - 2); k < trigger.to; k++)
    if (/^(originally|initially)$/.test(tokens[k]!.norm)) return true
  return false
}

/** The verb of which a noun is the subject: "a release date HAS NOT BEEN SET". */
const predicateOf = (view: SentenceView, trigger: Range): VerbGroup | undefined =>
  view.groups.find((g) => g.from >= trigger.to && g.from - trigger.to <= 12 && g.finite)

function verbFactuality(
  candidate: EventCandidate,
  group: VerbGroup,
  base: Factuality,
  inSpeech: boolean,
  hedged: (g: VerbGroup) => boolean,
): { value: Factuality | null; reason: string } {
  const { view, trigger } = candidate
  const governor =
    group.infinitive || !group.finite
      ? view.groups.findLast((g) => g.to <= group.from && group.from - g.to <= 2)
      : undefined
  const spoken = /(^|[ |(])(not|no|never)([ |)]|$)/.test(trigger.phrase.phrase)
  const negated =
    !spoken &&
    (group.negated ||
      negativeSubject(view, group) ||
      (governor?.negated === true &&
        !hedged(governor) &&
        governor.finite &&
        (group.infinitive || group.from === governor.to)))
  const modal = group.modal ?? (group.infinitive ? null : (governor?.modal ?? null))
  const soft = modal === 'might' || modal === 'may' || modal === 'could' || modal === 'can'
  if (soft) {
    if (group.perfect) return { value: null, reason: 'of what could have been' }
    if (negated)
      return modal === 'can' || modal === 'could'
        ? { value: DENIED[base], reason: 'of what cannot be' }
        : { value: 'unlikely', reason: `and “${modal} not” leans against it` }
    return { value: apply('possible', base), reason: `and “${modal}” leans nowhere` }
  }
  if (modal === 'would') {
    if (group.perfect) return { value: null, reason: 'of what would have been' }
    if (!inSpeech && conditional(view)) return { value: null, reason: 'under a condition' }
    if (inSpeech && !negated)
      return { value: apply('possible', base), reason: 'and “would” in somebody’s own words is a wish' }
    return {
      value: negated ? DENIED[base] : base,
      reason: negated ? 'and “would” is negated' : 'and “would” in a report is a fact to come',
    }
  }
  if (modal === 'should' || modal === 'must')
    return { value: apply('likely', negated ? DENIED[base] : base), reason: `and “${modal}” expects it` }
  if (!negated) return { value: base, reason: '' }
  if (laterThan(view, trigger)) return { value: base, reason: 'not until then: but then' }
  if (base === 'possible' && /discuss|talk/.test(trigger.phrase.phrase))
    return { value: 'undecided', reason: 'not discussed: open' }
  // "has not ruled out a third season"
  if (base === 'no') return { value: 'possible', reason: 'a denial denied' }
  const open = trigger.phrase.event === 'renewal' || trigger.phrase.event === 'order'
  if (open && group.perfect && base === 'yes')
    return { value: 'undecided', reason: 'negated in the perfect, as of what has not been done so far' }
  return { value: DENIED[base], reason: 'negated' }
}

/** "Will not return until May", "won't air before 2026". */
function laterThan({ tokens, sentence }: SentenceView, trigger: Range): boolean {
  for (let k = trigger.to; k < sentence.to && k < trigger.to + 8; k++) {
    const { norm } = tokens[k]!
    if (norm === 'until' || norm === 'till' || (norm === 'before' && tokens[k + 1]?.kind === 'number')) return true
    if (norm === ';' || norm === 'but') return false
  }
  return false
}

const conditional = ({ tokens, sentence }: SentenceView): boolean =>
  tokens.slice(sentence.from, sentence.to).some((t) => t.norm === 'if' || t.norm === 'should' || t.norm === 'unless')

/** "Neither of its producers picked it up", "nobody has", "never did manage". */
function negativeSubject({ tokens, sentence }: SentenceView, group: VerbGroup): boolean {
  for (let k = group.from - 1; k >= sentence.from && k > group.from - 7; k--) {
    const { norm } = tokens[k]!
    if (/^(neither|nobody|none|nor|never)$/.test(norm)) return true
    if (norm === 'one' && tokens[k - 1]?.norm === 'no') return true
    if (/^[,;:“”"—–]$/.test(norm)) return false
  }
  return false
}

const SAYS_NO = /(^|[ |(])no([ |)]|$)/
/** "no third season", "no renewal", "without a premiere date". */
function negatedNoun({ view, trigger, theme, season }: EventCandidate): boolean {
  const no = (i: number): boolean => {
    for (let k = i - 1; k >= view.sentence.from && k >= i - 2; k--) {
      const { norm } = view.tokens[k]!
      if (norm === 'no') return true
      if (norm !== 'new' && norm !== 'official' && norm !== 'the' && norm !== 'such') return false
    }
    return false
  }
  if (!trigger.group && no(trigger.from)) return true
  const named = theme?.season ? theme : season
  return named !== null && named !== undefined && no(named.from) && view.tokens[named.from]!.norm !== 'no'
}
