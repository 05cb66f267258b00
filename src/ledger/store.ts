// The ledger over a database, in queries that SQLite and PostgreSQL understand alike.
import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Article } from '../article/article.ts'
import { withTrueEdit } from '../article/dates.ts'
import { commonSpelling, showKey } from '../catalogue/titles.ts'
import type { Claim } from '../reading/claim.ts'
import type { SourceBook } from '../sources/source.ts'
import type { ArchiveBook } from '../sources/warc/place.ts'
import { Archives } from './archive-book.ts'
import { claimsOf, currentClaims, REF } from './asking.ts'
import { boardOn, briefsOn, daysOf } from './boards.ts'
import type { Database, Insert } from './database.ts'
import { everythingIn, idsIn } from './everything.ts'
import { factsOf } from './facts.ts'
import { put, removeSample, reread } from './keeping.ts'
import type { AddOptions, Board, BoardAsked, ClaimFilter, Counts, Ledger, ShowCount } from './ledger.ts'
import { Lists } from './lists.ts'
import { outletsIn } from './outlets.ts'
import { Readers } from './readers.ts'
import type {
  ArticleRecord,
  ArticleRef,
  Brief,
  Derived,
  Kept,
  LedgerClaim,
  LedgerFact,
  Outlet,
  Reading,
  Root,
  Turn,
} from './records.ts'
import { articleOf, recordOf, refOf } from './rows.ts'
import type { Tables } from './schema.ts'
import { Sources } from './source-book.ts'
import { keepDerived, rootsKept, staleShows } from './spells.ts'
import type { TurnsAsked } from './turns.ts'
import { turnsIn } from './turns.ts'

/** Shows whose spells are made in one transaction. */
const SHOWS = 50

export class Store implements Ledger {
  readonly #db: Kysely<Tables>
  readonly #insert: Insert
  readonly lists: Lists
  readonly readers: Readers
  readonly sources: SourceBook
  readonly archives: ArchiveBook
  constructor({ db, insert }: Pick<Database, 'db' | 'insert'>) {
    this.#db = db
    this.#insert = insert
    this.lists = new Lists(db)
    this.readers = new Readers(db)
    this.sources = new Sources(db)
    this.archives = new Archives(db)
  }

  async add(article: Article, claims: readonly Claim[], options: AddOptions): Promise<{ id: string; added: boolean }> {
    const { heard, reading, sample = false, facts = [] } = options
    const told = withTrueEdit(article, heard)
    const [kept] = await this.put([
      { article: told, heard, sample, readings: [{ reading, read: heard, claims, facts }] },
    ])
    return kept!
  }

