// Which feeds a page names, and which a list.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { linksIn } from '../../src/sources/discover.ts'
import { feedsIn, toOpml } from '../../src/sources/opml.ts'
import type { Source } from '../../src/sources/source.ts'

const link = (attributes: string): string => `<link rel="alternate" ${attributes}>`
const page = (head: string): string => `<!doctype html><html><head>${head}</head><body><p>News.</p></body></html>`
const feeds = (head: string) => linksIn(page(head), 'https://reel.example/tv/').feeds

describe('linksIn', () => {
  it('finds feeds of every kind, by their absolute addresses', () =>
    assert.deepEqual(
      feeds(
        link('type="application/rss+xml" title="Reel" href="/feed/"') +
          link('type="application/atom+xml" title="Reel TV" href="atom.xml"') +
          link('type="application/feed+json" href="https://cdn.example/feed.json"'),
      ),
      [
        { url: 'https://reel.example/feed/', title: 'Reel' },
        { url: 'https://reel.example/tv/atom.xml', title: 'Reel TV' },
        { url: 'https://cdn.example/feed.json', title: null },
      ],
    ))
  it('leaves out those of comments, and all but the first form of one', () =>
    assert.deepEqual(
      feeds(
        link('type="application/rss+xml" title="Reel" href="/rss"') +
          link('type="application/atom+xml" title="Reel" href="/atom"') +
          link('type="application/rss+xml" title="Reel » Comments Feed" href="/c/feed"') +
          link('type="application/rss+xml" title="Talk" href="/comments/feed/"'),
      ).map(({ url }) => url),
      ['https://reel.example/rss'],
    ))
  it('leaves out what is no feed, and what is on no web', () =>
    assert.deepEqual(
      feeds(
        link('hreflang="de" href="/de"') +
          link('type="application/json+oembed" href="/oembed"') +
          link('type="application/rss+xml" href="javascript:alert(1)"') +
          link('type="application/rss+xml" href="http://["') +
          '<link rel="stylesheet" type="application/rss+xml" href="/x">',
      ),
      [],
    ))
  it('heeds the base', () =>
    assert.deepEqual(
      feeds(`<base href="https://other.example/a/">${link('type="application/rss+xml" href="feed"')}`)[0]!.url,
      'https://other.example/a/feed',
    ))
  for (const [what, head, is] of [
    ['og:type', '<meta property="og:type" content="article">', true],
    ['a time of publication', '<meta property="article:published_time" content="2031-05-12">', true],
    ['JSON-LD', '<script type="application/ld+json">{"@type": "NewsArticle"}</script>', true],
    ['a script that speaks of it', '<script>x = {"@type": "NewsArticle"}</script>', false],
    ['a site', '<meta property="og:type" content="website">', false],
  ] as const)
    it(`tells an article from a list of them: ${what}`, () =>
      assert.equal(linksIn(page(head), 'https://reel.example/').isArticle, is))
})

describe('OPML', () => {
  const outlines = `<outline text="TV"><outline text="Reel" xmlUrl="https://reel.example/feed" htmlUrl="https://reel.example/"/>
<outline title="Twice" xmlUrl="https://reel.example/feed"/></outline><outline xmlUrl="file:///etc/passwd"/><outline text="None"/>`
  const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`

  it('is taken apart, folders too; each address once, others than web addresses not', () =>
    assert.deepEqual(feedsIn(opml, 'x'), [{ url: 'https://reel.example/feed', title: 'Twice', home: null }]))
  it('is written as it is read', () => {
    const source = { url: 'https://reel.example/feed', title: 'Reel & <Son>', home: 'https://reel.example/' } as Source
    assert.deepEqual(feedsIn(toOpml([source]), 'x'), [{ url: source.url, title: source.title, home: source.home }])
  })
  it('with a document type is refused', () =>
    assert.throws(() => feedsIn(opml.replace('?>', '?><!DOCTYPE opml>'), 'list.opml'), {
      message: 'list.opml: declares a document type (DOCTYPE), which is refused',
    }))
  it('that is none is told so in one line', () =>
    assert.throws(() => feedsIn('<opml', 'list.opml'), { message: /^list\.opml: no OPML[^\n]*$/ }))
})
