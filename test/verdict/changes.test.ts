// What changed, and what turned and turned again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeInWords } from '../../src/surfaces/wording.ts'
import { board } from '../../src/verdict/board.ts'
import { changesIn, changesOf } from '../../src/verdict/changes.ts'
import { derive } from '../../src/verdict/spells.ts'
import { claims, iso } from './generate.ts'
import { history } from './material.ts'

/** The changes, a line each: "day season: words (who)". */
const changes = (text: string, since: string, until: string): string[] =>
  changesOf(history(text), since, until).map((c) => {
    const who = c.claim && (c.claim.speaker ?? c.claim.article.outlet)
    return `${c.day} ${c.season ?? 'series'}: ${changeInWords(c)}${who ? ` (${who})` : ''}`
  })

const JONES = `
  2016-01-10 | Jessica Jones 2 | renewal undecided | Melissa Rosenberg, showrunner, to IGN | Cinema Daily
  2016-01-11 | Jessica Jones 2 | renewal undecided | Melissa Rosenberg, showrunner, to IGN | Reprint
  2016-01-17 | Jessica Jones 2 | renewal yes on Netflix | Netflix, network | IGN
  2016-01-18 | Jessica Jones 2 | renewal yes on Netflix | - | Variety
  2017-12-12 | Jessica Jones 2 | premiere yes @2018-03-08 on Netflix | Netflix, network | IGN
`

test('each changed belief once, with the words that changed it, and not who carried it after', () => {
  assert.deepEqual(changes(JONES, '2016-01-01', '2018-12-31'), [
    '2016-01-10 2: nothing heard → on the bubble (Melissa Rosenberg)',
    '2016-01-17 2: on the bubble → renewed (Netflix)',
    '2017-12-12 2: premieres on 8 March 2018 on Netflix (Netflix)',
  ])
  assert.deepEqual(changes(JONES, '2016-01-11', '2016-01-16'), [])
  assert.deepEqual(changes(JONES, '2016-01-17', '2016-01-17'), ['2016-01-17 2: on the bubble → renewed (Netflix)'])
  assert.deepEqual(changes(JONES, 'no day', '2018-12-31'), [])
})

test('words that have faded are a change without words', () => {
  const faded = changes(
    '2031-01-01 | Glass Harbor 2 | renewal possible | Ada Penn, showrunner, to Reel | Reel',
    '2031-01-02',
    '2032-01-01',
  )
  assert.deepEqual(faded, ['2031-09-29 2: on the bubble → nothing heard'])
})

const FLIP = `
  2031-05-01 | Glass Harbor 2 | renewal yes on Orbit+ | - | Signal
  2031-06-10 | Glass Harbor 2 | renewal no | - | Signal
  2031-06-11 | Glass Harbor 2 | renewal yes on Orbit+ | Orbit+, network | Reel
`

test('what turns and turns again within two days is told at once the first time, held back, and then told as one', () => {
  assert.deepEqual(changes(FLIP, '2031-06-10', '2031-06-10'), ['2031-06-10 2: renewed → cancelled (Signal)'])
  assert.deepEqual(changes(FLIP, '2031-06-10', '2031-06-12'), [
    '2031-06-10 2: renewed → cancelled; turned twice within days: held back (Signal)',
  ])
  assert.deepEqual(changes(FLIP, '2031-06-10', '2031-06-13'), [
    '2031-06-10 2: still renewed; turned twice within days: settled (Orbit+)',
  ])
})

test('outlets that contradict one another are told as contested', () => {
  const text = `
    2031-05-01 | Glass Harbor 2 | renewal possible | Ada Penn, showrunner, to Reel | Reel
    2031-06-10 | Glass Harbor 2 | renewal yes | - | Signal
    2031-06-11 | Glass Harbor 2 | renewal no | - | Reel
  `
  assert.deepEqual(changes(text, '2031-06-01', '2031-06-13'), [
    '2031-06-10 2: on the bubble → cancelled, contested; turned twice within days: contested (Reel)',
  ])
})

test('turns further apart are changes each', () => {
  const text = `
    2031-06-10 | Glass Harbor 2 | renewal yes | Orbit+, network | Signal
    2031-06-13 | Glass Harbor 2 | cancellation yes | Orbit+, network | Reel
  `
  assert.deepEqual(changes(text, '2031-06-01', '2031-12-31'), [
    '2031-06-10 2: nothing heard → renewed (Orbit+)',
    '2031-06-13 2: renewed → cancelled (Orbit+)',
  ])
})

