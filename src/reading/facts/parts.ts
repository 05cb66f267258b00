// Parts by possessive and by bracket: "Hal Teague's Sexton in “Bone Orchard”", "Otis (Hal Teague)".
import type { SentenceView } from '../events.ts'
import { W } from '../lexicon.ts'
import { beginningAt, endingAt, holding } from '../ranges.ts'
import { bill } from './bill.ts'
import { characterAt, personsIn } from './billing.ts'
import type { Credit } from './fact.ts'
import type { Passage } from './passage.ts'

/** How far such a list is looked back for. */
const BILLED = 80

/** Finds the parts of a sentence that are told without a verb. */
export function findParts(passage: Passage, view: SentenceView): Credit[] {
  return personsIn(passage, view).flatMap(({ from, to, person }) => {
    const billed = (character: string) => [{ from, to, person, character }]
    const { norm, analysis } = passage
    if (norm(to) === "'s") {
      const part = characterAt(passage, view, to + 1)
      if (!part || part.from !== to + 1 || isTitle(passage, view, part.from)) return []
      const show = seriesOf(passage, view, part.to)
      return show
        ? bill(passage, view, { from, to: part.to, group: null }, show.show, 'cast', billed(part.name), show)
        : []
    }
    // The name of the character, and in brackets whoever plays it and nothing else.
    if (norm(from - 1) !== '(' || norm(to) !== ')' || !beginningAt(analysis.people, from)) return []
    const name = endingAt(analysis.names, from - 1)
    const entity = name && analysis.entities.get(name.key)
    if (!name || name.mark || !entity || entity.place || (entity.series >= 2 && (entity.odds ?? 0) >= 0.3)) return []
    if (view.orgs.some((o) => o.to === name.to) || isBilled(passage, view, name.from)) return []
    const before = holding(analysis.people, name.from)?.person
    if (before && (before.role || passage.speaks(before))) return []
    const show = passage.inMind(view, name.from)
    return show
      ? bill(passage, view, { from: name.from, to: to + 1, group: null }, show, 'cast', billed(passage.text(name)))
      : []
  })
}

/** A name among those of players, as "actors including A (B)": there B is the part, or what A is known for. */
function isBilled({ analysis, norm }: Passage, view: SentenceView, at: number): boolean {
  const { lexicon } = analysis.knowledge
  for (let k = at - 1; k >= view.sentence.from && k > at - BILLED; k--) {
    if (norm(k) === ';') return false
    if (lexicon.is(norm(k), W.role) || lexicon.among('opensBilling', norm(k))) return true
  }
  return false
}

/** A name that is a series: “Hal Teague's Tin Ear” is made by him. */
const isTitle = (passage: Passage, view: SentenceView, at: number): boolean =>
  passage.seriesIn(view).some((t) => t.from <= at && at < t.to && !t.weak)

/** "… in “Bone Orchard”", ", last seen in “Bone Orchard”": the series named behind a character. */
function seriesOf(passage: Passage, view: SentenceView, at: number) {
  const { norm } = passage
  let k = at
  if (norm(k) === ',' && /^(last|first|best|previously)$/.test(norm(k + 1)) && norm(k + 2) === 'seen') k += 3
  if (!/^(in|on|from)$/.test(norm(k))) return null
  return passage.seriesIn(view).find((t) => t.from > k && t.from <= k + 3) ?? null
}
