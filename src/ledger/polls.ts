// What a feed answered, into the ledger's store: its items first, and in the same transaction how it stands.
import type { Kysely, Transaction } from 'kysely'
import type { SourceBook } from '../sources/source.ts'
import type { ItemRow, Tables } from './schema.ts'
import { WAITING } from './schema.ts'
import { FREE, rowOf, stateRow } from './source-rows.ts'

/** Items from whose times a source's rhythm is told. */
const LATEST = 20
/** Items written at once: a store in this process works on the event loop. */
const SOME = 100
/** Days for which an item that has left its feed is remembered: some feeds bring old items back. */
const MEMORY_DAYS = 90

/** SourceBook.keepPoll. */
export async function keepPoll(
  db: Kysely<Tables>,
  ...[id, items, now, conclude]: Parameters<SourceBook['keepPoll']>
): Promise<{ fresh: number }> {
  const rows = await Promise.all(items.map((item) => rowOf(id, item, now)))
  return db.transaction().execute(async (t) => {
    // A source that nobody follows any more keeps nothing.
    const lock = await t
      .updateTable('sources')
      .set({ tried: now })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!lock) return { fresh: 0 }
    const { n } = await t
      .selectFrom('items')
      .select((e) => e.fn.countAll().as('n'))
      .where('source_id', '=', id)
      .executeTakeFirstOrThrow()
    let fresh = 0
    for (let i = 0; i < rows.length; i += SOME) fresh += await addItems(t, rows.slice(i, i + SOME))
    await t
      .deleteFrom('items')
      .where('source_id', '=', id)
      .where('state', '!=', WAITING)
      .where('seen', '<', dayBefore(now, MEMORY_DAYS))
      .execute()
    const times = await t
      .selectFrom('items')
      .select('time')
      .where('source_id', '=', id)
      .orderBy('time', 'desc')
      .limit(LATEST)
      .execute()
    const state = conclude({
      fresh,
      known: rows.length - fresh,
      before: Number(n),
      times: times.map(({ time }) => time),
    })
    await t
      .updateTable('sources')
      .set({ ...stateRow(state), leased: FREE })
      .where('id', '=', id)
      .execute()
    return { fresh }
  })
}

/** @returns how many were new */
async function addItems(t: Transaction<Tables>, rows: readonly ItemRow[]): Promise<number> {
  const fresh = await t
    .insertInto('items')
    .values(rows)
    .onConflict((c) => c.columns(['source_id', 'key']).doNothing())
    .returning('key')
    .execute()
  if (fresh.length < rows.length) {
    const { source_id, seen } = rows[0]!
    await t
      .updateTable('items')
      .set({ seen })
      .where('source_id', '=', source_id)
      .where(
        'key',
        'in',
        rows.map((row) => row.key),
      )
      .where('seen', '<', seen)
      .execute()
  }
  return fresh.length
}

const dayBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10)
