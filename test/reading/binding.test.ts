// Binding: the shows to which the words of an event belong by the build of the sentence, before anything is weighed.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { analyse, compile } from '../../src/reading/index.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))
const NEIGHBOUR = 'In other news from television: networks, a streamer, its series, episodes and sitcoms.'

/** "Show" or "Show 3" for each theme of an event's candidates in the first sentence. */
function boundIn(sentence: string, event: string): string[] {
  const { candidates } = analyse(
    fromText(`${sentence}\n\n${NEIGHBOUR}`, { published: '2018-07-25', outlet: 'Signal & Reel' }),
    knowledge,
  )!
  const bound = candidates.flatMap(({ trigger, theme, season, view }) => {
    if (trigger.phrase.event !== event || view.sentence.i > 0 || !theme?.show) return []
    const number = (season?.season ?? theme.season)?.numbers[0]
    return [number ? `${theme.show.name} ${number}` : theme.show.name]
  })
  return [...new Set(bound)].sort()
}

const CASES: ReadonlyArray<readonly [sentence: string, event: string, shows: string[]]> = [
  // The season of another clause, and the one for which a series is renewed.
  ['“Night Ferry” debuted in May, and its second season, which ended in June, was a hit.', 'premiere', ['Night Ferry']],
  ['“Night Ferry,” whose third season ended in May, was renewed for a fourth.', 'renewal', ['Night Ferry 4']],
  // Lists, with what is inserted between their members.
  [
    'The net greenlit “Night Ferry,” a dramedy from scribe Ruth Aldous, and “Low Orbit,” a thriller.',
    'order',
    ['Low Orbit', 'Night Ferry'],
  ],
  [
    '“Night Ferry,” which bowed in May, and “Low Orbit,” have both been canceled.',
    'cancellation',
    ['Low Orbit', 'Night Ferry'],
  ],
  ['“Night Ferry,” which bowed in May, and “Low Orbit,” have both been canceled.', 'premiere', ['Night Ferry']],
  ['QBC has given series orders to “Night Ferry,” as well as to “Low Orbit.”', 'order', ['Low Orbit', 'Night Ferry']],
  ['Neither “Night Ferry” nor “Low Orbit” will return.', 'renewal', ['Low Orbit', 'Night Ferry']],
  [
    'QBC renewed “Night Ferry” (Season 3), “Low Orbit” (second) and “Saltmarsh” (for a fifth season).',
    'renewal',
    ['Low Orbit 2', 'Night Ferry 3', 'Saltmarsh 5'],
  ],
  ['Several hits bowed in 2017, including “Night Ferry” and “Low Orbit.”', 'premiere', ['Low Orbit', 'Night Ferry']],
  ['QBC has renewed several dramas, including “Night Ferry” and “Low Orbit.”', 'renewal', ['Low Orbit', 'Night Ferry']],
  // A slate, season by season; described objects; the show right before a gerund or a participle.
  [
    'The slate also includes second seasons of “Night Ferry” and “Low Orbit” and a third season of “Saltmarsh.”',
    'renewal',
    ['Low Orbit 2', 'Night Ferry 2', 'Saltmarsh 3'],
  ],
  ['QBC has pulled its low-rated freshman drama “Night Ferry” from the schedule.', 'delay', ['Night Ferry']],
  ['The order comes on the heels of “Night Ferry” ending its run on QBC.', 'ending', ['Night Ferry']],
  [
    'QBC Renews ‘Saltmarsh’; ‘Night Ferry’ & ‘Low Orbit’ Canceled After One Season',
    'cancellation',
    ['Low Orbit', 'Night Ferry'],
  ],
  [
    'QBC has renewed “Night Ferry” and “Low Orbit” for a seventh and second season, respectively.',
    'renewal',
    ['Low Orbit 2', 'Night Ferry 7'],
  ],
  ['“Night Ferry” was canceled on Monday and will not get a third season.', 'cancellation', ['Night Ferry']],
  // All of several, and the one that another joins.
  [
    'QBC still weighs “Night Ferry” and “Low Orbit,” both of which are set to film in June.',
    'production',
    ['Low Orbit', 'Night Ferry'],
  ],
  [
    'The drama “Night Ferry” from Halberd Television, and the docuseries “Low Orbit,” have both been canceled by QBC.',
    'cancellation',
    ['Low Orbit', 'Night Ferry'],
  ],
  ['“Low Orbit” is the second “Night Ferry” spinoff to get a series order.', 'order', ['Low Orbit']],
  ['Other renewals include “Night Ferry” and “Low Orbit.”', 'renewal', ['Low Orbit', 'Night Ferry']],
  ['Also returning are “Night Ferry” and “Low Orbit.”', 'renewal', ['Low Orbit', 'Night Ferry']],
  // Subjects.
  ['“Night Ferry” was among the shows renewed by QBC last week.', 'renewal', ['Night Ferry']],
  ['“Night Ferry” was last week picked up for a second season.', 'renewal', ['Night Ferry 2']],
  ['“Night Ferry” will, on Monday, return for a third season.', 'premiere', ['Night Ferry 3']],
  [
    'QBC also has “Night Ferry,” a drama about the steel collapse from Lee Hayes that bowed in October.',
    'premiere',
    ['Night Ferry'],
  ],
  ['Ordered by QBC in May, the drama “Night Ferry” stars Ruth Aldous.', 'order', ['Night Ferry']],
  // A participle before its noun.
  ['The canceled drama “Night Ferry” starred Ruth Aldous.', 'cancellation', ['Night Ferry']],
  // "last" of a time ends nothing.
  ['“Night Ferry” was last week picked up for a second season.', 'ending', []],
  // Whose creator somebody is.
  ['“Night Ferry” creator Ruth Aldous and writer Lee Hayes (“Low Orbit”) have been renewed by QBC.', 'order', []],
]

