// What truly happened to series of the streaming services, told in claims, with the verdicts on named days. Public facts and
// dates; outlets and words are ours.
import { test } from 'node:test'
import { expect, history } from './material.ts'

test('Jessica Jones: open by the showrunner’s word, renewed a week later, dated, followed by a last season', () => {
  const told = history(`
    2015-11-20 | Jessica Jones 1 | premiere yes @2015-11-20 on Netflix | - | Cinema Daily
    2016-01-10 | Jessica Jones 2 | renewal undecided | Melissa Rosenberg, showrunner, to IGN | Cinema Daily | nothing is settled about it
    2016-01-10 | Jessica Jones 2 | production undecided | - | Cinema Daily | nothing is known of when filming might begin
    2016-01-10 | Jessica Jones 2 | production possible | Melissa Rosenberg, showrunner, to IGN | Cinema Daily | she is still giving it a shape
    2016-01-17 | Jessica Jones 2 | renewal yes on Netflix | Netflix, network | Deadline
    2017-12-12 | Jessica Jones 2 | premiere yes @2018-03-08 on Netflix | - | Bleeding Cool | the new season begins on Netflix on March 8
    2018-04-12 | Jessica Jones 3 | renewal yes | Netflix, network | Variety
    2019-02-18 | Jessica Jones series | cancellation yes | Netflix, network | Deadline
    2019-02-18 | Jessica Jones 3 | ending yes | Netflix, network | Deadline
    2019-05-28 | Jessica Jones 3 | premiere yes @2019-06-14 | Netflix, network | Deadline
  `)
  expect(told, 'Jessica Jones 2', '2015-12-01', 'nothing heard', {
    certainty: 'unheard',
    since: null,
    before: null,
    by: null,
  })
  expect(told, 'Jessica Jones 2', '2016-01-12', 'on the bubble', {
    certainty: 'could go either way',
    by: 'Melissa Rosenberg',
    since: '2016-01-10',
    before: 'nothing heard',
    roots: [0, 0, 2],
  })
  expect(told, 'Jessica Jones 2', '2016-01-17', 'renewed', {
    certainty: 'official',
    by: 'Netflix',
    progress: 'ordered',
    before: 'on the bubble',
  })
  expect(told, 'Jessica Jones 2', '2017-12-20', 'renewed', {
    progress: 'dated',
    premiere: '2018-03-08',
    platform: 'Netflix',
    since: '2016-01-17',
  })
  expect(told, 'Jessica Jones 2', '2018-03-08', 'renewed', { progress: 'airing' })
  expect(told, 'Jessica Jones 2', '2018-09-01', 'renewed', { progress: 'aired', final: null })
  expect(told, 'Jessica Jones 3', '2019-02-20', 'renewed', { final: 'Netflix', progress: 'ordered' })
  expect(told, 'Jessica Jones 4', '2019-02-20', 'cancelled', {
    certainty: 'official',
    by: 'Netflix',
    since: '2019-02-18',
  })
  expect(told, 'Jessica Jones 5', '2019-12-01', 'cancelled')
  expect(told, 'Jessica Jones 3', '2019-07-01', 'renewed', { progress: 'airing', final: 'Netflix' })
})

test('The Defenders: an actor’s doubt and an outlet’s own, until the network rules it out', () => {
  const told = history(`
    2017-08-18 | The Defenders 1 | premiere yes @2017-08-18 on Netflix | - | Cinema Daily
    2017-12-12 | The Defenders 2 | renewal unlikely | Krysten Ritter, cast, to Vulture | Bleeding Cool | to her mind they will not do another one
    2017-12-12 | The Defenders 1 | ending yes | Krysten Ritter, cast, to Vulture | Bleeding Cool | it was never meant to be done twice
    2017-12-12 | The Defenders 2 | renewal undecided | - | Bleeding Cool | no second season has been announced so far
    2017-12-12 | The Defenders 2 | renewal unlikely | - | Bleeding Cool | it seems that there will be no second one
    2017-12-12 | The Defenders 1 | ending possible | - | Bleeding Cool | perhaps it was for once only
    2018-07-29 | The Defenders 2 | renewal no | Cindy Holland, executive | Deadline
  `)
  expect(told, 'The Defenders 2', '2017-12-01', 'nothing heard')
  const v = expect(told, 'The Defenders 2', '2017-12-20', 'unlikely', {
    by: 'Krysten Ritter',
    roots: [0, 2, 0],
    since: '2017-12-12',
    contested: false,
  })
  if (v.deciding?.via[0] !== 'Vulture') throw new Error('by her word to Vulture')
  expect(told, 'The Defenders 1', '2017-12-20', 'renewed', { final: null, progress: 'aired' })
  expect(told, 'The Defenders 2', '2018-08-01', 'cancelled', {
    certainty: 'official',
    by: 'Cindy Holland',
    before: 'unlikely',
  })
  expect(told, 'The Defenders 1', '2018-08-01', 'renewed', { final: 'Cindy Holland' })
})

