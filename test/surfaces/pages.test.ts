// The pages in a real browser: for everybody (axe, keyboard, no scripts, small screens), and the day that can be dragged.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openLedger } from '../../src/ledger/open.ts'
import type { Claim } from '../../src/reading/claim.ts'
import { startServer } from '../../src/server/serve.ts'
import { audit } from '../chromium.ts'
import { article, claim } from '../ledger/material.ts'
import type { Visiting } from './visiting.ts'
import { auditAll, openVisiting, press, tabTo } from './visiting.ts'

const TODAY = '2031-12-31'
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const SUGGESTIONS = ['One', 'Two'].map((name) => ({
  name,
  feed: `https://${name.toLowerCase()}.example/feed/`,
  home: `https://${name.toLowerCase()}.example/`,
  about: 'news of series',
}))

let at: Visiting
let articleId = ''
const visit: Visiting['visit'] = (...asked) => at.visit(...asked)

before(async () => {
  at = await openVisiting(TODAY, { incoming: { suggestions: SUGGESTIONS, metrics: null } })
  await fill()
})
after(() => at.end())

/** One source that is well and two that are not. */
async function followSome(): Promise<void> {
  const now = new Date().toISOString()
  for (const [i, change] of [
    { succeeded: now },
    { failures: 3, failure: 'the server answers 500: its own fault' },
    { succeeded: now, gaps: 2, gapFrom: '2031-05-11T10:00:00.000Z', gapUntil: '2031-05-12T08:30:00.000Z' },
  ].entries()) {
    const { source } = await at.ledger.sources.follow({ url: `https://feed.example/${i}`, title: `${LONG} ${i}` }, now)
    await at.ledger.sources.keepPoll(source.id, [], now, () => ({ ...source, ...change }))
  }
}

async function tell(
  published: string,
  outlet: string,
  text: string,
  fields: Partial<Claim>,
  sample = false,
): Promise<string> {
  const of = article({
    text,
    title: `News of ${published}`,
    outlet,
    published,
    url: `https://news.example/${published}`,
    headings: [],
    emphasis: [],
  })
  const { id } = await at.ledger.add(of, [claim(of, text.slice(0, -1), fields)], {
    heard: `${TODAY}T00:00:00.000Z`,
    reading: 'test',
    sample,
  })
  return id
}

async function fill(): Promise<void> {
  await followSome()
  await tell('2031-02-03', 'Cinema Daily', 'It is not decided whether Glass Harbor gets a second season.', {
    factuality: 'undecided',
    speaker: 'Dana Wells',
    role: 'showrunner',
    via: ['Kino Post'],
  })
  articleId = await tell('2031-05-12', 'Signal & Reel', 'Orbit+ has renewed Glass Harbor for a second season.', {
    speaker: 'Orbit+',
    role: 'network',
  })
  await tell('2031-06-01', 'Cinema Daily', 'A third season of Glass Harbor would be unlikely.', {
    season: 3,
    factuality: 'unlikely',
    speaker: 'Dana Wells',
    role: 'showrunner',
  })
  await tell('2031-09-09', 'Signal & Reel', 'Orbit+ has cancelled Glass Harbor.', {
    season: null,
    event: 'cancellation',
    speaker: 'Orbit+',
    role: 'network',
  })
  await tell('2031-03-01', 'Signal & Reel', `Lumo ordered ${LONG} and has told nobody.`, {
    show: LONG,
    season: 1,
    event: 'order',
    platform: 'Lumo',
  })
  await tell('2031-03-02', 'Signal & Reel', `${LONG} premieres on Lumo.`, {
    show: LONG,
    season: 1,
    event: 'premiere',
    date: '2031-04-01',
    platform: 'Lumo',
  })
  await tell(
    '2031-03-03',
    'Sample',
    'The Punisher will end with its second season.',
    { show: 'The Punisher', season: 2, event: 'ending' },
    true,
  )
}
beforeEach(async () => {
  if (!(await at.ledger.counts()).sample)
    await tell(
      '2031-03-03',
      'Sample',
      'The Punisher will end with its second season.',
      { show: 'The Punisher', season: 2, event: 'ending' },
      true,
    )
})

const pages = (): string[] => [
  '',
  '?as_of=2031-03-05',
  '?q=harbor',
  '?q=nonesuch',
  '?fate=renewed',
  '?as_of=2030-01-01',
  '?as_of=soon',
  'show/glassharbor',
  'show/glassharbor?as_of=2030-01-01',
  'show/glassharbor/2',
  'show/glassharbor/2?as_of=2031-03-05',
  'show/glassharbor/3',
  'show/glassharbor/9',
  `show/${encodeURIComponent(LONG.toLowerCase())}/1`,
  `article/${articleId}`,
  'changes?since=2031-01-01&until=2031-12-31',
  'changes?since=2030-01-01&until=2030-01-05',
  'changes?since=2031-09-01&until=2031-09-30',
  '?view=table&sort=title',
  '?view=columns',
  '?platform=Lumo&turned=1',
  '?followed=1',
  'following',
  'start',
  'api',
  'sources',
  'health',
  'nowhere',
  'show/glasharbour',
]

