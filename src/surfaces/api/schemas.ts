// The nouns, as programs are given them. The same schemas check the description against what is answered (tests) and describe it.
import { z } from '@hono/zod-openapi'
import { EVENTS, FACTUALITIES, ROLES, STAGES } from '../../reading/claim.ts'
import { FACTS } from '../../reading/facts/fact.ts'
import { AXES } from '../../verdict/turns.ts'
import { CERTAINTIES, FATES, PROGRESS } from '../../verdict/verdict.ts'

const isoDay = z.string().openapi({ format: 'date', example: '2016-01-12' })
const season = z.number().int().nullable().openapi({ description: 'Null: the series as a whole.', example: 2 })
const vague = z.string().nullable().openapi({
  description: 'As precisely as it is known: a day, a month, a year, or 2018-spring, 2018-Q2, 2018-early.',
  example: '2018-03-08',
})
const fate = z.enum(FATES).openapi({ example: 'renewed' })
const certainty = z.enum(CERTAINTIES)

export const Article = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    author: z.string().nullable(),
    url: z.string().nullable(),
    published: isoDay,
    modified: z
      .union([z.iso.datetime({ precision: 3 }), z.iso.date()])
      .nullable()
      .openapi({
        description: 'When its outlet last changed it, by its own word, as precisely as it tells; null when unknown.',
        example: '2016-01-12T14:05:00.000Z',
      }),
    sample: z.boolean().openapi({ description: 'Part of the first-run sample.' }),
  })
  .openapi('Article', { description: 'An article that the ledger keeps; its text stays there.' })

export const Claim = z
  .object({
    id: z.string(),
    show: z.string(),
    season,
    event: z.enum(EVENTS),
    factuality: z.enum(FACTUALITIES).openapi({ description: 'How true the speaker holds it to be.' }),
    speaker: z.string().nullable().openapi({ description: 'Null: the outlet itself says so.' }),
    role: z.enum(ROLES),
    via: z.array(z.string()).openapi({ description: 'Outlets that the words came through before, nearest first.' }),
    date: vague,
    platform: z.string().nullable(),
    stage: z.enum(STAGES).optional(),
    evidence: z.string().openapi({ description: 'The very words.' }),
    sentence: z.string().openapi({ description: 'The sentence around them.' }),
    withdrawn: isoDay.optional().openapi({ description: 'The day from which on its page said so no more.' }),
    article: Article,
  })
  .openapi('Claim', { description: 'One thing that an article says about what happens to a season.' })

/** A reference that may be null: `nullable` on one would be lost beside its description. */
const claimOrNull = z.union([Claim, z.null()])

const Weighed = z
  .object({ weight: z.number(), why: z.string(), claim: Claim })
  .openapi('Reason', { description: 'An independent source, by what it came to say, with its weight and why.' })

export const Verdict = z
  .object({
    show: z.string(),
    season,
    day: isoDay,
    fate,
    certainty,
    contested: z.boolean(),
    progress: z.enum(PROGRESS).nullable(),
    premiere: z.object({ date: vague, platform: z.string().nullable(), claim: Claim }).nullable(),
    final: claimOrNull.openapi({ description: 'By whose word the season is the last.' }),
    delayed: z.object({ since: isoDay, claim: Claim }).nullable(),
    since: isoDay.nullable(),
    before: fate.nullable(),
    deciding: claimOrNull,
    sources: z
      .object({ pro: z.number().int(), contra: z.number().int(), open: z.number().int() })
      .openapi({ description: 'Independent sources, each counted once however many outlets carried it.' }),
    for: z.array(Weighed),
    against: z.array(Weighed),
    open: z.array(Weighed),
    headline: z.string(),
    explanation: z.string(),
  })
  .openapi('Verdict', {
    description: 'What follows for a season from the claims published by a day, with its reasons.',
  })

export const Season = z
  .object({
    show: z.string(),
    show_id: z.string(),
    season,
    fate,
    certainty,
    contested: z.boolean(),
    progress: z.enum(PROGRESS).nullable(),
    premiere: z.object({ date: vague, platform: z.string().nullable() }),
    final: z.boolean(),
    delayed: isoDay.nullable(),
    since: isoDay.nullable(),
    before: fate.nullable(),
    sources: z.object({ pro: z.number().int(), contra: z.number().int(), open: z.number().int() }),
  })
  .openapi('Season', { description: 'How a season stands on a day, without the reasons.' })

export const Show = z
  .object({ id: z.string().openapi({ example: 'jessicajones' }), show: z.string(), claims: z.number().int() })
  .openapi('Show', { description: 'A show in its most frequent spelling.' })

export const Source = z
  .object({ outlet: z.string(), articles: z.number().int(), claims: z.number().int(), first: isoDay, last: isoDay })
  .openapi('Source', { description: 'An outlet whose articles the ledger keeps.' })

export const Fact = z
  .looseObject({
    fact: z.enum(FACTS),
    show: z.string(),
    speaker: z.string().nullable(),
    evidence: z.string(),
    article: Article,
  })
  .openapi('Fact', {
    description: 'A fact beside the status: a score, a credit, an appearance, a fate, what must wait.',
  })

const Belief = z
  .object({
    value: z.string().nullable(),
    certainty: certainty.nullable(),
    contested: z.boolean(),
    platform: z.string().nullable(),
  })
  .openapi('Belief')

export const Change = z
  .object({
    show: z.string(),
    season,
    axis: z.enum(AXES),
    day: isoDay,
    until: isoDay,
    from: Belief,
    to: Belief,
    turns: z.number().int(),
    outcome: z.enum(['plain', 'settled', 'contested', 'held back']),
    words: z.string().openapi({ description: 'What changed, in a few words.' }),
    claim: claimOrNull,
  })
  .openapi('Change', { description: 'A belief that changed, once, with the words that changed it.' })

export const Citations = z
  .object({
    plain: z.string(),
    wikipedia: z.string().openapi({ description: 'A {{cite news}} template.' }),
    quickstatements: z
      .string()
      .openapi({ description: 'A reference in Wikidata QuickStatements, to follow a statement.' }),
    bibtex: z.string(),
  })
  .openapi('Citations')

/** Where a list goes on; null at its end. */
export const next = z.string().nullable().openapi({ description: 'Cursor of the next page; null on the last.' })
