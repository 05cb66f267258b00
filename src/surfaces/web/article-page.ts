// The reading of an article made visible: its claims, each with the sentence that carries it and the steps that led to it. The
// article itself is not shown again; it is linked to.
import { html } from 'hono/html'
import type { ArticleRecord, LedgerClaim } from '../../ledger/records.ts'
import { capital, count, eventInWords, seasonName } from '../wording.ts'
import type { Snapshot } from './almanac.ts'
import type { Frame } from './layout.ts'
import { originalOf, seasonPath, showPath } from './links.ts'
import type { Html } from './parts.ts'
import { nothing, sampleBadge, sentence, source, time } from './parts.ts'

/**
 * An article's page.
 * @param claims of the article
 */
export function articlePage(
  snapshot: Snapshot,
  { ref, reading }: ArticleRecord,
  claims: readonly LedgerClaim[],
): Frame {
  const title = ref.title ?? `An article ${ref.outlet ? `of ${ref.outlet}` : 'without a headline'}`
  const original = originalOf({ article: ref, sentenceText: '' })
  const main = html`<p class="kicker">How an article was read</p>
<h1 class="headline"><bdi>${title}</bdi>${sampleBadge(ref.sample)}</h1>
<p class="byline">${[ref.outlet, ref.author].filter((name) => name !== null).map((name) => html`<bdi>${name}</bdi>, `)}${time(ref.published)}${original ? html` · <a href="${original}" rel="external noopener noreferrer">Read the original</a>` : nothing}</p>
<p class="standfirst">${claims.length ? `It makes ${count(claims.length, 'claim')} about what happens to a season.` : 'It makes no claim about what happens to a season.'}</p>
${claims.length ? html`<section aria-labelledby="claims"><h2 id="claims">Its claims</h2><ol class="timeline">${claims.map(item)}</ol></section>` : nothing}
<p class="byline">Read by the rules of version ${reading}, ${time(ref.heard.slice(0, 10))}.</p>`
  return { title, main, counts: snapshot.counts }
}

function item(claim: LedgerClaim): Html {
  const { show, season, article } = claim
  const path = season === null ? showPath(show, { asOf: null }) : seasonPath(show, season, { asOf: null })
  return html`<li class="claim">
<h3 class="says"><a href="${path}"><bdi>${show}</bdi>, ${seasonName(season)}</a>: ${eventInWords(claim, article.published)}</h3>
${sentence(claim)}
${source(claim, { dated: false, reading: false })}
${claim.why.length ? html`<details open><summary>${capital(count(claim.why.length, 'step'))} of the reading</summary><ol class="why">${claim.why.map(({ stage, note }) => html`<li><b>${stage}</b> ${note}</li>`)}</ol></details>` : nothing}
</li>`
}
