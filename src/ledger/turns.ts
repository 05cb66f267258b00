// The turns of the ledger: on which days beliefs changed, from what to what and by which words, kept beside the spells.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { claimsById, claimsOf, versionsOf } from './asking.ts'
import { BATCH } from './limits.ts'
import type { LedgerClaim, Turn } from './records.ts'
import type { Tables, TurnRow } from './schema.ts'

/** Days of which turns are asked. */
export interface TurnsAsked {
  /** ISO days, both included. */
  since: string
  until: string
  /** Keys of the shows to look at; left out: all. */
  among?: readonly string[]
}

export const turnRow = (show_key: string, { was, is, ...turn }: Turn): TurnRow => ({
  ...turn,
  show_key,
  was: JSON.stringify(was),
  belief: JSON.stringify(is),
})

/**
 * The turns of some days with their words, and those before them that are told with them as one.
 * @returns in no order
 */
export async function turnsIn(db: Kysely<Tables>, { since, until, among }: TurnsAsked): Promise<Turn<LedgerClaim>[]> {
  const found = async (from: string, to: string, keys: readonly string[] | undefined): Promise<TurnRow[]> => {
    const days = db.selectFrom('turns').selectAll().where('day', '>=', from).where('day', '<=', to)
    if (keys === undefined) return days.execute()
    const rows: TurnRow[] = []
    for (let i = 0; i < keys.length; i += BATCH)
      rows.push(...(await days.where('show_key', 'in', keys.slice(i, i + BATCH)).execute()))
    return rows
  }
  const rows = await found(since, until, among)
  const begun = rows.filter((row) => row.opened < since)
  if (begun.length) {
    const whole = new Set(begun.map(runOf))
    const first = begun.map((row) => row.opened).sort()[0]!
    const before = await found(first, since, [...new Set(begun.map((row) => row.show_key))])
    rows.push(...before.filter((row) => row.day < since && whole.has(runOf(row))))
  }
  const claims = await settledById(db, rows)
  return rows.map(({ show_key: _, was, belief, claim, ...turn }) => ({
    ...turn,
    was: JSON.parse(was),
    is: JSON.parse(belief),
    claim: claim === null ? null : (claims.get(claim) ?? null),
  }))
}

const runOf = ({ show_key, season, axis, opened }: TurnRow): string => `${show_key} ${season} ${axis} ${opened}`

/** The words of turns. What edits brought in or took out is told by all the claims of its show. */
async function settledById(db: Kysely<Tables>, rows: readonly TurnRow[]): Promise<Map<string, LedgerClaim>> {
  const keys = new Map(rows.flatMap(({ claim, show_key }) => (claim === null ? [] : [[claim, show_key] as const])))
  const { claims, pages } = await claimsById(db, [...keys.keys()])
  const edited = new Set((await versionsOf(db, pages)).map((version) => version.id))
  const shows = new Set(
    [...claims.values()].flatMap(({ id, article }) => (edited.has(article.id) ? keys.get(id)! : [])),
  )
  for (const key of shows) for (const claim of await claimsOf(db, {}, key)) claims.set(claim.id, claim)
  return claims
}

/**
 * The ISO day on or after which so many beliefs changed last, up to another.
 * @param most how many
 * @param among keys of the shows to look at; left out: all
 * @returns null when there were no more than that
 */
export async function turningPoint(
  db: Kysely<Tables>,
  { until, most, among }: { until: string; most: number; among?: readonly string[] },
): Promise<string | null> {
  if (among && !among.length) return null
  const only = among ? sql`and show_key in (${sql.join(among)})` : sql``
  const { rows } = await sql<{ day: string }>`
    select day from turns where day <= ${until} ${only} order by day desc limit 1 offset ${most}`.execute(db)
  return rows[0]?.day ?? null
}
