// What a reader follows: what to start, what to wait for, and what is in the air.
import { html } from 'hono/html'
import type { Followed } from '../../ledger/readers.ts'
import type { Spell } from '../../ledger/records.ts'
import type { StartAnswer } from '../../verdict/start.ts'
import { isAwaited, startOf } from '../../verdict/start.ts'
import type { Fate } from '../../verdict/verdict.ts'
import type { Snapshot } from '../almanac.ts'
import { capital, count, fateInWords, premiereInWords, seasonName } from '../wording.ts'
import type { Frame } from './layout.ts'
import { seasonPath, showPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, feedLinks, nothing } from './parts.ts'

const GROUPS = {
  yes: ['Safe to start', 'They ended as they were meant to, or more has been ordered.'],
  open: ['Better wait', 'Nobody has decided yet.'],
  no: ['Not safe', 'They were stopped, whatever the last episode leaves open.'],
  new: ['Not begun', 'Ordered, and nothing has been shown.'],
} as const
const ORDER = ['yes', 'open', 'no', 'new'] as const

/**
 * The page.
 * @param rows how the seasons of what is followed stand today, by key
 * @param session the reader has come in with a token, and may leave again
 */
export function followingPage(
  snapshot: Snapshot,
  followed: readonly Followed[],
  rows: ReadonlyMap<string, readonly Spell[]>,
  session: boolean,
): Frame {
  const shows = followed.map((show) => ({
    ...show,
    rows: rows.get(show.key) ?? [],
    answer: startOf(rows.get(show.key) ?? []),
  }))
  const waiting = shows.flatMap(({ rows }) => rows.filter(isAwaited)).sort(byPremiere)
  const main = html`<h1>What you follow</h1>
${
  shows.length
    ? html`<p class="standfirst">${capital(count(shows.length, 'show'))}. As a feed: <a href="/feeds/following/changes.atom">what changed</a> (or as <a href="/feeds/following/changes.json">JSON Feed</a>); as a calendar: <a href="/feeds/following/premieres.ics">their premieres</a>.</p>`
    : html`<p class="standfirst">Nothing yet. Follow a show by the button on its page, or <a href="/start#import">bring a list of what you watch</a>.</p>`
}
${waiting.length ? html`<section aria-labelledby="waiting"><h2 id="waiting">Waiting for</h2><ol class="seasons">${waiting.map(awaited)}</ol></section>` : nothing}
${ORDER.map((start) => {
  const of = shows.filter(({ answer }) => answer.start === start)
  const [title, meaning] = GROUPS[start]
  return of.length
    ? html`<section class="group" aria-labelledby="start-${start}"><header><h2 id="start-${start}">${title}</h2><p>${meaning}</p></header><ol class="rows">${of.map(item)}</ol></section>`
    : nothing
})}
${session ? html`<form class="follow" method="post" action="/leave"><button>Leave this board</button></form>` : nothing}`
  return {
    title: 'What you follow',
    main,
    head: feedLinks('/feeds/following', 'Changes: what you follow'),
    counts: snapshot.counts,
  }
}

/** Those with a date first, the nearest first. */
const byPremiere = (a: Spell, b: Spell): number =>
  (a.premiere ?? '9') < (b.premiere ?? '9')
    ? -1
    : (a.premiere ?? '9') > (b.premiere ?? '9')
      ? 1
      : a.show < b.show
        ? -1
        : 1

const awaited = (
  row: Spell,
): Html => html`<li><h3><a href="${seasonPath(row.show, row.season, { asOf: null })}"><bdi>${row.show}</bdi><span class="season">, ${seasonName(row.season)}</span></a></h3>
<p class="what">${bubble(row.fate as Fate)} ${capital(fateInWords(row.fate as Fate, row.season))}; ${row.delayed ? 'put off; ' : ''}${premiereInWords({ premiere: { date: row.premiere, platform: row.platform }, progress: row.progress })}</p></li>`

function item({ key, show, rows, answer }: Followed & { rows: readonly Spell[]; answer: StartAnswer }): Html {
  const title = rows[0]?.show ?? show
  return html`<li class="row"><h3>${rows.length ? html`<a href="${showPath(key, { asOf: null })}"><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}</h3>
<div class="where">${followButton({ show: title, followed: true, back: '/following' })}</div>
<p class="what">${capital(answer.why)}</p></li>`
}

/**
 * Follows a show, or follows it no more.
 * @param back path to go on to
 */
export const followButton = ({ show, followed, back }: { show: string; followed: boolean; back: string }): Html =>
  html`<form class="follow" method="post" action="${followed ? '/unfollow' : '/follow'}"><input type="hidden" name="show" value="${show}"><input type="hidden" name="next" value="${back}"><button>${followed ? 'Stop following' : 'Follow'} <span class="unseen">${show}</span></button></form>`
