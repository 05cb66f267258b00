// The API: its answers, its errors, and that both are what its description says, whatever is asked.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { postgresDatabase } from '../../postgres.ts'
import type { Served } from '../served.ts'
import { fill, HOME, serve } from '../served.ts'

interface Operation {
  operationId: string
  parameters?: Array<{ name: string; in: 'path' | 'query'; required?: boolean; schema: { enum?: string[] } }>
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
interface Description {
  openapi: string
  security: object[]
  components: { securitySchemes?: Record<string, { scheme: string }> }
  paths: Record<string, { get: Operation }>
}

let served: Served
let description: Description

before(async () => {
  served = await serve({ perMinute: 1_000_000 })
  await fill(served)
  description = JSON.parse((await served.get('/api/v1/openapi.json')).text)
})
after(() => served.ledger.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const { status, headers: heads, text } = await served.get(`/api/v1${path}`, headers)
  return { status, headers: heads, text, body: text ? JSON.parse(text) : null }
}

describe('answers', () => {
  test('the verdict on a season, as of any day, with its reasons', async () => {
    const { status, headers, body } = await get('/shows/glassharbor/seasons/2?as_of=2031-03-01')
    assert.equal(status, 200)
    assert.match(headers.get('content-type')!, /^application\/json/)
    assert.deepEqual([body.fate, body.day, body.deciding.speaker], ['on the bubble', '2031-03-01', 'Dana Wells'])
    assert.equal(body.open[0].claim.article.outlet, 'Cinema Daily')
    const now = (await get('/shows/The%20Glass-Harbor/seasons/2')).body
    assert.deepEqual([now.fate, now.since, now.premiere.date], ['renewed', '2031-05-12', '2032-09-03'])
    assert.equal((await get('/shows/glassharbor/seasons/9')).body.fate, 'nothing heard')
    const asked = (await get('/verdict?show=Glass+Harbor&season=2')).body
    assert.deepEqual(asked, now)
    assert.equal((await get('/verdict?show=Nobody&season=1')).body.fate, 'nothing heard')
  })

  test('shows with their seasons, and the whole board', async () => {
    const { body } = await get('/shows')
    assert.deepEqual(
      body.shows.map((s: { id: string; show: string }) => [s.id, s.show]),
      [
        ['glassharbor', 'Glass Harbor'],
        ['nightferry', 'Night Ferry'],
      ],
    )
    assert.deepEqual((await get('/shows?q=ferry')).body.shows.length, 1)
    const show = (await get('/shows/nightferry')).body
    assert.equal(show.show, 'Night Ferry')
    assert.ok(show.seasons.some((s: { season: number; fate: string }) => s.season === 2 && s.fate === 'cancelled'))
    const board = (await get('/seasons?fate=renewed')).body.seasons
    assert.ok(board.length && board.every((s: { fate: string }) => s.fate === 'renewed'))
  })

  test('lists go on where they ended, and hold each thing once', async () => {
    for (const [path, noun, id] of [
      ['/claims', 'claims', 'id'],
      ['/articles', 'articles', 'id'],
      ['/shows', 'shows', 'id'],
      ['/sources', 'sources', 'outlet'],
      ['/shows/glassharbor/claims', 'claims', 'id'],
      ['/changes?since=2031-01-01', 'changes', 'words'],
      ['/seasons', 'seasons', 'show_id'],
    ] as const) {
      const whole = (await get(path)).body[noun]
      const found: unknown[] = []
      for (let next: string | null = '', pages = 0; next !== null; pages++) {
        assert.ok(pages < 50, `${path} ends`)
        const { body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=1${next ? `&cursor=${next}` : ''}`)
        found.push(...body[noun])
        next = body.next
      }
      assert.ok(whole.length > 1, path)
      assert.deepEqual(found, whole, `${path} by ${id}`)
    }
  })

  test('a claim is ready to be cited, and an article has its claims', async () => {
    const [first] = (await get('/claims?outlet=Kino+Post&event=premiere')).body.claims
    const { body } = await get(`/claims/${first.id}`)
    assert.match(body.citations.wikipedia, /^\{\{cite news \|author=Ada Penn \|title=News of 2031-07-01 \|url=https:/)
    const article = (await get(`/articles/${first.article.id}`)).body
    assert.deepEqual(article.claims, [first])
    assert.equal(first.article.modified, null)
  })

  test('an article tells when it was edited', async () => {
    const [{ article }] = (await get('/claims?outlet=Kino+Post&event=premiere')).body.claims
    const kept = (await served.ledger.article(article.id))!
    const modified = '2031-07-01T07:30:00.000Z'
    await served.ledger.add({ ...kept.article, modified }, [], { heard: kept.ref.heard, reading: kept.reading })
    const [claim] = (await get('/claims?outlet=Kino+Post&event=premiere')).body.claims
    const [listed] = (await get('/articles?outlet=Kino+Post')).body.articles
    const { article: whole } = (await get(`/articles/${article.id}`)).body
    for (const told of [claim.article, listed, whole]) assert.deepEqual(told, { ...article, modified })
    const { deciding } = (await get('/shows/nightferry/seasons/1?as_of=2031-07-02')).body
    assert.equal(deciding.article.modified, modified)
  })

  test('what changed, by day or by show', async () => {
    const { body } = await get('/changes?since=2031-09-01&until=2031-09-30')
    assert.ok(
      body.changes.some(
        (c: { to: { value: string }; show: string }) => c.to.value === 'cancelled' && c.show === 'Night Ferry',
      ),
    )
    const of = (await get('/changes?since=2031-01-01&show=Glass+Harbor')).body.changes
    assert.ok(of.length > 1 && of.every((c: { show: string }) => c.show === 'Glass Harbor'))
  })

  test('who asks again is told that nothing changed, until something does', async () => {
    const first = await get('/shows')
    const tag = first.headers.get('etag')!
    assert.match(tag, /^W\/"[0-9a-f]{32}"$/)
    const again = await get('/shows', { 'if-none-match': tag })
    assert.deepEqual([again.status, again.text], [304, ''])
    assert.equal((await get('/shows', { 'if-none-match': 'W/"0"' })).status, 200)
    await served.tell('2031-12-01', 'Kino Post', 'Lumo orders Salt Marsh.', {
      show: 'Salt Marsh',
      season: 1,
      event: 'order',
    })
    assert.equal((await get('/shows', { 'if-none-match': tag })).status, 200)
  })
})

describe('errors and limits', () => {
  test('what cannot be answered is a problem that says what to do', async () => {
    for (const [path, status, says] of [
      ['/shows/nobody', 404, /api\/v1\/shows lists/],
      ['/shows/glassharbor/seasons/two', 400, /“n” is a number from 1, or “series”/],
      ['/shows?limit=0', 400, /“limit” is a number from 1 to 200/],
      ['/seasons?as_of=2031-02-30', 400, /“as_of” is no day/],
      ['/claims?cursor=nonsense', 400, /“cursor” is no cursor of this list/],
      ['/nowhere', 404, /openapi\.json/],
    ] as const) {
      const { status: is, headers, body } = await get(path)
      assert.equal(is, status, path)
      assert.equal(headers.get('content-type'), 'application/problem+json')
      assert.match(body.detail, says)
      assert.equal(body.status, status)
      assert.equal(body.instance, `/api/v1${path.split('?')[0]}`)
    }
  })

  test('other origins are told nothing, and nothing is written', async () => {
    const { headers } = await get('/shows', { origin: 'https://elsewhere.example' })
    assert.equal(headers.get('access-control-allow-origin'), null)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await served.server.request(`${HOME}/api/v1/shows`, {
        method,
        headers: { origin: HOME, host: 'localhost:2632' },
      })
      assert.equal(answer.status, 405, method)
      assert.equal(answer.headers.get('access-control-allow-origin'), null)
    }
  })

  test('who asks too often is told to wait', async () => {
    const few = await serve({ perMinute: 3 })
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) statuses.push((await few.get('/api/v1/shows')).status)
    assert.deepEqual(statuses, [200, 200, 200, 429])
    const { headers, text } = await few.get('/api/v1/shows')
    assert.ok(Number(headers.get('retry-after')) > 0)
    assert.equal(JSON.parse(text).title, 'Too many requests')
    assert.equal((await few.get('/')).status, 200, 'the pages are not counted')
    await few.ledger.close()
  })

  test('what goes wrong inside is a problem too, and told to the log alone', async () => {
    const broken = await serve()
    await broken.ledger.close()
    const { status, text } = await broken.get('/api/v1/shows')
    assert.equal(status, 500)
    assert.equal(JSON.parse(text).title, 'Something went wrong here')
    assert.equal(broken.complaints.length, 1)
  })
})

describe('the description', () => {
  test('is OpenAPI 3.1, and the reference page tells every operation', async () => {
    assert.equal(description.openapi, '3.1.0')
    const { valid, errors } = await new Validator().validate(structuredClone(description) as never)
    assert.ok(valid, JSON.stringify(errors))
    const page = (await served.get('/api')).text
    for (const [path, { get: operation }] of Object.entries(description.paths)) {
      assert.ok(page.includes(`id="${operation.operationId}"`), operation.operationId)
      assert.ok(page.includes(`GET /api/v1${path}`), path)
    }
  })

  test('tells of tokens and of asking again, as the server does', async () => {
    assert.deepEqual(description.security, [{}, { token: [] }])
    assert.equal(description.components.securitySchemes?.token?.scheme, 'bearer')
    const closed = await serve({ access: 'token', token: 'the-token' })
    await fill(closed)
    try {
      for (const [path, { get: operation }] of Object.entries(description.paths)) {
        const at = `/api/v1${path.replace('{id}', 'glassharbor').replace('{n}', '2')}?show=Glass+Harbor&season=2`
        assert.equal((await closed.get(at)).status, 401, at)
        const authorization = 'Bearer the-token'
        const { status, headers } = await closed.get(at, { authorization })
        if (status !== 404) {
          const again = await closed.get(at, { authorization, 'if-none-match': headers.get('etag')! })
          assert.deepEqual([again.status, again.text], [304, ''], at)
        }
        assert.ok(operation.responses[304] && operation.responses[401], at)
      }
    } finally {
      await closed.ledger.close()
    }
  })

  for (const [store, runs] of [
    ['SQLite', 1500],
    ['PostgreSQL', 300],
  ] as const)
    test(`whatever is asked, the answer is one that the description tells, and never a 500 (${store})`, async () => {
      const under = store === 'SQLite' ? served : await serve({ perMinute: 1_000_000 }, await postgresDatabase())
      if (under !== served) await fill(under)

      const ajv = new Ajv2020({ strict: false })
      addFormats.default(ajv)
      ajv.addSchema({ $id: 'api', ...description })
      const operations = Object.entries(description.paths).map(([path, { get: operation }]) => ({ path, operation }))
      assert.ok(operations.length >= 13)
      const validators = new Map<string, ReturnType<typeof ajv.compile>>()
      const known = [
        'glassharbor',
        'Night Ferry',
        '2031-03-01',
        '2',
        'series',
        'renewed',
        'premiere',
        '50',
        'Kino Post',
      ]
      const { claims, next } = (await get('/claims?limit=1')).body
      known.push(claims[0].id, claims[0].article.id, next, Buffer.from('["a"]').toString('base64url'))
      const values = fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...known) },
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.date({ noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
        fc.integer().map(String),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
        fc.constantFrom('', '%', '%00', "'; drop table claims; --", '\u0000', '\ud800', '../..', '9'.repeat(400)),
      )
      const statuses = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...operations),
          fc.array(values, { minLength: 8, maxLength: 8 }),
          fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
          async ({ path, operation }, texts, given) => {
            let at = path
            const query = new URLSearchParams()
            for (const [i, { name, in: place, required, schema }] of (operation.parameters ?? []).entries()) {
              const value = schema.enum && i % 2 ? schema.enum[texts[i]!.length % schema.enum.length]! : texts[i]!
              // A lone surrogate cannot stand in an address at all.
              if (place === 'path') at = at.replace(`{${name}}`, encodeURIComponent(value.toWellFormed()) || 'x')
              else if (required || given[i]) query.set(name, value)
            }
            const { status, headers, text } = await under.get(`/api/v1${at}?${query}`)
            statuses.set(status, (statuses.get(status) ?? 0) + 1)
            assert.notEqual(status, 500, `${at}?${query}: ${under.complaints.at(-1)?.stack}`)
            // Dots in a path are folded away before it is asked for.
            if (status === 404 && at.split('/').some((part) => /^(\.|%2e)+$/i.test(part))) return
            const told = operation.responses[status]?.content
            const type = headers.get('content-type')!.split(';')[0]!
            assert.ok(told?.[type], `${operation.operationId} answers ${status} ${type}, which is not described`)
            const pointer = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/get/responses/${status}/content/${type.replace('/', '~1')}/schema`
            const validate = validators.get(pointer) ?? ajv.compile({ $ref: `api${encodeURI(pointer)}` })
            validators.set(pointer, validate)
            assert.ok(validate(JSON.parse(text)), `${at}?${query}: ${ajv.errorsText(validate.errors)}`)
          },
        ),
        { numRuns: runs, seed: 7 },
      )
      assert.ok(
        [200, 400, 404].every((status) => (statuses.get(status) ?? 0) > runs / 30),
        `${[...statuses]}`,
      )
      assert.deepEqual(under.complaints, [])
      if (under !== served) await under.ledger.close()
    })
})
