// The JSON API: verdicts, and all that they rest on, for programs. Read only; other origins are told nothing (no CORS headers).
import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { rateLimiter } from 'hono-rate-limiter'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Almanac } from '../almanac.ts'
import { articleOperations } from './articles.ts'
import { ApiRefusal, problem } from './problem.ts'
import { showOperations } from './shows.ts'

export interface ApiSettings {
  ledger: Ledger
  almanac: Almanac
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
  /** Who asks, to count requests by: an address, say. */
  asker: (c: Context) => string
  /** Requests that one asker may make in a minute. */
  perMinute?: number
  /** Version of Bubblewatch. */
  version: string
  /** Told of what went wrong inside. */
  complain: (error: Error) => void
}

/** An OpenAPI 3.1 description, as far as the reference page reads it. */
export type Description = ReturnType<OpenAPIHono['getOpenAPI31Document']>

const MINUTE = 60_000
/** Ten a second: more than a person needs, less than a machine can ask by mistake. */
const PER_MINUTE = 600

/** Where the API is served; its description has the same. */
export const API = '/api/v1'

/** Makes the API, to be served under API, and its description. */
export function createApi(settings: ApiSettings): { api: OpenAPIHono; description: () => Description } {
  const { asker, complain, perMinute = PER_MINUTE, version } = settings
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const errors = result.error.issues.map(({ path, message }) => ({ parameter: path.join('.'), problem: message }))
      const detail = errors.map(({ parameter, problem }) => `“${parameter}” ${problem}`).join('; ')
      return problem(c, 400, { title: 'A parameter is not what it should be', detail, errors })
    },
  })
  api.use(
    rateLimiter({
      windowMs: MINUTE,
      limit: perMinute,
      standardHeaders: 'draft-7',
      keyGenerator: asker,
      handler: (c) =>
        problem(c, 429, {
          title: 'Too many requests',
          detail: `${perMinute} a minute are answered; wait as long as Retry-After says.`,
        }),
    }),
  )
  api.use(
    etag({
      weak: true,
      generateDigest: (body: Uint8Array) =>
        new Uint8Array(createHash('sha256').update(body).digest()).buffer.slice(0, 16),
    }),
  )
  showOperations(api, settings)
  articleOperations(api, settings)
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'As “bubblewatch token” makes it. On this machine, and where anybody may read, none is asked for.',
  })
  const description = (): Description => {
    made ??= api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Bubblewatch',
        version,
        description:
          'For every season of every series: is it coming back, when, says who, and how sure are they? Every answer has an ETag; ask with If-None-Match and be told 304 while nothing has changed.',
        license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      },
      servers: [{ url: API }],
      security: [{}, { token: [] }],
    })
    return made
  }
  let made: Description | null = null
  api.get('/openapi.json', (c) => c.json(description()))
  api.all('*', (c) =>
    c.req.method === 'GET' || c.req.method === 'HEAD'
      ? problem(c, 404, {
          title: 'There is no such operation',
          detail: `${API}/openapi.json describes those that there are.`,
        })
      : problem(c, 405, { title: 'The API is for reading only', detail: 'Ask with GET.' }),
  )
  api.onError((error, c) => {
    if (error instanceof ApiRefusal) return problem(c, error.status, error.fields)
    complain(error)
    return problem(c, 500, {
      title: 'Something went wrong here',
      detail: 'It is our fault, not yours; the server has noted what it was.',
    })
  })
  return { api, description }
}
