// The neighbours of a show, on the pages of its seasons: told from both sides, and no earlier than it was heard.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Fact } from '../../src/reading/facts/fact.ts'
import type { Served } from './served.ts'
import { fill, serve } from './served.ts'

const TEXT = 'Night Ferry must wait for Glass Harbor, whose Dolly Crane it brings back.'
const told = { season: null, speaker: null, via: [], date: null, evidence: TEXT.slice(0, -1) }
const at = { span: { start: 0, end: TEXT.length - 1 }, sentence: { start: 0, end: TEXT.length } }

let served: Served
before(async () => {
  served = await serve()
  await fill(served)
})
after(() => served.ledger.close())

const neighboursOn = async (path: string): Promise<string> => {
  const { text } = await served.get(path)
  const section = /<section aria-labelledby="neighbours">.*?<\/section>/s.exec(text)?.[0] ?? ''
  return section
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
}

test('what must wait for what ties two shows, on the pages of both', async () => {
  assert.equal(await neighboursOn('/show/glassharbor/2'), '')
  const waits: Fact = {
    fact: 'dependency',
    show: 'Night Ferry',
    ...told,
    ...at,
    waitsOn: 'Glass Harbor',
    waitsOnShow: 'Glass Harbor',
    waitsOnSeasons: [],
  }
  await served.tell('2031-11-02', 'Kino Post', TEXT, { show: 'Night Ferry', season: 2, event: 'delay' }, [waits])
  assert.match(await neighboursOn('/show/nightferry/2'), /Glass Harbor, season 2 .*; Night Ferry must wait for it/)
  // The article makes no claim on Glass Harbor.
  assert.match(await neighboursOn('/show/glassharbor/2'), /Night Ferry, season 2 .*; it must wait for Glass Harbor/)
  assert.equal(await neighboursOn('/show/glassharbor/2?as_of=2031-11-01'), '')
})

test('who is seen where ties them too', async () => {
  const seen: Fact = {
    fact: 'appearance',
    show: 'Night Ferry',
    ...told,
    ...at,
    character: 'Dolly Crane',
    of: 'Glass Harbor',
  }
  await served.tell('2031-12-01', 'Kino Post', TEXT, { event: 'production', season: 2 }, [seen])
  assert.match(await neighboursOn('/show/glassharbor/2'), /Night Ferry.*Dolly Crane of Glass Harbor is seen in it/)
  assert.match(await neighboursOn('/show/nightferry/2'), /Glass Harbor.*Dolly Crane comes from there/)
})
