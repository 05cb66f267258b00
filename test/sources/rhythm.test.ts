// When a feed is asked again.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { afterFailure, freshFor, nextPoll, retryAfter } from '../../src/sources/rhythm.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.parse('2031-05-12T12:00:00Z')

describe('nextPoll', () => {
  /** Minutes until the next request to a feed with an item every so many minutes. */
  const wait = (every: number, more: Partial<Parameters<typeof nextPoll>[0]> = {}): number => {
    const times = Array.from({ length: 20 }, (_, i) => NOW - (i + 1) * every * MINUTE)
    return (nextPoll({ now: NOW, times, rest: null, fresh: null, gap: false, chance: 0, ...more }) - NOW) / MINUTE
  }
  it('asks after half the time between two items', () => {
    assert.equal(wait(60), 30)
    assert.equal(wait(240), 120)
  })
  it('asks every five minutes at most, and every six hours at least', () => {
    assert.equal(wait(1), 5)
    assert.equal(wait(14 * 24 * 60), 360)
  })
  it('asks a feed that has gone quiet less often', () =>
    assert.ok(wait(10, { times: Array.from({ length: 20 }, (_, i) => NOW - 10 * HOUR - i * 10 * MINUTE) }) > wait(10)))
  it('asks every hour before it knows better', () => assert.equal(wait(1, { times: [] }), 60))
  it('does not count what is to come', () =>
    assert.equal(wait(1, { times: [NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY] }), 60))
  it('waits as long as the feed wishes, a day at most', () => {
    assert.equal(wait(1, { rest: 3600 }), 60)
    assert.equal(wait(1, { rest: 40 * 86_400 }), 24 * 60)
  })
  it('waits as long as the headers wish, six hours at most', () => {
    assert.equal(wait(1, { fresh: 1800 }), 30)
    assert.equal(wait(1, { fresh: 31_536_000 }), 360)
  })
  it('comes sooner after a gap, but not sooner than it may', () => {
    assert.equal(wait(240, { gap: true }), 5)
    assert.equal(wait(240, { gap: true, rest: 1800 }), 30)
  })
  it('spreads', () => assert.equal(wait(60, { chance: 1 }), 33))
})

describe('afterFailure', () => {
  it('doubles up to a day, and never ends', () => {
    const waits = [1, 2, 3, 8, 9, 10, 1000].map((n) => (afterFailure(NOW, n, null, 0) - NOW) / MINUTE)
    assert.deepEqual(waits, [5, 10, 20, 640, 1280, 1440, 1440])
  })
  it('waits as long as the server wishes, a day at most', () => {
    assert.equal(afterFailure(NOW, 1, NOW + HOUR, 0), NOW + HOUR)
    assert.equal(afterFailure(NOW, 1, NOW + 9 * DAY, 0), NOW + DAY)
    assert.equal(afterFailure(NOW, 5, NOW + MINUTE, 0), NOW + 80 * MINUTE)
  })
})

describe('headers', () => {
  const of = (headers: Record<string, string>): Map<string, string> => new Map(Object.entries(headers))
  it('tell how long an answer is fresh', () => {
    assert.equal(freshFor(of({ 'cache-control': 'public, max-age=300' })), 300)
    assert.equal(freshFor(of({ 'cache-control': 'no-cache, max-age=300' })), null)
    const date = 'Mon, 12 May 2031 12:00:00 GMT'
    assert.equal(freshFor(of({ date, expires: 'Mon, 12 May 2031 12:10:00 GMT' })), 600)
    assert.equal(freshFor(of({ date, expires: '0' })), null)
    assert.equal(freshFor(of({})), null)
  })
  it('tell when to come back', () => {
    assert.equal(retryAfter(of({ 'retry-after': '120' }), NOW), NOW + 2 * MINUTE)
    assert.equal(retryAfter(of({ 'retry-after': 'Mon, 12 May 2031 13:00:00 GMT' }), NOW), NOW + HOUR)
    assert.equal(retryAfter(of({ 'retry-after': '999999999' }), NOW), NOW + DAY)
    for (const value of ['soon', 'Mon, 12 May 2031 11:00:00 GMT', ''])
      assert.equal(retryAfter(of({ 'retry-after': value }), NOW), null, value)
  })
})
