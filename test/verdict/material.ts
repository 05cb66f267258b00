// Little histories told in claims, one a line:
//
//   day | show and season | event factuality [stage] [@date] [on Platform] | speaker, role [to Outlet < Outlet] | outlet [| words]
//   2016-01-10 | Jessica Jones 2 | renewal undecided | Melissa Rosenberg, showrunner, to IGN | Cinema Daily | nothing is settled
//
// "series" for the season is a claim about the series as a whole; "-" for the speaker is the outlet itself. Lines of one day and
// outlet are one article. Words are made up where none are given.
import assert from 'node:assert/strict'
import type { LedgerClaim } from '../../src/ledger/records.ts'
import type { Claim } from '../../src/reading/claim.ts'
import { EVENTS, FACTUALITIES, ROLES, STAGES } from '../../src/reading/claim.ts'
import { headline } from '../../src/verdict/explain.ts'
import { resolve } from '../../src/verdict/resolve.ts'
import type { Fate, Verdict } from '../../src/verdict/verdict.ts'

const one = <T extends string>(all: readonly T[], word: string | undefined, line: string): T => {
  const found = all.find((x) => x === word)
  if (found === undefined) throw new Error(`“${word}” is none of ${all.join(', ')}: ${line}`)
  return found
}

export function claimOf(line: string, at: number): LedgerClaim {
  const [day, title, what, who, outlet, words] = line.split('|').map((part) => part.trim())
  const [, show, season] = /^(.*) (\d+|series)$/.exec(title ?? '') ?? []
  const [, event, factuality, stage, date, platform] =
    /^(\w+) (\w+)(?: (\w+))??(?: @(\S+))?(?: on (.+))?$/.exec(what ?? '') ?? []
  if (!day || !show || !outlet || !who) throw new Error(`a line of history lacks a part: ${line}`)
  const [, speaker, role, via] = /^(.+?)(?:, ([\w ]+?))?(?:,? to (.+))?$/.exec(who)!
  const evidence = words ?? `w${at}`
  const claim: Claim = {
    show,
    season: season === 'series' ? null : Number(season),
    event: one(EVENTS, event, line),
    factuality: one(FACTUALITIES, factuality, line),
    speaker: speaker === '-' ? null : speaker!,
    role: speaker === '-' ? 'outlet' : one(ROLES, role ?? speaker, line),
    via: via ? via.split(' < ') : [],
    date: date ?? null,
    platform: platform ?? null,
    ...(stage ? { stage: one(STAGES, stage, line) } : {}),
    evidence,
    span: { start: at * 100, end: at * 100 + evidence.length },
    sentence: { start: at * 100, end: at * 100 + evidence.length },
    why: [],
  }
  const article = {
    id: `${day} ${outlet}`,
    title: null,
    outlet,
    author: null,
    url: null,
    published: day,
    heard: `${day}T12:00:00.000Z`,
    modified: null,
    sample: false,
  }
  return { ...claim, id: `${day} ${outlet} ${at}`, sentenceText: evidence, article }
}

export const history = (text: string): LedgerClaim[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line, i) => claimOf(line.trim(), i))

export type Expected = Partial<Pick<Verdict, 'certainty' | 'contested' | 'progress' | 'since' | 'before'>> & {
  premiere?: string | null
  platform?: string
  /** Who decided. */
  by?: string | null
  final?: string | null
  delayed?: string | null
  roots?: [pro: number, contra: number, open?: number]
}

/** Asserts the fate of "Show N" on a day, and whatever else is given. */
export function expect(
  claims: readonly LedgerClaim[],
  title: string,
  day: string,
  fate: Fate,
  expected: Expected = {},
): Verdict {
  const [, show, season] = /^(.*) (\d+|series)$/.exec(title)!
  const v = resolve(claims, { show: show!, season: season === 'series' ? null : Number(season), day })
  const who = (c: LedgerClaim | null): string | null =>
    c === null ? null : (c.speaker ?? c.via.at(-1) ?? c.article.outlet)
  const seen: Record<string, unknown> = {
    certainty: v.certainty,
    contested: v.contested,
    progress: v.progress,
    since: v.since,
    before: v.before,
    premiere: v.premiere?.date ?? null,
    platform: v.premiere?.platform ?? null,
    by: who(v.deciding),
    final: who(v.final),
    delayed: v.delayed?.since ?? null,
    roots: [v.roots.pro, v.roots.contra, v.roots.open].slice(0, expected.roots?.length ?? 3),
  }
  const wanted = { fate, ...expected }
  const got = { fate: v.fate, ...Object.fromEntries(Object.keys(expected).map((key) => [key, seen[key]])) }
  assert.deepEqual(got, wanted, `${title} on ${day}: ${headline(v)}`)
  return v
}
