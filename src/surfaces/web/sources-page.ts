// What is followed, and what of the trade's feeds could be: a list to choose from. Nothing is fetched that nobody has chosen.
import { html } from 'hono/html'
import type { Source } from '../../sources/source.ts'
import type { Suggestion } from '../../sources/suggestions.ts'
import type { Snapshot } from '../almanac.ts'
import { capital, count } from '../wording.ts'
import type { Frame } from './layout.ts'
import type { Html } from './parts.ts'
import { nothing } from './parts.ts'

/**
 * The page of sources.
 * @param mayLook addresses may be named here
 */
export function sourcesPage(
  snapshot: Snapshot,
  followed: readonly Source[],
  suggestions: readonly Suggestion[],
  mayLook: boolean,
): Frame {
  const urls = new Set(followed.map(({ url }) => url))
  const open = suggestions.filter(({ feed }) => !urls.has(feed))
  const main = html`<p class="kicker"><a href="/">The board</a> · <a href="/health">Health</a></p>
<h1>Sources</h1>
<p class="standfirst">${followed.length ? `${capital(count(followed.length, 'feed'))} ${followed.length === 1 ? 'is' : 'are'} followed, each asked for news as often as it has some.` : 'No feed is followed yet, and nothing is fetched before you choose.'}</p>
${followed.length ? html`<section aria-labelledby="followed"><h2 id="followed">Followed</h2><ul class="sources-list">${followed.map(following)}</ul></section>` : nothing}
${open.length ? choice(open) : nothing}
<section aria-labelledby="others"><h2 id="others">Others</h2><div>
${mayLook ? lookAt : nothing}
<p>${mayLook ? 'Folders and files, and addresses of your own network' : 'Any feed, site, page, folder or list of feeds'}:</p>
<pre tabindex="0"><code>bubblewatch add ADDRESS…</code></pre>
</div></section>`
  return { title: 'Sources', main, counts: snapshot.counts }
}

/** Without scripts: what is found at an address is shown on a page of its own. */
const lookAt: Html = html`<form method="post" action="/sources/look" class="line">
<label>A feed, a site, a page or a list of feeds <input type="url" name="address" required placeholder="https://" autocomplete="off" spellcheck="false"></label>
<button>Look what is there</button>
</form>`

const following = ({ id, title, url, home }: Source): Html => html`<li>
<form method="post" action="/sources/remove"><input type="hidden" name="id" value="${id}"><button>Follow no longer<span class="unseen">: ${title ?? url}</span></button></form>
<h3><a href="${home ?? url}" rel="external noopener noreferrer"><bdi>${title ?? url}</bdi></a></h3>
<p class="where">${url}</p>
</li>`

const choice = (
  open: readonly Suggestion[],
): Html => html`<section aria-labelledby="choose"><h2 id="choose">The trade’s feeds</h2>
<form method="post" action="/sources/follow">
<ul class="choices">${open.map(
  ({ name, feed, about }) =>
    html`<li><label><input type="checkbox" name="feed" value="${feed}"> <b>${name}</b> <span class="where">${about}</span></label></li>`,
)}</ul>
<button>Follow those chosen</button>
</form></section>`
