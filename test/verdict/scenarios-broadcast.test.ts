// What truly happened to series of the broadcasters and the cable networks, told in claims. Public facts and dates; outlets and
// words are ours.
import { test } from 'node:test'
import { expect, history } from './material.ts'

test('Lucifer: cancelled by Fox, saved by Netflix, a last season that was not the last', () => {
  const told = history(`
    2017-10-02 | Lucifer 3 | premiere yes @2017-10-02 on Fox | - | Variety
    2018-05-11 | Lucifer series | cancellation yes on Fox | - | Deadline
    2018-05-12 | Lucifer 4 | renewal possible | Ildy Modrovich, showrunner | TVLine
    2018-06-15 | Lucifer 4 | renewal yes on Netflix | Netflix, network | Variety
    2019-05-08 | Lucifer 4 | premiere yes @2019-05-08 on Netflix | - | Variety
    2019-06-06 | Lucifer 5 | renewal yes on Netflix | Netflix, network | Variety
    2019-06-06 | Lucifer 5 | ending yes on Netflix | Netflix, network | Variety
    2020-06-23 | Lucifer 6 | renewal yes on Netflix | Netflix, network | Variety
    2020-06-23 | Lucifer 6 | ending yes on Netflix | Netflix, network | Variety
    2020-07-01 | Lucifer 5 | premiere yes @2020-08-21 on Netflix | Netflix, network | TVLine
    2021-05-03 | Lucifer 5 | premiere yes @2021-05-28 on Netflix | Netflix, network | TVLine
  `)
  expect(told, 'Lucifer 4', '2018-05-12', 'cancelled', { certainty: 'as good as certain' })
  expect(told, 'Lucifer 4', '2018-06-15', 'renewed', { certainty: 'official', before: 'cancelled' })
  expect(told, 'Lucifer 3', '2018-05-20', 'renewed', { final: 'Deadline' })
  expect(told, 'Lucifer 3', '2018-07-01', 'renewed', { final: null })
  expect(told, 'Lucifer 6', '2019-07-01', 'ended', { by: 'Netflix' })
  expect(told, 'Lucifer 5', '2019-07-01', 'renewed', { final: 'Netflix' })
  expect(told, 'Lucifer 6', '2020-06-23', 'renewed', { before: 'ended', final: 'Netflix' })
  expect(told, 'Lucifer 5', '2020-06-23', 'renewed', { final: null })
  expect(told, 'Lucifer 7', '2020-06-23', 'ended')
  expect(told, 'Lucifer 5', '2021-05-10', 'renewed', { premiere: '2020-08-21', progress: 'aired' })
})

test('Brooklyn Nine-Nine: cancelled on Thursday, saved on Friday; retold for years', () => {
  const told = history(`
    2017-09-26 | Brooklyn Nine-Nine 5 | premiere yes @2017-09-26 on Fox | - | Variety
    2018-05-10 | Brooklyn Nine-Nine series | cancellation yes on Fox | - | Deadline
    2018-05-11 | Brooklyn Nine-Nine 6 | renewal yes on NBC | NBC, network | Deadline
    2018-05-11 | Brooklyn Nine-Nine series | cancellation yes on Fox | - | Variety
    2018-05-11 | Brooklyn Nine-Nine series | renewal yes on NBC | - | Variety
    2018-05-12 | Brooklyn Nine-Nine series | cancellation yes on Fox | - | Collider
    2019-01-02 | Brooklyn Nine-Nine 6 | premiere yes @2019-01-10 on NBC | - | TVLine
    2019-01-15 | Brooklyn Nine-Nine series | cancellation yes on Fox | - | Vulture
    2019-02-27 | Brooklyn Nine-Nine 7 | renewal yes on NBC | NBC, network | Deadline
    2021-02-11 | Brooklyn Nine-Nine 8 | ending yes on NBC | NBC, network | Variety
  `)
  expect(told, 'Brooklyn Nine-Nine 6', '2018-05-10', 'cancelled')
  expect(told, 'Brooklyn Nine-Nine 6', '2018-05-11', 'renewed', { before: 'cancelled', by: 'NBC', contested: false })
  expect(told, 'brooklyn nine nine 6', '2018-05-13', 'renewed', { since: '2018-05-11' })
  expect(told, 'Brooklyn Nine-Nine 7', '2019-01-20', 'nothing heard')
  expect(told, 'Brooklyn Nine-Nine 7', '2019-02-27', 'renewed', { by: 'NBC' })
  expect(told, 'Brooklyn Nine-Nine 8', '2021-02-12', 'renewed', { final: 'NBC' })
  expect(told, 'Brooklyn Nine-Nine 9', '2021-02-12', 'ended')
})

