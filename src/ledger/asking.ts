// Claims out of the ledger: as they are read now or were read then, each with its article, what edits took out marked.
import type { Kysely, SelectQueryBuilder } from 'kysely'
import { expressionBuilder } from 'kysely'
import type { ClaimFilter } from './ledger.ts'
import { BATCH } from './limits.ts'
import type { ArticleRef, LedgerClaim } from './records.ts'
import { claimOf, refOf } from './rows.ts'
import type { ClaimRow, Tables } from './schema.ts'
import type { Version } from './versions.ts'
import { settle } from './versions.ts'

/** The columns of a reference to an article. */
export const REF = ['id', 'title', 'outlet', 'author', 'url', 'day', 'modified', 'heard', 'sample'] as const

/** Articles beyond which it is quicker to fetch them all than by their ids. */
const MANY = 20 * BATCH

/**
 * Claims by day, then article, place in its text, and id.
 * @param key of a show (catalogue/titles.ts); undefined for all
 */
export async function claimsOf(
  db: Kysely<Tables>,
  { asOf, sample, knownAt, article }: Omit<ClaimFilter, 'show'>,
  key: string | undefined,
): Promise<LedgerClaim[]> {
  let query = knownAt === undefined ? currentClaims(db) : claimsAt(db, knownAt)
  if (key !== undefined) query = query.where('show_key', '=', key)
  if (article !== undefined) query = query.where('article_id', '=', article)
  if (asOf !== undefined) query = query.where('day', '<=', asOf)
  if (sample !== undefined) query = query.where('sample', '=', sample ? 1 : 0)
  const { claims: found, pages } = key === undefined ? await apart(db, query) : await together(query)
  if (article !== undefined) return found
  const versions = await versionsOf(db, pages, knownAt)
  const claims = settle(found, versions)
  if (!versions.length) return claims
  return claims.filter((claim) => asOf === undefined || claim.article.published <= asOf).sort(byDay)
}

type Claims = SelectQueryBuilder<Tables, 'claims' | 'articles', object>
/** Claims with the pages that they stand on, as far as it may matter that there are other versions of these; null for any page. */
interface Found {
  claims: LedgerClaim[]
  pages: string[] | null
}

/** A great many, each article fetched once. */
async function apart(db: Kysely<Tables>, query: Claims): Promise<Found> {
  const rows = await inOrder(query).selectAll('claims').execute()
  const { refs, pages } = await refsOf(db, rows)
  const claims = rows.flatMap((row) => {
    // The sample may have been removed between the two queries.
    const ref = refs.get(row.article_id)
    return ref ? [claimOf(row, ref)] : []
  })
  return { claims, pages }
}

/** A few, with their articles in one query. */
async function together(query: Claims): Promise<{ claims: LedgerClaim[]; pages: string[] }> {
  const rows = await inOrder(query)
    .selectAll('claims')
    .select(['title', 'outlet', 'author', 'url', 'day', 'modified', 'heard', 'sample', 'page', 'sketch'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('articles as other')
            .select('other.id')
            .whereRef('other.page', '=', 'articles.page')
            .whereRef('other.id', '<>', 'articles.id'),
        )
        .as('edited'),
    )
    .execute()
  const refs = new Map<string, ArticleRef>()
  const pages = new Set<string>()
  const claims = rows.map((row) => {
    let ref = refs.get(row.article_id)
    if (!ref) {
      ref = { ...refOf({ ...row, id: row.article_id }), sketch: row.sketch }
      refs.set(row.article_id, ref)
      if (row.edited && row.page !== null) pages.add(row.page)
    }
    return claimOf(row, ref)
  })
  return { claims, pages: [...pages] }
}

/** Claims as they are read now. */
export function currentClaims(db: Kysely<Tables>) {
  return db
    .selectFrom('claims')
    .innerJoin('articles', (j) =>
      j.onRef('articles.id', '=', 'claims.article_id').onRef('articles.reading', '=', 'claims.reading'),
    )
}

/** Claims as they were read then, of what had been heard then. */
function claimsAt(db: Kysely<Tables>, instant: string) {
  return db
    .selectFrom('claims')
    .innerJoin('articles', 'articles.id', 'claims.article_id')
    .where('heard', '<=', instant)
    .where('claims.reading', '=', readingAt(instant))
}

/** The reading of the query's article that stood at an instant: the last one made by then. */
export const readingAt = (instant: string) =>
  expressionBuilder<Tables, 'articles'>()
    .selectFrom('readings')
    .select('readings.reading')
    .whereRef('readings.article_id', '=', 'articles.id')
    .where('read', '<=', instant)
    .orderBy('read', 'desc')
    .orderBy('readings.reading', 'desc')
    .limit(1)

/** The articles of these claims, each once, and the pages that they stand on; null for a great many. */
export async function refsOf(
  db: Kysely<Tables>,
  rows: ReadonlyArray<Pick<ClaimRow, 'article_id'>>,
): Promise<{ refs: Map<string, ArticleRef>; pages: string[] | null }> {
  const ids = [...new Set(rows.map((row) => row.article_id))]
  const articles = db.selectFrom('articles').select([...REF, 'page', 'sketch'])
  const refs = new Map<string, ArticleRef>()
  const pages = new Set<string>()
  const keep = (found: Awaited<ReturnType<typeof articles.execute>>): void => {
    for (const row of found) {
      refs.set(row.id, { ...refOf(row), sketch: row.sketch })
      if (row.page !== null) pages.add(row.page)
    }
  }
  if (ids.length > MANY) keep(await articles.execute())
  else
    for (let i = 0; i < ids.length; i += BATCH)
      keep(await articles.where('id', 'in', ids.slice(i, i + BATCH)).execute())
  return { refs, pages: ids.length > MANY ? null : [...pages] }
}

/** Claims as they are read now, by id, whatever edits did to them; and those of the pages that they stand on that were edited. */
export async function claimsById(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<{ claims: Map<string, LedgerClaim>; pages: string[] }> {
  const claims = new Map<string, LedgerClaim>()
  const pages = new Set<string>()
  for (let i = 0; i < ids.length; i += BATCH) {
    const found = await together(currentClaims(db).where('claims.id', 'in', ids.slice(i, i + BATCH)))
    for (const claim of found.claims) claims.set(claim.id, claim)
    for (const page of found.pages) pages.add(page)
  }
  return { claims, pages: [...pages] }
}

/** The versions of these pages, or of all, where there are several. */
export async function versionsOf(
  db: Kysely<Tables>,
  pages: readonly string[] | null,
  knownAt?: string,
): Promise<Version[]> {
  let articles = db.selectFrom('articles').select(['id', 'page', 'heard'])
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

/** The total order of claims, the same whatever the order of arrival. */
const inOrder = <O>(claims: SelectQueryBuilder<Tables, 'claims' | 'articles', O>) =>
  claims.orderBy('articles.day').orderBy('claims.article_id').orderBy('claims.span_start').orderBy('claims.id')

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byDay = (a: LedgerClaim, b: LedgerClaim): number =>
  order(a.article.published, b.article.published) ||
  order(a.article.id, b.article.id) ||
  a.span.start - b.span.start ||
  order(a.id, b.id)
