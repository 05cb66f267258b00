// Who is let in, and who may write: on loopback, elsewhere, and where anybody may read.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Access } from '../../src/server/door.ts'
import type { FeedChoice } from '../../src/surfaces/web/start-page.ts'
import { article, claim, HEARD } from '../ledger/material.ts'
import type { Served } from '../surfaces/served.ts'
import { fill, serve } from '../surfaces/served.ts'

const TOKEN = 'a-token-long-enough-to-be-one'
const HOST = 'http://board.example:2632'

const open: Served[] = []
after(async () => {
  for (const served of open) await served.ledger.close()
})

async function at(access: Access): Promise<Served> {
  const choices: FeedChoice[] = [{ id: 'a', title: 'A', about: 'a feed', chosen: false }]
  const feeds = { list: async () => choices, choose: async () => {} }
  const served = await serve({ access, feeds })
  open.push(served)
  await fill(served)
  await served.ledger.readers.admit(TOKEN, 'token', '', null)
  await served.ledger.readers.admit('ada-token', 'token', 'ada', null)
  return served
}

const own = { origin: HOST, 'sec-fetch-site': 'same-origin', host: 'board.example:2632' }
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const ask = (
  { server }: Served,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: URLSearchParams,
) => server.request(`${HOST}${path}`, { method, headers, ...(body ? { body } : {}) })

/** Every address at which something can be changed. */
const writes = ({ server }: Served): string[] => [
  ...new Set(server.routes.filter((r) => r.method === 'POST').map((r) => r.path)),
]

test('these are all the ways to change something', async () => {
  assert.deepEqual(writes(await at('token')).toSorted(), [
    '/enter',
    '/follow',
    '/leave',
    '/sample/remove',
    '/sources/follow',
    '/sources/remove',
    '/start/feeds',
    '/start/import',
    '/unfollow',
  ])
})

for (const access of ['token', 'public'] as const)
  describe(access, () => {
    test('nothing is changed without a token, with a wrong one, or by a page elsewhere', async () => {
      const served = await at(access)
      const before = JSON.stringify([await served.ledger.counts(), await served.ledger.readers.followed('')])
      const entered = (await ask(served, `/?token=${TOKEN}`)).headers.get('set-cookie')!.split(';')[0]!
      for (const path of writes(served)) {
        const post = (headers: Record<string, string>) =>
          ask(served, path, headers, 'POST', form({ show: 'Night Ferry', titles: 'X' }))
        const wrong: Array<Record<string, string>> = [
          own,
          {},
          { ...own, cookie: 'bubblewatch=wrong' },
          { ...own, cookie: `bubblewatch=${TOKEN}` },
          { ...own, authorization: 'Bearer wrong' },
          { ...own, authorization: `Bearer ${TOKEN}x` },
          { authorization: `Basic ${btoa(':wrong')}` },
        ]
        for (const headers of wrong)
          assert.ok([401, 403].includes((await post(headers)).status), `${path} ${JSON.stringify(headers)}`)
        const foreign: Array<Record<string, string>> = [
          { cookie: entered },
          { cookie: entered, origin: 'https://evil.example' },
          { cookie: entered, ...own, 'sec-fetch-site': 'cross-site' },
          { cookie: entered, ...own, origin: 'null' },
          { authorization: `Basic ${btoa(`x:${TOKEN}`)}`, origin: 'https://evil.example' },
        ]
        for (const headers of foreign)
          assert.equal((await post(headers)).status, 403, `${path} ${JSON.stringify(headers)}`)
        assert.notEqual((await ask(served, path, { cookie: entered })).status, 303, 'a link changes nothing')
      }
      assert.equal(JSON.stringify([await served.ledger.counts(), await served.ledger.readers.followed('')]), before)
    })

    test('with a token it is: as a bearer’s, or in a session', async () => {
      const served = await at(access)
      const follow = (headers: Record<string, string>, show: string) =>
        ask(served, '/follow', headers, 'POST', form({ show }))
      assert.equal((await follow({ authorization: `Bearer ${TOKEN}` }, 'One')).status, 303)
      const session = (await ask(served, '/enter', own, 'POST', form({ token: TOKEN, next: '/following' }))).headers
      assert.equal(session.get('location'), '/following')
      const [cookie, ...attributes] = session.get('set-cookie')!.split('; ')
      for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
        assert.ok(attributes.includes(attribute), attribute)
      assert.ok(!cookie!.includes(TOKEN), 'the cookie is not the token')
      assert.equal((await follow({ ...own, cookie: cookie! }, 'Two')).status, 303)
      assert.equal(
        (await ask(served, '/follow', { authorization: 'Bearer ada-token' }, 'POST', form({ show: 'Three' }))).status,
        303,
      )
      const of = async (reader: string) => (await served.ledger.readers.followed(reader)).map((f) => f.show)
      assert.deepEqual([await of(''), await of('ada')], [['One', 'Two'], ['Three']])
      assert.equal((await ask(served, '/leave', { ...own, cookie: cookie! }, 'POST')).status, 303)
      assert.equal((await follow({ ...own, cookie: cookie! }, 'Four')).status, 401)
    })
  })

