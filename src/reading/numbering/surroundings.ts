// What the article says of a show wherever it names it: whether a series is new or returns is seldom told beside the event itself.
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import type { ToldEvent } from '../numbering.ts'

/** Words on either side of a name, and how many of its mentions are looked at. */
const REACH = 8
const MOST = 20

/**
 * The words around the name of each show of which an event is told, and those events ("renewal yes"; "renewal n true": of a further
 * season, and sure).
 * @param told what the candidates tell of their shows
 */
export function surroundingsOf(
  views: readonly SentenceView[],
  told: readonly ToldEvent[],
): Map<Entity, ReadonlySet<string>> {
  const found = new Map(told.map(({ show }) => [show, new Set<string>()]))
  const times = new Map<Entity, number>()
  for (const { themes, tokens, sentence, masked } of views)
    for (const { show, from, to } of themes) {
      const words = show && found.get(show)
      if (!words) continue
      const before = times.get(show) ?? 0
      times.set(show, before + 1)
      if (before >= MOST) continue
      for (let k = Math.max(sentence.from, from - REACH); k < Math.min(sentence.to, to + REACH); k++)
        if (!masked[k] && tokens[k]!.kind !== 'mark') words.add(tokens[k]!.norm)
    }
  for (const { show, event, season, candidate } of told) {
    const { factuality } = candidate.trigger.phrase
    const [n] = season?.numbers ?? []
    const which = n ? (n === 1 ? '1' : 'n') : (season?.sense ?? '-')
    found
      .get(show)!
      .add(`${event} ${factuality}`)
      .add(`${event} ${which} ${factuality === 'yes'}`)
  }
  return found
}
