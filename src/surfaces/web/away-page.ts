// The page for when the server is out of reach. Browsers keep it beforehand (assets/kept.js), and put into it what else they keep.
import { html } from 'hono/html'
import type { Frame } from './layout.ts'

const main = html`<h1>Bubblewatch is out of reach</h1>
<p class="standfirst">It does not answer, and this page was not looked at lately enough to be kept here. If Bubblewatch runs on this machine, start it: <code>bubblewatch serve</code>. If it runs elsewhere, look whether you are connected.</p>
<p class="again"><a href="">Ask again</a></p>
<section aria-labelledby="kept" hidden><h2 id="kept">Kept here</h2>
<ul class="kept"></ul>
</section>`

export const awayPage: Frame = { title: 'Out of reach', main, counts: null }