test('The Punisher: one outlet’s flat report renews it, as good as certain; a second makes it official', () => {
  const told = history(`
    2017-12-12 | The Punisher 2 | renewal yes | - | Bleeding Cool | a second season of The Punisher has been announced
    2017-12-13 | The Punisher 2 | renewal yes | - to Bleeding Cool | Cinema Daily
    2017-12-14 | The Punisher 2 | renewal yes on Netflix | - | Collider
  `)
  expect(told, 'The Punisher 2', '2017-12-12', 'renewed', {
    certainty: 'as good as certain',
    by: 'Bleeding Cool',
    progress: 'ordered',
  })
  expect(told, 'The Punisher 2', '2017-12-13', 'renewed', { certainty: 'as good as certain', roots: [1, 0] })
  expect(told, 'The Punisher 2', '2017-12-20', 'renewed', { certainty: 'official', roots: [2, 0] })
})

test('Sense8: cancelled after two seasons, a farewell film, no third season', () => {
  const told = history(`
    2017-05-05 | Sense8 2 | premiere yes @2017-05-05 on Netflix | - | Variety
    2017-05-20 | Sense8 3 | renewal possible | Lana Wachowski, creator | Variety
    2017-06-01 | Sense8 series | cancellation yes | Netflix, network | Deadline
    2017-06-29 | Sense8 3 | renewal possible | Lana Wachowski, creator | Variety
  `)
  expect(told, 'Sense8 3', '2017-05-25', 'on the bubble', { by: 'Lana Wachowski' })
  expect(told, 'Sense8 3', '2017-06-02', 'cancelled', { by: 'Netflix', before: 'on the bubble' })
  expect(told, 'Sense8 3', '2017-12-01', 'cancelled', { since: '2017-06-01' })
  expect(told, 'Sense8 2', '2017-06-02', 'renewed', { final: 'Netflix', progress: 'airing' })
  expect(told, 'Sense8 1', '2017-06-02', 'renewed', { progress: 'aired', certainty: 'official' })
})

test('Warrior Nun: the creator alone cannot cancel it; an outlet’s report of the decision does', () => {
  const told = history(`
    2020-07-02 | Warrior Nun 1 | premiere yes @2020-07-02 on Netflix | - | Variety
    2020-08-19 | Warrior Nun 2 | renewal yes | Netflix, network | Variety
    2022-11-10 | Warrior Nun 2 | premiere yes @2022-11-10 on Netflix | - | Variety
    2022-12-13 | Warrior Nun series | cancellation yes on Netflix | Simon Barry, creator | Collider
    2022-12-14 | Warrior Nun series | cancellation yes on Netflix | - | Deadline
    2023-06-28 | Warrior Nun series | renewal yes | Simon Barry, creator | Variety
  `)
  expect(told, 'Warrior Nun 3', '2022-12-13', 'unlikely', { certainty: 'a safe bet', by: 'Simon Barry' })
  expect(told, 'Warrior Nun 3', '2022-12-15', 'cancelled', {
    certainty: 'as good as certain',
    by: 'Deadline',
    before: 'unlikely',
  })
  expect(told, 'Warrior Nun 3', '2023-07-01', 'cancelled', { roots: [1, 1] })
})

