// `bubblewatch read`: one article to its claims and the verdicts that follow from them alone.

import type { Article } from '../../article/article.ts'
import type { About } from '../../article/blocks.ts'
import { toArticle } from '../../article/convert.ts'
import { withTrueEdit } from '../../article/dates.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import { openExplainer } from '../../phrasebook/reader.ts'
import type { Step } from '../../reading/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { board } from '../../verdict/board.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { headline } from '../../verdict/explain.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { claimWithWhy, factRecord, verdictRecord } from '../records.ts'
import { chainOf, editedInWords, eventInWords, factInWords, nameOf, sourcesInWords } from '../wording.ts'
import { asHeard } from './as-heard.ts'
import { documentOf } from './inputs.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'
import { quote, wrap } from './wrap.ts'

export interface ReadOptions {
  /** For programs: one JSON object. */
  json?: boolean
  /** For people: the steps that made each claim. */
  why?: boolean
  /** What the text does not tell; believed before the text. */
  published?: string
  outlet?: string
  /** Hosts that may be reached although their addresses are not public. */
  allowPrivate?: readonly string[]
}

/**
 * Reads an article and prints what it says.
 * @param input a path, an address, or "-"
 * @param today ISO day; stands in for an unknown day of publication
 * @throws Error in one line when there is nothing to read
 */
export async function readArticle(
  input: string,
  { json, why, published, outlet, allowPrivate }: ReadOptions,
  root: string,
  today: string,
  terminal: Terminal,
): Promise<void> {
  const about: About = { published: published ?? null, outlet: outlet ?? null }
  const article = withTrueEdit(await toArticle(await documentOf(input, allowPrivate), about), today)
  const { claims: made, facts, passedOver } = openExplainer(root)(article)
  const claims = asHeard(article, made, today)
  const verdicts = inOrderOfMention(claims, board(claims, article.published ?? today))
  if (json) {
    terminal.print(
      JSON.stringify(
        {
          article,
          claims: claims.map(claimWithWhy),
          facts: facts.map(factRecord),
          verdicts: verdicts.map(verdictRecord),
        },
        null,
        2,
      ),
    )
    return
  }
  printHead(article, today, claims.length, terminal)
  for (const claim of claims) printClaim(claim, article, why ?? false, terminal)
  printFacts(facts, terminal)
  if (why) printPassedOver(passedOver, terminal)
  printVerdicts(verdicts, article.published ?? today, terminal)
}

function printHead(article: Article, today: string, claims: number, { print, bold, dim }: Terminal): void {
  if (article.title) print(bold(oneLine(article.title)))
  const day = article.published ? dateInWords(article.published) : null
  const from = [article.outlet, day, editedInWords(article)].filter((part) => part !== null)
  if (from.length) print(dim(oneLine(from.join(', '))))
  if (article.title || from.length) print()
  if (!claims) print('No claim about what happens to a season of a series.')
  else if (!article.published)
    print(dim(`The article tells no date; read as of today, ${dateInWords(today)} (--published DATE tells another).\n`))
}

function printClaim(claim: LedgerClaim, { outlet, published }: Article, why: boolean, terminal: Terminal): void {
  const { print, bold, dim, width } = terminal
  print(`${bold(oneLine(nameOf(claim)))}: ${oneLine(eventInWords(claim, published))}`)
  const day = published ? `, ${dateInWords(published)}` : ''
  print(dim(`  ${oneLine(chainOf(claim, outlet).join(' → '))}${day}`))
  const at = claim.sentence.start
  for (const line of quote(
    { sentence: claim.sentenceText, start: claim.span.start - at, end: claim.span.end - at },
    '  ',
    terminal,
  ))
    print(line)
  if (why) {
    for (const { stage, note } of claim.why) {
      for (const [i, line] of wrap(`${stage}: ${oneLine(note)}`, width === null ? null : width - 6).entries())
        print(dim(`${i ? '      ' : '    · '}${line}`))
    }
  }
  print()
}

/** What the article tells beside: scores, credits, appearances, fates, dependencies; each once in a line. */
function printFacts(facts: readonly Fact[], { print, dim, width }: Terminal): void {
  if (!facts.length) return
  print(dim('Beside the status:'))
  for (const fact of facts) {
    const said = fact.speaker === null ? '' : ` (${[fact.speaker, ...fact.via].join(' → ')})`
    const lines = wrap(
      oneLine(`${fact.season === null ? fact.show : nameOf(fact)}: ${factInWords(fact)}${said}`),
      width === null ? null : width - 4,
    )
    for (const [i, line] of lines.entries()) print(`${i ? '    ' : '  '}${line}`)
  }
  print()
}

/** For whoever misses a claim: what looked like one. */
function printPassedOver(steps: readonly Step[], { print, dim, width }: Terminal): void {
  if (!steps.length) return
  print('Passed over:')
  for (const { stage, note } of steps) {
    for (const [i, line] of wrap(`${stage}: ${oneLine(note)}`, width === null ? null : width - 6).entries())
      print(dim(`${i ? '      ' : '    · '}${line}`))
  }
  print()
}

function printVerdicts(verdicts: readonly Verdict[], day: string, { print, bold, dim, width }: Terminal): void {
  if (!verdicts.length) return
  print(dim(`By this article alone, as of ${dateInWords(day)}:`))
  for (const verdict of verdicts) {
    const lines = wrap(
      oneLine(`${nameOf(verdict)}: ${headline(verdict)} (sources: ${sourcesInWords(verdict.roots)})`),
      width === null ? null : width - 4,
    )
    const name = oneLine(nameOf(verdict))
    for (const [i, line] of lines.entries())
      print(i ? `    ${line}` : `  ${line.startsWith(name) ? bold(name) + line.slice(name.length) : line}`)
  }
}

/** Shows as the article comes to speak of them, their seasons by number. */
function inOrderOfMention(claims: readonly LedgerClaim[], verdicts: readonly Verdict[]): Verdict[] {
  const shows = claims.map((claim) => claim.show)
  const place = (show: string): number => (shows.includes(show) ? shows.indexOf(show) : shows.length)
  return verdicts.toSorted((a, b) => place(a.show) - place(b.show) || (a.season ?? 0) - (b.season ?? 0))
}
