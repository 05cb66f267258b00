// The examples of the phrase book: a sentence, and behind "=>" what reading it must yield.
//
//   “Glass Harbor” will be back for a third season. => renewal 3
//   Northgate is said to have cancelled “Glass Harbor”. => cancellation likely by anonymous
//   Northgate was meant to air “Glass Harbor” in March. => nothing
import type { Event, Factuality, Stage } from '../reading/claim.ts'
import { EVENTS, FACTUALITIES, STAGES } from '../reading/claim.ts'
import type { Family, RawEvents, RawFamily } from './families.ts'
import { eventFamilies, hedgeFamilies } from './families.ts'
import { parseFolder } from './parsed.ts'
import type { EventPhrase, Hedge } from './phrasebook.ts'

export interface Examples {
  families: Array<Family<EventPhrase>>
  hedgeFamilies: Array<Family<Hedge>>
  cueExamples: string[]
}

/**
 * The phrases of a folder with the sentences that try them.
 * @throws Error with the file's name and what is wrong in it
 */
export function loadExamples(folder: string): Examples {
  const { hedges, cues, ...files } = parseFolder(folder) as Record<string, RawEvents | undefined> & {
    hedges?: { hedges: Array<RawFamily<Hedge>> }
    cues?: { examples?: string[] }
  }
  return {
    families: Object.entries(files).flatMap(([name, file]) =>
      file?.event && file.phrases ? eventFamilies(`${name}.yaml`, file) : [],
    ),
    hedgeFamilies: hedgeFamilies(hedges?.hedges ?? []),
    cueExamples: cues?.examples ?? [],
  }
}

/** What a claim must be; what is left out may be anything. */
export interface Yield {
  event?: Event
  factuality?: Factuality
  /** Null: the series as a whole. */
  season?: number | null
  stage?: Stage
  /** Null: the outlet itself. */
  speaker?: string | null
}

export interface Example {
  text: string
  /** Null: the sentence must yield no claim at all. */
  yields: Yield | null
}

const has = <T extends string>(values: readonly T[], word: string): word is T =>
  (values as readonly string[]).includes(word)

/**
 * Reads one example.
 * @throws Error when YAML took the example for something else than text, or naming the word behind "=>" that says nothing
 */
export function parseExample(line: string): Example {
  if (typeof line !== 'string')
    throw new Error(`put quotation marks around the example that begins “${Object.keys(line)[0]}”`)
  const arrow = line.lastIndexOf('=>')
  if (arrow < 0) return { text: line.trim(), yields: {} }
  const text = line.slice(0, arrow).trim()
  const said = line.slice(arrow + 2).trim()
  if (said === 'nothing') return { text, yields: null }
  const [terms = '', speaker] = said.split(/(?:^|\s)by\s/)
  const yields: Yield = speaker ? { speaker: speaker === 'nobody' ? null : speaker.trim() } : {}
  for (const word of terms.split(/\s+/).filter(Boolean)) {
    if (has(EVENTS, word)) yields.event = word
    else if (has(FACTUALITIES, word)) yields.factuality = word
    else if (has(STAGES, word)) yields.stage = word
    else if (word === 'series') yields.season = null
    else if (/^\d+$/.test(word)) yields.season = Number(word)
    else throw new Error(`example “${text}”: “${word}” is no event, factuality, stage or season`)
  }
  return { text, yields }
}

/** Whether a claim is what an example must yield. */
export function isYielded(
  claim: { event: Event; factuality: Factuality; season: number | null; stage?: Stage; speaker: string | null },
  yields: Yield,
): boolean {
  return (Object.keys(yields) as Array<keyof Yield>).every((key) => claim[key] === yields[key])
}
