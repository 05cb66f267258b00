// Credits: who makes a series and who plays in it, by the words of phrases/en/facts.yaml and by roles beside names.
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { endingAt, lastBefore } from '../ranges.ts'
import type { VerbGroup } from '../verbs.ts'
import { antecedent, subjectShow } from './antecedent.ts'
import { bill, isCredited } from './bill.ts'
import type { Billed } from './billing.ts'
import { billedBefore, billedFrom, characterAt } from './billing.ts'
import type { Credit } from './fact.ts'
import { findParts } from './parts.ts'
import type { Passage } from './passage.ts'
import { findRoles } from './roles.ts'
import type { CreditWords } from './words.ts'

/** Words that tell a credit, in their place. */
export interface CreditTrigger extends Range {
  words: CreditWords
  group: VerbGroup | null
}

/** Finds the credits of an article. */
export function findCredits(passage: Passage): Credit[] {
  return passage.views.flatMap((view) => [
    ...triggersIn(passage, view).flatMap((trigger) => creditsOf(passage, view, trigger)),
    ...findParts(passage, view),
    ...findRoles(passage, view),
  ])
}

/** The longest match at each token, none within a name. */
function triggersIn({ words, groupAt }: Passage, view: SentenceView): CreditTrigger[] {
  const found: CreditTrigger[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (view.masked[i]) continue
    const matches = words.credits.match(view.phrases, i)
    const longest = matches.at(-1)?.to
    for (const { value, from, to } of matches)
      if (to === longest) found.push({ words: value, from, to, group: groupAt(view, from) ?? groupAt(view, to - 1) })
    if (longest) i = longest - 1
  }
  return found
}

function creditsOf(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  switch (trigger.words.as) {
    case 'by':
      return creditsBy(passage, view, trigger)
    case 'does':
      return creditsDoing(passage, view, trigger)
    case 'stars':
      return starsOf(passage, view, trigger)
    case 'lists':
      return listed(passage, view, trigger)
    case 'plays':
      return playing(passage, view, trigger)
    case 'played':
      return played(passage, view, trigger)
    case 'serves':
      return []
  }
}

/** “X,” created by A and B · X is executive produced by A. */
function creditsBy(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  const people = billedFrom(passage, view, trigger.to)
  const show = people.length ? antecedent(passage, view, trigger.from, people.at(-1)!.to) : null
  return show ? bill(passage, view, trigger, show, trigger.words.role, people) : []
}

/** What follows a verb that has no object. */
const ENDS = /^([.,;)”]|alongside|with|for|through|under|via|and|but|as|on|along|together|in)$/

/** A and B star in X · A created X · A joins the cast of X. */
function creditsDoing(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  const { group } = trigger
  // The tagger of verbs does not know "executive produces".
  const adverbial = /^exec/.test(passage.norm(trigger.from))
  if ((!group && !adverbial) || group?.infinitive || (group?.passive && !/cast/.test(passage.text(trigger)))) return []
  const people = actorsOf(passage, view, group && group.from < trigger.from ? group : { ...trigger, finite: true })
  if (!people.length) return []
  const place = passage.placeBehind(view, trigger.to, 12)
  // "A executive produces": of the series in mind, when nothing else stands behind as its object.
  const bare = /produc/.test(passage.text(trigger)) && ENDS.test(passage.norm(trigger.to))
  const direct = place && view.themes.some((t) => t.from === place.from && t.from <= trigger.to + 8)
  const show = direct ? place.show : bare ? passage.inMind(view, trigger.from) : null
  return show ? bill(passage, view, trigger, show, trigger.words.role, people, place) : []
}

