// Operations on articles, claims, sources and changes.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { showKey } from '../../catalogue/titles.ts'
import { EVENTS } from '../../reading/claim.ts'
import { citationsOf } from '../citations.ts'
import { articleRecord, changeRecord, citation } from '../records.ts'
import { turnedIn, weekTo } from '../turns.ts'
import type { ApiSettings } from './api.ts'
import { cursor, pageOf } from './cursor.ts'
import { day, limit, PER_PAGE, text } from './parameters.ts'
import { ApiRefusal, PROBLEMS } from './problem.ts'
import { Article, Change, Citations, Claim, next, Source } from './schemas.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})
const newestFirst = cursor(z.tuple([z.string(), z.string()]))
const afterOf = (at: [string, string] | undefined) => (at ? { after: { day: at[0], id: at[1] } } : {})
const id = z
  .string()
  .min(1)
  .max(200)
  .openapi({ param: { name: 'id', in: 'path' }, example: 'd1f0' })

/** Adds the operations. */
export function articleOperations(api: OpenAPIHono, { ledger, today, almanac }: ApiSettings): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/claims',
      operationId: 'listClaims',
      summary: 'Every claim of every article, the newest first',
      request: {
        query: z.object({
          outlet: text('Only articles of this outlet, as it is written.', 'Signal & Reel'),
          event: z.enum(EVENTS).optional(),
          since: day('Published on this day or later.').optional(),
          until: day('Published on this day or earlier.').optional(),
          limit,
          cursor: newestFirst,
        }),
      },
      responses: { ...json(z.object({ claims: z.array(Claim), next }), 'A page of claims.'), ...PROBLEMS },
    }),
    async (c) => {
      const { limit = PER_PAGE, cursor, outlet, event, since, until } = c.req.valid('query')
      const rows = await ledger.lists.claims({
        limit: limit + 1,
        ...afterOf(cursor),
        ...(outlet ? { outlet } : {}),
        ...(event ? { event } : {}),
        ...(since ? { since } : {}),
        ...(until ? { until } : {}),
      })
      const { page, next } = pageOf(rows, limit, (last) => [last.article.published, last.id])
      return c.json({ claims: page.map(citation), next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/claims/{id}',
      operationId: 'getClaim',
      summary: 'A claim, ready to be cited',
      request: { params: z.object({ id }) },
      responses: {
        ...json(z.object({ claim: Claim, citations: Citations }), 'The claim, and its citations.'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const claim = await ledger.lists.claim(c.req.valid('param').id)
      if (!claim)
        throw new ApiRefusal(404, 'There is no such claim', 'A later reading may have put another in its place.')
      return c.json({ claim: citation(claim), citations: citationsOf(claim) }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/articles',
      operationId: 'listArticles',
      summary: 'Articles, the newest first',
      request: {
        query: z.object({
          outlet: text('Only articles of this outlet, as it is written.', 'Signal & Reel'),
          limit,
          cursor: newestFirst,
        }),
      },
      responses: { ...json(z.object({ articles: z.array(Article), next }), 'A page of articles.'), ...PROBLEMS },
    }),
    async (c) => {
      const { limit = PER_PAGE, cursor, outlet } = c.req.valid('query')
      const rows = await ledger.lists.articles({ limit: limit + 1, ...afterOf(cursor), ...(outlet ? { outlet } : {}) })
      const { page, next } = pageOf(rows, limit, (last) => [last.published, last.id])
      return c.json({ articles: page.map(articleRecord), next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}',
      operationId: 'getArticle',
      summary: 'An article, and its claims as it is read now',
      request: { params: z.object({ id }) },
      responses: {
        ...json(z.object({ article: Article, claims: z.array(Claim) }), 'The article, without its text.'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const record = await ledger.article(id)
      if (!record)
        throw new ApiRefusal(
          404,
          'There is no such article',
          'It may have been part of the sample, which has been removed.',
        )
      const claims = await ledger.claims({ article: id })
      return c.json({ article: articleRecord(record.ref), claims: claims.map(citation) }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/sources',
      operationId: 'listSources',
      summary: 'Outlets whose articles the ledger keeps, by name',
      request: { query: z.object({ limit, cursor: cursor(z.tuple([z.string()])) }) },
      responses: { ...json(z.object({ sources: z.array(Source), next }), 'A page of outlets.'), ...PROBLEMS },
    }),
    async (c) => {
      const { limit = PER_PAGE, cursor } = c.req.valid('query')
      const rows = await ledger.lists.outlets({ limit: limit + 1, ...(cursor ? { after: cursor[0] } : {}) })
      const { page, next } = pageOf(rows, limit, (last) => [last.outlet])
      return c.json({ sources: page, next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/changes',
      operationId: 'listChanges',
      summary: 'What changed between two days, the newest first',
      description:
        'Once for each belief that changed. Of a time in which too much did, the later part: `since` tells from when.',
      request: {
        query: z.object({
          since: day('The first day; a week up to the last when left out.').optional(),
          until: day('The last day; today when left out.').optional(),
          show: text('Only of this show: its id, or its title in any spelling.', 'jessicajones'),
          limit,
          cursor: cursor(z.tuple([z.number().int().nonnegative(), z.string(), z.string()])),
        }),
      },
      responses: {
        ...json(
          z.object({ since: z.string(), until: z.string(), changes: z.array(Change), next }),
          'A page of changes.',
        ),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { limit = PER_PAGE, cursor, show, ...asked } = c.req.valid('query')
      // A cursor goes on in the same time, whatever day it is now.
      const until = asked.until ?? cursor?.[2] ?? today()
      const since = asked.since ?? cursor?.[1] ?? weekTo(until)
      await almanac.now()
      const days = since <= until ? { since, until } : { since: until, until: since }
      const turned = await turnedIn(ledger, days, show ? new Set([showKey(show)]) : undefined)
      const newest = turned.changes.toReversed()
      const from = cursor?.[0] ?? 0
      const { page, next } = pageOf(newest.slice(from, from + limit + 1), limit, () => [
        from + limit,
        days.since,
        days.until,
      ])
      return c.json({ since: turned.since, until: days.until, changes: page.map(changeRecord), next }, 200)
    },
  )
}
