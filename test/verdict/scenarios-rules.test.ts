// The rules one by one, on series that do not exist.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seasonsOf } from '../../src/verdict/board.ts'
import { explain, headline } from '../../src/verdict/explain.ts'
import { resolve } from '../../src/verdict/resolve.ts'
import { expect, history } from './material.ts'

test('nothing heard, on the bubble and contested are three different answers', () => {
  const told = history(`
    2031-03-01 | Glass Harbor 2 | renewal undecided | - | Signal
    2031-03-01 | Tide 2 | renewal yes | - | Signal
    2031-03-01 | Tide 2 | renewal possible | Ada Penn, cast | Reel
    2031-03-02 | Tide 2 | cancellation yes | - | Reel
    2031-03-01 | Quay 2 | renewal yes | - | Signal
    2031-03-01 | Quay 2 | cancellation yes | - | Reel
  `)
  expect(told, 'Dune Road 2', '2031-03-05', 'nothing heard', { contested: false })
  expect(told, 'Glass Harbor 2', '2031-03-05', 'on the bubble', { contested: false })
  expect(told, 'Tide 2', '2031-03-05', 'cancelled', { contested: true, by: 'Reel' })
  expect(told, 'Tide 2', '2031-04-05', 'cancelled', { contested: false })
  expect(told, 'Quay 2', '2031-03-05', 'on the bubble', { contested: true, certainty: 'could go either way' })
})

test('a contradiction on one day does not overturn what stood before; the network’s word settles it', () => {
  const told = history(`
    2031-01-10 | Quay 2 | renewal yes | - | Post
    2031-03-01 | Quay 2 | renewal yes | - | Signal
    2031-03-01 | Quay 2 | cancellation yes | - | Reel
    2031-03-09 | Quay 2 | cancellation yes | Orbit+, network | Signal
  `)
  expect(told, 'Quay 2', '2031-03-02', 'renewed', {
    contested: true,
    certainty: 'as good as certain',
    since: '2031-01-10',
  })
  expect(told, 'Quay 2', '2031-03-09', 'cancelled', { contested: false, certainty: 'official' })
})

test('actors of like standing who disagree are contested while they are fresh', () => {
  const told = history(`
    2031-03-01 | Quay 2 | renewal likely | Ada Penn, cast, to Signal | Signal
    2031-03-20 | Quay 2 | renewal unlikely | Ben Oak, cast, to Reel | Reel
  `)
  expect(told, 'Quay 2', '2031-03-02', 'likely', { certainty: 'leaning' })
  expect(told, 'Quay 2', '2031-03-21', 'on the bubble', { contested: true, roots: [1, 1] })
  expect(told, 'Quay 2', '2031-07-21', 'on the bubble', { contested: false })
})

test('hopes and doubts fade, and are forgotten after three half-lives', () => {
  const told = history(`2031-01-01 | Quay 2 | renewal yes | Ada Penn, showrunner, to Signal | Signal`)
  assert.deepEqual(
    ['2031-01-01', '2031-04-01', '2031-09-28'].map(
      (day) => resolve(told, { show: 'Quay', season: 2, day }).pro[0]?.weight,
    ),
    [0.6, 0.3, 0.075],
  )
  expect(told, 'Quay 2', '2031-01-02', 'likely', { certainty: 'a safe bet' })
  expect(told, 'Quay 2', '2031-09-28', 'likely', { certainty: 'leaning' })
  expect(told, 'Quay 2', '2031-09-29', 'nothing heard', { before: 'likely', since: '2031-09-29', roots: [0, 0, 0] })
})

test('reported decisions with a hedge are likely or unlikely; a network that has not decided leaves it on the bubble', () => {
  const told = history(`
    2031-01-01 | A 2 | renewal likely | - | Signal
    2031-01-01 | B 2 | cancellation likely | sources, anonymous, to Signal | Signal
    2031-01-01 | C 2 | renewal undecided | Orbit+, network | Signal
    2031-01-01 | D 2 | renewal unlikely | Orbit+, network | Signal
    2031-01-01 | E series | cancellation no | Ada Penn, showrunner | Signal
    2031-01-01 | E 2 | premiere yes @2030-12-01 | - | Signal
  `)
  expect(told, 'A 2', '2031-01-02', 'likely', { certainty: 'a safe bet' })
  expect(told, 'B 2', '2031-01-02', 'unlikely', { certainty: 'leaning' })
  expect(told, 'C 2', '2031-01-02', 'on the bubble', { by: 'Orbit+' })
  expect(told, 'D 2', '2031-01-02', 'unlikely', { certainty: 'a safe bet' })
  expect(told, 'E 3', '2031-01-02', 'likely')
})