test('GLOW: a renewal reversed by the pandemic', () => {
  const told = history(`
    2019-08-09 | GLOW 3 | premiere yes @2019-08-09 on Netflix | - | Variety
    2019-09-20 | GLOW 4 | renewal yes on Netflix | Netflix, network | Deadline
    2019-09-20 | GLOW 4 | ending yes | Netflix, network | Deadline
    2020-02-20 | GLOW 4 | production yes filming | - | Variety
    2020-03-14 | GLOW 4 | delay yes | - | Deadline
    2020-10-05 | GLOW 4 | cancellation yes on Netflix | - | Deadline
    2020-10-05 | GLOW 4 | renewal yes on Netflix | - | Deadline
    2020-10-08 | GLOW 4 | production yes filming | - | Variety
  `)
  expect(told, 'GLOW 4', '2019-10-01', 'renewed', { final: 'Netflix', certainty: 'official' })
  expect(told, 'GLOW 5', '2019-10-01', 'ended', { by: 'Netflix' })
  expect(told, 'GLOW 4', '2020-03-01', 'renewed', { progress: 'filming' })
  expect(told, 'GLOW 4', '2020-04-01', 'renewed', { delayed: '2020-03-14' })
  expect(told, 'GLOW 4', '2020-10-05', 'cancelled', {
    by: 'Deadline',
    before: 'renewed',
    progress: null,
    delayed: null,
    final: null,
  })
  expect(told, 'GLOW 4', '2020-10-10', 'cancelled', { since: '2020-10-05' })
  expect(told, 'GLOW 3', '2020-10-10', 'renewed', { final: 'Deadline' })
})

test('GLOW, told of the series: the cancellation falls on the season that was ordered and put off', () => {
  const told = history(`
    2019-08-09 | GLOW 3 | premiere yes @2019-08-09 on Netflix | - | Variety
    2019-09-20 | GLOW 4 | renewal yes on Netflix | Netflix, network | Deadline
    2020-03-14 | GLOW 4 | delay yes | - | Deadline
    2020-10-05 | GLOW series | cancellation yes on Netflix | Netflix, network | Variety
  `)
  expect(told, 'GLOW 4', '2020-10-05', 'cancelled', { before: 'renewed' })
})

test('The OA, The Society, Mindhunter: cancelled; cancelled after a renewal; never decided, and faded', () => {
  const told = history(`
    2019-03-22 | The OA 2 | premiere yes @2019-03-22 on Netflix | - | Variety
    2019-08-05 | The OA series | cancellation yes on Netflix | - | Deadline
    2019-05-10 | The Society 1 | premiere yes @2019-05-10 on Netflix | - | Variety
    2019-07-09 | The Society 2 | renewal yes on Netflix | Netflix, network | Variety
    2020-08-21 | The Society series | cancellation yes on Netflix | Netflix, network | Deadline
    2019-08-16 | Mindhunter 2 | premiere yes @2019-08-16 on Netflix | - | Variety
    2020-01-15 | Mindhunter 3 | renewal undecided | Netflix, network | Deadline
    2020-10-23 | Mindhunter 3 | renewal unlikely | David Fincher, executive producer, to Vulture | Variety
    2023-02-20 | Mindhunter 3 | renewal no | David Fincher, executive producer, to JDD | Collider
  `)
  expect(told, 'The OA 3', '2019-08-06', 'cancelled', { certainty: 'as good as certain' })
  expect(told, 'The Society 2', '2020-01-01', 'renewed', { progress: 'ordered' })
  expect(told, 'The Society 2', '2020-09-01', 'cancelled', { before: 'renewed', since: '2020-08-21' })
  expect(told, 'Mindhunter 3', '2020-02-01', 'on the bubble', { by: 'Netflix' })
  expect(told, 'Mindhunter 3', '2020-11-01', 'unlikely', { by: 'David Fincher' })
  expect(told, 'Mindhunter 3', '2022-06-01', 'nothing heard', { before: 'unlikely', since: '2021-07-21' })
  expect(told, 'Mindhunter 3', '2023-03-01', 'unlikely', { certainty: 'a safe bet', before: 'nothing heard' })
})

test('Stranger Things: filming stopped and resumed, two batches of one season, a last season announced', () => {
  const told = history(`
    2019-07-04 | Stranger Things 3 | premiere yes @2019-07-04 on Netflix | - | Variety
    2019-09-30 | Stranger Things 4 | renewal yes | Netflix, network | Deadline
    2020-02-14 | Stranger Things 4 | production yes filming | Netflix, network | Deadline
    2020-03-13 | Stranger Things 4 | delay yes | Netflix, network | Deadline
    2020-09-28 | Stranger Things 4 | production yes filming | - | Deadline
    2022-02-17 | Stranger Things 4 | premiere yes @2022-05-27 on Netflix | Netflix, network | Variety
    2022-02-17 | Stranger Things 5 | renewal yes | Netflix, network | Variety
    2022-02-17 | Stranger Things 5 | ending yes | Netflix, network | Variety
    2022-05-30 | Stranger Things 4 | premiere yes @2022-07-01 on Netflix | - | Collider
  `)
  expect(told, 'Stranger Things 4', '2020-05-01', 'renewed', { progress: 'filming', delayed: '2020-03-13' })
  expect(told, 'Stranger Things 4', '2022-03-01', 'renewed', {
    progress: 'dated',
    premiere: '2022-05-27',
    delayed: null,
  })
  expect(told, 'Stranger Things 4', '2022-06-15', 'renewed', { progress: 'airing', premiere: '2022-05-27' })
  expect(told, 'Stranger Things 5', '2022-03-01', 'renewed', { final: 'Netflix' })
  expect(told, 'Stranger Things 6', '2022-03-01', 'ended', { certainty: 'official' })
  expect(told, 'Stranger Things 4', '2022-03-01', 'renewed', { final: null })
})

