// What the commands print for programs: plain records, one shape wherever a claim or a verdict appears.
import type { LedgerClaim, LedgerFact } from '../../ledger/records.ts'
import type { Claim } from '../../reading/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { explain, headline } from '../../verdict/explain.ts'
import type { Verdict, WeighedClaim } from '../../verdict/verdict.ts'

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

/** A fact that the ledger keeps, with its article. */
export const factCitation = (fact: LedgerFact) => {
  const { id, title, outlet, author, url, published, sample } = fact.article
  return { ...factRecord(fact), article: { id, title, outlet, author, url, published, sample } }
}

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
export const citation = (claim: LedgerClaim) => {
  const { id, title, outlet, author, url, published, sample } = claim.article
  return {
    id: claim.id,
    ...claimFields(claim),
    sentence: claim.sentenceText,
    article: { id, title, outlet, author, url, published, sample },
  }
}

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
