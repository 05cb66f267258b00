// The spells of the ledger: what the verdicts make of its claims, kept by show. Whoever keeps an article marks its shows as stale in
// the same transaction; whoever asks has the stale ones made anew first.
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { BATCH } from './limits.ts'
import type { Spell } from './records.ts'
import type { SpellRow, Tables } from './schema.ts'

/** Stands for a spell that lasts: after every ISO day. */
export const OPEN = '9999-99-99'

/** The shows that articles speak of, in any reading. */
export async function showsOf(t: Transaction<Tables>, articles: readonly string[]): Promise<string[]> {
  const shows = new Set<string>()
  for (let i = 0; i < articles.length; i += BATCH) {
    const ids = articles.slice(i, i + BATCH)
    const told = await t.selectFrom('claims').select('show_key').distinct().where('article_id', 'in', ids).execute()
    for (const { show_key } of told) shows.add(show_key)
  }
  return [...shows]
}

/** The articles that stand on a page of which there are other versions. */
export async function othersOn(db: Kysely<Tables>, pages: readonly string[]): Promise<string[]> {
  const others: string[] = []
  for (let i = 0; i < pages.length; i += BATCH) {
    const some = pages.slice(i, i + BATCH)
    const rows = await db.selectFrom('articles').select(['id', 'page']).where('page', 'in', some).execute()
    for (const versions of Map.groupBy(rows, (row) => row.page).values())
      if (versions.length > 1) others.push(...versions.map((row) => row.id))
  }
  return others
}

/** Marks shows as stale. In order, lest two writers wait for one another. */
export async function mark(t: Transaction<Tables>, shows: readonly string[]): Promise<void> {
  const sorted = shows.toSorted()
  for (let i = 0; i < sorted.length; i += BATCH)
    await t
      .insertInto('stale_shows')
      .values(sorted.slice(i, i + BATCH).map((show_key) => ({ show_key, mark: Math.floor(Math.random() * 2 ** 52) })))
      .onConflict((c) => c.column('show_key').doUpdateSet((e) => ({ mark: e.ref('excluded.mark') })))
      .execute()
}

/** Shows that are stale, with their marks; at most `limit`. */
export async function staleShows(
  db: Kysely<Tables>,
  limit: number,
): Promise<Array<{ show_key: string; mark: number }>> {
  const rows = await db.selectFrom('stale_shows').selectAll().orderBy('show_key').limit(limit).execute()
  return rows.map(({ show_key, mark }) => ({ show_key, mark: Number(mark) }))
}

/** Keeps the spells of shows in place of those that were kept. What was marked again meanwhile stays stale. */
export async function keepSpells(
  db: Kysely<Tables>,
  made: ReadonlyArray<{ show_key: string; mark: number; spells: readonly Spell[] }>,
): Promise<void> {
  await db.transaction().execute(async (t) => {
    const rows: SpellRow[] = []
    for (const { show_key, mark, spells } of made) {
      const { numDeletedRows } = await t
        .deleteFrom('stale_shows')
        .where('show_key', '=', show_key)
        .where('mark', '=', mark)
        .executeTakeFirstOrThrow()
      // Another has made them, of the same claims or of later ones.
      if (!numDeletedRows) continue
      await t.deleteFrom('spells').where('show_key', '=', show_key).execute()
      rows.push(...spells.map((spell) => rowOf(show_key, spell)))
    }
    for (let i = 0; i < rows.length; i += BATCH)
      await t
        .insertInto('spells')
        .values(rows.slice(i, i + BATCH))
        .execute()
  })
}

/** The spells that last on an ISO day: the board of that day, the newest change first. */
export async function spellsOn(db: Kysely<Tables>, day: string, limit: number): Promise<Spell[]> {
  // Back from the day, by spells_by_since, until there are enough. The other two days are hidden in expressions lest the store
  // choose their index, by which it would look for each row by itself.
  let newest = db
    .selectFrom('spells')
    .selectAll()
    .where('since', '<=', day)
    .where(sql`until_day || ''`, '>', day)
    .where(sql`from_day || ''`, '<=', day)
    .orderBy('since', 'desc')
    .orderBy('show')
    .orderBy((e) => e.fn.coalesce('season', e.lit(-1)))
  if (limit < Number.POSITIVE_INFINITY) newest = newest.limit(limit)
  return (await newest.execute()).map(spellOf)
}

/**
 * Keys of the shows of which a belief changed from one ISO day to another, both included: a fate, a premiere, a delay, which
 * season is the last. How sure it is may change without.
 */
export async function turnedShows(db: Kysely<Tables>, since: string, until: string): Promise<string[]> {
  const { rows } = await sql<{ show_key: string }>`
    select s.show_key from spells s
      left join spells p on p.show_key = s.show_key and p.season is not distinct from s.season and p.until_day = s.from_day
      where s.from_day between ${since} and ${until}
        and (p.fate is null or p.fate <> s.fate or p.contested <> s.contested or p.final <> s.final
          or p.premiere is distinct from s.premiere or p.delayed is distinct from s.delayed)
    union
    select s.show_key from spells s
      where s.until_day between ${since} and ${until} and not exists (select 1 from spells n
        where n.show_key = s.show_key and n.season is not distinct from s.season and n.from_day = s.until_day)`.execute(
    db,
  )
  return rows.map((row) => row.show_key).sort()
}

/**
 * The shows of which a belief changed last, the latest first: between two ISO days, both included.
 * @param among keys of the shows to look at; left out: all
 * @returns each with the ISO day of its latest change
 */
export async function lastTurned(
  db: Kysely<Tables>,
  { since, until, limit, among }: { since: string; until: string; limit: number; among?: readonly string[] },
): Promise<Array<{ key: string; day: string }>> {
  if (among && !among.length) return []
  const only = among ? sql`and s.show_key in (${sql.join(among)})` : sql``
  const { rows } = await sql<{ key: string; day: string }>`
    select s.show_key as key, max(s.from_day) as day from spells s
      left join spells p on p.show_key = s.show_key and p.season is not distinct from s.season and p.until_day = s.from_day
      where s.from_day between ${since} and ${until} ${only}
        and (p.fate is null or p.fate <> s.fate or p.contested <> s.contested or p.final <> s.final
          or p.premiere is distinct from s.premiere or p.delayed is distinct from s.delayed)
    group by s.show_key order by max(s.from_day) desc, s.show_key limit ${limit}`.execute(db)
  return rows
}

function rowOf(show_key: string, { from, until, contested, final, since, ...spell }: Spell): SpellRow {
  return {
    ...spell,
    since: since ?? '',
    show_key,
    from_day: from,
    until_day: until ?? OPEN,
    contested: Number(contested),
    final: Number(final),
  }
}

/** A spell out of its row. */
export function spellOf({ show_key: _, from_day, until_day, contested, final, since, ...row }: SpellRow): Spell {
  const until = until_day === OPEN ? null : until_day
  return { ...row, since: since || null, from: from_day, until, contested: contested === 1, final: final === 1 }
}
