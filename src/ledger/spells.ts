// The spells, roots and turns of the ledger: what the verdicts make of its claims, kept by show. Whoever keeps an article marks its shows as stale in
// the same transaction; whoever asks has the stale ones made anew first.
import type { Kysely, Transaction } from 'kysely'
import { briefText } from './briefs.ts'
import type { Insert } from './database.ts'
import { BATCH } from './limits.ts'
import type { Derived, Root, Spell } from './records.ts'
import type { RootRow, SpellRow, Tables, TurnRow } from './schema.ts'
import { turnRow } from './turns.ts'

/** Stands for a spell that lasts: after every ISO day. */
export const OPEN = '9999-99-99'

/**
 * Days that spells last at most, by which an index finds those of a day: of each reach it need look only so far back, and passes
 * over few that have ended. The first, 0, is of those that last; the last is longer than all of history.
 */
export const REACHES: readonly number[] = [0, ...Array.from({ length: 8 }, (_, i) => 4 ** i), 4 ** 11]

/** The least reach of a spell that has ended after so many days. */
export const reachOf = (days: number): number => REACHES.find((reach) => reach > 0 && reach >= days)!

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

/** Keeps what follows from the claims of shows in place of what was kept. What was marked again meanwhile stays stale. */
export async function keepDerived(
  db: Kysely<Tables>,
  insert: Insert,
  made: ReadonlyArray<Derived & { show_key: string; mark: number }>,
): Promise<void> {
  await db.transaction().execute(async (t) => {
    const rows: SpellRow[] = []
    const sources: RootRow[] = []
    const changes: TurnRow[] = []
    for (const { show_key, mark, spells, roots, turns } of made) {
      const { numDeletedRows } = await t
        .deleteFrom('stale_shows')
        .where('show_key', '=', show_key)
        .where('mark', '=', mark)
        .executeTakeFirstOrThrow()
      // Another has made them, of the same claims or of later ones.
      if (!numDeletedRows) continue
      for (const table of ['spells', 'roots', 'turns'] as const)
        await t.deleteFrom(table).where('show_key', '=', show_key).execute()
      for (const spell of spells) rows.push(rowOf(show_key, spell))
      for (const root of roots) sources.push({ show_key, ...root, claims: JSON.stringify(root.claims) })
      for (const turn of turns) changes.push(turnRow(show_key, turn))
    }
    await insert(t, 'spells', rows)
    await insert(t, 'roots', sources)
    await insert(t, 'turns', changes)
  })
}

/** The roots of a show, by day, then id. */
export async function rootsKept(db: Kysely<Tables>, key: string): Promise<Root[]> {
  const rows = await db
    .selectFrom('roots')
    .selectAll()
    .where('show_key', '=', key)
    .orderBy('published')
    .orderBy('id')
    .execute()
  return rows.map(({ show_key: _, claims, ...root }) => ({ ...root, claims: JSON.parse(claims) }))
}

function rowOf(show_key: string, whole: Spell): SpellRow {
  const { from, until, contested, final, since, ...spell } = whole
  return {
    ...spell,
    since: since ?? '',
    show_key,
    from_day: from,
    until_day: until ?? OPEN,
    contested: Number(contested),
    final: Number(final),
    reach: until === null ? REACHES[0]! : reachOf((Date.parse(until) - Date.parse(from)) / 864e5),
    brief: briefText(whole),
  }
}

/** A spell out of its row. */
export function spellOf(row: SpellRow): Spell {
  const { show_key: _, reach: __, brief: ___, from_day, until_day, contested, final, since, ...rest } = row
  const until = until_day === OPEN ? null : until_day
  return { ...rest, since: since || null, from: from_day, until, contested: contested === 1, final: final === 1 }
}
