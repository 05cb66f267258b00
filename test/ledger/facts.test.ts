// Facts beside the status: kept with their reading, given by show, out of an archive as they went in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepAll, linesOf, readArchive } from '../../src/ledger/archive.ts'
import type { Fact } from '../../src/reading/facts/fact.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

const of = article()
const { span, sentence, evidence } = claim(of, 'a second season')
const told = { show: 'Glass Harbor', season: 2, speaker: null, via: [], date: null, evidence, span, sentence }
const FACTS: Fact[] = [
  { fact: 'score', ...told, aggregator: 'Metacritic', value: 81, scale: 100 },
  { fact: 'credit', ...told, season: null, person: 'Hal Teague', role: 'cast', character: 'Vane' },
  { fact: 'appearance', ...told, character: 'Dolly Crane', of: 'Copper Rain' },
  { fact: 'fate', ...told, character: 'Vane', state: 'dead' },
  { fact: 'dependency', ...told, waitsOn: 'a third season', waitsOnShow: null, waitsOnSeasons: [3] },
]
const bare = (facts: ReadonlyArray<Fact & { article: unknown }>): Fact[] => facts.map(({ article: _, ...fact }) => fact)

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

onEachStore((under) => {
  test('are kept with the reading that told them', async () => {
    const ledger = await under.ledger()
    const { id } = await ledger.add(of, [claim(of, 'has renewed')], { ...HEARD, facts: FACTS })
    assert.deepEqual(bare(await ledger.facts('GLASS HARBOR')), FACTS)
    assert.equal((await ledger.facts('glassharbor'))[0]?.article.id, id)
    assert.deepEqual(await ledger.facts('Copper Rain'), [])
    assert.deepEqual(await ledger.facts('Glass Harbor', { asOf: '2031-05-09' }), [])
    // Later rules tell less; what was known before stays known as it was.
    const later = { reading: 'test-2', read: '2031-06-01T00:00:00.000Z', claims: [], facts: FACTS.slice(0, 1) }
    await ledger.reread(id, later)
    assert.equal((await ledger.facts('Glass Harbor')).length, 1)
    assert.equal((await ledger.facts('Glass Harbor', { knownAt: '2031-05-20T00:00:00.000Z' })).length, FACTS.length)
    assert.deepEqual(await ledger.facts('Glass Harbor', { knownAt: '2031-05-01T00:00:00.000Z' }), [])
  })

  test('of an edited page, the last version tells', async () => {
    const ledger = await under.ledger()
    await ledger.add(of, [], { ...HEARD, facts: FACTS })
    const edited = article({ text: `${of.text} Updated.` })
    await ledger.add(edited, [], { ...HEARD, heard: '2031-05-12T08:00:00.000Z', facts: FACTS.slice(1, 2) })
    assert.deepEqual(bare(await ledger.facts('Glass Harbor')), FACTS.slice(1, 2))
    assert.equal((await ledger.facts('Glass Harbor', { knownAt: '2031-05-11T20:00:00.000Z' })).length, FACTS.length)
  })

  test('go with the sample, and through an archive', async () => {
    const ledger = await under.ledger()
    await ledger.add(of, [claim(of, 'has renewed')], { ...HEARD, sample: true, facts: FACTS })
    const lines = await all(linesOf(ledger))
    const copy = await under.ledger()
    await keepAll(
      readArchive(
        (async function* () {
          yield* lines
        })(),
        true,
      ),
      copy,
    )
    assert.deepEqual(await copy.facts('Glass Harbor'), await ledger.facts('Glass Harbor'))
    assert.deepEqual(await all(linesOf(copy)), lines)
    await ledger.removeSample()
    assert.deepEqual(await ledger.facts('Glass Harbor'), [])
  })
  test('tie shows to one another, those too that the article makes no claim on', async () => {
    const ledger = await under.ledger()
    const ties: Fact[] = [
      { fact: 'appearance', ...told, character: 'Vane', of: 'GLASS HARBOR', show: 'Copper Rain' },
      {
        fact: 'dependency',
        ...told,
        show: 'Salt Marsh',
        waitsOn: 'it',
        waitsOnShow: 'Glass Harbor',
        waitsOnSeasons: [],
      },
      {
        fact: 'dependency',
        ...told,
        show: 'Salt Marsh',
        waitsOn: 'it',
        waitsOnShow: 'Night Ferry',
        waitsOnSeasons: [],
      },
    ]
    await ledger.add(of, [claim(of, 'has renewed')], { ...HEARD, facts: [...FACTS, ...ties] })
    assert.deepEqual(await ledger.lists.ties('glassharbor', '2031-05-10'), ties.slice(0, 2))
    assert.deepEqual(await ledger.lists.ties('glassharbor', '2031-05-09'), [])
    assert.deepEqual(await ledger.lists.ties('nightferry', '2031-05-10'), ties.slice(2))
    assert.deepEqual(await ledger.lists.ties('saltmarsh', '2031-05-10'), [])
  })
})
