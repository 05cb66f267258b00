// Where a token is asked for.
import { html } from 'hono/html'
import type { Frame } from './layout.ts'
import { nothing } from './parts.ts'

/**
 * The page.
 * @param next path to go on to
 * @param wrong a token was given, and it is none
 */
export function enterPage(next: string, wrong = false): Frame {
  const main = html`<h1>This board asks for a token</h1>
<p class="standfirst">“bubblewatch serve” printed it when it first listened here; “bubblewatch token” makes another.</p>
${wrong ? html`<p class="wrong" role="alert" id="wrong">That is not the token. It is a line of letters and digits; give all of it.</p>` : nothing}
<form class="enter" method="post" action="/enter">
<input type="hidden" name="next" value="${next}">
<label>Token <input type="password" name="token" required autocomplete="current-password" spellcheck="false"${wrong ? html` aria-invalid="true" aria-describedby="wrong"` : nothing}></label>
<button>Enter</button>
</form>`
  return { title: 'Enter', main, counts: null }
}

/** The path on this site that somebody wanted to go on to; the board for anything else. */
export function ownPath(text: unknown): string {
  const url = typeof text === 'string' && text.startsWith('/') ? URL.parse(text, 'http://here') : null
  return url?.host === 'here' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}