test('Timeless: cancelled, taken back in three days, cancelled again a season later', () => {
  const told = history(`
    2016-10-03 | Timeless 1 | premiere yes @2016-10-03 on NBC | - | Variety
    2017-05-10 | Timeless series | cancellation yes on NBC | - | Deadline
    2017-05-13 | Timeless series | renewal yes on NBC | - | Deadline
    2017-05-13 | Timeless series | cancellation yes on NBC | - | Deadline
    2018-03-11 | Timeless 2 | premiere yes @2018-03-11 on NBC | - | Variety
    2018-06-22 | Timeless series | cancellation yes on NBC | - | Deadline
    2018-06-22 | Timeless 2 | renewal yes on NBC | - | Deadline
  `)
  expect(told, 'Timeless 2', '2017-05-11', 'cancelled')
  expect(told, 'Timeless 2', '2017-05-13', 'renewed', { before: 'cancelled', since: '2017-05-13', contested: false })
  expect(told, 'Timeless 2', '2018-03-12', 'renewed', { progress: 'airing' })
  expect(told, 'Timeless 3', '2018-06-22', 'cancelled', { since: '2018-06-22' })
  expect(told, 'Timeless 2', '2018-06-22', 'renewed', { final: 'Deadline' })
})

test('One Day at a Time: cancelled by Netflix, saved by Pop, stopped by the pandemic, cancelled by Pop', () => {
  const told = history(`
    2019-02-08 | One Day at a Time 3 | premiere yes @2019-02-08 on Netflix | - | Variety
    2019-03-14 | One Day at a Time series | cancellation yes on Netflix | Netflix, network | Deadline
    2019-06-27 | One Day at a Time 4 | renewal yes on Pop TV | Pop TV, network | Deadline
    2020-02-01 | One Day at a Time 4 | premiere yes @2020-03-24 on Pop TV | Pop TV, network | TVLine
    2020-03-17 | One Day at a Time 4 | delay yes | - | Deadline
    2020-03-20 | One Day at a Time 4 | premiere yes @2020-03-24 on Pop TV | - | TVLine
    2020-11-24 | One Day at a Time series | cancellation yes on Pop TV | - | Variety
  `)
  expect(told, 'One Day at a Time 4', '2019-03-14', 'cancelled', { certainty: 'official', by: 'Netflix' })
  expect(told, 'One Day at a Time 4', '2019-07-01', 'renewed', { by: 'Pop TV', before: 'cancelled' })
  expect(told, 'One Day at a Time 4', '2020-03-18', 'renewed', { delayed: '2020-03-17', premiere: null })
  expect(told, 'One Day at a Time 4', '2020-03-24', 'renewed', { progress: 'airing', delayed: null })
  expect(told, 'One Day at a Time 5', '2020-11-25', 'cancelled', { by: 'Variety' })
  expect(told, 'One Day at a Time 6', '2020-11-25', 'cancelled')
})

test('Firefly: cancelled in its first season; twenty years of hopes do not bring it back', () => {
  const told = history(`
    2002-09-20 | Firefly 1 | premiere yes @2002-09-20 on Fox | - | Variety
    2002-12-13 | Firefly series | cancellation yes on Fox | - | Variety
    2017-07-22 | Firefly 2 | renewal possible | Joss Whedon, creator | EW
    2018-08-10 | Firefly 2 | renewal likely | Nathan Fillion, cast | Collider
  `)
  expect(told, 'Firefly 2', '2003-01-01', 'cancelled')
  expect(told, 'Firefly 2', '2018-09-01', 'cancelled', { since: '2002-12-13', roots: [1, 1, 0] })
  expect(told, 'Firefly 1', '2018-09-01', 'renewed', { final: 'Variety', progress: 'aired' })
})

