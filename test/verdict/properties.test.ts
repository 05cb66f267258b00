// What holds of every verdict, whatever the claims.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { showKey } from '../../src/catalogue/titles.ts'
import type { LedgerClaim } from '../../src/ledger/records.ts'
import { ROLES } from '../../src/reading/claim.ts'
import { board, seasonsOf } from '../../src/verdict/board.ts'
import { strengthOf } from '../../src/verdict/certainty.ts'
import { explain, headline } from '../../src/verdict/explain.ts'
import { historyOf } from '../../src/verdict/history.ts'
import { resolve } from '../../src/verdict/resolve.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { claim, claims, iso, SPEAKERS } from './generate.ts'

const question = fc.record({
  show: fc.constant('Glass Harbor'),
  season: fc.constantFrom(null, 1, 2, 3, 4),
  day: fc.nat(900).map(iso),
})

const RUNS = { numRuns: 3000 }

test('claims in any order give the same verdict, and one given twice counts once', () => {
  const shuffled = claims.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray([...list, ...list.slice(0, 3)], { minLength: list.length + Math.min(3, list.length) }),
    ),
  )
  fc.assert(
    fc.property(shuffled, question, ([list, other], q) => assert.deepEqual(resolve(other, q), resolve(list, q))),
    RUNS,
  )
})

test('a claim published after the day never matters', () => {
  fc.assert(
    fc.property(claims, question, (list, q) =>
      assert.deepEqual(
        resolve(list, q),
        resolve(
          list.filter((c) => c.article.published <= q.day),
          q,
        ),
      ),
    ),
    RUNS,
  )
})

test('a claim withdrawn by the day never matters for the fate, unless it held another root together', () => {
  fc.assert(
    fc.property(claims, question, (list, q) => {
      const stands = list.filter((c) => c.withdrawn === undefined || c.withdrawn > q.day)
      const alone = list.every((c) => c.withdrawn === undefined || sole(list, c))
      if (alone) assert.equal(resolve(list, q).fate, resolve(stands, q).fate)
    }),
    RUNS,
  )
})

/** Whether a claim is its root's only one, and of its platform the only decision. */
const sole = (list: readonly LedgerClaim[], c: LedgerClaim): boolean =>
  list.every((other) => other === c || !sameRoot(list, c, other)) &&
  !['renewal', 'cancellation', 'order'].includes(c.event)

test('claims about another show never matter', () => {
  fc.assert(
    fc.property(claims, question, (list, q) =>
      assert.deepEqual(
        resolve(list, q),
        resolve(
          list.filter((c) => c.show !== 'Quay'),
          q,
        ),
      ),
    ),
    RUNS,
  )
})

test('one more outlet that carries what was told never changes the fate or the count of sources', () => {
  const relayed = claims
    .filter((list) => list.length > 0)
    .chain((list) => fc.tuple(fc.constant(list), fc.nat(list.length - 1), fc.nat(14)))
  fc.assert(
    fc.property(relayed, question, ([list, which, later], q) => {
      const first = list[which]!
      const published = new Date(Date.parse(first.article.published) + later * 864e5).toISOString().slice(0, 10)
      const article = { ...first.article, id: 'relay', outlet: 'Relay', published }
      const relay: LedgerClaim = {
        ...first,
        id: `${first.id} relayed`,
        via: [...first.via, ...(first.via.length ? [] : [first.article.outlet!])],
        article,
      }
      // After a fortnight it is no relay. What was told of a series before any season was known may mean another by then.
      if (first.season === null || !sameRoot(list, first, relay)) return
      const [before, after] = [resolve(list, q), resolve([...list, relay], q)]
      assert.equal(after.fate, before.fate)
      assert.equal(after.certainty, before.certainty)
      assert.deepEqual(after.roots, before.roots)
    }),
    { numRuns: 10_000 },
  )
})

function sameRoot(list: readonly LedgerClaim[], a: LedgerClaim, b: LedgerClaim): boolean {
  const { told } = historyOf(
    [...list, b].filter((c) => showKey(c.show) === showKey(a.show)),
    1e6,
    '',
  )
  const rootOf = (id: string): number | undefined => told.find((t) => t.claim.id === id)?.root
  return rootOf(a.id) === rootOf(b.id)
}