/** X stars A, B as C, and D. */
function starsOf(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  const { group } = trigger
  if (
    !group ||
    group.passive ||
    group.infinitive ||
    passage.analysis.knowledge.lexicon.entry(passage.norm(trigger.from)) === undefined
  )
    return []
  const people = billedFrom(passage, view, trigger.to)
  if (!people.length || people[0]!.from > trigger.to + 4) return []
  const show = subjectShow(passage, view, group)
  // "sources say that Season 1 stars A and B are not expected to return": a noun, and nobody's word but the article's.
  const noun = view.groups.some((g) => g.finite && g.from === people.at(-1)!.to)
  return show ? bill(passage, view, noun ? { ...trigger, group: null } : trigger, show, 'cast', people) : []
}

/** Executive producers include A, B and C · the cast of X includes A and B. */
function listed(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  const { norm, analysis } = passage
  const people = billedFrom(passage, view, trigger.to)
  if (!people.length || people[0]!.from > trigger.to + 1) return []
  for (let k = trigger.from - 1; k >= view.sentence.from && k >= trigger.from - 14; k--) {
    if (/^[,;:]$/.test(norm(k))) return []
    const nouns = /^(cast|ensemble)$/.test(norm(k))
    const role = nouns ? 'cast' : analysis.knowledge.roles.match(view.phrases, k).at(-1)?.value
    if (!role || !isCredited(role)) continue
    if (!nouns && !/s$/.test(norm(trigger.from - 1)) && k < trigger.from - 3) return []
    const show = passage.inMind(view, trigger.from)
    const from = { ...trigger, from: k }
    return show ? bill(passage, view, from, show, role, people) : []
  }
  return []
}

/** A plays C in X · A, who plays C on X. */
function playing(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  const { group } = trigger
  if (!group || (group.passive && !/cast/.test(passage.text(trigger)))) return []
  const people = actorsOf(passage, view, group)
  if (people.length !== 1) return []
  const part = characterAt(passage, view, trigger.to)
  const place = passage.placeBehind(view, part?.to ?? trigger.to, 10)
  // Without a character's name only a series named behind makes a part of it.
  const show = place?.show ?? (part ? passage.inMind(view, people[0]!.from) : null)
  if (!show) return []
  return bill(passage, view, trigger, show, 'cast', [{ ...people[0]!, character: part?.name ?? null }], place, part)
}

/** C, played by A. */
function played(passage: Passage, view: SentenceView, trigger: CreditTrigger): Credit[] {
  const { norm, analysis } = passage
  const people = billedFrom(passage, view, trigger.to).slice(0, 1)
  if (!people.length) return []
  let end = trigger.group && trigger.group.from < trigger.from ? trigger.group.from : trigger.from
  while (/^(,|\(|who|is|was)$/.test(norm(end - 1))) end--
  let name = endingAt(analysis.names, end)
  // "the villain played by A": nobody's name, a part all the same. "Corwin Vane, the villain played by A" has one.
  if (!name) {
    const before = lastBefore(analysis.names, end, (n) => n.to <= end && n.from >= view.sentence.from)
    if (before && end - before.to <= 4 && norm(before.to) === ',' && /^(the|a|an)$/.test(norm(before.to + 1)))
      name = before
  }
  const entity = name && analysis.entities.get(name.key)
  if (!name || name.mark || !entity || entity.place) return []
  const show = passage.placeBehind(view, people[0]!.to, 8)?.show ?? passage.inMind(view, name.from)
  if (!show) return []
  return bill(passage, view, trigger, show, 'cast', [{ ...people[0]!, character: passage.text(name) }], null, name)
}

/** Whoever does something: the persons right before the verb, over "who", an apposition and adverbs. */
function actorsOf(passage: Passage, view: SentenceView, group: Pick<VerbGroup, 'from' | 'to' | 'finite'>): Billed[] {
  const { norm } = passage
  let k = group.from
  const governor = view.groups.findLast((g) => g.to <= group.from && group.from - g.to <= 1)
  if (governor && !group.finite) k = governor.from
  while (/^(who|also|,|currently|previously|formerly|will)$/.test(norm(k - 1))) k--
  if (norm(k - 1) === ')') while (k > view.sentence.from && norm(k - 1) !== '(') k--
  if (norm(k - 1) === '(') k--
  return billedBefore(passage, view, k)
}
