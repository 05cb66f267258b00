// What is in the making, boards or at the very first start the sample: a page tells how far it is instead of keeping one waiting,
// and all is there in the end.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { material } from '../../bench/ledger-material.ts'
import { launchChromium } from '../chromium.ts'
import { Place } from './command.ts'
import type { Served } from './served.ts'
import { serve } from './served.ts'
import { auditAll, press } from './visiting.ts'

const SHOWS = 300
let served: Served
before(async () => {
  served = await serve({ patience: 0 })
  await served.ledger.put([...material(SHOWS * 8, SHOWS * 4)])
})
after(() => served.ledger.close())

const again = (page: Page) => page.getByRole('link', { name: 'Look again' })

test('how far they are, as a progress bar that needs no script; then the page', async () => {
  const listener = createAdaptorServer({ fetch: served.server.fetch }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    // The page as without scripts; those of axe are to run.
    await page.route('**/waiting.js*', (route) => route.abort())
    const answer = await page.goto(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/?q=show+1`)
    assert.deepEqual([answer!.status(), answer!.headers()['retry-after']], [503, '2'])
    const bar = page.getByRole('progressbar', { name: `of ${SHOWS}` })
    const done = Number(await bar.getAttribute('value'))
    assert.ok(done >= 0 && done < SHOWS, `${done} shows`)
    assert.equal(await bar.getAttribute('max'), String(SHOWS))
    await auditAll(page, 'boards in the making')
    for (let i = 0; i < 100 && (await again(page).count()); i++) {
      await press(page, again(page))
      await page.waitForLoadState()
    }
    assert.match(page.url(), /\?q=show\+1$/)
    assert.match((await page.locator('#board').textContent())!, /Show 1/)
  } finally {
    await browser.close()
    listener.close()
  }
})

test('at the very first start the sample is read while the pages tell how far it is; the board comes by itself', async () => {
  const place = new Place()
  const browser = await launchChromium()
  const child = place.start(['serve', '--port', '0'])
  try {
    const address = await new Promise<string>((found) =>
      child.stdout!.on('data', (chunk) => {
        const at = /http:\S+/.exec(String(chunk))?.[0]
        if (at) found(at)
      }),
    )
    const page = await browser.newPage()
    const answer = await page.goto(address)
    assert.equal(answer!.status(), 503)
    assert.ok(await page.getByRole('heading', { name: 'The sample is being read' }).isVisible())
    const bar = page.getByRole('progressbar', { name: /^\d+ dispatch(es)? of \d+$/ })
    const [before, all] = await Promise.all(['value', 'max'].map((name) => bar.getAttribute(name)))
    assert.ok(Number(before) < Number(all), `${before} of ${all}`)
    await page.locator('#board').waitFor()
    assert.equal(page.url(), address)
    assert.match(
      (await page.getByRole('complementary', { name: 'Sample' }).textContent())!,
      new RegExp(`${all} dispatches`),
    )
  } finally {
    await browser.close()
    child.kill()
    await once(child, 'close')
    place.remove()
  }
})

test('a first start that was cut short is gone on with at the next', async () => {
  const place = new Place()
  try {
    const child = place.start(['serve', '--port', '0'])
    await once(child.stdout!, 'data')
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    assert.equal(code, 0)
    const server = await place.serve(['--port', '0'])
    try {
      assert.match(await (await fetch(server.address)).text(), /sample<\/strong>: 28 dispatches/)
    } finally {
      await server.stop()
    }
  } finally {
    place.remove()
  }
})
