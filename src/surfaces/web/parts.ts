// The parts that pages are set from.
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import { STRENGTH } from '../../verdict/certainty.ts'
import { dateInWords } from '../../verdict/dates.ts'
import type { Certainty, Fate } from '../../verdict/verdict.ts'
import { capital, chainOf, eventInWords } from '../wording.ts'
import { articlePath, originalOf } from './links.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
export const nothing: Html = raw('')

/** The project's sign: a bubble as full as the season's hopes. The word beside it says the same. */
export const bubble = (fate: Fate): Html =>
  html`<span class="bubble" data-fate="${slug(fate)}" aria-hidden="true"></span>`

/** How sure, at a glance: so many of four strokes. The words beside it say the same. */
export const gauge = (certainty: Certainty): Html =>
  html`<span class="gauge" data-sure="${STRENGTH[certainty]}" aria-hidden="true"></span>`

/** A fate as it stands in addresses, ids and style sheets: "on-the-bubble". */
export const slug = (fate: Fate): string => fate.replaceAll(' ', '-')

export const time = (iso: string): Html => html`<time datetime="${iso}">${dateInWords(iso)}</time>`

export const sampleBadge = (sample: boolean): Html => (sample ? html` <span class="badge">sample</span>` : nothing)

/** The way of the words, from who said them to who published them. */
export function chain(claim: LedgerClaim): Html {
  const names = chainOf(claim, claim.article.outlet)
  return html`<span class="chain">${names.map((name, i) => html`${i ? html` <span aria-hidden="true">→</span><span class="unseen">, by way of</span> ` : nothing}<bdi>${name}</bdi>`)}</span>`
}

/** The sentence around the evidence, the evidence marked. */
export function sentence({ sentenceText, span, sentence: { start } }: LedgerClaim): Html {
  const from = Math.max(0, span.start - start)
  const to = Math.max(from, span.end - start)
  return html`<blockquote dir="auto"><p>${sentenceText.slice(0, from)}<mark>${sentenceText.slice(from, to)}</mark>${sentenceText.slice(to)}</p></blockquote>`
}

/** Who said it, to whom, and links: into the original, to the very sentence, and to how it was read. */
export function source(claim: LedgerClaim, { dated = true, reading = true, way = true } = {}): Html {
  const { article } = claim
  const original = originalOf(claim)
  return html`<p class="who">${way ? chain(claim) : nothing}${dated ? html`, ${time(article.published)}` : nothing}${
    original
      ? html`${way ? ' · ' : nothing}<a href="${original}" rel="external noopener noreferrer">${article.outlet ? `Read it at ${article.outlet}` : 'Read the original'}</a>`
      : nothing
  }${reading ? html` · <a href="${articlePath(article.id, claim.id)}">How it was read<span class="unseen">: ${article.title ?? `${claim.show}, ${article.published}`}</span></a>` : nothing}</p>`
}

/**
 * A claim in a timeline: when, what it says of which season, its sentence, who said it to whom, and where to look it up.
 * @param about what stands before its words: its season, where there are several
 */
export const claimItem = (claim: LedgerClaim, about: Html): Html => html`<li class="claim">
<p class="says">${time(claim.article.published)} ${about}<strong>${capital(eventInWords(claim, claim.article.published))}</strong>${sampleBadge(claim.article.sample)}${claim.withdrawn === undefined ? nothing : html` <span class="badge">withdrawn ${time(claim.withdrawn)}</span>`}</p>
${sentence(claim)}
${source(claim, { dated: false })}
</li>`

/** Where a page's changes can be followed, for feed readers. */
export const feedLinks = (
  folder: string,
  title: string,
): Html => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${folder}/changes.atom">
<link rel="alternate" type="application/feed+json" title="${title}" href="${folder}/changes.json">`

/** Steps through the pages of a long list. */
export const pager = (
  page: number,
  pages: number,
  path: (page: number) => string,
): Html => html`<nav class="more" aria-label="Pages">
${page > 1 ? html`<a href="${path(page - 1)}" rel="prev">← Page ${page - 1}</a>` : nothing}
<span>Page ${page} of ${pages}</span>
${page < pages ? html`<a href="${path(page + 1)}" rel="next">Page ${page + 1} →</a>` : nothing}
</nav>`
