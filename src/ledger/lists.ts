// Everything that the ledger keeps, a page at a time, each page found by where the one before it ended: what is added meanwhile
// moves nothing and is told twice by none.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { commonSpelling, showKey } from '../catalogue/titles.ts'
import type { Fact } from '../reading/facts/fact.ts'
import { currentClaims, REF, refsOf } from './asking.ts'
import { differences, facetsOf } from './boards.ts'
import type { Dated } from './dates.ts'
import { datedSeasons } from './dates.ts'
import { tiesOf } from './facts.ts'
import type { Difference, Facets, ShowCount } from './ledger.ts'
import type { ArticleRef, LedgerClaim, Spell } from './records.ts'
import { claimOf, refOf } from './rows.ts'
import type { ClaimRow, SpellRow, Tables } from './schema.ts'
import { spellOf } from './spells.ts'
import { turningPoint } from './turns.ts'

/** Where the newest-first lists go on. */
export interface After {
  /** ISO day. */
  day: string
  id: string
}

export interface ClaimsAsked {
  after?: After
  limit: number
  /** Only articles of this outlet, as it is written. */
  outlet?: string
  /** Only claims of this event. */
  event?: string
  /** ISO days of publication, both included. */
  since?: string
  until?: string
}

/** An outlet whose articles the ledger keeps. */
export interface OutletCount {
  outlet: string
  articles: number
  /** As they are read now. */
  claims: number
  /** ISO days of its first article and its last. */
  first: string
  last: string
}

