// The phrases as their files have them: in families that share what they tell, with the sentences that try them.
import { EVENTS, FACTUALITIES } from '../reading/claim.ts'
import type { EventPhrase, Hedge } from './phrasebook.ts'

/** Phrases that share what they tell, with the sentences that try them. */
export interface Family<T> {
  file: string
  phrases: T[]
  /** As parseExample reads them. */
  examples: string[]
  /** Sentences that look alike and must not yield it. */
  lookalikes: string[]
}

/** An entry of a file: one phrase or several that share all else. */
export type RawFamily<T> = Partial<T> & { phrases?: string[]; examples?: string[]; not?: string[] }

/** A file of events. */
export interface RawEvents {
  event: EventPhrase['event']
  phrases: ReadonlyArray<RawFamily<EventPhrase>>
}

/**
 * The families of a file of events.
 * @throws Error naming the file and the phrase that says what there is not
 */
export const eventFamilies = (file: string, { event, phrases }: RawEvents): Array<Family<EventPhrase>> =>
  familiesOf(file, phrases, (p) => eventPhrase(p, event))

/**
 * The families of hedges.yaml.
 * @throws Error naming the entry that has no phrase
 */
export const hedgeFamilies = (entries: ReadonlyArray<RawFamily<Hedge>>): Array<Family<Hedge>> =>
  familiesOf('hedges.yaml', entries, hedge)

function familiesOf<T>(
  file: string,
  entries: ReadonlyArray<RawFamily<T>>,
  make: (p: Partial<T>) => T,
): Array<Family<T>> {
  return entries.map(({ phrases, examples, not, ...shared }) => {
    try {
      const each = phrases ? phrases.map((phrase) => ({ ...shared, phrase })) : [shared]
      return { file, phrases: each.map((p) => make(p as Partial<T>)), examples: examples ?? [], lookalikes: not ?? [] }
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`)
    }
  })
}

function eventPhrase(p: Partial<EventPhrase>, of: EventPhrase['event']): EventPhrase {
  const { phrase, event = of, factuality = 'yes', theme = 'object', proves = false, stage, needs } = p
  if (!phrase) throw new Error('an entry has no phrase')
  if (!EVENTS.includes(event)) throw new Error(`“${phrase}”: no event is called “${event}”`)
  if (!FACTUALITIES.includes(factuality)) throw new Error(`“${phrase}”: no factuality is called “${factuality}”`)
  return { phrase, event, factuality, theme, proves, ...(stage ? { stage } : {}), ...(needs ? { needs } : {}) }
}

function hedge({ phrase, effect = 'possible', reach = 'after', anonymous = false, negated }: Partial<Hedge>): Hedge {
  if (!phrase) throw new Error('an entry has no phrase')
  return { phrase, effect, reach, anonymous, ...(negated ? { negated } : {}) }
}
