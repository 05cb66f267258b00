// The reading of facts beside the status: it shares the analysis with the claims and costs them nothing.
import type { Article } from '../../article/article.ts'
import type { Claim, Step } from '../claim.ts'
import { makeClaims } from '../claims.ts'
import type { Knowledge } from '../knowledge.ts'
import { analyse } from '../read.ts'
import { findAppearances } from './appearance.ts'
import { findCredits } from './credit.ts'
import { findDependencies } from './dependency.ts'
import type { Fact } from './fact.ts'
import { findFates } from './fate.ts'
import { Passage } from './passage.ts'
import { Roll } from './roll.ts'
import { findScores } from './score.ts'

/** All that an article tells. */
export interface Whole {
  claims: Claim[]
  facts: Fact[]
  /** What looked like a claim and came to none (see readWhy). */
  passedOver: Step[]
}

/**
 * Reads the facts beside the status: scores, credits, appearances, fates, dependencies.
 * @param article text with what is known about it; offsets are UTF-16 code units into `article.text`
 * @param knowledge a compiled phrase book
 * @returns the facts in the order of their evidence; [] for a text that tells none. Never throws, whatever the text.
 */
export function readFacts(article: Article, knowledge: Knowledge): Fact[] {
  return readWhole(article, knowledge).facts
}

/** Reads claims and facts at once, for less than reading twice. */
export function readWhole(article: Article, knowledge: Knowledge): Whole {
  const analysis = analyse(article, knowledge)
  if (!analysis) {
    const note = 'too few words of the trade: the text was not read'
    return { claims: [], facts: [], passedOver: [{ stage: 'scan', note }] }
  }
  const passedOver: Step[] = []
  const claims = makeClaims({ ...analysis, passedOver })
  const passage = new Passage(analysis, claims)
  const credits = findCredits(passage)
  const roll = new Roll(credits)
  const found = [
    ...findScores(passage),
    ...credits,
    ...findAppearances(passage, roll),
    ...findFates(passage, roll),
    ...findDependencies(passage),
  ]
  return { claims, facts: merged(found), passedOver }
}

/** What is told twice is told once, by who told it first and with all that was told. */
function merged(found: readonly Fact[]): Fact[] {
  const kept = new Map<string, Fact>()
  for (const fact of found.toSorted((a, b) => a.span.start - b.span.start)) {
    const key = keyOf(fact)
    const same = kept.get(key)
    if (!same) {
      kept.set(key, { ...fact })
      continue
    }
    if (same.fact === 'credit' && fact.fact === 'credit' && !same.character && fact.character)
      kept.set(key, { ...fact })
    else if (same.fact === 'fate' && same.season === null && fact.season !== null) kept.set(key, { ...fact })
  }
  return [...kept.values()].sort((a, b) => a.span.start - b.span.start)
}

function keyOf(fact: Fact): string {
  const { show, season } = fact
  switch (fact.fact) {
    case 'score':
      return JSON.stringify([fact.fact, show, season, fact.aggregator, fact.value, fact.audience ?? false])
    case 'credit':
      return JSON.stringify([fact.fact, show, fact.person, fact.role])
    case 'appearance':
      return JSON.stringify([fact.fact, show, season, fact.character])
    case 'fate':
      return JSON.stringify([fact.fact, show, fact.character, fact.state])
    case 'dependency':
      return JSON.stringify([fact.fact, show, season, fact.waitsOnShow, fact.waitsOnSeasons])
  }
}
