// Near-copies: one text under other headlines, cut and lengthened; and two texts about one thing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeness, nearCopies, sketchOf } from '../../src/ledger/likeness.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { resolve } from '../../src/verdict/resolve.ts'
import { article, claim, HEARD } from './material.ts'

const AGENCY = `Lumo has renewed the coastal drama Glass Harbor for a second season of ten episodes, the streamer announced on Monday.

The series, created by Dana Wells, follows a pilot who guides ships through a harbor that freezes over every winter. Its first season was watched by more households than any new drama of the spring.

“We left Mara on the ice, and nobody was more worried about that than I was,” Wells said in a statement. “I am grateful that we may bring her home.”

Filming begins in Lisbon in October. The whole cast returns, with two parts yet to be filled.`

const CUT = `Good news for fans of Glass Harbor

It is official at last. ${AGENCY.split('\n\n').slice(0, 3).join('\n\n').replace('more households', 'more homes')}

Read more about the shows of the spring in our guide.`

const OWN = `The ice did not break after all: Glass Harbor will be back. Three people close to the production told us over the weekend that contracts were sent out for ten further hours, and on Monday the streamer confirmed it. What it did not say is who will run the writers' room now that Dana Wells has signed elsewhere for a film, nor whether the unloved frame story survives. Shooting is pencilled in for the autumn, in Portugal, where the tax rebate was raised last year.`

test('a text in another cut is like it, a text of its own about the same is not', () => {
  assert.ok(likeness(sketchOf(AGENCY), sketchOf(CUT)) > 0.5)
  assert.ok(likeness(sketchOf(AGENCY), sketchOf(OWN)) < 0.1)
  assert.equal(nearCopies(sketchOf(AGENCY), sketchOf(CUT)), true)
  assert.equal(nearCopies(sketchOf(AGENCY), sketchOf(OWN)), false)
  const shouted = AGENCY.toUpperCase().replaceAll('“', '"').replaceAll('’', "'")
  assert.equal(likeness(sketchOf(AGENCY), sketchOf(shouted)), 1)
})

test('what is too short to tell is like nothing', () => {
  assert.equal(likeness(sketchOf('Lumo has renewed it.'), sketchOf('Lumo has renewed it.')), 0)
  assert.equal(likeness(sketchOf(''), sketchOf(AGENCY)), 0)
  assert.equal(likeness('', sketchOf(AGENCY)), 0)
})

test('what near-copies tell is one source, whatever sentence each of them was read by', async (t) => {
  const ledger = await openLedger(':memory:')
  t.after(() => ledger.close())
  const outlets = [
    ['Signal', AGENCY, 'has renewed the coastal drama'],
    ['Reel', CUT, 'It is official at last'],
    ['Post', OWN, 'will be back'],
  ] as const
  for (const [outlet, text, words] of outlets) {
    const a = article({ text, outlet, url: null, title: null, emphasis: [], headings: [] })
    const told = claim(a, words, { platform: null })
    await ledger.add(a, [{ ...told, sentence: told.span }], HEARD)
  }
  const { roots, certainty } = resolve(await ledger.claims(), { show: 'Glass Harbor', season: 2, day: '2031-05-12' })
  assert.deepEqual(roots, { pro: 2, contra: 0, open: 0 })
  assert.equal(certainty, 'official')
})
