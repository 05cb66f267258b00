// The outlets heard of: those that published articles, and those through which words came to them. Append-only: of two hearings the
// earlier stands, whichever came first. The first-run sample, which leaves again, tells of none.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { BATCH } from './limits.ts'
import type { Outlet } from './records.ts'
import type { ArticleRow, Tables } from './schema.ts'

/** An article as far as it tells of outlets, with the chains of its claims as they are kept: JSON. */
export type Telling = Pick<ArticleRow, 'outlet' | 'day' | 'heard' | 'sample'> & { vias: Iterable<string> }

/** Every outlet that has been heard of, by code point. */
export const outletsIn = (db: Kysely<Tables>): Promise<Outlet[]> =>
  db.selectFrom('outlets').selectAll().orderBy('name').execute()

/** Keeps the outlets that articles tell of, and from when. */
export async function keepOutlets(t: Kysely<Tables>, articles: Iterable<Telling>): Promise<void> {
  const told = new Map<string, Outlet>()
  for (const { outlet, day: published, heard, sample, vias } of articles) {
    if (sample) continue
    const names = new Set<string>(outlet === null ? [] : [outlet])
    for (const via of new Set(vias)) if (via !== '[]') for (const name of JSON.parse(via)) names.add(name)
    for (const name of names) told.set(name, earlier(told.get(name), { name, published, heard }))
  }
  // By name, lest two writers wait for one another; and only what is news, lest they wait at all.
  const names = [...told.keys()].sort()
  for (let i = 0; i < names.length; i += BATCH) {
    const some = names.slice(i, i + BATCH)
    const known = await t.selectFrom('outlets').selectAll().where('name', 'in', some).execute()
    for (const { name, published, heard } of known) {
      const now = told.get(name)!
      if (published <= now.published && heard <= now.heard) told.delete(name)
    }
    const news = some.flatMap((name) => told.get(name) ?? [])
    if (!news.length) continue
    const least = (column: 'published' | 'heard') =>
      sql<string>`case when excluded.${sql.ref(column)} < outlets.${sql.ref(column)} then excluded.${sql.ref(column)} else outlets.${sql.ref(column)} end`
    await t
      .insertInto('outlets')
      .values(news)
      .onConflict((c) => c.column('name').doUpdateSet({ published: least('published'), heard: least('heard') }))
      .execute()
  }
}

const first = (...times: string[]): string => times.sort()[0]!

const earlier = (a: Outlet | undefined, b: Outlet): Outlet =>
  a ? { name: b.name, published: first(a.published, b.published), heard: first(a.heard, b.heard) } : b

/** What is kept of articles that tells of outlets. */
export async function tellingsOf(t: Kysely<Tables>, ids: readonly string[]): Promise<Telling[]> {
  const tellings: Telling[] = []
  for (let i = 0; i < ids.length; i += BATCH) {
    const some = ids.slice(i, i + BATCH)
    const articles = await t
      .selectFrom('articles')
      .select(['id', 'outlet', 'day', 'heard', 'sample'])
      .where('id', 'in', some)
      .execute()
    const chains = await t
      .selectFrom('claims')
      .select(['article_id', 'via'])
      .distinct()
      .where('article_id', 'in', some)
      .execute()
    const of = Map.groupBy(chains, (chain) => chain.article_id)
    for (const { id, ...article } of articles)
      tellings.push({ ...article, vias: (of.get(id) ?? []).map(({ via }) => via) })
  }
  return tellings
}