test('a decisive claim never lowers certainty in its own direction: the newest, and where all claims name their season an early one', () => {
  const network = fc.constantFrom(...SPEAKERS.slice(0, 3))
  fc.assert(
    fc.property(
      claims,
      fc.nat(900),
      network,
      fc.constantFrom('renewal' as const, 'cancellation' as const),
      fc.constantFrom(1, 2, 3),
      claim,
      (list, day, [speaker, role], event, season, other) => {
        const q = { show: 'Glass Harbor', season, day: iso(day) }
        // The first season ever named brings along what had been told of the series.
        if (seasonsOf(list, q.day).some((row) => row.season === null)) return
        const early = other.article.published <= q.day && list.every((c) => c.season !== null)
        // Who names a third season makes that the one which a renewal of the same day without a season means.
        if (!early && list.some((c) => c.season === null && c.article.published === q.day)) return
        const article = {
          ...other.article,
          id: 'fresh',
          outlet: 'Fresh',
          published: early ? other.article.published : q.day,
        }
        const fresh: LedgerClaim = {
          ...other,
          id: 'fresh',
          show: 'Glass Harbor',
          season,
          event,
          factuality: 'yes',
          speaker,
          role,
          via: [],
          platform: null,
          date: null,
          article,
        }
        const up = event === 'renewal' ? 1 : -1
        const [before, after] = [resolve(list, q), resolve([...list, fresh], q)]
        // The cancellation of a season that has been shown is one of the series: it falls on the next.
        if (up < 0 && (after.progress === 'airing' || after.progress === 'aired')) return
        assert.ok(strengthOf(after) * up >= strengthOf(before) * up, `${headline(before)}\n${headline(after)}`)
      },
    ),
    { numRuns: 10_000 },
  )
})

test('nothing throws: any claims, any question, and what is said of them is whole', () => {
  const odd = fc.record({
    published: fc.oneof(fc.string(), fc.nat(900).map(iso)),
    date: fc.oneof(fc.constant(null), fc.string()),
    season: fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
    show: fc.string(),
    outlet: fc.oneof(fc.string(), fc.constant(null)),
    role: fc.constantFrom(...ROLES),
    speaker: fc.oneof(fc.string(), fc.constant(null)),
    evidence: fc.string(),
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(claim, odd), { maxLength: 8 }),
      fc.oneof(fc.string(), fc.nat(900).map(iso)),
      (list, day) => {
        const told = list.map(
          ([c, { published, outlet, evidence, ...rest }], i): LedgerClaim => ({
            ...c,
            ...rest,
            evidence,
            sentenceText: evidence,
            id: `${i}`,
            article: { ...c.article, published, outlet },
          }),
        )
        for (const row of seasonsOf(told, day)) whole(resolve(told, { ...row, day }))
        for (const v of board(told, day)) whole(v)
      },
    ),
    RUNS,
  )
})

function whole(v: Verdict): void {
  assert.ok(headline(v).length > 0 && explain(v).length > 0)
  assert.equal(v.since === null, v.before === null)
  for (const list of [v.pro, v.contra, v.open])
    for (const w of list) assert.ok(w.weight >= 0 && w.weight <= 1 && w.why.length > 0)
  assert.deepEqual(v.roots, { pro: v.pro.length, contra: v.contra.length, open: v.open.length })
}

test('the board holds the verdict on every season, newest change first', () => {
  fc.assert(
    fc.property(claims, fc.nat(900).map(iso), (list, day) => {
      const verdicts = board(list, day)
      for (const v of verdicts) assert.deepEqual(resolve(list, { show: v.show, season: v.season, day }), v)
      assert.deepEqual(
        new Set(verdicts.map((v) => `${v.show} ${v.season}`)),
        new Set(seasonsOf(list, day).map((r) => `${r.show} ${r.season}`)),
      )
      for (const [i, v] of verdicts.entries()) assert.ok(i === 0 || (verdicts[i - 1]!.since ?? '') >= (v.since ?? ''))
    }),
    { numRuns: 500 },
  )
})

test('since is the first day of the fate: it held every day from then on, and not the day before', () => {
  fc.assert(
    fc.property(claims, question, (list, q) => {
      const { fate, since, before } = resolve(list, q)
      if (since === null) return
      const dayBefore = new Date(Date.parse(since) - 864e5).toISOString().slice(0, 10)
      assert.equal(resolve(list, { ...q, day: dayBefore }).fate, before)
      for (let t = Date.parse(since); t <= Date.parse(q.day); t += 7 * 864e5)
        assert.equal(resolve(list, { ...q, day: new Date(t).toISOString().slice(0, 10) }).fate, fate)
    }),
    { numRuns: 3000 },
  )
})
