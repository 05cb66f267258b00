// Names: where they begin and end, as tables of sentences.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { analyse, compile } from '../../src/reading/index.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))

/** The names of an article, as it writes them, each with the longest name that it stands for. */
function namesIn(text: string): Map<string, string> {
  const more = `${text}\n\nIn other news from television: networks, a streamer, its series, episodes and sitcoms.`
  const { names, entities, tokens } = analyse(
    fromText(more, { published: '2018-07-25', outlet: 'Signal & Reel' }),
    knowledge,
  )!
  return new Map(
    names.map(({ from, to, key }) => [more.slice(tokens[from]!.start, tokens[to - 1]!.end), entities.get(key)!.name]),
  )
}

const FOUND: ReadonlyArray<readonly [text: string, name: string]> = [
  // A countable noun without an article stands in a title.
  ['Game of Lanterns returns for its second season April 1.', 'Game of Lanterns'],
  ['Production of Glass Harbor begins in May.', 'Glass Harbor'],
  // A well-known title may begin a longer one.
  ['The freshman dramas The Gift of Thorns and Night Ferry are still on the bubble.', 'The Gift of Thorns'],
  ['QBC’s The Drowned and the Damned restarted cameras on June 17.', 'The Drowned and the Damned'],
  ['Northgate has ordered another 20 episodes of Swim or Sink.', 'Swim or Sink'],
  ['Kin to Me, from Tallow Films, had been a one-off story.', 'Kin to Me'],
  // A given name that is a word too, an owner who is none, an owner's s that owns nothing.
  ['Northgate is also making the limited series Cat Lady of Montana, now filming in Calgary.', 'Cat Lady of Montana'],
  ['The network pulled Made in Newark after three airings.', 'Made in Newark'],
  ['And The Outsider’s Cellar, which bowed January 12, has been growing.', 'The Outsider’s Cellar'],
  ['The medical drama St. Aldhelm’s is eyeing a start in November.', 'St. Aldhelm’s'],
  ['The Ruth Aldous half-hour I Miss Rick will bow in 2017.', 'I Miss Rick'],
  // A comma, figures or an article behind "&" within a title.
  ['Kestrel has renewed Dora Finch, M.D. for a second season.', 'Dora Finch, M.D.'],
  ['The second season of Okay, Captain premieres in May.', 'Okay, Captain'],
  ['Kestrel has canceled Long Way Round, Nebraska, after one season.', 'Long Way Round, Nebraska'],
  ['The network renewed Hide, Seek or Run? for a sixth season.', 'Hide, Seek or Run'],
  ['Northgate renewed 12 Doors for a fourth season.', '12 Doors'],
  ['The second season of 43rd Avenue premieres in May.', '43rd Avenue'],
  ['Northgate has renewed Ruth & the Ravens for a third season.', 'Ruth & the Ravens'],
  ['Northgate has renewed Two Nuns and a Goat for a third season.', 'Two Nuns and a Goat'],
  // What it is, before its name; and an office that is part of it.
  ['Drama Rebel Harbor, set to debut in October, has five episodes.', 'Rebel Harbor'],
  ['It has renewed the Western Copper Rain for a third season.', 'Copper Rain'],
  ['The court show Judge Nora Falk was renewed last year.', 'Judge Nora Falk'],
  // Scorecards: the name, and what became of it.
  ['GLASS HARBOR Renewed for Season 5.', 'GLASS HARBOR'],
  ['Counsel - Renewed for Season 11.', 'Counsel'],
  ['Night Ferry (2 seasons) - Canceled on May 5.', 'Night Ferry'],
  ['The Saltmarsh Sisters: COULD GO EITHER WAY.', 'The Saltmarsh Sisters'],
  ['Off Campus Nights (Season 2) – The dating show will be back.', 'Off Campus Nights'],
  // Years and other figures.
  ['1987 will not be back for a second season.', '1987'],
  ['He was on the set of the prequel series 1904, and teased more.', '1904'],
  ['The legal drama 61st Terrace was shelved after filming.', '61st Terrace'],
  ['The prequel has the working title Coldbrook: Newark ’67, from Dan Hale.', 'Coldbrook: Newark ’67'],
  // What an apostrophe adds; a pronoun at the end; one word of another language that looks like ours.
  ['The network passed on Black Ponies Don’t and on Blue Aprons.', 'Black Ponies Don’t'],
  ['Northgate canceled Tiller’s and Night Ferry on Monday.', 'Tiller’s'],
  ['It has picked up the dramas Notorious Vale and Weeks Before Us.', 'Weeks Before Us'],
  ['It co-finances the daily drama “Tout pour la rivière.”', 'Tout pour la rivière'],
  // Plain words: both have a capital, and one of them no reason for it.
  ['Paying Guests, which had been on the bubble, was canceled.', 'Paying Guests'],
  ['The freshman comedy Second Helping has 22 episodes.', 'Second Helping'],
  ['Veteran The Surgery, a drama, has been benched for February.', 'The Surgery'],
  // Small words with capitals, subtitles with an article, what a hyphen adds.
  ['The network canceled Lightning In A Jar on Monday.', 'Lightning In A Jar'],
  ['The reboot The Grim Kettles: A New Boil bows in May.', 'The Grim Kettles: A New Boil'],
  ['It has parted ways with Edge Of The Bay, King & Country and Low Orbit.', 'Edge Of The Bay'],
  ['The comedy I’m With Norman was picked up.', 'I’m With Norman'],
  ['The dramedy Quill-tuplets was picked up.', 'Quill-tuplets'],
  // Headlines: what is said behind a name, and what kind of series it is before it.
  ['Kestrel Passes on Glass Harbor Pilot', 'Glass Harbor'],
  ['Glass Harbor Not Returning for Season 4 at CBS', 'Glass Harbor'],
  ['Syfy’s Glass Harbor Officially Canceled After Two Seasons', 'Glass Harbor'],
  ['FX Renews Freshman Drama Glass Harbor for Second Season', 'Glass Harbor'],
  // What is left whole of a longer run of capitals is whole elsewhere.
  [
    'It lost Dan Hale’s Salt and Sand and Ann Lee’s Low Orbit. The docuseries Salt and Sand, a hit, ended.',
    'Salt and Sand',
  ],
  ['The game show Paper Boat Derby from Brightbulb TV has been canceled.', 'Paper Boat Derby'],
  // What leads a name that stands by itself elsewhere.
  ['Will Saltmarsh return? The second season of Saltmarsh ended in May.', 'Saltmarsh'],
]

