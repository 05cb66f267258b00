// Pages for what is not there, and for what went wrong.
import { html } from 'hono/html'
import type { Frame } from './layout.ts'
import { showPath } from './links.ts'
import { nothing } from './parts.ts'

/**
 * A page in place of the one that was asked for.
 * @param heading what is the matter
 * @param advice what to do
 * @param titles of shows that may have been meant
 */
export function errorPage(heading: string, advice: string, titles: readonly string[] = []): Frame {
  const main = html`<h1>${heading}</h1>
<p class="standfirst">${advice}</p>
${titles.length ? html`<p>Did you mean</p><ul>${titles.map((title) => html`<li><a href="${showPath(title, { asOf: null })}"><bdi>${title}</bdi></a></li>`)}</ul>` : nothing}
<p><a href="/">To the board</a></p>`
  return { title: heading, main, counts: null }
}