test('a last season is told once: on itself, or where the next was in doubt on that', () => {
  const planned = `
    2031-06-10 | Glass Harbor 4 | premiere yes @2031-06-10 | - | Signal
    2031-07-10 | Glass Harbor 5 | renewal yes | Orbit+, network | Signal
    2031-07-10 | Glass Harbor 5 | ending yes | Orbit+, network | Signal
  `
  assert.deepEqual(changes(planned, '2031-07-01', '2031-12-31'), [
    '2031-07-10 5: nothing heard → renewed (Orbit+)',
    '2031-07-10 5: the last season (Orbit+)',
  ])
  const dropped = `
    2031-06-10 | Glass Harbor 1 | premiere yes @2031-06-10 | - | Signal
    2031-07-01 | Glass Harbor 2 | renewal undecided | Orbit+, network | Signal
    2031-07-20 | Glass Harbor series | cancellation yes | Orbit+, network | Signal
  `
  assert.deepEqual(changes(dropped, '2031-07-10', '2031-12-31'), ['2031-07-20 2: on the bubble → cancelled (Orbit+)'])
})

test('a date that moves, and a season that is put off', () => {
  const text = `
    2031-01-01 | Glass Harbor 2 | premiere yes @2031-08 on Orbit+ | Orbit+, network | Signal
    2031-03-01 | Glass Harbor 2 | premiere yes @2031-08-12 on Orbit+ | Orbit+, network | Signal
    2031-05-01 | Glass Harbor 2 | delay yes | Orbit+, network | Signal
    2031-09-01 | Glass Harbor 2 | premiere yes @2031-08-30 on Orbit+ | - | Signal
  `
  assert.deepEqual(changes(text, '2031-02-01', '2031-12-31'), [
    '2031-03-01 2: premieres on 12 August 2031 on Orbit+ (was in August 2031) (Orbit+)',
    '2031-05-01 2: put off (Orbit+)',
    '2031-09-01 2: premiered on 30 August 2031 on Orbit+ (Signal)',
  ])
})

test('a belief about the series goes on as one about its season when that becomes known', () => {
  const text = `
    2031-01-01 | Glass Harbor series | renewal yes | Orbit+, network | Signal
    2031-02-01 | Glass Harbor 2 | renewal yes | Orbit+, network, to Reel | Reel
    2031-02-02 | Glass Harbor 2 | production yes filming | - | Reel
  `
  assert.deepEqual(changes(text, '2031-01-01', '2031-12-31'), ['2031-01-01 series: nothing heard → renewed (Orbit+)'])
})

test('the last change of each season is what the board believes, and what nobody told of has not changed', () => {
  fc.assert(
    fc.property(claims, fc.nat(900).map(iso), (list, day) => {
      const told = list.filter((c) => c.show !== 'Quay')
      const last = new Map<number | null, string>()
      const all = changesOf(told, iso(0), day).filter((c) => c.axis === 'fate')
      for (const c of all) last.set(c.season, c.outcome === 'held back' ? 'held back' : c.to.value!)
      for (const v of board(told, day)) {
        const change = last.get(v.season)
        // A season's belief may go on as what was believed of the series; an end by design is told on the last season.
        if (change === undefined || change === 'held back' || v.fate === 'ended') continue
        assert.equal(change, v.fate, `${v.show} ${v.season}`)
      }
      assert.deepEqual(changesOf(told.toReversed(), iso(0), day), changesOf(told, iso(0), day))
    }),
    { numRuns: 3000 },
  )
})

test('the turns that are kept of a show tell on any later day what its claims told then', () => {
  fc.assert(
    fc.property(claims, fc.nat(900), fc.nat(40), (list, day, days) => {
      // Which spelling of its title is the common one may change with what is told later.
      const told = list.filter((c) => c.show === 'Glass Harbor')
      const words = new Map(told.map((c) => [c.id, c]))
      const kept = derive(told).turns.map((turn) => ({
        ...turn,
        claim: turn.claim === null ? null : words.get(turn.claim)!,
      }))
      const [since, until] = [iso(day), iso(day + days)]
      assert.deepEqual(changesIn(kept, since, until), changesOf(told, since, until))
    }),
    { numRuns: 3000 },
  )
})