test('Community: six seasons, on a second platform', () => {
  const told = history(`
    2014-01-02 | Community 5 | premiere yes @2014-01-02 on NBC | - | Variety
    2014-04-20 | Community 6 | renewal likely | Dan Harmon, creator | EW
    2014-05-09 | Community series | cancellation yes on NBC | NBC, network | Deadline
    2014-06-27 | Community 6 | renewal unlikely on Hulu | - | Deadline
    2014-06-30 | Community 6 | renewal yes on Yahoo | Yahoo, network | Deadline
    2015-03-17 | Community 6 | premiere yes @2015-03-17 on Yahoo | - | Variety
    2016-03-05 | Community 7 | renewal no | Joel McHale, cast | EW
  `)
  expect(told, 'Community 6', '2014-05-01', 'likely', { certainty: 'leaning' })
  expect(told, 'Community 6', '2014-05-09', 'cancelled', { before: 'likely' })
  expect(told, 'Community 6', '2014-06-30', 'renewed', { before: 'cancelled', by: 'Yahoo' })
  expect(told, 'Community 7', '2016-03-10', 'unlikely', { by: 'Joel McHale', certainty: 'leaning' })
})

test('The Expanse: cancelled by Syfy, in talks, saved by Amazon, ended with its sixth', () => {
  const told = history(`
    2018-04-11 | The Expanse 3 | premiere yes @2018-04-11 on Syfy | - | Variety
    2018-05-11 | The Expanse series | cancellation yes on Syfy | - | Deadline
    2018-05-21 | The Expanse series | renewal likely on Amazon | sources, anonymous, to The Hollywood Reporter | Collider
    2018-05-26 | The Expanse 4 | renewal yes on Amazon | Jeff Bezos, executive | Deadline
    2019-07-27 | The Expanse 5 | renewal yes on Amazon | Amazon, network | Deadline
    2019-07-27 | The Expanse 4 | premiere yes @2019-12-13 on Amazon | Amazon, network | Deadline
    2020-11-24 | The Expanse 6 | renewal yes on Amazon | Amazon, network | Deadline
    2020-11-24 | The Expanse 6 | ending yes on Amazon | Amazon, network | Deadline
  `)
  expect(told, 'The Expanse 4', '2018-05-22', 'cancelled')
  expect(told, 'Expanse 4', '2018-05-26', 'renewed', { by: 'Jeff Bezos', certainty: 'official' })
  expect(told, 'The Expanse 5', '2019-07-27', 'renewed')
  expect(told, 'The Expanse 4', '2019-07-27', 'renewed', { progress: 'dated', premiere: '2019-12-13', final: null })
  expect(told, 'The Expanse 6', '2020-12-01', 'renewed', { final: 'Amazon' })
  expect(told, 'The Expanse 7', '2021-12-20', 'ended')
})

test('Southland: ordered, dated, and dropped two weeks before; another network takes it', () => {
  const told = history(`
    2009-05-01 | Southland 2 | renewal yes on NBC | NBC, network | Variety
    2009-09-01 | Southland 2 | premiere yes @2009-10-23 on NBC | NBC, network | Variety
    2009-10-08 | Southland 2 | cancellation yes on NBC | NBC, network | Variety
    2009-11-02 | Southland 2 | renewal yes on TNT | TNT, network | Variety
    2010-01-10 | Southland 2 | premiere yes @2010-03-02 on TNT | TNT, network | Variety
  `)
  expect(told, 'Southland 2', '2009-09-10', 'renewed', { progress: 'dated', premiere: '2009-10-23' })
  expect(told, 'Southland 2', '2009-10-08', 'cancelled', { premiere: null, progress: null })
  expect(told, 'Southland 2', '2009-10-24', 'cancelled', { progress: null })
  expect(told, 'Southland 2', '2009-11-02', 'renewed', { premiere: null, by: 'TNT', progress: 'ordered' })
  expect(told, 'Southland 2', '2010-03-02', 'renewed', { progress: 'airing', platform: 'TNT' })
})

