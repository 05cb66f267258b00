// The chart of a season: which marks it has, and that they are told in words too.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seasonChart } from '../../src/surfaces/web/season-chart.ts'
import { marksOf } from '../../src/surfaces/web/season-marks.ts'
import { isoDay } from '../../src/verdict/days.ts'
import { history } from '../verdict/material.ts'

const claims = history(`
  2031-02-03 | Glass Harbor 2 | renewal undecided | Dana Wells, showrunner | Reel
  2031-02-05 | Glass Harbor 2 | renewal undecided | Dana Wells, showrunner to Reel | Signal
  2031-02-06 | Glass Harbor 2 | renewal undecided | Dana Wells, showrunner to Reel | Post
  2031-03-10 | Glass Harbor 2 | renewal unlikely | Ben Oak, cast | Post
  2031-05-12 | Glass Harbor 2 | renewal yes | Lumo, network | Signal
  2031-05-13 | Glass Harbor 3 | renewal possible | Lumo, network | Signal
`)
const told = (day: string): string[] =>
  marksOf(claims, 2, day).map(
    (m) => `${isoDay(m.day)} ${m.direction}${m.decides ? ' decides' : ''} ${m.claim.speaker} ${m.articles}`,
  )

test('one mark a source, however many carry it, and only what falls on the season', () => {
  assert.deepEqual(told('2031-06-01'), [
    '2031-02-03 open Dana Wells 3',
    '2031-03-10 down Ben Oak 1',
    '2031-05-12 up decides Lumo 1',
  ])
  assert.deepEqual(told('2031-02-04'), ['2031-02-03 open Dana Wells 1'])
  assert.deepEqual(told('2030-01-01'), [])
})

test('the surer stands higher, whoever speaks', () => {
  const weights = marksOf(claims, 2, '2031-06-01').map((m) => m.weight)
  assert.ok(weights.length === 3 && weights[2]! > weights[0]! && weights.every((w) => w > 0 && w <= 1), `${weights}`)
})

test('the drawing has a name, each mark its shape, and the table a row for each, the newest first', async () => {
  const page = String(await seasonChart(marksOf(claims, 2, '2031-06-01'), 'Glass Harbor, season 2'))
  assert.match(
    page,
    /role="group" aria-label="3 sources on Glass Harbor, season 2, from 3 February 2031 to 12 May 2031/,
  )
  const drawn = /<svg class="chart".*?<\/svg>\s*<p/s.exec(page)![0]
  assert.deepEqual(drawn.match(/class="mark [a-z ]+"/g), [
    'class="mark open"',
    'class="mark down"',
    'class="mark up decides"',
  ])
  assert.match(
    page,
    /<tbody>.*Lumo.*For: .*Ben Oak \(cast\).*Against: .*Dana Wells \(showrunner\).*Open: .*in 3 articles/s,
  )
  assert.doesNotMatch(page, / style=|NaN/)
})

test('one source is no chart; very many are the newest of them', async () => {
  const mark = marksOf(claims, 2, '2031-06-01')[2]!
  assert.equal(String(await seasonChart([mark], 'x')), '')
  const many = Array.from({ length: 5000 }, (_, i) => ({ ...mark, day: mark.day + i * 7 }))
  const page = String(await seasonChart(many, 'x'))
  assert.match(page, /The newest 60 of 5000\./)
  assert.ok(page.length < 60_000, `${page.length}`)
  const same = String(
    await seasonChart(
      Array.from({ length: 60 }, () => mark),
      'x',
    ),
  )
  assert.doesNotMatch(same, /NaN|Infinity/)
})
