// Topics: the show that an article as a whole is about, whatever other shows it names before, as tables of articles.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { analyse, compile } from '../../src/reading/index.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))

const ABOUT: ReadonlyArray<readonly [show: string, text: string]> = [
  [
    'Glass Harbor',
    `Kestrel has renewed the drama “Glass Harbor” for a third season. The series comes from Dan Hale, whose credits include “Night
Ferry” and “Low Orbit.” It stars Ann Lee as the harbormaster. The second season of the show ended in March.`,
  ],
  [
    'Saltmarsh',
    `Ana Reyes (“Night Ferry”) has joined the cast of Tessera's drama series Saltmarsh for its second season. She will play a vet
who moves to the coast. The show, from “Low Orbit” creator Dan Hale, is filming in Newark. Saltmarsh returns in the fall.`,
  ],
  [
    'Quarry Road',
    `Newark was full of fans on Saturday. At a panel in the old town hall the cast of Quarry Road talked about its second season.
Ann Lee said that the series goes back to the mine. “We are shooting now,” the star of Quarry Road said. It premieres in May.`,
  ],
  [
    'Bluebell',
    `The sitcom “Bluebell” will end with its fourth season, Kestrel said. The final run follows the comedies “Uncle Ray” and “Kings
Row,” which were canceled in May. The network renewed “Bluebell” a year ago. Its last episode airs in June.`,
  ],
]

describe('what an article is about', () => {
  for (const [show, text] of ABOUT)
    test(show, () => {
      const analysis = analyse(fromText(text, { published: '2031-02-10', outlet: 'Signal & Reel' }), knowledge)!
      assert.equal(analysis.topics.main?.name, show)
      const odds = [...analysis.topics.odds.values()]
      assert.ok(Math.abs(odds.reduce((a, b) => a + b, 0) - 1) < 1e-9, 'the odds of all shows come to one')
      assert.equal(analysis.topics.odds.get(analysis.topics.main!), Math.max(...odds))
    })
})
