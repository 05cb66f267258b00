// Series without a title, offshoots and works that become series: what they go by, as tables of sentences.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { analyse, compile } from '../../src/reading/index.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))

/** The shows of an article, names that are hardly one's left out, each with the words that stand for it. */
function showsIn(text: string): Map<string, string[]> {
  const more = `${text}\n\nIn other news from television: networks, a streamer, its series, episodes and sitcoms.`
  const { views, tokens } = analyse(fromText(more, { published: '2018-07-25', outlet: 'Signal & Reel' }), knowledge)!
  const shows = new Map<string, string[]>()
  for (const { show, weak, from, to } of views.flatMap((v) => v.themes)) {
    if (!show || weak) continue
    const words = more.slice(tokens[from]!.start, tokens[to - 1]!.end)
    shows.set(show.name, [...(shows.get(show.name) ?? []), words])
  }
  return shows
}

const FOUND: ReadonlyArray<readonly [text: string, show: string, words: string]> = [
  ['Lumo ordered the untitled Nora Quill drama.', 'Nora Quill', 'the untitled Nora Quill drama'],
  [
    'Lumo passed on an as-yet-untitled comedy from Hal Teague.',
    'Hal Teague',
    'an as-yet-untitled comedy from Hal Teague',
  ],
  ['Lumo has Hal Teague’s untitled police drama.', 'Hal Teague', 'Hal Teague’s untitled police drama'],
  // What it is about before who makes it.
  [
    'Lumo ordered a docuseries about the Lake County murders, which has no title yet.',
    'Lake County murders',
    'a docuseries about the Lake County murders',
  ],
  [
    'Lumo shot an untitled drama about traveling nurses.',
    'traveling nurses',
    'an untitled drama about traveling nurses',
  ],
  [
    'Lumo ordered an untitled series from “Tin Ear” creator Nora Quill.',
    'Nora Quill',
    'an untitled series from “Tin Ear” creator Nora Quill',
  ],
  // Spoken of again by the surname.
  ['Lumo ordered the untitled Nora Quill drama. The Quill project films in May.', 'Nora Quill', 'The Quill project'],
  // Offshoots, and versions by their country.
  ['Lumo ordered a spinoff of Glass Harbor.', 'Glass Harbor spinoff', 'a spinoff of Glass Harbor'],
  ['Lumo ordered a “Glass Harbor” prequel. Filming on the prequel is underway.', 'Glass Harbor prequel', 'the prequel'],
  [
    'Lumo ordered a German version of the hit comedy “Tin Ear”.',
    'Tin Ear (Germany)',
    'a German version of the hit comedy “Tin Ear”',
  ],
  ['“Tin Ear” is a hit comedy series. The U.S. version returns in May.', 'Tin Ear (US)', 'The U.S. version'],
  // "the book" stands for the work that becomes a series.
  ['Lumo bought the novel “Tin Ear” and will develop the book as a series.', 'Tin Ear', 'the book'],
]

const NOT: ReadonlyArray<readonly [text: string, show: string]> = [
  ['Lumo renewed Glass Harbor. Nora Quill is repped by Gersh and Untitled.', 'Untitled'],
  ['Lumo renewed Glass Harbor. Filming began on an untitled Nora Quill film.', 'Nora Quill'],
  // It has a title after all.
  ['Night Ferry, a spinoff of Glass Harbor, was renewed by Lumo.', 'Glass Harbor spinoff'],
  ['Lumo has “Night Ferry”, a series about Nora Quill.', 'Nora Quill'],
  ['A big-screen sequel to the sitcom “Tin Ear” opens in cinemas.', 'Tin Ear sequel'],
]

describe('what a series without a title goes by', () => {
  for (const [text, show, words] of FOUND)
    test(`${text} → ${show}`, () => assert.ok(showsIn(text).get(show)?.includes(words), [...showsIn(text)].join('; ')))
  for (const [text, show] of NOT) test(`${text} → no ${show}`, () => assert.ok(!showsIn(text).has(show)))
})
