// Spells in brief, as a whole board has them: each kept as one text, and those of a board fetched as a few. To fetch twenty thousand
// rows of a dozen columns takes longer than to find them.
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Brief } from './records.ts'

/** What a great many spells have alike, so that it is taken apart once for all of them. */
type Look = Pick<Brief, 'fate' | 'certainty' | 'contested' | 'progress' | 'platform' | 'final' | 'before'>

/** Fields of a brief, with tabs between them: show, season, from, premiere, delayed, look. */
const FIELDS = 6

/** The column `brief` of a spell: all but the day since which its fate has held. Those of one day sort nearly by title. */
export function briefText(spell: Brief): string {
  const { show, season, from, premiere, delayed } = spell
  const { fate, certainty, contested, progress, platform, final, before } = spell
  const fields = [show, season, from, premiere, delayed].map((field) => plain(String(field ?? '')))
  return [...fields, JSON.stringify([fate, certainty, contested, progress, platform, final, before])].join('\t')
}

/** Without tabs, as JSON has it. */
const plain = (text: string): string => JSON.stringify(text).slice(1, -1)
const asItWas = (text: string): string => (text.includes('\\') ? JSON.parse(`"${text}"`) : text)

/** Those of many rows as one text. */
export const PACKED: RawBuilder<string> = sql<string>`string_agg(brief, ${sql.lit('\t')})`

/** The spells of fates that have held since one day; '' where nothing was ever heard. */
export interface Packed {
  since: string
  packed: string
}

/** Takes such texts apart: the newest change first, then by title and season. */
export function briefsIn(texts: readonly Packed[]): Brief[] {
  const looks = new Map<string, Look>()
  const days = Map.groupBy(texts, ({ since }) => since)
  const briefs: Brief[] = []
  for (const since of [...days.keys()].sort().reverse()) {
    const of = days.get(since)!.flatMap(({ packed }) => unpack(packed, since || null, looks))
    // What is in order already, as it comes out of its index, costs but one look at each.
    for (const brief of of.sort(byTitle)) briefs.push(brief)
  }
  return briefs
}

const byTitle = (a: Brief, b: Brief): number =>
  a.show < b.show ? -1 : a.show > b.show ? 1 : (a.season ?? -1) - (b.season ?? -1)

function unpack(packed: string, since: string | null, looks: Map<string, Look>): Brief[] {
  const briefs: Brief[] = []
  const fields = packed.split('\t')
  for (let i = 0; i < fields.length; i += FIELDS) {
    const [season, premiere, delayed] = [fields[i + 1]!, fields[i + 3]!, fields[i + 4]!]
    let look = looks.get(fields[i + 5]!)
    if (!look) {
      look = lookIn(fields[i + 5]!)
      looks.set(fields[i + 5]!, look)
    }
    // Each by its name: what is quicker to write is slower to make twenty thousand times.
    briefs.push({
      show: asItWas(fields[i]!),
      season: season === '' ? null : Number(season),
      from: fields[i + 2]!,
      fate: look.fate,
      certainty: look.certainty,
      contested: look.contested,
      progress: look.progress,
      premiere: premiere === '' ? null : asItWas(premiere),
      platform: look.platform,
      final: look.final,
      delayed: delayed === '' ? null : delayed,
      since,
      before: look.before,
    })
  }
  return briefs
}

function lookIn(packed: string): Look {
  const [fate, certainty, contested, progress, platform, final, before] = JSON.parse(packed)
  return { fate, certainty, contested, progress, platform, final, before }
}