test('what the network itself denies, an outlet’s report no longer decides', () => {
  const told = history(`
    2031-01-01 | A 2 | cancellation yes | - | Signal
    2031-01-03 | A 2 | cancellation no | Orbit+, network | Reel
    2031-01-01 | B 2 | renewal yes | - | Signal
    2031-01-03 | B 2 | renewal undecided | Orbit+, network | Reel
    2031-01-01 | C 3 | ending yes | - | Signal
    2031-01-03 | C 3 | ending no | Ada Penn, showrunner | Reel
  `)
  expect(told, 'A 2', '2031-01-02', 'cancelled')
  expect(told, 'A 2', '2031-01-03', 'likely', { by: 'Orbit+', before: 'cancelled' })
  expect(told, 'B 2', '2031-01-02', 'renewed')
  expect(told, 'B 2', '2031-01-03', 'likely', { certainty: 'leaning' })
  expect(told, 'C 4', '2031-01-02', 'ended')
  assert.notEqual(resolve(told, { show: 'C', season: 4, day: '2031-01-03' }).fate, 'ended')
  expect(told, 'A 2', '2031-12-01', 'nothing heard')
})

test('ten outlets with one interview are one source; two interviews a month apart are two', () => {
  const relays = Array.from(
    { length: 10 },
    (_, i) =>
      `2031-01-${String(i + 1).padStart(2, '0')} | A 2 | renewal unlikely | Ada Penn, cast, to Vulture | Outlet ${i}`,
  )
  expect(history(relays.join('\n')), 'A 2', '2031-01-12', 'unlikely', { roots: [0, 1], certainty: 'leaning' })
  const told = history(`
    2031-01-01 | A 2 | renewal unlikely | Ada Penn, cast, to Vulture | Signal | I do not believe that we will ever do this again
    2031-01-04 | A 2 | renewal unlikely | Ada Penn, cast, to Vulture | Reel
    2031-02-01 | A 2 | renewal unlikely | Ben Oak, cast, to Vulture | Signal
    2031-02-20 | A 2 | renewal unlikely | Ada Penn, cast | Post | and she added: I do not believe that we will ever do this again
  `)
  expect(told, 'A 2', '2031-02-21', 'unlikely', { roots: [0, 2] })
})

test('one press release in five wordings is one source; who changes their mind is not heard twice', () => {
  const told = history(`
    2031-01-01 | A 2 | renewal yes | Orbit+, network | Signal
    2031-01-01 | A 2 | renewal yes | Orbit+, network | Reel
    2031-01-02 | A 2 | renewal yes | Orbit+, network | Post
    2031-01-01 | B 2 | renewal unlikely | Ada Penn, showrunner, to Signal | Signal
    2031-02-01 | B 2 | renewal likely | Ada Penn, showrunner, to Reel | Reel
  `)
  expect(told, 'A 2', '2031-01-05', 'renewed', { roots: [1, 0] })
  expect(told, 'B 2', '2031-01-05', 'unlikely')
  expect(told, 'B 2', '2031-02-05', 'likely', { roots: [1, 0], before: 'unlikely' })
})

test('what films, is dated or has been shown is renewed, and so is all before it', () => {
  const told = history(`
    2031-01-01 | A 3 | production yes filming | Ada Penn, cast | Signal
    2031-01-01 | B 2 | premiere yes @2031-06 | - | Signal
    2031-01-01 | C 4 | premiere yes @2030-12-24 on Orbit+ | - | Signal
    2031-01-01 | D 2 | production yes writing | Ada Penn, showrunner | Signal
    2031-01-01 | E 1 | production yes development on Orbit+ | - | Signal
  `)
  expect(told, 'A 3', '2031-01-02', 'renewed', { certainty: 'as good as certain', progress: 'filming' })
  expect(told, 'A 2', '2031-01-02', 'renewed')
  expect(told, 'B 2', '2031-01-02', 'renewed', { progress: 'dated', premiere: '2031-06' })
  expect(told, 'B 2', '2031-06-30', 'renewed', { progress: 'dated' })
  expect(told, 'B 2', '2031-07-01', 'renewed', { progress: 'airing', certainty: 'official' })
  expect(told, 'C 4', '2031-01-02', 'renewed', { progress: 'airing', certainty: 'official' })
  expect(told, 'C 3', '2031-01-02', 'renewed', { progress: 'aired', certainty: 'official' })
  expect(told, 'D 2', '2031-01-02', 'likely', { progress: 'writing', certainty: 'leaning' })
  expect(told, 'E 1', '2031-01-02', 'on the bubble', { progress: 'in development' })
})

