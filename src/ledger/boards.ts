// The board of a day out of the spells, a page at a time: the store counts, finds and orders, and only the rows that are shown leave
// it, each with the words that decide.
import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { showKey } from '../catalogue/titles.ts'
import { currentClaims, refsOf } from './asking.ts'
import type { Board, BoardAsked, BoardRow, BoardSort, Difference, Facets } from './ledger.ts'
import { BATCH } from './limits.ts'
import type { LedgerClaim } from './records.ts'
import { claimOf } from './rows.ts'
import type { ClaimRow, SpellRow, Tables } from './schema.ts'
import { OPEN, spellOf } from './spells.ts'

/** A page of the board of an ISO day. */
export async function boardOn(db: Kysely<Tables>, day: string, asked: BoardAsked): Promise<Board> {
  // By spells_of_day alone, which has all that a board is counted and ordered by.
  const on = sql`s.until_day > ${day} and s.from_day <= ${day}`
  const found = sql`${on}${matching(asked.search ?? '')}${filtered(asked)}`
  const tally = await sql<{ fate: string; n: number | string | bigint }>`
    select s.fate, count(*) as n from spells s where ${found} group by s.fate`.execute(db)
  const alone = asked.fate === undefined ? sql`` : sql` and s.fate = ${asked.fate}`
  const { skip = 0, limit, flat = false } = asked
  const order = ORDERS[asked.sort ?? 'newest']
  // What has been shown already is no news, and stands after the rest of its fate.
  const ranked = flat
    ? sql`row_number() over (order by ${order})`
    : sql`row_number() over (partition by s.fate order by case when s.progress in ('airing', 'aired') then 1 else 0 end, ${order})`
  const { rows } = await sql<SpellRow & { n: unknown }>`
    select s.*, r.n from (
      select s.show_key, s.season, s.from_day, ${ranked} as n from spells s where ${found}${alone}) r
    join spells s on s.show_key = r.show_key and s.season is not distinct from r.season and s.from_day = r.from_day
    where r.n > ${skip} and r.n <= ${skip + limit} order by ${flat ? sql`r.n` : sql`s.fate, r.n`}`.execute(db)
  return {
    fates: new Map(tally.rows.map(({ fate, n }) => [fate, Number(n)])),
    rows: await withWords(
      db,
      rows.map(({ n: _, ...row }) => row),
    ),
  }
}

const NAME = sql`s.show, coalesce(s.season, -1)`
const ORDERS: Readonly<Record<BoardSort, RawBuilder<unknown>>> = {
  newest: sql`s.since desc, ${NAME}`,
  title: sql`s.show_key, coalesce(s.season, -1)`,
  premiere: sql`case when s.premiere is null then 1 else 0 end, s.premiere, ${NAME}`,
  certainty: sql`case s.certainty when 'official' then 0 when 'as good as certain' then 1 when 'a safe bet' then 2
    when 'leaning' then 3 else 4 end, s.since desc, ${NAME}`,
}

function filtered({ platform, year, since, among }: BoardAsked): RawBuilder<unknown> {
  const parts = [
    platform === undefined
      ? null
      : sql` and (s.platform = ${platform} or (s.platform is null
          and exists (select 1 from claims d where d.id = s.deciding and d.platform = ${platform})))`,
    year === undefined ? null : sql` and s.premiere like ${`${year}%`}`,
    since === undefined ? null : sql` and s.since >= ${since}`,
    among === undefined ? null : among.length ? sql` and s.show_key in (${sql.join(among)})` : sql` and 1 = 0`,
  ]
  return sql.join(
    parts.filter((part) => part !== null),
    sql``,
  )
}

/** What boards may be filtered by. */
export async function facetsOf(db: Kysely<Tables>): Promise<Facets> {
  const platforms = await sql<{ platform: string; n: unknown }>`
    select platform, count(*) as n from spells where until_day = ${OPEN} and platform is not null
    group by platform order by count(*) desc, platform limit ${MOST_PLATFORMS}`.execute(db)
  const years = await sql<{ year: string }>`
    select distinct substr(premiere, 1, 4) as year from spells where premiere is not null order by 1 desc`.execute(db)
  return {
    platforms: platforms.rows.map(({ platform, n }) => ({ platform, seasons: Number(n) })),
    years: years.rows.map(({ year }) => year),
  }
}
/** Platforms to choose from: as many as a hand may scroll through. */
const MOST_PLATFORMS = 60

