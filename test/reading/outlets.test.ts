// Through which outlets the words of a claim came.
import { testAttributed } from './attributed.ts'

testAttributed({
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
  'plain words of the trade': [
    [
      'Sources tell Variety that “Glass Harbor” has been renewed for a third season.',
      'renewal 3',
      'anonymous',
      'Variety',
    ],
    ['Variety has learned that “Glass Harbor” has been renewed for a third season.', 'renewal 3', '—', 'Variety'],
    ['“Glass Harbor” has been renewed for a third season, Deadline reports.', 'renewal 3', '—', 'Deadline'],
    ['“Glass Harbor” has been renewed for a third season (via Deadline).', 'renewal 3', '—', 'Deadline'],
    [
      'Speaking to Deadline, creator Ruth Aldous said there will be a third season of “Glass Harbor.”',
      'renewal 3',
      'Ruth Aldous',
      'Deadline',
    ],
    [
      '“Glass Harbor” creator Ruth Aldous revealed to Deadline that a third season is happening.',
      'renewal 3',
      'Ruth Aldous',
      'Deadline',
    ],
    [
      'Ruth Aldous told fans that she likes Variety shows; “Glass Harbor” has been renewed for a third season.',
      'renewal 3',
      '—',
    ],
    ['Star Dov Amsel took to Instagram to announce a third season of “Glass Harbor.”', 'renewal 3', 'Dov Amsel'],
  ],
})
