import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from '../../src/article/blocks.ts'
import { beginsWith, compose } from '../../src/article/blocks.ts'

/** A block; words between asterisks are emphasised. */
const block = (kind: Block['kind'], words: string): Block => ({
  kind,
  runs: words.split('*').map((text, i) => ({ text, emphasis: i % 2 === 1 })),
})
const p = (words: string) => block('paragraph', words)

describe('compose', () => {
  const layouts: Array<[string, Block[], string, string[]]> = [
    ['parts paragraphs by a blank line', [p('One.'), p('Two.')], 'One.\n\nTwo.', []],
    [
      'sets list items on lines',
      [p('Dates:'), block('item', 'Ledger'), block('item', 'Silt'), p('That is all.')],
      'Dates:\n\n• Ledger\n• Silt\n\nThat is all.',
      [],
    ],
    ['makes runs of blanks one', [p('  One\u00a0 two\t\n three '), p(' \n ')], 'One two\nthree', []],
    ['drops what cannot be seen', [p('Led\u00adger\u200b is\ufeff back')], 'Ledger is back', []],
    [
      'keeps emphasis without the blanks around it',
      [p('In * Silt * and *Ledger*.')],
      'In Silt and Ledger.',
      ['Silt', 'Ledger'],
    ],
    [
      'joins emphasis that a tag has cut',
      [
        {
          kind: 'paragraph',
          runs: [
            { text: 'The ', emphasis: true },
            { text: '', emphasis: false },
            { text: 'Ledger', emphasis: true },
          ],
        },
      ],
      'The Ledger',
      ['The Ledger'],
    ],
    ['counts in UTF-16 units', [p('👁 and *Silt*')], '👁 and Silt', ['Silt']],
    ['makes nothing of nothing', [], '', []],
  ]
  for (const [what, blocks, text, emphasis] of layouts) {
    it(what, () => {
      const article = compose(blocks)
      assert.equal(article.text, text)
      assert.deepEqual(
        article.emphasis.map(({ start, end }) => article.text.slice(start, end)),
        emphasis,
      )
    })
  }

  it('sets the headline first when the text does not begin with it', () => {
    const article = compose([p('Silt is back.')], { title: 'Corvid+ Renews ‘Silt’' })
    assert.equal(article.text, 'Corvid+ Renews ‘Silt’\n\nSilt is back.')
    assert.deepEqual(article.headings, [{ start: 0, end: 21 }])
  })

  it('sets it once when the text begins with it in other signs', () => {
    const article = compose([block('heading', 'CORVID+ renews "*Silt*"'), p('Silt is back.')], {
      title: 'Corvid+ Renews ‘Silt’',
    })
    assert.equal(article.text, 'CORVID+ renews "Silt"\n\nSilt is back.')
    assert.deepEqual(article.headings, [{ start: 0, end: 21 }])
  })

  it('believes the first who knows', () => {
    const { text, emphasis, headings, ...known } = compose(
      [],
      { outlet: ' ', author: 'Dana  Roque' },
      { outlet: 'Signal & Reel', author: 'x', published: '2031-05-10' },
      { published: '2031-05-09', publishedAt: '2031-05-09T09:00:00.000Z', modified: '2031-05-11' },
    )
    assert.deepEqual(known, {
      title: null,
      outlet: 'Signal & Reel',
      author: 'Dana Roque',
      published: '2031-05-10',
      // The hour of another's day is not its hour.
      publishedAt: null,
      modified: '2031-05-11',
      url: null,
    })
    assert.deepEqual([text, emphasis, headings], ['', [], []])
  })
})

describe('beginsWith', () => {
  const cases: Array<[string, string, boolean]> = [
    ['“Silt” Renewed\nMore', "'Silt' renewed", true],
    ['Silt is renewed', 'Silt Renewed', false],
    ['Silt', 'Silt Renewed', false],
    ['', 'Silt', false],
    ['Silt', '—', false],
  ]
  for (const [text, title, expected] of cases)
    it(`«${text}» ${expected ? 'begins' : 'does not begin'} with «${title}»`, () =>
      assert.equal(beginsWith(text, title), expected))
})
