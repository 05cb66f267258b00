// What people do on the pages, in a real browser, by the keyboard alone, on a small screen and on a wide one.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Claim } from '../../src/reading/claim.ts'
import type { FeedChoice } from '../../src/surfaces/web/start-page.ts'
import { article, claim } from '../ledger/material.ts'
import type { Visiting } from './visiting.ts'
import { auditThemes, openVisiting, press, tabTo } from './visiting.ts'

const TODAY = '2031-12-31'
const FEEDS: FeedChoice[] = [
  { id: 'signal', title: 'Signal & Reel', about: 'News of the trade, every day.', chosen: false },
  { id: 'kino', title: 'Kino Post', about: 'Interviews.', chosen: true },
]
let chosen: readonly string[] = ['kino']

let at: Visiting
let articleId = ''
before(async () => {
  at = await openVisiting(TODAY, {
    feeds: {
      list: async () => FEEDS.map((feed) => ({ ...feed, chosen: chosen.includes(feed.id) })),
      choose: async (ids) => {
        chosen = ids
      },
    },
  })
  await tell('2031-02-03', 'Kino Post', 'Dana Wells told Kino Post that a third season of Glass Harbor is open.', {
    season: 3,
    factuality: 'undecided',
    speaker: 'Dana Wells',
    role: 'showrunner',
  })
  for (const [i, outlet] of ['Cinema Daily', 'Signal & Reel'].entries())
    await tell(
      `2031-12-0${i + 2}`,
      outlet,
      `Dana Wells told Kino Post that a fourth season of Night Ferry is unlikely${'!'.repeat(i)}.`,
      {
        show: 'Night Ferry',
        season: 4,
        factuality: 'unlikely',
        speaker: 'Dana Wells',
        role: 'showrunner',
        via: ['Kino Post'],
        platform: 'Lumo',
      },
    )
  articleId = await tell('2031-12-28', 'Signal & Reel', 'Orbit+ has renewed Glass Harbor for a third season.', {
    season: 3,
    speaker: 'Orbit+',
    role: 'network',
  })
})
after(() => at.end())
beforeEach(async () => {
  chosen = ['kino']
  for (const { show } of await at.ledger.readers.followed('')) await at.ledger.readers.unfollow('', show)
})

async function tell(published: string, outlet: string, text: string, fields: Partial<Claim>): Promise<string> {
  const url = `https://news.example/${published}`
  const of = article({ text, title: `News of ${published}`, outlet, published, url, headings: [], emphasis: [] })
  const { id } = await at.ledger.add(of, [claim(of, text.slice(0, -1), fields)], {
    heard: `${TODAY}T00:00:00.000Z`,
    reading: 'test',
  })
  return id
}

