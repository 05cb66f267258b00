// What the passage is about: the show that "it", "the series" or a bare "second season" stands for.
import type { Sentence } from './document.ts'
import type { Entity } from './entities.ts'
import type { ThemeMention } from './themes.ts'

export interface Topics {
  /** The show that the article as a whole is about; null when it names none. */
  main: Entity | null
  /** How probable it is of each show that the article is about it; empty where nothing was learned. */
  odds: ReadonlyMap<Entity, number>
  /** For each sentence, the show that is in mind when it begins. */
  before: Array<Entity | null>
  /** For each sentence, the show whose section of a round-up it stands in; null outside of any. */
  section: ReadonlyArray<Entity | null>
}

/** The show that the passage around a sentence is about: its section's, or the article's. */
export const mainOf = ({ main, section }: Topics, sentence: number): Entity | null => section[sentence] ?? main

/** The show with the largest number. */
function best(numbers: ReadonlyMap<Entity, number>): Entity | null {
  let found: Entity | null = null
  for (const [show, number] of numbers) if (!found || number > numbers.get(found)!) found = show
  return found
}

/** What the article names most, and of these first, where nothing was learned. */
function mostNamed(themes: ReadonlyArray<readonly ThemeMention[]>): Entity | null {
  const times = new Map<Entity, number>()
  for (const { show, weak, aside } of themes.flat())
    if (show && !weak && !aside) times.set(show, 1 + (times.get(show) ?? 0))
  return best(times)
}

/** How many sentences an aside's show stays in mind. */
const ASIDE = 2

/**
 * @param sentences the article's sentences
 * @param themes their themes, by sentence
 * @param section the show in whose section each stands
 * @param odds how probable it is of each show that the article is about it, by what was learned; empty for nothing learned
 */
export function followTopics(
  sentences: readonly Sentence[],
  themes: ReadonlyArray<readonly ThemeMention[]>,
  section: ReadonlyArray<Entity | null>,
  odds: ReadonlyMap<Entity, number>,
): Topics {
  const main = best(odds) ?? mostNamed(themes)
  const before: Array<Entity | null> = []
  let topic = main
  let age = 0
  let paragraph = -1
  // "Ann Cole (X) has joined Y": what has only been named in passing is in nobody's mind yet.
  let met = false
  let named: Entity | null = null
  sentences.forEach((sentence, i) => {
    const around = section[i] ?? (met ? main : (named ?? main))
    if (section[i] !== section[i - 1]) topic = around
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      if (age > 0) topic = around
    }
    before.push(topic)
    if (sentence.furniture) return
    const here = (themes[i] ?? []).filter((t) => t.show && !t.aside && (!t.weak || t.show === around))
    met ||= here.some((t) => t.show === main)
    if (!here.length) {
      if (topic !== around && ++age >= ASIDE) topic = around
      return
    }
    const subject = here.find((t) => !t.oblique) ?? here[0]!
    named = subject.show
    // "The series joins X": what it stands for stays in mind (the subject is the centre: Grosz, Joshi & Weinstein 1995).
    const lead = themes[i]!.find((t) => !t.oblique && !t.aside)
    if (lead?.anaphor === 'noun' && lead.from < subject.from && topic) {
      age = 0
      return
    }
    topic = here.some((t) => t.show === around) && subject.oblique ? around : subject.show
    age = 0
  })
  return { main, odds, before, section }
}
