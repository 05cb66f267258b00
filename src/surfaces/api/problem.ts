// What went wrong, as problem+json (RFC 9457): what, where, what to do.
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().openapi({ description: 'What is the matter.', example: 'There is no such show' }),
    status: z.number().int(),
    detail: z.string().openapi({ description: 'What to do.' }),
    instance: z.string().openapi({ description: 'What was asked for.' }),
    errors: z
      .array(z.object({ parameter: z.string(), problem: z.string() }))
      .optional()
      .openapi({ description: 'Each parameter that is not what it should be.' }),
  })
  .openapi('Problem')
type Fields = Pick<z.infer<typeof Problem>, 'title' | 'detail' | 'errors'>
type Status = 400 | 401 | 403 | 404 | 405 | 421 | 429 | 500

/** Something asked for that cannot be answered. */
export class ApiRefusal extends Error {
  readonly status: Status
  readonly fields: Fields

  constructor(status: Status, title: string, detail: string) {
    super(title)
    this.status = status
    this.fields = { title, detail }
  }
}

/** Answers with a problem. */
export function problem(c: Context, status: Status, { title, detail, errors }: Fields): Response {
  const body: z.infer<typeof Problem> = {
    type: 'about:blank',
    title,
    status,
    detail,
    instance: new URL(c.req.url).pathname,
    ...(errors ? { errors } : {}),
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

const answer = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

/** What every operation may answer with besides, for its description. */
export const PROBLEMS = {
  304: { description: 'Nothing has changed since the ETag that `If-None-Match` names.' },
  400: answer('A parameter is not what it should be.'),
  401: answer('A token is asked for: others than this machine can reach the server.'),
  404: answer('There is no such thing in the ledger.'),
  429: answer('Too many requests; `Retry-After` tells when to ask again.'),
  500: answer('Something went wrong inside.'),
} as const