for (const width of [360, 1440])
  describe(`${width} px`, () => {
    const viewport = { width, height: 800 }

    test('following a show by the keyboard, on its page, and following it no more', async () => {
      await at.visit('show/glassharbor', { viewport }, async (page) => {
        await tabTo(page, page.getByRole('button', { name: 'Follow Glass Harbor' }))
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'Stop following Glass Harbor' }).waitFor()
        assert.match(page.url(), /\/show\/glassharbor$/)
        await tabTo(page, page.getByRole('link', { name: 'Following' }))
        await page.keyboard.press('Enter')
        const safe = page.getByRole('region', { name: 'Not begun' })
        assert.match((await safe.textContent())!, /Glass Harbor.*Season 3 is ordered/s)
        assert.ok(
          await page
            .getByRole('region', { name: 'Waiting for' })
            .getByRole('link', { name: 'Glass Harbor, season 3' })
            .isVisible(),
        )
        await auditThemes(page)
        await tabTo(page, page.getByRole('button', { name: 'Stop following Glass Harbor' }))
        await page.keyboard.press('Enter')
        await page.getByText('Nothing yet.').waitFor()
      })
    })

    test('the first run: looking around, choosing feeds, bringing a list, by the keyboard', async () => {
      await at.visit('start', { viewport }, async (page) => {
        const signal = page.getByRole('checkbox', { name: 'Signal & Reel' })
        assert.equal(await page.getByRole('checkbox', { name: 'Kino Post' }).isChecked(), true)
        await tabTo(page, signal)
        await page.keyboard.press('Space')
        await tabTo(page, page.getByRole('button', { name: 'Read these' }))
        await page.keyboard.press('Enter')
        await page.getByText('2 feeds are read.').waitFor()
        assert.deepEqual([...chosen].toSorted(), ['kino', 'signal'])
        await tabTo(page, page.getByRole('textbox', { name: 'Titles' }))
        await page.keyboard.type('Glass Harbor\nNight Ferry\nSomething Nobody Spoke Of')
        await tabTo(page, page.getByRole('button', { name: 'Follow them' }))
        await page.keyboard.press('Enter')
        await page.waitForURL('**/following')
        assert.match((await page.getByText(/^3 shows/).textContent())!, /as a calendar/)
        assert.match(
          (await page.getByRole('region', { name: 'Better wait' }).textContent())!,
          /Night Ferry.*Season 4 is unlikely/s,
        )
        assert.match(
          (await page.getByRole('main').textContent())!,
          /Something Nobody Spoke Of.*Nothing is heard of it/s,
        )
        await auditThemes(page)
      })
    })

    test('a list as a file: its first column is taken, its head is not', async () => {
      await at.visit('start', { viewport, javaScriptEnabled: false }, async (page) => {
        const csv = 'Title,Rating\r\n"Glass Harbor",9\r\n"Night ""Ferry""",8\r\nSalt Marsh,7\r\n'
        await page
          .getByLabel('Or a file')
          .setInputFiles({ name: 'watched.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
        await press(page, page.getByRole('button', { name: 'Follow them' }))
        await page.waitForURL('**/following')
        assert.deepEqual(
          (await at.ledger.readers.followed('')).map((f) => f.show),
          ['Glass Harbor', 'Night "Ferry"', 'Salt Marsh'],
        )
      })
    })

    test('searching as one types, without leaving the page', async () => {
      await at.visit('', { viewport }, async (page) => {
        await page.evaluate(() => Object.assign(window, { stayed: true }))
        await tabTo(page, page.getByRole('searchbox', { name: 'Title' }))
        await page.keyboard.type('ferry', { delay: 20 })
        await page.waitForURL(/q=ferry/)
        const board = page.locator('#board')
        assert.match((await board.textContent())!, /Night Ferry/)
        assert.doesNotMatch((await board.textContent())!, /Glass Harbor/)
        assert.match((await page.getByRole('status').textContent())!, /^31 December 2031: 1 season, 1 unlikely$/)
        await page.keyboard.press('Control+A')
        await page.keyboard.type('nobody', { delay: 20 })
        await page.getByText('No season of “nobody” here.').waitFor()
        assert.ok(await page.evaluate(() => 'stayed' in window), 'the page was never loaded again')
        assert.ok(
          await page.getByRole('searchbox').evaluate((box) => box === document.activeElement),
          'the focus stays',
        )
      })
    })

    test('filtering: platform, this week, what is followed, in one table', async () => {
      await at.ledger.readers.follow('', ['Night Ferry'], TODAY)
      for (const javaScriptEnabled of [true, false])
        await at.visit('', { viewport, javaScriptEnabled }, async (page) => {
          const board = page.locator('#board')
          const ask = async (shown: RegExp, hidden: RegExp) => {
            if (!javaScriptEnabled) await press(page, page.getByRole('button', { name: 'Show' }))
            await board.getByText(shown).first().waitFor()
            await page.waitForFunction(
              (text) => !new RegExp(text).test(document.querySelector('#board')!.textContent!),
              hidden.source,
            )
          }
          await press(page, page.locator('summary', { hasText: 'Filter and order' }))
          await press(page, page.getByRole('checkbox', { name: 'Changed this week' }), 'Space')
          await ask(/Glass Harbor/, /Night Ferry/)
          await press(page, page.getByRole('checkbox', { name: 'Changed this week' }), 'Space')
          await press(page, page.getByRole('checkbox', { name: 'What I follow' }), 'Space')
          await ask(/Night Ferry/, /Glass Harbor/)
          await press(page, page.getByRole('checkbox', { name: 'What I follow' }), 'Space')
          await press(page, page.getByLabel('Shown'), 'ArrowDown')
          if (!javaScriptEnabled) await press(page, page.getByRole('button', { name: 'Show' }))
          await page.locator('.fate-columns').waitFor()
          const columns = await page.locator('.fate-columns > section').all()
          const boxes = await Promise.all(columns.map(async (column) => (await column.boundingBox())!))
          assert.equal(boxes.length, 2)
          assert.equal(boxes[0]!.y === boxes[1]!.y, width > 1000, 'beside one another where there is room')
          await press(page, page.getByLabel('Shown'), 'ArrowDown')
          if (javaScriptEnabled) await page.getByRole('table').waitFor()
          else await press(page, page.getByRole('button', { name: 'Show' }))
          await press(page, page.getByRole('table').getByRole('link', { name: 'Season sorts the table' }))
          await page.waitForURL(/sort=title/)
          const rows = page.getByRole('rowheader')
          assert.deepEqual(await rows.allTextContents(), ['Glass Harbor, season 3', 'Night Ferry, season 4'])
          assert.equal(await page.getByRole('columnheader', { name: 'Season' }).getAttribute('aria-sort'), 'ascending')
          await press(page, page.getByRole('link', { name: 'Everything' }))
          await page.waitForURL(at.server.address)
          assert.equal(new URL(page.url()).search, '')
        })
    })

    test('out of reach: the board stays, and says so, and comes back', async () => {
      await at.visit('', { viewport }, async (page) => {
        await page.context().setOffline(true)
        await page.getByRole('searchbox').fill('ferry')
        const note = page.getByRole('alert')
        await note.waitFor()
        assert.match((await note.textContent())!, /out of reach/)
        assert.match((await page.locator('#board').textContent())!, /Glass Harbor/)
        await auditThemes(page)
        await page.context().setOffline(false)
        await tabTo(page, page.getByRole('button', { name: 'Ask again' }))
        await page.keyboard.press('Enter')
        await page.waitForURL(/q=ferry/)
        assert.equal(await note.count(), 0)
      })
    })

    test('the way of the words is drawn: who said it, to whom, who carried it', async () => {
      await at.visit('show/nightferry/4', { viewport }, async (page) => {
        const drawn = page
          .getByRole('region', { name: /^The way of the words/ })
          .getByRole('listitem')
          .first()
        assert.match(
          (await drawn.textContent())!,
          /Said by Dana Wells \(showrunner\).*told to\s*Kino Post.*Cinema Daily.*Signal & Reel/s,
        )
        const carried = drawn.getByRole('list', { name: 'Carried by 2 outlets' })
        assert.equal(await carried.getByRole('listitem').count(), 2)
        await tabTo(page, carried.getByRole('link', { name: 'Cinema Daily' }))
        await page.keyboard.press('Enter')
        await page.waitForURL('**/article/*')
      })
    })

    test('a wrong reading has its report, a claim its citations, by the keyboard', async () => {
      await at.visit(`article/${articleId}`, { viewport }, async (page) => {
        for (const name of ['Cite this', 'This is wrong']) {
          const summary = page.locator('summary', { hasText: name }).first()
          await tabTo(page, summary as never)
          await page.keyboard.press('Enter')
        }
        const report = await page.getByRole('textbox', { name: 'The report, ready to be copied' }).inputValue()
        assert.match(report, /> \*\*Orbit\+ has renewed Glass Harbor for a third season\*\*\./)
        assert.match(report, /"factuality": "yes"/)
        assert.match(report, /\* event: “has renewed” tells a renewal/)
        assert.ok(await page.getByText('{{cite news').isVisible())
        await auditThemes(page)
      })
    })
  })

test('where others can reach it: the token, once in a form, a wrong one told', async () => {
  const elsewhere = await openVisiting(TODAY, { open: false, host: '0.0.0.0' })
  try {
    const token = elsewhere.server.token!
    for (const width of [360, 1440])
      await elsewhere.visit('/following', { viewport: { width, height: 800 } }, async (page) => {
        assert.ok(await page.getByRole('heading', { name: 'This board asks for a token' }).isVisible())
        await auditThemes(page)
        const field = page.getByLabel('Token')
        await tabTo(page, field)
        await page.keyboard.type('wrong')
        await page.keyboard.press('Enter')
        await page.getByRole('alert').waitFor()
        await auditThemes(page)
        await tabTo(page, field)
        await page.keyboard.type(token)
        await page.keyboard.press('Enter')
        await page.waitForURL('**/following')
        assert.ok(await page.getByRole('heading', { name: 'What you follow' }).isVisible())
        await press(page, page.getByRole('button', { name: 'Leave this board' }))
        await page.getByRole('heading', { name: 'This board asks for a token' }).waitFor()
      })
  } finally {
    await elsewhere.end()
  }
})