test('how far a season has come, and dates that grow more precise, move, and pass', () => {
  const told = history(`
    2031-01-01 | A 2 | renewal yes on Orbit+ | Orbit+, network | Signal
    2031-02-01 | A 2 | production yes filming @2031-04 | - | Signal
    2031-03-01 | A 2 | production yes development | - | Signal
    2031-06-01 | A 2 | production yes wrapped | - | Signal
    2031-06-10 | A 2 | premiere yes @2031 | - | Signal
    2031-07-01 | A 2 | premiere yes @2031-10-03 | - | Signal
    2031-07-05 | A 2 | premiere yes @2031-autumn | - | Reel
    2031-08-01 | A 2 | delay yes @2032-02 | Orbit+, network | Signal
    2031-12-01 | A 2 | premiere yes @2032-02-14 on Orbit+ | Orbit+, network | Signal
  `)
  const on = (day: string) => resolve(told, { show: 'A', season: 2, day })
  assert.deepEqual(
    [
      '2031-01-02',
      '2031-02-02',
      '2031-03-02',
      '2031-04-01',
      '2031-06-01',
      '2031-06-11',
      '2032-02-14',
      '2032-04-23',
      '2032-04-24',
    ].map((day) => on(day).progress),
    ['ordered', 'ordered', 'in development', 'filming', 'wrapped', 'dated', 'airing', 'airing', 'aired'],
  )
  assert.deepEqual(
    ['2031-06-09', '2031-06-11', '2031-07-02', '2031-07-06', '2031-08-02', '2031-12-02'].map(
      (day) => on(day).premiere?.date,
    ),
    [undefined, '2031', '2031-10-03', '2031-10-03', '2032-02', '2032-02-14'],
  )
  assert.equal(on('2031-08-02').delayed?.since, '2031-08-01')
  assert.equal(on('2031-12-02').delayed, null)
  assert.equal(on('2031-07-06').premiere?.platform, 'Orbit+')
})

test('a day that is past when a delay is told is that on which it came, and no premiere', () => {
  const told = history(`
    2031-01-01 | A 2 | renewal yes on Orbit+ | Orbit+, network | Signal
    2031-05-12 | A 2 | delay yes @2031-05-03 | - | Signal
  `)
  const { premiere, delayed, progress } = resolve(told, { show: 'A', season: 2, day: '2031-05-13' })
  assert.equal(premiere?.date ?? null, null)
  assert.equal(delayed?.since, '2031-05-12')
  assert.equal(progress, 'ordered')
})

test('claims about a series fall on the season they must mean that day', () => {
  const told = history(`
    2031-01-01 | A 2 | premiere yes @2030-12-01 | - | Signal
    2031-01-05 | A series | renewal undecided | Orbit+, network | Signal
    2031-02-01 | A series | renewal yes | Orbit+, network | Signal
    2031-03-01 | A series | production yes filming | - | Signal
    2031-04-01 | A series | premiere yes @2031-12-01 | - | Signal
    2031-05-01 | A series | cancellation yes | Orbit+, network | Signal
    2032-01-10 | A series | ending yes | - | Signal
    2031-01-01 | B series | order yes | Orbit+, network | Signal
    2031-02-01 | B series | renewal possible | Ada Penn, creator | Signal
  `)
  expect(told, 'A 3', '2031-01-06', 'on the bubble')
  expect(told, 'A 3', '2031-02-01', 'renewed')
  expect(told, 'A 3', '2031-03-01', 'renewed', { progress: 'filming' })
  expect(told, 'A 3', '2031-04-01', 'renewed', { progress: 'dated', premiere: '2031-12-01' })
  // It is dated: the cancellation is of what would have come after.
  expect(told, 'A 3', '2031-05-01', 'renewed', { final: 'Orbit+' })
  expect(told, 'A 4', '2031-05-01', 'cancelled')
  expect(told, 'A 4', '2032-02-01', 'cancelled', { since: '2031-05-01' })
  expect(told, 'B 1', '2031-01-02', 'renewed')
  expect(told, 'B 2', '2031-02-02', 'on the bubble')
})

