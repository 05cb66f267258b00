// What happened to well-known shows, told in claims: series that came back elsewhere, that were let end, or that kept people waiting.
// The days are those on which the news was told.
import { test } from 'node:test'
import { expect, history } from './material.ts'

test('Arrested Development: cancelled by Fox, back on Netflix after seven years, and again after five', () => {
  const told = history(`
    2005-09-19 | Arrested Development 3 | premiere yes @2005-09-19 on Fox | - | Variety
    2006-02-11 | Arrested Development series | cancellation yes on Fox | - | Variety
    2011-10-02 | Arrested Development 4 | renewal possible | Mitchell Hurwitz, creator | Variety
    2011-11-18 | Arrested Development 4 | renewal yes on Netflix | Netflix, network | Variety
    2013-04-04 | Arrested Development 4 | premiere yes @2013-05-26 on Netflix | Netflix, network | Variety
    2017-05-17 | Arrested Development 5 | renewal yes on Netflix | Netflix, network | TVLine
    2018-05-07 | Arrested Development 5 | premiere yes @2018-05-29 on Netflix | Netflix, network | TVLine
  `)
  expect(told, 'Arrested Development 4', '2006-03-01', 'cancelled')
  expect(told, 'Arrested Development 4', '2011-10-10', 'cancelled')
  expect(told, 'Arrested Development 4', '2011-11-18', 'renewed', { before: 'cancelled', certainty: 'official' })
  expect(told, 'Arrested Development 5', '2014-01-01', 'nothing heard')
  expect(told, 'Arrested Development 5', '2018-06-01', 'renewed', { progress: 'airing', premiere: '2018-05-29' })
})

test('Nashville: cancelled by ABC, saved by CMT in a month, ended two seasons later', () => {
  const told = history(`
    2015-09-23 | Nashville 4 | premiere yes @2015-09-23 on ABC | - | Variety
    2016-05-12 | Nashville series | cancellation yes on ABC | - | Deadline
    2016-05-25 | Nashville 5 | renewal likely | anonymous | Deadline
    2016-06-10 | Nashville 5 | renewal yes on CMT | CMT, network | Variety
    2017-04-10 | Nashville 6 | renewal yes on CMT | CMT, network | Variety
    2017-11-17 | Nashville 6 | ending yes on CMT | CMT, network | Variety
  `)
  expect(told, 'Nashville 5', '2016-05-26', 'cancelled', { by: 'Deadline' })
  expect(told, 'Nashville 5', '2016-06-10', 'renewed', { by: 'CMT' })
  expect(told, 'Nashville 6', '2017-11-17', 'renewed', { final: 'CMT' })
  expect(told, 'Nashville 7', '2017-11-17', 'ended')
})

test('The Mindy Project: nine days between Fox and Hulu', () => {
  const told = history(`
    2014-09-16 | The Mindy Project 3 | premiere yes @2014-09-16 on Fox | - | Variety
    2015-05-06 | The Mindy Project series | cancellation yes on Fox | - | Deadline
    2015-05-06 | The Mindy Project 4 | renewal possible on Hulu | anonymous | Deadline
    2015-05-15 | The Mindy Project 4 | renewal yes on Hulu | Hulu, network | Variety
    2017-03-29 | The Mindy Project 6 | renewal yes on Hulu | Hulu, network | Variety
    2017-03-29 | The Mindy Project 6 | ending yes on Hulu | Hulu, network | Variety
  `)
  expect(told, 'The Mindy Project 4', '2015-05-07', 'cancelled')
  expect(told, 'The Mindy Project 4', '2015-05-15', 'renewed', { certainty: 'official', before: 'cancelled' })
  expect(told, 'The Mindy Project 7', '2017-04-01', 'ended', { by: 'Hulu' })
})

test('Last Man Standing: a year between the end on ABC and the return on Fox', () => {
  const told = history(`
    2016-09-23 | Last Man Standing 6 | premiere yes @2016-09-23 on ABC | - | Variety
    2017-05-10 | Last Man Standing series | cancellation yes on ABC | - | Deadline
    2018-05-03 | Last Man Standing 7 | renewal likely on Fox | anonymous | Deadline
    2018-05-11 | Last Man Standing 7 | renewal yes on Fox | Fox, network | Variety
    2018-06-25 | Last Man Standing 7 | premiere yes @2018-09-28 on Fox | Fox, network | Variety
  `)
  expect(told, 'Last Man Standing 7', '2018-01-01', 'cancelled')
  expect(told, 'Last Man Standing 7', '2018-05-12', 'renewed', { before: 'cancelled', by: 'Fox' })
  expect(told, 'Last Man Standing 7', '2018-09-28', 'renewed', { progress: 'airing', platform: 'Fox' })
})

