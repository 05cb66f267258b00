// What the board can be asked: a title, a day, a platform, a year, what changed, what is followed, and in which order. One form that
// works without scripts; where they run, it asks as one types (assets/board.js).
import { html } from 'hono/html'
import type { Snapshot } from '../almanac.ts'
import { slider, steps } from './day-controls.ts'
import type { Asked } from './links.ts'
import { boardPath } from './links.ts'
import type { Html } from './parts.ts'
import { nothing } from './parts.ts'

const SORTS = { newest: 'Newest change', title: 'Title', premiere: 'Premiere', certainty: 'Certainty' } as const
const VIEWS = { fates: 'By fate', columns: 'In columns', table: 'One table' } as const

/**
 * The controls.
 * @param follows whether the reader may follow shows
 */
export function boardControls({ days, facets }: Snapshot, asked: Asked, today: string, follows: boolean): Html {
  const { platform, year, sort = 'newest', table, columns } = asked
  const view = table ? 'table' : columns ? 'columns' : 'fates'
  const option = (value: string, words: string, chosen: boolean): Html =>
    html`<option value="${value}"${chosen ? html` selected` : nothing}>${words}</option>`
  const platforms = facets.platforms.map((p) => p.platform)
  const check = (name: string, words: string, on: boolean | undefined): Html =>
    html`<label class="check"><input type="checkbox" name="${name}" value="1"${on ? html` checked` : nothing}> ${words}</label>`
  const more = platform || year || asked.turned || asked.followed || view !== 'fates' || asked.sort
  const filtered = platform || year || asked.turned || asked.followed || asked.query || view !== 'fates' || asked.sort
  return html`<div class="controls">
<form method="get" action="/" role="search" id="ask">
<label>Title <input type="search" name="q" value="${asked.query ?? ''}" autocomplete="off" spellcheck="false"></label>
<label>As of <input type="date" name="as_of" value="${asked.asOf ?? today}"></label>
<button>Show</button>
<details class="more-asked"${more ? html` open` : nothing}><summary>Filter and order</summary><div>
<label>Where <select name="platform">${option('', 'Anywhere', !platform)}${[...platforms, ...(platform && !platforms.includes(platform) ? [platform] : [])].map((p) => option(p, p, p === platform))}</select></label>
<label>Premiere <select name="year">${option('', 'Any year', !year)}${[...facets.years, ...(year && !facets.years.includes(year) ? [year] : [])].map((y) => option(y, y, y === year))}</select></label>
<label>Order <select name="sort">${Object.entries(SORTS).map(([value, words]) => option(value === 'newest' ? '' : value, words, value === sort))}</select></label>
<label>Shown <select name="view">${Object.entries(VIEWS).map(([value, words]) => option(value === 'fates' ? '' : value, words, value === view))}</select></label>
${asked.fate ? html`<input type="hidden" name="fate" value="${asked.fate}">` : nothing}
${check('turned', 'Changed this week', asked.turned)}
${follows ? check('followed', 'What I follow', asked.followed) : nothing}
</div></details>
${filtered ? html`<a class="all" href="${boardPath({ asOf: asked.asOf })}">Everything</a>` : nothing}
</form>
${steps({ asked, today, days, path: boardPath })}
${slider({ asked, today, days })}
</div>`
}
