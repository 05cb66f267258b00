// Boards in the making: a page tells how far they are instead of keeping one waiting, and all is there in the end.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import { material } from '../../bench/ledger-material.ts'
import { launchChromium } from '../chromium.ts'
import type { Served } from './served.ts'
import { serve } from './served.ts'
import { auditAll } from './visiting.ts'

const SHOWS = 300
let served: Served
before(async () => {
  served = await serve({ patience: 0 })
  await served.ledger.put([...material(SHOWS * 8, SHOWS * 4)])
})
after(() => served.ledger.close())

test('how far they are, as a progress bar that needs no script; then the page', async () => {
  const listener = createAdaptorServer({ fetch: served.server.fetch }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ javaScriptEnabled: true })
    const page = await context.newPage()
    const answer = await page.goto(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/?q=show+1`)
    assert.deepEqual([answer!.status(), answer!.headers()['retry-after']], [503, '2'])
    const bar = page.getByRole('progressbar', { name: `of ${SHOWS}` })
    const done = Number(await bar.getAttribute('value'))
    assert.ok(done >= 0 && done < SHOWS, `${done} shows`)
    assert.equal(await bar.getAttribute('max'), String(SHOWS))
    await auditAll(page, 'boards in the making')
    const again = page.getByRole('link', { name: 'Look again' })
    for (let i = 0; i < 100 && (await again.count()); i++) {
      await again.focus()
      await page.keyboard.press('Enter')
      await page.waitForLoadState()
    }
    assert.match(page.url(), /\?q=show\+1$/)
    assert.match((await page.locator('#board').textContent())!, /Show 1/)
  } finally {
    await browser.close()
    listener.close()
  }
})
