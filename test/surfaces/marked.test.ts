// What the reading saw in a sentence, marked in it; and long sentences, of which an excerpt is enough.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Step } from '../../src/reading/claim.ts'
import { markedSentence, wordsSeen } from '../../src/surfaces/web/marked.ts'
import { history } from '../verdict/material.ts'

const [some] = history('2031-05-10 | Glass Harbor 2 | renewal undecided | Dana Wells, showrunner | Signal')

/** A claim whose sentence begins at 100 in its article. */
function told(sentenceText: string, evidence: string, seen: Record<string, string>) {
  const start = 100 + sentenceText.indexOf(evidence)
  const why = Object.entries(seen).map(([stage, words]): Step => {
    const at = 100 + sentenceText.indexOf(words)
    return { stage, note: words, span: { start: at, end: at + words.length } }
  })
  const sentence = { start: 100, end: 100 + sentenceText.length }
  return { ...some!, sentenceText, sentence, evidence, span: { start, end: start + evidence.length }, why }
}
const shown = async (claim: ReturnType<typeof told>): Promise<string> => String(await markedSentence(claim))

const TEXT = 'Dana Wells told Reel that she does not know whether it & Co. will be renewed.'

test('the evidence is marked, and in it the event and the hedge, beside it the cue', async () => {
  const seen = { events: 'be renewed', factuality: 'not know whether', attribution: 'told' }
  const claim = told(TEXT, 'she does not know whether it & Co. will be renewed', seen)
  assert.equal(
    await shown(claim),
    '<blockquote dir="auto"><p>Dana Wells <span class="seen cue">told</span> Reel that <mark>she does <span class="seen hedge">not know whether</span> it &amp; Co. will <span class="seen event">be renewed</span></mark>.</p></blockquote>',
  )
  assert.deepEqual(wordsSeen(claim, 'factuality'), ['not know whether'])
})

test('what reaches over the edge of the evidence is marked on both sides of it; what stands elsewhere is left out', async () => {
  const claim = told(TEXT, 'know whether it', { factuality: 'not know whether' })
  claim.why.push({ stage: 'attribution', note: '', span: { start: 5, end: 9 } })
  assert.match(
    await shown(claim),
    /<span class="seen hedge">not <\/span><mark><span class="seen hedge">know whether<\/span> it<\/mark>/,
  )
  assert.deepEqual(wordsSeen(claim, 'attribution'), [])
})

test('of a long sentence only what stands around the evidence is shown', async () => {
  const text = `${'before '.repeat(200)}it returns ${'after '.repeat(200)}`
  const page = await shown(told(text, 'it returns', {}))
  assert.ok(page.length < 700, `${page.length}`)
  assert.match(page, /<p>… before .*before <mark>it returns<\/mark> after .*after …<\/p>/)
  const unbroken = await shown(told(`${'x'.repeat(2000)}it returns${'y'.repeat(2000)}`, 'it returns', {}))
  assert.match(unbroken, /<p>… <mark>it returns<\/mark> …<\/p>/)
})