/** The seasons whose fates differ between the boards of two ISO days, by show and number. */
export async function differences(
  db: Kysely<Tables>,
  earlier: string,
  later: string,
  limit: number,
): Promise<Difference[]> {
  interface Row {
    show_key: string
    show: string
    season: number | null
    was: string | null
    was_sure: string
    fate: string | null
    sure: string
  }
  // What differs has begun or ended between the two.
  const { rows } = await sql<Row>`
    with turned as (
      select show_key, season from spells where from_day > ${earlier} and from_day <= ${later}
      union select show_key, season from spells where until_day > ${earlier} and until_day <= ${later})
    select t.show_key, coalesce(i.show, w.show) as show, t.season,
      w.fate as was, w.certainty as was_sure, i.fate as fate, i.certainty as sure
    from turned t
      left join spells w on w.show_key = t.show_key and w.season is not distinct from t.season
        and w.from_day <= ${earlier} and w.until_day > ${earlier}
      left join spells i on i.show_key = t.show_key and i.season is not distinct from t.season
        and i.from_day <= ${later} and i.until_day > ${later}
    where w.fate is distinct from i.fate
    order by t.show_key, coalesce(t.season, -1) limit ${limit}`.execute(db)
  const half = (fate: string | null, certainty: string) => (fate === null ? null : { fate, certainty })
  return rows.map(({ show_key: key, show, season, was, was_sure, fate, sure }) => ({
    key,
    show,
    season,
    was: half(was, was_sure),
    is: half(fate, sure),
  }))
}

/** Case and diacritics make no difference. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const within = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Seasons that a search asks for: all its words stand in the title or the platform, or it is the title in another spelling. */
function matching(search: string): RawBuilder<unknown> {
  const words = search.split(/\s+/).filter(Boolean)
  if (!words.length) return sql``
  const has = (column: string, text: string) => sql`lower(${sql.ref(column)}) like ${within(text)} escape '\\'`
  const each = words.map((word) => {
    const text = fold(word)
    return sql`(${has('s.show_key', showKey(word))} or ${has('s.show', text)} or ${has('s.platform', text)}
      or exists (select 1 from claims d where d.id = s.deciding and s.platform is null and ${has('d.platform', text)}))`
  })
  return sql` and (${has('s.show_key', showKey(search))} or (${sql.join(each, sql` and `)}))`
}

/** The rows with the claims that decide them, and whether those are of the sample. */
async function withWords(db: Kysely<Tables>, rows: readonly SpellRow[]): Promise<BoardRow[]> {
  const claims = await claimsById(
    db,
    rows.flatMap((row) => row.deciding ?? []),
  )
  const found = rows.map((row) => ({ row, deciding: (row.deciding && claims.get(row.deciding)) || null }))
  const real = await notOnlySample(db, [...new Set(found.flatMap((f) => (f.deciding ? [] : [f.row.show_key])))])
  return found.map(({ row, deciding }) => ({
    key: row.show_key,
    spell: spellOf(row),
    deciding,
    sample: deciding ? deciding.article.sample : !real.has(row.show_key),
  }))
}

/** Claims as they are read now, by id. */
async function claimsById(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, LedgerClaim>> {
  const rows: ClaimRow[] = []
  for (let i = 0; i < ids.length; i += BATCH) {
    const query = currentClaims(db)
      .selectAll('claims')
      .where('claims.id', 'in', ids.slice(i, i + BATCH))
    rows.push(...(await query.execute()))
  }
  const { refs } = await refsOf(db, rows)
  const known = rows.flatMap((row) => {
    const ref = refs.get(row.article_id)
    return ref ? [claimOf(row, ref)] : []
  })
  return new Map(known.map((claim) => [claim.id, claim]))
}

/** Those of these shows of which more is known than the sample tells. */
async function notOnlySample(db: Kysely<Tables>, keys: readonly string[]): Promise<Set<string>> {
  const real = new Set<string>()
  for (let i = 0; i < keys.length; i += BATCH) {
    const some = keys.slice(i, i + BATCH)
    const query = currentClaims(db).select('show_key').distinct().where('sample', '=', 0).where('show_key', 'in', some)
    for (const { show_key } of await query.execute()) real.add(show_key)
  }
  return real
}

/** The ISO days on which articles with claims came out, the first first. */
export async function daysOf(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('day')
    .distinct()
    .where((e) => e.exists(e.selectFrom('claims').select('claims.id').whereRef('article_id', '=', 'articles.id')))
    .orderBy('day')
    .execute()
  return rows.map((row) => row.day)
}
