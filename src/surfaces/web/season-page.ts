// The page of one season: the verdict, what it rests on, how it came about, and everything that was said.
import { html } from 'hono/html'
import type { LedgerClaim, LedgerFact } from '../../ledger/records.ts'
import { CERTAINTY_MEANING, certaintyWords } from '../../verdict/certainty.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { explain } from '../../verdict/explain.ts'
import { resolve } from '../../verdict/resolve.ts'
import type { Verdict, WeighedClaim } from '../../verdict/verdict.ts'
import type { Snapshot } from '../almanac.ts'
import { capital, fateInWords, nameOf, premiereInWords, seasonName, sourcesInWords } from '../wording.ts'
import { dayControls } from './day-controls.ts'
import { followButton } from './following-page.ts'
import { seasonData } from './json-ld.ts'
import type { Frame } from './layout.ts'
import type { Asked } from './links.ts'
import { seasonPath, showPath } from './links.ts'
import type { Neighbour } from './neighbours.ts'
import { neighbourList } from './neighbours.ts'
import type { Html } from './parts.ts'
import { bubble, chain, feedLinks, nothing, sentence, source, time } from './parts.ts'
import { chainsDrawn, chainsOf } from './season-chains.ts'
import { seasonChart } from './season-chart.ts'
import { factsBeside } from './season-facts.ts'
import { marksOf } from './season-marks.ts'
import { claimsOn, fatesOf } from './season-story.ts'
import { timeline } from './timeline.ts'

/** What a season's page is made of. */
export interface SeasonMatter {
  season: number | null
  /** Of the show, all that the ledger has. */
  claims: readonly LedgerClaim[]
  /** What is told of the show beside its status. */
  facts: readonly LedgerFact[]
  asked: Asked
  /** ISO day. */
  today: string
  neighbours: readonly Neighbour[]
  /** Whether the reader follows the show; null for one who may not. */
  followed: boolean | null
  /** Where the site is: "https://bubblewatch.example". */
  home: string
}

/** A season's page. */
export function seasonPage(
  snapshot: Snapshot,
  { season, claims, facts: beside, neighbours, followed, asked, today, home }: SeasonMatter,
): Frame {
  const day = asked.asOf ?? today
  const title = claims[0]!.show
  const verdict = resolve(claims, { show: title, season, day })
  const { show, fate } = verdict
  const said = claimsOn(claims, season, day)
  const days = [...new Set(claims.map((claim) => claim.article.published))].sort()
  const main = html`<p class="kicker"><a href="${showPath(show, { asOf: asked.asOf })}"><bdi>${show}</bdi></a></p>
<h1>${capital(seasonName(season))} <span class="of">of <bdi>${show}</bdi></span></h1>
<p class="verdict">${bubble(fate)} <strong data-fate="${fate}">${capital(fateInWords(fate, season))}</strong>${verdict.deciding ? html` <span>${certaintyWords(fate, verdict.certainty)}</span>` : nothing}</p>
<p class="standfirst">${explain(verdict)}</p>
${followed === null ? nothing : followButton({ show, followed, back: seasonPath(show, season, { asOf: asked.asOf }) })}
${dayControls({ asked, today, days, path: (to) => seasonPath(show, season, to) })}
${verdict.deciding ? html`<section aria-labelledby="known"><h2 id="known">What is known</h2>${facts(verdict)}</section>` : nothing}
${seasonChart(marksOf(claims, season, day), nameOf(verdict))}
${reasons(verdict)}
${chainsDrawn(chainsOf(claims, season, day))}
${story(claims, verdict)}
${factsBeside(beside, season, day)}
${neighbourList(neighbours, asked.asOf)}
<section aria-labelledby="said"><h2 id="said">What was said</h2>
${said.length ? timeline(said, asked.page ?? 1, (page) => seasonPath(show, season, { ...asked, page })) : html`<p class="empty">Nothing by this day.</p>`}
</section>
${embedding(verdict, home)}`
  const own = home + seasonPath(show, season, { asOf: asked.asOf })
  const head = html`${feedLinks(`/feeds${showPath(show, { asOf: null })}`, `Changes: ${show}`)}
<link rel="alternate" type="application/json+oembed" title="${nameOf(verdict)}" href="/oembed?url=${encodeURIComponent(own)}">
${seasonData(verdict, home)}`
  return { title: nameOf(verdict), main, head, counts: snapshot.counts }
}

