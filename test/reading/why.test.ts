// Every claim tells how the reading came to it, in words that lead whoever wants to mend it to the right file.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import type { Claim } from '../../src/reading/claim.ts'
import { compile } from '../../src/reading/knowledge.ts'
import { read, readWhy } from '../../src/reading/read.ts'

const root = join(import.meta.dirname, '../..')
const knowledge = compile(loadPhraseBook(join(root, 'phrases/en')))
const about = { outlet: 'Signal & Reel', published: '2031-02-01' }
const ARTICLES = [
  'Lumo has renewed its drama series “Glass Harbor” for a second season, which premieres on March 8.',
  `The drama series “Night Ferry” is on Lumo.

“I doubt that “Night Ferry” will be renewed for a third season,” showrunner Ruth Aldous told Deadline.`,
  `The drama series “Saltmarsh” is on Netflix.

Netflix denied that “Saltmarsh” was cancelled.`,
]
const claims = ARTICLES.flatMap((text) => read(fromText(text, about), knowledge).map((claim) => ({ text, ...claim })))

const claim = (event: string, show: string): Claim => {
  const found = claims.find((c) => c.event === event && c.show === show)
  assert.ok(found, `${event} of ${show} among ${claims.map((c) => `${c.event} of ${c.show}`).join(', ')}`)
  return found
}
const notes = (c: Claim, stage: string): string =>
  c.why
    .filter((step) => step.stage === stage)
    .map((step) => step.note)
    .join(' | ')

describe('the steps of a claim', () => {
  test('are named after the files in which they were taken', () => {
    for (const { why } of claims)
      for (const { stage } of why) assert.ok(existsSync(join(root, 'src/reading', `${stage}.ts`)), stage)
  })

  test('tell the words and the phrase', () => {
    assert.match(
      notes(claim('renewal', 'Glass Harbor'), 'events'),
      /“renewed” tells of a renewal by the phrase “\{renew\}”/,
    )
    assert.match(notes(claim('renewal', 'Glass Harbor'), 'events'), /it happens to “Glass Harbor”/)
  })

  test('tell why the name is a series, why this show and why this season', () => {
    assert.match(
      notes(claim('renewal', 'Glass Harbor'), 'typing'),
      /^Glass Harbor is a series at \d+ %: the article calls it a series;/,
    )
    assert.match(notes(claim('renewal', 'Glass Harbor'), 'linking'), /^about Glass Harbor at \d+ % \(no claim \d+ %/)
    assert.match(
      notes(claim('renewal', 'Glass Harbor'), 'numbering'),
      /^season 2: so say the words “a second season”|^season 2: so say the words “second season”/,
    )
  })

  test('tell which words are the day', () => {
    assert.equal(notes(claim('premiere', 'Glass Harbor'), 'dates'), '“March 8” is 2031-03-08')
    assert.equal(notes(claim('renewal', 'Glass Harbor'), 'dates'), '')
  })

  test('tell what each hedge reaches and what it makes of the certainty', () => {
    assert.match(
      notes(claim('renewal', 'Night Ferry'), 'factuality'),
      /the hedge “doubt( that)?” reaches .*, here “.*be renewed for a third season.*”: yes becomes unlikely/,
    )
    assert.match(
      notes(claim('cancellation', 'Saltmarsh'), 'factuality'),
      /the hedge “denied( that)?” reaches .*: yes becomes no/,
    )
    assert.match(notes(claim('renewal', 'Glass Harbor'), 'factuality'), /^nothing negates or hedges it: yes/)
  })

  test('tell why that speaker, and through whom', () => {
    const told = notes(claim('renewal', 'Night Ferry'), 'attribution')
    assert.match(told, /“told” is the cue behind the quotation \| Ruth Aldous: its subject \| through Deadline/)
    assert.match(notes(claim('cancellation', 'Saltmarsh'), 'attribution'), /“denied” .* \| Netflix/)
    assert.match(notes(claim('renewal', 'Glass Harbor'), 'attribution'), /Signal & Reel itself says so/)
  })

  test('point into the text', () => {
    for (const { text, why } of claims)
      for (const { note, span } of why) if (span) assert.ok(text.slice(span.start, span.end).trim().length > 0, note)
  })
})

describe('what looked like a claim', () => {
  const passedOver = (text: string): string =>
    readWhy(fromText(text, about), knowledge)
      .passedOver.map(({ stage, note }) => `${stage}: ${note}`)
      .join('\n')

  test('is told with the step at which it was passed over', () => {
    const told = passedOver(
      'The drama series “Glass Harbor” is on Lumo.\n\nLumo could have renewed “Glass Harbor” for a second season.\n\nThe crew renewed its lease.',
    )
    assert.match(
      told,
      /^factuality: “renewed” tells of a renewal .*: its verb is “could have renewed”.*: yes becomes no claim$/m,
    )
    assert.match(told, /^linking: “renewed” tells of a renewal .*: no claim at \d+ %/m)
  })

  test('changes nothing about the claims', () => {
    for (const text of ARTICLES)
      assert.deepEqual(readWhy(fromText(text, about), knowledge).claims, read(fromText(text, about), knowledge))
  })

  test('is nothing in a text of which hardly a word is the trade’s', () => {
    assert.equal(passedOver('The council met on Monday.'), 'scan: too few words of the trade: the text was not read')
  })
})
