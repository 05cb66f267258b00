// What the files of a phrase book hold, as it is kept: long lists joined, names in the order in which they are looked for, and
// without the sentences that try the phrases, which take a third of the room and no reading needs.
import { firstWord } from '../reading/gazetteer.ts'
import { join } from '../reading/joined.ts'
import type { Family, RawEvents, RawFamily } from './families.ts'
import { eventFamilies, hedgeFamilies } from './families.ts'
import type { EventPhrase, Hedge, PackedPhrases } from './phrasebook.ts'
import { packWeights } from './weights.ts'

/** A name as the files have it. */
interface Entry {
  name: string
  kind?: string
  also?: readonly string[]
  /** It is an ordinary word too. */
  word?: boolean
}

/**
 * Packs what a file holds.
 * @param file its name without its ending
 * @throws Error saying what is wrong in it
 */
export function pack(file: string, content: unknown): unknown {
  const packer = PACKERS[file]
  if (packer) return packer(content as never)
  if (content && typeof content === 'object' && 'event' in content && 'phrases' in content)
    return { events: eventFamilies(`${file}.yaml`, content as RawEvents).map(packFamily<EventPhrase>) }
  return content
}

const names = (entries: readonly Entry[]): string =>
  spellings(
    entries.flatMap(({ name, kind = '', also = [], word }) =>
      [name, ...also].map(String).map((spelling) => {
        const common = word || /^[a-z]/.test(spelling)
        return [spelling, spelling === String(name) ? '' : String(name), kind, common ? 'w' : '']
      }),
    ),
  )

const lower = (texts: readonly unknown[]): string => join(texts.map((text) => String(text).toLowerCase()))

const PACKERS: Readonly<Record<string, (content: never) => unknown>> = {
  weights: packWeights,
  networks: names,
  studios: names,
  outlets: names,
  companies: names,
  series: ({ series }: { series: readonly unknown[] }) => ({
    series: spellings(
      series.flatMap((line) => {
        const [title = '', ...also] = String(line).split(' | ')
        return [[title], ...also.map((spelling) => [spelling, title])]
      }),
    ),
  }),
  'given-names': ({ names, word }: { names: readonly unknown[]; word: readonly unknown[] }) => {
    const all = new Set(names.map(String))
    return { names: lower(names), word: lower(word.filter((name) => all.has(String(name)))) }
  },
  places: ({ names, ...rest }: { names: readonly unknown[] }) => ({ ...rest, names: lower(names) }),
  common: ({ words }: { words: readonly unknown[] }) => ({ words: join(words.map(String)) }),
  hedges: ({ hedges }: { hedges: ReadonlyArray<RawFamily<Hedge>> }) => ({
    hedges: hedgeFamilies(hedges).map(packFamily<Hedge>),
  }),
  cues: ({ say }: { say: readonly string[] }) => ({ say }),
}

/** Lines of a gazetteer (see Spellings in reading/gazetteer.ts). */
function spellings(lines: ReadonlyArray<readonly string[]>): string {
  const keyed = lines.flatMap((fields) => {
    const odd = fields.find((field) => field.includes('|'))
    if (odd !== undefined) throw new Error(`“${odd}” has a “|”, which parts a name from the next: write it otherwise`)
    const first = firstWord(fields[0]!)
    return first === undefined ? [] : [{ first, line: fields.join('|').replace(/\|+$/, '') }]
  })
  keyed.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  return join(keyed.map(({ line }) => line))
}

function packFamily<T extends { phrase: string }>({ phrases }: Family<T>): PackedPhrases<T> {
  const { phrase: _, ...shared } = phrases[0]!
  return { ...shared, phrases: join(phrases.map(({ phrase }) => phrase)) }
}
