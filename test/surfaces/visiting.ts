// Visits to the pages in a real browser, for tests: a served ledger, one browser, and complaints of the browser's that fail a test.
import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import type { ServeSettings, Serving } from '../../src/server/serve.ts'
import { startServer } from '../../src/server/serve.ts'
import { audit, launchChromium } from '../chromium.ts'

export interface Visiting {
  browser: Browser
  ledger: Ledger
  server: Serving
  /** Opens a page, does something with it, and fails when the browser complained of anything. */
  visit: (path: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>) => Promise<void>
  end: () => Promise<void>
}

/** Opens all of it; whoever opens it ends it. */
export async function openVisiting(today: string, settings: Partial<ServeSettings> = {}): Promise<Visiting> {
  const browser = await launchChromium()
  const ledger = await openLedger(':memory:')
  const server = await startServer({
    ledger,
    today: () => today,
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    sampleRemoved: () => {},
    ...settings,
  })
  const visit: Visiting['visit'] = async (path, options, act) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    const complaints: string[] = []
    page.on('console', (message) => {
      // Whether kept.js is another by now the browser asks when it likes, out of reach or not.
      const expected = /Failed to load resource|An unknown error occurred when fetching the script/
      if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    try {
      await page.goto(new URL(path, server.address).href)
      await act(page)
      assert.deepEqual(complaints, [], path)
    } finally {
      await context.close()
    }
  }
  const end = async (): Promise<void> => {
    await browser.close()
    await server.stop()
    await ledger.close()
  }
  return { browser, ledger, server, visit, end }
}

/** Fails when axe finds anything wrong with a page, or it scrolls sideways: light and dark, on a small screen and on a wide one. */
export async function auditAll(page: Page, what: string): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await auditThemes(page, `${what}, ${width} px`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.equal(over, 0, `${what} scrolls sideways at ${width} px`)
  }
}

/** Fails when axe finds anything wrong with a page of this size, light or dark. */
export async function auditThemes(page: Page, what = page.url()): Promise<void> {
  // What has been waited for can be there before the style sheet is, and without one the links lie too close.
  await page.waitForLoadState()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await audit(page), [], `${what}, ${colorScheme}`)
  }
}

/** Tabs to an element and presses a key there. */
export async function press(page: Page, to: ReturnType<Page['getByRole']>, key = 'Enter'): Promise<void> {
  await tabTo(page, to)
  await page.keyboard.press(key)
}

/** Tabs until an element has the focus; fails when it is never reached, or when its focus cannot be seen. */
export async function tabTo(page: Page, to: ReturnType<Page['getByRole']>): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await to.evaluate((element) => element === document.activeElement)) {
      const outline = await to.evaluate((element) => getComputedStyle(element).outlineStyle)
      assert.notEqual(outline, 'none', 'the focus is in sight')
      return
    }
    await page.keyboard.press('Tab')
  }
  assert.fail(`the keyboard does not reach ${await to.evaluate((element) => element.outerHTML.slice(0, 120))}`)
}
