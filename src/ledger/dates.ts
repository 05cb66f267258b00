// The premieres that have been dated to the day, with all that became of each date: for calendars, which must be told of a change.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Spell } from './records.ts'
import type { SpellRow, Tables } from './schema.ts'
import { spellOf } from './spells.ts'

/** A season that has, or once had, a day. */
export interface Dated {
  key: string
  /** How it stood, the first spell first, up to the day asked for. */
  spells: Spell[]
  /** Texts heard that bear on its show: only ever more of them, whatever they say and in whichever order they came. */
  texts: number
}

/** A date to the day: "2018-03-08", and not "2018-early". */
const TO_THE_DAY = '____-__-__'

/**
 * Seasons that were dated to a day, by show and number; as of the last refresh.
 * @param day ISO day up to which things are known
 * @param from ISO day: what was dated before it alone is left out
 * @param keys of the shows to look at; left out: all
 */
export async function datedSeasons(
  db: Kysely<Tables>,
  { day, from, keys }: { day: string; from: string; keys?: readonly string[] },
): Promise<Dated[]> {
  if (keys && !keys.length) return []
  const among = keys ? sql`and s.show_key in (${sql.join(keys)})` : sql``
  const { rows } = await sql<SpellRow>`
    select s.* from spells s where s.from_day <= ${day} ${among} and exists (select 1 from spells d
      where d.show_key = s.show_key and d.season is not distinct from s.season and d.from_day <= ${day}
        and d.premiere like ${TO_THE_DAY} and d.premiere >= ${from})
    order by s.show_key, coalesce(s.season, -1), s.from_day`.execute(db)
  const shows = [...new Set(rows.map((row) => row.show_key))]
  const texts = new Map<string, number>()
  for (const { show_key, n } of shows.length ? await textsOn(db, keys ? shows : null) : []) texts.set(show_key, n)
  const seasons = Map.groupBy(rows, (row) => `${row.show_key} ${row.season}`)
  return [...seasons.values()].map((of) => {
    const key = of[0]!.show_key
    return { key, spells: of.map(spellOf), texts: texts.get(key) ?? 0 }
  })
}

/** Texts with claims on each show, in each of their readings, and the other versions of their pages. */
async function textsOn(
  db: Kysely<Tables>,
  shows: readonly string[] | null,
): Promise<Array<{ show_key: string; n: number }>> {
  const among = shows ? sql`where c.show_key in (${sql.join(shows)})` : sql``
  const { rows } = await sql<{ show_key: string; n: unknown }>`
    select c.show_key, count(distinct c.article_id || ' ' || c.reading) + count(distinct v.id) as n
      from claims c join articles a on a.id = c.article_id left join articles v on v.page = a.page
      ${among} group by c.show_key`.execute(db)
  return rows.map(({ show_key, n }) => ({ show_key, n: Number(n) }))
}
