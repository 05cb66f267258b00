// The date that belongs to an event: in its clause, behind it first, then fronted.
import type { Direction } from '../calendar.ts'
import type { ClaimsInput } from '../claims.ts'
import { clauseEnd } from '../clauses.ts'
import type { DateMention } from '../dates.ts'
import { takesVerb } from '../events/bound.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import type { ThemeMention } from '../themes.ts'
import { behindClosing } from '../tokens.ts'
import type { VerbGroup } from '../verbs.ts'

/** Whether the verb of the event, or the nearest one, is in the past. */
export function isPast({ trigger, view }: EventCandidate): boolean {
  // "has landed a June 20 premiere date".
  if (/ dates?\b/.test(trigger.phrase.phrase)) return false
  const group =
    trigger.group ??
    view.groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 6 && g.finite) ??
    view.groups.find((g) => g.from >= trigger.to && g.finite)
  return group?.tense === 'past'
}

/** Whether its words tell a first appearance, and no return. */
export function isStart({ trigger, view }: EventCandidate): boolean {
  if (/\bback\b/.test(trigger.phrase.phrase)) return false
  return trigger.group
    ? trigger.group.lemmas.some((l) => view.lexicon.among('appears', l))
    : /premiere|debut|launch|release|listing/.test(trigger.phrase.phrase)
}

/** Months into the year, where a date tells less than its month. */
const MONTHS: Readonly<Record<string, number>> = {
  early: 2,
  spring: 4,
  mid: 6,
  summer: 7,
  fall: 10,
  autumn: 10,
  late: 11,
}

/**
 * Years from a date of a claim to a day, negative when the day comes first.
 * @param date ISO, or as imprecise as claims have it ("2024-autumn", "2024")
 * @param day ISO
 */
export function yearsBetween(date: string, day: string): number {
  const rest = date.slice(5)
  const month = /^\d\d/.test(rest) ? Number(rest.slice(0, 2)) : (MONTHS[rest] ?? 6)
  return Number(day.slice(0, 4)) - Number(date.slice(0, 4)) + (Number(day.slice(5, 7)) - month) / 12
}

/** A date and the words that give it. */
export interface FoundDate {
  /** Null where the words tell a moment for which claims have no form (a week that lies in two months), or the article has no day. */
  value: string | null
  mention: DateMention
}

/** The date in the trigger's clause: behind it first, then fronted. A date belongs to the last trigger before it. */
export function dateOf(input: ClaimsInput, candidate: EventCandidate, past: boolean): FoundDate | null {
  if (candidate.date) {
    return { value: candidate.date.resolve(candidate.date.looks ?? 'future'), mention: candidate.date }
  }
  const { view, trigger, list, theme } = candidate
  const dates = input.dates[view.sentence.i]!
  if (!dates.length) return null
  // "The premiere of X IS on June 5": the day of a noun stands behind its verb.
  const nominal = trigger.phrase.theme === 'of' && !trigger.group
  const verb = nominal ? view.groups.find((g) => g.from >= trigger.to && g.finite && !g.reducible) : undefined
  // "No release date yet, but it is expected in May": that is another clause.
  const apart =
    verb && view.tokens.slice(trigger.to, verb.from).some((t) => /^(but|while|although|though|;)$/.test(t.norm))
  const predicate = apart ? undefined : verb
  const end = clauseEnd(view, predicate?.to ?? trigger.to)
  // "filming ahead of A 2032 DEBUT", "renewed after ITS 2016 DEBUT". What reaches from a noun to its verb holds clauses of others.
  const isAnothers = (c: EventCandidate, d: DateMention): boolean =>
    !c.doubts.length && !takesVerb(c.trigger.phrase) && c.trigger.from < d.from && d.to < c.trigger.to
  const isOfNoun = (d: DateMention): boolean =>
    view.lexicon.among('beginning', view.tokens[d.to]?.norm ?? '') && trigger.from !== d.to
  const decides = /^(order|renewal|cancellation)$/.test(trigger.phrase.event)
  const interrupted = (d: DateMention): boolean =>
    view.groups.some(
      (g) =>
        g !== trigger.group &&
        g !== predicate &&
        g.from >= trigger.to &&
        g.to <= d.from &&
        // "greenlit X, with eight episodes to be FILMED next spring": no day of the decision.
        (g.finite || (decides && g.infinitive)) &&
        // "a premiere planned for next winter"
        !(g.reducible && g.from - trigger.to <= 1),
    )
  const behind = dates.filter(
    (d) =>
      // "due IN OCTOBER": the phrase and the day share a preposition.
      (d.from >= trigger.to || (d.from > trigger.from && d.to > trigger.to)) &&
      d.from < end &&
      // "one new episode a week through July 12".
      view.tokens[d.from - 1]!.norm !== 'through' &&
      !interrupted(d) &&
      !isOfNoun(d) &&
      !input.bySentence[view.sentence.i]!.some(
        (c) =>
          c.trigger.phrase.event !== trigger.phrase.event &&
          (isAnothers(c, d) ||
            (c.trigger.from >= trigger.to &&
              c.trigger.to <= d.from &&
              !c.doubts.length &&
              // "has pushed the premiere of X to next year".
              !(trigger.phrase.event === 'delay' && c.trigger.phrase.event === 'premiere' && !c.trigger.group) &&
              !(c.trigger.group === null && c.trigger.phrase.theme === 'inside'))),
      ),
  )
  const before = dates.filter(
    (d) =>
      d.to <= trigger.from &&
      !isInApposition(view, d) &&
      !isOfVerbBefore(view, d, trigger.group?.from ?? trigger.from) &&
      !(trigger.from - d.to > 2 && view.groups.some((g) => g !== trigger.group && isOfSaying(view, g, d))) &&
      !view.groups.some(
        (g) =>
          g.from >= d.to &&
          g.to <= trigger.from &&
          g !== trigger.group &&
          g.finite &&
          !(nominal && carries(view, g.lemmas)),
      ),
  )
  const inside = takesVerb(trigger.phrase) ? undefined : dates.find((d) => d.from >= trigger.from && d.to <= trigger.to)
  const listed = list.length > 1 && theme ? dates.find((d) => isRightBehind(view, theme, d)) : undefined
  let mention = inside ?? listed ?? (theme && bracketed(view, theme, dates)) ?? nearest(behind, before)
  // "… December 20 and January 31 respectively": dates and themes pair off.
  if (list.length > 1 && behind.length === list.length && theme) mention = behind[list.indexOf(theme)] ?? mention
  // "moved from May to September": the second is the new one.
  if (mention && view.tokens[mention.from - 1]?.norm === 'from') {
    const { to } = mention
    mention = dates.find((d) => d.from === to + 1 && view.tokens[to]!.norm === 'to') ?? mention
  }
  return mention ? { value: mention.resolve(mention.looks ?? directionOf(candidate, past)), mention } : null
}