/** Lists over one store. Each page is ordered by code point of what it is ordered by. */
export class Lists {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /**
   * Shows by key.
   * @param search letters that stand in the key, in any spelling
   */
  async shows({ after = '', limit, search }: { after?: string; limit: number; search?: string }): Promise<ShowCount[]> {
    let keys = this.#db.selectFrom('claims').select('show_key').distinct().where('show_key', '>', after)
    if (search)
      keys = keys.where(sql<boolean>`show_key like ${`%${showKey(search).replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`)
    const page = await keys.orderBy('show_key').limit(limit).execute()
    if (!page.length) return []
    const rows = await currentClaims(this.#db)
      .select(['show_key', 'show', (e) => e.fn.countAll().as('n')])
      .where(
        'show_key',
        'in',
        page.map((row) => row.show_key),
      )
      .groupBy(['show_key', 'show'])
      .execute()
    const spellings = Map.groupBy(rows, (row) => row.show_key)
    return page.flatMap(({ show_key: key }) => {
      const of = spellings.get(key)
      if (!of) return []
      const counts = new Map(of.map((row) => [row.show, Number(row.n)]))
      return [{ key, show: commonSpelling(counts)!, claims: [...counts.values()].reduce((a, b) => a + b, 0) }]
    })
  }

  /**
   * How every season stood on an ISO day, by key and number, the series as a whole first; as of the last refresh.
   * @param fate one alone
   * @param shows keys of those alone
   */
  async seasons(
    day: string,
    {
      after,
      limit,
      fate,
      shows,
    }: { after?: { key: string; season: number | null }; limit: number; fate?: string; shows?: readonly string[] },
  ): Promise<Array<{ key: string; spell: Spell }>> {
    const from = after
      ? sql`and (show_key > ${after.key} or (show_key = ${after.key} and coalesce(season, -1) > ${after.season ?? -1}))`
      : sql``
    const only = fate === undefined ? sql`` : sql`and fate = ${fate}`
    if (shows && !shows.length) return []
    const alone = shows === undefined ? sql`` : sql`and show_key in (${sql.join(shows)})`
    const { rows } = await sql<SpellRow>`
      select * from spells where from_day <= ${day} and until_day > ${day} ${from} ${only} ${alone}
      order by show_key, coalesce(season, -1) limit ${limit}`.execute(this.#db)
    return rows.map((row) => ({ key: row.show_key, spell: spellOf(row) }))
  }

  /** Articles, the newest first. */
  async articles({ after, limit, outlet }: { after?: After; limit: number; outlet?: string }): Promise<ArticleRef[]> {
    let query = this.#db.selectFrom('articles').select(REF)
    if (outlet !== undefined) query = query.where('outlet', '=', outlet)
    if (after)
      query = query.where((e) =>
        e.or([e('day', '<', after.day), e.and([e('day', '=', after.day), e('id', '<', after.id)])]),
      )
    const rows = await query.orderBy('day', 'desc').orderBy('id', 'desc').limit(limit).execute()
    return rows.map(refOf)
  }

  /** Claims of every article as it is read now, the newest first: those of two versions of one page both stand here. */
  async claims({ after, limit, outlet, event, since, until }: ClaimsAsked): Promise<LedgerClaim[]> {
    // Day by day, so that a page of the newest is found without looking at all: SQLite takes the tables in the order of a cross join.
    let query = this.#db
      .selectFrom('articles')
      .crossJoin('claims')
      .whereRef('claims.article_id', '=', 'articles.id')
      .whereRef('claims.reading', '=', 'articles.reading')
    if (outlet !== undefined) query = query.where('articles.outlet', '=', outlet)
    if (event !== undefined) query = query.where('claims.event', '=', event)
    if (since !== undefined) query = query.where('day', '>=', since)
    if (until !== undefined) query = query.where('day', '<=', until)
    if (after)
      query = query.where((e) =>
        e.or([e('day', '<', after.day), e.and([e('day', '=', after.day), e('claims.id', '<', after.id)])]),
      )
    const rows = await query
      .selectAll('claims')
      .orderBy('articles.day', 'desc')
      .orderBy('claims.id', 'desc')
      .limit(limit)
      .execute()
    return this.#whole(rows)
  }

  /** A claim as it is read now; null when there is none with that id. */
  async claim(id: string): Promise<LedgerClaim | null> {
    const rows = await currentClaims(this.#db).selectAll('claims').where('claims.id', '=', id).limit(1).execute()
    return (await this.#whole(rows))[0] ?? null
  }

  /** Outlets by name. */
  async outlets({ after = '', limit }: { after?: string; limit: number }): Promise<OutletCount[]> {
    const { rows } = await sql<Omit<OutletCount, 'articles' | 'claims'> & { articles: unknown; claims: unknown }>`
      select a.outlet, count(*) as articles, min(a.day) as first, max(a.day) as last,
        sum((select count(*) from claims c where c.article_id = a.id and c.reading = a.reading)) as claims
      from articles a where a.outlet > ${after} group by a.outlet order by a.outlet limit ${limit}`.execute(this.#db)
    return rows.map((row) => ({ ...row, articles: Number(row.articles), claims: Number(row.claims) }))
  }

  /** What boards may be filtered by (boards.ts). */
  facets(): Promise<Facets> {
    return facetsOf(this.#db)
  }

  /** The seasons whose fates differ between the boards of two ISO days (boards.ts). */
  differences(earlier: string, later: string, limit: number): Promise<Difference[]> {
    return differences(this.#db, earlier, later, limit)
  }

  /**
   * Shows that are spoken of in the same articles as another, those most often first.
   * @param key of that show
   * @param day ISO day up to which articles count
   * @param least articles that they share, at least
   */
  async together(
    key: string,
    day: string,
    least: number,
    limit: number,
  ): Promise<Array<{ key: string; articles: number }>> {
    const { rows } = await sql<{ key: string; articles: unknown }>`
      select o.show_key as key, count(distinct o.article_id) as articles
      from (select distinct c.article_id, c.reading from claims c join articles a on a.id = c.article_id and a.reading = c.reading
        where c.show_key = ${key} and a.day <= ${day}) m
      join claims o on o.article_id = m.article_id and o.reading = m.reading
      where o.show_key <> ${key} group by o.show_key having count(distinct o.article_id) >= ${least}
      order by count(distinct o.article_id) desc, o.show_key limit ${limit}`.execute(this.#db)
    return rows.map((row) => ({ key: row.key, articles: Number(row.articles) }))
  }

  /** How many shows a refresh has still to look at. */
  async stale(): Promise<number> {
    const { n } = await this.#db
      .selectFrom('stale_shows')
      .select((e) => e.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  }

  /** Facts of other shows that tie them to one (facts.ts). */
  ties(key: string, day: string): Promise<Fact[]> {
    return tiesOf(this.#db, key, day)
  }

  /** Since when so many beliefs have changed (turns.ts). */
  turningPoint(asked: { until: string; most: number; among?: readonly string[] }): Promise<string | null> {
    return turningPoint(this.#db, asked)
  }

  /** Seasons that were dated to a day (dates.ts). */
  dated(asked: { day: string; from: string; keys?: readonly string[] }): Promise<Dated[]> {
    return datedSeasons(this.#db, asked)
  }

  async #whole(rows: readonly ClaimRow[]): Promise<LedgerClaim[]> {
    const { refs } = await refsOf(this.#db, rows)
    return rows.flatMap((row) => {
      const ref = refs.get(row.article_id)
      return ref ? [claimOf(row, ref)] : []
    })
  }
}
