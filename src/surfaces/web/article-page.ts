// The reading of an article made visible: each claim with its sentence and what was seen in it, who says it, how sure they are, and
// the steps that led to it. The article itself is not shown again; it is linked to.
import { html } from 'hono/html'
import type { Article } from '../../article/article.ts'
import type { ArticleRecord, ArticleRef, LedgerClaim } from '../../ledger/records.ts'
import type { Factuality } from '../../reading/claim.ts'
import type { Snapshot } from '../almanac.ts'
import { capital, count, editedInWords, eventInWords, seasonName, speakerInWords } from '../wording.ts'
import { cite } from './cite.ts'
import type { Frame } from './layout.ts'
import { anchorOf, articlePath, originalOf, seasonPath, showPath } from './links.ts'
import { markedSentence, wordsSeen } from './marked.ts'
import type { Html } from './parts.ts'
import { chain, nothing, sampleBadge, source, time } from './parts.ts'
import { report } from './report.ts'

/** How sure a speaker is, for people. */
const SURE: Readonly<Record<Factuality, string>> = {
  yes: 'stated as a fact',
  likely: 'expected',
  possible: 'possible, or hoped for',
  undecided: 'said to be open',
  unlikely: 'doubted',
  no: 'denied',
}

/**
 * An article's page.
 * @param claims of the article, as its reading has them
 * @param versions of the page that it stands on, itself included
 */
export function articlePage(
  snapshot: Snapshot,
  { ref, article, reading }: ArticleRecord,
  claims: readonly LedgerClaim[],
  versions: readonly ArticleRef[],
): Frame {
  const title = ref.title ?? `An article ${ref.outlet ? `of ${ref.outlet}` : 'without a headline'}`
  const original = originalOf({ article: ref, sentenceText: '' })
  const main = html`<p class="kicker">How an article was read</p>
<h1 class="headline"><bdi>${title}</bdi>${sampleBadge(ref.sample)}</h1>
<p class="byline">${[ref.outlet, ref.author].filter((name) => name !== null).map((name) => html`<bdi>${name}</bdi>, `)}${time(ref.published)}${edited(article)}${original ? html` · <a href="${original}" rel="external noopener noreferrer">Read the original</a>` : nothing}</p>
<p class="standfirst">${claims.length ? `It makes ${count(claims.length, 'claim')} about what happens to a season.` : 'It makes no claim about what happens to a season.'}</p>
${
  claims.length
    ? html`<p class="legend">In each sentence <mark>the evidence</mark> is marked, and what was seen in it: <span class="seen event">what happens</span>, <span class="seen hedge">what makes it less than certain</span>, <span class="seen cue">who is cited</span>.</p>
<section aria-labelledby="claims"><h2 id="claims">Its claims</h2><ol class="timeline">${claims.map((claim) => item(claim, reading))}</ol></section>`
    : nothing
}
${versions.length > 1 ? html`<section aria-labelledby="versions"><h2 id="versions">Its versions</h2><ol>${versions.map((version) => versionItem(version, ref.id))}</ol></section>` : nothing}
<p class="byline">Read by the rules of version ${reading}; first heard ${time(ref.heard.slice(0, 10))}.</p>`
  return { title, main, counts: snapshot.counts }
}

function edited(article: Article): Html {
  const words = editedInWords(article)
  return words ? html`, <time datetime="${article.modified}">${words}</time>` : nothing
}

function item(claim: LedgerClaim, reading: string): Html {
  const { show, season, article, factuality } = claim
  const path = season === null ? showPath(show, { asOf: null }) : seasonPath(show, season, { asOf: null })
  const hedges = wordsSeen(claim, 'factuality')
  const rows: Array<[string, Html | string]> = [
    [
      'Speaker',
      html`<b><bdi>${capital(speakerInWords(claim, article.outlet))}</bdi></b>${claim.speaker === null ? ', in its own voice' : nothing}`,
    ],
    ['How sure', html`<b>${capital(factuality)}</b>: ${SURE[factuality]}`],
    ['Hedge', hedges.length ? html`${hedges.map((words, i) => html`${i ? ', ' : ''}“${words}”`)}` : 'None'],
    ['Route', chain(claim)],
  ]
  return html`<li class="claim" id="${anchorOf(claim.id)}">
<h3 class="says"><a href="${path}"><bdi>${show}</bdi>, ${seasonName(season)}</a>: ${eventInWords(claim, article.published)}</h3>
${markedSentence(claim)}
<dl class="facts">${rows.map(([name, text]) => html`<div class="fact"><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
${originalOf(claim) ? source(claim, { dated: false, reading: false, way: false }) : nothing}
<div class="more-of">${cite(claim)}${report(claim, reading)}${claim.why.length ? html`<details><summary>${capital(count(claim.why.length, 'step'))} of the reading</summary><ol class="why">${claim.why.map(({ stage, note }) => html`<li><b>${stage}</b> ${note}</li>`)}</ol></details>` : nothing}</div>
</li>`
}

const versionItem = ({ id, heard, title }: ArticleRef, shown: string): Html =>
  html`<li>${id === shown ? html`<b>This one</b>` : html`<a href="${articlePath(id)}"><bdi>${title ?? 'Without a headline'}</bdi></a>`}, heard ${time(heard.slice(0, 10))}</li>`
