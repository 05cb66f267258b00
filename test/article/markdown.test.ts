import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article, Span } from '../../src/article/article.ts'
import { fromMarkdown } from '../../src/article/markdown.ts'

const words = ({ text }: Article, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

describe('fromMarkdown', () => {
  const texts: Array<[string, string, string]> = [
    ['paragraphs', 'One\ntwo.\n\nThree.', 'One two.\n\nThree.'],
    ['a hard line break', 'One  \ntwo', 'One\ntwo'],
    [
      'links and addresses',
      'See [the *Ledger* page](https://x.example "t") or https://y.example.',
      'See the Ledger page or https://y.example.',
    ],
    ['pictures', 'Here: ![Silt’s cast](cast.jpg).', 'Here: .'],
    [
      'lists',
      'Dates:\n\n- *Silt*: May 5\n- Ledger\n  - Part Two\n1. One',
      'Dates:\n\n• Silt: May 5\n• Ledger\n• Part Two\n• One',
    ],
    ['tasks', '- [x] filmed', '• filmed'],
    ['quotations', '> “Yes.”\n> She laughed.', '“Yes.” She laughed.'],
    ['tables', '| Show | Fate |\n|---|---|\n| Silt | back |', 'Show | Fate\n\nSilt | back'],
    ['code', 'Type `renew` now\n\n    as it stands', 'Type renew now\n\nas it stands'],
    ['rules', 'One\n\n* * *\n\nTwo', 'One\n\nTwo'],
    [
      'escapes and entities',
      'AT&T &amp; Moss \\*& Daughter\\* &#8217;til 1 < 2',
      'AT&T & Moss *& Daughter* ’til 1 < 2',
    ],
    ['HTML', 'One <b>two</b> three\n\n<div class="x">four <i>five</i></div>', 'One two three\n\nfour five'],
    ['a mark and Windows line ends', '\ufeffOne\r\n\r\nTwo', 'One\n\nTwo'],
    ['a rule at the head', '---\n\nOne: two\n\n---\n', 'One: two'],
    ['asterisks that mean nothing', 'A 2 * 3 grid, rated 5*', 'A 2 * 3 grid, rated 5*'],
    ['nothing', ' \n', ''],
  ]
  for (const [what, markdown, text] of texts)
    it(`reads ${what}`, () => assert.equal(fromMarkdown(markdown, {}).text, text))

  it('keeps emphasis and headings as spans', () => {
    const article = fromMarkdown(
      '# Corvid+ Renews *Silt*\n\n*Silt* and **The *Ledger*** [*Moss*](x) are back.\n\n## What *next*?\n\nDates\n===',
      {},
    )
    assert.equal(article.title, 'Corvid+ Renews Silt')
    assert.deepEqual(words(article, article.emphasis), ['Silt', 'Silt', 'The Ledger', 'Moss', 'next'])
    assert.deepEqual(words(article, article.headings), ['Corvid+ Renews Silt', 'What next?', 'Dates'])
  })

  it('uses front matter, and cuts it off', () => {
    const article = fromMarkdown(
      '---\ntitle: "Silt: renewed"\noutlet: Signal & Reel\npublished: 2031-05-10T09:00:00Z\nmodified: 2031-05-11\nauthor: Dana Roque\nurl: https://signal.example/silt\nclaims: [x]\n---\n\nSilt is back.',
      {},
    )
    assert.deepEqual(article, {
      text: 'Silt: renewed\n\nSilt is back.',
      title: 'Silt: renewed',
      outlet: 'Signal & Reel',
      author: 'Dana Roque',
      published: '2031-05-10',
      publishedAt: '2031-05-10T09:00:00.000Z',
      modified: '2031-05-11',
      url: 'https://signal.example/silt',
      emphasis: [],
      headings: [{ start: 0, end: 13 }],
    })
  })

  it('believes who calls it before the front matter, and that before the headline', () => {
    const markdown = '---\ntitle: Front\noutlet: null\npublished: 2031\n---\n# Headline\n\nText.'
    assert.equal(fromMarkdown(markdown, {}).title, 'Front')
    assert.equal(fromMarkdown(markdown, {}).text, 'Front\n\nHeadline\n\nText.')
    assert.equal(fromMarkdown(markdown, { title: 'Headline', outlet: 'Reel' }).text, 'Headline\n\nText.')
    assert.equal(fromMarkdown(markdown, {}).outlet, null)
    assert.equal(fromMarkdown(markdown, {}).published, null)
  })

  it('says where front matter is wrong, in one line', () => {
    assert.throws(
      () => fromMarkdown('---\noutlet: x\ntitle: "y\n---\nText', {}),
      /^Error: line \d: front matter is no valid YAML: [^\n]+$/,
    )
  })

  it('takes front matter that never ends for text', () => {
    assert.match(fromMarkdown('---\noutlet: x\n\nText', {}).text, /outlet: x/)
  })
})
