// The phrase book against its own examples, both ways: every example yields what it says, no look-alike does, and no phrase
// is without an example that it alone or with others brings about.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { loadExamples } from '../../src/phrasebook/examples.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { compile } from '../../src/reading/index.ts'
import { faultsOfCues, faultsOfEvents, faultsOfHedges } from './trying.ts'

const FOLDER = join(import.meta.dirname, '../../phrases/en')
const book = loadPhraseBook(FOLDER)
const examples = loadExamples(FOLDER)
const knowledge = compile(book)

describe('examples of the phrase book', () => {
  for (const file of new Set(examples.families.map((family) => family.file))) {
    it(file, () => {
      const families = examples.families.filter((family) => family.file === file)
      assert.deepEqual(
        families.flatMap((family) => faultsOfEvents(family, knowledge)),
        [],
      )
    })
  }
  it('hedges.yaml', () => {
    assert.deepEqual(
      examples.hedgeFamilies.flatMap((family) => faultsOfHedges(family, knowledge)),
      [],
    )
  })
  it('cues.yaml', () => {
    assert.deepEqual(faultsOfCues(book, examples.cueExamples, knowledge), [])
  })
})
