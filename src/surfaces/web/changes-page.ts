// What changed between two days: once for each belief that changed, with the words that changed it, and the board then and now.
import { html } from 'hono/html'
import type { Difference, Ledger } from '../../ledger/ledger.ts'
import type { Change } from '../../verdict/changes.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { dayNumber, isoDay } from '../../verdict/days.ts'
import type { Fate } from '../../verdict/verdict.ts'
import { FATES } from '../../verdict/verdict.ts'
import type { Snapshot } from '../almanac.ts'
import type { Days, Turned } from '../turns.ts'
import { turnedIn, weekTo } from '../turns.ts'
import { capital, changeInWords, count, seasonName } from '../wording.ts'
import type { Frame } from './layout.ts'
import { articlePath, boardPath, changesPath, seasonPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, chain, nothing, pager, sampleBadge, time } from './parts.ts'
import { sideBySide } from './side-by-side.ts'

const PER_PAGE = 100
/** Seasons side by side, at most. */
const MOST_DIFFERENCES = 200

/** What the page is asked for. */
export interface Between extends Days {
  page: number
}

/** What changed, and how the board stood before and after. */
export interface Turns extends Turned {
  /** How many seasons of each fate there were on the eve of the first day, and on the last. */
  before: ReadonlyMap<string, number>
  after: ReadonlyMap<string, number>
  /** The seasons whose fates differ between the two; no more than are shown. */
  differences: readonly Difference[]
}

/** Asks the ledger, as of its last refresh. */
export async function turnsIn(ledger: Ledger, { since, until }: Between): Promise<Turns> {
  const turned = await turnedIn(ledger, { since, until })
  const eve = isoDay(dayNumber(since) - 1)
  const [before, after, differences] = await Promise.all([
    ledger.board(eve, { limit: 0 }),
    ledger.board(until, { limit: 0 }),
    ledger.lists.differences(eve, until, MOST_DIFFERENCES),
  ])
  return { ...turned, before: before.fates, after: after.fates, differences }
}

/**
 * The page of what changed.
 * @param today ISO day
 */
export function changesPage(snapshot: Snapshot, turns: Turns, between: Between, today: string): Frame {
  const { since, until, page } = between
  const newest = turns.changes.toReversed()
  const pages = Math.ceil(newest.length / PER_PAGE)
  const some = newest.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const days = Map.groupBy(some, (change) => change.day)
  const main = html`<p class="kicker"><a href="${boardPath({ asOf: until === today ? null : until })}">The board</a></p>
<h1>What changed <span class="of">from ${time(since)} to ${time(until)}</span></h1>
${controls(snapshot, between, today)}
<section aria-labelledby="sum"><h2 id="sum">Then and now</h2><div>
<p>${newest.length ? html`${capital(count(newest.length, 'belief'))} changed${turns.since > since ? html` since ${time(turns.since)}; before that too much did to tell at once` : nothing}.` : html`Nothing changed.${latest(snapshot, until)}`}</p>
${turns.after.size ? thenAndNow(turns, between) : nothing}
</div></section>
${page === 1 ? sideBySide(turns.differences, [isoDay(dayNumber(since) - 1), until], turns.differences.length === MOST_DIFFERENCES) : nothing}
${[...days].map(
  ([day, changes]) =>
    html`<section aria-labelledby="on-${day}"><h2 id="on-${day}">${time(day)}</h2><ol class="changes">${changes.map(item)}</ol></section>`,
)}
${pages > 1 ? pager(page, pages, (to) => changesPath({ ...between, page: to })) : nothing}`
  return { title: `What changed from ${since} to ${until}`, main, counts: snapshot.counts }
}

/** Two days, and the week before and after. */
function controls({ days }: Snapshot, { since, until }: Between, today: string): Html {
  const length = dayNumber(until) - dayNumber(since)
  const [earlier, later] = [isoDay(dayNumber(since) - 1), isoDay(dayNumber(until) + 1)]
  const span = (from: string, to: string): string => changesPath({ since: from, until: to, page: 1 })
  return html`<div class="controls">
<form method="get" action="/changes">
<label>From <input type="date" name="since" value="${since}"></label>
<label>To <input type="date" name="until" value="${until}"></label>
<button>Compare</button>
</form>
<nav class="steps" aria-label="Before and after">
${days[0] && days[0] <= earlier ? html`<a rel="prev" href="${span(isoDay(dayNumber(earlier) - length), earlier)}"><span aria-hidden="true">← </span>Earlier</a>` : nothing}
${until < today ? html`<a rel="next" href="${span(later, isoDay(dayNumber(later) + length))}">Later<span aria-hidden="true"> →</span></a>` : nothing}
${until === today && since === weekTo(today) ? nothing : html`<a href="${span(weekTo(today), today)}">This week</a>`}
</nav>
</div>`
}

/** Where there is something to read, when nothing changed. */
function latest({ days }: Snapshot, until: string): Html {
  const day = days.findLast((d) => d <= until)
  return day
    ? html` The last news before that is of <a href="${changesPath({ since: weekTo(day), until: day, page: 1 })}">${time(day)}</a>.`
    : nothing
}

/** The two boards in numbers. */
function thenAndNow({ before, after }: Turns, { since, until }: Between): Html {
  const eve = isoDay(dayNumber(since) - 1)
  const number = (fates: ReadonlyMap<string, number>, fate: Fate): number => fates.get(fate) ?? 0
  const row = (fate: Fate): Html => {
    const [was, is] = [number(before, fate), number(after, fate)]
    const more = is > was ? `+${is - was}` : is < was ? `−${was - is}` : '0'
    return html`<tr><th scope="row">${bubble(fate)} ${capital(fate)}</th><td>${was.toLocaleString('en-GB')}</td><td>${is.toLocaleString('en-GB')}</td><td>${more}</td></tr>`
  }
  const some = FATES.filter((fate) => number(before, fate) || number(after, fate))
  return html`<table class="figures">
<caption class="unseen">Seasons of each fate before and after</caption>
<thead><tr><th scope="col">Seasons</th><th scope="col"><a href="${boardPath({ asOf: eve })}">${time(eve)}</a></th><th scope="col"><a href="${boardPath({ asOf: until })}">${time(until)}</a></th><th scope="col">Change</th></tr></thead>
<tbody>${some.map(row)}</tbody>
</table>`
}

/** An arrow for the eyes, a word for the ears. */
const fromTo = (text: string): Html =>
  html`${text.split(' → ').map((part, i) => html`${i ? html` <span aria-hidden="true">→</span><span class="unseen">, now</span> ` : nothing}${part}`)}`

function item(change: Change): Html {
  const { show, season, axis, to, until, claim } = change
  return html`<li class="change">
<h3><a href="${seasonPath(show, season, { asOf: until })}"><bdi>${show}</bdi><span class="season">, ${seasonName(season)}</span></a>${sampleBadge(claim?.article.sample === true)}</h3>
<p class="what">${axis === 'fate' ? html`${bubble(to.value as Fate)} ` : nothing}<b>${fromTo(capital(changeInWords(change)))}</b></p>
${
  claim
    ? html`<p class="said" dir="auto">“${claim.evidence}” <span class="by">${chain(claim)}, ${time(claim.article.published)}</span></p>
<p class="who"><a href="${articlePath(claim.article.id, claim.id)}">How it was read<span class="unseen">: ${claim.article.title ?? dateInWords(claim.article.published)}</span></a></p>`
    : html`<p class="who">What was said before is too old to count.</p>`
}
</li>`
}
