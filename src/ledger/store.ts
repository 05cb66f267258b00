// The ledger over a database, in queries that SQLite and PostgreSQL understand alike.
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Article } from '../article/article.ts'
import { commonSpelling, showKey } from '../catalogue/titles.ts'
import type { Claim } from '../reading/claim.ts'
import { BATCH, put, removeSample, reread } from './keeping.ts'
import type { AddOptions, ClaimFilter, Counts, Ledger, ShowCount } from './ledger.ts'
import type { ArticleRecord, ArticleRef, Kept, LedgerClaim, Reading } from './records.ts'
import { articleOf, claimOf, recordOf, refOf, saidBy } from './rows.ts'
import type { ClaimRow, Tables } from './schema.ts'
import type { Version } from './versions.ts'
import { settle } from './versions.ts'

const REF = ['id', 'title', 'outlet', 'author', 'url', 'day', 'heard', 'sample'] as const

/** Articles beyond which it is quicker to fetch them all than by their ids. */
const MANY = 20 * BATCH

/** Articles that everything() fetches at a time. */
const PAGE = 100

export class Store implements Ledger {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async add(article: Article, claims: readonly Claim[], options: AddOptions): Promise<{ id: string; added: boolean }> {
    const { heard, reading, sample = false } = options
    const [kept] = await this.put([{ article, heard, sample, readings: [{ reading, read: heard, claims }] }])
    return kept!
  }