/** What others may show of it. */
function embedding({ show, season }: Verdict, home: string): Html {
  const path = seasonPath(show, season, { asOf: null })
  const badge = `<a href="${home}${path}"><img src="${home}${path}/badge.svg" alt="${show.replace(/["<>&]/g, '')}, ${seasonName(season)}"></a>`
  return html`<section aria-labelledby="embed"><h2 id="embed">Elsewhere</h2><div class="embed">
<p class="byline">A badge for other pages, which keeps up by itself: <img class="badge-image" src="${path}/badge.svg" alt="" height="20"></p>
<pre tabindex="0"><code>${badge}</code></pre>
<p class="byline">For programs: <a href="/api/v1/shows${showPath(show, { asOf: null }).slice('/show'.length)}/seasons/${season ?? 'series'}">this verdict as JSON</a>, <a href="/feeds${showPath(show, { asOf: null })}/changes.atom">what changes as Atom</a>, <a href="/feeds${showPath(show, { asOf: null })}/premieres.ics">premieres as a calendar</a>.</p>
</div></section>`
}

/** What is known beside the fate. */
function facts(verdict: Verdict): Html {
  const { certainty, fate, progress, final, delayed, contested, since, before, season } = verdict
  const rows: Array<[string, Html | string] | null> = [
    ['How sure', html`<b>${capital(certaintyWords(fate, certainty))}</b>. ${CERTAINTY_MEANING[certainty]}`],
    contested ? ['Contested', 'Sources of like standing contradict one another; both sides are below.'] : null,
    since
      ? [
          'Since',
          html`${time(since)}${before && before !== 'nothing heard' ? `; before that ${fateInWords(before, season)}` : ''}`,
        ]
      : null,
    fate !== 'renewed' && !verdict.premiere ? null : ['Premiere', capital(premiereInWords(verdict))],
    progress ? ['Progress', capital(progress)] : null,
    delayed ? ['Put off', html`Since ${time(delayed.since)}, ${chain(delayed.claim)}`] : null,
    final ? ['Last season', html`By the word of ${chain(final)}, ${time(final.article.published)}`] : null,
    ['Sources', `${capital(sourcesInWords(verdict.roots))}. Outlets that carry the same words count once.`],
  ]
  return html`<dl class="facts">${rows.map((row) => (row ? html`<div class="fact"><dt>${row[0]}</dt><dd>${row[1]}</dd></div>` : nothing))}</dl>`
}

/** The independent sources on either side, with what each weighs. */
function reasons({ pro, contra, open }: Verdict): Html {
  const sides = [
    { id: 'for', title: 'For', of: pro },
    { id: 'against', title: 'Against', of: contra },
    { id: 'open', title: 'Leaving it open', of: open },
  ].filter(({ of }) => of.length)
  if (!sides.length) return nothing
  return html`<section aria-labelledby="reasons"><h2 id="reasons">Why</h2>
<div class="sides">${sides.map(({ id, title, of }) => html`<section aria-labelledby="side-${id}"><h3 id="side-${id}">${title}</h3><ol class="reasons">${of.map(reason)}</ol></section>`)}</div>
</section>`
}

const reason = ({ claim, weight, why }: WeighedClaim): Html => html`<li class="reason">
${sentence(claim)}
<p class="weight">${capital(why)}. Weight ${weight.toFixed(2)}.</p>
${source(claim)}
</li>`

/** The fates that the season has gone through. */
function story(claims: readonly LedgerClaim[], verdict: Verdict): Html {
  const fates = fatesOf(claims, verdict)
  if (fates.length < 2) return nothing
  return html`<section aria-labelledby="story"><h2 id="story">How it got here</h2>
<ol class="story">${fates.map(({ fate, since }) => html`<li>${bubble(fate)} <span>${capital(fateInWords(fate, verdict.season))}</span> <a href="${seasonPath(verdict.show, verdict.season, { asOf: since })}"><time datetime="${since}">${dateInWords(since)}</time></a></li>`)}</ol>
</section>`
}
