// The corpus keeps its own rules: every evidence stands in its article, every value is one of the guide's, and all of the
// guide's events and factualities are tried.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { ExpectedClaim } from '../../corpus/corpus.ts'
import { loadCorpus, loadSentences } from '../../corpus/corpus.ts'
import { EVENTS, FACTUALITIES, ROLES, STAGES } from '../../src/reading/claim.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')
const invented = loadCorpus(join(CORPUS, 'invented'))
const lookalikes = loadCorpus(join(CORPUS, 'lookalikes'))
const sample = loadCorpus(join(CORPUS, 'sample'))
const news = loadCorpus(join(CORPUS, 'news'))
const sentences = readdirSync(join(CORPUS, 'sentences'))
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => loadSentences(join(CORPUS, 'sentences', name)))
const articles = [...invented, ...lookalikes, ...sample, ...news]
const KINDS = ['trade', 'fan', 'magazine', 'headline', 'general', 'uk']
const DATE = /^\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|spring|summer|autumn|winter|early|mid|late))?$/

/** What is wrong with a claim; one line a fault. */
function faults(claim: ExpectedClaim, text: string, platforms = true): string[] {
  const found: string[] = []
  const expect = (holds: boolean, what: string) => {
    if (!holds) found.push(`${what} (${claim.show}, ${claim.event}: «${claim.evidence}»)`)
  }
  expect(claim.show.trim() !== '' && claim.show !== 'undefined', 'no show')
  expect(claim.season === null || (Number.isInteger(claim.season) && claim.season > 0), `season is ${claim.season}`)
  expect(EVENTS.includes(claim.event), `no event is called ${claim.event}`)
  expect(FACTUALITIES.includes(claim.factuality), `no factuality is called ${claim.factuality}`)
  expect(ROLES.includes(claim.role), `no role is called ${claim.role}`)
  expect(
    claim.stage === undefined || (STAGES.includes(claim.stage) && claim.event === 'production'),
    `stage ${claim.stage} on ${claim.event}`,
  )
  expect((claim.speaker === null) === (claim.role === 'outlet'), `speaker ${claim.speaker} with role ${claim.role}`)
  expect(
    (claim.speaker === 'anonymous') === (claim.role === 'anonymous'),
    `speaker ${claim.speaker} with role ${claim.role}`,
  )
  expect(
    claim.via.every((outlet) => /^[\p{L}\p{N}]/u.test(outlet) && outlet !== 'null'),
    `via ${JSON.stringify(claim.via)}`,
  )
  expect(claim.date === null || DATE.test(claim.date), `date ${claim.date}`)
  expect(claim.platform === null || /^[\p{L}\p{N}]/u.test(claim.platform), `platform ${claim.platform}`)
  expect(
    claim.evidence.trim() === claim.evidence && claim.evidence !== '' && text.includes(claim.evidence),
    'evidence is not in the text',
  )
  // Real networks go by more names than one: “Amazon’s” for Prime Video.
  // “Glass Harbor (Germany)” is what its German version goes by.
  const show = claim.show.replace(/ \([A-Z][\w. ]+\)$/, '')
  for (const name of platforms ? [show, claim.speaker, claim.platform, ...claim.via] : []) {
    expect(name === null || name === 'anonymous' || names(text, name), `“${name}” is not named in the text`)
  }
  return found
}

/** Whether all the words of a name stand in a text, whatever their accents and apostrophes. */
function names(text: string, name: string): boolean {
  const bare = (s: string) =>
    s
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/’/g, "'")
      .toLowerCase()
  return bare(name)
    .split(' ')
    .every((word) => bare(text).includes(word))
}

describe('corpus', () => {
  it('is as large as it should be', () => {
    assert.ok(invented.length >= 60, `${invented.length} invented`)
    assert.ok(lookalikes.length >= 25, `${lookalikes.length} look-alikes`)
    assert.ok(sample.length >= 24, `${sample.length} sample`)
    assert.ok(sentences.length >= 200, `${sentences.length} sentences`)
  })

  for (const { id, path, article, claims, kind } of articles) {
    it(`${id} is well annotated`, () => {
      assert.deepEqual(
        claims.flatMap((claim) => faults(claim, article.text, !path.includes('/news/'))),
        [],
      )
      assert.match(article.published ?? '', /^\d{4}-\d{2}-\d{2}$/)
      assert.ok(KINDS.includes(kind), `kind ${kind}`)
    })
  }

  it('has well annotated sentences', () => {
    assert.deepEqual(
      sentences.flatMap(({ id, article, claims }) =>
        claims.flatMap((claim) => faults(claim, article.text).map((fault) => `${id}: ${fault}`)),
      ),
      [],
    )
  })

  it('has no required claims among the look-alikes', () => {
    assert.deepEqual(
      lookalikes.flatMap(({ id, claims }) => (claims.some((claim) => !claim.optional) ? [id] : [])),
      [],
    )
  })

  it('tries every event and every factuality at least three times', () => {
    const claims = [...invented, ...sample].flatMap((a) => a.claims.filter((claim) => !claim.optional))
    for (const event of EVENTS) assert.ok(claims.filter((c) => c.event === event).length >= 3, event)
    for (const factuality of FACTUALITIES)
      assert.ok(claims.filter((c) => c.factuality === factuality).length >= 3, factuality)
  })
})
