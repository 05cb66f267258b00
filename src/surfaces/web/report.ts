// A report that a claim is wrong, ready to be copied to those who mend the rules: what was read, out of which words, by which steps.
// Of the article it holds an excerpt around the evidence and no more.
import { html } from 'hono/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import { claimFields } from '../records.ts'
import { excerptOf } from './marked.ts'
import type { Html } from './parts.ts'

/**
 * The report, in Markdown.
 * @param reading version of the rules
 */
export function reportOf(claim: LedgerClaim, reading: string): string {
  const { before, evidence, after } = excerptOf(claim)
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
  return `## A claim that is wrong

What is right instead: …

## The words

> ${oneLine(`${before}**${evidence}**${after}`)}

${claim.article.outlet ?? 'Somebody'}, ${claim.article.published}${claim.article.url ? `, ${claim.article.url}` : ''}

## What was read

\`\`\`json
${JSON.stringify(claimFields(claim), null, 2)}
\`\`\`

## How

${claim.why.map(({ stage, note }) => `* ${stage}: ${oneLine(note)}`).join('\n')}

Rules: ${reading}
`
}

/** Folded away until somebody finds a claim wrong. */
export function report(claim: LedgerClaim, reading: string): Html {
  const text = reportOf(claim, reading)
  const id = `report-${claim.id.slice(0, 12)}`
  return html`<details class="report"><summary>This is wrong</summary>
<p class="advice">Say what is right instead, and send it to those who keep Bubblewatch: they mend the rule, and everybody’s next reading is better. It holds the sentence around the evidence, and nothing else of the article.</p>
<label for="${id}">The report, ready to be copied</label>
<textarea id="${id}" rows="12" readonly spellcheck="false">${text}</textarea></details>`
}
