// Facts beside the status, on the sentences of corpus/facts/: all that are expected are found, and nothing else.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { load } from 'js-yaml'
import type { ExpectedFact } from '../../corpus/facts.ts'
import { loadFacts, loadQuotations } from '../../corpus/facts.ts'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import type { Fact } from '../../src/reading/index.ts'
import { analyse, compile, FACTS, read, readFacts, readWhole } from '../../src/reading/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const knowledge = compile(loadPhraseBook(join(ROOT, 'phrases/en')))

/** Expected fields that a fact does not have; what is not given is none. */
const fits = (found: Fact, expected: ExpectedFact): boolean => {
  const wanted: Record<string, unknown> = {
    speaker: null,
    ...(found.fact === 'credit' ? { character: null } : {}),
    ...expected,
  }
  const given = { ...found, waits_on_show: null, waits_on_seasons: [] } as Record<string, unknown>
  if (found.fact === 'dependency')
    Object.assign(given, { waits_on_show: found.waitsOnShow, waits_on_seasons: found.waitsOnSeasons })
  return Object.entries(wanted).every(([key, value]) => JSON.stringify(given[key] ?? null) === JSON.stringify(value))
}

const brief = ({ span: _, sentence: __, evidence: ___, via: ____, date: _____, ...fact }: Fact): string =>
  JSON.stringify(fact)

for (const kind of FACTS) {
  describe(`facts: ${kind}`, () => {
    for (const { id, article, facts, optional } of loadFacts(join(ROOT, `corpus/facts/${kind}.yaml`))) {
      it(`${id}: ${article.text.slice(0, 90)}`, () => {
        const found = readFacts(article, knowledge)
        const missed = facts.filter((expected) => !found.some((fact) => fits(fact, expected)))
        const wrong = found.filter((fact) => ![...facts, ...optional].some((expected) => fits(fact, expected)))
        assert.deepEqual(
          { missed: missed.map((f) => JSON.stringify(f)), wrong: wrong.map(brief) },
          { missed: [], wrong: [] },
        )
        for (const { evidence, span } of found) assert.equal(article.text.slice(span.start, span.end), evidence)
      })
    }
  })
}

describe('examples of facts.yaml', () => {
  const sections = load(readFileSync(join(ROOT, 'phrases/en/facts.yaml'), 'utf8')) as Record<
    string,
    { examples: string[]; not: string[] }
  >
  const yields = (text: string, kind: string): boolean =>
    readFacts(fromText(text, { published: '2031-05-10' }), knowledge).some(({ fact }) => fact === kind)
  for (const kind of FACTS) {
    it(kind, () => {
      const { examples, not } = sections[kind]!
      assert.deepEqual([examples.filter((e) => !yields(e, kind)), not.filter((e) => yields(e, kind))], [[], []])
    })
  }
})

describe('facts and claims', () => {
  it('the claims are the same, whether facts are asked for or not', () => {
    for (const { article } of loadFacts(join(ROOT, 'corpus/facts/dependency.yaml')))
      assert.deepEqual(readWhole(article, knowledge).claims, read(article, knowledge))
  })
})

describe('whose words a quotation is', () => {
  for (const { id, article, speakers } of loadQuotations(join(ROOT, 'corpus/facts/quotations.yaml'))) {
    it(id, () => {
      const analysis = analyse(article, knowledge)
      assert.ok(analysis)
      const heard = speakers.map(({ quote }) => {
        const at = article.text.indexOf(quote)
        const index = analysis.quotations.findIndex(
          (q) => q.speech && analysis.tokens[q.from]!.start <= at && at < analysis.tokens[q.to - 1]!.end,
        )
        return { quote, speaker: index < 0 ? null : (analysis.attribution.quotation(index)?.speaker ?? null) }
      })
      assert.deepEqual(heard, speakers)
    })
  }
})
