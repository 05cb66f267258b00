// `bubblewatch serve`, end to end: first run, the command line beside it, ports, tokens, signals.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { after, test } from 'node:test'
import { ARTICLE, Places } from './command.ts'

const places = new Places()
const newPlace = places.add
after(() => {
  places.remove()
})
/** A port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}
const page = async (address: string): Promise<string> => (await fetch(address)).text()

test('on the first run the board is filled with the sample, and the command line works beside the server', async () => {
  const place = newPlace()
  const server = await place.serve(['--port', '0'])
  try {
    assert.ok(server.toldAfter < 5000, 'the address is printed within 5 s')
    assert.match(server.address, /^http:\/\/127\.0\.0\.1:\d+\/$/)
    const first = await page(server.address)
    assert.match(first, /All of this is a <strong>sample<\/strong>/)
    assert.match(first, /Jessica Jones/)
    assert.doesNotMatch(first, /Glass Harbor/)
    const [added, read] = await Promise.all([
      place.run(['add', place.file('news.txt', ARTICLE), '--published', '2019-05-12']),
      place.run(['status', 'Jessica Jones', '--as-of', '2017-12-20']),
    ])
    assert.deepEqual([added.code, read.code], [0, 0])
    const second = await page(server.address)
    assert.match(second, /Some of this is a <strong>sample<\/strong>/)
    assert.match(second, /Glass Harbor/, 'what came by another process is on the board at once')
  } finally {
    const { code, err } = await server.stop()
    assert.deepEqual([code, err], [0, ''])
  }
})

test('a sample that was removed does not come back on the next start', async () => {
  const place = newPlace()
  const first = await place.serve(['--port', '0'])
  const answer = await fetch(`${first.address}sample/remove`, {
    method: 'POST',
    headers: { origin: new URL(first.address).origin },
    redirect: 'manual',
  })
  assert.equal(answer.status, 303)
  await first.stop()
  const second = await place.serve(['--port', '0'])
  assert.match(await page(second.address), /The ledger is empty/)
  await second.stop()
  await place.run(['sample'])
  await place.run(['sample', '--remove'])
  const third = await place.serve(['--port', '0'])
  assert.match(await page(third.address), /The ledger is empty/)
  await third.stop()
})

test('a taken port: another is found unless one was asked for', async () => {
  const place = newPlace()
  const [first, second] = [await place.serve(), await place.serve()]
  try {
    assert.notEqual(first.address, second.address)
    assert.equal((await fetch(second.address)).status, 200)
  } finally {
    await Promise.all([first.stop(), second.stop()])
  }
  const blocker = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => blocker.once('listening', resolve))
  const { port } = blocker.address() as { port: number }
  const { code, out, err } = await place.run(['serve', '--port', String(port)])
  blocker.close()
  assert.deepEqual([code, out], [1, ''])
  assert.equal(
    err,
    `bubblewatch: 127.0.0.1:${port}: the port is taken; choose another with --port, or leave --port out\n`,
  )
})

test('ends on Ctrl-C, with a connection still open', async () => {
  const server = await newPlace().serve(['--port', '0'])
  await page(server.address)
  server.child.kill('SIGINT')
  assert.equal((await server.end).code, 0)
})

test('an address that others can reach asks for a token', async () => {
  const server = await newPlace().serve(['--port', '0', '--host', '0.0.0.0'])
  try {
    const { origin, searchParams } = new URL(server.address)
    const token = searchParams.get('token')!
    assert.ok(token.length >= 20)
    const refused = await fetch(origin)
    assert.equal(refused.status, 401)
    assert.doesNotMatch(await refused.text(), /Jessica Jones/)
    assert.equal((await fetch(`${origin}/?token=${'x'.repeat(token.length)}`)).status, 401)
    const entered = await fetch(server.address, { redirect: 'manual' })
    assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/'])
    const cookie = entered.headers.get('set-cookie')!
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Strict/)
    assert.match(await (await fetch(origin, { headers: { cookie: cookie.split(';')[0]! } })).text(), /Jessica Jones/)
    assert.equal((await fetch(origin, { headers: { authorization: `Bearer ${token}` } })).status, 200)
    assert.equal((await fetch(`${origin}/healthz`)).status, 200)
  } finally {
    await server.stop()
  }
})

test('a token is told once and kept as a hash; “token” makes another, and the one before it ends', async () => {
  const place = newPlace()
  const first = await place.serve(['--port', '0', '--host', '0.0.0.0'])
  const token = new URL(first.address).searchParams.get('token')!
  await first.stop()
  const second = await place.serve(['--port', '0', '--host', '0.0.0.0'])
  const ask = async (with_: string) =>
    (await fetch(`${new URL(second.address).origin}/api/v1/shows`, { headers: { authorization: `Bearer ${with_}` } }))
      .status
  try {
    assert.equal(new URL(second.address).search, '', 'it is not told again')
    assert.equal(await ask(token), 200, 'and holds')
    const { out, code } = await place.run(['token'])
    const [made] = out.split('\n')
    assert.equal(code, 0)
    assert.match(made!, /^[\w-]{24}$/)
    assert.deepEqual([await ask(token), await ask(made!)], [401, 200])
    await place.run(['token', '--remove'])
    assert.equal(await ask(made!), 401)
  } finally {
    await second.stop()
  }
})

test('in the open anybody reads, and nobody writes without the token', async () => {
  const server = await newPlace().serve(['--port', '0', '--public'])
  const { origin, searchParams } = new URL(server.address)
  try {
    assert.match(await page(origin), /Jessica Jones/)
    const remove = (headers: Record<string, string>) =>
      fetch(`${origin}/sample/remove`, { method: 'POST', headers: { origin, ...headers }, redirect: 'manual' })
    assert.equal((await remove({})).status, 401)
    assert.match(await page(origin), /Jessica Jones/)
    assert.equal((await remove({ authorization: `Bearer ${searchParams.get('token')}` })).status, 303)
    assert.doesNotMatch(await page(origin), /Jessica Jones/)
  } finally {
    await server.stop()
  }
})

test('behind a proxy: a token is asked for on loopback too, links and the session are for the address that others know', async () => {
  const place = newPlace()
  const port = await freePort()
  const server = await place.serve(['--port', String(port), '--url', 'https://board.example'])
  const { origin, searchParams } = new URL(server.address)
  const here = `http://127.0.0.1:${port}`
  const ours = { origin: 'https://board.example', 'sec-fetch-site': 'same-origin' }
  try {
    assert.equal(origin, 'https://board.example')
    assert.equal((await fetch(here)).status, 401)
    const enter = await fetch(`${here}/enter`, {
      method: 'POST',
      headers: ours,
      body: new URLSearchParams({ token: searchParams.get('token')! }),
      redirect: 'manual',
    })
    const session = enter.headers.get('set-cookie')!
    assert.deepEqual([enter.status, /; Secure/.test(session)], [303, true])
    const cookie = session.split(';')[0]!
    const feed = await (await fetch(`${here}/feeds/changes.atom`, { headers: { cookie } })).text()
    assert.match(feed, /href="https:\/\/board\.example\/feeds\/changes\.atom" rel="self"/)
    const follow = (headers: Record<string, string>) =>
      fetch(`${here}/follow`, {
        method: 'POST',
        headers: { cookie, ...headers },
        body: new URLSearchParams({ show: 'Jessica Jones', next: '/following' }),
        redirect: 'manual',
      })
    assert.equal((await follow(ours)).headers.get('location'), '/following')
    assert.equal((await follow({ origin: here })).status, 403)
  } finally {
    await server.stop()
  }
  const { code, err } = await place.run(['serve', '--url', 'https://board.example/tv'])
  assert.equal(code, 2)
  assert.match(err, /--url.*Write the address of a whole site, as https:\/\/board\.example\./)
})