describe('what an event belongs to', () => {
  for (const [sentence, event, shows] of CASES)
    test(`${sentence} ${event} → ${shows.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(boundIn(sentence, event), shows))
})

test('what happens to a name that is no show is no event of one', () => {
  const { candidates } = analyse(
    fromText(`Owner Weigel Inc. said on Monday that it will launch Hulu in Canada in June.\n\n${NEIGHBOUR}`, {
      published: '2018-07-25',
      outlet: 'Signal & Reel',
    }),
    knowledge,
  )!
  assert.deepEqual(
    candidates.filter((c) => c.trigger.phrase.event === 'premiere').map((c) => c.trigger.phrase.phrase),
    [],
  )
})

describe('sections of a round-up', () => {
  const ROUND_UP = [
    'What is canceled and what is renewed',
    'Night Ferry',
    'Seasons: 1',
    'The drama will not be back. The news came on Monday. It had been expected for weeks.',
    'Low Orbit (QBC)',
    'A second season has been ordered. Filming began in May. It will be shown next year.',
    'Saltmarsh',
    'The sitcom was renewed in June.',
  ].join('\n\n')
  const { topics, sentences, text, tokens } = analyse(
    fromText(ROUND_UP, { published: '2018-07-25', outlet: 'Signal & Reel' }),
    knowledge,
  )!
  const sectionOf = (words: string): string | undefined => {
    const i = sentences.findIndex((s) => text.slice(tokens[s.from]!.start, tokens[s.to - 1]!.end).includes(words))
    return topics.section[i]?.name
  }
  test('what stands under a heading is about its show, however many sentences on', () => {
    assert.equal(sectionOf('expected for weeks'), 'Night Ferry')
    assert.equal(sectionOf('shown next year'), 'Low Orbit')
    assert.equal(sectionOf('renewed in June'), 'Saltmarsh')
  })
  test('what stands above the first is in no section', () => assert.equal(sectionOf('What is canceled'), undefined))
})
