// Which claims are one source heard again: chains of relays as they happen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rootsOf } from '../../src/verdict/roots.ts'
import { history } from './material.ts'

const roots = (text: string): number[] => rootsOf(history(text))

test('one interview relayed by ten outlets in different cuts is one root', () => {
  const chain = `
    2018-03-08 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast | Vulture | I don’t think we are doing it again. I think that was always a one-off, and I have not heard anything
    2018-03-08 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast, to Vulture | Bleeding Cool | I don’t think we are doing it again
    2018-03-08 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast, to Vulture | ComicBook | that was always a one-off
    2018-03-09 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast, to Vulture | Screen Rant | Ritter doubts that the team meets again
    2018-03-09 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast, to Bleeding Cool < Vulture | Cosmic Book News | doubtful
    2018-03-09 | The Defenders 2 | renewal unlikely | Ritter, cast, to Vulture | Digital Spy | “I don't think we are doing it again,” the actress told the site, “I think that was always a one-off.”
    2018-03-10 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast | Reprints Daily | I don’t think we are doing it again. I think that was always a one-off
    2018-03-12 | The Defenders 2 | renewal no | Krysten Ritter, cast, to Vulture | Loud Site | no second season
    2018-03-14 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast, to Vulture | Weekly | I have not heard anything
    2018-05-02 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast | Late Blog | as she said in spring, I don’t think we are doing it again. I think that was always a one-off
  `
  assert.deepEqual(roots(chain), Array(10).fill(0))
})

test('two interviews of one actor a month apart are two, however many carry each', () => {
  const told = `
    2031-01-02 | A 2 | renewal possible | Ben Oak, cast | Vulture | I would love to go back to that harbor one day
    2031-01-03 | A 2 | renewal possible | Ben Oak, cast, to Vulture | Reel | hopeful
    2031-02-02 | A 2 | renewal unlikely | Ben Oak, cast | Vulture | By now I have stopped waiting for the phone to ring
    2031-02-03 | A 2 | renewal unlikely | Ben Oak, cast, to Vulture | Signal | no longer hopeful
  `
  assert.deepEqual(roots(told), [0, 0, 1, 1])
})

test('a surname means the one who has spoken; of two who share it, neither', () => {
  const told = (other: string): number[] =>
    roots(`
      2031-01-02 | A 2 | renewal possible | Ben Oak, cast | Vulture | first
      2031-01-02 | A 2 | renewal possible | ${other}, cast, to Vulture | Reel | second
      2031-01-03 | A 2 | renewal possible | Oak, cast, to Vulture | Signal | third
    `)
  assert.deepEqual(told('Ben Oak'), [0, 0, 0])
  assert.deepEqual(told('Ada Oak'), [0, 1, 2])
})

test('two outlets that speak to one actor in one week are two, for each asked for itself', () => {
  const told = `
    2031-01-02 | A 2 | renewal possible | Ben Oak, cast | Vulture | I would love to go back to that harbor one day
    2031-01-05 | A 2 | renewal unlikely | Ben Oak, cast | IGN | It gets less likely with every month that goes by
  `
  assert.deepEqual(roots(told), [0, 1])
})

test('one press release in five rewordings is one', () => {
  const release = `
    2031-05-12 | Glass Harbor 2 | renewal yes | Lumo, network | Signal | Lumo today announced that the drama Glass Harbor has been renewed for a second season of ten episodes
    2031-05-12 | Glass Harbor 2 | renewal yes | Lumo, network | Reel | Glass Harbor is coming back: the streamer has given it ten more episodes
    2031-05-12 | Glass Harbor 2 | renewal yes | Lumo, network | Post | said on Monday that it had ordered another run
    2031-05-13 | Glass Harbor 2 | renewal yes | Lumo, network, to Signal | Daily | a second helping
    2031-05-13 | Glass Harbor 2 | renewal yes | Lumo, network | Weekly | has picked up the show again
  `
  assert.deepEqual(new Set(roots(release)), new Set([0]))
})

test('prose that two outlets copied from one another is one; prose of their own is two', () => {
  const copied = `
    2031-05-12 | Glass Harbor 2 | renewal yes | - | Signal | the drama Glass Harbor has been renewed for a second season of ten episodes that will film in Lisbon this autumn
    2031-05-12 | Glass Harbor 2 | renewal yes | - | Reel | Good news: Glass Harbor has been renewed for a second season of ten episodes that will film in Lisbon this autumn
    2031-05-13 | Glass Harbor 2 | renewal yes | - | Post | according to two people who would know, cameras will soon roll again on everybody’s favourite show about ships
  `
  assert.deepEqual(roots(copied), [0, 0, 1])
})

test('unnamed sources of two outlets are two, of one outlet and its relays one', () => {
  const told = `
    2031-05-12 | A 2 | renewal likely | anonymous | Deadline
    2031-05-12 | A 2 | renewal likely | anonymous to Deadline | Reel
    2031-05-13 | A 2 | renewal likely | anonymous | Variety
  `
  assert.deepEqual(roots(told), [0, 0, 1])
})
