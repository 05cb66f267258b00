// What programs are given, by the commands and over HTTP: plain records, one shape wherever a claim or a verdict appears.
import type { ArticleRef, LedgerClaim, LedgerFact, Spell } from '../ledger/records.ts'
import type { Claim } from '../reading/claim.ts'
import type { Fact } from '../reading/facts/fact.ts'
import type { Change } from '../verdict/changes.ts'
import { explain, headline } from '../verdict/explain.ts'
import type { Certainty, Fate, Progress, Verdict, WeighedClaim } from '../verdict/verdict.ts'
import { changeInWords } from './wording.ts'

/** A claim in exactly the shape of docs/claims.md. */
export const claimFields = ({
  show,
  season,
  event,
  factuality,
  speaker,
  role,
  via,
  date,
  platform,
  stage,
  evidence,
}: Claim) => ({
  show,
  season,
  event,
  factuality,
  speaker,
  role,
  via,
  date,
  platform,
  ...(stage ? { stage } : {}),
  evidence,
})

/** A claim with where it stands in the article's text and how the reading came to it. */
export const claimWithWhy = (claim: LedgerClaim) => ({
  id: claim.id,
  ...claimFields(claim),
  span: claim.span,
  sentence: claim.sentence,
  why: claim.why,
})

/** A fact beside the status, in the shape of docs/claims.md. */
export const factRecord = (fact: Fact) => {
  const { speaker, via, date, evidence, span } = fact
  return { ...factFields(fact), speaker, via, date, evidence, span }
}

/** An article, without its text. */
export const articleRecord = ({ id, title, outlet, author, url, published, sample }: ArticleRef) => ({
  id,
  title,
  outlet,
  author,
  url,
  published,
  sample,
})

/** A fact that the ledger keeps, with its article. */
export const factCitation = (fact: LedgerFact) => ({ ...factRecord(fact), article: articleRecord(fact.article) })

/** What a fact says, without whose words they are. */
export const factFields = (fact: Fact) => {
  const { fact: kind, show, season } = fact
  switch (fact.fact) {
    case 'score': {
      const { aggregator, value, scale, audience = false } = fact
      return { fact: kind, show, season, aggregator, value, scale, audience }
    }
    case 'credit':
      return { fact: kind, person: fact.person, role: fact.role, show, character: fact.character }
    case 'appearance':
      return { fact: kind, character: fact.character, of: fact.of, show, season }
    case 'fate':
      return { fact: kind, character: fact.character, show, season, state: fact.state }
    case 'dependency': {
      const { waitsOn: waits_on, waitsOnShow: waits_on_show, waitsOnSeasons: waits_on_seasons } = fact
      return { fact: kind, show, season, waits_on, waits_on_show, waits_on_seasons }
    }
  }
}

/** A claim that a verdict refers to, with its sentence and its article. */
export const citation = (claim: LedgerClaim) => ({
  id: claim.id,
  ...claimFields(claim),
  sentence: claim.sentenceText,
  ...(claim.withdrawn === undefined ? {} : { withdrawn: claim.withdrawn }),
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
  const {
    show,
    season,
    day,
    fate,
    certainty,
    contested,
    progress,
    premiere,
    final,
    delayed,
    since,
    before,
    deciding,
    pro,
    contra,
    open,
    roots,
  } = verdict
  return {
    show,
    season,
    day,
    fate,
    certainty,
    contested,
    progress,
    premiere: premiere && { date: premiere.date, platform: premiere.platform, claim: citation(premiere.claim) },
    final: orNull(final),
    delayed: delayed && { since: delayed.since, claim: citation(delayed.claim) },
    since,
    before,
    deciding: orNull(deciding),
    sources: roots,
    for: pro.map(weighed),
    against: contra.map(weighed),
    open: open.map(weighed),
    headline: headline(verdict),
    explanation: explain(verdict),
  }
}