const NOT_FOUND: ReadonlyArray<readonly [text: string, name: string]> = [
  ['2017 saw several series bow on the service.', '2017'],
  ['The drama ran for 24 episodes.', '24'],
  ['The drama starts at 10 Eastern and ran 24 Hours long.', '10 Eastern'],
  ['Filming in Newark begins in May.', 'Filming in Newark'],
  ['Recently Canceled shows are many. Night Ferry has been renewed.', 'Recently Canceled'],
  ['Will Saltmarsh return? The second season of Saltmarsh ended in May.', 'Will Saltmarsh'],
  ['News of Glass Harbor came on Monday.', 'News of Glass Harbor'],
  ['GLASS HARBOR Renewed for Season 5.', 'Renewed'],
  ['It has ordered a new drama. Titled “Glass Harbor,” the series bows in May.', 'Titled'],
  ['The Glass-fronted studio has renewed the drama Low Orbit.', 'Glass-fronted'],
  ['Mara Lind of Tall Mast Films produces Glass Harbor.', 'Mara Lind of Tall Mast Films'],
  ['The show’s Dov Amsel and Glass Harbor’s Ann Cole are in the series.', 'Glass Harbor’s Ann Cole'],
]

describe('where a name begins and ends', () => {
  for (const [text, name] of FOUND) test(`${text} → ${name}`, () => assert.ok(namesIn(text).has(name)))
  for (const [text, name] of NOT_FOUND) test(`${text} → no ${name}`, () => assert.ok(!namesIn(text).has(name)))
})

describe('short forms', () => {
  test('a short form after the full title stands for it', () =>
    assert.equal(
      namesIn('Northgate has renewed Mercy Row: The Lost Wards. The second season of “Mercy Row” is due in May.').get(
        'Mercy Row',
      ),
      'Mercy Row: The Lost Wards',
    ))
  test('a series named before one that grew out of it stands for itself', () =>
    assert.equal(
      namesIn('The third season of “Mercy Row” is due in May. Of “Mercy Row: Vienna” little has been heard.').get(
        'Mercy Row',
      ),
      'Mercy Row',
    ))
})
