// The browser that the other tests use: that it starts, shows, clicks, and that axe sees in it what is wrong and what is right.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { audit, launchChromium } from '../chromium.ts'

let browser: Browser
before(async () => {
  browser = await launchChromium()
})
after(() => browser?.close())

const dataUrl = (body: string, head = ''): string => {
  const page = `<!doctype html><html lang="en"><head><title>Bubble</title>${head}</head><body><main>${body}</main></body></html>`
  return `data:text/html;charset=utf-8,${encodeURIComponent(page)}`
}

test('opens a page, clicks, and reads what has changed', async () => {
  const page = await browser.newPage()
  await page.goto(dataUrl('<h1>On the bubble</h1><button onclick="this.textContent = `Renewed`">Ask again</button>'))
  await page.getByRole('button', { name: 'Ask again' }).click()
  assert.equal(await page.getByRole('button').textContent(), 'Renewed')
  const height = await page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().height ?? 0)
  assert.ok(height > 10, 'text has a size: there is a font')
  await page.close()
})

test('axe is content with a good page and names what is wrong with a bad one', async () => {
  const page = await browser.newPage()
  await page.goto(dataUrl('<h1>On the bubble</h1><p>Nothing heard.</p>'))
  assert.deepEqual(await audit(page), [])
  await page.goto(dataUrl('<h1>On the bubble</h1><img src="data:,"><p style="color: #999; background: #888">Grey</p>'))
  assert.deepEqual((await audit(page)).map((line) => line.split(' ')[0]).sort(), ['color-contrast', 'image-alt'])
  await page.close()
})

test('axe runs under a content security policy that allows no script', async () => {
  const page = await browser.newPage()
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
  await page.goto(dataUrl('<h1>On the bubble</h1><script>document.title = `Burst`</script>', policy))
  assert.equal(await page.title(), 'Bubble', 'the policy is in force')
  assert.deepEqual(await audit(page), [])
  await page.close()
})
