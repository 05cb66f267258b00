// From every earlier version of the tables to today's, with articles in them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { articleId, claimId, keptArticle, versionOf } from '../../src/ledger/identity.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { sketchOf } from '../../src/ledger/likeness.ts'
import { migrate } from '../../src/ledger/migrate.ts'
import { MIGRATIONS } from '../../src/ledger/migrations.ts'
import { openLedger, storeAt } from '../../src/ledger/open.ts'
import { pick } from '../../src/ledger/pick.ts'
import type { Kept } from '../../src/ledger/records.ts'
import type { Tables } from '../../src/ledger/schema.ts'
import { derive } from '../../src/verdict/spells.ts'
import { article, claim, HEARD } from './material.ts'
import { onEachStore } from './stores.ts'

const kept = [article(), article({ url: null, published: null, title: 'Undated' })].map((a) => ({
  article: a,
  claims: [
    claim(a, 'has renewed', { via: ['Deadline'] }),
    claim(a, 'a second season', { season: null, stage: 'filming' }),
  ],
}))

async function all(ledger: Ledger): Promise<Kept[]> {
  const kept: Kept[] = []
  for await (const each of ledger.everything()) kept.push(each)
  return kept
}

/** Rows as each version wrote them. */
const FILL: ReadonlyArray<(db: Kysely<Tables>) => Promise<void>> = [
  async () => {},
  (db) => fill(db, 1),
  (db) => fill(db, 2),
  (db) => fill(db, 3),
  (db) => fill(db, 4),
  (db) => fill(db, 5),
  (db) => fill(db, 6),
  (db) => fill(db, 7),
  (db) => fill(db, 8),
  (db) => fill(db, 9),
  (db) => fill(db, 10),
  (db) => fill(db, 11),
  (db) => fill(db, 12),
  (db) => fill(db, 13),
  (db) => fill(db, 14),
  (db) => fill(db, 15),
  (db) => fill(db, 16),
  (db) => fill(db, 17),
  (db) => fill(db, 18),
]

async function fill(db: Kysely<Tables>, version: number): Promise<void> {
  for (const [i, { article: given, claims }] of kept.entries()) {
    const a = version === 1 ? given : keptArticle(given)
    const { text, published, url } = a
    const id = version === 1 ? `old ${i}` : articleId(a)
    const article = {
      id,
      ...pick(a, 'title', 'outlet', 'author', 'url', 'published'),
      heard: HEARD.heard,
      day: published ?? '2031-05-11',
      sample: 0,
      reading: HEARD.reading,
      text: deflateSync(text),
      emphasis: JSON.stringify(a.emphasis),
      headings: JSON.stringify(a.headings),
      ...(version === 1 ? {} : { page: versionOf(url) }),
      ...(version < 4 ? {} : { sketch: sketchOf(text) }),
    }
    await db
      .insertInto('articles')
      .values(article as never)
      .execute()
    if (version > 1)
      await db.insertInto('readings').values({ article_id: id, reading: HEARD.reading, read: HEARD.heard }).execute()
    for (const [j, c] of claims.entries()) {
      const { span, sentence, via, why, stage = null, ...rest } = c
      const row = {
        ...rest,
        stage,
        id: version === 1 ? `${id} ${j}` : claimId(id, c),
        article_id: id,
        reading: HEARD.reading,
        show_key: 'glassharbor',
        via: JSON.stringify(via),
        why: JSON.stringify(why),
        span_start: span.start,
        span_end: span.end,
        sentence_start: sentence.start,
        sentence_end: sentence.end,
        sentence_text: text.slice(sentence.start, sentence.end),
      }
      await db.insertInto('claims').values(row).execute()
    }
  }
  if (version > 7)
    for (const name of ['Deadline', 'Signal & Reel'])
      await db.insertInto('outlets').values({ name, published: '2031-05-10', heard: HEARD.heard }).execute()
  if (version > 2) await db.insertInto('stale_shows').values({ show_key: 'glassharbor', mark: 1 }).execute()
}

