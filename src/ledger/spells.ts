// The spells of the ledger: what the verdicts make of its claims, kept by show. Whoever keeps an article marks its shows as stale in
// the same transaction; whoever asks has the stale ones made anew first.
import type { Kysely, Transaction } from 'kysely'
import { BATCH } from './limits.ts'
import type { Spell } from './records.ts'
import type { SpellRow, Tables } from './schema.ts'

/** Stands for a spell that lasts: after every ISO day. */
const OPEN = '9999-99-99'

/** Marks the shows that articles speak of, in any reading, and those of the other versions of their pages. */
export async function markStale(t: Transaction<Tables>, articles: readonly string[]): Promise<void> {
  const shows = new Set<string>()
  for (let i = 0; i < articles.length; i += BATCH) {
    const ids = articles.slice(i, i + BATCH)
    const pages = t.selectFrom('articles').select('page').where('id', 'in', ids).where('page', 'is not', null)
    const told = await t
      .selectFrom('claims')
      .innerJoin('articles', 'articles.id', 'claims.article_id')
      .select('show_key')
      .distinct()
      .where('articles.id', 'in', [...ids])
      .union(
        t
          .selectFrom('claims')
          .innerJoin('articles', 'articles.id', 'claims.article_id')
          .select('show_key')
          .distinct()
          .where('page', 'in', pages),
      )
      .execute()
    for (const { show_key } of told) shows.add(show_key)
  }
  await mark(t, [...shows])
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
  const rows = await db
    .selectFrom('spells')
    .selectAll()
    .where('until_day', '>', day)
    .where('from_day', '<=', day)
    .execute()
  return rows.sort(newestFirst).slice(0, limit).map(spellOf)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const newestFirst = (a: SpellRow, b: SpellRow): number =>
  order(b.since ?? '', a.since ?? '') || order(a.show, b.show) || (a.season ?? -1) - (b.season ?? -1)

/** Keys of the shows of which a verdict changed from one ISO day to another, both included. */
export async function turnedShows(db: Kysely<Tables>, since: string, until: string): Promise<string[]> {
  const started = db
    .selectFrom('spells')
    .select('show_key')
    .where('from_day', '>=', since)
    .where('from_day', '<=', until)
  const ended = db
    .selectFrom('spells')
    .select('show_key')
    .where('until_day', '>=', since)
    .where('until_day', '<=', until)
  const rows = await started.union(ended).execute()
  return rows.map((row) => row.show_key).sort()
}

function rowOf(show_key: string, { from, until, contested, final, ...spell }: Spell): SpellRow {
  return {
    ...spell,
    show_key,
    from_day: from,
    until_day: until ?? OPEN,
    contested: Number(contested),
    final: Number(final),
  }
}

function spellOf({ show_key: _, from_day, until_day, contested, final, ...row }: SpellRow): Spell {
  const until = until_day === OPEN ? null : until_day
  return { ...row, from: from_day, until, contested: contested === 1, final: final === 1 }
}
