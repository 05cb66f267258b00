import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseHTML } from 'linkedom'
import type { Known } from '../../src/article/blocks.ts'
import { metadataOf } from '../../src/article/metadata.ts'

const read = (head: string, body = ''): Known =>
  metadataOf(parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document)
const ld = (thing: unknown) =>
  `<script type="application/ld+json">${typeof thing === 'string' ? thing : JSON.stringify(thing)}</script>`
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

const NEWS = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Corvid+ Renews &#8216;Silt&#8217;',
  datePublished: '2031-05-10T09:00:00-05:00',
  dateModified: '2031-05-11T14:05:00-05:00',
  url: 'https://signal.example/silt',
  author: { '@type': 'Person', name: 'Dana Roque' },
  publisher: { '@type': 'Organization', name: 'Signal & Reel' },
}
const SAID = {
  title: 'Corvid+ Renews ‘Silt’',
  author: 'Dana Roque',
  published: '2031-05-10',
  publishedAt: '2031-05-10T14:00:00.000Z',
  modified: '2031-05-11T19:05:00.000Z',
  outlet: 'Signal & Reel',
  url: 'https://signal.example/silt',
}
const page = { '@type': 'WebPage', '@id': 'https://signal.example/silt' }

describe('metadataOf', () => {
  const whole: Array<[string, string]> = [
    ['an article', ld(NEWS)],
    ['a list', ld([{ '@type': 'BreadcrumbList', name: 'x' }, NEWS])],
    ['a graph', ld({ '@context': 'https://schema.org', '@graph': [page, NEWS] })],
    [
      'a graph that points',
      ld({
        '@graph': [
          { ...NEWS, author: { '@id': '#dana' }, publisher: { '@id': '#org' } },
          { '@type': 'Person', '@id': '#dana', name: 'Dana Roque' },
          { '@type': 'Organization', '@id': '#org', name: 'Signal & Reel' },
        ],
      }),
    ],
    ['the main entity of a page', ld({ ...page, mainEntity: NEWS })],
    ['several types, with their address', ld({ ...NEWS, '@type': ['Thing', 'http://schema.org/BlogPosting'] })],
    ['an address in mainEntityOfPage', ld({ ...NEWS, url: undefined, mainEntityOfPage: page })],
    ['names alone', ld({ ...NEWS, author: 'By Dana Roque', publisher: 'Signal & Reel' })],
    ['a second script after a broken one', ld('{"@type": "NewsArticle", ') + ld(NEWS)],
    [
      'a script in comments, with a line break in a string',
      ld(`//<![CDATA[\n${JSON.stringify(NEWS).replace('Renews', 'Renews\n')};\n//]]>`),
    ],
    [
      'Open Graph',
      meta('og:title', 'Corvid+ Renews ‘Silt’') +
        meta('og:site_name', 'Signal &amp; Reel') +
        meta('og:url', 'https://signal.example/silt') +
        meta('article:published_time', '2031-05-10T14:00:00Z') +
        meta('article:modified_time', '2031-05-11T19:05:00Z') +
        meta('article:author', 'https://facebook.example/dana') +
        '<meta name="author" content="Dana Roque">',
    ],
  ]
  for (const [what, head] of whole) it(`reads ${what}`, () => assert.deepEqual(read(head), SAID))

  const parts: Array<[string, keyof Known, Known]> = [
    ['JSON-LD before Open Graph', 'title', read(ld(NEWS) + meta('og:title', 'You Won’t Believe What Is Back'))],
    [
      'the only headline on the page',
      'title',
      read('<title>Silt - Reel</title>', '<h1>Corvid+ Renews <em>‘Silt’</em></h1>'),
    ],
    [
      'the page’s title without the outlet',
      'title',
      read(`<title>Corvid+ Renews ‘Silt’ | Signal &amp; Reel</title>${meta('og:site_name', 'Signal &amp; Reel')}`),
    ],
    [
      'the outlet after the headline in the title',
      'outlet',
      read(`<title>Corvid+ Renews ‘Silt’ – Signal &amp; Reel</title>${meta('og:title', 'Corvid+ Renews ‘Silt’')}`),
    ],
    ['the outlet without its motto', 'outlet', read(meta('og:site_name', 'Signal &amp; Reel | TV News First'))],
    ['the outlet unshouted', 'outlet', read(meta('og:site_name', 'SIGNAL &amp; REEL®'))],
    ['the outlet without its company form', 'outlet', read(ld({ ...NEWS, publisher: { name: 'Signal & Reel, LLC' } }))],
    [
      'the site before its owner',
      'outlet',
      read(ld({ ...NEWS, publisher: { name: 'Ridgeline Global' } }) + meta('og:site_name', 'Signal &amp; Reel')),
    ],
    [
      'the author in microdata',
      'author',
      read('', '<span itemprop="author"><span itemprop="name">DANA ROQUE</span></span>'),
    ],
    ['the author’s link', 'author', read('', '<p>By <a rel="author" href="/dana">Dana Roque</a></p>')],
    [
      'the byline, without what follows the name',
      'author',
      read('', '<p class="post-byline">By Dana Roque @danaroque • May 10, 2031</p>'),
    ],
    [
      'the author who is not the outlet',
      'author',
      read(
        `${meta('og:site_name', 'Reel')}<meta name="author" content="Reel"><meta name="parsely-author" content="Dana Roque">`,
      ),
    ],
    ['a meta date', 'published', read('<meta name="parsely-pub-date" content="2031-05-10T09:00:00Z">')],
    ['a time element', 'published', read('', '<time datetime="2031-05-10">last week</time>')],
    [
      'the article’s time before others',
      'published',
      read('', '<article><time datetime="2031-05-10"></time></article><time datetime="2031-04-01"></time>'),
    ],
    [
      'microdata’s date before a time',
      'published',
      read('', '<time datetime="2031-04-01"></time><meta itemprop="datePublished" content="May 10, 2031">'),
    ],
    [
      'the article’s own time of editing before that of the page’s pictures and counters',
      'modified',
      read(meta('og:updated_time', '2031-05-12T08:00:00Z') + meta('article:modified_time', '2031-05-11T19:05:00Z')),
    ],
    ['the time at which the page was updated', 'modified', read(meta('og:updated_time', '2031-05-11T19:05:00+00:00'))],
    [
      'microdata’s time of editing',
      'modified',
      read('', '<p>Updated <time itemprop="dateModified" datetime="2031-05-11T14:05-05:00">yesterday</time></p>'),
    ],
    [
      'a meta element’s time of editing by its itemprop',
      'modified',
      read('<meta itemprop="dateModified" content="2031-05-11T19:05:00Z">'),
    ],
    [
      'a time of editing that can be true after one that cannot',
      'modified',
      read(
        ld({ ...NEWS, dateModified: '2031-05-10T08:59:00-05:00' }) +
          meta('article:modified_time', '2031-05-11T19:05:00Z'),
      ),
    ],
    [
      'a time of editing after one that is no date',
      'modified',
      read(ld({ ...NEWS, dateModified: 'yesterday' }) + meta('og:updated_time', '2031-05-11T19:05:00Z')),
    ],
    [
      'the canonical address',
      'url',
      read(
        `<link rel="canonical" href="https://signal.example/silt">${meta('og:url', 'https://signal.example/silt?utm=1')}`,
      ),
    ],
    [
      'no front page for an address',
      'url',
      read(`<link rel="canonical" href="https://signal.example/">${meta('og:url', 'https://signal.example/silt')}`),
    ],
    [
      'no address that is none',
      'url',
      read(`<link rel="canonical" href="javascript:alert(1)">${meta('og:url', 'https://signal.example/silt')}`),
    ],
  ]
  for (const [what, key, said] of parts) it(`takes ${what}`, () => assert.equal(said[key], SAID[key]))

  it('drops a time of editing before that of publication', () => {
    for (const [out, edited, kept] of [
      ['2031-05-10T09:00:00-05:00', '2031-05-10T13:59:59Z', null],
      ['2031-05-10T09:00:00-05:00', '2031-05-10T14:00:00Z', '2031-05-10T14:00:00.000Z'],
      ['2031-05-10', '2031-05-09', null],
      ['2031-05-10', '2031-05-10', '2031-05-10'],
      // It was the tenth in Auckland already.
      ['2031-05-10', '2031-05-09T15:00:00Z', '2031-05-09T15:00:00.000Z'],
      ['2031-05-10', '2031-05-09T09:59:00Z', null],
      ['2031-05-10T09:00:00-05:00', '2031-05-10', '2031-05-10'],
    ] as const)
      assert.equal(
        read(meta('article:published_time', out) + meta('article:modified_time', edited)).modified,
        kept,
        `${edited} after ${out}`,
      )
  })
  it('knows no hour of publication where the page tells the day alone', () => {
    const said = read(ld({ ...NEWS, datePublished: 'May 10, 2031' }))
    assert.deepEqual([said.published, said.publishedAt], ['2031-05-10', null])
  })
  it('joins the names of several authors', () =>
    assert.equal(
      read(ld({ ...NEWS, author: [{ name: 'Dana Roque' }, { name: 'Tom Whitlow' }, { name: 'Dana Roque' }] })).author,
      'Dana Roque, Tom Whitlow',
    ))
  it('knows nothing of a page that says nothing', () =>
    assert.deepEqual(read(''), {
      ...{ title: null, author: null, outlet: null, url: null },
      ...{ published: null, publishedAt: null, modified: null },
    }))
  it('keeps names in capitals', () => assert.equal(read(meta('og:site_name', 'IGN')).outlet, 'IGN'))
  it('survives things that make no sense', () => {
    for (const odd of [
      'null',
      '[[[]]]',
      '"x"',
      '{"@type":5}',
      '{"@type":"Article","author":[null,{"name":[1]}],"headline":["x"],"datePublished":{}}',
      '{"@graph":{"@graph":{"@type":"Article"}}}',
      '',
    ]) {
      assert.equal(read(ld(odd)).title, null)
    }
  })
})
