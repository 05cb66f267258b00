// A spell answers what a verdict would, on each of its days.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LedgerClaim } from '../../src/ledger/records.ts'
import { board } from '../../src/verdict/board.ts'
import { byShow } from '../../src/verdict/history.ts'
import { spellsOf } from '../../src/verdict/spells.ts'
import { claims, iso } from './generate.ts'
import { history } from './material.ts'

/** The boards of spells and of verdicts on a day, in one shape. */
function compare(list: readonly LedgerClaim[], day: string): void {
  const spells = [...byShow(list).values()].flatMap((of) => spellsOf(of))
  const lasting = spells.filter((s) => s.from <= day && (s.until === null || s.until > day))
  const rows = lasting.map(({ show: _, from: __, until: ___, ...row }) => row)
  const verdicts = board(list, day).map((v) => ({
    season: v.season,
    since: v.since,
    before: v.before,
    fate: v.fate,
    certainty: v.certainty,
    contested: v.contested,
    progress: v.progress,
    premiere: v.premiere?.date ?? null,
    platform: v.premiere?.platform ?? null,
    final: v.final !== null,
    delayed: v.delayed?.since ?? null,
    deciding: v.deciding?.id ?? null,
    pro: v.roots.pro,
    contra: v.roots.contra,
    open: v.roots.open,
  }))
  const sorted = (of: object[]): string[] => of.map((row) => JSON.stringify(row)).sort()
  assert.deepEqual(sorted(rows), sorted(verdicts))
}

test('spells agree with the board on any day', () => {
  fc.assert(
    fc.property(claims, fc.array(fc.nat(900), { minLength: 8, maxLength: 8 }), (list, days) => {
      for (const day of days) compare(list, iso(day))
    }),
    { numRuns: 400 },
  )
})

test('a word is a safe bet, then leaning, then no longer heard', () => {
  const told = history('2031-01-01 | A 2 | renewal yes | Ada Penn, showrunner, to Reel | Reel')
  assert.deepEqual(
    spellsOf(told).map((s) => `${s.from} ${s.until} ${s.fate} (${s.certainty})`),
    [
      '2031-01-01 2031-01-25 likely (a safe bet)',
      '2031-01-25 2031-09-29 likely (leaning)',
      '2031-09-29 null nothing heard (unheard)',
    ],
  )
  for (let day = 0; day < 300; day++) compare(told, iso(day))
})

test('nothing told, no spells', () => assert.deepEqual(spellsOf([]), []))