test('Squid Game: the creator says that it returns, the network decides half a year later', () => {
  const told = history(`
    2021-09-17 | Squid Game 1 | premiere yes @2021-09-17 on Netflix | - | Variety
    2021-10-08 | Squid Game 2 | renewal possible | Hwang Dong-hyuk, creator, to CNN | Variety
    2021-11-09 | Squid Game 2 | renewal yes | Hwang Dong-hyuk, creator, to AP | Deadline
    2022-06-12 | Squid Game 2 | renewal yes | Netflix, network | Deadline
  `)
  expect(told, 'Squid Game 2', '2021-10-10', 'on the bubble')
  expect(told, 'Squid Game 2', '2021-11-10', 'likely', {
    certainty: 'a safe bet',
    by: 'Hwang Dong-hyuk',
    before: 'on the bubble',
  })
  expect(told, 'Squid Game 2', '2022-06-12', 'renewed', { certainty: 'official', before: 'likely' })
})

test('Manifest: cancelled by NBC, talked of, saved by Netflix for a last season in two batches', () => {
  const told = history(`
    2021-04-01 | Manifest 3 | premiere yes @2021-04-01 on NBC | - | Variety
    2021-06-14 | Manifest series | cancellation yes on NBC | - | Deadline
    2021-06-21 | Manifest 4 | renewal undecided | Jeff Rake, creator | Variety
    2021-07-21 | Manifest 4 | renewal likely on Netflix | - | Deadline
    2021-08-28 | Manifest 4 | renewal yes on Netflix | Netflix, network | Deadline
    2021-08-28 | Manifest 4 | ending yes | Netflix, network | Deadline
    2021-08-28 | Manifest series | cancellation yes on NBC | - | Deadline
    2021-08-30 | Manifest series | cancellation yes on NBC | - | Collider
    2022-09-01 | Manifest 4 | premiere yes @2022-11-04 on Netflix | Netflix, network | Variety
    2023-03-01 | Manifest 4 | premiere yes @2023-06-02 on Netflix | Netflix, network | Variety
  `)
  expect(told, 'Manifest 4', '2021-06-15', 'cancelled', { certainty: 'as good as certain' })
  expect(told, 'Manifest 4', '2021-07-25', 'cancelled', { roots: [1, 1, 1] })
  expect(told, 'Manifest 4', '2021-08-28', 'renewed', {
    certainty: 'official',
    before: 'cancelled',
    final: 'Netflix',
    contested: false,
  })
  expect(told, 'Manifest 4', '2021-09-01', 'renewed', { since: '2021-08-28', contested: false })
  expect(told, 'Manifest 4', '2023-03-05', 'renewed', { progress: 'aired', premiere: '2022-11-04' })
  expect(told, 'Manifest 5', '2023-03-05', 'ended')
})

test('Minx: renewed, scrapped with the cameras rolling, saved by Starz', () => {
  const told = history(`
    2022-03-17 | Minx 1 | premiere yes @2022-03-17 on HBO Max | - | Variety
    2022-05-26 | Minx 2 | renewal yes on HBO Max | HBO Max, network | Variety
    2022-12-12 | Minx 2 | cancellation yes on HBO Max | - | Deadline
    2022-12-12 | Minx 2 | production yes filming | - | Deadline
    2022-12-12 | Minx 2 | renewal yes on HBO Max | - | Deadline
    2022-12-15 | Minx 2 | production yes filming | - | Collider
    2023-01-11 | Minx 2 | renewal yes on Starz | - | Variety
    2023-01-11 | Minx 2 | cancellation yes on HBO Max | - | Variety
    2023-05-10 | Minx 2 | premiere yes @2023-07-21 on Starz | Starz, network | Deadline
  `)
  expect(told, 'Minx 2', '2022-06-01', 'renewed', { certainty: 'official' })
  expect(told, 'Minx 2', '2022-12-12', 'cancelled', { by: 'Deadline', before: 'renewed' })
  expect(told, 'Minx 2', '2022-12-20', 'cancelled')
  expect(told, 'Minx 2', '2023-01-11', 'renewed', { by: 'Variety', before: 'cancelled', since: '2023-01-11' })
  expect(told, 'Minx 2', '2023-05-10', 'renewed', { premiere: '2023-07-21', platform: 'Starz', progress: 'dated' })
})

