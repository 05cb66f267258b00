// The board: every season in the ledger, grouped by fate, as of a day.
import { html } from 'hono/html'
import { certaintyWords } from '../../verdict/certainty.ts'
import { dateInWords } from '../../verdict/dates.ts'
import type { Fate, Verdict } from '../../verdict/verdict.ts'
import { FATES } from '../../verdict/verdict.ts'
import { capital, count, fateInWords, premiereInWords, seasonName, sinceInWords } from '../wording.ts'
import type { Entry, Snapshot } from './almanac.ts'
import { platformOf, search } from './almanac.ts'
import { dayControls } from './day-controls.ts'
import type { Frame } from './layout.ts'
import type { Asked } from './links.ts'
import { boardPath, seasonPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, chain, nothing, pager, sampleBadge, slug, time } from './parts.ts'

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
 * The board's page.
 * @param asked what the reader asked for
 * @param today ISO day
 */
export function boardPage(snapshot: Snapshot, asked: Asked, today: string): Frame {
  const day = asked.asOf ?? today
  const all = snapshot.board(day)
  const found = search(all, asked.query ?? '')
  const groups = FATES.map((fate) => ({ fate, entries: found.filter((entry) => entry.verdict.fate === fate) }))
  const only = fateOf(asked.fate)
  const shown = groups.filter(({ fate, entries }) => entries.length && (only === null || fate === only))
  const main = html`<h1>Every season, as of <span id="day">${time(day)}</span></h1>
${dayControls({ asked, today, days: snapshot.days, path: boardPath, search: true })}
<p class="unseen" id="news" role="status"></p>
<div id="board" data-summary="${summary(groups, found.length)}">
${tally(groups, asked, only)}
${shown.map(({ fate, entries }) => group(fate, entries, asked, only !== null))}
${found.length ? nothing : empty(snapshot, asked, all.length > 0)}
</div>`
  return { title: asked.asOf ? `The board on ${asked.asOf}` : 'The board', main, counts: snapshot.counts, board: true }
}

interface Group {
  fate: Fate
  entries: readonly Entry[]
}

const summary = (groups: readonly Group[], all: number): string =>
  `${count(all, 'season')}${groups
    .filter((g) => g.entries.length)
    .map((g) => `, ${g.entries.length} ${g.fate}`)
    .join('')}`

function tally(groups: readonly Group[], asked: Asked, only: Fate | null): Html {
  const link = ({ fate }: Group): string =>
    only ? boardPath({ ...asked, fate: fate === only ? '' : slug(fate), page: 1 }) : `#${slug(fate)}`
  return html`<nav aria-label="By fate"><ul class="tally">
${groups
  .filter((g) => g.entries.length || g.fate !== 'nothing heard')
  .map((g) => {
    const inside = html`${bubble(g.fate)} <b>${g.entries.length.toLocaleString('en-GB')}</b> ${g.fate}`
    return html`<li>${g.entries.length ? html`<a href="${link(g)}"${g.fate === only ? html` aria-current="true"` : nothing}>${inside}</a>` : html`<span>${inside}</span>`}</li>`
  })}
</ul></nav>`
}

/** The seasons of one fate. Those shown already stand apart: they are no news. */
function group(fate: Fate, entries: readonly Entry[], asked: Asked, alone: boolean): Html {
  const page = alone ? (asked.page ?? 1) : 1
  const size = alone ? PER_PAGE : FIRST
  const isPast = (entry: Entry): boolean => entry.verdict.progress === 'aired' || entry.verdict.progress === 'airing'
  const ordered = [...entries.filter((e) => !isPast(e)), ...entries.filter(isPast)]
  const some = ordered.slice((page - 1) * size, page * size)
  const [coming, past] = [some.filter((e) => !isPast(e)), some.filter(isPast)]
  const id = slug(fate)
  const pages = Math.ceil(entries.length / size)
  return html`<section class="group" id="${id}" aria-labelledby="${id}-title">
<header>
<h2 id="${id}-title">${bubble(fate)} ${capital(fate)}</h2>
<p>${MEANING[fate]}</p>
</header>
<div>
${coming.length ? html`<ol class="rows"${past.length ? html` aria-label="Still to come"` : nothing}>${coming.map((entry) => row(entry, asked))}</ol>` : nothing}
${past.length ? html`<p class="subhead">Shown already</p><ol class="rows past" aria-label="Shown already">${past.map((entry) => pastRow(entry, asked))}</ol>` : nothing}
${!alone && pages > 1 ? html`<p class="more"><a href="${boardPath({ ...asked, fate: id })}">All ${entries.length.toLocaleString('en-GB')} ${fate}</a></p>` : nothing}
${alone && pages > 1 ? pager(page, pages, (to) => boardPath({ ...asked, page: to })) : nothing}
</div>
</section>`
}

