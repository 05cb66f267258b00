// What changed between two days, as the page tells it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { createServer } from '../../src/server/compose.ts'
import { article, claim } from '../ledger/material.ts'

const HEARD = { heard: '2031-05-13T08:00:00.000Z', reading: 'test-1' }
let ledger: Ledger
let site: ReturnType<typeof createServer>

before(async () => {
  ledger = await openLedger(':memory:')
  const doubt = article({ text: 'It has not been decided yet.', published: '2031-02-03', url: null })
  const said = { factuality: 'undecided', speaker: 'Dana Wells', role: 'showrunner' } as const
  await ledger.add(doubt, [claim(doubt, 'has not been decided', said)], HEARD)
  const renewed = article({ published: '2031-05-12' })
  const network = { speaker: 'Orbit+', role: 'network' } as const
  await ledger.add(renewed, [claim(renewed, 'Orbit+ has renewed Glass Harbor', network)], HEARD)
  const today = () => '2031-05-14'
  site = createServer({
    ledger,
    today,
    access: 'local',
    version: 'test',
    sampleRemoved: () => {},
    complain: console.error,
  })
})
after(() => ledger.close())

const get = async (path: string) => {
  const answer = await site.request(`http://localhost${path}`)
  return { status: answer.status, text: await answer.text() }
}

test('each changed belief once, with the words that changed it, and the way back to the board', async () => {
  const { text } = await get('/changes?since=2031-01-01&until=2031-05-14')
  assert.equal(text.match(/class="change"/g)?.length, 2)
  assert.match(text, /2 beliefs changed/)
  assert.match(
    text,
    /12 May 2031.*On the bubble.*renewed.*“Orbit\+ has renewed Glass Harbor”.*3 February 2031.*Nothing heard.*on the bubble/s,
  )
  assert.match(text, /href="\/show\/glassharbor\/2\?as_of=2031-05-12"/)
  assert.match(text, /href="\/\?as_of=2030-12-31"/)
})

test('the week up to today, or up to the day asked for, unless more is said', async () => {
  assert.match((await get('/changes')).text, /name="since" value="2031-05-08".*name="until" value="2031-05-14"/s)
  assert.match((await get('/changes?until=2031-02-05')).text, /name="since" value="2031-01-30".*1 belief changed/s)
  assert.match(
    (await get('/changes?since=2031-05-14&until=2031-02-10')).text,
    /value="2031-02-10".*value="2031-05-14"/s,
  )
  assert.match((await get('/')).text, /href="\/changes\?since=2031-05-08&amp;until=2031-05-14"/)
})

test('when nothing changed it says so, and where the last news is', async () => {
  const { text } = await get('/changes?since=2031-03-01&until=2031-03-05')
  assert.match(
    text,
    /Nothing changed\. The last news before that is of <a href="\/changes\?since=2031-01-28&amp;until=2031-02-03"/,
  )
  assert.match((await get('/changes?since=2030-01-01&until=2030-01-02')).text, /Nothing changed\.</)
})

test('what is no day is refused', async () => {
  for (const query of ['since=soon', 'until=2031-02-30', 'since=2031-01-01&page=0'])
    assert.equal((await get(`/changes?${query}`)).status, 400, query)
})
