// A sentence with what the reading saw in it: the evidence marked, and in it or beside it the words that tell the event, those that
// hedge it, and those that report it.
import { html } from 'hono/html'
import type { Span } from '../../article/article.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import type { Html } from './parts.ts'

/** What a stage of the reading saw, by the stage's name; of two that saw the same words the first named is shown. */
const KINDS = { factuality: 'hedge', events: 'event', attribution: 'cue' } as const
type Kind = (typeof KINDS)[keyof typeof KINDS]

/** Letters of a sentence that are shown on either side of the evidence: an excerpt, however long the sentence. */
const AROUND = 280

/** The words that a stage of the reading saw, as the article writes them: those of the hedges, say. */
export function wordsSeen({ why, sentence, sentenceText }: LedgerClaim, stage: keyof typeof KINDS): string[] {
  const seen = why.flatMap((step) => (step.stage === stage && step.span ? [step.span] : []))
  const words = seen.map(({ start, end }) =>
    sentenceText.slice(Math.max(0, start - sentence.start), end - sentence.start),
  )
  return [...new Set(words.filter(Boolean))]
}

/** The sentence around a claim's evidence, all of this marked in it. */
export function markedSentence(claim: LedgerClaim): Html {
  const { sentenceText: text, sentence, span } = claim
  const within = ({ start, end }: Span): Span => ({
    start: Math.min(Math.max(0, start - sentence.start), text.length),
    end: Math.min(Math.max(0, end - sentence.start), text.length),
  })
  const evidence = within(span)
  const seen = (Object.keys(KINDS) as Array<keyof typeof KINDS>).flatMap((stage) =>
    claim.why.flatMap((step) =>
      step.stage === stage && step.span ? [{ kind: KINDS[stage], ...within(step.span) }] : [],
    ),
  )
  const from = cutBefore(text, evidence.start)
  const to = cutAfter(text, evidence.end)
  const pieces = (start: number, end: number): Html[] => {
    const inside = seen.flatMap((s) => [s.start, s.end]).filter((at) => at > start && at < end)
    const edges = [...new Set([start, ...inside, end])].sort((a, b) => a - b)
    return edges.slice(0, -1).map((at, i) => {
      const words = text.slice(at, edges[i + 1])
      const kind: Kind | undefined = seen.find((s) => s.start <= at && at < s.end)?.kind
      return kind ? html`<span class="seen ${kind}">${words}</span>` : html`${words}`
    })
  }
  return html`<blockquote dir="auto"><p>${from ? '… ' : ''}${pieces(from, evidence.start)}<mark>${pieces(evidence.start, evidence.end)}</mark>${pieces(evidence.end, to)}${to < text.length ? ' …' : ''}</p></blockquote>`
}

/** The words before the evidence, the evidence, and the words after it: as much of the sentence as is shown. */
export function excerptOf({
  sentenceText: text,
  sentence,
  span,
}: LedgerClaim): Record<'before' | 'evidence' | 'after', string> {
  const start = Math.min(Math.max(0, span.start - sentence.start), text.length)
  const end = Math.min(Math.max(start, span.end - sentence.start), text.length)
  const [from, to] = [cutBefore(text, start), cutAfter(text, end)]
  return {
    before: `${from ? '… ' : ''}${text.slice(from, start)}`,
    evidence: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`,
  }
}

/** Where an excerpt begins and ends: whole words. */
function cutBefore(text: string, at: number): number {
  if (at <= AROUND) return 0
  const blank = text.indexOf(' ', at - AROUND)
  return blank < 0 || blank >= at ? at : blank + 1
}
function cutAfter(text: string, at: number): number {
  if (text.length - at <= AROUND) return text.length
  return Math.max(at, text.lastIndexOf(' ', at + AROUND))
}
