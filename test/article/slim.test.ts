import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEPTH_LIMIT, slim } from '../../src/article/slim.ts'

describe('slim', () => {
  it('leaves programs, styles, drawings and remarks out, whatever stands in them', () => {
    const html = `<p>One<script>if (a < b) "</p>"</script><style>p > a {}</style><!-- <p>no</p> --><svg><title>no</title><svg></svg>no</svg> two</p>`
    assert.equal(slim(html), '<p>One two</p>')
  })

  it('keeps what a page says of itself', () => {
    const html = `<script type="application/ld+json">{"headline":"A &amp; B"}</script><meta property="og:title" content="&quot;C&quot;" data-x="1">`
    assert.equal(
      slim(html),
      `<script type="application/ld+json">{"headline":"A &amp; B"}</script><meta property="og:title" content="&quot;C&quot;">`,
    )
  })

  it('keeps only the attributes that are read, and the styles that hide', () => {
    const html = `<div class=a onclick='x("y")' style="color: red"><p style="display: none" hidden>a</p></div>`
    assert.equal(slim(html), '<div class="a"><p style="display: none" hidden>a</p></div>')
  })

  it('closes what the page leaves open, as a browser does', () => {
    assert.equal(
      slim('<ul><li>One<li>Two<p>Three<p>Four<br>'),
      '<ul><li>One</li><li>Two<p>Three</p><p>Four<br></p></li></ul>',
    )
  })

  it('refuses what nests too deep, and counts what it leaves out', () => {
    const nested = (levels: number, tag: string) => `${`<${tag}>`.repeat(levels)}words${`</${tag}>`.repeat(levels)}`
    assert.notEqual(slim(nested(DEPTH_LIMIT, 'div')), null)
    assert.equal(slim(nested(DEPTH_LIMIT + 1, 'div')), null)
    assert.equal(slim(nested(100_000, 'svg')), null)
  })
})
