// Loads a folder of phrases: YAML files, each either a part of the book by its name (networks.yaml) or events with their
// phrases (a file with `event:`).
import { EVENTS, FACTUALITIES } from '../reading/claim.ts'
import { readParsed } from './parsed.ts'
import type { EventPhrase, GazetteerEntry, Hedge, LearnedWeights, PhraseBook } from './phrasebook.ts'

/** A sentence of the phrase book with what it must yield. */
export interface PhraseExample {
  text: string
  show?: string
  season?: number | null
  factuality?: string
}

/** An event phrase as its file has it, examples and look-alikes included. */
export interface LoadedPhrase extends EventPhrase {
  file: string
  examples: PhraseExample[]
  lookalikes: string[]
}

export interface LoadedBook extends PhraseBook {
  events: LoadedPhrase[]
}

/**
 * Reads the phrase book.
 * @param folder folder of YAML files, as phrases/en
 * @param cache folder in which what came of them may be kept, so that the next time takes a tenth of this one
 * @throws Error with the file's name and what is wrong in it
 */
export function loadPhraseBook(folder: string, cache?: string): LoadedBook {
  const files = readParsed(folder, cache)
  const part = <T>(name: string, empty: T): T => (files.get(name) as T | undefined) ?? empty
  const events: LoadedPhrase[] = []
  for (const [name, content] of files) {
    if (!content || typeof content !== 'object' || !('phrases' in content) || !('event' in content)) continue
    events.push(...eventPhrases(`${name}.yaml`, content as RawEvents))
  }
  return {
    lexicon: { words: part('words', {}), verbs: part('verbs', { regular: [], doubling: [], irregular: {} }) },
    media: part('media', { series: [], genre: [], ofSeries: [], otherWork: [], partOfSeries: [] }),
    roles: part('roles', {}),
    furniture: part('furniture', { line: [], call: [], after: [] }),
    networks: part<Partial<GazetteerEntry>[]>('networks', []).map(entry),
    studios: part<Partial<GazetteerEntry>[]>('studios', []).map(entry),
    outlets: part<Partial<GazetteerEntry>[]>('outlets', []).map(entry),
    companies: part<Partial<GazetteerEntry>[]>('companies', []).map(entry),
    givenNames: part('given-names', { names: [], word: [] }),
    places: part<{ names: string[] }>('places', { names: [] }).names.map(String),
    common: part<{ words: string[] }>('common', { words: [] }).words,
    events,
    weights: part<LearnedWeights | null>('weights', null),
    cues: part('cues', { say: [] }),
    hedges: part<{ hedges: Partial<Hedge>[] }>('hedges', { hedges: [] }).hedges.map(hedge),
  }
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

interface RawEvents {
  event: EventPhrase['event']
  phrases: Array<Partial<Omit<LoadedPhrase, 'examples'>> & { examples?: Array<string | PhraseExample> }>
}

function eventPhrases(file: string, raw: RawEvents): LoadedPhrase[] {
  return raw.phrases.map((p) => {
    const event = p.event ?? raw.event
    const factuality = p.factuality ?? 'yes'
    if (!p.phrase) throw new Error(`phrase book: ${file}: an entry has no phrase`)
    if (!EVENTS.includes(event)) throw new Error(`phrase book: ${file}: “${p.phrase}”: no event is called “${event}”`)
    if (!FACTUALITIES.includes(factuality))
      throw new Error(`phrase book: ${file}: “${p.phrase}”: no factuality is called “${factuality}”`)
    return {
      file,
      phrase: p.phrase,
      event,
      factuality,
      theme: p.theme ?? 'object',
      proves: p.proves ?? false,
      ...(p.stage ? { stage: p.stage } : {}),
      ...(p.needs ? { needs: p.needs } : {}),
      examples: (p.examples ?? []).map((e) => (typeof e === 'string' ? { text: e } : e)),
      lookalikes: p.lookalikes ?? [],
    }
  })
}