test('axe finds nothing on any page, in both themes, on small screens and on wide ones, and none scrolls sideways', async () => {
  const left = pages()
  const work = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const of = path
      await visit(of, {}, (page) => auditAll(page, of))
    }
  }
  await Promise.all([work(), work()])
})

test('an empty ledger has a page too', async () => {
  const empty = await openLedger(':memory:')
  const other = await startServer({
    ledger: empty,
    today: () => TODAY,
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    sampleRemoved: () => {},
  })
  const page = await at.browser.newPage()
  await page.goto(other.address)
  await auditAll(page, 'an empty board')
  assert.ok(await page.getByText('bubblewatch sample').isVisible())
  for (const path of ['start', 'changes', 'following', '?view=table']) {
    await page.goto(new URL(path, other.address).href)
    await auditAll(page, `empty: ${path}`)
  }
  await page.close()
  await other.stop()
  await empty.close()
})

test('by keyboard alone: past the head, to a season, with the focus in sight', async () => {
  await visit('', {}, async (page) => {
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0))
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')
    const link = page.getByRole('link', { name: 'Glass Harbor, season 3' })
    for (let i = 0; i < 40 && !(await link.evaluate((a) => a === document.activeElement)); i++)
      await page.keyboard.press('Tab')
    assert.notEqual(await link.evaluate((a) => getComputedStyle(a).outlineStyle), 'none')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/show/glassharbor/3')
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Season 3 of Glass Harbor')
  })
})

