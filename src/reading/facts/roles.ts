// Roles beside names: "“X” creator A", "showrunner A", "A, the showrunner of X", "A serves as showrunner on X".
import type { Role } from '../claim.ts'
import type { Range } from '../document.ts'
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { beginningAt, holding } from '../ranges.ts'
import { bill, isCredited } from './bill.ts'
import { billedBefore, billedFrom } from './billing.ts'
import type { Credit } from './fact.ts'
import type { Passage } from './passage.ts'

/** Finds the credits that a role noun tells. */
export function findRoles(passage: Passage, view: SentenceView): Credit[] {
  const { analysis } = passage
  const found: Credit[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (!analysis.knowledge.lexicon.is(passage.norm(i), W.role) && passage.norm(i) !== 'executive') continue
    // "X stars A": a verb.
    if (passage.groupAt(view, i)?.finite) continue
    const match = analysis.knowledge.roles.match(view.phrases, i).at(-1)
    if (!match || !isCredited(match.value)) continue
    const noun = { from: i, to: match.to }
    found.push(...(before(passage, view, noun, match.value) ?? behind(passage, view, noun, match.value) ?? []))
    i = match.to - 1
  }
  return found
}

/** The role before the names. */
function before(passage: Passage, view: SentenceView, noun: Range, role: Role): Credit[] | null {
  const { norm } = passage
  const people = billedFrom(passage, view, noun.to)
  const first = people[0]
  if (!first || first.from > noun.to + 2 || /^[,(]$/.test(norm(first.from - 1))) return null
  // One star is one star: "star A, B and C" are three only when stars they are.
  const many = /s$/.test(norm(noun.to - 1)) || norm(first.to) === 'and'
  const named = many ? people : people.slice(0, 1)
  const show =
    titleBefore(passage, view, noun.from, role) ??
    (isOfSeries(passage, view, noun) ? inMindSurely(passage, view, noun) : null)
  if (!show) return null
  const own = many && norm(noun.to - 1).endsWith('s') === false ? named.slice(0, 1) : named
  return bill(passage, view, { from: noun.from, to: noun.to, group: null }, show.entity, role, own, show.range)
}

/** “X” creator A · X's creator A · [‘X’ showrunners] A. Other roles may stand between: “X” creator and star A. */
function titleBefore(
  passage: Passage,
  view: SentenceView,
  at: number,
  role: Role,
): { entity: Entity; range: Range | null } | null {
  const { norm, analysis } = passage
  let k = at - 1
  for (let skipped = 0; skipped < 9 && k >= view.sentence.from; skipped++, k--) {
    // Films have creators and stars, but no showrunners.
    const marked = role === 'showrunner' && holding(analysis.names, k)?.mark
    const titles = marked ? view.themes.filter((t) => t.show !== null) : passage.seriesIn(view)
    const theme = titles.find((t) => t.from <= k && k < t.to)
    if (theme?.show) return { entity: theme.show, range: theme }
    const classes = analysis.knowledge.lexicon.classes(norm(k))
    const passed = analysis.knowledge.lexicon.among('beforeRole', norm(k))
    if (!passed && !(classes & (W.role | W.series))) return null
  }
  return null
}

/** The series in mind, when it is the one that the article is about: another's showrunner would be introduced as such. */
function inMindSurely(passage: Passage, view: SentenceView, noun: Range): { entity: Entity; range: null } | null {
  const { topics } = passage.analysis
  // "Modern Family co-creator A": of something else, whatever it is.
  let k = noun.from - 1
  while (k >= view.sentence.from && /^(”|"|’|'|'s|co|-|and|executive|series)$/.test(passage.norm(k))) k--
  const before = passage.tokens[k]
  if (before && k > view.sentence.from && before.case !== 'lower' && before.kind !== 'mark' && !view.sentence.headline)
    return null
  const entity = passage.inMind(view, noun.from)
  if (!entity) return null
  const shows = new Set(passage.seriesIn(view, { from: view.sentence.from, to: noun.from }).map((t) => t.show))
  const sure = (entity === topics.main || shows.has(entity)) && passage.isSurelySeries(entity)
  return sure && shows.size <= 1 ? { entity, range: null } : null
}

const isOfSeries = ({ words, norm }: Passage, view: SentenceView, { from, to }: Range): boolean =>
  words.ofSeries.match(view.phrases, from).some((m) => m.to === to) &&
  !/^(former|ex|film|movie|pop|rock|porn|reality|guest|rival)$/.test(norm(from - 1))

/** The names before the role: "A, the showrunner of X" · "A is the creator of X" · "A serves as showrunner". */
function behind(passage: Passage, view: SentenceView, noun: Range, role: Role): Credit[] | null {
  const { norm, words } = passage
  let k = noun.from
  while (/^(the|a|an|series|co|original|its|sole|-)$/.test(norm(k - 1))) k--
  let serving: Range | null = null
  for (let i = k - 1; i >= view.sentence.from && i >= k - 4; i--) {
    const match = words.credits.match(view.phrases, i).find((m) => m.value.as === 'serves' && m.to === k)
    if (match) serving = match
  }
  const group = serving ? passage.groupAt(view, serving.from) : null
  const start = serving ? (group ? Math.min(group.from, serving.from) : serving.from) : norm(k - 1) === ',' ? k - 1 : -1
  if (start < 0) return null
  let end = start
  while (/^(,|who|also|will)$/.test(norm(end - 1)) && serving) end--
  const people = billedBefore(passage, view, end)
  if (!people.length) return null
  // "She was lured back BY her assistant Ed Roe TO SERVE as an executive producer": it is she who serves.
  const { from } = people[0]!
  if (group?.infinitive && [1, 2, 3, 4].some((n) => norm(from - n) === 'by')) return null
  const link = norm(noun.to)
  const named = /^(of|on|for|behind)$/.test(link) ? seriesNear(passage, view, noun.to + 1) : null
  // "A, creator," says nothing of which; "A serves as showrunner" is of the series in mind.
  const mind =
    serving && !/^(of|for|on|at|behind|and|by)$/.test(link) && isOfSeries(passage, view, noun)
      ? passage.inMind(view, noun.from)
      : null
  const show = named?.show ?? mind
  if (!show) return null
  return bill(passage, view, { from: k, to: noun.to, group }, show, role, people, named)
}

const seriesNear = (passage: Passage, view: SentenceView, at: number) => {
  const theme = passage.seriesIn(view).find((t) => t.from >= at && t.from <= at + 5)
  return theme && !beginningAt(passage.analysis.people, at) ? theme : null
}
