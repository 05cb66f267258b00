// Two boards side by side: the seasons whose fates differ between them.
import { html } from 'hono/html'
import type { Difference } from '../../ledger/ledger.ts'
import type { Fate } from '../../verdict/verdict.ts'
import { capital, fateInWords, seasonName } from '../wording.ts'
import { boardPath, seasonPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, nothing, time } from './parts.ts'

/**
 * The table.
 * @param days ISO days of the two boards
 * @param more there are further differences than those given
 */
export function sideBySide(differences: readonly Difference[], days: readonly [string, string], more: boolean): Html {
  if (!differences.length) return nothing
  const [then, now] = days
  const head = (day: string): Html => html`<th scope="col"><a href="${boardPath({ asOf: day })}">${time(day)}</a></th>`
  const fate = (season: number | null, of: Difference['was'], day: string, show: string): Html =>
    of
      ? html`<a href="${seasonPath(show, season, { asOf: day })}">${bubble(of.fate as Fate)} ${capital(fateInWords(of.fate as Fate, season))}</a>`
      : html`<span class="soft">Not yet heard of</span>`
  return html`<section aria-labelledby="beside-one-another"><h2 id="beside-one-another">Side by side</h2><div>
<table class="side-by-side"><thead><tr><th scope="col">Season</th>${head(then)}${head(now)}</tr></thead>
<tbody>${differences.map(({ show, season, was, is }) => html`<tr><th scope="row"><bdi>${show}</bdi><span class="season">, ${seasonName(season)}</span></th><td>${fate(season, was, then, show)}</td><td>${fate(season, is, now, show)}</td></tr>`)}</tbody></table>
${more ? html`<p class="who">The first ${differences.length}, by title.</p>` : nothing}
</div></section>`
}
