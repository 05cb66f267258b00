// Feeds of every kind, whole and damaged, to items that are known again.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasDoctype } from '../../src/sources/feeds/doctype.ts'
import { itemKey } from '../../src/sources/feeds/item-key.ts'
import { looksLikeFeed, readFeed } from '../../src/sources/feeds/parse.ts'

const URL_ = 'https://reel.example/feed/'
const item = (n: number, more = '') =>
  `<item><title>No. ${n}</title><link>https://reel.example/${n}</link><pubDate>Mon, 12 May 2031 10:0${n}:00 GMT</pubDate>${more}</item>`
const rss = (items: string, head = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Signal &amp; Reel</title><link>https://reel.example/</link>${head}${items}</channel></rss>`
const titles = (text: string) => readFeed(text, URL_).items.map(({ title }) => title)

describe('readFeed', () => {
  const kinds: Array<[string, string]> = [
    ['RSS 2.0', rss(item(1))],
    ['RSS 0.91', `<rss version="0.91"><channel><title>Signal &amp; Reel</title>${item(1)}</channel></rss>`],
    [
      'RSS 0.90',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Signal &amp; Reel</title></channel>${item(1)}</rdf:RDF>`,
    ],
    [
      'RDF (RSS 1.0)',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Signal &amp; Reel</title></channel><item rdf:about="https://reel.example/1"><title>No. 1</title><link>https://reel.example/1</link><dc:date>2031-05-12T10:01:00Z</dc:date></item></rdf:RDF>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Signal &amp; Reel</title><link rel="self" href="/feed/"/><entry><title type="html">No. 1</title><id>x</id><link rel="edit" href="/edit"/><link rel="alternate" href="/1"/><updated>2031-05-13T10:01:00Z</updated><published>2031-05-12T10:01:00Z</published></entry></feed>`,
    ],
    [
      'JSON Feed',
      `\ufeff${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Signal & Reel', items: [{ id: '7', url: 'https://reel.example/1', title: 'No. 1', date_published: '2031-05-12T10:01:00Z' }] })}`,
    ],
  ]
  for (const [kind, text] of kinds)
    it(`reads ${kind}`, () => {
      assert.ok(looksLikeFeed(text))
      const feed = readFeed(text, URL_)
      assert.deepEqual([feed.title, feed.whole, feed.items.length], ['Signal & Reel', true, 1])
      const [first] = feed.items
      assert.deepEqual([first!.title, first!.url], ['No. 1', 'https://reel.example/1'])
      if (kind === 'RSS 0.90') assert.equal(first!.published, null, 'it has no dates')
      else assert.equal(new Date(first!.published!).toISOString(), '2031-05-12T10:01:00.000Z')
    })

  it('takes the fullest content, the author, and how long it may be left alone', () => {
    const full =
      '<description>Short</description><content:encoded><![CDATA[<p>The whole article</p>]]></content:encoded><dc:creator>Dana Roque</dc:creator>'
    const feed = readFeed(rss(item(1, full), '<ttl>30</ttl>'), URL_)
    assert.equal(feed.rest, 1800)
    assert.equal(feed.items[0]!.content, '<p>The whole article</p>')
    assert.equal(feed.items[0]!.author, 'Dana Roque')
    const often = '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'
    assert.equal(readFeed(rss('', often), URL_).rest, 1800)
  })

  it('tells when an item was edited, where the feed does', () => {
    const edited = '2031-05-13T10:01:00Z'
    const told = (text: string) => readFeed(text, URL_).items.map(({ modified }) => modified)
    const atom = kinds.find(([kind]) => kind === 'Atom')![1]
    assert.deepEqual(told(atom), [edited])
    const json = { id: '7', title: 'No. 1', date_modified: edited }
    assert.deepEqual(told(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [json] })), [edited])
    const within = `<atom:updated xmlns:atom="http://www.w3.org/2005/Atom">${edited}</atom:updated>`
    assert.deepEqual(told(rss(item(1, within) + item(2))), [edited, null])
  })

  it('passes over what leads nowhere', () => {
    const odd = '<item><title>Odd</title><link>javascript:alert(1)</link></item>'
    assert.equal(readFeed(rss(odd), URL_).items[0]!.url, null)
  })

  const three = rss(item(1) + item(2) + item(3))
  const damaged: Array<[string, string, string[], boolean]> = [
    ['junk before it', `<br /><b>Warning</b>: disk\n${three}`, ['No. 1', 'No. 2', 'No. 3'], true],
    ['a bare ampersand', rss('<item><title>A & B</title></item>'), ['A & B'], true],
    ['an end in the third item', three.slice(0, three.indexOf('No. 3') + 5), ['No. 1', 'No. 2'], false],
    ['an end after the second item', three.slice(0, three.indexOf('No. 3') - 13), ['No. 1', 'No. 2'], false],
    ['no end tags', three.replace('</channel></rss>', ''), ['No. 1', 'No. 2', 'No. 3'], false],
    ['an item that is broken', rss(`${item(1)}<item><title>Bro</item>${item(3)}`), ['No. 1', 'No. 3'], false],
    [
      'JSON cut off',
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"No. 1 }\\""},{"id":2,"ti',
      ['No. 1 }"'],
      false,
    ],
  ]
  for (const [what, text, found, whole] of damaged)
    it(`saves what there is of a feed with ${what}`, () => {
      assert.deepEqual(titles(text), found)
      assert.equal(readFeed(text, URL_).whole, whole)
    })

  it('saves whole items, wherever it is cut off', () => {
    for (let at = 0; at < three.length; at++) {
      const whole = [1, 2, 3].filter((n) => at >= three.indexOf(item(n)) + item(n).length)
      if (!whole.length) continue
      assert.deepEqual(
        titles(three.slice(0, at)),
        whole.map((n) => `No. ${n}`),
        `cut at ${at}`,
      )
    }
  })

  const refused: Array<[string, string, RegExp]> = [
    ['a document type', `<!DOCTYPE rss [<!ENTITY a "b">]>${three}`, /^declares a document type .* refused/],
    ['one after junk', `junk <!doctype rss SYSTEM "file:///etc/passwd">${three}`, /^declares a document type/],
    ['a web page', '<!doctype html><html><body>Hello</body></html>', /^is a web page, no feed$/],
    ['words', 'Hello', /^is no feed/],
    ['nothing', '', /^is no feed/],
    ['a feed without a whole item', three.slice(0, three.indexOf('No. 1')), /too damaged/],
  ]
  for (const [what, text, message] of refused)
    it(`refuses ${what}`, () => assert.throws(() => readFeed(text, URL_), { message }))
  it('reads articles that speak of document types', () => {
    const cdata = rss(item(1, '<description><![CDATA[<!DOCTYPE html>]]></description><!-- <!DOCTYPE x> -->'))
    assert.deepEqual([hasDoctype(cdata), titles(cdata)], [false, ['No. 1']])
  })
})

