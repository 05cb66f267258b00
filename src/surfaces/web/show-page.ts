// The page of a show: every season of it, and everything that was said.
import { html } from 'hono/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import { board } from '../../verdict/board.ts'
import { headline } from '../../verdict/explain.ts'
import type { Snapshot } from '../almanac.ts'
import { capital, count, nothingHeard, seasonName } from '../wording.ts'
import { dayControls } from './day-controls.ts'
import { followButton } from './following-page.ts'
import type { Frame } from './layout.ts'
import type { Asked } from './links.ts'
import { seasonPath, showPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, feedLinks, nothing, sampleBadge, time } from './parts.ts'
import { timeline } from './timeline.ts'

/**
 * A show's page.
 * @param claims of the show, all that the ledger has; at least one
 * @param followed whether the reader follows it; null for one who may not
 * @param today ISO day
 */
export function showPage(
  snapshot: Snapshot,
  claims: readonly LedgerClaim[],
  followed: boolean | null,
  asked: Asked,
  today: string,
): Frame {
  const day = asked.asOf ?? today
  const verdicts = board(claims, day).sort((a, b) => (b.season ?? 0) - (a.season ?? 0))
  const show = verdicts[0]?.show ?? claims[0]!.show
  const said = claims.filter((claim) => claim.article.published <= day)
  const days = [...new Set(claims.map((claim) => claim.article.published))].sort()
  const about = (claim: LedgerClaim): Html => html`<span class="season">${capital(seasonName(claim.season))}:</span> `
  const main = html`<p class="kicker"><a href="/">The board</a></p>
<h1><bdi>${show}</bdi>${sampleBadge(claims.every((claim) => claim.article.sample))}</h1>
${followed === null ? nothing : followButton({ show, followed, back: showPath(show, { asOf: asked.asOf }) })}
${dayControls({ asked, today, days, path: (to) => showPath(show, to) })}
${
  verdicts.length
    ? html`<section aria-labelledby="seasons"><h2 id="seasons">Its seasons</h2><ol class="seasons">${verdicts.map(
        (verdict) => html`<li>
<h3><a href="${seasonPath(show, verdict.season, { asOf: asked.asOf })}">${capital(seasonName(verdict.season))}</a></h3>
<p>${bubble(verdict.fate)} ${headline(verdict)}</p>
</li>`,
      )}</ol></section>`
    : html`<p class="empty">${capital(nothingHeard(show, day))}. <a href="${showPath(show, { asOf: days[0]! })}">The first news is of ${time(days[0]!)}</a>.</p>`
}
${said.length ? html`<section aria-labelledby="said"><h2 id="said">What was said <small>${count(said.length, 'claim')}</small></h2>${timeline(said, asked.page ?? 1, (page) => showPath(show, { ...asked, page }), about)}</section>` : ''}`
  const head = feedLinks(`/feeds${showPath(show, { asOf: null })}`, `Changes: ${show}`)
  return { title: show, main, head, counts: snapshot.counts }
}
