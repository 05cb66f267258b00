// Whatever the text, reading it throws nothing, quotes it letter by letter, and comes to the same twice.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadCorpus, NEIGHBOUR } from '../../corpus/corpus.ts'
import type { Article } from '../../src/article/article.ts'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { EVENTS, FACTUALITIES, ROLES } from '../../src/reading/claim.ts'
import { readFacts } from '../../src/reading/facts/read-facts.ts'
import { compile } from '../../src/reading/knowledge.ts'
import { read } from '../../src/reading/read.ts'

const book = loadPhraseBook(join(import.meta.dirname, '../../phrases/en'))
const knowledge = compile(book)

/** Words that the reading stops at, and what breaks sentences, words and characters apart. */
const PIECES = [
  ...[
    'Lumo',
    'Netflix',
    'NBC',
    'Deadline',
    'Ruth Aldous',
    'Hal Teague',
    'Glass Harbor',
    '“Glass Harbor”',
    'GLASS HARBOR',
  ],
  ...[
    'renewed',
    'has renewed',
    'was not renewed',
    'cancelled',
    'premieres',
    'will return',
    'ends',
    'delayed',
    'ordered',
  ],
  ...[
    'for a second season',
    'season 2',
    'S2',
    'seasons three and four',
    'another season',
    'its final season',
    'the show',
  ],
  ...[
    'said',
    'told',
    'denied that',
    'according to',
    'reportedly',
    'might',
    'not',
    'if',
    'whether',
    'it',
    'she',
    'they',
  ],
  ...[
    'March 8, 2018',
    'next fall',
    'on Friday',
    'Q2',
    '9/8c',
    'series',
    'drama',
    'showrunner',
    'film',
    'and',
    'or',
    'to',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    ',',
    '.',
    '?',
    '!',
    ':',
    ';',
    '—',
    '-',
    '•',
    '…',
    '\n',
    '\n\n',
    '\t',
  ],
  ...[
    '\u0000',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '😀',
    'e\u0301',
    'İ',
    'ß',
    'ﬁ',
    '第二季',
    'الموسم',
  ],
]
const prose = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 80,
    },
  )
  .chain((pieces) => fc.constantFrom(' ', ' ', ' ', '').map((gap) => pieces.join(gap)))
const phrases = fc
  .array(fc.constantFrom(...book.events.map((e) => e.phrase), ...book.hedges.map((h) => h.phrase)), { maxLength: 12 })
  .map((found) =>
    found
      .join(' Glass Harbor ')
      .replace(/[{}()]/g, '')
      .replaceAll('|', ' '),
  )
const anything = fc.oneof(
  prose,
  phrases.map((words) => `Lumo, a series on television: ${words} season 2.`),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
)
const day = fc.option(fc.date({ min: new Date('1950-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }))

const article: fc.Arbitrary<Article> = fc
  .record({
    text: anything,
    title: fc.option(prose),
    outlet: fc.option(fc.constantFrom('Deadline', 'Signal & Reel')),
    day,
  })
  .map(({ text, title, outlet, day }) =>
    fromText(text, { title, outlet, published: day?.toISOString().slice(0, 10) ?? null }),
  )
/** Spans as a page's emphasis gives them, and as no page should: out of order, empty, beyond the text. */
const marked = fc
  .tuple(article, fc.array(fc.record({ start: fc.nat(500), end: fc.nat(500) }), { maxLength: 5 }))
  .map(([known, emphasis]) => ({ ...known, emphasis }))

const settings = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 400) }

test('any text is read without an error, and quoted letter by letter', () => {
  fc.assert(
    fc.property(fc.oneof(article, marked), (input) => {
      for (const claim of read(input, knowledge)) {
        const { span, sentence, evidence } = claim
        assert.equal(input.text.slice(span.start, span.end), evidence)
        assert.ok(evidence.length > 0 && evidence === evidence.trim())
        assert.ok(sentence.start <= span.start && span.end <= sentence.end, 'the sentence holds its evidence')
        assert.ok(0 <= sentence.start && sentence.end <= input.text.length)
        for (const step of claim.why) {
          assert.ok(step.stage && step.note)
          if (step.span)
            assert.ok(0 <= step.span.start && step.span.start < step.span.end && step.span.end <= input.text.length)
        }
        assert.ok(EVENTS.includes(claim.event))
        assert.ok(FACTUALITIES.includes(claim.factuality))
        assert.ok(ROLES.includes(claim.role))
        assert.ok(claim.season === null || Number.isInteger(claim.season))
        assert.ok(claim.show.trim() !== '')
        if (claim.date !== null)
          assert.match(claim.date, /^\d{4}(-\d\d(-\d\d)?|-Q[1-4]|-(early|mid|late|spring|summer|autumn|winter))?$/)
      }
    }),
    settings,
  )
})

test('the facts of any text are quoted letter by letter, and the same twice', () => {
  fc.assert(
    fc.property(fc.oneof(article, marked), (input) => {
      const facts = readFacts(input, knowledge)
      for (const { span, sentence, evidence, show } of facts) {
        assert.equal(input.text.slice(span.start, span.end), evidence)
        assert.ok(sentence.start <= span.start && span.end <= sentence.end, 'the sentence holds its evidence')
        assert.ok(show.trim() !== '')
      }
      assert.deepEqual(readFacts(structuredClone(input), knowledge), facts)
    }),
    settings,
  )
})

test('the same text gives the same claims', () => {
  const again = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))
  fc.assert(
    fc.property(article, (input) => {
      const claims = read(input, knowledge)
      assert.deepEqual(read(structuredClone(input), knowledge), claims)
      assert.deepEqual(read(input, again), claims)
    }),
    settings,
  )
})

test('an article that is cut off behind any of its words is read', () => {
  const whole = `${NEIGHBOUR}

Kestrel has renewed Glass Harbor, a rookie drama, for a second season, and “Night Ferry,” the comedy, for a seventh and an eighth. Neither “Saltmarsh” nor the thriller “Low Orbit” will return, said “Saltmarsh” creator Ruth Aldous, unless somebody else, perhaps the streamer, wants to. “It is unlikely to premiere before May,” she announced Monday, ahead of its series premiere in the podcast “Tin Ear,” if it was due in October when season 3 dropped.`
  for (const { index } of whole.matchAll(/(?<=\S)(?=\s|[,.”])/g))
    for (const claim of read(fromText(whole.slice(0, index), { published: '2031-05-10' }), knowledge))
      assert.ok(claim.evidence.length > 0)
})

test('every article of our own is read wherever it is cut out', () => {
  const articles = loadCorpus(join(import.meta.dirname, '../../corpus/news'))
  articles.forEach(({ article: { text, published } }, i) => {
    // A place that is another in each article, and the same in each run.
    const end = text.indexOf(' ', (i * 7919) % text.length)
    const cut = text.slice(Math.max(0, end - 1200), end < 0 ? undefined : end)
    for (const claim of read(fromText(cut, { published }), knowledge)) assert.ok(cut.includes(claim.evidence))
  })
  for (const cut of ['in May of this', 'in May of last', 'due this', 'an untitled comedy from “Rules'])
    assert.deepEqual(read(fromText(`${NEIGHBOUR}\n\nIt is ${cut}`, { published: '2031-05-10' }), knowledge), [])
})