onEachStore((under) => {
  test('there is a filling for each version', () => assert.equal(FILL.length, MIGRATIONS.length + 1))

  for (let version = 0; version < MIGRATIONS.length; version++)
    test(`from version ${version}`, async () => {
      const place = await under.place()
      const store = await storeAt(place)
      await migrate(store, MIGRATIONS.slice(0, version))
      await FILL[version]!(store.db)
      await store.db.destroy()
      const ledger = await openLedger(place)
      const fresh = await under.ledger()
      if (version > 0) for (const { article: a, claims } of kept) await fresh.add(a, claims, HEARD)
      assert.deepEqual(await all(ledger), await all(fresh))
      assert.deepEqual(await ledger.claims(), await fresh.claims())
      assert.deepEqual(await Promise.all([ledger.refresh(derive), fresh.refresh(derive)]), version ? [1, 1] : [0, 0])
      assert.deepEqual(await ledger.briefs('2031-06-01'), await fresh.briefs('2031-06-01'))
      assert.deepEqual(await ledger.roots('Glass Harbor'), await fresh.roots('Glass Harbor'))
      const turns = (of: Ledger) => of.turns({ since: '', until: '2031-06-01' })
      assert.deepEqual(await turns(ledger), await turns(fresh))
      assert.deepEqual(await ledger.outlets(), await fresh.outlets())
      assert.deepEqual(
        (await ledger.outlets()).map((outlet) => outlet.name),
        version ? ['Deadline', 'Signal & Reel'] : [],
      )
      // What is known by its new name is not added again.
      if (version > 0)
        for (const { article: a, claims } of kept) assert.equal((await ledger.add(a, claims, HEARD)).added, false)
      await ledger.close()
    })

  test('what was told before of another show ties the two', async () => {
    const place = await under.place()
    const store = await storeAt(place)
    const before = MIGRATIONS.findIndex(({ name }) => name === 'facts that tie shows')
    await migrate(store, MIGRATIONS.slice(0, before))
    await FILL[before]!(store.db)
    const { id } = await store.db.selectFrom('articles').select('id').limit(1).executeTakeFirstOrThrow()
    const facts = [
      { fact: 'dependency', show: 'Night Ferry', waitsOnShow: 'Glass Harbor' },
      { fact: 'dependency', show: 'Night Ferry', waitsOnShow: null },
      { fact: 'appearance', show: 'Glass Harbor', character: 'Dolly Crane', of: 'Glass Harbor' },
      { fact: 'credit', show: 'Night Ferry', person: 'Dana Wells', role: 'creator', character: 'Glass Harbor' },
    ]
    for (const [place, fact] of facts.entries()) {
      const row = { article_id: id, reading: HEARD.reading, place, show_key: 'x', told: JSON.stringify(fact) }
      await store.db
        .insertInto('facts')
        .values(row as never)
        .execute()
    }
    await store.db.destroy()
    const ledger = await openLedger(place)
    assert.deepEqual(await ledger.lists.ties('glassharbor', '2031-12-31'), facts.slice(0, 1) as never)
    await ledger.close()
  })

  test('of what was heard before the hours were kept they are unknown, until it is heard again', async () => {
    const place = await under.place()
    const store = await storeAt(place)
    const before = MIGRATIONS.findIndex(({ name }) => name === 'the hours of publication and editing')
    await migrate(store, MIGRATIONS.slice(0, before))
    await FILL[before]!(store.db)
    await store.db.destroy()
    const ledger = await openLedger(place)
    const hours = { publishedAt: '2031-05-10T09:00:00.000Z', modified: '2031-05-10T14:05:00.000Z' }
    const [{ article: old, claims }] = kept as [(typeof kept)[0]]
    const id = articleId(keptArticle(old))
    const told = async () => pick((await ledger.article(id))!.article, 'publishedAt', 'modified')
    assert.deepEqual(await told(), { publishedAt: null, modified: null })
    assert.deepEqual(await ledger.add({ ...old, ...hours }, claims, HEARD), { id, added: false })
    assert.deepEqual(await told(), hours)
    await ledger.close()
  })

  test('several openers migrate once', async () => {
    const place = await under.place()
    const store = await storeAt(place)
    await migrate(store, MIGRATIONS.slice(0, 1))
    await FILL[1]!(store.db)
    await store.db.destroy()
    const ledgers = await Promise.all(Array.from({ length: 4 }, () => openLedger(place)))
    for (const ledger of ledgers) {
      assert.equal((await ledger.counts()).claims, 4)
      await ledger.close()
    }
  })
})
