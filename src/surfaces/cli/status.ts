// `bubblewatch status`: a line a season, for one show.
import { nearestTitles, showKey } from '../../catalogue/titles.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { board } from '../../verdict/board.ts'
import { certaintyWords } from '../../verdict/certainty.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { explain, headline } from '../../verdict/explain.ts'
import { resolve } from '../../verdict/resolve.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { isBeyondEnd } from '../../verdict/verdict.ts'
import { factCitation, verdictRecord } from '../records.ts'
import {
  capital,
  chainOf,
  fateInWords,
  nothingHeard,
  premiereInWords,
  seasonName,
  sinceInWords,
  sourcesInWords,
} from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'
import { wrap } from './wrap.ts'

export interface StatusOptions {
  season?: number
  /** ISO day. */
  asOf: string
  /** ISO instant: what had been heard, and how it was read, by then. */
  knownAt?: string
  /** Tells the reasons of each verdict in a paragraph below its line. */
  why?: boolean
  json?: boolean
}

/** Titles that are suggested for one that nobody knows. */
const SUGGESTIONS = 3

/**
 * Prints what is known of a show.
 * @param title in any spelling
 */
export async function showStatus(
  title: string,
  { season, asOf, knownAt, why, json }: StatusOptions,
  ledger: Ledger,
  { print, bold, dim, width }: Terminal,
): Promise<void> {
  const known = knownAt ? { knownAt } : {}
  const claims = await ledger.claims({ ...known, show: title, asOf })
  const of =
    season === undefined
      ? board(claims, asOf)
      : claims.length
        ? [resolve(claims, { show: title, season, day: asOf })]
        : []
  const verdicts = of.toSorted((a, b) => (a.season ?? 0) - (b.season ?? 0))
  const show = verdicts[0]?.show ?? title
  const { suggestions, firstHeard } = verdicts.length
    ? { suggestions: [], firstHeard: null }
    : await otherwise(title, known, ledger)
  if (json) {
    const told = await ledger.facts(title, { ...known, asOf })
    const facts = told.filter((f) => season === undefined || f.season === null || f.season === season).map(factCitation)
    const seasons = verdicts.map(verdictRecord)
    print(JSON.stringify({ show, day: asOf, seasons, facts, firstHeard, suggestions }, null, 2))
    return
  }
  if (!verdicts.length) {
    print(capital(oneLine(nothingHeard(title, asOf))))
    if (firstHeard) print(`It was first heard of on ${dateInWords(firstHeard)}.`)
    if (suggestions.length) print(`Did you mean ${suggestions.map((s) => `“${oneLine(s)}”`).join(' or ')}?`)
    return
  }
  print(`${bold(oneLine(show))} ${dim(`as of ${dateInWords(asOf)}`)}`)
  for (const verdict of verdicts) {
    print(lineOf(verdict, bold))
    if (why) for (const line of wrap(oneLine(explain(verdict)), width && width - 4)) print(dim(`    ${line}`))
  }
}

/** Of a show of which nothing was heard by then: the day on which it was heard of later, or else the titles nearest to it. */
async function otherwise(
  title: string,
  known: { knownAt?: string },
  ledger: Ledger,
): Promise<{ suggestions: string[]; firstHeard: string | null }> {
  const [first] = await ledger.claims({ ...known, show: title })
  if (first) return { suggestions: [], firstHeard: first.article.published }
  const titles = (await ledger.shows()).filter((s) => s.key !== showKey(title)).map((s) => s.show)
  return { suggestions: nearestTitles(title, titles, SUGGESTIONS), firstHeard: null }
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Fate, certainty, premiere, since when, the deciding words with their source, how many independent sources for and against. */
function lineOf(verdict: Verdict, bold: (text: string) => string): string {
  const { fate, certainty, season, deciding, contested, delayed, final, progress } = verdict
  const name = capital(seasonName(season))
  if (!deciding) return `  ${name}: ${bold('nothing heard')}`
  // Of a season beyond the end there is no more to tell than how the series ended.
  if (isBeyondEnd(verdict)) return `  ${name}: ${uncapital(oneLine(headline(verdict)))}`
  const { evidence, article } = deciding
  const parts = [
    [sinceInWords(verdict), contested ? 'contested' : null].filter((part) => part !== null).join(', '),
    fate !== 'renewed' && !verdict.premiere
      ? ''
      : [progress === 'filming' || progress === 'wrapped' ? progress : '', premiereInWords(verdict)]
          .filter(Boolean)
          .join(', '),
    delayed ? `put off since ${dateInWords(delayed.since)}` : '',
    final ? 'the last season' : '',
    `“${evidence}” — ${chainOf(deciding, article.outlet).join(' → ')}, ${dateInWords(article.published)}`,
    `sources: ${sourcesInWords(verdict.roots)}`,
  ]
  return `  ${name}: ${bold(fateInWords(fate, season))} (${certaintyWords(fate, certainty)}) ${oneLine(parts.filter(Boolean).join('; '))}`
}
