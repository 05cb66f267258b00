// Operations on shows and their seasons: lists, the verdict with its reasons, facts beside the status.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { showKey } from '../../catalogue/titles.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import { resolve } from '../../verdict/resolve.ts'
import { FATES } from '../../verdict/verdict.ts'
import { citation, factCitation, seasonRecord, verdictRecord } from '../records.ts'
import type { ApiSettings } from './api.ts'
import { cursor, pageOf } from './cursor.ts'
import { asOf, limit, PER_PAGE, seasonNumber, showId, text } from './parameters.ts'
import { ApiRefusal, PROBLEMS } from './problem.ts'
import { Claim, Fact, next, Season, Show, Verdict } from './schemas.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})
const season = z.number().int().nullable()

/** Adds the operations. */
export function showOperations(api: OpenAPIHono, { ledger, today, almanac }: ApiSettings): void {
  const claimsOf = async (id: string): Promise<LedgerClaim[]> => {
    const claims = await ledger.claims({ show: id })
    if (!claims.length)
      throw new ApiRefusal(
        404,
        'There is no such show',
        'No article in the ledger speaks of it; /api/v1/shows lists those there are.',
      )
    return claims
  }

  api.openapi(
    createRoute({
      method: 'get',
      path: '/shows',
      operationId: 'listShows',
      summary: 'Shows, by id',
      request: {
        query: z.object({
          q: text('Letters that stand in the title, in any spelling.', 'jones'),
          limit,
          cursor: cursor(z.tuple([z.string()])),
        }),
      },
      responses: { ...json(z.object({ shows: z.array(Show), next }), 'A page of shows.'), ...PROBLEMS },
    }),
    async (c) => {
      const { q, limit = PER_PAGE, cursor } = c.req.valid('query')
      const rows = await ledger.lists.shows({
        limit: limit + 1,
        ...(cursor ? { after: cursor[0] } : {}),
        ...(q ? { search: q } : {}),
      })
      const { page, next } = pageOf(rows, limit, (last) => [last.key])
      return c.json({ shows: page.map(({ key, show, claims }) => ({ id: key, show, claims })), next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/shows/{id}',
      operationId: 'getShow',
      summary: 'A show, and how each of its seasons stands',
      request: { params: z.object({ id: showId }), query: z.object({ as_of: asOf }) },
      responses: { ...json(Show.extend({ seasons: z.array(Season) }), 'The show.'), ...PROBLEMS },
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const claims = await claimsOf(id)
      await almanac.now()
      const key = showKey(id)
      const rows = await ledger.lists.seasons(c.req.valid('query').as_of ?? today(), { shows: [key], limit: 10_000 })
      const { show } = resolve(claims, { show: id, season: null, day: LAST })
      return c.json(
        { id: key, show, claims: claims.length, seasons: rows.map(({ key, spell }) => seasonRecord(key, spell)) },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/shows/{id}/seasons/{n}',
      operationId: 'getSeason',
      summary: 'The verdict on a season, with its reasons',
      request: { params: z.object({ id: showId, n: seasonNumber }), query: z.object({ as_of: asOf }) },
      responses: {
        ...json(Verdict, 'The verdict; “nothing heard” where there is nothing.'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { id, n } = c.req.valid('param')
      const claims = await claimsOf(id)
      const verdict = resolve(claims, { show: claims[0]!.show, season: n, day: c.req.valid('query').as_of ?? today() })
      return c.json(verdictRecord(verdict), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/shows/{id}/claims',
      operationId: 'listClaimsOfShow',
      summary: 'Every claim about a show, the newest first',
      description:
        'As they count: what two versions of one page say stands here once, and what an edit took out is marked.',
      request: {
        params: z.object({ id: showId }),
        query: z.object({ as_of: asOf, limit, cursor: cursor(z.tuple([z.string(), z.string()])) }),
      },
      responses: {
        ...json(z.object({ claims: z.array(Claim), next }), 'A page of claims.'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { as_of = today(), limit = PER_PAGE, cursor } = c.req.valid('query')
      const at = (claim: LedgerClaim): [string, string] => [claim.article.published, claim.id]
      const after = (claim: LedgerClaim): boolean => {
        const [day, id] = at(claim)
        return !cursor || day < cursor[0] || (day === cursor[0] && id < cursor[1])
      }
      const claims = (await claimsOf(c.req.valid('param').id)).filter(
        (of) => of.article.published <= as_of && after(of),
      )
      const newest = claims.sort((a, b) => (at(a).join(' ') < at(b).join(' ') ? 1 : -1))
      const { page, next } = pageOf(newest.slice(0, limit + 1), limit, at)
      return c.json({ claims: page.map(citation), next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/shows/{id}/facts',
      operationId: 'listFactsOfShow',
      summary: 'What is told of a show beside its status',
      request: { params: z.object({ id: showId }), query: z.object({ as_of: asOf }) },
      responses: { ...json(z.object({ facts: z.array(Fact) }), 'The facts.'), ...PROBLEMS },
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await claimsOf(id)
      const facts = await ledger.facts(id, { asOf: c.req.valid('query').as_of ?? today() })
      return c.json({ facts: facts.map(factCitation) }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/seasons',
      operationId: 'listSeasons',
      summary: 'Every season as of a day',
      request: {
        query: z.object({
          as_of: asOf,
          fate: z.enum(FATES).optional(),
          limit,
          cursor: cursor(z.tuple([z.string(), season])),
        }),
      },
      responses: {
        ...json(z.object({ day: z.string(), seasons: z.array(Season), next }), 'A page of seasons, by show.'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { as_of: day = today(), fate, limit = PER_PAGE, cursor } = c.req.valid('query')
      await almanac.now()
      const after = cursor ? { after: { key: cursor[0], season: cursor[1] } } : {}
      const rows = await ledger.lists.seasons(day, { limit: limit + 1, ...after, ...(fate ? { fate } : {}) })
      const { page, next } = pageOf(rows, limit, (last) => [last.key, last.spell.season])
      return c.json({ day, seasons: page.map(({ key, spell }) => seasonRecord(key, spell)), next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/verdict',
      operationId: 'getVerdict',
      summary: 'The verdict on a season of a show in any spelling',
      description: 'Of a show that nobody spoke of the verdict is “nothing heard”.',
      request: {
        query: z.object({
          show: z.string().min(1).max(300).openapi({ example: 'Jessica Jones' }),
          season: seasonNumber,
          as_of: asOf,
        }),
      },
      responses: { ...json(Verdict, 'The verdict.'), ...PROBLEMS },
    }),
    async (c) => {
      const { show, season, as_of: day = today() } = c.req.valid('query')
      return c.json(verdictRecord(resolve(await ledger.claims({ show }), { show, season, day })), 200)
    },
  )
}

/** Of all days: a show has its most frequent spelling. */
const LAST = '9999-12-31'
