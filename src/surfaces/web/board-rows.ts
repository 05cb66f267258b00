// A season on the board: a row among those of its fate, a smaller one when it has been shown, or a line of the table.
import { html } from 'hono/html'
import type { BoardRow } from '../../ledger/ledger.ts'
import type { Spell } from '../../ledger/records.ts'
import { certaintyWords } from '../../verdict/certainty.ts'
import { dateInWords } from '../../verdict/dates.ts'
import type { Certainty, Fate } from '../../verdict/verdict.ts'
import { capital, fateInWords, premiereInWords, seasonName, sinceInWords } from '../wording.ts'
import type { Asked } from './links.ts'
import { boardPath, seasonPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, chain, gauge, nothing, sampleBadge, slug, time } from './parts.ts'

const link = ({ spell: { show, season }, sample }: BoardRow, asked: Asked): Html =>
  html`<a href="${seasonPath(show, season, { asOf: asked.asOf })}"><bdi>${show}</bdi><span class="season">, ${seasonName(season)}</span></a>${sampleBadge(sample)}`

/** What a script tells changes by. */
const mark = ({ key, spell }: BoardRow): Html =>
  html` data-season="${key}/${spell.season ?? 'series'}" data-fate="${slug(spell.fate as Fate)}"`

/** A season that is yet to come: how sure, since when, and the words that decide. */
export function row(entry: BoardRow, asked: Asked): Html {
  const { spell, deciding } = entry
  const { season, contested, delayed, final, progress } = spell
  const [fate, certainty] = [spell.fate as Fate, spell.certainty as Certainty]
  const since = sinceInWords({ ...spell, before: spell.before as Fate | null })
  const platform = spell.platform ?? deciding?.platform
  const facts = [
    contested ? 'contested' : '',
    fate !== 'renewed' && !spell.premiere
      ? ''
      : premiereInWords({ premiere: { date: spell.premiere, platform: null }, progress }),
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
<h3>${link(entry, asked)}</h3>
${platform ? html`<p class="where">${platform}</p>` : nothing}
<p class="what">${fate === 'nothing heard' ? capital(since ?? '') : html`${gauge(certainty)}${word}${since ?? nothing}`}${facts.map((fact) => html`; ${fact}`)}</p>
${deciding ? html`<p class="said" dir="auto">“${deciding.evidence}” <span class="by">${chain(deciding)}</span></p>` : nothing}
</li>`
}

/** A season in a column: as little as a glance takes in. */
export const brief = (entry: BoardRow, asked: Asked): Html => {
  const [fate, certainty] = [entry.spell.fate as Fate, entry.spell.certainty as Certainty]
  return html`<li class="row"${mark(entry)}>
<h3>${link(entry, asked)}</h3>
<p class="what">${fate === 'nothing heard' ? nothing : html`${gauge(certainty)}${capital(certaintyWords(fate, certainty))}`}${entry.spell.contested ? ', contested' : ''}</p>
</li>`
}

/** Those shown already are no news. */
export const pastRow = (entry: BoardRow, asked: Asked): Html => html`<li class="row"${mark(entry)}>
<h3>${link(entry, asked)}</h3>
<p class="what">${shownInWords(entry.spell)}</p>
</li>`

function shownInWords({ premiere, progress, final }: Spell): string {
  const when = premiere ? dateInWords(premiere) : 'date unknown'
  return `${when}${progress === 'airing' ? ', on now' : ''}${final ? ', the last season' : ''}`
}

/** All fates in one table. Its heads sort it. */
export function table(rows: readonly BoardRow[], asked: Asked): Html {
  const head = (sort: NonNullable<Asked['sort']>, name: string): Html =>
    (asked.sort ?? 'newest') === sort
      ? html`<th scope="col" aria-sort="${sort === 'newest' || sort === 'certainty' ? 'descending' : 'ascending'}">${name}</th>`
      : html`<th scope="col"><a href="${boardPath({ ...asked, sort, page: 1 })}">${name} <span class="unseen">sorts the table</span></a></th>`
  return html`<div class="wide" tabindex="0" role="region" aria-label="All seasons"><table class="seasons-table">
<thead><tr>${head('title', 'Season')}<th scope="col">Fate</th>${head('certainty', 'How sure')}${head('premiere', 'Premiere')}<th scope="col">Where</th>${head('newest', 'Since')}</tr></thead>
<tbody>${rows.map((entry) => tableRow(entry, asked))}</tbody>
</table></div>`
}

function tableRow(entry: BoardRow, asked: Asked): Html {
  const { spell, deciding } = entry
  const [fate, certainty] = [spell.fate as Fate, spell.certainty as Certainty]
  return html`<tr${mark(entry)}><th scope="row">${link(entry, asked)}</th><td>${bubble(fate)} ${capital(fateInWords(fate, spell.season))}${spell.contested ? ', contested' : ''}</td><td>${fate === 'nothing heard' ? '—' : html`${gauge(certainty)}${capital(certaintyWords(fate, certainty))}`}</td><td>${spell.premiere ? time(spell.premiere) : '—'}${spell.delayed ? ', put off' : ''}</td><td>${spell.platform ?? deciding?.platform ?? '—'}</td><td>${spell.since ? time(spell.since) : '—'}</td></tr>`
}
