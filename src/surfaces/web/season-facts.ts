// What is told of a season beside its status: scores, who makes it and who plays in it, who appears, who dies, what it waits for.
import { html } from 'hono/html'
import type { LedgerFact } from '../../ledger/records.ts'
import { capital, factInWords } from '../wording.ts'
import { articlePath } from './links.ts'
import type { Html } from './parts.ts'
import { nothing, sampleBadge, time } from './parts.ts'

const GROUPS: ReadonlyArray<{ title: string; holds: (fact: LedgerFact) => boolean }> = [
  { title: 'Scores', holds: ({ fact }) => fact === 'score' },
  { title: 'Made by', holds: (fact) => fact.fact === 'credit' && fact.role !== 'cast' },
  { title: 'Cast', holds: (fact) => fact.fact === 'credit' && fact.role === 'cast' },
  { title: 'Appearances', holds: ({ fact }) => fact === 'appearance' },
  { title: 'Fates', holds: ({ fact }) => fact === 'fate' },
  { title: 'Must wait', holds: ({ fact }) => fact === 'dependency' },
]
/** Lines of a group that are shown. */
const MOST = 40

/**
 * The facts of a season by that day, each once, by whoever told it last; those of the series as a whole stand on every season's page.
 * @param facts of the show, the earliest first
 * @param day ISO day
 */
export function factsBeside(facts: readonly LedgerFact[], season: number | null, day: string): Html {
  const here = facts.filter((f) => f.article.published <= day && (f.season === null || f.season === season))
  const groups = GROUPS.flatMap(({ title, holds }) => {
    const latest = new Map(here.filter(holds).map((fact) => [factInWords(fact), fact]))
    return latest.size ? [{ title, lines: [...latest].slice(-MOST) }] : []
  })
  if (!groups.length) return nothing
  return html`<section aria-labelledby="beside"><h2 id="beside">Beside the status</h2>
<dl class="facts">${groups.map(({ title, lines }) => html`<div class="fact"><dt>${title}</dt>${lines.map(line)}</div>`)}</dl>
</section>`
}

const line = ([words, { article, speaker }]: [string, LedgerFact]): Html =>
  html`<dd><bdi>${capital(words)}</bdi>${speaker === null ? nothing : html`, said <bdi>${speaker}</bdi>`} <a href="${articlePath(article.id)}">${time(article.published)}<span class="unseen">: ${article.title ?? 'the article'}</span></a>${sampleBadge(article.sample)}</dd>`
