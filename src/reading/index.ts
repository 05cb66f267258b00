// The reading as a library: an article and a phrase book in, claims out. Pure: no clock, no network, no disk.
//
//   import { loadPhraseBook } from 'bubblewatch'
//   import { compile, read } from 'bubblewatch/reading'
//
//   const knowledge = compile(loadPhraseBook('phrases/en'))   once
//   const claims = read(article, knowledge)                   for each article

export type { Article, Span } from '../article/article.ts'
/** Plain text to an article. */
export { fromText } from '../article/text.ts'
export type { PhraseBook } from '../phrasebook/phrasebook.ts'
export type { Claim, Event, Factuality, Role, Stage, Step } from './claim.ts'
/** The values that the fields of a claim may have (docs/claims.md). */
export { EVENTS, FACTUALITIES, ROLES, STAGES } from './claim.ts'
export type { Appearance, CharacterFate, Credit, Dependency, Fact, FactKind, Score } from './facts/fact.ts'
/** The kinds of facts beside the status. */
export { FACTS } from './facts/fact.ts'
export type { Whole } from './facts/read-facts.ts'
/** An article's facts beside the status: scores, credits, appearances, fates, dependencies; alone, or with its claims at once. */
export { readFacts, readWhole } from './facts/read-facts.ts'
export type { Knowledge } from './knowledge.ts'
/** A phrase book, made ready for reading. */
export { compile } from './knowledge.ts'
export type { Analysis } from './read.ts'
/** An article's claims; what looked like one; and everything that the stages before the last one find. */
export { analyse, read, readWhy } from './read.ts'
