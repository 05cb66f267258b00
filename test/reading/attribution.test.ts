// Who is made responsible for a claim.
import { testAttributed } from './attributed.ts'

testAttributed({
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
  'a role without its name': [
    [
      'Glass Harbor creator says there will be a third season\n\nGlass Harbor creator Hollis Brand has spoken about its future.',
      'renewal 3',
      'Hollis Brand',
    ],
    [
      '‘Glass Harbor’ Boss Confirms Season 4 Premiere in October\n\n“Glass Harbor” showrunner Ruth Aldous shared the news.',
      'premiere 4',
      'Ruth Aldous',
    ],
    [
      '‘Glass Harbor’ creator confirms there will be a third season\n\nRuth Aldous, who stars in it, was not asked.',
      'renewal 3',
      '—',
    ],
  ],
  attitudes: [
    ['“Glass Harbor” creator Ruth Aldous would love to make a third season.', 'renewal 3', 'Ruth Aldous'],
    ['“Glass Harbor” star Dov Amsel is open to a third season.', 'renewal 3', 'Dov Amsel'],
    ['“Glass Harbor” creator Ruth Aldous has ideas for a third season.', 'renewal 3', 'Ruth Aldous'],
    ['Netflix is open to a third season of “Glass Harbor.”', 'renewal 3', '—'],
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
})