test('a series of which no season is known has a row of its own, until one is known', () => {
  const told = history(`
    2031-01-01 | A series | cancellation yes on Orbit+ | Orbit+, network | Signal
    2031-03-01 | A 5 | renewal yes on Meridian | Meridian, network | Signal
  `)
  expect(told, 'A series', '2031-01-02', 'cancelled')
  expect(told, 'A 2', '2031-01-02', 'cancelled')
  expect(told, 'A 1', '2031-01-02', 'nothing heard')
  assert.deepEqual(seasonsOf(told, '2031-01-02'), [{ show: 'A', season: null }])
  expect(told, 'A 5', '2031-03-01', 'renewed', { before: 'cancelled' })
  assert.deepEqual(seasonsOf(told, '2031-03-01'), [{ show: 'A', season: 5 }])
  expect(told, 'A series', '2031-03-01', 'nothing heard')
})

test('a series that was to end ended before the highest of the seasons named first, though one below it is renewed that day', () => {
  const order = `
    2031-05-26 | A series | ending yes | Orbit+, network | Signal
    2031-07-06 | A 3 | order yes | - | Signal
  `
  const told = history(order)
  expect(told, 'A 2', '2031-07-06', 'renewed', { certainty: 'official', by: 'Orbit+' })
  expect(told, 'A 3', '2031-07-06', 'renewed', { before: 'ended' })
  const renewed = history(`${order}
    2031-07-06 | A 2 | renewal yes | - | Reel
  `)
  expect(renewed, 'A 2', '2031-07-06', 'renewed', { certainty: 'official', by: 'Reel' })
})

test('a premiere told late corrects on which season a cancellation fell', () => {
  const told = history(`
    2031-01-01 | A 2 | renewal yes | Orbit+, network | Signal
    2032-01-01 | A series | cancellation yes | Orbit+, network | Signal
    2032-02-01 | A 2 | premiere yes @2031-10-01 | - | Reel
  `)
  expect(told, 'A 2', '2032-01-02', 'cancelled')
  expect(told, 'A 2', '2032-02-01', 'renewed', { progress: 'aired', final: 'Orbit+' })
  expect(told, 'A 3', '2032-02-01', 'cancelled')
})

test('questions that make no sense get an answer', () => {
  const told = history(`2031-01-01 | A 2 | renewal yes | Orbit+, network | Signal`)
  for (const day of ['', 'yesterday', '2031-13-45'])
    assert.equal(resolve(told, { show: 'A', season: 2, day }).fate, 'nothing heard')
  for (const season of [0, -3, 1e9, 2.5, Number.NaN]) resolve(told, { show: 'A', season, day: '2031-02-01' })
  assert.equal(resolve([], { show: '', season: null, day: '2031-01-01' }).fate, 'nothing heard')
})

test('of a season far beyond the end it is told that nobody speaks of it, and how the series ended', () => {
  const told = history(`
    2031-01-01 | Quay 2 | premiere yes @2031-01-01 | - | Signal
    2031-03-01 | Quay series | cancellation yes | Orbit+, network | Signal | Quay is over
    2031-01-01 | Tide 2 | ending yes | Orbit+, network | Signal | the second and last season
  `)
  assert.match(headline(expect(told, 'Quay 3', '2031-03-05', 'cancelled')), /^Cancelled — official since 1 March 2031/)
  const beyond = expect(told, 'Quay 9', '2031-03-05', 'cancelled', { roots: [0, 0, 0] })
  assert.equal(
    headline(beyond),
    'Nothing heard of it; the series was cancelled — official since 1 March 2031, by Orbit+',
  )
  assert.equal(
    explain(beyond),
    'Nothing has been heard of season 9 of Quay as of 5 March 2031: the series was cancelled before it (official, since 1 March 2031). Orbit+ said on 1 March 2031 (Signal): “Quay is over”.',
  )
  assert.match(headline(expect(told, 'Tide 3', '2031-03-05', 'ended')), /^Ended — /)
  assert.match(
    explain(expect(told, 'Tide 4', '2031-03-05', 'ended')),
    /^Nothing .* of season 4 .*: the series has ended/,
  )
})