const heading = ({ verdict: { show, season }, sample }: Entry, asked: Asked): Html =>
  html`<h3><a href="${seasonPath(show, season, { asOf: asked.asOf })}"><bdi>${show}</bdi><span class="season">, ${seasonName(season)}</span></a>${sampleBadge(sample)}</h3>`

/** What a script tells changes by. */
const mark = ({ key, verdict }: Entry): Html =>
  html` data-season="${key}/${verdict.season ?? 'series'}" data-fate="${slug(verdict.fate)}"`

function row(entry: Entry, asked: Asked): Html {
  const { verdict } = entry
  const { fate, season, certainty, contested, deciding, delayed, final, progress } = verdict
  const platform = platformOf(verdict)
  const facts = [
    contested ? 'contested' : '',
    fate !== 'renewed' && !verdict.premiere?.date
      ? ''
      : premiereInWords({ ...verdict, premiere: verdict.premiere && { ...verdict.premiere, platform: null } }),
    progress === 'filming' || progress === 'wrapped' || progress === 'writing' || progress === 'in development'
      ? progress
      : '',
    delayed ? 'put off' : '',
    final ? 'the last season' : '',
  ].filter(Boolean)
  const sure = certaintyWords(fate, certainty)
  const word =
    fate === 'renewed' && season === 1
      ? html`${capital(fateInWords(fate, season))}, <b>${sure}</b> `
      : html`<b>${capital(sure)}</b> `
  return html`<li class="row"${mark(entry)}>
${heading(entry, asked)}
${platform ? html`<p class="where">${platform}</p>` : nothing}
<p class="what">${fate === 'nothing heard' ? capital(sinceInWords(verdict) ?? '') : html`${word}${sinceInWords(verdict) ?? nothing}`}${facts.map((fact) => html`; ${fact}`)}</p>
${deciding ? html`<p class="said" dir="auto">“${deciding.evidence}” <span class="by">${chain(deciding)}</span></p>` : nothing}
</li>`
}

const pastRow = (entry: Entry, asked: Asked): Html => html`<li class="row"${mark(entry)}>
${heading(entry, asked)}
<p class="what">${shownInWords(entry.verdict)}</p>
</li>`

function shownInWords({ premiere, progress, final }: Verdict): string {
  const when = premiere?.date ? dateInWords(premiere.date) : 'date unknown'
  return `${when}${progress === 'airing' ? ', on now' : ''}${final ? ', the last season' : ''}`
}

function empty({ counts, days }: Snapshot, { query, asOf }: Asked, others: boolean): Html {
  if (query && others)
    return html`<p class="empty">No season of “${query}” here. <a href="${boardPath({ asOf })}">Show all seasons</a>.</p>`
  if (counts.articles && days[0])
    return html`<p class="empty">Nothing had been heard by this day. <a href="${boardPath({ asOf: days[0] })}">The first news is of ${time(days[0])}</a>.</p>`
  return html`<div class="empty">
<p>The ledger is empty. Give it articles, or take the sample to look around:</p>
<pre tabindex="0"><code>bubblewatch add FILE…
bubblewatch sample</code></pre>
</div>`
}
