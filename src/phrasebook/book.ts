// Parsed files to a phrase book: YAML files, each either a part of the book by its name (networks.yaml) or events with their phrases
// (a file with `event:`). Pure: whoever has no disk, a browser say, brings the files parsed (phrases/en.json of the package).
import { EVENTS, FACTUALITIES } from '../reading/claim.ts'
import type { FactData } from '../reading/facts/words.ts'
import { NO_FACTS } from '../reading/facts/words.ts'
import type { EventPhrase, GazetteerEntry, Hedge, LearnedWeights, PhraseBook } from './phrasebook.ts'

/** Phrases that share what they tell, with the sentences that try them. */
export interface Family<T> {
  file: string
  phrases: T[]
  /** As parseExample reads them. */
  examples: string[]
  /** Sentences that look alike and must not yield it. */
  lookalikes: string[]
}

export interface LoadedBook extends PhraseBook {
  families: Array<Family<EventPhrase>>
  hedgeFamilies: Array<Family<Hedge>>
  cueExamples: string[]
}

/** The files of a phrase book as the package has them parsed: phrases/en.json. */
export interface PackedBook {
  /** A file's name without its ending → what it holds. */
  files: Readonly<Record<string, unknown>>
}

/**
 * Makes a phrase book of its parsed files.
 * @throws Error with the file's name and what is wrong in it
 */
export function bookOf({ files: given }: PackedBook): LoadedBook {
  const files = new Map(Object.entries(given))
  const part = <T>(name: string, empty: T): T => (files.get(name) as T | undefined) ?? empty
  const families: Array<Family<EventPhrase>> = []
  for (const [name, content] of files) {
    if (!content || typeof content !== 'object' || !('phrases' in content) || !('event' in content)) continue
    const { event, phrases } = content as RawEvents
    families.push(...familiesOf(`${name}.yaml`, phrases, (p) => eventPhrase(p, event)))
  }
  const hedgeFamilies = familiesOf(
    'hedges.yaml',
    part<{ hedges: RawFamily<Hedge>[] }>('hedges', { hedges: [] }).hedges,
    hedge,
  )
  const cues = part<{ say: string[]; examples?: string[] }>('cues', { say: [] })
  return {
    lexicon: { words: part('words', {}), verbs: part('verbs', { regular: [], doubling: [], irregular: {} }) },
    media: part('media', { series: [], genre: [], ofSeries: [], otherWork: [], partOfSeries: [] }),
    roles: part('roles', {}),
    furniture: part('furniture', { line: [], call: [], after: [] }),
    networks: part<Partial<GazetteerEntry>[]>('networks', []).map(entry),
    studios: part<Partial<GazetteerEntry>[]>('studios', []).map(entry),
    outlets: part<Partial<GazetteerEntry>[]>('outlets', []).map(entry),
    companies: part<Partial<GazetteerEntry>[]>('companies', []).map(entry),
    series: part<{ series: string[] }>('series', { series: [] }).series.map((line) => String(line).split(' | ')),
    givenNames: part('given-names', { names: [], word: [] }),
    places: part<{ names: string[] }>('places', { names: [] }).names.map(String),
    nationalities: part<Partial<Pick<LoadedBook, 'nationalities'>>>('places', {}).nationalities ?? {},
    common: part<{ words: string[] }>('common', { words: [] }).words,
    events: families.flatMap((family) => family.phrases),
    weights: part<LearnedWeights | null>('weights', null),
    cues: { say: cues.say },
    facts: part<FactData>('facts', NO_FACTS),
    hedges: hedgeFamilies.flatMap((family) => family.phrases),
    families,
    hedgeFamilies,
    cueExamples: cues.examples ?? [],
  }
}

/** An entry of a file: one phrase or several that share all else. */
type RawFamily<T> = Partial<T> & { phrases?: string[]; examples?: string[]; not?: string[] }

interface RawEvents {
  event: EventPhrase['event']
  phrases: Array<RawFamily<EventPhrase>>
}

function familiesOf<T>(
  file: string,
  entries: ReadonlyArray<RawFamily<T>>,
  make: (p: Partial<T>) => T,
): Array<Family<T>> {
  return entries.map(({ phrases, examples, not, ...shared }) => {
    try {
      const each = phrases ? phrases.map((phrase) => ({ ...shared, phrase })) : [shared]
      return {
        file,
        phrases: each.map((p) => make(p as Partial<T>)),
        examples: examples ?? [],
        lookalikes: not ?? [],
      }
    } catch (error) {
      throw new Error(`phrase book: ${file}: ${(error as Error).message}`)
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

const hedge = (h: Partial<Hedge>): Hedge => ({
  phrase: h.phrase ?? '',
  effect: h.effect ?? 'possible',
  reach: h.reach ?? 'after',
  anonymous: h.anonymous ?? false,
  ...(h.negated ? { negated: h.negated } : {}),
})

const entry = ({ name, kind, also, word }: Partial<GazetteerEntry>): GazetteerEntry => ({
  name: String(name),
  kind: kind ?? '',
  also: (also ?? []).map(String),
  word: word ?? false,
})