  put(entries: readonly Kept[]): Promise<Array<{ id: string; added: boolean }>> {
    return put(this.#db, this.#insert, [entries])
  }

  putAll(pieces: AsyncIterable<readonly Kept[]>): Promise<Array<{ id: string; added: boolean }>> {
    return put(this.#db, this.#insert, pieces)
  }

  claims(filter: ClaimFilter = {}): Promise<LedgerClaim[]> {
    return claimsOf(this.#db, filter, filter.show === undefined ? undefined : showKey(filter.show))
  }

  facts(show: string, filter: Pick<ClaimFilter, 'asOf' | 'knownAt' | 'sample'> = {}): Promise<LedgerFact[]> {
    return factsOf(this.#db, showKey(show), filter)
  }

  async shows(): Promise<ShowCount[]> {
    const shows = [...(await this.#spellings())].map(([key, spellings]) => ({
      key,
      show: commonSpelling(spellings)!,
      claims: [...spellings.values()].reduce((sum, n) => sum + n, 0),
    }))
    return shows.sort((a, b) => (a.show < b.show ? -1 : 1))
  }

  async seasons(): Promise<Array<{ show: string; season: number | null }>> {
    const names = new Map([...(await this.#spellings())].map(([key, spellings]) => [key, commonSpelling(spellings)!]))
    const rows = await currentClaims(this.#db).select(['show_key', 'season']).distinct().execute()
    return rows
      .map((row) => ({ show: names.get(row.show_key)!, season: row.season }))
      .sort((a, b) => (a.show < b.show ? -1 : a.show > b.show ? 1 : (a.season ?? -1) - (b.season ?? -1)))
  }

  async article(id: string): Promise<ArticleRecord | null> {
    const row = await this.#db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? recordOf(row) : null
  }

  async versions(id: string): Promise<ArticleRef[]> {
    const rows = await this.#db
      .selectFrom('articles')
      .select(REF)
      .where((e) =>
        e.or([
          e('id', '=', id),
          e('page', '=', e.selectFrom('articles as of').select('of.page').where('of.id', '=', id)),
        ]),
      )
      .orderBy('heard')
      .orderBy('id')
      .execute()
    return rows.map(refOf)
  }

  async unread(reading: string, after: string, limit: number): Promise<Array<{ id: string; article: Article }>> {
    const rows = await this.#unread(reading)
      .where('id', '>', after)
      .selectAll('articles')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ id: row.id, article: articleOf(row) }))
  }

  async unreadCount(reading: string): Promise<number> {
    const { n } = await this.#unread(reading)
      .select((e) => e.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  }

  async reread(id: string, reading: Reading): Promise<void> {
    const record = await this.article(id)
    // The sample may have been removed meanwhile.
    if (record) await reread(this.#db, this.#insert, id, record.article.text, reading)
  }

  everything(): AsyncIterable<Kept> {
    return everythingIn(this.#db)
  }

  ids(): AsyncIterable<string> {
    return idsIn(this.#db)
  }

  async refresh(derive: (claims: readonly LedgerClaim[]) => Derived): Promise<number> {
    for (let done = 0; ; ) {
      const stale = await staleShows(this.#db, SHOWS)
      if (!stale.length) return done
      const made = []
      for (const { show_key, mark } of stale) {
        const claims = await claimsOf(this.#db, {}, show_key)
        made.push({ show_key, mark, ...derive(claims) })
      }
      await keepDerived(this.#db, this.#insert, made)
      done += made.length
      // SQLite never waits: others have their turn here.
      await setImmediate()
    }
  }

  roots(show: string): Promise<Root[]> {
    return rootsKept(this.#db, showKey(show))
  }

  outlets(): Promise<Outlet[]> {
    return outletsIn(this.#db)
  }

  briefs(day: string): Promise<Brief[]> {
    return briefsOn(this.#db, day)
  }

  board(day: string, asked: BoardAsked): Promise<Board> {
    return boardOn(this.#db, day, asked)
  }

  days(): Promise<string[]> {
    return daysOf(this.#db)
  }

  turns(asked: TurnsAsked): Promise<Turn<LedgerClaim>[]> {
    return turnsIn(this.#db, asked)
  }

  removeSample(): Promise<{ articles: number; claims: number }> {
    return removeSample(this.#db)
  }

  async counts(): Promise<Counts> {
    const count = async (query: Promise<{ n: number | string | bigint | null }>): Promise<number> =>
      Number((await query).n ?? 0)
    const all = (table: 'articles' | 'readings' | 'claims'): Promise<number> =>
      count(
        this.#db
          .selectFrom(table)
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      )
    const [articles, readings, sample] = await Promise.all([
      all('articles'),
      all('readings'),
      count(
        this.#db
          .selectFrom('articles')
          .select((e) => e.fn.sum('sample').as('n'))
          .executeTakeFirstOrThrow(),
      ),
    ])
    // Only where something has been read anew need the claims be told apart.
    const current = articles === readings ? this.#db.selectFrom('claims') : currentClaims(this.#db)
    const { claims, shows } = await current
      .select((e) => [e.fn.countAll().as('claims'), e.fn.count('show_key').distinct().as('shows')])
      .executeTakeFirstOrThrow()
    return { articles, claims: Number(claims), shows: Number(shows), sample, readings }
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  #unread(reading: string) {
    return this.#db
      .selectFrom('articles')
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('readings')
              .select('read')
              .whereRef('readings.article_id', '=', 'articles.id')
              .where('readings.reading', '=', reading),
          ),
        ),
      )
  }

  /** How often each spelling of each show is used. */
  async #spellings(): Promise<Map<string, Map<string, number>>> {
    const rows = await currentClaims(this.#db)
      .select(['show_key', 'show', (e) => e.fn.countAll().as('n')])
      .groupBy(['show_key', 'show'])
      .execute()
    const spellings = new Map<string, Map<string, number>>()
    for (const row of rows) {
      const of = spellings.get(row.show_key) ?? new Map<string, number>()
      spellings.set(row.show_key, of.set(row.show, Number(row.n)))
    }
    return spellings
  }
}
