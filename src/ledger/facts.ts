// Facts beside the status, in the ledger: kept with the reading that made them, and asked for by show.
import type { Kysely } from 'kysely'
import { showKey } from '../catalogue/titles.ts'
import type { Fact } from '../reading/facts/fact.ts'
import { REF, readingAt } from './asking.ts'
import { kept } from './identity.ts'
import type { ClaimFilter } from './ledger.ts'
import type { LedgerFact, Reading } from './records.ts'
import { refOf } from './rows.ts'
import type { FactRow, Tables } from './schema.ts'

/**
 * The rows of an article's facts in one reading.
 * @param text of the article, as it is kept
 */
export const factRows = (article: string, text: string, { reading, facts = [] }: Reading): FactRow[] =>
  facts.map((given, place) => {
    const fact = kept(given, text)
    const told = JSON.stringify(fact)
    return { article_id: article, reading, place, show_key: showKey(fact.show), tied_key: tiedKey(fact), told }
  })

/** The key of another show that a fact ties its own to: whom a character comes from, what it must wait for. */
export function tiedKey(fact: Fact): string | null {
  const other = fact.fact === 'appearance' ? fact.of : fact.fact === 'dependency' ? fact.waitsOnShow : null
  const key = other === null ? null : showKey(other)
  return key === showKey(fact.show) ? null : key
}

/** A fact as the reading made it. */
export const factOf = (row: Pick<FactRow, 'told'>): Fact => JSON.parse(row.told) as Fact

/**
 * Facts about a show by day, then article and place in its text; of the versions of a page, what the last one tells.
 * @param key of a show (catalogue/titles.ts)
 */
export async function factsOf(
  db: Kysely<Tables>,
  key: string,
  { asOf, knownAt, sample }: Pick<ClaimFilter, 'asOf' | 'knownAt' | 'sample'>,
): Promise<LedgerFact[]> {
  let query = db
    .selectFrom('facts')
    .innerJoin('articles', 'articles.id', 'facts.article_id')
    .where('facts.show_key', '=', key)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('articles as later')
            .select('later.id')
            .whereRef('later.page', '=', 'articles.page')
            .whereRef('later.heard', '>', 'articles.heard')
            .$if(knownAt !== undefined, (q) => q.where('later.heard', '<=', knownAt!)),
        ),
      ),
    )
  if (knownAt === undefined) query = query.whereRef('articles.reading', '=', 'facts.reading')
  else query = query.where('articles.heard', '<=', knownAt).where('facts.reading', '=', readingAt(knownAt))
  if (asOf !== undefined) query = query.where('day', '<=', asOf)
  if (sample !== undefined) query = query.where('sample', '=', sample ? 1 : 0)
  const rows = await query
    .select(REF)
    .select('told')
    .orderBy('articles.day')
    .orderBy('articles.id')
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ ...factOf(row), article: refOf(row) }))
}

/**
 * What ties other shows to one: facts of theirs, appearances and dependencies alone.
 * @param key of the one
 * @param day ISO day up to which articles count
 */
export async function tiesOf(db: Kysely<Tables>, key: string, day: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('facts')
    .innerJoin('articles', (j) =>
      j.onRef('articles.id', '=', 'facts.article_id').onRef('articles.reading', '=', 'facts.reading'),
    )
    .where('facts.tied_key', '=', key)
    .where('articles.day', '<=', day)
    .select('told')
    .orderBy('articles.day')
    .orderBy('articles.id')
    .orderBy('place')
    .execute()
  return rows.map(factOf)
}
