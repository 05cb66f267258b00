// Is a show safe to start: what each course of a show's seasons answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Spell } from '../../src/ledger/records.ts'
import { isAwaited, startOf } from '../../src/verdict/start.ts'

const row = (season: number | null, fate: string, progress: string | null = null, final = false): Spell => ({
  show: 'Glass Harbor',
  season,
  from: '2031-01-01',
  until: null,
  fate,
  certainty: 'official',
  contested: false,
  progress,
  premiere: null,
  platform: null,
  final,
  delayed: null,
  since: null,
  before: null,
  deciding: null,
  pro: 0,
  contra: 0,
  open: 0,
})
const aired = (season: number, final = false): Spell => row(season, 'renewed', 'aired', final)

test('each course of a show has its answer', () => {
  for (const [rows, start, why] of [
    [[aired(1), aired(2), row(3, 'ended')], 'yes', 'it ended by design with season 2'],
    [[aired(1), aired(2, true)], 'yes', 'season 2 is the last, as announced'],
    [[aired(1), row(2, 'renewed', 'filming')], 'yes', 'season 2 is ordered'],
    [[aired(1), row(2, 'renewed', 'dated', true), row(3, 'ended')], 'yes', 'season 2 is ordered, and will be the last'],
    [[row(2, 'cancelled'), aired(1)], 'no', 'it was cancelled after season 1'],
    [[row(1, 'cancelled')], 'no', 'it was dropped before it began'],
    [[aired(1), row(2, 'on the bubble')], 'open', 'season 2 is on the bubble'],
    [[aired(1), row(2, 'likely')], 'open', 'season 2 is likely'],
    [[aired(1), row(2, 'nothing heard')], 'open', 'nothing is heard of season 2'],
    [[aired(3)], 'open', 'nothing is heard of a season after 3'],
    [[row(1, 'renewed', 'filming')], 'new', 'season 1 is ordered, and nothing has been shown yet'],
    [[row(null, 'cancelled')], 'no', 'it was cancelled'],
    [[row(null, 'renewed')], 'yes', 'more of it is ordered'],
    [[], 'open', 'nothing is heard of it'],
  ] as Array<[Spell[], string, string]>)
    assert.deepEqual([startOf(rows).start, startOf(rows).why], [start, why])
})

test('what comes, or may, is awaited until it is shown', () => {
  const awaited = [row(2, 'renewed', 'dated'), row(2, 'likely'), row(2, 'on the bubble')]
  assert.ok(awaited.every(isAwaited))
  const not = [aired(1), row(2, 'renewed', 'airing'), row(2, 'unlikely'), row(2, 'cancelled'), row(2, 'nothing heard')]
  assert.ok(!not.some(isAwaited))
})