test('on this machine nobody is asked anything, and no page elsewhere changes anything', async () => {
  const served = await at('local')
  const here = 'http://localhost:2632'
  const before = JSON.stringify([await served.ledger.counts(), await served.ledger.readers.followed('')])
  const local = writes(served)
  assert.ok(!local.includes('/enter') && local.length >= 6)
  const foreign: Array<Record<string, string>> = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: here, 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost:9999', 'sec-fetch-site': 'same-site' },
    { authorization: `Bearer ${TOKEN}` },
  ]
  for (const path of local)
    for (const headers of foreign) {
      const answer = await served.server.request(`${here}${path}`, {
        method: 'POST',
        headers: { host: 'localhost:2632', ...headers },
        body: form({ show: 'Night Ferry', titles: 'X' }),
      })
      assert.equal(answer.status, 403, `${path} ${JSON.stringify(headers)}`)
    }
  assert.equal(JSON.stringify([await served.ledger.counts(), await served.ledger.readers.followed('')]), before)
})

describe('reading', () => {
  test('a token is asked for everywhere but at the door', async () => {
    const served = await at('token')
    for (const path of [
      '/',
      '/show/glassharbor/2',
      '/following',
      '/start',
      '/api',
      '/feeds/changes.atom',
      '/oembed',
      '/nowhere',
      '/show/glassharbor/2/badge.svg',
    ]) {
      const answer = await ask(served, path)
      assert.equal(answer.status, 401, path)
      assert.doesNotMatch(await answer.text(), /Glass Harbor/, path)
    }
    const api = await ask(served, '/api/v1/shows')
    assert.deepEqual(
      [api.status, api.headers.get('content-type'), api.headers.get('www-authenticate')],
      [401, 'application/problem+json', 'Bearer'],
    )
    for (const path of ['/healthz', '/style.css', '/board.js'])
      assert.equal((await ask(served, path)).status, 200, path)
    for (const authorization of [`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `Basic ${btoa(`reader:${TOKEN}`)}`])
      assert.equal((await ask(served, '/feeds/following/changes.atom', { authorization })).status, 200, authorization)
  })

  test('in the open anybody may read, and follows nothing', async () => {
    const served = await at('public')
    const of = article({ published: '2031-01-01' })
    await served.ledger.add(of, [claim(of, 'has renewed')], { ...HEARD, sample: true })
    for (const path of ['/', '/show/glassharbor/2', '/start', '/api/v1/shows', '/feeds/changes.atom']) {
      const answer = await ask(served, path)
      assert.equal(answer.status, 200, path)
      assert.doesNotMatch(
        await answer.text(),
        /action="\/(un)?follow|\/sample\/remove|\/start\/import/,
        `${path} offers nothing that is refused`,
      )
    }
    assert.equal((await ask(served, '/following')).status, 401)
    assert.equal((await ask(served, '/feeds/following/changes.atom')).status, 404)
  })

  test('the door leads back to where one wanted to go, and nowhere else', async () => {
    const served = await at('token')
    const page = await (await ask(served, '/show/glassharbor?as_of=2031-05-20')).text()
    assert.match(page, /name="next" value="\/show\/glassharbor\?as_of=2031-05-20"/)
    for (const [next, to] of [
      ['/show/glassharbor?as_of=2031-05-20', '/show/glassharbor?as_of=2031-05-20'],
      ['https://evil.example/', '/'],
      ['//evil.example/', '/'],
      ['/\\evil.example', '/'],
      ['javascript:alert(1)', '/'],
    ]) {
      const answer = await ask(served, '/enter', own, 'POST', form({ token: TOKEN, next: next! }))
      assert.equal(answer.headers.get('location'), to, next)
    }
    const wrong = await ask(served, '/enter', own, 'POST', form({ token: 'wrong' }))
    assert.equal(wrong.status, 401)
    assert.match(await wrong.text(), /role="alert"/)
  })

  test('who tries one token after another is told to wait', async () => {
    const served = await at('token')
    const statuses: number[] = []
    for (let i = 0; i < 21; i++)
      statuses.push((await ask(served, '/enter', own, 'POST', form({ token: `try ${i}` }))).status)
    assert.deepEqual([...new Set(statuses.slice(0, 20)), statuses[20]], [401, 429])
    assert.equal((await ask(served, '/', { authorization: `Bearer ${TOKEN}` })).status, 200, 'others are not')
  })

  test('nobody sends more than is taken', async () => {
    const served = await at('token')
    const headers = { authorization: `Bearer ${TOKEN}` }
    const long = (n: number) => ask(served, '/start/import', headers, 'POST', form({ titles: 'x\n'.repeat(n) }))
    assert.equal((await long(1_000_000)).status, 413)
    assert.equal((await long(10)).status, 303)
  })

  test('a session ends with its token, and after a time', async () => {
    const served = await at('token')
    const cookie = (await ask(served, `/?token=${TOKEN}`)).headers.get('set-cookie')!.split(';')[0]!
    assert.equal((await ask(served, '/', { cookie })).status, 200)
    await served.ledger.readers.shutOut('')
    assert.equal((await ask(served, '/', { cookie })).status, 401)
    assert.equal((await ask(served, '/', { authorization: `Bearer ${TOKEN}` })).status, 401)
  })
})
