// The first run, in three steps: look around on the sample, choose what is read, bring what you watch.
import { html } from 'hono/html'
import type { Snapshot } from '../almanac.ts'
import { count } from '../wording.ts'
import type { Frame } from './layout.ts'
import { boardPath } from './links.ts'
import type { Html } from './parts.ts'
import { nothing, time } from './parts.ts'

/** A feed that may be read, or is. */
export interface FeedChoice {
  /** What it is chosen by. */
  id: string
  title: string
  /** A line about it. */
  about: string
  chosen: boolean
}

/** Whoever reads feeds, as far as the first run needs it. */
export interface FeedChoices {
  list(): Promise<FeedChoice[]>
  /** Reads these from now on, and no others of the list. */
  choose(ids: readonly string[]): Promise<void>
}

/**
 * The page.
 * @param feeds null where nobody reads feeds
 * @param followed shows that the reader follows; null for a visitor who may only read
 */
export function startPage(snapshot: Snapshot, feeds: readonly FeedChoice[] | null, followed: number | null): Frame {
  const { counts, days } = snapshot
  const chosen = feeds?.filter((feed) => feed.chosen).length ?? 0
  const main = html`<h1>Start in three steps</h1>
<ol class="steps-of-start">
<li><section aria-labelledby="sample"><h2 id="sample"><span class="step">1</span> Look around</h2>
${
  counts.sample
    ? html`<p>The board shows a sample: ${count(counts.sample, 'dispatch', 'dispatches')} on the Marvel series that Netflix had. Drag the day on <a href="${boardPath({ asOf: days[0] ?? null })}">the board</a> from ${days[0] ? time(days[0]) : 'its first day'} on, and see what was known when. When you have seen enough, remove it:</p>
${followed === null ? nothing : html`<form method="post" action="/sample/remove"><button>Remove the sample</button></form>`}`
    : html`<p>${counts.articles ? html`<a href="/">The board</a> holds ${count(counts.articles, 'article')}.` : 'The ledger is empty; the next step fills it.'} “bubblewatch sample” brings a sample to look around on.</p>`
}
</section></li>
<li><section aria-labelledby="feeds"><h2 id="feeds"><span class="step">2</span> Choose what is read</h2>
${followed === null ? html`<p>Enter with a token to choose.</p>` : feeds === null ? byHand : feedForm(feeds, chosen)}
</section></li>
<li><section aria-labelledby="import"><h2 id="import"><span class="step">3</span> Bring what you watch</h2>
${followed === null ? html`<p>Enter with a token to follow shows.</p>` : importForm(followed)}
</section></li>
</ol>`
  return { title: 'Start', main, counts }
}

const byHand = html`<p>Give it articles, in a shell: files, folders or addresses.</p>
<pre tabindex="0"><code>bubblewatch add https://example.com/article.html</code></pre>`

function feedForm(feeds: readonly FeedChoice[], chosen: number): Html {
  return html`<p>${chosen ? `${count(chosen, 'feed')} ${chosen === 1 ? 'is' : 'are'} read.` : 'No feed is read yet, and nothing is fetched before you choose.'} Any other feed, and how each stands: <a href="/sources">Sources</a>.</p>
<form method="post" action="/start/feeds"><fieldset><legend>Feeds</legend>
${feeds.map(({ id, title, about, chosen }) => html`<label class="check"><input type="checkbox" name="feed" value="${id}"${chosen ? html` checked` : nothing}> <span><b>${title}</b> ${about}</span></label>`)}
</fieldset><button>Read these</button></form>`
}

const importForm = (
  followed: number,
): Html => html`<p>${followed ? html`You follow <a href="/following">${count(followed, 'show')}</a>.` : 'You follow nothing yet.'} One title a line; or a file with one a line, or a table whose first column has them.</p>
<form class="import" method="post" action="/start/import" enctype="multipart/form-data">
<label>Titles <textarea name="titles" rows="6" spellcheck="false"></textarea></label>
<label>Or a file <input type="file" name="file" accept=".txt,.csv,.tsv,text/plain,text/csv"></label>
<button>Follow them</button>
</form>`
