// Packed files to a phrase book. Pure: whoever has no disk, a browser say, brings the files packed (phrases/en.json of the package).
import { listOf } from '../reading/joined.ts'
import type { EventPhrase, Hedge, PackedPhrases, PhraseBook } from './phrasebook.ts'

/** The files of a phrase book as the package has them: phrases/en.json. */
export interface PackedBook {
  /** A file's name without its ending → what it holds (see packing.ts). */
  files: Readonly<Record<string, unknown>>
}

/** Makes a phrase book of its packed files; what is missing is empty. */
export function bookOf({ files }: PackedBook): PhraseBook {
  const part = <T>(name: string, empty: T): T => (files[name] as T | undefined) ?? empty
  const phrases = <T extends { phrase: string }>(families: ReadonlyArray<PackedPhrases<T>>): T[] =>
    families.flatMap(({ phrases, ...shared }) =>
      listOf(phrases).map((phrase) => ({ ...shared, phrase }) as unknown as T),
    )
  return {
    lexicon: { words: part('words', {}), verbs: part('verbs', { regular: [], doubling: [], irregular: {} }) },
    media: part('media', {}),
    roles: part('roles', {}),
    furniture: part('furniture', { line: [], call: [], after: [] }),
    networks: part('networks', ''),
    studios: part('studios', ''),
    outlets: part('outlets', ''),
    companies: part('companies', ''),
    series: part('series', { series: '' }).series,
    givenNames: part('given-names', { names: '', word: '' }),
    places: part('places', { names: '' }).names,
    nationalities: part<Partial<Pick<PhraseBook, 'nationalities'>>>('places', {}).nationalities ?? {},
    common: part('common', { words: '' }).words,
    events: Object.values(files).flatMap((file) => phrases<EventPhrase>((file as PackedEvents | null)?.events ?? [])),
    weights: part('weights', null),
    why: part('why', {}),
    cues: part('cues', { say: [] }),
    facts: part('facts', null),
    hedges: phrases<Hedge>(part('hedges', { hedges: [] }).hedges),
  }
}

interface PackedEvents {
  events?: ReadonlyArray<PackedPhrases<EventPhrase>>
}