test('S.W.A.T.: taken back in three days as a last season, renewed once more, cancelled', () => {
  const told = history(`
    2022-10-07 | S.W.A.T. 6 | premiere yes @2022-10-07 on CBS | - | Variety
    2023-05-05 | S.W.A.T. series | cancellation yes on CBS | - | Deadline
    2023-05-08 | SWAT 7 | renewal yes on CBS | CBS, network | Deadline
    2023-05-08 | S.W.A.T. 7 | ending yes on CBS | CBS, network | Deadline
    2024-02-16 | S.W.A.T. (2017) 7 | premiere yes @2024-02-16 on CBS | - | Variety
    2024-04-16 | S.W.A.T. 8 | renewal yes on CBS | CBS, network | Deadline
    2024-10-18 | S.W.A.T. 8 | premiere yes @2024-10-18 on CBS | - | Variety
    2025-03-06 | S.W.A.T. series | cancellation yes on CBS | CBS, network | Deadline
  `)
  expect(told, 'S.W.A.T. 7', '2023-05-06', 'cancelled')
  expect(told, 'S.W.A.T. 7', '2023-05-09', 'renewed', { final: 'CBS', before: 'cancelled' })
  expect(told, 'S.W.A.T. 8', '2023-05-09', 'ended')
  expect(told, 'S.W.A.T. 8', '2024-04-16', 'renewed', { before: 'ended' })
  expect(told, 'SWAT 7', '2024-04-16', 'renewed', { final: null })
  expect(told, 'S.W.A.T. 9', '2025-03-06', 'cancelled', { certainty: 'official' })
})

test('Magnum P.I.: cancelled by CBS, two seasons from NBC, cancelled by NBC', () => {
  const told = history(`
    2021-10-01 | Magnum P.I. 4 | premiere yes @2021-10-01 on CBS | - | Variety
    2022-05-12 | Magnum P.I. series | cancellation yes on CBS | - | Deadline
    2022-06-30 | Magnum P.I. 5 | renewal yes on NBC | NBC, network | Deadline
    2022-06-30 | Magnum P.I. 6 | renewal yes on NBC | NBC, network | Deadline
    2023-02-19 | Magnum P.I. 5 | premiere yes @2023-02-19 on NBC | - | Variety
    2023-06-23 | Magnum P.I. series | cancellation yes on NBC | NBC, network | Deadline
  `)
  expect(told, 'Magnum P.I. 5', '2022-05-13', 'cancelled')
  expect(told, 'Magnum P.I. 5', '2022-07-01', 'renewed')
  expect(told, 'Magnum P.I. 6', '2022-07-01', 'renewed')
  expect(told, 'Magnum PI 6', '2023-06-24', 'cancelled', { before: 'renewed' })
})

test('Jericho: cancelled, brought back by its fans, cancelled', () => {
  const told = history(`
    2006-09-20 | Jericho 1 | premiere yes @2006-09-20 on CBS | - | Variety
    2007-05-16 | Jericho series | cancellation yes on CBS | CBS, network | Variety
    2007-06-06 | Jericho 2 | renewal yes on CBS | CBS, network | Variety
    2008-01-10 | Jericho 2 | premiere yes @2008-02-12 on CBS | CBS, network | Variety
    2008-03-21 | Jericho series | cancellation yes on CBS | CBS, network | Variety
  `)
  expect(told, 'Jericho 2', '2007-05-20', 'cancelled', { by: 'CBS' })
  expect(told, 'Jericho 2', '2007-06-06', 'renewed', { before: 'cancelled' })
  expect(told, 'Jericho 3', '2008-03-22', 'cancelled')
  expect(told, 'Jericho 2', '2008-03-22', 'renewed', { final: 'CBS' })
})

