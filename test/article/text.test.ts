import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromText } from '../../src/article/text.ts'

describe('fromText', () => {
  const cases: Array<[string, string, string | null, string, string[]]> = [
    ['takes text as it stands', 'Silt  is\u00a0back.\n\n  “Yes.”', null, 'Silt  is\u00a0back.\n\n  “Yes.”', []],
    ['makes line ends one', '\ufeffOne\r\nTwo\rThree\r\n', null, 'One\nTwo\nThree', []],
    ['cuts blank lines around it', '\n \n  One\n\n \n', null, '  One', []],
    ['sets the title first', 'Silt is back.', 'Silt Renewed', 'Silt Renewed\n\nSilt is back.', ['Silt Renewed']],
    [
      'sets no title that is there',
      'SILT RENEWED\nSilt is back.',
      'Silt Renewed',
      'SILT RENEWED\nSilt is back.',
      ['SILT RENEWED'],
    ],
    [
      'marks no line as a heading that goes on',
      'Silt renewed, says Corvid+.',
      'Silt Renewed',
      'Silt renewed, says Corvid+.',
      [],
    ],
    ['makes nothing of nothing', ' \n ', null, '', []],
    ['takes a title alone', '', 'Silt Renewed', 'Silt Renewed', ['Silt Renewed']],
  ]
  for (const [what, text, title, expected, headings] of cases) {
    it(what, () => {
      const article = fromText(text, { title })
      assert.equal(article.text, expected)
      assert.deepEqual(
        article.headings.map(({ start, end }) => article.text.slice(start, end)),
        headings,
      )
      assert.deepEqual(article.emphasis, [])
    })
  }

  it('keeps what is known', () => {
    const known = {
      title: null,
      outlet: 'Signal & Reel',
      author: 'Dana Roque',
      published: '2031-05-10',
      publishedAt: '2031-05-10T09:00:00.000Z',
      modified: '2031-05-11T10:00:00.000Z',
      url: 'https://signal.example/silt',
    }
    assert.deepEqual(fromText('Silt.', known), { text: 'Silt.', ...known, emphasis: [], headings: [] })
  })
})
