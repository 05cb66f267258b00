import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toArticle } from '../../src/article/convert.ts'

const raw = (text: string, about: { contentType?: string; name?: string; url?: string } = {}) => ({
  text,
  contentType: null,
  name: null,
  url: null,
  ...about,
})
const HTML = '<p>Silt is <em>back</em>.</p>'
const MARKDOWN = 'Silt is *back*.'

describe('toArticle', () => {
  const cases: Array<[string, Parameters<typeof toArticle>[0], string]> = [
    ['HTML by its type', raw(HTML, { contentType: 'text/html', name: 'x.txt' }), 'Silt is back.'],
    ['Markdown by its type', raw(MARKDOWN, { contentType: 'text/markdown' }), 'Silt is back.'],
    ['HTML by its ending', raw(`back? ${HTML}`, { name: 'a/silt.HTM' }), 'back? \n\nSilt is back.'],
    ['Markdown by its ending', raw(MARKDOWN, { name: 'a/silt.md' }), 'Silt is back.'],
    ['text by its ending', raw(HTML, { name: 'silt.txt' }), HTML],
    [
      'Markdown from the web as text',
      raw(MARKDOWN, { contentType: 'text/markdown', url: 'https://signal.example/silt.md' }),
      MARKDOWN,
    ],
    ['HTML by its beginning', raw(`\n<!-- page -->\n<!DOCTYPE html>${HTML}`), 'Silt is back.'],
    ['a piece of HTML', raw(HTML, { contentType: 'application/octet-stream' }), 'Silt is back.'],
    ['Markdown by its front matter', raw(`---\noutlet: Reel\n---\n${MARKDOWN}`), 'Silt is back.'],
    ['Markdown by its headline', raw(`# Renewed\n\n${MARKDOWN}`), 'Renewed\n\nSilt is back.'],
    ['text otherwise', raw(MARKDOWN), MARKDOWN],
    ['nothing', raw(''), ''],
  ]
  for (const [what, document, text] of cases)
    it(`reads ${what}`, async () =>
      assert.equal((await toArticle(document, {})).text.replace(/ (?=\n)/, ''), text.replace(/ (?=\n)/, '')))

  it('lets the document’s address stand in', async () => {
    assert.equal(
      (await toArticle(raw('Silt.', { url: 'https://signal.example/silt' }), {})).url,
      'https://signal.example/silt',
    )
    assert.equal(
      (await toArticle(raw('Silt.', { url: 'https://signal.example/silt' }), { url: 'https://reel.example/silt' })).url,
      'https://reel.example/silt',
    )
  })

  const refused: Array<[string, Parameters<typeof toArticle>[0], RegExp]> = [
    [
      'a picture',
      raw('x', { contentType: 'image/png', url: 'https://signal.example/a.png' }),
      /^https:\/\/signal\.example\/a\.png: image\/png is no article; text, Markdown and HTML are read$/,
    ],
    [
      'a feed',
      raw('<rss/>', { contentType: 'application/rss+xml' }),
      /^the document: application\/rss\+xml is no article/,
    ],
    ['bottomless Markdown', raw('> '.repeat(50_000), { name: 'silt.md' }), /^silt\.md: nests too deep; save/],
    ['bytes', raw('%PDF\0\u0001', { name: 'silt.pdf' }), /^silt\.pdf: this is no article/],
    [
      'broken front matter',
      raw('---\na: "b\n---\nx', { name: 'silt.md' }),
      /^silt\.md: line \d: front matter is no valid YAML: [^\n]+$/,
    ],
  ]
  for (const [what, document, message] of refused)
    it(`refuses ${what} in one line`, () => assert.rejects(toArticle(document, {}), { message }))
})
