// Claims by chance, for properties that hold whatever was told.
import fc from 'fast-check'
import type { LedgerClaim } from '../../src/ledger/records.ts'
import { EVENTS, FACTUALITIES, STAGES } from '../../src/reading/claim.ts'

const START = Date.UTC(2031, 0, 1)
/** The ISO day so many days after the first of 2031. */
export const iso = (day: number): string => new Date(START + day * 864e5).toISOString().slice(0, 10)

export const SPEAKERS: ReadonlyArray<[string | null, LedgerClaim['role']]> = [
  [null, 'outlet'],
  ['Orbit+', 'network'],
  ['Meridian', 'network'],
  ['Ada Penn', 'showrunner'],
  ['Ben Oak', 'cast'],
  ['Cy Reed', 'executive'],
  ['anonymous', 'anonymous'],
  ['Dee Fox', 'creator'],
  ['Eve Hart', 'writer'],
]
const WORDS = [
  'so it is',
  'we have not decided on that one yet',
  'they would all love to come back and do some more of it',
  'it will be back on the air in the spring of the year after',
]

export const claim: fc.Arbitrary<LedgerClaim> = fc
  .record({
    show: fc.constantFrom('Glass Harbor', 'The Glass Harbor', 'Quay'),
    season: fc.constantFrom(null, null, 1, 2, 3),
    event: fc.constantFrom(...EVENTS),
    factuality: fc.constantFrom('yes' as const, 'yes' as const, ...FACTUALITIES),
    who: fc.constantFrom(...SPEAKERS),
    via: fc.constantFrom<string[]>([], [], ['Vulture'], ['Reel', 'Vulture']),
    platform: fc.constantFrom(null, 'Orbit+', 'Meridian'),
    stage: fc.option(fc.constantFrom(...STAGES)),
    outlet: fc.constantFrom('Signal', 'Reel', 'Post'),
    day: fc.nat(500),
    stood: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.nat(60)),
    ahead: fc.option(fc.integer({ min: -100, max: 200 })),
    precision: fc.constantFrom(4, 7, 10),
    words: fc.constantFrom(...WORDS),
    start: fc.nat(1000),
  })
  .map(({ who: [speaker, role], stage, outlet, day, stood, ahead, precision, words, start, ...rest }) => {
    const span = { start, end: start + words.length }
    const published = iso(day)
    const date = ahead === null ? null : iso(day + ahead).slice(0, precision)
    const article = {
      id: `${published} ${outlet}`,
      title: null,
      outlet,
      author: null,
      url: null,
      published,
      heard: `${published}T00:00:00Z`,
      modified: null,
      sample: false,
    }
    const told = {
      ...rest,
      speaker,
      role,
      ...(stage && rest.event === 'production' ? { stage } : {}),
      date,
      evidence: words,
      span,
      sentence: span,
      why: [],
      sentenceText: words,
      article,
      ...(stood === null ? {} : { withdrawn: iso(day + stood) }),
    }
    return { ...told, id: JSON.stringify(told) }
  })
export const claims = fc.array(claim, { maxLength: 14, size: 'max' })
