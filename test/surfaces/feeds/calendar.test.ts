// The calendar of premieres: days without hours, one UID a season, and a higher SEQUENCE whenever a date is moved or withdrawn.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import type { Served } from '../served.ts'
import { serve } from '../served.ts'

let served: Served
before(async () => {
  served = await serve()
})
after(() => served.ledger.close())

interface Event {
  uid: string
  sequence: number
  summary: string
  status: string
  /** As the calendar writes it. */
  start: string
  isDate: boolean
}

async function events(): Promise<Map<string, Event>> {
  const { status, headers, text } = await served.get('/feeds/premieres.ics')
  assert.deepEqual([status, headers.get('content-type')], [200, 'text/calendar; charset=utf-8'])
  assert.ok(
    text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)),
    'lines are folded',
  )
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0')
  assert.ok(calendar.getFirstPropertyValue('prodid'))
  assert.ok(calendar.getAllSubcomponents().length, 'a calendar has something in it (RFC 5545, 3.6)')
  const found = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    assert.ok(component.getFirstPropertyValue('dtstamp'))
    const start = event.startDate
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      status: String(component.getFirstPropertyValue('status')),
      start: start.toString(),
      isDate: start.isDate,
    }
  })
  assert.equal(new Set(found.map((e) => e.uid)).size, found.length)
  return new Map(found.map((e) => [e.summary.replace(/,? (on|premieres|:).*|:.*/, ''), e]))
}

const tell = (
  day: string,
  text: string,
  date: string | null,
  event: 'premiere' | 'delay' | 'cancellation' = 'premiere',
) =>
  served.tell(day, 'Signal & Reel', text, {
    season: 2,
    event,
    date,
    ...(event === 'cancellation' ? { speaker: 'Orbit+', role: 'network' as const } : {}),
  })

test('a date is dated, moved, put off, dated again and cancelled: one event all along', async () => {
  assert.deepEqual(await events(), new Map(), 'nothing is dated')
  await tell('2031-06-01', 'Glass Harbor is back in autumn.', '2031-autumn')
  assert.deepEqual(await events(), new Map(), 'an autumn is no day')
  const seen: Event[] = []
  const see = async (): Promise<Event> => {
    const [event, ...others] = [...(await events()).values()]
    assert.deepEqual(others, [])
    const last = seen.at(-1)
    if (last) {
      assert.equal(event!.uid, last.uid)
      assert.ok(event!.sequence > last.sequence, `${event!.sequence} after ${last.sequence}`)
    }
    seen.push(event!)
    assert.ok(event!.isDate, 'no hour is known')
    return event!
  }
  await tell('2031-06-02', 'Glass Harbor is back on September 4.', '2031-09-04')
  const first = await see()
  assert.deepEqual([first.start, first.status], ['2031-09-04', 'CONFIRMED'])
  assert.match(first.summary, /^Glass Harbor, season 2 on Orbit\+ premieres$/)
  await tell('2031-06-20', 'Glass Harbor moves to September 11.', '2031-09-11')
  assert.equal((await see()).start, '2031-09-11')
  await tell('2031-07-01', 'Glass Harbor has been postponed.', null, 'delay')
  const off = await see()
  assert.deepEqual([off.start, off.status], ['2031-09-11', 'CANCELLED'])
  assert.match(off.summary, /put off$/)
  await tell('2031-07-10', 'Glass Harbor is now due on November 20.', '2031-11-20')
  assert.deepEqual([(await see()).start, seen.at(-1)!.status], ['2031-11-20', 'CONFIRMED'])
  await tell('2031-08-01', 'Orbit+ has cancelled Glass Harbor.', null, 'cancellation')
  const gone = await see()
  assert.deepEqual([gone.start, gone.status], ['2031-11-20', 'CANCELLED'])
  assert.match(gone.summary, /cancelled$/)
})

test('an event is the same when nothing was heard, and news heard late only raises its sequence', async () => {
  const before = [...(await events()).values()][0]!
  assert.deepEqual([...(await events()).values()][0], before)
  await tell('2031-06-10', 'Glass Harbor may be back sooner, on August 28.', '2031-08-28')
  const after = [...(await events()).values()][0]!
  assert.equal(after.uid, before.uid)
  assert.ok(after.sequence > before.sequence)
})