test('a page has its landmarks, and its certainty in words', async () => {
  await visit('show/glassharbor/2?as_of=2031-05-20', {}, async (page) => {
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      assert.equal(await page.getByRole(role).count(), 1, role)
    assert.match((await page.locator('.verdict').textContent())!, /Renewed\s+official/)
    const original = page.getByRole('link', { name: 'Read it at Signal & Reel' }).first()
    assert.match((await original.getAttribute('href'))!, /^https:\/\/news\.example\/2031-05-12#:~:text=Orbit%2B/)
  })
})

test('a season’s sources are drawn, and told in a table beside the drawing', async () => {
  for (const width of [360, 1440])
    await visit(
      'show/glassharbor/2?as_of=2031-05-20',
      { viewport: { width, height: 800 }, javaScriptEnabled: false },
      async (page) => {
        const chart = page.getByRole('group', {
          name: /^2 sources on Glass Harbor, season 2, from 3 February 2031 to 12 May/,
        })
        const box = (await chart.boundingBox())!
        for (const mark of await chart.locator('.mark').all()) {
          const { x, y, width, height } = (await mark.boundingBox())!
          assert.ok(x >= box.x && x + width <= box.x + box.width && y >= box.y && y + height <= box.y + box.height)
        }
        const mark = chart.getByRole('link', { name: /^12 May 2031: For: Orbit\+: “Orbit\+ has renewed/ })
        await tabTo(page, mark)
        assert.equal(await mark.locator('.words').evaluate((words) => getComputedStyle(words).visibility), 'visible')
        assert.match((await mark.locator('.words').textContent())!, /^Orbit\+: renewed/)
        const table = page.getByRole('table', { name: /^Sources on Glass Harbor, season 2/ })
        assert.match((await table.getByRole('row').nth(1).textContent())!, /12 May 2031\s*Orbit\+\s*For: renewed/)
        assert.match(
          (await table.getByRole('row').nth(2).textContent())!,
          /Dana Wells \(showrunner\)\s*Open: renewal undecided/,
        )
        await press(page, table.getByRole('link', { name: 'renewal undecided' }))
        // Waits for the jump to the claim; a claim that is not there is a failure after the wait.
        await page.locator('.claim:target').getByText('Undecided', { exact: true }).waitFor({ timeout: 5000 })
      },
    )
})

test('without scripts: all is readable, days and titles can be asked for', async () => {
  await visit('', { javaScriptEnabled: false }, async (page) => {
    assert.ok(!(await page.locator('#slider').isVisible()))
    const cancelled = page.getByRole('region', { name: 'Cancelled' })
    assert.ok(await cancelled.getByRole('link', { name: 'Glass Harbor, season 3' }).isVisible())
    await press(page, page.getByRole('link', { name: 'Earlier news: 9 September 2031' }))
    await page.waitForURL(/as_of=2031-09-09/)
    await press(page, page.getByRole('link', { name: 'Earlier news: 1 June 2031' }))
    await page.waitForURL(/as_of=2031-06-01/)
    assert.ok(await page.getByRole('region', { name: 'Unlikely' }).getByText('Glass Harbor').first().isVisible())
    await page.getByLabel('As of').fill('2031-02-10')
    await tabTo(page, page.getByRole('searchbox', { name: 'Title' }))
    await page.keyboard.type('harbor')
    await press(page, page.getByRole('button', { name: 'Show' }))
    await page.waitForURL(/q=harbor/)
    assert.match(page.url(), /\?q=harbor&as_of=2031-02-10\b/)
    assert.ok(await page.getByRole('region', { name: 'On the bubble' }).getByText('Glass Harbor').first().isVisible())
    await press(page, page.getByRole('link', { name: 'Glass Harbor, season 2' }))
    await page.waitForURL('**/show/glassharbor/2*')
    assert.match((await page.locator('.verdict').textContent())!, /On the bubble/)
  })
})

test('what changed is a link away from the board, and any two days can be compared, without scripts', async () => {
  await visit('?as_of=2031-05-13', { javaScriptEnabled: false }, async (page) => {
    await press(page, page.getByRole('link', { name: 'What changed in the week to 13 May 2031' }))
    await page.waitForURL('**/changes*')
    const day = page.getByRole('region', { name: '12 May 2031' })
    assert.match((await day.getByRole('listitem').first().textContent())!, /season 2.*On the bubble.*renewed/s)
    await page.getByLabel('From').fill('2031-12-31')
    await page.getByLabel('To').fill('2031-09-01')
    await press(page, page.getByRole('button', { name: 'Compare' }))
    await page.waitForURL(/since=2031-12-31/)
    assert.match((await page.getByRole('heading', { level: 1 }).textContent())!, /1 September 2031 to 31 December 2031/)
    const cancelled = page.getByRole('row', { name: /^Cancelled/ })
    assert.match((await cancelled.textContent())!, /0\s*2\s*\+2/)
    await page
      .getByRole('link', { name: /How it was read.*2031-09-09/ })
      .first()
      .click()
    assert.ok(await page.getByRole('heading', { name: 'News of 2031-09-09' }).isVisible())
  })
})

test('dragging the day changes the fates on the board, in place', async () => {
  await visit('?q=glass', {}, async (page) => {
    const slider = page.getByRole('slider', { name: 'Drag the day, and watch the fates change' })
    assert.ok(await slider.isVisible())
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    const region = (name: string) => page.getByRole('region', { name })
    assert.equal(await region('On the bubble').count(), 0)
    await slider.focus()
    await page.keyboard.press('Home')
    await region('On the bubble').waitFor()
    assert.equal(await region('Cancelled').count(), 0)
    assert.match(page.url(), /as_of=2031-02-03/)
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Every season, as of 3 February 2031')
    assert.equal(await page.getByLabel('As of').inputValue(), '2031-02-03')
    assert.equal(await slider.getAttribute('aria-valuetext'), '3 February 2031')
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    await region('Renewed').waitFor()
    assert.ok(await region('Renewed').locator('.changed').first().isVisible(), 'what changed is marked')
    assert.match((await page.getByRole('status').textContent())!, /^\d+ \w+ 2031: \d+ seasons?, /)
    await page.keyboard.press('End')
    await region('Cancelled').waitFor()
    await page.waitForURL((url) => !url.searchParams.has('as_of') && url.searchParams.get('q') === 'glass')
    assert.ok(await page.evaluate(() => 'stayed' in window), 'the page was never loaded again')
    assert.deepEqual(await audit(page), [])
  })
})

test('one button removes the sample, with scripts and without', async () => {
  for (const javaScriptEnabled of [true, false]) {
    if (!(await at.ledger.counts()).sample)
      await tell(
        '2031-03-03',
        'Sample',
        'The Punisher will end with its second season.',
        { show: 'The Punisher', season: 2, event: 'ending' },
        true,
      )
    await visit('show/glassharbor', { javaScriptEnabled }, async (page) => {
      assert.ok(await page.getByRole('complementary', { name: 'Sample' }).isVisible())
      await press(page, page.getByRole('button', { name: 'Remove the sample' }))
      await page.waitForURL(at.server.address)
      assert.equal(await page.getByRole('complementary', { name: 'Sample' }).count(), 0)
      assert.equal(await page.getByText('Punisher').count(), 0)
      assert.ok(await page.getByRole('link', { name: 'Glass Harbor, season 2' }).isVisible())
    })
    assert.equal((await at.ledger.counts()).sample, 0)
  }
})

test('a page is light: less than 40 kB on the wire with all that belongs to it', async () => {
  const context = await at.browser.newContext()
  const page = await context.newPage()
  let bytes = 0
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes()
    bytes += sizes.responseBodySize + sizes.responseHeadersSize
  })
  await page.goto(at.server.address, { waitUntil: 'networkidle' })
  assert.ok(bytes > 1000 && bytes < 40_000, `${bytes} bytes`)
  await context.close()
})