test('Supernatural: renewed for a fifteenth season, which its cast announce as the last', () => {
  const told = history(`
    2018-10-11 | Supernatural 14 | premiere yes @2018-10-11 on The CW | - | TVLine
    2019-01-31 | Supernatural 15 | renewal yes on The CW | The CW, network | TVLine
    2019-03-22 | Supernatural 15 | ending yes | The CW, network | Variety
    2019-03-22 | Supernatural 15 | ending yes | Jared Padalecki, cast | Variety
  `)
  expect(told, 'Supernatural 15', '2019-02-01', 'renewed', { final: null })
  expect(told, 'Supernatural 15', '2019-03-22', 'renewed', { final: 'The CW' })
  expect(told, 'Supernatural 16', '2019-03-22', 'ended', { certainty: 'official' })
})

test('The Big Bang Theory: a thirteenth season in talks, until the twelfth is the last', () => {
  const told = history(`
    2017-03-20 | The Big Bang Theory 11 | renewal yes on CBS | CBS, network | Variety
    2017-03-20 | The Big Bang Theory 12 | renewal yes on CBS | CBS, network | Variety
    2018-08-05 | The Big Bang Theory 13 | renewal likely | Kelly Kahl, executive | TVLine
    2018-08-22 | The Big Bang Theory 12 | ending yes | CBS, network | Variety
  `)
  expect(told, 'The Big Bang Theory 13', '2018-08-06', 'likely', { certainty: 'a safe bet', by: 'Kelly Kahl' })
  expect(told, 'The Big Bang Theory 13', '2018-08-22', 'ended', { before: 'likely', by: 'CBS' })
  expect(told, 'The Big Bang Theory 12', '2018-08-22', 'renewed', { final: 'CBS' })
})

test('Game of Thrones: the last season announced before the seventh is shown, its date growing more precise', () => {
  const told = history(`
    2016-04-21 | Game of Thrones 7 | renewal yes on HBO | HBO, network | Variety
    2016-07-30 | Game of Thrones 8 | ending yes | Casey Bloys, executive | Variety
    2017-07-16 | Game of Thrones 7 | premiere yes @2017-07-16 on HBO | - | Variety
    2018-01-04 | Game of Thrones 8 | premiere yes @2019 on HBO | HBO, network | Variety
    2018-11-13 | Game of Thrones 8 | premiere yes @2019-04 on HBO | HBO, network | Variety
    2019-01-13 | Game of Thrones 8 | premiere yes @2019-04-14 on HBO | HBO, network | Variety
  `)
  expect(told, 'Game of Thrones 8', '2016-07-30', 'renewed', { final: 'Casey Bloys' })
  expect(told, 'Game of Thrones 9', '2016-07-30', 'ended')
  expect(told, 'Game of Thrones 8', '2018-02-01', 'renewed', { premiere: '2019' })
  expect(told, 'Game of Thrones 8', '2018-12-01', 'renewed', { premiere: '2019-04', progress: 'dated' })
  expect(told, 'Game of Thrones 8', '2019-04-14', 'renewed', { premiere: '2019-04-14', progress: 'airing' })
})

test('Hannibal: cancelled by NBC; its creator’s hopes do not bring it back', () => {
  const told = history(`
    2015-06-04 | Hannibal 3 | premiere yes @2015-06-04 on NBC | - | Variety
    2015-06-22 | Hannibal series | cancellation yes on NBC | - | Deadline
    2015-06-22 | Hannibal 4 | renewal possible | Bryan Fuller, creator | Variety
    2015-07-07 | Hannibal 4 | renewal no on Netflix | anonymous | Deadline
    2020-06-10 | Hannibal 4 | renewal possible | Mads Mikkelsen, cast | Collider
  `)
  expect(told, 'Hannibal 4', '2015-06-23', 'cancelled')
  expect(told, 'Hannibal 4', '2015-12-01', 'cancelled', { by: 'Deadline' })
  expect(told, 'Hannibal 4', '2020-06-11', 'cancelled', { since: '2015-06-22' })
})

