// The step of migrations.ts that gives articles and claims other ids.
import { inflateSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { Article } from '../article/article.ts'
import type { Claim } from '../reading/claim.ts'
import { articleId, claimId, keptArticle, versionOf } from './identity.ts'
import type { Earlier } from './migrating.ts'

/** Gives the articles of version 1, and their claims, the ids of version 2. */
export async function renameArticles(db: Kysely<Earlier>): Promise<void> {
  for (const { id: old } of await db.selectFrom('articles').select('id').orderBy('id').execute()) {
    const row = await db.selectFrom('articles').selectAll().where('id', '=', old).executeTakeFirstOrThrow()
    const article = keptArticle({
      ...row,
      text: inflateSync(row.text).toString(),
      emphasis: JSON.parse(row.emphasis),
      headings: JSON.parse(row.headings),
    } as Article)
    const id = articleId(article)
    const page = versionOf(article.url)
    const { title, outlet, author, url } = article
    // The new row first: claims must always have an article.
    await db
      .insertInto('articles')
      .values({ ...row, id, title, outlet, author, url, page })
      .execute()
    for (const claim of await db.selectFrom('claims').selectAll().where('article_id', '=', old).execute()) {
      const { span_start, span_end, sentence_start, sentence_end, via } = claim
      const said = {
        ...claim,
        via: JSON.parse(via),
        span: { start: span_start, end: span_end },
        sentence: { start: sentence_start, end: sentence_end },
      } as Claim
      await db
        .updateTable('claims')
        .set({ id: claimId(id, said), article_id: id })
        .where('id', '=', claim.id)
        .where('reading', '=', claim.reading)
        .execute()
    }
    await db.deleteFrom('articles').where('id', '=', old).execute()
  }
}
