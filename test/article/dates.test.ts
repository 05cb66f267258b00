import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toDay, toInstant, toMoment, withTrueEdit } from '../../src/article/dates.ts'

describe('toDay', () => {
  const cases: Array<[string, string | null]> = [
    ['2031-05-10', '2031-05-10'],
    ['2031-05-10T23:30:00-05:00', '2031-05-10'],
    ['2031-05-10 09:00', '2031-05-10'],
    ['2031-5-1', '2031-05-01'],
    ['2031/05/10', '2031-05-10'],
    ['20310510', '2031-05-10'],
    ['20310510T0900', '2031-05-10'],
    ['1936170000', '2031-05-10'],
    ['1936170000000', '2031-05-10'],
    ['May 10, 2031', '2031-05-10'],
    ['Published: Sept. 3rd, 2031 4:00 pm', '2031-09-03'],
    ['SATURDAY, MAY 10 2031', '2031-05-10'],
    ['10 May 2031', '2031-05-10'],
    ['Sat, 10 May 2031 09:00:00 GMT', '2031-05-10'],
    ['3rd December, 2031', '2031-12-03'],
    ['10-May-2031', '2031-05-10'],
    ['25/12/2031', '2031-12-25'],
    ['12/25/2031', '2031-12-25'],
    ['5.5.2031', '2031-05-05'],
    ['03/04/2031', null],
    ['2031-02-30', null],
    ['2031-13-01', null],
    ['1871-05-10', null],
    ['Mumble 10, 2031', null],
    ['yesterday', null],
    ['', null],
    ['2031', null],
  ]
  for (const [value, day] of cases) it(`reads «${value}» as ${day}`, () => assert.equal(toDay(value), day))
})

describe('toInstant', () => {
  const cases: Array<[string, string | null]> = [
    ['2031-05-10T23:30:00-05:00', '2031-05-11T04:30:00.000Z'],
    ['2031-05-10T23:30:00-0500', '2031-05-11T04:30:00.000Z'],
    ['2031-05-10T23:30:00+05', '2031-05-10T18:30:00.000Z'],
    ['2031-05-10T23:30:00.123456Z', '2031-05-10T23:30:00.123Z'],
    ['2031-05-10T23:30:00.5Z', '2031-05-10T23:30:00.500Z'],
    ['2031-05-10 09:00', '2031-05-10T09:00:00.000Z'],
    ['2031-05-10 09:00:30 UTC', '2031-05-10T09:00:30.000Z'],
    [' 2031-05-10T09:00Z\n', '2031-05-10T09:00:00.000Z'],
    ['Sat, 10 May 2031 09:00:00 GMT', '2031-05-10T09:00:00.000Z'],
    ['10 May 2031 09:00:00 +0200', '2031-05-10T07:00:00.000Z'],
    ['1936170000', '2031-05-10T09:00:00.000Z'],
    ['1936170000123', '2031-05-10T09:00:00.123Z'],
    ['2031-05-10', null],
    ['May 10, 2031', null],
    ['2031-05-10T25:00:00Z', null],
    ['2031-02-30T10:00:00Z', null],
    ['1871-05-10T10:00:00Z', null],
    ['2031-05-10T09:00 or so', null],
    ['yesterday', null],
    ['', null],
  ]
  for (const [value, instant] of cases)
    it(`reads «${value.trim()}» as ${instant}`, () => assert.equal(toInstant(value), instant))

  it('leaves the day where there is no hour', () => {
    assert.equal(toMoment('May 10, 2031'), '2031-05-10')
    assert.equal(toMoment('2031-05-10T09:00Z'), '2031-05-10T09:00:00.000Z')
    assert.equal(toMoment('soon'), null)
  })
})

describe('withTrueEdit', () => {
  const of = (modified: string, seen: string) =>
    withTrueEdit({ published: '2031-05-10', publishedAt: null, modified }, seen).modified
  it('drops what would be later than the article was seen', () => {
    assert.equal(of('2031-05-12T10:00:00.001Z', '2031-05-12T10:00:00.000Z'), null)
    assert.equal(of('2031-05-12T10:00:00.000Z', '2031-05-12T10:00:00.000Z'), '2031-05-12T10:00:00.000Z')
    assert.equal(of('2031-05-13', '2031-05-12T10:00:00.000Z'), null)
    assert.equal(of('2031-05-12', '2031-05-12T10:00:00.000Z'), '2031-05-12')
    assert.equal(of('2031-05-12T23:00:00.000Z', '2031-05-12'), '2031-05-12T23:00:00.000Z')
    assert.equal(of('2031-05-13T00:00:00.000Z', '2031-05-12'), null)
  })
})
