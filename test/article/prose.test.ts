// The prose of a page from its bytes alone: what decides whether a page of an archive is taken apart.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { proseOf } from '../../src/article/prose.ts'
import { mayHoldClaim } from '../../src/reading/scan.ts'

const prose = (html: string): string => proseOf(Buffer.from(html))
const SENTENCE = 'Lumo has renewed “Glass Harbor” for a second season, the streamer announced on Monday.'.replaceAll(
  /[“”]/g,
  '"',
)
const OTHER = 'The council mends the old bridge before the winter comes, and everybody is glad that it does.'
const page = (body: string, head = '<title>Harbor news</title>'): string => `<html><head>${head}</head><body>${body}`

describe('proseOf', () => {
  const cases: Array<[string, string, string]> = [
    [
      'the headline and the paragraphs',
      page(`<p>${SENTENCE}</p><p>${OTHER}</p>`),
      `Harbor news\n${SENTENCE}\n${OTHER}`,
    ],
    [
      'words in inline elements as they stand',
      page(`<p>${OTHER} It is <em>so</em> g<b>oo</b>d.</p>`),
      `Harbor news\n${OTHER} It is so good.`,
    ],
    ['gaps as one space', page(`<p>${OTHER}\n\t &nbsp;&nbsp; Truly.  </p>`), `Harbor news\n${OTHER} Truly.`],
    [
      'no programs, styles and menus',
      page(`<script>if (a < b) "${OTHER}"</script><style>p {}</style><nav><p>${OTHER}</p></nav><p>${SENTENCE}</p>`),
      `Harbor news\n${SENTENCE}`,
    ],
    ['no remarks', page(`<p>${SENTENCE}<!-- <p>${OTHER}</p> --></p>`), `Harbor news\n${SENTENCE}`],
    [
      'nothing that is mostly links',
      page(`<div><a href="/a">${OTHER}</a></div><p>${SENTENCE}</p>`),
      `Harbor news\n${SENTENCE}`,
    ],
    [
      'a link that nobody closed ends',
      page(`<div><a href="/a">Home${'<p>x</p>'.repeat(7)}</div><p>${SENTENCE}</p>`),
      `Harbor news\n${SENTENCE}`,
    ],
    ['an angle bracket among words', page(`<p>${OTHER} For 2 < 3.</p>`), `Harbor news\n${OTHER} For 2 < 3.`],
    [
      'a table as one block',
      page(
        `<table><tr><td>Glass Harbor</td><td>season 2</td></tr><tr><td>Night Ferry</td><td>the finale, on Lumo in the autumn</td></tr></table>`,
      ),
      'Harbor news\nGlass Harbor season 2 Night Ferry the finale, on Lumo in the autumn',
    ],
    ['what an element that never ends was to hide', page(`<script><p>${SENTENCE}</p>`), `Harbor news\n${SENTENCE}`],
    [
      'capitals',
      `<HTML><TITLE>Harbor news</TITLE><SCRIPT>${OTHER}</SCRIPT><P>${SENTENCE}</P>`,
      `Harbor news\n${SENTENCE}`,
    ],
    ['a page cut off in a tag', page(`<p>${SENTENCE}</p><p class="x`), `Harbor news\n${SENTENCE}`],
    ['nothing', '', ''],
  ]
  for (const [what, html, expected] of cases) test(what, () => assert.equal(prose(html), expected))

  test('bytes beyond ASCII are letters of their own', () => {
    const words = 'Café Harbor returns for a second season in the spring, its makers say to everybody.'
    assert.equal(prose(`<p>${words}</p>`), `\n${Buffer.from(words).toString('latin1')}`)
  })

  test('the stretch with the most words, not the lines around it', () => {
    const line = '<div>Read more</div>'.repeat(30)
    const text = prose(page(`<p>${OTHER}</p>${line}<p>${SENTENCE}</p><p>by Ruth</p><p>${SENTENCE} ${OTHER}</p>${line}`))
    assert.equal(text, `Harbor news\n${SENTENCE}\nby Ruth\n${SENTENCE} ${OTHER}`)
  })

  test('a table of figures is no headline about a series', () => {
    const rows = Array.from({ length: 60 }, (_, n) => `<tr><td>${n}</td><td>Driver ${n}</td><td>${n * 7}</td></tr>`)
    assert.equal(mayHoldClaim(prose(page(`<p>The Cup Series:</p><table>${rows.join('')}</table>`))), false)
  })

  test('takes time in proportion to the page, whatever it repeats', () => {
    const time = (html: Buffer): number => {
      const worked = (): number => {
        const { user, system } = process.threadCpuUsage()
        return (user + system) / 1000
      }
      const began = worked()
      proseOf(html)
      return worked() - began
    }
    for (const piece of ['<', '<a>', '<!--', '<script>', '&nbsp', '<td>', '</', '<p>a', '<ScRiPt>x</sCrIpT>', 'a ']) {
      const [small, large] = [50_000, 400_000].map((size) => Buffer.from(piece.repeat(size / piece.length)))
      time(small!)
      const least = (html: Buffer): number => Math.min(...Array.from({ length: 4 }, () => time(html)))
      assert.ok(least(large!) < 30 * least(small!) + 100, `of ${piece}`)
    }
  })
})
