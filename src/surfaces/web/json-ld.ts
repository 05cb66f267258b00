// A season for machines that read pages: schema.org's TVSeason, with the articles that its verdict rests on as citations.
import { raw } from 'hono/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import { headline } from '../../verdict/explain.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { originalOf, seasonPath, showPath } from './links.ts'
import type { Html } from './parts.ts'

/**
 * The block of data for a page's head. Browsers run none of it: it is no script by its type, and the content security policy need
 * allow nothing for it.
 * @param home where the site is: "https://bubblewatch.example"
 */
export function seasonData(verdict: Verdict, home: string): Html {
  const { show, season, premiere, pro, contra, open, fate } = verdict
  const series = { '@type': 'TVSeries', name: show, url: home + showPath(show, { asOf: null }) }
  const articles = new Map([...pro, ...contra, ...open].map(({ claim }) => [claim.article.id, claim]))
  const data = {
    '@context': 'https://schema.org',
    ...(season === null
      ? series
      : {
          '@type': 'TVSeason',
          name: `Season ${season}`,
          seasonNumber: season,
          url: home + seasonPath(show, season, { asOf: null }),
          partOfSeries: series,
        }),
    description: headline(verdict),
    creativeWorkStatus: fate,
    // schema.org has days, months and years, and nothing for “spring”.
    ...(premiere?.date && /^\d{4}(-\d\d){0,2}$/.test(premiere.date) ? { startDate: premiere.date } : {}),
    citation: [...articles.values()].map(citation),
  }
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return raw(`<script type="application/ld+json">${text}</script>`)
}

function citation(claim: LedgerClaim): object {
  const { title, outlet, author, published } = claim.article
  const url = originalOf(claim)
  return {
    '@type': 'NewsArticle',
    ...(title ? { headline: title } : {}),
    ...(url ? { url } : {}),
    ...(author ? { author: { '@type': 'Person', name: author } } : {}),
    ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
    datePublished: published,
    abstract: claim.evidence,
  }
}