/** "“X,” a hit LAST AUTUMN, is getting a second season": a day of what the series is called. */
function isInApposition({ tokens, sentence }: SentenceView, { from, to }: DateMention): boolean {
  if (tokens[to]?.norm !== ',') return false
  let k = from - 1
  while (k > sentence.from && tokens[k]!.norm !== ',' && from - k < 8) k--
  return tokens[k]?.norm === ',' && /^(a|an|the|one)$/.test(tokens[behindClosing(tokens, k + 1)]?.norm ?? '')
}

/** "A on Sept. 17 and B on Sept. 26": each of a list has the day right behind it. */
function isRightBehind({ tokens }: SentenceView, { to }: ThemeMention, { from }: DateMention): boolean {
  const k = behindClosing(tokens, to)
  return from === k || (from === k + 1 && /^(on|in|,)$/.test(tokens[k]!.norm))
}

/** "ANNOUNCED MONDAY that it will return", but not "announced a May 5 premiere". */
const isOfSaying = ({ tokens, lexicon }: SentenceView, { head, to }: VerbGroup, { from }: DateMention): boolean =>
  lexicon.is(tokens[head]!.norm, W.say) && (from === to || (from === to + 1 && tokens[to]!.norm === 'on'))

/** The first day behind, else the last one before, else a moment for which claims have no form. */
const nearest = (behind: readonly DateMention[], before: readonly DateMention[]): DateMention | undefined =>
  behind.find((d) => !d.unformed) ?? before.findLast((d) => !d.unformed) ?? behind[0] ?? before.at(-1)

/** "X (Sept. 20) and Y (Sept. 27) will premiere": the day in brackets right behind a show. */
function bracketed(
  { tokens }: SentenceView,
  { to }: ThemeMention,
  dates: readonly DateMention[],
): DateMention | undefined {
  const k = behindClosing(tokens, to)
  return tokens[k]?.norm === '(' ? dates.find((d) => d.from === k + 1) : undefined
}

/** "The fall schedule INCLUDES the return of X": the day of the subject is that of what it holds. */
const carries = ({ lexicon }: SentenceView, lemmas: readonly string[]): boolean =>
  lemmas.some((l) => lexicon.among('carries', l))

/** "It bowed IN OCTOBER and will be back", "X, which bowed IN OCTOBER, ends": the day of a verb that "and", "but" or a relative clause parts from the one at `at`. */
function isOfVerbBefore({ groups, tokens, masked, sentence }: SentenceView, date: DateMention, at: number): boolean {
  const verb = groups.findLast((g) => g.finite && g.to <= date.from)
  if (!verb) return false
  const behind = tokens.slice(date.to, at)
  if (behind.some((t, i) => !masked[date.to + i] && /^(and|but|with|while)$/.test(t.norm))) return true
  const clause = tokens.slice(Math.max(sentence.from, verb.from - 5), verb.from)
  const relative = clause.slice(clause.findLastIndex((t) => t.norm === ',') + 1).some((t) => RELATIVE.test(t.norm))
  return relative && behind.some((t) => t.norm === ',')
}

const RELATIVE = /^(which|who|that|whose)$/

/** "ahead of its series PREMIERE". */
const isLedIn = ({ tokens, sentence }: SentenceView, from: number): boolean =>
  tokens.slice(Math.max(sentence.from, from - 7), from).some((t) => /^(ahead|before)$/.test(t.norm))

/** Which way a date without a year looks. */
function directionOf({ trigger, view }: EventCandidate, past: boolean): Direction {
  if (view.tokens[trigger.from - 1]?.norm === 'since' || view.tokens[trigger.from - 2]?.norm === 'since') return 'past'
  // "ahead of its June 2 premiere"
  if (!trigger.group && isLedIn(view, trigger.from)) return 'future'
  if (!past) return 'future'
  const verb =
    trigger.group ?? view.groups.findLast((g) => g.to <= trigger.from && trigger.from - g.to <= 8 && g.finite)
  return verb?.lemmas.some((l) => view.lexicon.among('givesDay', l)) ? 'future' : 'past'
}
