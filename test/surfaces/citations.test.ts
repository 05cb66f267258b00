// Ready citations: in the forms that their readers take, whatever stands in a title.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LedgerClaim } from '../../src/ledger/records.ts'
import { citationsOf } from '../../src/surfaces/citations.ts'
import { article, claim } from '../ledger/material.ts'

function cited(fields: Partial<LedgerClaim['article']> = {}, evidence = 'has renewed Glass Harbor'): LedgerClaim {
  const of = article()
  return {
    ...claim(of, 'has renewed Glass Harbor'),
    evidence,
    id: 'c1',
    sentenceText: 'Orbit+ has renewed Glass Harbor for a second season.',
    article: {
      id: 'abcdef123456',
      title: 'Orbit+ Renews ‘Glass Harbor’',
      outlet: 'Signal & Reel',
      author: 'Ada Penn',
      url: 'https://signal.example/a?b=1',
      published: '2031-05-10',
      heard: '2031-05-11T08:00:00.000Z',
      modified: null,
      sample: false,
      ...fields,
    },
  }
}

test('each in its form', () => {
  const { plain, wikipedia, quickstatements, bibtex } = citationsOf(cited())
  assert.equal(
    plain,
    'Ada Penn, “Orbit+ Renews ‘Glass Harbor’”, Signal & Reel, 10 May 2031: “has renewed Glass Harbor” (https://signal.example/a?b=1)',
  )
  assert.equal(
    wikipedia,
    '{{cite news |author=Ada Penn |title=Orbit+ Renews ‘Glass Harbor’ |url=https://signal.example/a?b=1 |work=Signal & Reel |date=10 May 2031 |access-date=11 May 2031 |quote=has renewed Glass Harbor}}',
  )
  assert.deepEqual(quickstatements.split('\t'), [
    'S854',
    '"https://signal.example/a?b=1"',
    'S1476',
    'en:"Orbit+ Renews ‘Glass Harbor’"',
    'S2093',
    '"Ada Penn"',
    'S577',
    '+2031-05-10T00:00:00Z/11',
    'S813',
    '+2031-05-11T00:00:00Z/11',
    'S1683',
    'en:"has renewed Glass Harbor"',
  ])
  assert.match(bibtex, /^@misc\{signalreel20310510abcdef,\n {2}author = \{\{Ada Penn\}\},\n/)
  assert.match(bibtex, /howpublished = \{Signal \\& Reel\}/)
})

test('what is not known is left out', () => {
  const bare = citationsOf(cited({ title: null, outlet: null, author: null, url: null }))
  assert.equal(bare.plain, '10 May 2031: “has renewed Glass Harbor”')
  assert.equal(bare.wikipedia, '{{cite news |title=none |date=10 May 2031 |quote=has renewed Glass Harbor}}')
  assert.equal(bare.quickstatements, 'S577\t+2031-05-10T00:00:00Z/11\tS1683\ten:"has renewed Glass Harbor"')
  assert.match(bare.bibtex, /^@misc\{article20310510abcdef,/)
  assert.doesNotMatch(citationsOf(cited({ url: 'javascript:alert(1)' })).wikipedia, /javascript/)
})

test('nothing in a title ends a template, a line or a group', () => {
  const nasty = 'A | B }} [[C]] <ref>\n{\\x} 100 % _#$~^\t"D"'
  const { plain, wikipedia, quickstatements, bibtex } = citationsOf(
    cited({ title: nasty, outlet: nasty, author: nasty }, nasty),
  )
  for (const line of [plain, wikipedia, quickstatements]) assert.doesNotMatch(line, /\n/)
  assert.equal(wikipedia.match(/\}\}/g)?.length, 1)
  assert.equal(wikipedia.match(/\|/g)?.length, 7)
  assert.doesNotMatch(wikipedia.slice(2, -2), /[{}[\]<>]/)
  assert.equal(quickstatements.split('\t').length, 12)
  let depth = 0
  for (const [i, letter] of [...bibtex].entries()) {
    if (bibtex[i - 1] === '\\') continue
    depth += letter === '{' ? 1 : letter === '}' ? -1 : 0
    assert.ok(
      depth > 0 || i === 0 || i === bibtex.length - 1 || !bibtex.slice(0, i).includes('{'),
      'groups are closed at the end alone',
    )
  }
  assert.equal(depth, 0)
})
