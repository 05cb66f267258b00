// The words that surfaces share, and how lines are laid out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EVENTS, FACTUALITIES, STAGES } from '../../src/reading/claim.ts'
import { oneLine } from '../../src/surfaces/cli/terminal.ts'
import { quote, wrap } from '../../src/surfaces/cli/wrap.ts'
import { originalOf } from '../../src/surfaces/web/links.ts'
import {
  chainOf,
  count,
  editedInWords,
  eventInWords,
  premiereInWords,
  sourcesInWords,
} from '../../src/surfaces/wording.ts'

const bare = { season: 2, date: null, platform: null } as const

test('every event has words for every factuality, and no two the same', () => {
  for (const event of EVENTS) {
    const words = FACTUALITIES.map((factuality) => eventInWords({ ...bare, event, factuality }, null))
    assert.equal(new Set(words).size, FACTUALITIES.length, words.join(', '))
  }
  for (const stage of STAGES) assert.ok(eventInWords({ ...bare, event: 'production', factuality: 'yes', stage }, null))
})

test('numbers are grouped as English groups them', () => {
  assert.equal(count(1, 'page'), '1 page')
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (n) => {
      assert.equal(count(n, 'page', 'page'), `${n.toLocaleString('en-GB')} page`)
    }),
  )
})

test('what happens, in a few words', () => {
  const premiere = { ...bare, event: 'premiere', factuality: 'yes', date: '2018-03-08', platform: 'Netflix' } as const
  assert.equal(eventInWords(premiere, '2018-03-01'), 'premieres on 8 March 2018 on Netflix')
  assert.equal(eventInWords(premiere, '2018-03-08'), 'premiered on 8 March 2018 on Netflix')
  assert.equal(eventInWords({ ...premiere, date: '2018-summer' }, '2018-09-01'), 'premiered in summer 2018 on Netflix')
  assert.equal(
    eventInWords({ ...bare, event: 'renewal', factuality: 'unlikely', platform: 'Netflix' }, null),
    'renewal doubtful (Netflix)',
  )
  assert.equal(
    eventInWords({ ...bare, event: 'production', factuality: 'no', stage: 'writing' }, null),
    'no writing yet',
  )
  assert.equal(eventInWords({ ...bare, season: null, event: 'ending', factuality: 'yes' }, null), 'ends')
})

test('the chain goes from who said it to who published it', () => {
  const said = { speaker: 'Krysten Ritter', role: 'cast', via: ['Digital Spy', 'Vulture'] } as const
  assert.deepEqual(chainOf({ ...said, via: [...said.via] }, 'Bleeding Cool'), [
    'Krysten Ritter (cast)',
    'Vulture',
    'Digital Spy',
    'Bleeding Cool',
  ])
  assert.deepEqual(chainOf({ speaker: null, role: 'outlet', via: ['Deadline'] }, 'TVLine'), ['Deadline', 'TVLine'])
  assert.deepEqual(chainOf({ speaker: null, role: 'outlet', via: [] }, 'TVLine'), ['TVLine'])
  assert.deepEqual(chainOf({ speaker: 'anonymous', role: 'anonymous', via: [] }, null), ['Unnamed sources'])
  assert.deepEqual(chainOf({ speaker: null, role: 'outlet', via: [] }, null), ['The article'])
})

test('premiere and sources', () => {
  const claim = null as never
  assert.equal(premiereInWords({ premiere: null, progress: 'ordered' }), 'no date known')
  assert.equal(
    premiereInWords({ premiere: { date: null, platform: 'HBO', claim }, progress: null }),
    'on HBO, no date known',
  )
  assert.equal(
    premiereInWords({ premiere: { date: '2018-03', platform: null, claim }, progress: 'aired' }),
    'premiered in March 2018',
  )
  assert.equal(sourcesInWords({ pro: 2, contra: 0, open: 1 }), '2 for, none against, 1 leaves it open')
})

test('a sentence keeps its words when it is wrapped, whatever they are, and the evidence is marked on every line', () => {
  const evidence = (text: string): string => `[${text}]`
  assert.deepEqual(quote({ sentence: 'one two three four five', start: 4, end: 18 }, '  ', { width: 12, evidence }), [
    '  one [two]',
    '  [three four]',
    '  five',
  ])
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.nat(40),
      fc.nat(40),
      fc.integer({ min: 1, max: 30 }),
      (sentence, a, b, width) => {
        const lines = quote({ sentence, start: Math.min(a, b), end: Math.max(a, b) }, '', {
          width,
          evidence: (text) => text,
        })
        const squash = (text: string): string => text.replace(/ /g, '')
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const expected = [sentence.slice(0, from), sentence.slice(from, to), sentence.slice(to)].map(oneLine).join('')
        assert.equal(squash(lines.join('')), squash(expected))
      },
    ),
  )
  assert.deepEqual(wrap('a verylongword b', 5), ['a', 'verylongword', 'b'])
})

test('an edit is told when it came more than an hour after publication', () => {
  const cases: Array<[string | null, string | null, string | null, string | null]> = [
    ['2024-05-03', '2024-05-03T09:00:00.000Z', '2024-05-03T14:05:59.000Z', 'edited 3 May 2024, 14:05 UTC'],
    ['2024-05-03', '2024-05-03T09:00:00.000Z', '2024-05-03T10:00:00.000Z', null],
    ['2024-05-03', '2024-05-03T09:00:00.000Z', '2024-05-03T10:00:01.000Z', 'edited 3 May 2024, 10:00 UTC'],
    ['2024-05-03', '2024-05-03T09:00:00.000Z', '2024-05-03', null],
    ['2024-05-03', '2024-05-03T09:00:00.000Z', null, null],
    // It may have come out late that day in Honolulu.
    ['2024-05-03', null, '2024-05-04T13:00:00.000Z', null],
    ['2024-05-03', null, '2024-05-04T13:00:01.000Z', 'edited 4 May 2024, 13:00 UTC'],
    ['2024-05-03', null, '2024-05-03', null],
    ['2024-05-03', null, '2024-05-04', 'edited 4 May 2024'],
    [null, null, '2024-05-04', 'edited 4 May 2024'],
    [null, null, '2024-05-04T13:00:00.000Z', 'edited 4 May 2024, 13:00 UTC'],
    [null, null, null, null],
  ]
  for (const [published, publishedAt, modified, words] of cases)
    assert.equal(editedInWords({ published, publishedAt, modified }), words)
})

test('no text of any kind breaks an address into the original', () => {
  const article = {
    id: '',
    title: null,
    outlet: null,
    author: null,
    url: 'https://example.com/a?b=c',
    published: '2031-01-01',
    heard: '',
    modified: null,
    sample: false,
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sentenceText) => {
      const address = originalOf({ article, sentenceText })!
      assert.match(address, /^https:\/\/example\.com\/a\?b=c(#:~:text=[^-&,#]+(,[^-&,#]+)?)?$/)
    }),
  )
  assert.equal(originalOf({ article: { ...article, url: 'javascript:alert(1)' }, sentenceText: 'x' }), null)
  assert.match(
    originalOf({ article, sentenceText: '“It’s a well-known fact, & more.”' })!,
    /#:~:text=It%E2%80%99s%20a%20well%2Dknown%20fact%2C%20%26%20more$/,
  )
})
