// What goes into the ledger. Every step gives the same tables whatever came before it: new rows are put beside the old ones, and of
// what two hearings of one article tell differently one stands whichever came first: the earlier time, the last address by code
// point (https before http, with www before without).
import type { Kysely, Transaction } from 'kysely'
import type { Insert } from './database.ts'
import { factRows } from './facts.ts'
import { articleId, keptArticle } from './identity.ts'
import { keepOutlets, tellingsOf } from './outlets.ts'
import type { Kept, Reading } from './records.ts'
import { articleRow, claimRows } from './rows.ts'
import type { ArticleRow, ClaimRow, Tables } from './schema.ts'
import { mark, othersOn, showsOf } from './spells.ts'

interface Entry {
  id: string
  text: string
  row: ArticleRow
  readings: readonly Reading[]
}

type Done = Array<{ id: string; added: boolean }>

/**
 * Keeps articles with all their readings, in one transaction however many pieces they come in.
 * @returns for each, in their order, its id and whether it was new
 */
export async function put(
  db: Kysely<Tables>,
  insert: Insert,
  pieces: Iterable<readonly Kept[]> | AsyncIterable<readonly Kept[]>,
): Promise<Done> {
  const done: Done = []
  const pages = new Set<string>()
  let seen = 0
  await db.transaction().execute(async (t) => {
    for await (const kept of pieces) {
      const all = kept.map(entryOf)
      const [fresh, others] = await putPiece(t, insert, all)
      for (const { id } of all) done.push({ id, added: fresh.delete(id) })
      for (const { row } of all) if (row.page !== null) pages.add(row.page)
      seen += others
    }
  })
  // Two writers of two versions of one page do not see one another until both are done.
  const others = await othersOn(db, [...pages])
  if (others.length > seen) await db.transaction().execute(async (t) => mark(t, await showsOf(t, others)))
  return done
}

/** @returns the ids of those that were new, and how many articles stand on pages of which there are other versions */
async function putPiece(
  t: Transaction<Tables>,
  insert: Insert,
  all: readonly Entry[],
): Promise<[fresh: Set<string>, others: number]> {
  // The first of each id; what others tell of the same article is merged after it. By id, lest two writers wait for one another.
  const same = [...Map.groupBy(all, (entry) => entry.id).values()].sort(([a], [b]) => byId(a!, b!))
  const first = same.map(([entry]) => entry!)
  const rest = same.flatMap((entries) => entries.slice(1))
  const rows = first.map((entry) => entry.row)
  const fresh = new Set(await insert(t, 'articles', rows, 'fresh'))
  const entered = first.filter(({ id }) => fresh.has(id))
  const claims = await insertReadings(t, insert, entered)
  const known = [...first.filter(({ id }) => !fresh.has(id)), ...rest]
  for (const entry of known) await merge(t, insert, entry)
  const ids = known.map(({ id }) => id)
  const said = Map.groupBy(claims, (claim) => claim.article_id)
  const told = entered.map(({ id, row }) => ({ ...row, vias: (said.get(id) ?? []).map(({ via }) => via) }))
  await keepOutlets(t, [...told, ...(await tellingsOf(t, ids))])
  // An edit takes out claims of the version before it.
  const others = await othersOn(t, [...new Set(first.flatMap(({ row }) => row.page ?? []))])
  const shows = await showsOf(t, [...ids, ...others])
  await mark(t, [...new Set([...claims.map((row) => row.show_key), ...shows])])
  return [fresh, others.length]
}

const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function entryOf({ article: given, heard, sample, readings }: Kept): Entry {
  const article = keptArticle(given)
  const id = articleId(article)
  return { id, text: article.text, readings, row: articleRow(id, { article, heard, sample, readings }) }
}

/** The readings of articles that had none of them: the rows of their claims. */
async function insertReadings(t: Transaction<Tables>, insert: Insert, entries: readonly Entry[]): Promise<ClaimRow[]> {
  const made = entries.flatMap(({ id, readings }) =>
    readings.map(({ reading, read }) => ({ article_id: id, reading, read })),
  )
  await insert(t, 'readings', made)
  const claims = entries.flatMap(({ id, text, readings }) => readings.flatMap((r) => claimRows(id, text, r)))
  await insert(t, 'claims', claims)
  const facts = entries.flatMap(({ id, text, readings }) => readings.flatMap((r) => factRows(id, text, r)))
  await insert(t, 'facts', facts)
  return claims
}

