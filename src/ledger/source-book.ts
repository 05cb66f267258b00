// The sources that are followed and their items, in the ledger's store.
import type { Kysely } from 'kysely'
import type { Due, HostRecord, Source, SourceBook, SourceHealth, WaitingItem } from '../sources/source.ts'
import { sourceId } from '../sources/source.ts'
import { keepable } from './identity.ts'
import { keepPoll } from './polls.ts'
import type { SourceRow, Tables } from './schema.ts'
import { DONE, LOST, WAITING } from './schema.ts'
import { FREE, itemOf, sourceOf } from './source-rows.ts'

export class Sources implements SourceBook {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  follow(
    { url: given, title = null, home = null, allowPrivate = [] }: Parameters<SourceBook['follow']>[0],
    now: string,
  ): Promise<{ source: Source; added: boolean }> {
    return this.#db.transaction().execute(async (t) => {
      const url = URL.parse(given)?.href ?? given
      // What has moved to this address is asked here already.
      const here = await t.selectFrom('sources').select('id').where('address', '=', url).executeTakeFirst()
      const id = here?.id ?? sourceId(url)
      const row: SourceRow = {
        ...keepable({ id, url, title, home }),
        added: now,
        allow_private: JSON.stringify(allowPrivate),
        etag: null,
        modified: null,
        next_poll: now,
        tried: null,
        succeeded: null,
        failures: 0,
        failure: null,
        gaps: 0,
        gap_from: null,
        gap_until: null,
        address: null,
        moving: null,
        moves: 0,
        leased: FREE,
      }
      const made = await t
        .insertInto('sources')
        .values(row)
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .execute()
      if (made.length) return { source: sourceOf(row), added: true }
      const known = sourceOf(await t.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
      known.allowPrivate = [...new Set([...known.allowPrivate, ...allowPrivate])].sort()
      await t
        .updateTable('sources')
        .set({ allow_private: JSON.stringify(known.allowPrivate) })
        .where('id', '=', id)
        .execute()
      return { source: known, added: false }
    })
  }

  unfollow(id: string): Promise<boolean> {
    return this.#db.transaction().execute(async (t) => {
      await t.deleteFrom('items').where('source_id', '=', id).execute()
      const { numDeletedRows } = await t.deleteFrom('sources').where('id', '=', id).executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    })
  }

  async all(): Promise<Source[]> {
    return (await this.#db.selectFrom('sources').selectAll().orderBy('url').execute()).map(sourceOf)
  }

  async health(): Promise<SourceHealth[]> {
    const counts = await this.#db
      .selectFrom('items')
      .select((e) => ['source_id', 'state', e.fn.countAll().as('n'), e.fn.max('failure').as('trouble')])
      .groupBy(['source_id', 'state'])
      .execute()
    const of = Map.groupBy(counts, (row) => row.source_id)
    return (await this.all()).map((source) => {
      const rows = of.get(source.id) ?? []
      const number = (state: number): number => Number(rows.find((row) => row.state === state)?.n ?? 0)
      const trouble = [LOST, WAITING].map((state) => rows.find((row) => row.state === state)?.trouble)
      return {
        source,
        items: number(DONE) + number(WAITING) + number(LOST),
        waiting: number(WAITING),
        lost: number(LOST),
        trouble: trouble[0] ?? trouble[1] ?? null,
      }
    })
  }

  async due(now: string, limit: number, only?: readonly string[]): Promise<Due[]> {
    const [polls, pages, archives] = await Promise.all([
      this.#db
        .selectFrom('sources')
        .select('id')
        .where('next_poll', '<=', now)
        .where('leased', '<=', now)
        .$if(only !== undefined, (q) => q.where('id', 'in', only!))
        .orderBy('next_poll')
        .orderBy('id')
        .limit(limit)
        .execute(),
      this.#db
        .selectFrom('items')
        .select((e) => ['host', e.fn.min('next_try').as('since')])
        .where('state', '=', WAITING)
        .where('next_try', '<=', now)
        .where('leased', '<=', now)
        .$if(only !== undefined, (q) => q.where('source_id', 'in', only!))
        .groupBy('host')
        .orderBy('since')
        .orderBy('host')
        .limit(limit)
        .execute(),
      only === undefined
        ? this.#db.selectFrom('left_archives').select('path').where('leased', '<=', now).orderBy('path').execute()
        : [],
    ])
    return [
      ...polls.map(({ id }): Due => ({ kind: 'poll', name: id })),
      ...pages.map(({ host }): Due => ({ kind: 'page', name: host })),
      ...archives.map(({ path }): Due => ({ kind: 'archive', name: path })),
    ]
  }

  async nextDue(): Promise<string | null> {
    const [poll, page] = await Promise.all([
      this.#db
        .selectFrom('sources')
        .select((e) => e.fn.min('next_poll').as('at'))
        .executeTakeFirst(),
      this.#db
        .selectFrom('items')
        .select((e) => e.fn.min('next_try').as('at'))
        .where('state', '=', WAITING)
        .executeTakeFirst(),
    ])
    return [poll?.at, page?.at].filter((at) => typeof at === 'string').sort()[0] ?? null
  }

  async leaseSource(id: string, now: string, until: string): Promise<Source | null> {
    const row = await this.#db
      .updateTable('sources')
      .set({ leased: until })
      .where('id', '=', id)
      .where('next_poll', '<=', now)
      .where('leased', '<=', now)
      .returningAll()
      .executeTakeFirst()
    return row ? sourceOf(row) : null
  }

  async leaseItem(host: string, now: string, until: string): Promise<WaitingItem | null> {
    // Whoever else takes the same one first leaves the next.
    for (;;) {
      const first = await this.#db
        .selectFrom('items')
        .select(['source_id', 'key'])
        .where('state', '=', WAITING)
        .where('host', '=', host)
        .where('next_try', '<=', now)
        .where('leased', '<=', now)
        .orderBy('next_try')
        .orderBy('time')
        .orderBy('key')
        .limit(1)
        .executeTakeFirst()
      if (!first) return null
      const row = await this.#db
        .updateTable('items')
        .set({ leased: until })
        .where('source_id', '=', first.source_id)
        .where('key', '=', first.key)
        .where('state', '=', WAITING)
        .where('leased', '<=', now)
        .returningAll()
        .executeTakeFirst()
      if (!row) continue
      const source = await this.#db.selectFrom('sources').selectAll().where('id', '=', row.source_id).executeTakeFirst()
      if (source) return itemOf(row, sourceOf(source))
    }
  }

  keepPoll(...asked: Parameters<SourceBook['keepPoll']>): Promise<{ fresh: number }> {
    return keepPoll(this.#db, ...asked)
  }

  async keepDone({ source, key }: WaitingItem, { fromPage }: { fromPage: boolean }): Promise<void> {
    await this.#item(source.id, key)
      .set({ state: DONE, from_page: fromPage ? 1 : 0, content: null, failure: null, leased: FREE })
      .execute()
  }

  async keepLater(
    { source, key }: WaitingItem,
    { tries, next, failure }: { tries: number; next: string | null; failure: string },
  ): Promise<void> {
    await this.#item(source.id, key)
      .set({
        tries,
        failure: keepable(failure),
        leased: FREE,
        ...(next === null ? { state: LOST } : { next_try: next }),
      })
      .execute()
  }

  #item(source: string, key: string) {
    return this.#db.updateTable('items').where('source_id', '=', source).where('key', '=', key)
  }

  async isKept({ key }: WaitingItem): Promise<boolean> {
    const row = await this.#db
      .selectFrom('items')
      .select('key')
      .where('key', '=', key)
      .where('from_page', '=', 1)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  async host(origin: string): Promise<HostRecord | null> {
    const row = await this.#db
      .selectFrom('hosts')
      .select(['robots', 'failure', 'until'])
      .where('name', '=', origin)
      .executeTakeFirst()
    return row ?? null
  }

  async keepHost(origin: string, record: HostRecord): Promise<void> {
    const kept = keepable(record)
    await this.#db
      .insertInto('hosts')
      .values({ name: origin, ...kept })
      .onConflict((c) => c.column('name').doUpdateSet(kept))
      .execute()
  }

  async notBefore(host: string): Promise<string | null> {
    return (await this.host(host))?.until ?? null
  }

  async keepNotBefore(host: string, until: string): Promise<void> {
    await this.keepHost(host, { robots: null, failure: null, until })
  }
}
