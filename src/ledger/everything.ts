// All that the ledger keeps, page by page, however much it is.
import type { Kysely } from 'kysely'
import { factOf } from './facts.ts'
import type { Kept } from './records.ts'
import { articleOf, saidBy } from './rows.ts'
import type { Tables } from './schema.ts'

/** Articles that are fetched at a time. */
const PAGE = 100

/** Every article with all its readings, in the order of their ids. */
export async function* everythingIn(db: Kysely<Tables>): AsyncIterable<Kept> {
  for (let after = ''; ; ) {
    const articles = await db
      .selectFrom('articles')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (!articles.length) return
    const ids = articles.map((row) => row.id)
    const [readings, facts, claims] = await Promise.all([
      db.selectFrom('readings').selectAll().where('article_id', 'in', ids).orderBy('read').orderBy('reading').execute(),
      db.selectFrom('facts').selectAll().where('article_id', 'in', ids).orderBy('place').execute(),
      db.selectFrom('claims').selectAll().where('article_id', 'in', ids).orderBy('span_start').orderBy('id').execute(),
    ])
    const made = Map.groupBy(readings, (row) => row.article_id)
    const said = Map.groupBy(claims, (row) => `${row.article_id} ${row.reading}`)
    const told = Map.groupBy(facts, (row) => `${row.article_id} ${row.reading}`)
    for (const row of articles)
      yield {
        article: articleOf(row),
        heard: row.heard,
        sample: row.sample === 1,
        readings: (made.get(row.id) ?? []).map(({ reading, read }) => {
          const beside = told.get(`${row.id} ${reading}`)
          const claims = (said.get(`${row.id} ${reading}`) ?? []).map(saidBy)
          return { reading, read, claims, ...(beside ? { facts: beside.map(factOf) } : {}) }
        }),
      }
    after = ids.at(-1)!
  }
}

/** The ids of all articles, in order. */
export async function* idsIn(db: Kysely<Tables>): AsyncIterable<string> {
  for (let after = ''; ; ) {
    const rows = await db
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
