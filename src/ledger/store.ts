// The ledger over a database, in queries that SQLite and PostgreSQL understand alike.
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Article } from '../article/article.ts'
import { commonSpelling, showKey } from '../catalogue/titles.ts'
import type { Claim } from '../reading/claim.ts'
import { articleId } from './identity.ts'
import type { AddOptions, ClaimFilter, Counts, Ledger, ShowCount } from './ledger.ts'
import type { ArticleRecord, ArticleRef, LedgerClaim } from './records.ts'
import { articleRow, claimOf, claimRows, recordOf, refOf } from './rows.ts'
import type { ClaimRow, Tables } from './schema.ts'

/** Rows that one statement inserts: 21 columns each, and SQLite takes 32,766 values at once. */
const BATCH = 500

const REF = ['id', 'title', 'outlet', 'author', 'url', 'day', 'heard', 'sample'] as const

export class Store implements Ledger {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async add(article: Article, claims: readonly Claim[], options: AddOptions): Promise<{ id: string; added: boolean }> {
    const id = articleId(article)
    const row = articleRow(id, article, options)
    const rows = claimRows(id, article, claims, options)
    const added = await this.#db.transaction().execute(async (all) => {
      const { numInsertedOrUpdatedRows } = await all
        .insertInto('articles')
        .values(row)
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) return false
      for (let i = 0; i < rows.length; i += BATCH)
        await all
          .insertInto('claims')
          .values(rows.slice(i, i + BATCH))
          .execute()
      return true
    })
    return { id, added }
  }

  async claims({ show, asOf, sample }: ClaimFilter = {}): Promise<LedgerClaim[]> {
    let claims = this.#db.selectFrom('claims').innerJoin('articles', 'articles.id', 'claims.article_id')
    if (show !== undefined) claims = claims.where('show_key', '=', showKey(show))
    if (asOf !== undefined) claims = claims.where('day', '<=', asOf)
    if (sample !== undefined) claims = claims.where('sample', '=', sample ? 1 : 0)
    const rows = await inOrder(claims).selectAll('claims').execute()
    const refs = await this.#refs(
      { ...(asOf === undefined ? {} : { asOf }), ...(sample === undefined ? {} : { sample }) },
      rows,
    )
    return rows.flatMap((row) => {
      // The sample may have been removed between the two queries.
      const ref = refs.get(row.article_id)
      return ref ? [claimOf(row, ref)] : []
    })
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
    const rows = await this.#db.selectFrom('claims').select(['show_key', 'season']).distinct().execute()
    return rows
      .map((row) => ({ show: names.get(row.show_key)!, season: row.season }))
      .sort((a, b) => (a.show < b.show ? -1 : a.show > b.show ? 1 : (a.season ?? -1) - (b.season ?? -1)))
  }

  async article(id: string): Promise<ArticleRecord | null> {
    const row = await this.#db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? recordOf(row) : null
  }

  async removeSample(): Promise<{ articles: number; claims: number }> {
    return this.#db.transaction().execute(async (all) => {
      const sample = all.selectFrom('articles').select('id').where('sample', '=', 1)
      const claims = await all.deleteFrom('claims').where('article_id', 'in', sample).executeTakeFirstOrThrow()
      const articles = await all.deleteFrom('articles').where('sample', '=', 1).executeTakeFirstOrThrow()
      return { articles: Number(articles.numDeletedRows), claims: Number(claims.numDeletedRows) }
    })
  }

  async counts(): Promise<Counts> {
    const count = async (query: Promise<{ n: number | string | bigint | null }>): Promise<number> =>
      Number((await query).n ?? 0)
    const [articles, sample, claims, shows] = await Promise.all([
      count(
        this.#db
          .selectFrom('articles')
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      ),
      count(
        this.#db
          .selectFrom('articles')
          .select((e) => e.fn.sum('sample').as('n'))
          .executeTakeFirstOrThrow(),
      ),
      count(
        this.#db
          .selectFrom('claims')
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      ),
      count(
        this.#db
          .selectFrom('claims')
          .select((e) => e.fn.count('show_key').distinct().as('n'))
          .executeTakeFirstOrThrow(),
      ),
    ])
    return { articles, claims, shows, sample }
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  /** How often each spelling of each show is used. */
  async #spellings(): Promise<Map<string, Map<string, number>>> {
    const rows = await this.#db
      .selectFrom('claims')
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

  /** The articles of these claims, each once: a claim's article is the same object as its neighbour's. */
  async #refs({ asOf, sample }: ClaimFilter, rows: readonly ClaimRow[]): Promise<Map<string, ArticleRef>> {
    const ids = [...new Set(rows.map((row) => row.article_id))]
    let articles = this.#db.selectFrom('articles').select(REF)
    if (ids.length <= BATCH) articles = articles.where('id', 'in', ids)
    else if (asOf !== undefined) articles = articles.where('day', '<=', asOf)
    if (sample !== undefined) articles = articles.where('sample', '=', sample ? 1 : 0)
    return new Map((await articles.execute()).map((row) => [row.id, refOf(row)]))
  }
}

/** The total order of claims, the same whatever the order of arrival. */
const inOrder = <O>(claims: SelectQueryBuilder<Tables, 'claims' | 'articles', O>) =>
  claims.orderBy('articles.day').orderBy('claims.article_id').orderBy('claims.span_start').orderBy('claims.id')