test('The Killing: cancelled twice by AMC, brought back by AMC and then by Netflix for a last season', () => {
  const told = history(`
    2012-04-01 | The Killing 2 | premiere yes @2012-04-01 on AMC | - | Variety
    2012-07-27 | The Killing series | cancellation yes on AMC | AMC, network | Deadline
    2013-01-15 | The Killing 3 | renewal yes on AMC | AMC, network | Deadline
    2013-06-02 | The Killing 3 | premiere yes @2013-06-02 on AMC | - | Variety
    2013-09-10 | The Killing series | cancellation yes on AMC | AMC, network | Deadline
    2013-11-15 | The Killing 4 | renewal yes on Netflix | Netflix, network | Variety
    2013-11-15 | The Killing 4 | ending yes on Netflix | Netflix, network | Variety
  `)
  expect(told, 'The Killing 3', '2012-08-01', 'cancelled', { certainty: 'official' })
  expect(told, 'The Killing 3', '2013-01-15', 'renewed', { before: 'cancelled' })
  expect(told, 'The Killing 4', '2013-10-01', 'cancelled')
  expect(told, 'The Killing 4', '2013-11-15', 'renewed', { final: 'Netflix', by: 'Netflix' })
  expect(told, 'The Killing 5', '2013-11-15', 'ended')
})

test('Santa Clarita Diet: cancelled four weeks after its third season', () => {
  const told = history(`
    2019-03-29 | Santa Clarita Diet 3 | premiere yes @2019-03-29 on Netflix | - | Variety
    2019-04-02 | Santa Clarita Diet 4 | renewal undecided | Victor Fresco, showrunner | TVLine
    2019-04-26 | Santa Clarita Diet series | cancellation yes on Netflix | Netflix, network | Deadline
  `)
  expect(told, 'Santa Clarita Diet 4', '2019-04-03', 'on the bubble', { by: 'Victor Fresco' })
  expect(told, 'Santa Clarita Diet 4', '2019-04-26', 'cancelled', { before: 'on the bubble' })
  expect(told, 'Santa Clarita Diet 3', '2019-04-26', 'renewed', { final: 'Netflix', progress: 'airing' })
})

test('Severance: three years between two seasons, filming stopped by the strikes', () => {
  const told = history(`
    2022-02-18 | Severance 1 | premiere yes @2022-02-18 on Apple TV+ | - | Variety
    2022-04-06 | Severance 2 | renewal yes on Apple TV+ | Apple, network | Variety
    2022-10-31 | Severance 2 | production yes filming | Ben Stiller, executive producer | TVLine
    2023-05-08 | Severance 2 | delay yes | - | Deadline
    2024-01-29 | Severance 2 | production yes filming | Ben Stiller, executive producer | Variety
    2024-07-09 | Severance 2 | premiere yes @2025-01-17 on Apple TV+ | Apple, network | Variety
    2025-03-21 | Severance 3 | renewal yes on Apple TV+ | Apple, network | Variety
  `)
  expect(told, 'Severance 2', '2023-01-01', 'renewed', { progress: 'filming', premiere: null })
  expect(told, 'Severance 2', '2023-06-01', 'renewed', { delayed: '2023-05-08' })
  expect(told, 'Severance 2', '2024-07-09', 'renewed', { delayed: null, premiere: '2025-01-17', progress: 'dated' })
  expect(told, 'Severance 3', '2025-03-01', 'nothing heard')
  expect(told, 'Severance 3', '2025-03-21', 'renewed', { progress: 'ordered', certainty: 'official' })
})

test('Wednesday: rumours of another platform, and a renewal six weeks after the first season', () => {
  const told = history(`
    2022-11-23 | Wednesday 1 | premiere yes @2022-11-23 on Netflix | - | Variety
    2022-12-02 | Wednesday 2 | renewal possible | Alfred Gough, showrunner, to Variety | Variety
    2022-12-28 | Wednesday 2 | renewal possible on Prime Video | anonymous | The Independent
    2023-01-06 | Wednesday 2 | renewal yes on Netflix | Netflix, network | Variety
    2025-07-23 | Wednesday 3 | renewal yes on Netflix | Netflix, network | Variety
    2025-08-06 | Wednesday 2 | premiere yes @2025-08-06 on Netflix | - | Variety
  `)
  expect(told, 'Wednesday 2', '2022-12-30', 'on the bubble', { roots: [0, 0, 2] })
  expect(told, 'Wednesday 2', '2023-01-06', 'renewed', { before: 'on the bubble' })
  expect(told, 'Wednesday 3', '2025-08-01', 'renewed', { progress: 'ordered' })
  expect(told, 'Wednesday 2', '2025-08-06', 'renewed', { progress: 'airing' })
})
