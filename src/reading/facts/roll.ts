// Who is a character: whoever somebody is said to play.
import type { Credit } from './fact.ts'

export interface Part {
  character: string
  show: string
  person: string
}

/** The characters of an article, by their full names and by their last. */
export class Roll {
  readonly #parts = new Map<string, Part>()
  readonly #players: ReadonlySet<string>

  constructor(credits: readonly Credit[]) {
    this.#players = new Set(credits.map((credit) => credit.person))
    for (const { character, show, person } of credits) {
      if (!character) continue
      const part = { character, show, person }
      for (const key of [keyOf(character), keyOf(character).split(' ').at(-1)!])
        if (!this.#parts.has(key)) this.#parts.set(key, part)
    }
  }

  /** The part of that name. */
  part(name: string): Part | null {
    return this.#parts.get(keyOf(name)) ?? null
  }

  /** Whether that name is of somebody who makes or plays. */
  credits(person: string): boolean {
    return this.#players.has(person)
  }
}

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^(the|dr\.?|mr\.?|mrs\.?|ms\.?|detective|captain|judge) /, '')
