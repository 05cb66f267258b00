// Spells in brief, as a whole board has them: each kept as one text, and those of a board fetched as one. To fetch twenty thousand
// rows of a dozen columns takes longer than to find them.
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Brief } from './records.ts'

type Packed = [
  show: string,
  season: number | null,
  from: string,
  fate: string,
  certainty: string,
  contested: boolean,
  progress: string | null,
  premiere: string | null,
  platform: string | null,
  final: boolean,
  delayed: string | null,
  since: string | null,
  before: string | null,
]

/** The column `brief` of a spell: JSON. */
export function briefText(spell: Brief): string {
  const { show, season, from, fate, certainty, contested, progress } = spell
  const { premiere, platform, final, delayed, since, before } = spell
  const packed: Packed = [
    ...([show, season, from, fate, certainty, contested, progress] as const),
    ...([premiere, platform, final, delayed, since, before] as const),
  ]
  return JSON.stringify(packed)
}

/** Those of many rows as one text; null of none. */
export const PACKED: RawBuilder<string | null> = sql<string | null>`string_agg(brief, ',')`

/** Takes such a text apart. */
export const briefsIn = (text: string | null): Brief[] =>
  (JSON.parse(`[${text ?? ''}]`) as Packed[]).map(
    // Each by its name: what is quicker to write is slower to make twenty thousand times.
    ([
      show,
      season,
      from,
      fate,
      certainty,
      contested,
      progress,
      premiere,
      platform,
      final,
      delayed,
      since,
      before,
    ]): Brief => ({
      show,
      season,
      from,
      fate,
      certainty,
      contested,
      progress,
      premiere,
      platform,
      final,
      delayed,
      since,
      before,
    }),
  )
