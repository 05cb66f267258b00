// The board: every season in the ledger, grouped by fate, as of a day.
import { html } from 'hono/html'
import type { Board, BoardAsked, BoardRow } from '../../ledger/ledger.ts'
import type { Fate } from '../../verdict/verdict.ts'
import { FATES } from '../../verdict/verdict.ts'
import type { Snapshot } from '../almanac.ts'
import { weekTo } from '../turns.ts'
import { capital, count } from '../wording.ts'
import { boardControls } from './board-controls.ts'
import { brief, pastRow, row, table } from './board-rows.ts'
import type { Frame } from './layout.ts'
import type { Asked } from './links.ts'
import { boardPath, changesPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, feedLinks, nothing, pager, slug, time } from './parts.ts'

/** Seasons shown of each fate before the page of that fate alone, and on each page there. */
const FIRST = 40
const PER_PAGE = 200

/** What each group holds, in a line. */
const MEANING: Readonly<Record<Fate, string>> = {
  renewed: 'There will be such a season, or there has been.',
  likely: 'Nobody has decided; what is said leans towards it.',
  'on the bubble': 'It is said to be open, or what is said is balanced.',
  unlikely: 'Nobody has decided; what is said leans against it.',
  cancelled: 'Whoever pays for it has stopped it.',
  ended: 'It ended by design.',
  'nothing heard': 'What was said is too old to count.',
}

export const fateOf = (text: string | undefined): Fate | null => FATES.find((fate) => slug(fate) === text) ?? null

/**
 * The part of the ledger's board that a page shows.
 * @param day ISO day
 * @param followed keys of the shows that the reader follows
 */
export function partOf(asked: Asked, day: string, followed: readonly string[]): BoardAsked {
  const { query, fate, platform, year, sort, table, turned, followed: mine, page = 1 } = asked
  const only = fateOf(fate)
  const filters = {
    ...(query ? { search: query } : {}),
    ...(platform ? { platform } : {}),
    ...(year ? { year } : {}),
    ...(turned ? { since: weekTo(day) } : {}),
    ...(mine ? { among: followed } : {}),
    ...(sort ? { sort } : {}),
  }
  if (only === null && !table) return { ...filters, limit: FIRST }
  return { ...filters, ...(only ? { fate: only } : {}), flat: !!table, skip: (page - 1) * PER_PAGE, limit: PER_PAGE }
}

/**
 * The board's page.
 * @param part of the board: partOf() what the reader asked for
 * @param asked what the reader asked for
 * @param today ISO day
 * @param follows whether the reader may follow shows
 */
export function boardPage(
  snapshot: Snapshot,
  { fates, rows }: Board,
  asked: Asked,
  today: string,
  follows: boolean,
): Frame {
  const day = asked.asOf ?? today
  const groups = FATES.map((fate) => ({
    fate,
    all: fates.get(fate) ?? 0,
    entries: rows.filter((row) => row.spell.fate === fate),
  }))
  const found = groups.reduce((sum, { all }) => sum + all, 0)
  const only = fateOf(asked.fate)
  const main = html`<h1>Every season, as of <span id="day">${time(day)}</span></h1>
${boardControls(snapshot, asked, today, follows)}
<p class="unseen" id="news" role="status"></p>
<div id="board" data-summary="${summary(groups, found)}">
${tally(groups, asked, only)}
${snapshot.days.length ? html`<p class="turned"><a href="${changesPath({ since: weekTo(day), until: day, page: 1 })}">What changed in the week to ${time(day)}</a></p>` : nothing}
${snapshot.sources || !follows ? nothing : html`<p class="turned">No source is followed yet. <a href="/sources">Choose some of the trade’s feeds</a></p>`}
${asked.table ? (found ? allIn(rows, asked, only ? (fates.get(only) ?? 0) : found) : nothing) : html`<div class="${asked.columns ? 'fate-columns' : 'fates'}">${groups.filter(({ entries }) => entries.length).map((of) => group(of, asked, only !== null))}</div>`}
${found ? nothing : empty(snapshot, asked, day)}
</div>`
  return {
    title: asked.asOf ? `The board on ${asked.asOf}` : 'The board',
    main,
    head: feedLinks('/feeds', 'What changed'),
    counts: snapshot.counts,
    script: 'board.js',
  }
}

