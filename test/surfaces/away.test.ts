// The server out of reach, in a real browser: what was looked at lately is still there and says of when it is; anything else says
// what to do.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ServeSettings, Serving } from '../../src/server/serve.ts'
import { startServer } from '../../src/server/serve.ts'
import { launchChromium } from '../chromium.ts'
import type { Served } from './served.ts'
import { fill, serve, TODAY } from './served.ts'
import { auditAll, press } from './visiting.ts'

let browser: Browser
let served: Served
before(async () => {
  browser = await launchChromium()
  served = await serve()
  await fill(served)
})
after(async () => {
  await browser.close()
  await served.ledger.close()
})

const listen = (port: number, more: Partial<ServeSettings> = {}): Promise<Serving> =>
  startServer({
    ledger: served.ledger,
    today: () => TODAY,
    host: '127.0.0.1',
    port,
    version: 'test',
    sampleRemoved: () => {},
    ...more,
  })

/** A page of a browser that keeps what it looks at. */
async function keeping(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
  })
  return page
}

/** Waits until so many pages are kept. */
const kept = (page: Page, pages: number) =>
  page.waitForFunction(async (most) => (await (await caches.open('pages')).keys()).length === most, pages)

test('what was looked at lately stays, and says of when it is; anything else says what to do', async () => {
  let server = await listen(0)
  const { port } = new URL(server.address)
  const context = await browser.newContext()
  try {
    const page = await keeping(context, server.address)
    // The page that was there before anything could be kept is among them.
    await kept(page, 1)
    const at = (path: string): string => new URL(path, server.address).href
    for (const path of ['show/glassharbor/2', 'changes?since=2031-05-01&until=2031-06-30', 'sources', 'start'])
      await page.goto(at(path))
    await kept(page, 3)
    await server.stop()

    await page.goto(at('show/glassharbor/2'))
    assert.match((await page.locator('.verdict').textContent())!, /Renewed/)
    const note = page.getByRole('alert')
    assert.match((await note.textContent())!, /out of reach.*as it was on \d+ \w+ \d{4} at \d\d:\d\d/)
    assert.equal(await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth), '1184px', 'its style')
    await auditAll(page, 'a kept page')

    const answer = await page.goto(at('show/nightferry/1'))
    assert.equal(answer!.status(), 503)
    assert.ok(await page.getByRole('heading', { name: 'Bubblewatch is out of reach' }).isVisible())
    const list = page.getByRole('region', { name: 'Kept here' })
    assert.deepEqual(await list.getByRole('link').allTextContents(), [
      'What changed from 2031-05-01 to 2031-06-30',
      'Glass Harbor, season 2',
      'The board',
    ])
    await auditAll(page, 'out of reach')
    for (const path of ['sources', 'start', 'show/glassharbor/2?as_of=2031-05-01']) {
      await page.goto(at(path))
      assert.ok(await page.getByRole('heading', { name: 'Bubblewatch is out of reach' }).isVisible(), path)
    }
    await press(page, list.getByRole('link', { name: 'The board' }))
    await note.waitFor()
    assert.ok(await page.getByRole('link', { name: 'Glass Harbor, season 2' }).isVisible())

    server = await listen(Number(port))
    await press(page, note.getByRole('link', { name: 'Ask again' }))
    await note.waitFor({ state: 'detached' })
    assert.ok(await page.getByRole('link', { name: 'Glass Harbor, season 2' }).isVisible())
  } finally {
    await context.close()
    await server.stop()
  }
})

test('whoever leaves, or may no longer come in, has nothing kept', async () => {
  const server = await listen(0, { open: false, host: '0.0.0.0', token: 'the-token' })
  const home = server.address.split('?')[0]!
  const context = await browser.newContext()
  try {
    const page = await keeping(context, `${home}?token=the-token`)
    await page.goto(`${home}show/glassharbor/2`)
    await kept(page, 2)
    await page.goto(`${home}following`)
    await press(page, page.getByRole('button', { name: 'Leave this board' }))
    await page.getByRole('heading', { name: 'This board asks for a token' }).waitFor()
    await kept(page, 0)
    await server.stop()
    await page.goto(`${home}show/glassharbor/2`)
    assert.ok(await page.getByRole('heading', { name: 'Bubblewatch is out of reach' }).isVisible())
    assert.equal(await page.getByText('Renewed').count(), 0)
  } finally {
    await context.close()
    await server.stop()
  }
})

test('where another program listens by now, nothing is kept any more', async () => {
  const server = await listen(0)
  const context = await browser.newContext()
  try {
    const page = await keeping(context, server.address)
    await kept(page, 1)
    await server.stop()
    const other = createServer((_, answer) =>
      answer.setHeader('content-type', 'text/html').end('<title>Another</title>'),
    )
    await once(other.listen(Number(new URL(server.address).port), '127.0.0.1'), 'listening')
    await page.goto(server.address)
    assert.equal(await page.title(), 'Another')
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistrations()).length)
    assert.deepEqual(await page.evaluate(() => caches.keys()), [])
    other.close()
    other.closeAllConnections()
  } finally {
    await context.close()
    await server.stop()
  }
})
