// The page while the boards are in the making: after a large import, say, or an update of the rules.
import { html } from 'hono/html'
import type { Making } from '../almanac.ts'
import { count } from '../wording.ts'
import type { Frame } from './layout.ts'

/**
 * The page. It never loads itself again: whoever reads slowly, or by ear, would be thrown back to its start (WCAG 2.2.1).
 * @param next path that was asked for
 */
export function makingPage({ done, shows }: Making, next: string): Frame {
  const main = html`<h1>The board is being made</h1>
<p class="standfirst">Much has come in at once. What follows from it is found show by show; nothing is lost meanwhile.</p>
<p class="making"><label for="making">${count(done, 'show')} of ${shows}</label> <progress id="making" value="${done}" max="${shows}"></progress></p>
<p><a href="${next}">Look again</a></p>`
  return { title: 'The board is being made', main, counts: null }
}