test('The Last of Us: a third season ordered before the second is shown', () => {
  const told = history(`
    2023-01-15 | The Last of Us 1 | premiere yes @2023-01-15 on HBO | - | Variety
    2023-01-27 | The Last of Us series | renewal yes on HBO | HBO, network | Deadline
    2024-02-12 | The Last of Us 2 | production yes filming | - | Variety
    2025-02-24 | The Last of Us 2 | premiere yes @2025-04-13 on HBO | HBO, network | Variety
    2025-04-09 | The Last of Us 3 | renewal yes on HBO | HBO, network | Deadline
  `)
  expect(told, 'The Last of Us 2', '2023-02-01', 'renewed', { since: '2023-01-27', certainty: 'official' })
  expect(told, 'The Last of Us 2', '2024-03-01', 'renewed', { progress: 'filming' })
  expect(told, 'The Last of Us 3', '2025-04-10', 'renewed', { progress: 'ordered' })
  expect(told, 'The Last of Us 2', '2025-04-10', 'renewed', { progress: 'dated' })
  expect(told, 'The Last of Us 2', '2025-04-13', 'renewed', { progress: 'airing' })
})

test('House of the Dragon: ordered straight to series, then renewed; its rival pilot passed on', () => {
  const told = history(`
    2019-10-29 | House of the Dragon 1 | order yes on HBO | HBO, network | Deadline
    2019-10-29 | Bloodmoon 1 | order no on HBO | - | Deadline
    2021-04-26 | House of the Dragon 1 | production yes filming | HBO, network | Variety
    2022-03-30 | House of the Dragon 1 | premiere yes @2022-08-21 on HBO | HBO, network | Variety
    2022-08-26 | House of the Dragon series | renewal yes on HBO | HBO, network | Deadline
  `)
  expect(told, 'House of the Dragon 1', '2019-10-30', 'renewed', { progress: 'ordered', certainty: 'official' })
  expect(told, 'Bloodmoon 1', '2019-10-30', 'cancelled')
  expect(told, 'House of the Dragon 1', '2021-05-01', 'renewed', { progress: 'filming' })
  expect(told, 'House of the Dragon 1', '2022-08-21', 'renewed', { progress: 'airing' })
  expect(told, 'House of the Dragon 2', '2022-08-26', 'renewed', { since: '2022-08-26' })
})

test('Fleabag, Succession: whoever makes it may end it', () => {
  const told = history(`
    2019-03-04 | Fleabag 2 | premiere yes @2019-03-04 on BBC Three | - | Radio Times
    2019-04-08 | Fleabag 2 | ending yes | Phoebe Waller-Bridge, creator, to BBC | Radio Times
    2021-10-26 | Succession 4 | renewal yes | HBO, network | Variety
    2022-06-27 | Succession 4 | production yes filming | HBO, network | Variety
    2023-02-23 | Succession 4 | ending yes | Jesse Armstrong, creator, to The New Yorker | Variety
    2023-02-01 | Succession 4 | premiere yes @2023-03-26 on HBO | HBO, network | Variety
    2023-05-29 | Succession 5 | renewal possible | Brian Cox, cast | Variety
  `)
  expect(told, 'Fleabag 3', '2019-04-10', 'ended', { certainty: 'as good as certain', by: 'Phoebe Waller-Bridge' })
  expect(told, 'Fleabag 2', '2019-04-10', 'renewed', { final: 'Phoebe Waller-Bridge' })
  expect(told, 'Succession 4', '2023-02-24', 'renewed', { progress: 'dated', final: 'Jesse Armstrong' })
  expect(told, 'Succession 5', '2023-06-01', 'ended', { since: '2023-02-23' })
})
