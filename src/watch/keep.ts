// One article into the ledger. What these rules have read already is not read again, so that whoever was stopped half-way may simply
// begin anew.
import type { Article } from '../article/article.ts'
import { withTrueEdit } from '../article/dates.ts'
import { articleId, keptArticle } from '../ledger/identity.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Told } from './reading.ts'
import { instant } from './tools.ts'

export interface Keeper {
  ledger: Ledger
  read: (article: Article) => Promise<Told> | Told
  /** Version of the rules that read. */
  rules: string
  /** Milliseconds since 1970. */
  now: () => number
  /** What is kept is part of the first-run sample. */
  sample?: boolean
}

/**
 * Keeps an article and its claims.
 * @returns how many claims it makes
 * @throws Error in one line
 */
export async function keepArticle(article: Article, keeper: Keeper): Promise<{ added: boolean; claims: number }> {
  const { ledger, read, rules, now, sample = false } = keeper
  const known = await ledger.article(articleId(keptArticle(article)))
  if (
    known?.reading === rules &&
    known.ref.sample === sample &&
    !tellsEdit(withTrueEdit(article, instant(now())), known.article)
  )
    return { added: false, claims: (await ledger.claims({ article: known.ref.id })).length }
  const { claims, facts } = await read(article)
  const { added } = await ledger.add(article, claims, { heard: instant(now()), reading: rules, sample, facts })
  return { added, claims: claims.length }
}

/** Whether it tells an edit of which the ledger does not know, or an earlier one. */
const tellsEdit = ({ modified }: Article, known: Article): boolean =>
  modified !== null && (known.modified === null || modified < known.modified)
