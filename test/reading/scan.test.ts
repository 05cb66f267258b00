// The first scan: what may hold a claim is read, most other news is not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mayHoldClaim } from '../../src/reading/scan.ts'

const MATCH =
  'The visitors pressed from the start of the season opener and were rewarded in the ninth minute, when a corner was cleared only as far as the edge of the area. The home side, without its star striker, hardly left its own half, and the series of draws against lesser teams goes on.\n\n'
const DEALS =
  'The kettle is down to 40 dollars, which is as low as we have seen it, and comes in four colours. Add the coupon on the page, and do not mind the note on stock; ours came within a week. The scales of the same make are good for baking, and the timer that comes with them is better than it looks.\n\n'
const RENEWED =
  'Away from the pitch, Kestrel has renewed “Saltmarsh” for a third season, after a finale that drew more viewers than any other drama of the network. Showrunner Ada Blum said that the premiere would come in May, and that the cast of the series was told last week, before the last episode aired.\n\n'

const FAR_APART = 'show drama Netflix debut actor season episode pilot broadcast comedy'.split(' ')

describe('the first scan', () => {
  const read: Array<[what: string, text: string]> = [
    ['a headline', 'Kestrel renews “Saltmarsh” for Season 3'],
    ['a short article about a series', RENEWED.repeat(2)],
    ['a long one', RENEWED.repeat(30)],
    ['a passage about a series in a long text of sport', MATCH.repeat(20) + RENEWED + MATCH.repeat(20)],
    ['an article that is half about something else', (MATCH + RENEWED).repeat(3)],
  ]
  for (const [what, text] of read) test(`reads ${what}`, () => assert.equal(mayHoldClaim(text), true))

  const left: Array<[what: string, text: string]> = [
    ['a headline about sport', 'Late goal sends the visitors top'],
    ['a long page of deals with words of the trade here and there', `${DEALS.repeat(12)}${MATCH.repeat(12)}`],
    ['ten words of the trade far apart', FAR_APART.map((word) => `${DEALS.repeat(5)}The ${word}.\n\n`).join('')],
  ]
  for (const [what, text] of left) test(`leaves ${what}`, () => assert.equal(mayHoldClaim(text), false))
})
