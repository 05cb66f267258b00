// What the article says of a show wherever it names it: whether a series is new or returns is seldom told beside the event itself.
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import type { ToldEvent } from '../numbering.ts'

/** Words on either side of a name, and how many of its mentions are looked at. */
const REACH = 8
const MOST = 20

/**
 * The words around each show's name, and the events told of it ("renewal yes", "renewal n": of a further season).
 * @param told what the candidates tell of their shows
 */
export function surroundingsOf(
  views: readonly SentenceView[],
  told: readonly ToldEvent[],
): Map<Entity, ReadonlySet<string>> {
  const found = new Map<Entity, Set<string>>()
  const times = new Map<Entity, number>()
  const of = (show: Entity): Set<string> => {
    const own = found.get(show) ?? new Set()
    found.set(show, own)
    return own
  }
  for (const { themes, tokens, sentence, masked } of views)
    for (const { show, from, to } of themes) {
      const before = show ? (times.get(show) ?? 0) : MOST
      if (!show || before >= MOST) continue
      times.set(show, before + 1)
      for (let k = Math.max(sentence.from, from - REACH); k < Math.min(sentence.to, to + REACH); k++)
        if (!masked[k] && tokens[k]!.kind !== 'mark') of(show).add(tokens[k]!.norm)
    }
  for (const { show, event, season, candidate } of told) {
    const { factuality } = candidate.trigger.phrase
    const [n] = season?.numbers ?? []
    const which = n ? (n === 1 ? '1' : 'n') : (season?.sense ?? '-')
    of(show)
      .add(`${event} ${factuality}`)
      .add(`${event} ${which} ${factuality === 'yes'}`)
  }
  return found
}
