// The board of a day out of the spells: whole and in brief out of one index, and in pages, of which only the rows that are shown are
// fetched with the words that decide.
import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { showKey } from '../catalogue/titles.ts'
import { claimsById } from './asking.ts'
import type { Packed } from './briefs.ts'
import { briefsIn, PACKED } from './briefs.ts'
import type { Board, BoardAsked, BoardRow, BoardSort, Difference, Facets } from './ledger.ts'
import { BATCH } from './limits.ts'
import type { Brief } from './records.ts'
import type { SpellRow, Tables } from './schema.ts'
import { REACHES, spellOf } from './spells.ts'

type Filters = Pick<BoardAsked, 'search' | 'platform' | 'year' | 'since' | 'among'>

/** The whole board of an ISO day, or what is found on it, the newest change first. A fate has held since its spell began, or longer. */
export async function briefsOn(db: Kysely<Tables>, day: string, asked: Filters = {}): Promise<Brief[]> {
  const found = sql`${matching(asked.search ?? '')}${filtered(asked)}`
  // A text for each day since which fates have held: one of them all would be copied again and again as it grows. The spells that
  // last are taken out of an index of their own in that order, in the words by which SQLite sees that it may.
  const parts = REACHES.map((reach) => {
    const lasting = sql`reach < 1 and since <= ${day}`
    const within = reach ? sql`reach = ${reach} and from_day > ${daysBefore(day, reach)}` : lasting
    return sql`select since, ${PACKED} as packed from spells s
      where ${within} and from_day <= ${day} and until_day > ${day}${found} group by since`
  })
  const { rows } = await sql<Packed>`${sql.join(parts, sql` union all `)}`.execute(db)
  return briefsIn(rows)
}

function daysBefore(day: string, days: number): string {
  const then = new Date(Date.parse(day) - days * 864e5)
  // What is no day is asked of an empty board.
  return Number.isNaN(then.getTime()) ? '' : then.toISOString().slice(0, 10)
}

/** A page of the board of an ISO day. */
export async function boardOn(db: Kysely<Tables>, day: string, asked: BoardAsked): Promise<Board> {
  const briefs = sorted(await briefsOn(db, day, asked), asked.sort ?? 'newest')
  const byFate = Map.groupBy(briefs, (brief) => brief.fate)
  const { skip = 0, limit, fate: only, flat = false } = asked
  const fates = [...byFate.keys()].sort().filter((fate) => only === undefined || fate === only)
  const lists = flat
    ? [only === undefined ? briefs : (byFate.get(only) ?? [])]
    : fates.map((fate) => {
        // What has been shown already is no news, and stands after the rest of its fate.
        const past = Map.groupBy(byFate.get(fate)!, ({ progress }) => progress === 'airing' || progress === 'aired')
        return [...(past.get(false) ?? []), ...(past.get(true) ?? [])]
      })
  const shown = lists.flatMap((list) => list.slice(skip, skip + limit))
  return {
    fates: new Map([...byFate].map(([fate, of]) => [fate, of.length])),
    rows: await withWords(db, await wholeOf(db, shown)),
  }
}

/** The most certain first. */
const SURE = ['official', 'as good as certain', 'a safe bet', 'leaning']

/** What stands in the same place stays in the order given: the newest change first, then by title and season. */
function sorted(briefs: readonly Brief[], by: BoardSort): readonly Brief[] {
  if (by === 'newest') return briefs
  const place = (brief: Brief): [text: string, name: string, season: number] => {
    const { show, season, premiere, certainty } = brief
    if (by === 'title') return ['', showKey(show), season ?? -1]
    // After all that is known to come on a day.
    if (by === 'premiere') return [premiere ?? '~', show, season ?? -1]
    const sure = SURE.indexOf(certainty)
    return [String(sure < 0 ? SURE.length : sure), '', 0]
  }
  const placed = briefs.map((brief) => ({ brief, place: place(brief) }))
  placed.sort(({ place: [a, b, c] }, { place: [x, y, z] }) =>
    a !== x ? (a < x ? -1 : 1) : b !== y ? (b < y ? -1 : 1) : c - z,
  )
  return placed.map(({ brief }) => brief)
}

/** The rows of these spells, in their order. */
async function wholeOf(db: Kysely<Tables>, briefs: readonly Brief[]): Promise<SpellRow[]> {
  const rows = new Map<string, SpellRow>()
  const name = (key: string, season: number | null, from: string): string => `${key} ${season} ${from}`
  for (let i = 0; i < briefs.length; i += BATCH) {
    const some = briefs.slice(i, i + BATCH).map(({ show, from }) => sql`(${from}, ${showKey(show)})`)
    const found = await sql<SpellRow>`
      select * from spells where (from_day, show_key) in (values ${sql.join(some)})`.execute(db)
    for (const row of found.rows) rows.set(name(row.show_key, row.season, row.from_day), row)
  }
  // One may have been made anew since.
  return briefs.flatMap(({ show, season, from }) => rows.get(name(showKey(show), season, from)) ?? [])
}

/** What boards may be filtered by: the index spells_on_boards has all of it. */
export async function facetsOf(db: Kysely<Tables>): Promise<Facets> {
  const platforms = await sql<{ platform: string; n: unknown }>`
    select platform, count(*) as n from spells where reach = ${REACHES[0]} and platform is not null
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

function filtered({ platform, year, since, among }: Filters): RawBuilder<unknown> {
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

/** The rows with the claims that decide them, and whether those are of the sample. */
async function withWords(db: Kysely<Tables>, rows: readonly SpellRow[]): Promise<BoardRow[]> {
  const { claims } = await claimsById(
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

/** Those of these shows of which more is known than the sample tells: for each one claim is enough. */
async function notOnlySample(db: Kysely<Tables>, keys: readonly string[]): Promise<Set<string>> {
  const real = new Set<string>()
  for (let i = 0; i < keys.length; i += BATCH) {
    const some = sql.join(keys.slice(i, i + BATCH).map((key) => sql`(${key})`))
    const { rows } = await sql<{ show_key: string }>`
      with asked(show_key) as (values ${some})
      select show_key from asked where exists (select 1 from claims c
        join articles a on a.id = c.article_id and a.reading = c.reading
        where c.show_key = asked.show_key and a.sample = 0)`.execute(db)
    for (const { show_key } of rows) real.add(show_key)
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
