// Who is made responsible for a claim, and through which outlets: a table of sentences about shows that do not exist.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { compile } from '../../src/reading/knowledge.ts'
import { read } from '../../src/reading/read.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))
const about = { outlet: 'Signal & Reel', published: '2031-02-01' }
const NEIGHBOUR = 'In other news from television: networks, a streamer, its series, episodes and sitcoms.'

/** Event and season of a claim → its speaker (— for the outlet itself) and the outlets on the way. */
type Row = readonly [text: string, claim: string, speaker: string, ...via: string[]]

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'reporting clauses set off by commas': [
    [
      '“Glass Harbor” will get a second season, creator Ruth Aldous confirmed, but viewers must wait a year.',
      'renewal 2',
      'Ruth Aldous',
    ],
    [
      '“Glass Harbor” has been renewed for a third season, said Netflix topper Dov Amsel, and the fourth is being discussed.',
      'renewal 3',
      'Dov Amsel',
    ],
    [
      '“Glass Harbor” was renewed for a third season in May, but “Night Ferry,” Netflix said, is still on hiatus.',
      'renewal 3',
      '—',
    ],
    [
      'Netflix has renewed “Glass Harbor” for a third season, and Hulu announced a remake of its “Night Ferry” format.',
      'renewal 3',
      '—',
    ],
    [
      'Netflix canceled “Glass Harbor” after one season, an experience that creator Ruth Aldous describes as a storm.',
      'cancellation null',
      '—',
    ],
  ],
  'verbs that hang on another': [
    [
      'Creator Ruth Aldous used her panel to confirm that “Glass Harbor” will have a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
    [
      'Creator Ruth Aldous took to Instagram to reveal that “Glass Harbor” will have a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
    [
      'Netflix has been busy of late, announcing that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Netflix',
    ],
    [
      'Creator Ruth Aldous made it clear that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
    [
      'Creator Ruth Aldous is expected to announce that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      '—',
    ],
  ],
  'where a subject stands': [
    [
      'In fact the BBC confirmed, months before it aired, that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'BBC',
    ],
    ['In the BBC drama, Dov Amsel says that “Glass Harbor” will be back for a third season.', 'renewal 3', 'Dov Amsel'],
  ],
  'what nobody has said': [
    ['Netflix has not announced a third season of “Glass Harbor.”', 'renewal 3', '—'],
    ['Netflix has not said whether “Glass Harbor” will be back for a third season.', 'renewal 3', '—'],
    ['Creator Ruth Aldous would not rule out a third season of “Glass Harbor.”', 'renewal 3', 'Ruth Aldous'],
  ],
  'what is told by the way': [
    [
      'Netflix announced that the third season of “Glass Harbor,” which begins production next week, will be its last.',
      'ending 3',
      'Netflix',
    ],
    [
      'Netflix announced that the third season of “Glass Harbor,” which begins production next week, will be its last.',
      'production 3',
      '—',
    ],
    [
      'The third season of “Glass Harbor” premiered in May and was watched by 4 million viewers, according to Netflix.',
      'premiere 3',
      '—',
    ],
    ['The third season of “Glass Harbor” will premiere on May 8, according to Netflix.', 'premiere 3', 'Netflix'],
    [
      'Creator Ruth Aldous, who announced that the third season of “Glass Harbor” would be its last, spoke with Variety.',
      'ending 3',
      'Ruth Aldous',
      'Variety',
    ],
  ],
  'the news, told afterwards': [
    [
      '“Glass Harbor” will return for a third season. The streamer made the announcement on Tuesday, a year after Netflix had ordered it.',
      'renewal 3',
      'Netflix',
    ],
    [
      '“Glass Harbor” will return for a third season. Creator Ruth Aldous broke the news to her followers.',
      'renewal 3',
      'Ruth Aldous',
    ],
    [
      'Netflix has renewed “Glass Harbor” for a third season, with the streamer announcing the news on Friday.',
      'renewal 3',
      'Netflix',
    ],
    [
      '“Glass Harbor” will return for a third season. The announcement was made by creator Ruth Aldous in an interview with The New York Times.',
      'renewal 3',
      'Ruth Aldous',
      'The New York Times',
    ],
    [
      '“Glass Harbor” will return for a third season. Creator Ruth Aldous shared the news that she is leaving.',
      'renewal 3',
      '—',
    ],
    ['“Glass Harbor” will return for a third season. The decision was made by Netflix.', 'renewal 3', '—'],
  ],
  spokespeople: [
    [
      'An ITV spokesperson told Digital Spy that no decision has been made about a third series of “Marchlands Road.”',
      'renewal 3',
      'ITV',
      'Digital Spy',
    ],
    [
      'A rep for Netflix denied the report. “‘Glass Harbor’ is not ending after season 3,” the rep said.',
      'ending 3',
      'Netflix',
    ],
    ['“There are no plans for a third series of ‘Glass Harbor’,” a Viaduct spokeswoman said.', 'renewal 3', 'Viaduct'],
  ],
  'organisations by a noun': [
    [
      'Vireo has been tidying up. The streamer has confirmed that “Glass Harbor” won’t be back for a third season.',
      'renewal 3',
      'Vireo',
    ],
    [
      '“Glass Harbor” is on Netflix and was seen on CBS as well. The streamer said that a third season has been ordered.',
      'renewal 3',
      'Netflix',
    ],
    [
      'Dov Amsel, the network’s programming president, said that “Glass Harbor” will be back for a third season on NBC.',
      'renewal 3',
      'Dov Amsel',
    ],
  ],
  'several who say it together': [
    [
      '“Glass Harbor” will end with its third season, executive producers Ruth Aldous and Dov Amsel announced on Sunday.',
      'ending 3',
      'Ruth Aldous',
    ],
    [
      '“Glass Harbor” will end with its third season, Netflix and creator Ruth Aldous said in a joint statement.',
      'ending 3',
      'Netflix',
    ],
  ],
  'unnamed sources': [
    [
      '“Glass Harbor” has been canceled after two seasons, according to two people close to the show.',
      'cancellation null',
      'anonymous',
    ],
    [
      '“Glass Harbor” has been canceled after two seasons, individuals with knowledge of the talks said.',
      'cancellation null',
      'anonymous',
    ],
    ['I hear “Glass Harbor” is canceled after two seasons.', 'cancellation null', '—'],
  ],
  'pronouns and nouns for persons': [
    [
      '“Glass Harbor” creator Ruth Aldous was on the phone. She also would not rule out a fourth season of “Glass Harbor.”',
      'renewal 4',
      'Ruth Aldous',
    ],
    [
      'Oskar Lind was a guest of the festival. “I’d do a third season of ‘Glass Harbor’ tomorrow,” the actor added.',
      'renewal 3',
      'Oskar Lind',
    ],
    [
      'Oskar Lind, 34, stars in “Glass Harbor.” The 34-year-old told reporters that a third season has been ordered.',
      'renewal 3',
      'Oskar Lind',
    ],
    [
      'A BBC spokesman declined to say more. “A third series of ‘Glass Harbor’ has been commissioned,” said the spokesman.',
      'renewal 3',
      'BBC',
    ],
    [
      'Showrunner Ruth Aldous, who worked with Dov Amsel, said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
  ],
  'outlets on the way': [
    [
      'Hollis Wire reported that Netflix had dropped “Glass Harbor” after two seasons.',
      'cancellation null',
      '—',
      'Hollis Wire',
    ],
    [
      '“Glass Harbor” has been canceled after two seasons, per The Daily Plume.',
      'cancellation null',
      '—',
      'The Daily Plume',
    ],
    [
      'According to a new report from the newsletter The Deep Dish, Netflix has canceled “Glass Harbor” after two seasons.',
      'cancellation null',
      '—',
      'The Deep Dish',
    ],
    [
      'Creator Ruth Aldous told Fotogramas (via What’s on Netflix) that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
      'What’s on Netflix',
      'Fotogramas',
    ],
    [
      'Creator Ruth Aldous told the podcast Prop Room, via Variety, that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
      'Variety',
      'Prop Room',
    ],
    [
      'Netflix has canceled “Glass Harbor” after one season. Deadline first reported the news.',
      'cancellation null',
      '—',
      'Deadline',
    ],
    [
      'Netflix has canceled “Glass Harbor” after one season. Deadline first reported that its star is leaving “Night Ferry.”',
      'cancellation null',
      '—',
    ],
    [
      'Creator Ruth Aldous told Signal & Reel that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
    [
      'Creator Ruth Aldous told Dov Amsel that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
  ],
  'outlets that a noun stands for': [
    [
      'Creator Ruth Aldous told Empire that she is happy. “We won’t make a third season of ‘Glass Harbor,’” star Henry Teague told the magazine.',
      'renewal 3',
      'Henry Teague',
      'Empire',
    ],
    [
      'Creator Ruth Aldous told the Prop Room podcast that she is happy. Star Henry Teague told the podcast that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Henry Teague',
      'Prop Room',
    ],
    [
      'In an interview with Vulture, creator Ruth Aldous said that she is happy. In the same interview, star Henry Teague said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Henry Teague',
      'Vulture',
    ],
    [
      'Creator Ruth Aldous told Vulture that she is happy, and Henry Teague told the same outlet that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Henry Teague',
      'Vulture',
    ],
    [
      'Netflix has canceled “Glass Harbor” after one season, TVLine reported on Monday. Sources tell the outlet that the series will be back for a second season at Hulu.',
      'renewal 2',
      'anonymous',
      'TVLine',
    ],
    [
      'Creator Ruth Aldous told Vulture that she is happy. On Instagram, Henry Teague said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Henry Teague',
    ],
    [
      'Vulture liked “Glass Harbor.” Henry Teague told the magazine Prop Room that the series will be back for a third season.',
      'renewal 3',
      'Henry Teague',
      'Prop Room',
    ],
  ],
  'podcasts and talk shows': [
    [
      'During an appearance on Michael Roth’s Inside Out podcast, Henry Teague was asked about a third season of “Glass Harbor.” “We won’t be back for a third season,” he said.',
      'renewal 3',
      'Henry Teague',
      'Inside Out',
    ],
    [
      'Henry Teague was a guest on The Kingcast last week. “There will be no third season of ‘Glass Harbor,’” Teague said.',
      'renewal 3',
      'Henry Teague',
      'The Kingcast',
    ],
    [
      'Speaking on The Ringer’s podcast The Watch, Ruth Aldous said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
      'The Watch',
    ],
    [
      'In an interview with The Hollywood Reporter’s Prop Room podcast, Ruth Aldous said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
      'Prop Room',
    ],
    [
      'Ruth Aldous struck a sunnier note on the Prop Room podcast, saying that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
      'Prop Room',
    ],
    [
      'Ruth Aldous looked happy on The Dov Amsel Show on Monday, saying that “Glass Harbor” has been renewed for a third season.',
      'renewal 3',
      'Ruth Aldous',
      'The Dov Amsel Show',
    ],
    [
      'Ruth Aldous worked on the pilot with Dov Amsel, and said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Ruth Aldous',
    ],
    [
      'On his new podcast, Henry Teague said that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Henry Teague',
    ],
  ],
  'outlets that ask, report and are written for': [
    [
      'Here is what Henry Teague had to say when TVLine asked about a third season of “Glass Harbor”: “It’s over. We’re canceled.”',
      'cancellation null',
      'Henry Teague',
      'TVLine',
    ],
    [
      'Deadline’s Nellie Roth reports that Netflix has canceled “Glass Harbor” after one season.',
      'cancellation null',
      '—',
      'Deadline',
    ],
    ['Netflix has canceled “Glass Harbor” after one season, reports Deadline.', 'cancellation null', '—', 'Deadline'],
    [
      'Deadline brought us word in May that Netflix has canceled “Glass Harbor” after one season.',
      'cancellation null',
      '—',
      'Deadline',
    ],
    [
      'A Netflix spokesperson clarified to Entertainment Weekly that there will be no third season of “Glass Harbor.”',
      'renewal 3',
      'Netflix',
      'Entertainment Weekly',
    ],
    [
      'Netflix announced that “Glass Harbor” will not be back for a third season. Variety was first to report the news.',
      'renewal 3',
      'Netflix',
      'Variety',
    ],
    [
      'Netflix has canceled “Glass Harbor” after one season.\n\nThe series is set on an island.\n\nSource: Variety',
      'cancellation null',
      '—',
      'Variety',
    ],
    ['Netflix has canceled “Glass Harbor” in the US after one season.', 'cancellation null', '—'],
    [
      'Netflix has canceled “Glass Harbor” after one season. Its star asks Deadline for patience.',
      'cancellation null',
      '—',
    ],
  ],
  'one interview, and another': [
    [
      'Creator Ruth Aldous told Vulture in May that she is happy. This week she told Deadline that she is tired. “We won’t make a third season of ‘Glass Harbor,’” Aldous added.',
      'renewal 3',
      'Ruth Aldous',
      'Deadline',
    ],
    [
      '“Glass Harbor” will be back for a third season, creator Ruth Aldous says. She is tired, Aldous told Deadline.',
      'renewal 3',
      'Ruth Aldous',
      'Deadline',
    ],
    [
      '“Glass Harbor” will reportedly be back for a third season. A source told The Sun that the crew is happy.',
      'renewal 3',
      'anonymous',
      'The Sun',
    ],
    [
      '“Glass Harbor” will reportedly be back for a third season. A source told The Sun that the crew is happy, and everybody knows. A source told Variety that it is not.',
      'renewal 3',
      'anonymous',
    ],
    [
      'Netflix has canceled “Glass Harbor” after one season. The comedy has been axed after one season, Deadline reported.',
      'cancellation null',
      '—',
      'Deadline',
    ],
  ],
  'what somebody told an outlet of something else': [
    [
      'Ever since star Dov Amsel told Variety that he may leave, “Glass Harbor,” which premiered its third season in May, is talked about.',
      'premiere 3',
      '—',
    ],
    [
      'Creator Ruth Aldous told Variety that she is tired. Netflix confirmed that “Glass Harbor” will be back for a third season.',
      'renewal 3',
      'Netflix',
    ],
  ],
  'lists that somebody announces': [
    [
      '“Glass Harbor” is on its way.\n\nNetflix announced the following dates:\n\n• “Glass Harbor,” season 3, premieres June 8\n\n• “Night Ferry,” season 2, premieres July 9',
      'premiere 3',
      'Netflix',
    ],
    [
      '“Glass Harbor” is on its way.\n\nHere are the dates of the summer:\n\n• “Glass Harbor,” season 3, premieres June 8',
      'premiere 3',
      '—',
    ],
  ],
  'answers without quotation marks': [
    [
      'Creator Ruth Aldous spoke about “Glass Harbor.”\n\nREEL: Are you happy?\n\nALDOUS: I am.\n\nREEL: What comes next?\n\nALDOUS: We start filming season 3 of “Glass Harbor” in May.\n\nREEL: And then?\n\nALDOUS: I sleep.',
      'production 3',
      'Ruth Aldous',
    ],
    [
      'We sat down with Ruth Aldous, creator of “Glass Harbor.”\n\nAre you happy with your show?\n\nI am, and my mother is.\n\nWhat do you do next?\n\nWe start filming season 3 of “Glass Harbor” in May.\n\nDo you sleep?\n\nI do not.',
      'production 3',
      'Ruth Aldous',
    ],
    [
      'Ruth Aldous created “Glass Harbor.”\n\nWill there be a season 3?\n\nFilming of season 3 of “Glass Harbor” began in May.\n\nWho is in the cast?\n\nEverybody is back.\n\nWhere is it shown?\n\nOn Netflix.',
      'production 3',
      '—',
    ],
  ],
}

for (const [kind, rows] of Object.entries(TABLE))
  describe(kind, () => {
    for (const [text, claim, speaker, ...via] of rows)
      test(`${text.slice(0, 110).replace(/\n+/g, ' / ')} → ${claim}: ${speaker}`, () => {
        const claims = read(fromText(`${text}\n\n${NEIGHBOUR}`, about), knowledge)
        const said = claims.map((c) => `${c.event} ${c.season}: ${[c.speaker ?? '—', ...c.via].join(' < ')}`)
        const wanted = `${claim}: ${[speaker, ...via].join(' < ')}`.replace(/’/g, "'")
        assert.ok(said.map((s) => s.replace(/’/g, "'")).includes(wanted), `${wanted} is not among ${said.join(' | ')}`)
      })
  })
