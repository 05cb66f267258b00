// Archives of the web in the ledger's store: how far they have been read, and those that wait for whoever works.
import type { Kysely } from 'kysely'
import type { ArchiveBook, Place } from '../sources/warc/place.ts'
import type { Tables } from './schema.ts'
import { FREE } from './source-rows.ts'

export class Archives implements ArchiveBook {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async place(id: string): Promise<Place | null> {
    const row = await this.#db.selectFrom('archives').select('place').where('id', '=', id).executeTakeFirst()
    return row ? (JSON.parse(row.place) as Place) : null
  }

  async keepPlace(id: string, place: Place | null): Promise<void> {
    if (place === null) {
      await this.#db.deleteFrom('archives').where('id', '=', id).execute()
      return
    }
    const row = { id, place: JSON.stringify(place) }
    await this.#db
      .insertInto('archives')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute()
  }

  async leave(path: string): Promise<boolean> {
    const row = { path, failure: null, leased: FREE }
    const made = await this.#db
      .insertInto('left_archives')
      .values(row)
      .onConflict((c) => c.column('path').doNothing())
      .returning('path')
      .execute()
    return made.length > 0
  }

  async left(): Promise<Array<{ path: string; failure: string | null }>> {
    return this.#db.selectFrom('left_archives').select(['path', 'failure']).orderBy('path').execute()
  }

  async lease(path: string, now: string, until: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('left_archives')
      .set({ leased: until })
      .where('path', '=', path)
      .where('leased', '<=', now)
      .executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  }

  async later(path: string, until: string | null, failure: string | null): Promise<void> {
    await this.#db
      .updateTable('left_archives')
      .set({ leased: until ?? FREE, failure })
      .where('path', '=', path)
      .execute()
  }

  async done(path: string): Promise<void> {
    await this.#db.deleteFrom('left_archives').where('path', '=', path).execute()
  }
}