test('Designated Survivor, Veronica Mars: a season elsewhere, one soon, one after eleven years', () => {
  const told = history(`
    2017-09-27 | Designated Survivor 2 | premiere yes @2017-09-27 on ABC | - | Variety
    2018-05-11 | Designated Survivor series | cancellation yes on ABC | ABC, network | Deadline
    2018-09-05 | Designated Survivor 3 | renewal yes on Netflix | Netflix, network | Deadline
    2019-06-07 | Designated Survivor 3 | premiere yes @2019-06-07 on Netflix | - | Variety
    2019-07-24 | Designated Survivor series | cancellation yes on Netflix | Netflix, network | Deadline
    2006-10-03 | Veronica Mars 3 | premiere yes @2006-10-03 on The CW | - | Variety
    2007-05-17 | Veronica Mars series | cancellation yes on The CW | The CW, network | Variety
    2018-08-20 | Veronica Mars series | renewal likely on Hulu | - | Deadline
    2018-09-20 | Veronica Mars 4 | renewal yes on Hulu | Hulu, network | Variety
    2019-07-19 | Veronica Mars 4 | premiere yes @2019-07-19 on Hulu | - | Variety
  `)
  expect(told, 'Designated Survivor 3', '2018-06-01', 'cancelled')
  expect(told, 'Designated Survivor 3', '2018-09-05', 'renewed')
  expect(told, 'Designated Survivor 4', '2019-07-25', 'cancelled')
  expect(told, 'Veronica Mars 4', '2018-09-01', 'cancelled', { since: '2007-05-17' })
  expect(told, 'Veronica Mars 4', '2018-09-20', 'renewed', { before: 'cancelled' })
  expect(told, 'Veronica Mars 3', '2019-08-01', 'renewed', { final: null })
})

test('Twin Peaks: the director leaves, and the network’s order stands', () => {
  const told = history(`
    2014-10-06 | Twin Peaks 3 | renewal yes on Showtime | Showtime, network | Deadline
    2015-04-05 | Twin Peaks 3 | renewal unlikely | David Lynch, director | Variety
    2015-09-09 | Twin Peaks 3 | production yes filming on Showtime | David Nevins, executive | Deadline
    2017-01-09 | Twin Peaks 3 | premiere yes @2017-05-21 on Showtime | Showtime, network | Variety
  `)
  expect(told, 'Twin Peaks 3', '2015-04-10', 'renewed', { certainty: 'official', roots: [1, 1] })
  expect(told, 'Twin Peaks 3', '2015-10-01', 'renewed', { progress: 'filming' })
  expect(told, 'Twin Peaks 2', '2015-10-01', 'renewed', { certainty: 'as good as certain' })
  expect(told, 'Twin Peaks 3', '2017-05-21', 'renewed', { progress: 'airing' })
})

test('Better Call Saul, Westworld: ended by design; cancelled before its planned end', () => {
  const told = history(`
    2020-01-16 | Better Call Saul 6 | renewal yes on AMC | AMC, network | Deadline
    2020-01-16 | Better Call Saul 6 | ending yes on AMC | AMC, network | Deadline
    2021-07-28 | Better Call Saul 6 | delay yes | - | Variety
    2022-02-10 | Better Call Saul 6 | premiere yes @2022-04-18 on AMC | AMC, network | Variety
    2022-06-26 | Westworld 4 | premiere yes @2022-06-26 on HBO | - | Variety
    2022-10-09 | Westworld 5 | renewal possible | Jonathan Nolan, creator | Deadline
    2022-11-04 | Westworld series | cancellation yes on HBO | HBO, network | The Hollywood Reporter
  `)
  expect(told, 'Better Call Saul 7', '2020-02-01', 'ended', { certainty: 'official' })
  expect(told, 'Better Call Saul 6', '2021-08-01', 'renewed', { delayed: '2021-07-28', final: 'AMC' })
  expect(told, 'Better Call Saul 6', '2022-03-01', 'renewed', { delayed: null, premiere: '2022-04-18' })
  expect(told, 'Westworld 5', '2022-10-10', 'on the bubble')
  expect(told, 'Westworld 5', '2022-11-04', 'cancelled', { before: 'on the bubble' })
})
