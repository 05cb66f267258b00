// The shape of an export: what each of its lines may be. The published JSON Schema is made from this.
import { z } from 'zod'
import { EVENTS, FACTUALITIES, ROLES, STAGES } from '../reading/claim.ts'
import { NAME_LETTERS } from './identity.ts'

/** The version of the format; raised when a reader of the one before could no longer read it. */
export const FORMAT = 2

const text = z.string()
const id = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const offset = z.int().min(0)
const span = z.strictObject({ start: offset, end: offset }).describe('UTF-16 code units into the text, end exclusive')
const name = text.nullable()
/** What is looked up by it. */
const title = text.max(NAME_LETTERS)

const claim = z
  .strictObject({
    id: id.describe('SHA-256 over the article’s id and what the claim says and where'),
    show: title,
    season: z.int().nullable().describe('null for the series as a whole'),
    event: z.enum(EVENTS),
    factuality: z.enum(FACTUALITIES),
    speaker: name.describe('null for the outlet itself, "anonymous" for unnamed sources'),
    role: z.enum(ROLES),
    via: z.array(title).describe('outlets that the words came through, nearest first'),
    date: name.describe('as precisely as it was told: 2018-03-08, 2018-03, 2018, 2018-Q2, 2018-spring, 2018-early'),
    platform: title.nullable(),
    stage: z.enum(STAGES).optional(),
    evidence: text.describe('verbatim'),
    span,
    sentence: span,
    why: z.array(z.strictObject({ stage: text, note: text, span: span.optional() })),
  })
  .describe('A claim')

const told = {
  show: title,
  season: z.int().nullable(),
  speaker: name,
  via: z.array(title),
  date: name,
  evidence: text.describe('verbatim'),
  span,
  sentence: span,
}
const fact = z
  .discriminatedUnion('fact', [
    z.strictObject({
      fact: z.literal('score'),
      ...told,
      aggregator: text,
      value: z.number(),
      scale: z.number(),
      audience: z.literal(true).optional().describe('given by viewers, not by critics'),
    }),
    z.strictObject({ fact: z.literal('credit'), ...told, person: text, role: z.enum(ROLES), character: name }),
    z.strictObject({ fact: z.literal('appearance'), ...told, character: text, of: name }),
    z.strictObject({ fact: z.literal('fate'), ...told, character: text, state: z.enum(['alive', 'dead']) }),
    z.strictObject({
      fact: z.literal('dependency'),
      ...told,
      waitsOn: text,
      waitsOnShow: name,
      waitsOnSeasons: z.array(z.int()),
    }),
  ])
  .describe('A fact beside the status')

const reading = z
  .strictObject({
    reading: text.min(1).describe('version of the rules'),
    read: instant,
    claims: z.array(claim),
    facts: z.array(fact).optional(),
  })
  .describe('What one version of the rules read out of the article; the one read last counts')

export const headerLine = z
  .strictObject({ bubblewatch: z.literal('ledger'), format: z.literal([1, FORMAT]) })
  .describe('The first line')

export const articleLine = z
  .strictObject({
    id: id.describe('SHA-256 over all that the article tells'),
    article: z.strictObject({
      text,
      title: name,
      outlet: title.nullable(),
      author: name,
      published: day.nullable(),
      publishedAt: instant.nullish().describe('not in format 1'),
      modified: z.union([instant, day]).nullish().describe('when its outlet last changed it; not in format 1'),
      url: name,
      emphasis: z.array(span),
      headings: z.array(span),
    }),
    heard: instant,
    sample: z.boolean(),
    readings: z.array(reading).min(1),
  })
  .describe('One line for each article, by id')

export const endLine = z
  .strictObject({
    articles: z.int().min(0),
    sha256: id.describe('over all lines before this one, each with its line feed'),
  })
  .describe('The last line')

/** The JSON Schema (draft 2020-12) of a line of an export. */
export const exportSchema = (): object => ({
  ...z.toJSONSchema(z.union([headerLine, articleLine, endLine])),
  title: 'A line of a Bubblewatch ledger, as `bubblewatch export` writes it (NDJSON, UTF-8)',
})
