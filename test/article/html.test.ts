// Pages of our own, read by the real worker.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article, Span } from '../../src/article/article.ts'
import { fromHtml } from '../../src/article/html.ts'

const words = ({ text }: Article, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

const BODY = [
  '<p>Corvid+ has renewed <em>The Undertow Club</em> for a third season, the streamer announced on Thursday. The ten-part run goes before the cameras in October.</p>',
  '<p>“We are not done with that village,” said showrunner <strong>Ines Cabrera</strong>, who wrote the first two seasons with Tom Whitlow. “Not by a long way.”</p>',
  '<p>The drama, about a club that meets in a drowned church, opened in 2029 to some of the best numbers the service has had for a series without a famous face in it.</p>',
  '<h2>What of <i>Moss &amp; Daughter</i>?</h2>',
  '<p>Its stablemate has yet to hear. A decision on the legal comedy, which ended its first season in March, is expected in the summer, according to the company’s head of drama.</p>',
  '<p>Also returning this year:</p><ul><li><cite>Ledger</cite>, on July 7</li><li>Silt, on September 1</li></ul>',
]

/** A page as the trade makes them, with its furniture. */
const page = (
  body: string,
  head = '',
) => `<!doctype html><html lang="en"><head><title>Corvid+ Renews ‘The Undertow Club’ – Signal &amp; Reel</title>${head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/tv">TV</a></li></ul></nav></header>
<main><article class="post"><h1>Corvid+ Renews ‘The Undertow Club’</h1><p class="byline">By <a rel="author" href="/dana">Dana Roque</a> | May 8, 2031</p>
<figure><img src="club.jpg"><figcaption>The club at its first meeting. Photo: Corvid+</figcaption></figure>
<div class="entry">${body}</div></article>
<aside><h3>Popular on Signal &amp; Reel</h3><ul><li><a href="/a">‘Copper Rain’ Cancelled After Two Seasons</a></li><li><a href="/b">‘Silt’ Star Leaves</a></li></ul></aside></main>
<footer><p>© 2031 Reel Media. All rights reserved.</p></footer></body></html>`

describe('fromHtml', () => {
  it('takes the article out of the page', async () => {
    const article = await fromHtml(page(BODY.join('\n')), {})
    assert.equal(
      article.text,
      [
        'Corvid+ Renews ‘The Undertow Club’',
        'Corvid+ has renewed The Undertow Club for a third season, the streamer announced on Thursday. The ten-part run goes before the cameras in October.',
        '“We are not done with that village,” said showrunner Ines Cabrera, who wrote the first two seasons with Tom Whitlow. “Not by a long way.”',
        'The drama, about a club that meets in a drowned church, opened in 2029 to some of the best numbers the service has had for a series without a famous face in it.',
        'What of Moss & Daughter?',
        'Its stablemate has yet to hear. A decision on the legal comedy, which ended its first season in March, is expected in the summer, according to the company’s head of drama.',
        'Also returning this year:',
        '• Ledger, on July 7\n• Silt, on September 1',
      ].join('\n\n'),
    )
    assert.deepEqual(words(article, article.emphasis), [
      'The Undertow Club',
      'Ines Cabrera',
      'Moss & Daughter',
      'Ledger',
    ])
    assert.deepEqual(words(article, article.headings), [
      'Corvid+ Renews ‘The Undertow Club’',
      'What of Moss & Daughter?',
    ])
    assert.equal(article.title, 'Corvid+ Renews ‘The Undertow Club’')
    assert.equal(article.author, 'Dana Roque')
    assert.equal(article.outlet, 'Signal & Reel')
  })

  const furniture: Array<[string, string]> = [
    [
      'a pointer in the text',
      '<p><strong>Related:</strong> <a href="/c">‘Copper Rain’ Cancelled After Two Seasons</a></p>',
    ],
    ['a bare link', '<p><a href="/c">‘Copper Rain’ Cancelled After Two Seasons</a></p>'],
    [
      'a list of links under its label',
      '<h3>More From Signal &amp; Reel</h3><ul><li><a href="/c">‘Copper Rain’ Cancelled</a></li><li><a href="/d">‘Silt’ Ends</a></li></ul>',
    ],
    ['a call', '<p>Sign up for the Signal &amp; Reel newsletter and never miss a cancellation again.</p>'],
    ['a caption in a div', '<div class="wp-caption-text">Copper Rain, cancelled in May.</div>'],
    ['a credit', '<p>A scene from Copper Rain, now cancelled (Image: Severn TV)</p>'],
    [
      'a box by its name',
      '<div class="inline-newsletter-box"><p>Copper Rain was cancelled, and our readers knew it first.</p></div>',
    ],
    ['a button', '<button>Cancel</button>'],
    ['a script', '<script>var cancelled = "Copper Rain"</script><style>.cancelled { color: red }</style>'],
    [
      'the author’s portrait',
      '<p>Dana Roque is a staff writer who covers television for Signal &amp; Reel; she wept when Copper Rain was cancelled.</p>',
    ],
    ['an advertisement', '<p>Advertisement</p>'],
  ]
  for (const [what, html] of furniture) {
    it(`leaves out ${what}`, async () => {
      const plain = await fromHtml(page(BODY.join('')), {})
      assert.equal((await fromHtml(page(BODY.slice(0, 5).join('') + html + BODY[5]), {})).text, plain.text)
    })
  }

  const kept: Array<[string, string, string]> = [
    [
      'a sentence that is a link',
      '<p><a href="/x">Corvid+ has also renewed Silt for a second season.</a></p>',
      'Corvid+ has also renewed Silt for a second season.',
    ],
    ['a short paragraph', '<p>It’s over.</p>', 'It’s over.'],
    [
      'a quotation in a figure',
      '<figure><blockquote>“Silt will be back.”</blockquote></figure>',
      '“Silt will be back.”',
    ],
    [
      'line breaks as paragraphs',
      '<p>Silt: May 5<br>Ledger: May 6<br><br>More to come.</p>',
      'Silt: May 5\n\nLedger: May 6\n\nMore to come.',
    ],
    [
      'a table',
      '<table><tr><th>Show</th><th>Fate</th></tr><tr><td>Silt</td><td>renewed</td></tr></table>',
      'Show | Fate\n\nSilt | renewed',
    ],
    [
      'the words of a list item’s paragraphs',
      '<ul><li><p>Silt: renewed.</p><p>For a second season.</p></li><li><p>Ledger: not yet.</p></li></ul>',
      '• Silt: renewed.\n\nFor a second season.\n\n• Ledger: not yet.',
    ],
    [
      'a date in a calendar',
      '<h3>Friday, June 13</h3><p>The fourth season of Silt arrives on Corvid+.</p>',
      'Friday, June 13\n\nThe fourth season of Silt arrives on Corvid+.',
    ],
  ]
  for (const [what, html, text] of kept) {
    it(`keeps ${what}`, async () =>
      assert.ok(
        (await fromHtml(page(BODY.slice(0, 3).join('') + html + BODY.slice(3).join('')), {})).text.includes(
          `\n\n${text}\n\n`,
        ),
      ))
  }

  it('falls back to the body of a short page', async () => {
    const article = await fromHtml(
      '<html><head><title>Silt</title></head><body><nav><a href="/">Home</a></nav>Silt is <b>back</b>.</body></html>',
      {},
    )
    assert.equal(article.text, 'Silt is back.')
    assert.deepEqual(words(article, article.emphasis), ['back'])
  })

  it('reads a piece of a page', async () =>
    assert.equal(
      (await fromHtml('<p>Silt is <em>back</em>.</p><p>So is Ledger.', {})).text,
      'Silt is back.\n\nSo is Ledger.',
    ))

  for (const html of [
    '',
    '  \n',
    '<html></html>',
    '<!-- nothing -->',
    '<body><script>x</script></body>',
    '<',
    '</p>',
    '\0',
  ]) {
    it(`makes an empty article of ${JSON.stringify(html)}`, async () =>
      assert.equal((await fromHtml(html, {})).text.replace(/[<\0\ufffd]/, ''), ''))
  }

  it('believes who calls it, but for the page’s own address', async () => {
    const head =
      '<link rel="canonical" href="https://signal.example/undertow"><meta property="article:published_time" content="2031-05-08">'
    const article = await fromHtml(page(BODY.join(''), head), {
      title: 'Undertow Club Lives',
      outlet: 'The Reel',
      url: 'https://signal.example/undertow?utm=1',
    })
    assert.equal(article.text.split('\n')[0], 'Undertow Club Lives')
    assert.ok(!article.text.includes('Corvid+ Renews'))
    assert.deepEqual(
      [article.title, article.outlet, article.published, article.url],
      ['Undertow Club Lives', 'The Reel', '2031-05-08', 'https://signal.example/undertow'],
    )
  })

  const LINE = /^https:\/\/signal\.example\/x: [^\n]+; save the article's text as a \.txt file and read that$/
  it('refuses a page that is too large', () =>
    assert.rejects(fromHtml(`<p>${'a'.repeat(15_000_001)}`, { url: 'https://signal.example/x' }), { message: LINE }))
  for (const levels of [401, 1_000_000]) {
    it(`refuses ${levels} levels`, () =>
      assert.rejects(fromHtml('<div>'.repeat(levels), { url: 'https://signal.example/x' }), {
        message: /elements nested more than 400 levels deep/,
      }))
  }
  it('reads 390 levels', async () =>
    assert.equal((await fromHtml(`${'<div>'.repeat(390)}Silt is back.`, {})).text, 'Silt is back.'))
})
