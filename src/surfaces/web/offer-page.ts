// What was found at an address that a reader named, before anything is done; and what came of it afterwards.
import { html } from 'hono/html'
import type { Told } from '../../watch/adding/kind.ts'
import type { Offer } from '../../watch/adding/offers.ts'
import type { Snapshot } from '../almanac.ts'
import { count } from '../wording.ts'
import type { Frame } from './layout.ts'
import type { Html } from './parts.ts'
import { nothing } from './parts.ts'

const kicker: Html = html`<p class="kicker"><a href="/">The board</a> · <a href="/sources">Sources</a></p>`

/** The page that asks for the reader's word. */
export function offerPage(snapshot: Snapshot, { id, address, found, feeds }: Offer): Frame {
  const main = html`${kicker}
<h1>What was found</h1>
<p class="standfirst">At <bdi>${address}</bdi>: ${found}.</p>
${feeds.length ? html`<ul class="sources-list">${feeds.map(({ url, title }) => html`<li>${title ? html`<b><bdi>${title}</bdi></b> ` : nothing}<span class="where">${url}</span></li>`)}</ul>` : nothing}
<p>Nothing is followed or kept before you say so.</p>
<form method="post" action="/sources/take" class="line"><input type="hidden" name="id" value="${id}"><button>${feeds.length ? 'Follow' : 'Read it'}</button></form>
<p><a href="/sources">Leave it</a></p>`
  return { title: 'What was found', main, counts: snapshot.counts }
}

/** The page that tells what came of it. */
export function takenPage(snapshot: Snapshot, all: readonly Told[]): Frame {
  const main = html`${kicker}
<h1>Done</h1>
<ul>${all.map((told) => html`<li><bdi>${told.name}</bdi>: ${outcome(told)}</li>`)}</ul>
<p><a href="/">To the board</a></p>`
  return { title: 'Done', main, counts: snapshot.counts }
}

function outcome(told: Told): string {
  if (told.kind === 'source') return told.added ? 'followed from now on' : 'followed already'
  if (told.kind === 'archive') return count(told.pages, 'page')
  return `${told.added ? 'read' : 'known already'}, ${count(told.claims, 'claim')}`
}
