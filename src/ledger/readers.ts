// Those who read the ledger over the network: the tokens by which they are let in, kept as hashes alone, and the shows that each
// of them follows. Nothing of it is evidence, so it may be changed and removed.
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { showKey } from '../catalogue/titles.ts'
import { BATCH } from './limits.ts'
import type { Tables } from './schema.ts'

/** A token lets a reader in; a session is what a browser is given for one. */
export type KeyKind = 'token' | 'session'

export interface Followed {
  /** Key of the show (catalogue/titles.ts). */
  key: string
  /** Its title as it was when it was followed. */
  show: string
  /** ISO day. */
  since: string
}

/** What is kept of a secret: secrets are long and random, so that a plain hash tells nothing of them. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Readers in one store. Every method may be called while other processes use the same ledger. */
export class Readers {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /**
   * Keeps the hash of a secret.
   * @param reader whom it lets in
   * @param until ISO instant at which it ends; null: never
   */
  async admit(secret: string, kind: KeyKind, reader: string, until: string | null): Promise<void> {
    await this.#db
      .insertInto('keys')
      .values({ hash: hashOf(secret), kind, reader, until_time: until })
      .onConflict((c) => c.column('hash').doNothing())
      .execute()
  }

  /**
   * Whom a secret lets in.
   * @param now ISO instant
   * @returns null for nobody
   */
  async readerOf(secret: string, kind: KeyKind, now: string): Promise<string | null> {
    const row = await this.#db
      .selectFrom('keys')
      .select('reader')
      .where('hash', '=', hashOf(secret))
      .where('kind', '=', kind)
      .where((e) => e.or([e('until_time', 'is', null), e('until_time', '>', now)]))
      .executeTakeFirst()
    return row?.reader ?? null
  }

  /** Ends one session. */
  async end(secret: string): Promise<void> {
    await this.#db.deleteFrom('keys').where('hash', '=', hashOf(secret)).where('kind', '=', 'session').execute()
  }

  /** Takes away a reader's token and sessions. */
  async shutOut(reader: string): Promise<void> {
    await this.#db.deleteFrom('keys').where('reader', '=', reader).execute()
  }

  /** Whether any token is kept. */
  async anyToken(): Promise<boolean> {
    return !!(await this.#db.selectFrom('keys').select('hash').where('kind', '=', 'token').limit(1).executeTakeFirst())
  }

  /** Follows shows; those followed already stay as they are. */
  async follow(reader: string, shows: readonly string[], since: string): Promise<void> {
    const rows = new Map(shows.map((show) => [showKey(show), { reader, show_key: showKey(show), show, since }]))
    rows.delete('')
    const all = [...rows.values()]
    // Many at a time: each statement waits for the disk.
    for (let i = 0; i < all.length; i += BATCH)
      await this.#db
        .insertInto('follows')
        .values(all.slice(i, i + BATCH))
        .onConflict((c) => c.columns(['reader', 'show_key']).doNothing())
        .execute()
  }

  /** Follows a show no more. */
  async unfollow(reader: string, show: string): Promise<void> {
    await this.#db.deleteFrom('follows').where('reader', '=', reader).where('show_key', '=', showKey(show)).execute()
  }

  /** The shows that a reader follows, by key. */
  async followed(reader: string): Promise<Followed[]> {
    const rows = await this.#db
      .selectFrom('follows')
      .selectAll()
      .where('reader', '=', reader)
      .orderBy('show_key')
      .execute()
    return rows.map(({ show_key: key, show, since }) => ({ key, show, since }))
  }
}