/** Adds to an article already kept what this hearing of it tells more. */
async function merge(t: Transaction<Tables>, insert: Insert, { id, text, row, readings }: Entry): Promise<void> {
  const { heard, url, sample, published, published_at, modified } = row
  const article = () => t.updateTable('articles').where('id', '=', id)
  await article()
    .set({ heard, day: published ?? heard.slice(0, 10) })
    .where('heard', '>', heard)
    .execute()
  if (!sample) await article().set({ sample: 0 }).where('sample', '=', 1).execute()
  if (url !== null) await article().set({ url }).where('url', '<', url).execute()
  for (const [column, time] of Object.entries({ published_at, modified }) as Array<['modified', string | null]>)
    if (time !== null)
      await article()
        .set({ [column]: time })
        .where((e) => e.or([e(column, 'is', null), e(column, '>', time)]))
        .execute()
  for (const reading of readings) await addReading(t, insert, id, text, reading)
}

/** Keeps a reading beside those that an article has. The same rules read an article once: of two times, the earlier stands. */
async function addReading(
  t: Transaction<Tables>,
  insert: Insert,
  id: string,
  text: string,
  given: Reading,
): Promise<void> {
  const { reading, read } = given
  const { numInsertedOrUpdatedRows } = await t
    .insertInto('readings')
    .values({ article_id: id, reading, read })
    .onConflict((c) => c.columns(['article_id', 'reading']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) {
    await insert(t, 'claims', claimRows(id, text, given))
    await insert(t, 'facts', factRows(id, text, given))
  } else {
    const { numUpdatedRows } = await t
      .updateTable('readings')
      .set({ read })
      .where('article_id', '=', id)
      .where('reading', '=', reading)
      .where('read', '>', read)
      .executeTakeFirstOrThrow()
    if (!numUpdatedRows) return
  }
  await t
    .updateTable('articles')
    .set((e) => ({
      reading: e
        .selectFrom('readings')
        .select('readings.reading')
        .where('article_id', '=', id)
        .orderBy('read', 'desc')
        .orderBy('readings.reading', 'desc')
        .limit(1)
        .$asScalar()
        .$notNull(),
    }))
    .where('id', '=', id)
    .execute()
}

/**
 * Keeps what later rules read out of an article.
 * @throws Error when there is no such article
 */
export async function reread(
  db: Kysely<Tables>,
  insert: Insert,
  id: string,
  text: string,
  reading: Reading,
): Promise<void> {
  await db.transaction().execute(async (t) => {
    await addReading(t, insert, id, text, reading)
    await keepOutlets(t, await tellingsOf(t, [id]))
    await mark(t, await showsOf(t, [id]))
  })
}

/** Takes the first-run sample out again. */
export async function removeSample(db: Kysely<Tables>): Promise<{ articles: number; claims: number }> {
  return db.transaction().execute(async (t) => {
    const sample = t.selectFrom('articles').select('id').where('sample', '=', 1)
    const current = await t
      .selectFrom('claims')
      .innerJoin('articles', (j) =>
        j.onRef('articles.id', '=', 'claims.article_id').onRef('articles.reading', '=', 'claims.reading'),
      )
      .select((e) => e.fn.countAll().as('n'))
      .where('sample', '=', 1)
      .executeTakeFirstOrThrow()
    const shows = await t.selectFrom('claims').select('show_key').distinct().where('article_id', 'in', sample).execute()
    await t.deleteFrom('facts').where('article_id', 'in', sample).execute()
    await t.deleteFrom('claims').where('article_id', 'in', sample).execute()
    await t.deleteFrom('readings').where('article_id', 'in', sample).execute()
    const articles = await t.deleteFrom('articles').where('sample', '=', 1).executeTakeFirstOrThrow()
    await mark(
      t,
      shows.map((row) => row.show_key),
    )
    return { articles: Number(articles.numDeletedRows), claims: Number(current.n) }
  })
}
