// How sure a plain sentence is: each event with each value, as it is said every day.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { claimsIn } from './attributed.ts'

const LEAD = 'Saltmarsh is a drama series on Kestrel, which has shown two seasons of it.'

/** Event and factuality → sentences that tell it. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'renewal no': [
    'There isn’t going to be another season of Saltmarsh.',
    'There is not going to be a third season of Saltmarsh.',
    "There won't be another season of Saltmarsh.",
    'There will be no more Saltmarsh.',
    'There will be no more seasons of Saltmarsh.',
    "Saltmarsh isn't getting a third season.",
    'Saltmarsh is not getting another season.',
    'Saltmarsh will not be getting a third season.',
    'Kestrel is not giving Saltmarsh a third season.',
    'Kestrel decided not to order a third season of Saltmarsh.',
    'Kestrel opted against a third season of Saltmarsh.',
    "We're not doing a third season of Saltmarsh.",
    "They aren't making any more Saltmarsh.",
    'A third season of Saltmarsh is not happening.',
    "A third season of Saltmarsh isn't in the cards.",
    'A third season of Saltmarsh is off the table.',
    'Saltmarsh has been denied a third season.',
  ],
  'renewal likely': [
    'A renewal of Saltmarsh is expected.',
    'A renewal for Saltmarsh is likely.',
    'A third season of Saltmarsh is all but certain.',
    'A third season of Saltmarsh looks likely.',
    'Saltmarsh is expected to be renewed.',
    'Saltmarsh is likely to be renewed for a third season.',
    'Saltmarsh will probably get a third season.',
    'Saltmarsh is a safe bet for renewal.',
    'Saltmarsh is a lock for a third season.',
    'Saltmarsh seems certain to return for a third season.',
    "I'm confident that Saltmarsh will be back for a third season.",
  ],
  'renewal possible': [
    'A third season of Saltmarsh is possible.',
    'A third season of Saltmarsh could happen.',
    'A third season of Saltmarsh might still happen.',
    'There could be a third season of Saltmarsh.',
    'There may be a third season of Saltmarsh.',
    'Saltmarsh may return for a third season.',
    'Saltmarsh could get a third season.',
    'Kestrel is in talks about a third season of Saltmarsh.',
    'Kestrel is considering another season of Saltmarsh.',
    'I would love to do a third season of Saltmarsh.',
    "I'd love there to be a third season of Saltmarsh.",
    'I hope there will be a third season of Saltmarsh.',
    'Fans hope for a third season, and the door to more Saltmarsh is open.',
    "Kestrel hasn't ruled out a third season of Saltmarsh.",
    "There's a chance of a third season of Saltmarsh.",
  ],
  'renewal unlikely': [
    'A third season of Saltmarsh is unlikely.',
    'A third season of Saltmarsh is not likely.',
    'A third season of Saltmarsh looks doubtful.',
    'A third season of Saltmarsh is a long shot.',
    'I doubt there will be a third season of Saltmarsh.',
    "I don't think there will be a third season of Saltmarsh.",
    "I don't think Saltmarsh is coming back.",
    "I can't see a third season of Saltmarsh happening.",
    "I'd be surprised if Saltmarsh came back.",
    "It's hard to imagine a third season of Saltmarsh.",
    'Saltmarsh is unlikely to return for a third season.',
    "Saltmarsh probably won't be back for a third season.",
    "Don't expect a third season of Saltmarsh.",
  ],
  'renewal undecided': [
    'No decision has been made on a third season of Saltmarsh.',
    'A third season of Saltmarsh has not been ordered yet.',
    'A third season of Saltmarsh has yet to be announced.',
    'A third season of Saltmarsh has not been confirmed.',
    'It is not known whether there will be a third season of Saltmarsh.',
    "It's unclear if Saltmarsh will return for a third season.",
    'Whether Saltmarsh will return is up in the air.',
    'Kestrel has not said whether it will renew Saltmarsh.',
    'Kestrel has not yet renewed Saltmarsh.',
    'There is no word on a third season of Saltmarsh.',
    "I don't know if there will be a third season of Saltmarsh.",
    'The future of Saltmarsh is uncertain.',
    'Saltmarsh has neither been renewed nor canceled.',
    'Kestrel is still deciding whether to make more Saltmarsh.',
  ],
  'cancellation no': [
    'Saltmarsh has not been canceled.',
    "Saltmarsh isn't canceled.",
    'Saltmarsh is not being canceled.',
    'Saltmarsh is in no danger of being canceled.',
    'Reports that Saltmarsh has been canceled are false.',
    "It's not true that Saltmarsh has been canceled.",
    'Nobody has canceled Saltmarsh.',
    'Nobody is canceling Saltmarsh.',
    'Kestrel denied that Saltmarsh had been axed.',
    'Kestrel has no plans to cancel Saltmarsh.',
  ],
  'cancellation likely': ['Saltmarsh is expected to be canceled.', 'Saltmarsh looks set to be axed.'],
  'ending no': [
    'Season 3 will not be the last of Saltmarsh.',
    "The third season isn't the end of Saltmarsh.",
    "Saltmarsh isn't ending with its third season.",
  ],
  'ending possible': ['Season 3 could be the last of Saltmarsh.', 'The third season of Saltmarsh may be its last.'],
  'ending likely': [
    'The third season of Saltmarsh will probably be its last.',
    'The third season of Saltmarsh is expected to be its last.',
  ],
  'ending undecided': ["It's not known if the third season of Saltmarsh will be its last."],
  'premiere undecided': [
    'No premiere date has been set for the third season of Saltmarsh.',
    'The third season of Saltmarsh has no release date.',
    "There's no release date for season 3 of Saltmarsh.",
    "It's not clear when season 3 of Saltmarsh will premiere.",
    "Kestrel hasn't said when season 3 of Saltmarsh will premiere.",
  ],
  'premiere likely': [
    'Season 3 of Saltmarsh is expected in the spring.',
    'Season 3 of Saltmarsh should arrive in the spring.',
    'Season 3 of Saltmarsh will probably premiere in the spring.',
  ],
  'premiere possible': [
    'Season 3 of Saltmarsh could premiere in the spring.',
    'Season 3 of Saltmarsh may arrive next year.',
    'Kestrel is aiming for a May premiere of season 3 of Saltmarsh.',
  ],
  'premiere unlikely': ['Season 3 of Saltmarsh is unlikely to premiere before 2025.'],
  'production no': [
    'Filming on season 3 of Saltmarsh has not begun.',
    'Season 3 of Saltmarsh has not started filming.',
    'The scripts for season 3 of Saltmarsh have not been written.',
    'No scripts have been written for season 3 of Saltmarsh.',
  ],
  'production likely': ['Filming on season 3 of Saltmarsh is expected to begin in May.'],
  'production possible': ['Filming on season 3 of Saltmarsh could begin in May.'],
  'order no': [
    'Kestrel passed on the drama pilot Saltmarsh.',
    'The drama pilot Saltmarsh is not going forward.',
    'Saltmarsh was not picked up to series.',
    'Kestrel decided not to order Saltmarsh to series.',
  ],
  'order undecided': ['Kestrel has not decided whether to order the pilot Saltmarsh to series.'],
  'order possible': [
    'Kestrel could order the drama pilot Saltmarsh to series.',
    'Kestrel is considering the drama pilot Saltmarsh for a series order.',
  ],
  'order likely': ['The drama pilot Saltmarsh is expected to be picked up to series.'],
  'delay no': ['Saltmarsh has not been delayed.'],
  'delay possible': ['Season 3 of Saltmarsh could be delayed.'],
  'delay likely': ['Season 3 of Saltmarsh is likely to be delayed.'],
}

/** What is told of the season, and what is not done to it, is one thing: "canceled" and "not renewed". */
const isTold = (event: string, told: string): boolean =>
  told === event || (event === 'cancellation' && told === 'renewal')

for (const [claim, sentences] of Object.entries(TOLD))
  describe(claim, () => {
    const [event, factuality] = claim.split(' ')
    for (const sentence of sentences)
      test(sentence, () => {
        const claims = claimsIn(`${LEAD}\n\n${sentence}`)
        const told = claims.map((c) => `${c.event} ${c.factuality}`)
        const found = claims.some((c) => isTold(event!, c.event) && c.factuality === factuality)
        assert.ok(found, `${claim} is not among ${told.join(', ') || 'nothing'}`)
      })
  })
