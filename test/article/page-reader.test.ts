// The threads that read pages: ended when one takes too long, started anew for the next.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { PageReader } from '../../src/article/page-reader.ts'

/** Some 10 s of work for readability, within the limits on size and depth. */
const SLOW = `<body>${`${'<div>'.repeat(390)}<p>Some words, and more of them, in a line.</p>${'</div>'.repeat(390)}`.repeat(600)}`
const text = (words: string) => `<p>${words}</p>`

describe('PageReader', () => {
  it('ends a page that takes too long, and reads the next', { timeout: 60_000 }, async () => {
    const reader = new PageReader(2_000)
    const start = performance.now()
    await assert.rejects(reader.read(SLOW), { message: 'took longer than 2 s' })
    assert.ok(performance.now() - start < 4_000)
    assert.equal((await reader.read(text('Silt is back.')))?.blocks[0]?.runs[0]?.text, 'Silt is back.')
  })

  it('answers each page with its own, however many wait', async () => {
    const reader = new PageReader(20_000)
    const pages = await Promise.all(Array.from({ length: 40 }, (_, i) => reader.read(text(`Season ${i} is back.`))))
    assert.deepEqual(
      pages.map((page) => page?.blocks[0]?.runs[0]?.text),
      Array.from({ length: 40 }, (_, i) => `Season ${i} is back.`),
    )
  })

  it('keeps no process alive', { timeout: 30_000 }, () => {
    const module = new URL('../../src/article/html.ts', import.meta.url).href
    const script = `import { fromHtml } from ${JSON.stringify(module)}; console.log((await fromHtml('<p>Silt is back.', {})).text)`
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    assert.deepEqual([stdout, status], ['Silt is back.\n', 0])
  })
})
