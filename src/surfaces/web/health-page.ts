// How the sources stand: each with its last answer, its next request, what failed in plain words, and what may be missing.
import { html } from 'hono/html'
import type { SourceHealth } from '../../sources/source.ts'
import type { Snapshot } from '../almanac.ts'
import { amissInWords, capital, count, healthInWords, instantInWords } from '../wording.ts'
import type { Frame } from './layout.ts'
import type { Html } from './parts.ts'
import { nothing } from './parts.ts'

/**
 * The page of health.
 * @param now milliseconds since 1970
 */
export function healthPage(snapshot: Snapshot, all: readonly SourceHealth[], now: number): Frame {
  const amiss = all.filter((each) => amissInWords(each))
  const waiting = all.reduce((sum, each) => sum + each.waiting, 0)
  const main = html`<p class="kicker"><a href="/">The board</a> · <a href="/sources">Sources</a></p>
<h1>Health</h1>
<p class="standfirst">${summary(all.length, amiss.length)}${waiting ? ` ${capital(count(waiting, 'item'))} of their feeds ${waiting === 1 ? 'is' : 'are'} still to be read.` : ''}</p>
${amiss.length ? html`<section aria-labelledby="amiss"><h2 id="amiss">Something amiss</h2><ul class="sources-list">${amiss.map((each) => item(each, now))}</ul></section>` : nothing}
${
  all.length > amiss.length
    ? table(
        all.filter((each) => !amiss.includes(each)),
        now,
      )
    : nothing
}`
  return { title: 'Health', main, counts: snapshot.counts }
}

const summary = (all: number, amiss: number): Html =>
  all
    ? html`${capital(count(all, 'source'))} ${all === 1 ? 'is' : 'are'} followed, ${amiss ? `${amiss === all && all > 1 ? 'all' : amiss} with something amiss` : all === 1 ? 'and it is well' : 'and all are well'}.`
    : html`No source is followed yet. <a href="/sources">Choose some</a>.`

function item(health: SourceHealth, now: number): Html {
  const { id, title, url } = health.source
  return html`<li id="source-${id}">
<h3><bdi>${title ?? url}</bdi> <span class="badge amiss">${amissInWords(health)}</span></h3>
<ul>${healthInWords(health, now).map((line) => html`<li>${capital(line)}.</li>`)}</ul>
<p class="where"><a href="${url}" rel="external noopener noreferrer">${url}</a></p>
</li>`
}

const table = (
  well: readonly SourceHealth[],
  now: number,
): Html => html`<section aria-labelledby="well"><h2 id="well">Well</h2>
<table class="figures feeds">
<caption class="unseen">Sources that answer</caption>
<thead><tr><th scope="col">Source</th><th scope="col">Answered</th><th scope="col">Asked next</th><th scope="col">Items</th></tr></thead>
<tbody>${well.map(
  ({ source, items }) =>
    html`<tr><th scope="row"><a href="${source.home ?? source.url}" rel="external noopener noreferrer"><bdi>${source.title ?? source.url}</bdi></a></th><td>${source.succeeded ? instantInWords(source.succeeded, now) : 'not yet'}</td><td>${instantInWords(source.next, now)}</td><td>${items.toLocaleString('en-GB')}</td></tr>`,
)}</tbody>
</table></section>`
