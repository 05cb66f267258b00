// What falls on a season's page, withdrawn claims included.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimsOn, fatesOf } from '../../src/surfaces/web/season-story.ts'
import { resolve } from '../../src/verdict/resolve.ts'
import { history } from '../verdict/material.ts'

const [renewed, doubted, ending] = history(`
  2031-05-10 | Glass Harbor 2 | renewal yes | Lumo, network | Signal
  2031-05-12 | Glass Harbor 2 | renewal undecided | Dana Wells, showrunner | Reel
  2031-05-14 | Glass Harbor 1 | ending possible | Ben Oak, cast | Reel
`)
const claims = [{ ...renewed!, withdrawn: '2031-05-13' }, doubted!, ending!]
const told = (day: string): string[] =>
  claimsOn(claims, 2, day).map((c) => `${c.event} ${c.factuality}${c.withdrawn ? ` withdrawn ${c.withdrawn}` : ''}`)

test('a claim that its article took back stays on the page, and says so from that day on', () => {
  assert.deepEqual(told('2031-05-12'), ['renewal yes', 'renewal undecided'])
  assert.deepEqual(told('2031-05-13'), ['renewal yes withdrawn 2031-05-13', 'renewal undecided'])
})

test('the ending of the season before falls on this one too', () => {
  assert.deepEqual(told('2031-05-14').at(-1), 'ending possible')
})

test('the fates go back through what was withdrawn', () => {
  const verdict = resolve(claims, { show: 'Glass Harbor', season: 2, day: '2031-05-13' })
  assert.deepEqual(fatesOf(claims, verdict), [
    { fate: 'on the bubble', since: '2031-05-13' },
    { fate: 'renewed', since: '2031-05-10' },
  ])
})
