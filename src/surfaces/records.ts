// What programs are given, by the commands and over HTTP: plain records, one shape wherever a claim or a verdict appears.
import { pick } from '../ledger/pick.ts'
import type { ArticleRef, LedgerClaim, LedgerFact, Spell } from '../ledger/records.ts'
import type { Claim } from '../reading/claim.ts'
import type { Fact } from '../reading/facts/fact.ts'
import type { Change } from '../verdict/changes.ts'
import { explain, headline } from '../verdict/explain.ts'
import type { Certainty, Fate, Progress, Verdict, WeighedClaim } from '../verdict/verdict.ts'
import { changeInWords } from './wording.ts'

/** A claim in exactly the shape of docs/claims.md. */
export const claimFields = (claim: Claim) =>
  pick(
    claim,
    'show',
    'season',
    'event',
    'factuality',
    'speaker',
    'role',
    'via',
    'date',
    'platform',
    'stage',
    'evidence',
  )

/** A claim with where it stands in the article's text and how the reading came to it. */
export const claimWithWhy = (claim: LedgerClaim) => ({
  id: claim.id,
  ...claimFields(claim),
  ...pick(claim, 'span', 'sentence', 'why'),
})

/** A fact beside the status, in the shape of docs/claims.md. */
export const factRecord = (fact: Fact) => ({
  ...factFields(fact),
  ...pick(fact, 'speaker', 'via', 'date', 'evidence', 'span'),
})

/** An article, without its text. */
export const articleRecord = (article: ArticleRef) =>
  pick(article, 'id', 'title', 'outlet', 'author', 'url', 'published', 'modified', 'sample')

/** A fact that the ledger keeps, with its article. */
export const factCitation = (fact: LedgerFact) => ({ ...factRecord(fact), article: articleRecord(fact.article) })

/** What a fact says, without whose words they are. */
export const factFields = (fact: Fact) => {
  switch (fact.fact) {
    case 'score':
      return {
        ...pick(fact, 'fact', 'show', 'season', 'aggregator', 'value', 'scale'),
        audience: fact.audience ?? false,
      }
    case 'credit':
      return pick(fact, 'fact', 'person', 'role', 'show', 'character')
    case 'appearance':
      return pick(fact, 'fact', 'character', 'of', 'show', 'season')
    case 'fate':
      return pick(fact, 'fact', 'character', 'show', 'season', 'state')
    case 'dependency': {
      const { waitsOn: waits_on, waitsOnShow: waits_on_show, waitsOnSeasons: waits_on_seasons } = fact
      return { ...pick(fact, 'fact', 'show', 'season'), waits_on, waits_on_show, waits_on_seasons }
    }
  }
}

/** A claim that a verdict refers to, with its sentence and its article. */
export const citation = (claim: LedgerClaim) => ({
  id: claim.id,
  ...claimFields(claim),
  sentence: claim.sentenceText,
  ...pick(claim, 'withdrawn'),
  article: articleRecord(claim.article),
})

/** A change, with what it comes to in words. */
export const changeRecord = ({ claim, ...change }: Change) => ({
  ...change,
  words: changeInWords({ ...change, claim }),
  claim: orNull(claim),
})

/**
 * How a season stands, without the reasons.
 * @param key of its show (catalogue/titles.ts)
 */
export const seasonRecord = (key: string, spell: Spell) => ({
  show: spell.show,
  show_id: key,
  season: spell.season,
  fate: spell.fate as Fate,
  certainty: spell.certainty as Certainty,
  contested: spell.contested,
  progress: spell.progress as Progress | null,
  premiere: { date: spell.premiere, platform: spell.platform },
  final: spell.final,
  delayed: spell.delayed,
  since: spell.since,
  before: spell.before as Fate | null,
  sources: { pro: spell.pro, contra: spell.contra, open: spell.open },
})

const orNull = (claim: LedgerClaim | null | undefined) => (claim ? citation(claim) : null)
const weighed = ({ claim, weight, why }: WeighedClaim) => ({ weight, why, claim: citation(claim) })

/** A verdict, whole, with what it comes to in words. */
export const verdictRecord = (verdict: Verdict) => {
  const { premiere, delayed } = verdict
  return {
    ...pick(verdict, 'show', 'season', 'day', 'fate', 'certainty', 'contested', 'progress'),
    premiere: premiere && { ...pick(premiere, 'date', 'platform'), claim: citation(premiere.claim) },
    final: orNull(verdict.final),
    delayed: delayed && { since: delayed.since, claim: citation(delayed.claim) },
    ...pick(verdict, 'since', 'before'),
    deciding: orNull(verdict.deciding),
    sources: verdict.roots,
    for: verdict.pro.map(weighed),
    against: verdict.contra.map(weighed),
    open: verdict.open.map(weighed),
    headline: headline(verdict),
    explanation: explain(verdict),
  }
}