describe('the key of an item', () => {
  const key = (link: string, title: string, guid: string) =>
    readFeed(
      rss(`<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid></item>`),
      URL_,
    ).items[0]!.key
  it('does not ask the GUID', () =>
    assert.equal(key('https://reel.example/1', 'One', 'a'), key('https://reel.example/1', 'One', 'b')))
  it('tells apart items that share a GUID', () => {
    const same = '<guid>same</guid>'
    assert.deepEqual(titles(rss(item(1, same) + item(2, same))), ['No. 1', 'No. 2'])
  })
  it('takes one page under several addresses, and a headline in several spellings, for one', () =>
    assert.equal(
      key('http://www.reel.example/1/?utm_source=rss', '‘One’  &amp;amp; Two', 'a'),
      key('https://reel.example/1', '"one" Two', 'a'),
    ))
  it('tells a new headline', () =>
    assert.notEqual(key('https://reel.example/1', 'One', 'a'), key('https://reel.example/1', 'Two', 'a')))
  it('tells apart items on no page of their own by what they say', () => {
    assert.notEqual(
      itemKey('https://reel.example/', 'Ratings', 'Monday'),
      itemKey('https://reel.example/', 'Ratings', 'Tuesday'),
    )
    assert.equal(itemKey(null, 'Ratings', 'Monday'), itemKey(null, 'Ratings', 'Monday'))
  })
  it('gives one item of a feed that has it twice', () => assert.deepEqual(titles(rss(item(1) + item(1))), ['No. 1']))
})
