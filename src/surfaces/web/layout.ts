// What stands around every page: head, masthead, the word about the sample, foot.
import { html } from 'hono/html'
import type { Counts } from '../../ledger/ledger.ts'
import { count } from '../wording.ts'
import type { AssetName } from './assets.ts'
import { asset } from './assets.ts'
import type { Html } from './parts.ts'
import { nothing } from './parts.ts'

export interface Frame {
  /** The page's own name; the site's is added. */
  title: string
  main: Html
  /** What the ledger holds; null where it is not known. */
  counts: Counts | null
  /** What else stands in the head: data, and where feeds of the page are. */
  head?: Html
  /** What makes the page quicker where scripts run. */
  script?: AssetName
}

/** For whom a page is, and where. */
export interface Place {
  /** Whether the reader may change anything. */
  writes: boolean
  /** Path of the page, without what is asked for beside it. */
  path: string
}

/** The ways through the site, those first that most go. What comes in is for those alone who may change it. */
const WAYS = [
  ['/', 'The board'],
  ['/changes', 'What changed'],
  ['/following', 'Following'],
  ['/sources', 'Sources'],
  ['/start', 'Start'],
  ['/api', 'For programs'],
] as const

const ways = ({ writes, path }: Place): Html =>
  html`<nav class="ways" aria-label="Bubblewatch">${WAYS.filter(([to]) => writes || to !== '/sources').map(
    ([to, name]) => html`<a href="${to}"${to === path ? html` aria-current="page"` : nothing}>${name}</a> `,
  )}</nav>`

/**
 * A whole page. It is shown when its foot is there (the HTML Standard's link type "expect"): half a page, on a slow line or a busy
 * machine, would be laid out anew with the rest of it, under the reader's eyes.
 */
export function page({ title, main, counts, head = nothing, script }: Frame, place: Place): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Bubblewatch</title>
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('style.css')}">
<link rel="expect" href="#foot" blocking="render">
${script ? html`<script src="${asset(script)}" defer></script>` : nothing}
<script src="${asset('keep.js')}" defer></script>
${head}
</head>
<body${counts?.sample && counts.sample === counts.articles ? html` class="all-sample"` : nothing}>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<a class="wordmark" href="/">Bubblewatch</a>
<p class="motto">Is it coming back, when, says who, and how sure are they?</p>
${ways(place)}
</header>
${counts?.sample ? sampleNote(counts, place.writes) : nothing}
<main id="main" tabindex="-1">
${main}
</main>
<footer id="foot">
<p>${counts ? html`${count(counts.articles, 'article')}, ${count(counts.claims, 'claim')}, ${count(counts.shows, 'show')} in the ledger. ` : nothing}Every verdict follows from what was said by that day, and shows who said it.</p>
${place.writes ? html`<p><a href="/health">Health</a></p>` : nothing}
</footer>
</body>
</html>`
}

const sampleNote = (
  { sample, articles }: Counts,
  writes: boolean,
): Html => html`<aside class="note" aria-label="Sample">
<p>${sample === articles ? 'All of this is' : 'Some of this is'} a <strong>sample</strong>: ${count(sample, 'dispatch', 'dispatches')} on the Marvel series that Netflix had, 2013 to 2019. Choose an earlier day to see what was known then.</p>
${writes ? html`<form method="post" action="/sample/remove"><button>Remove the sample</button></form>` : nothing}
</aside>`
