// The board of a day out of the spells: whole and in brief out of one index, and in pages, of which only the rows that are shown are
// fetched with the words that decide.
import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { showKey } from '../catalogue/titles.ts'
import { currentClaims, refsOf } from './asking.ts'
import type { Board, BoardAsked, BoardRow } from './ledger.ts'
import { BATCH } from './limits.ts'
import type { Brief, LedgerClaim } from './records.ts'
import { claimOf } from './rows.ts'
import type { ClaimRow, SpellRow, Tables } from './schema.ts'
import { REACHES, spellOf } from './spells.ts'

/** What the index spells_on_boards has. */
const BRIEF = sql`show, season, from_day, look, since, premiere, platform, delayed`
type BriefRow = Pick<SpellRow, 'show' | 'season' | 'from_day' | 'look' | 'since' | 'premiere' | 'platform' | 'delayed'>

/** The whole board of an ISO day, or what a search finds on it, the newest change first. */
export async function briefsOn(db: Kysely<Tables>, day: string, search = ''): Promise<Brief[]> {
  const found = matching(search)
  const parts = REACHES.map((reach) => {
    const back = reach ? sql`and from_day > ${daysBefore(day, reach)}` : sql``
    return sql`select ${BRIEF} from spells s
      where reach = ${reach} and from_day <= ${day} ${back} and until_day > ${day}${found}`
  })
  const { rows } = await sql<BriefRow>`${sql.join(parts, sql` union all `)}`.execute(db)
  const looks = new Map<string, ReturnType<typeof lookOf>>()
  const briefs = rows.map((row): Brief => {
    let seen = looks.get(row.look)
    if (!seen) {
      seen = lookOf(row.look)
      looks.set(row.look, seen)
    }
    // Each by its name: to spread twenty thousand rows takes longer than to fetch them.
    return {
      show: row.show,
      season: row.season,
      from: row.from_day,
      fate: seen.fate,
      certainty: seen.certainty,
      contested: seen.contested,
      progress: seen.progress,
      premiere: row.premiere,
      platform: row.platform,
      final: seen.final,
      delayed: row.delayed,
      since: row.since || null,
      before: seen.before,
    }
  })
  return newestFirst(briefs)
}

function lookOf(look: string): Pick<Brief, 'fate' | 'certainty' | 'contested' | 'progress' | 'final' | 'before'> {
  const [fate, certainty, contested, progress, final, before] = JSON.parse(look)
  return { fate, certainty, contested, progress, final, before }
}

function daysBefore(day: string, days: number): string {
  const then = new Date(Date.parse(day) - days * 864e5)
  // What is no day is asked of an empty board.
  return Number.isNaN(then.getTime()) ? '' : then.toISOString().slice(0, 10)
}

/** By days, which are few, then within each: quicker than to compare every two. */
function newestFirst(briefs: readonly Brief[]): Brief[] {
  const byDay = [...Map.groupBy(briefs, (brief) => brief.since ?? '')].sort(([a], [b]) => (a < b ? 1 : -1))
  return byDay.flatMap(([, of]) =>
    of.sort((a, b) => (a.show < b.show ? -1 : a.show > b.show ? 1 : (a.season ?? -1) - (b.season ?? -1))),
  )
}

/** A page of the board of an ISO day. */
export async function boardOn(db: Kysely<Tables>, day: string, asked: BoardAsked): Promise<Board> {
  const byFate = Map.groupBy(await briefsOn(db, day, asked.search), (brief) => brief.fate)
  const { skip = 0, limit, fate: only } = asked
  const shown = [...byFate.keys()]
    .sort()
    .filter((fate) => only === undefined || fate === only)
    .flatMap((fate) => {
      // What has been shown already is no news, and stands after the rest of its fate.
      const past = Map.groupBy(byFate.get(fate)!, ({ progress }) => progress === 'airing' || progress === 'aired')
      return [...(past.get(false) ?? []), ...(past.get(true) ?? [])].slice(skip, skip + limit)
    })
  return {
    fates: new Map([...byFate].map(([fate, of]) => [fate, of.length])),
    rows: await withWords(db, await wholeOf(db, shown)),
  }
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
