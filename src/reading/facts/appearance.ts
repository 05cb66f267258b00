// Appearances: a character is seen in a season of another series than their own.
import type { SentenceView } from '../events.ts'
import { holding } from '../ranges.ts'
import type { Appearance } from './fact.ts'
import type { Passage } from './passage.ts'
import type { Roll } from './roll.ts'
import type { Named } from './subject.ts'
import { fullName, isCharacter, subjectName } from './subject.ts'

/** Finds the appearances of an article. */
export function findAppearances(passage: Passage, roll: Roll): Appearance[] {
  return passage.views.flatMap((view) => appearancesIn(passage, view, roll))
}

function appearancesIn(passage: Passage, view: SentenceView, roll: Roll): Appearance[] {
  const found: Appearance[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (view.masked[i]) continue
    const match = passage.words.appearances.match(view.phrases, i).at(-1)
    const group = match && passage.groupAt(view, match.from)
    if (!match || !group || group.passive) continue
    i = match.to - 1
    // "is going TO BE in": the verb before has the subject.
    const governor = group.finite
      ? null
      : (view.groups.findLast((g) => g.to <= group.from && group.from - g.to <= 2) ?? null)
    const subject = subjectName(passage, view, governor ?? group)
    const place = subject && placeAt(passage, view, match.to, /^(to|into|in|on|for)$/)
    if (!subject || !place || !meant(passage, view, roll, subject)) continue
    const own = subject.of?.name ?? roll.part(subject.name)?.show ?? null
    if (own === place.show.name || !passage.holds(view, match, governor && !group.infinitive ? governor : group))
      continue
    const parts = [subject, place, governor]
    found.push({
      fact: 'appearance',
      ...passage.told(view, place.show.name, place.season, parts, { trigger: match, dated: true }),
      character: fullName(roll, subject.name),
      of: own,
    })
  }
  return found
}

/** The series or season right behind the words. */
function placeAt(passage: Passage, view: SentenceView, at: number, lead: RegExp) {
  const { norm } = passage
  if (!lead.test(norm(at - 1))) return null
  const place = passage.placeBehind(view, at, 12)
  if (!place || place.from < at) return null
  const between = passage.tokens.slice(at, place.from).map((t) => t.norm)
  return between.every((w) => passage.analysis.knowledge.lexicon.among('beforeSeries', w)) ? place : null
}

/** A character by all that is known; where worlds meet, a name that is nobody's who makes or plays will do. */
function meant(passage: Passage, view: SentenceView, roll: Roll, subject: Named): boolean {
  if (isCharacter(passage, roll, subject)) return true
  const person = holding(passage.analysis.people, subject.from)?.person
  if (person && (person.role || passage.speaks(person) || roll.credits(person.name))) return false
  return crossing(passage, view)
}

/** Whether the sentence speaks of worlds that meet. */
const crossing = ({ words, tokens }: Passage, { sentence }: SentenceView): boolean =>
  tokens.slice(sentence.from, sentence.to).some((t) => words.crossings.has(t.norm))
