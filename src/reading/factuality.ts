// How sure the speaker is: the event's own polarity, then its verb's negation and modality, then every hedge whose reach
// covers it, innermost first. Composition follows De Facto (Saurí & Pustejovsky 2012): each layer maps the value below it.
import type { Hedge } from '../phrasebook/phrasebook.ts'
import type { Factuality, Step } from './claim.ts'
import { clauseEnd } from './clauses.ts'
import type { Range } from './document.ts'
import { spanOf } from './document.ts'
import { takesVerb } from './events/bound.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { HedgeMention } from './factuality/hedges.ts'
import { apply, DENIED } from './factuality/values.ts'
import { verbFactuality } from './factuality/verbs.ts'
import type { VerbGroup } from './verbs.ts'

export interface Reading {
  /** Null when the words make no claim: a condition, a question, a plan overtaken. */
  factuality: Factuality | null
  /** The words name an unnamed source. */
  anonymous: boolean
  /** The hedges that made it so, innermost first. */
  hedged: Range[]
  why: Step[]
}

const REACHES: Readonly<Record<Hedge['reach'], string>> = {
  after: 'what follows to the end of its clause',
  near: 'what follows at once',
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
  const hedgedAt = (i: number): boolean => reaching.some((h) => h.from <= i && i < h.to)
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
  // "postponed, not cancelled", "Not returning, sources confirm".
  if (value && !group?.negated && view.tokens[trigger.from - 1]?.norm === 'not' && !hedgedAt(trigger.from - 1)) {
    note(`“not” stands before it: ${value} becomes ${DENIED[value]}`)
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
  if (value === 'no' && OPEN_YET.test(trigger.phrase.event) && endsInYet(view, trigger.to)) {
    value = 'undecided'
    note('“yet” stands behind it: not so far')
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

/** What has not happened may still. */
const OPEN_YET = /^(renewal|order|premiere)$/

/** "does not have a series order yet": "yet" at the end of the clause. */
function endsInYet(view: SentenceView, from: number): boolean {
  const { tokens, sentence } = view
  const at = tokens.slice(from, clauseEnd(view, from)).findIndex((t) => t.norm === 'yet')
  if (at < 0) return false
  const k = from + at + 1
  return k >= sentence.to || tokens[k]!.kind === 'mark'
}

/** Whether a hedge reaches the words of an event: not from within them, but for those that say that it was overtaken. */
function reaches(h: HedgeMention, { trigger, view }: EventCandidate, at: number): boolean {
  // "is REPORTEDLY getting a third season": an adverb between the words.
  if (
    h.hedge.reach === 'clause' &&
    h.from > trigger.from &&
    h.to < trigger.to &&
    !trigger.phrase.phrase.includes(view.tokens[h.from]!.norm)
  )
    return true
  // "Filming on X is EXPECTED TO begin": it stands between the noun and its verb, and reaches the verb.
  const verb = takesVerb(trigger.phrase) ? trigger.group?.head : undefined
  if (verb !== undefined && h.from > trigger.from && h.to <= verb) return h.scope.from <= verb && verb < h.scope.to
  const inside = (h.from >= trigger.from && h.from < trigger.to) || (h.from <= at && at < h.to)
  if (!inside) return h.scope.from <= at && at < h.scope.to && !h.beside.some((r) => r.from <= at && at < r.to)
  // "was originally SLATED FOR June", "has BEEN BACK in the headlines". What was meant as a one-off is one all the same.
  const beyond = h.from < trigger.from || (h.hedge.reach === 'near' && h.to > trigger.to)
  return h.effect === 'drop' && beyond && trigger.phrase.event !== 'ending'
}

const distance = (h: Range, at: number): number => (h.to <= at ? at - h.to : h.from - at)

/** The verb over an event noun or phrase: "production WILL BEGIN", "HAS EARNED a renewal", "ISN'T in the cards". */
function governing(view: SentenceView, trigger: Range): VerbGroup | null {
  const before = view.groups.findLast(
    (g) => g.to <= trigger.from && trigger.from - g.to <= 4 && (g.finite || g.infinitive),
  )
  return before ?? null
}

/** "Originally slated to debut in May", "had been expected to return": what was to be, and is not said to be any more. */
function overtaken(view: SentenceView, trigger: Range, group: VerbGroup | null): boolean {
  const { tokens, groups, sentence } = view
  const plan = groups.findLast(
    (g) => g.to <= trigger.to && trigger.from - g.to <= 3 && g.lemmas.some((l) => view.lexicon.among('planned', l)),
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

const SAYS_NO = /(^|[ |(])no([ |)]|$)/

/** "no third season", "no renewal", "without a premiere date". */
function negatedNoun({ view, trigger, theme, season }: EventCandidate): boolean {
  const no = (i: number): boolean => {
    for (let k = i - 1; k >= view.sentence.from && k >= i - 2; k--) {
      const { norm } = view.tokens[k]!
      if (norm === 'no' || norm === 'zero') return true
      if (norm !== 'new' && norm !== 'official' && norm !== 'the' && norm !== 'such') return false
    }
    return false
  }
  // "NO SCRIPTS have been written": the phrase begins before its verb.
  if ((trigger.group?.from ?? Infinity) > trigger.from && no(trigger.from)) return true
  const named = theme?.season ? theme : season
  return named !== null && named !== undefined && no(named.from) && view.tokens[named.from]!.norm !== 'no'
}
