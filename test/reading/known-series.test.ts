// Well-known series (phrases/en/series.yaml): where their titles end, and where their words are none.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import type { Spellings } from '../../src/reading/gazetteer.ts'
import { analyse, compile } from '../../src/reading/index.ts'
import { listOf } from '../../src/reading/joined.ts'

const book = loadPhraseBook(join(import.meta.dirname, '../../phrases/en'))
const knowledge = compile(book)

/** Titles of well-known series in a sentence, as the article writes them. */
function titlesIn(sentence: string): string[] {
  const text = `${sentence}\n\nIn other news from television: networks, a streamer, its series, episodes and sitcoms.`
  const analysis = analyse(fromText(text, { published: '2018-07-25', outlet: 'Signal & Reel' }), knowledge)!
  return [...new Set(analysis.entities.values())].filter((e) => e.known).map((e) => e.name)
}

const CASES: ReadonlyArray<readonly [sentence: string, titles: string[]]> = [
  // Small words and marks inside, and names that run into others.
  ['Freeform has renewed Switched at Birth for a fourth season.', ['Switched at Birth']],
  [
    'ABC will air America’s Funniest Home Videos and Extreme Makeover: Home Edition on Sunday.',
    ['America’s Funniest Home Videos', 'Extreme Makeover: Home Edition'],
  ],
  ['The drama You, now in its third season, was once a Lifetime series.', ['You']],
  [
    'Its star was last seen in How I Met Your Mother and Curb Your Enthusiasm.',
    ['How I Met Your Mother', 'Curb Your Enthusiasm'],
  ],
  // Parts of longer names.
  ['The Chicago Fire Department has ordered a series of drills.', []],
  ['You will see it on the network next season.', []],
]

/** Names that are no other name's spelling, in lower case. */
const namesIn = (spellings: Spellings): string[] =>
  listOf(spellings).flatMap((line) => {
    const [spelling, name] = line.split('|')
    return name ? [] : [spelling!.toLowerCase()]
  })

describe('well-known series', () => {
  for (const [sentence, titles] of CASES)
    test(`${sentence} → ${titles.join(', ') || 'none'}`, () => assert.deepEqual(titlesIn(sentence), titles))

  test('none is also a network, an outlet or a company by its name', () => {
    const others = new Set([book.networks, book.studios, book.outlets, book.companies].flatMap(namesIn))
    assert.ok(others.has('netflix'))
    assert.deepEqual(
      namesIn(book.series).filter((title) => others.has(title)),
      [],
    )
  })

  test('each stands once', () => {
    const titles = namesIn(book.series)
    assert.equal(new Set(titles).size, titles.length)
  })
})
