// No change may read our own corpus worse than quality/floors.yaml allows.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { load } from 'js-yaml'
import { scoreParts } from '../../corpus/quality.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { compile } from '../../src/reading/index.ts'

interface Floor {
  status?: number
  attributed?: number
  spurious?: number
  /** Share of the claims found that came through another outlet and name it. */
  via?: number
}

const ROOT = join(import.meta.dirname, '../..')
const floors = load(readFileSync(join(ROOT, 'quality/floors.yaml'), 'utf8')) as Record<string, Floor>
const scores = scoreParts(compile(loadPhraseBook(join(ROOT, 'phrases/en'))))

describe('floors of the reading', () => {
  it('stand for every part of the corpus', () => {
    assert.deepEqual(Object.keys(floors).sort(), scores.map(({ part }) => part).sort())
  })
  for (const { part, status, attributed, tally, relayed } of scores) {
    const floor = floors[part] ?? {}
    it(part, () => {
      if (floor.status !== undefined) assert.ok(status >= floor.status, `status F1 ${status.toFixed(3)}`)
      if (floor.attributed !== undefined)
        assert.ok(attributed >= floor.attributed, `attributed ${attributed.toFixed(3)}`)
      if (floor.spurious !== undefined) assert.ok(tally.spurious <= floor.spurious, `${tally.spurious} spurious`)
      const via = relayed.named / relayed.claims
      if (floor.via !== undefined) assert.ok(via >= floor.via, `outlets on the way ${via.toFixed(3)}`)
      assert.ok(Object.keys(floor).length > 0)
    })
  }
})
