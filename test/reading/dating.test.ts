// The day of an event: which date of the sentence is its own, and which way one without a year looks.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { compile, read } from '../../src/reading/index.ts'

// The rules alone: whether a model takes a sentence for a claim is not asked here.
const knowledge = compile({ ...loadPhraseBook(join(import.meta.dirname, '../../phrases/en')), weights: null })

const LEAD = 'The series “Glass Harbor,” a drama on NBC, has a second season. '
/** Published on Wednesday, 25 July 2018. */
const datesOf = (sentence: string, event: string): Array<string | null> =>
  read(fromText(LEAD + sentence, { published: '2018-07-25', outlet: 'Signal & Reel' }), knowledge)
    .filter((c) => c.event === event)
    .map((c) => c.date)

const CASES: ReadonlyArray<readonly [sentence: string, event: string, date: string | null]> = [
  ['Filming begins later this month in Burbank.', 'production', '2018-07'],
  ['Production starts this fall on the series.', 'production', '2018-autumn'],
  ['Filming on the series resumed in August.', 'production', '2017-08'],
  ['Production on the new season is slated to begin in Atlanta in September.', 'production', '2018-09'],
  ['The premiere of “Glass Harbor” has been moved from October to November.', 'delay', '2018-11'],
  ['“Glass Harbor” (Sept. 20) and “Night Ferry” (Sept. 27) will premiere on NBC.', 'premiere', '2018-09-20'],
  // Days of another verb; a week that lies in two months.
  ['“Glass Harbor,” which bowed in May, will end after its third season.', 'ending', null],
  ['NBC has greenlit “Glass Harbor,” with eight episodes to be filmed next spring.', 'order', null],
  ['Production on “Glass Harbor,” which premiered in May 2016, will begin in September.', 'production', '2018-09'],
  ['NBC has renewed “Glass Harbor” for a third season after its 2016 debut.', 'renewal', null],
  ['“Glass Harbor” premiered July 2, and “Night Ferry” July 9.', 'premiere', '2018-07-09'],
  ['“Glass Harbor” moves to its Friday slot in October.', 'premiere', '2018-10'],
  ['The first episodes of “Glass Harbor” are now streaming, with a new one every Friday.', 'premiere', null],
  ['NBC slotted “Glass Harbor” for Sunday, Sept. 16 at 9 p.m.', 'premiere', '2018-09-16'],
  ['NBC has set Nov. 17 as the premiere date of “Glass Harbor.”', 'premiere', '2018-11-17'],
  ['“Glass Harbor” will begin its fourth and final season on Friday, April 3.', 'premiere', '2019-04-03'],
  ['“Glass Harbor” premiered in August last year.', 'premiere', '2017-08'],
  ['“Glass Harbor” will premiere in the second half of 2019.', 'premiere', '2019'],
  ['“Glass Harbor” will premiere in early 2019.', 'premiere', '2019-early'],
  ['The second season of “Glass Harbor” has been pushed to March.', 'delay', '2019-03'],
]

describe('the day of an event', () => {
  for (const [sentence, event, date] of CASES)
    test(`${sentence} → ${date}`, () =>
      assert.ok(datesOf(sentence, event).includes(date), `${datesOf(sentence, event)}`))

  test('what begins is the filming, and nothing premieres', () =>
    assert.deepEqual(datesOf('Filming on the new season is set to begin in September.', 'premiere'), []))
})