  put(entries: readonly Kept[]): Promise<Array<{ id: string; added: boolean }>> {
    return put(this.#db, entries)
  }

  async claims(filter: ClaimFilter = {}): Promise<LedgerClaim[]> {
    const { show, asOf, sample, knownAt } = filter
    let query = knownAt === undefined ? this.#current() : this.#at(knownAt)
    if (show !== undefined) query = query.where('show_key', '=', showKey(show))
    if (asOf !== undefined) query = query.where('day', '<=', asOf)
    if (sample !== undefined) query = query.where('sample', '=', sample ? 1 : 0)
    const rows = await inOrder(query).selectAll('claims').execute()
    const { refs, pages } = await this.#refs(rows)
    const found = rows.flatMap((row) => {
      // The sample may have been removed between the two queries.
      const ref = refs.get(row.article_id)
      return ref ? [claimOf(row, ref)] : []
    })
    const versions = await this.#versions(pages, knownAt)
    const claims = settle(found, versions)
    if (!versions.length) return claims
    return claims.filter((claim) => asOf === undefined || claim.article.published <= asOf).sort(byDay)
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
    const rows = await this.#current().select(['show_key', 'season']).distinct().execute()
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
    if (record) await reread(this.#db, id, record.article.text, reading)
  }

  async *everything(): AsyncIterable<Kept> {
    for (let after = ''; ; ) {
      const db = this.#db
      const articles = await db
        .selectFrom('articles')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute()
      if (!articles.length) return
      const ids = articles.map((row) => row.id)
      const [readings, claims] = await Promise.all([
        db
          .selectFrom('readings')
          .selectAll()
          .where('article_id', 'in', ids)
          .orderBy('read')
          .orderBy('reading')
          .execute(),
        db
          .selectFrom('claims')
          .selectAll()
          .where('article_id', 'in', ids)
          .orderBy('span_start')
          .orderBy('id')
          .execute(),
      ])
      const made = Map.groupBy(readings, (row) => row.article_id)
      const said = Map.groupBy(claims, (row) => `${row.article_id} ${row.reading}`)
      for (const row of articles)
        yield {
          article: articleOf(row),
          heard: row.heard,
          sample: row.sample === 1,
          readings: (made.get(row.id) ?? []).map(({ reading, read }) => ({
            reading,
            read,
            claims: (said.get(`${row.id} ${reading}`) ?? []).map(saidBy),
          })),
        }
      after = ids.at(-1)!
    }
  }

  async *ids(): AsyncIterable<string> {
    for (let after = ''; ; ) {
      const rows = await this.#db
        .selectFrom('articles')
        .select('id')
        .where('id', '>', after)
        .orderBy('id')
        .limit(100 * PAGE)
        .execute()
      if (!rows.length) return
      for (const { id } of rows) yield id
      after = rows.at(-1)!.id
    }
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
    const current = articles === readings ? this.#db.selectFrom('claims') : this.#current()
    const { claims, shows } = await current
      .select((e) => [e.fn.countAll().as('claims'), e.fn.count('show_key').distinct().as('shows')])
      .executeTakeFirstOrThrow()
    return { articles, claims: Number(claims), shows: Number(shows), sample, readings }
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  /** Claims as they are read now. */
  #current() {
    return this.#db
      .selectFrom('claims')
      .innerJoin('articles', (j) =>
        j.onRef('articles.id', '=', 'claims.article_id').onRef('articles.reading', '=', 'claims.reading'),
      )
  }

  /** Claims as they were read then, of what had been heard then. */
  #at(instant: string) {
    return this.#db
      .selectFrom('claims')
      .innerJoin('articles', 'articles.id', 'claims.article_id')
      .where('heard', '<=', instant)
      .where('claims.reading', '=', (e) =>
        e
          .selectFrom('readings')
          .select('readings.reading')
          .whereRef('readings.article_id', '=', 'claims.article_id')
          .where('read', '<=', instant)
          .orderBy('read', 'desc')
          .orderBy('readings.reading', 'desc')
          .limit(1),
      )
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
    const rows = await this.#current()
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

  /** The articles of these claims, each once, and the pages that they stand on; null for a great many. */
  async #refs(rows: readonly ClaimRow[]): Promise<{ refs: Map<string, ArticleRef>; pages: string[] | null }> {
    const ids = [...new Set(rows.map((row) => row.article_id))]
    const articles = this.#db.selectFrom('articles').select([...REF, 'page'])
    const refs = new Map<string, ArticleRef>()
    const pages = new Set<string>()
    const keep = (found: Awaited<ReturnType<typeof articles.execute>>): void => {
      for (const row of found) {
        refs.set(row.id, refOf(row))
        if (row.page !== null) pages.add(row.page)
      }
    }
    if (ids.length > MANY) keep(await articles.execute())
    else
      for (let i = 0; i < ids.length; i += BATCH)
        keep(await articles.where('id', 'in', ids.slice(i, i + BATCH)).execute())
    return { refs, pages: ids.length > MANY ? null : [...pages] }
  }

  /** The versions of these pages, or of all, where there are several. */
  async #versions(pages: readonly string[] | null, knownAt: string | undefined): Promise<Version[]> {
    let articles = this.#db.selectFrom('articles').select(['id', 'page', 'heard'])
    if (knownAt !== undefined) articles = articles.where('heard', '<=', knownAt)
    const found: Array<{ id: string; page: string | null; heard: string }> = []
    if (pages === null)
      found.push(
        ...(await articles
          .where('page', 'in', (e) =>
            e
              .selectFrom('articles as of')
              .select('of.page')
              .where('of.page', 'is not', null)
              .groupBy('of.page')
              .having((h) => h.fn.countAll(), '>', 1),
          )
          .execute()),
      )
    else
      for (let i = 0; i < pages.length; i += BATCH)
        found.push(...(await articles.where('page', 'in', pages.slice(i, i + BATCH)).execute()))
    const versions = found.flatMap(({ page, ...rest }) => (page === null ? [] : [{ ...rest, page }]))
    const several = new Set(
      [...Map.groupBy(versions, (v) => v.page)].filter(([, of]) => of.length > 1).map(([page]) => page),
    )
    return versions.filter((v) => several.has(v.page))
  }
}

/** The total order of claims, the same whatever the order of arrival. */
const inOrder = <O>(claims: SelectQueryBuilder<Tables, 'claims' | 'articles', O>) =>
  claims.orderBy('articles.day').orderBy('claims.article_id').orderBy('claims.span_start').orderBy('claims.id')

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byDay = (a: LedgerClaim, b: LedgerClaim): number =>
  order(a.article.published, b.article.published) ||
  order(a.article.id, b.article.id) ||
  a.span.start - b.span.start ||
  order(a.id, b.id)
