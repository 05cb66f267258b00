// Which series a participle or a verb of making belongs to: "“X,” the comedy created by …", "X stars …".
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { endingAt, holding } from '../ranges.ts'
import type { VerbGroup } from '../verbs.ts'
import type { Passage } from './passage.ts'

/** How far back the series may stand. */
const REACH = 32
const PASSED =
  /^(”|“|"|’|‘|'|,|\(|is|was|are|were|be|been|being|also|and|will|which|that|has|\*|–|—|-|newly|officially)$/

/**
 * The series that a participle stands behind; null when it is something else's.
 * @param at the first word of the participle
 * @param end behind the names, for what stands in front of its series ("Created by A, X is …")
 */
export function antecedent(passage: Passage, view: SentenceView, at: number, end: number): Entity | null {
  const { norm, tokens, analysis } = passage
  const { lexicon } = analysis.knowledge
  let k = at - 1
  while (k >= view.sentence.from && PASSED.test(norm(k))) k--
  if (k < view.sentence.from) return fronted(passage, view, end)
  // What stands right before must be a series, a word for one, or the names of an earlier credit.
  const near = tokens[k]!
  const named = holding(analysis.names, k)
  const person = endingAt(analysis.people, k + 1)
  const classes = lexicon.classes(near.norm)
  const theme = view.themes.some((t) => t.from <= k && k < t.to)
  // "The Goat, hosted by A": a title that nothing else shows to be one, and in no case another's.
  const titled = near.case === 'capital' && !person && !passage.seriesIn(view).some((t) => t.from <= k && k < t.to)
  if (titled && !view.sentence.headline && k > view.sentence.from) return null
  if (
    !theme &&
    !named &&
    !person &&
    !(classes & (W.series | W.genre)) &&
    !lexicon.among('madeOf', near.norm) &&
    near.kind === 'word'
  ) {
    const free = /^[,“”"]$/.test(norm(at - 1)) && !(classes & W.otherWork)
    if (!free) return null
  }
  for (let i = k; i >= view.sentence.from && i > at - REACH; i--) {
    const series = passage.seriesIn(view).find((t) => t.from <= i && i < t.to)
    if (series) return series.show
    if (norm(i) === ';' || passage.isOtherWork(i)) return null
    const name = holding(analysis.names, i)
    const entity = name && analysis.entities.get(name.key)
    if (name?.mark && entity && (entity.kind === 'other' || entity.kind === 'work')) return null
    if (view.themes.some((t) => t.from <= i && i < t.to && (t.anaphor === 'noun' || t.season)) && !name)
      return passage.inMind(view, i)
    if (lexicon.is(norm(i), W.series) && !name && i < at - 1) {
      const behind = passage.seriesIn(view).find((t) => t.to <= i)
      return behind?.show ?? passage.inMind(view, i)
    }
  }
  return null
}

/** "Created by A and B, X follows …", "Created by A, the series …". */
function fronted(passage: Passage, view: SentenceView, end: number): Entity | null {
  if (passage.norm(end) !== ',' && !/^[.”]$/.test(passage.norm(end))) return null
  const next = view.themes.find((t) => t.from >= end && t.from <= end + 6)
  if (!next) return /^[.”]$/.test(passage.norm(end)) ? passage.inMind(view, end) : null
  return next.show && passage.isSeries(next.show) ? next.show : next.anaphor ? passage.inMind(view, end) : null
}

/** The series that is the subject of a verb; null when a person or something else is. */
export function subjectShow(passage: Passage, view: SentenceView, group: VerbGroup): Entity | null {
  const { analysis, norm } = passage
  let k = group.from - 1
  while (/^(also|which|that|”|"|’|,|now|currently)$/.test(norm(k))) k--
  const series = passage.seriesIn(view)
  for (let i = k; i >= view.sentence.from && i > group.from - REACH; i--) {
    const theme = series.find((t) => t.from <= i && i < t.to)
    if (theme) return theme.show
    // "X, created by A and B, stars …": the names of a credit between the commas.
    const person = holding(analysis.people, i)
    if (person && i === k && norm(k + 1) !== ',') return null
    if (passage.isOtherWork(i)) return null
    const anaphor = view.themes.find((t) => t.from <= i && i < t.to && (t.anaphor || t.season))
    if (anaphor) return passage.inMind(view, anaphor.from)
    const other = view.groups.find((g) => g.from <= i && i < g.to)
    if (other?.finite && !other.reducible && other !== group) return null
    if (norm(i) === 'cast' || norm(i) === 'ensemble') return passage.inMind(view, i)
  }
  return null
}
