// Bubblewatch as a library.
//
//   import { english, fromText, read } from 'bubblewatch'
//
//   const knowledge = english()
//   for (const claim of read(fromText(text, { published: '2016-01-12', outlet: 'IGN' }), knowledge)) console.log(claim.show, claim.evidence)
//
// `bubblewatch/reading` and `bubblewatch/verdict` are the two pure halves alone: no disk, no network, no clock.
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { loadPhraseBook } from './phrasebook/load.ts'
import type { Knowledge } from './reading/knowledge.ts'
import { compile } from './reading/knowledge.ts'
import type { RawDocument } from './sources/raw-document.ts'

export type { About } from './article/blocks.ts'
/** Whatever was found (HTML, Markdown or plain text) to an article. */
export { toArticle } from './article/convert.ts'
export { fromHtml } from './article/html.ts'
export { fromMarkdown } from './article/markdown.ts'
export { fromText } from './article/text.ts'
/** Titles: when two spellings name one show, and which known ones are nearest to an unknown one. */
export { nearestTitles, showKey } from './catalogue/titles.ts'
export type { AddOptions, ClaimFilter, Counts, Ledger, ShowCount } from './ledger/ledger.ts'
/** The ledger: articles and claims, append-only, in one file or in PostgreSQL. */
export { ledgerPath, ledgerPlace, openLedger } from './ledger/open.ts'
export type { ArticleRecord, Brief, Derived, Kept, Outlet, Reading, Root } from './ledger/records.ts'
/** A folder of phrases. */
export { loadPhraseBook } from './phrasebook/load.ts'
export * from './reading/index.ts'
/** Files and folders to raw documents. */
export { readFileSource, readFolder } from './sources/files.ts'
export type { RawDocument } from './sources/raw-document.ts'
export * from './verdict/index.ts'

/**
 * The phrase book that comes with the package, compiled. Takes about a tenth of a second; keep it.
 * @throws Error in one line when its files are damaged
 */
export function english(): Knowledge {
  return compile(loadPhraseBook(join(dirname(findPackageJSON('..', import.meta.url)!), 'phrases', 'en')))
}

/**
 * Fetches a page. Private addresses are refused on every hop.
 * @param url http or https
 * @throws Error in one line when there is no page
 */
export async function fetchPage(url: string): Promise<RawDocument> {
  const { fetchPage: fetch } = await import('./sources/fetch-page.ts')
  return fetch(url)
}