interface Group {
  fate: Fate
  /** Seasons of it on the board, those on other pages included. */
  all: number
  entries: readonly BoardRow[]
}

const summary = (groups: readonly Group[], all: number): string =>
  `${count(all, 'season')}${groups
    .filter((g) => g.all)
    .map((g) => `, ${g.all} ${g.fate}`)
    .join('')}`

function tally(groups: readonly Group[], asked: Asked, only: Fate | null): Html {
  const link = ({ fate }: Group): string =>
    only || asked.table ? boardPath({ ...asked, fate: fate === only ? '' : slug(fate), page: 1 }) : `#${slug(fate)}`
  return html`<nav aria-label="By fate"><ul class="tally">
${groups
  .filter((g) => g.all || g.fate !== 'nothing heard')
  .map((g) => {
    const inside = html`${bubble(g.fate)} <b>${g.all.toLocaleString('en-GB')}</b> ${g.fate}`
    return html`<li>${g.all ? html`<a href="${link(g)}"${g.fate === only ? html` aria-current="true"` : nothing}>${inside}</a>` : html`<span>${inside}</span>`}</li>`
  })}
</ul></nav>`
}

function allIn(rows: readonly BoardRow[], asked: Asked, all: number): Html {
  const pages = Math.ceil(all / PER_PAGE)
  return html`${table(rows, asked)}${pages > 1 ? pager(asked.page ?? 1, pages, (page) => boardPath({ ...asked, page })) : nothing}`
}

/** The seasons of one fate. Those shown already stand apart: they are no news. */
function group({ fate, all, entries }: Group, asked: Asked, alone: boolean): Html {
  const page = alone ? (asked.page ?? 1) : 1
  const size = alone ? PER_PAGE : FIRST
  const isPast = ({ spell }: BoardRow): boolean => spell.progress === 'aired' || spell.progress === 'airing'
  const [coming, past] = [entries.filter((e) => !isPast(e)), entries.filter(isPast)]
  const id = slug(fate)
  const pages = Math.ceil(all / size)
  return html`<section class="group" id="${id}" aria-labelledby="${id}-title">
<header>
<h2 id="${id}-title">${bubble(fate)} ${capital(fate)}</h2>
<p>${MEANING[fate]}</p>
</header>
<div>
${coming.length ? html`<ol class="rows"${past.length ? html` aria-label="Still to come"` : nothing}>${coming.map((entry) => (asked.columns ? brief : row)(entry, asked))}</ol>` : nothing}
${past.length ? html`<p class="subhead">Shown already</p><ol class="rows past" aria-label="Shown already">${past.map((entry) => pastRow(entry, asked))}</ol>` : nothing}
${!alone && pages > 1 ? html`<p class="more"><a href="${boardPath({ ...asked, fate: id })}">All ${all.toLocaleString('en-GB')} ${fate}</a></p>` : nothing}
${alone && pages > 1 ? pager(page, pages, (to) => boardPath({ ...asked, page: to })) : nothing}
</div>
</section>`
}

function empty({ counts, days }: Snapshot, asked: Asked, day: string): Html {
  const { query, asOf } = asked
  if (asked.followed && days[0] && days[0] <= day)
    return html`<p class="empty">Nothing here of what you follow. Follow a show by the button on its page, or <a href="/start#import">bring a list</a>.</p>`
  if ((asked.platform || asked.year || asked.turned) && days[0] && days[0] <= day)
    return html`<p class="empty">No season is like that. <a href="${boardPath({ asOf })}">Show all seasons</a>.</p>`
  if (query && days[0] && days[0] <= day)
    return html`<p class="empty">No season of “${query}” here. <a href="${boardPath({ asOf })}">Show all seasons</a>.</p>`
  if (counts.articles && days[0])
    return html`<p class="empty">Nothing had been heard by this day. <a href="${boardPath({ asOf: days[0] })}">The first news is of ${time(days[0])}</a>.</p>`
  return html`<div class="empty">
<p>The ledger is empty. <a href="/start">Start in three steps</a>, or give it articles, or the sample to look around:</p>
<pre tabindex="0"><code>bubblewatch add FILE…
bubblewatch sample</code></pre>
</div>`
}
