// The verdict as a library: claims in, what follows from them out. Pure: no clock, no network, no disk.
//
//   const verdict = resolve(claims, { show: 'Jessica Jones', season: 2, day: '2016-01-12' })
//   console.log(headline(verdict))

export type { ArticleRef, LedgerClaim, Spell } from '../ledger/records.ts'
/** Every season of every show that the claims speak of, as of a day. */
export { board, seasonsOf } from './board.ts'
/** What the words of certainty promise, how they are said of a fate, and the strength of a belief as a number. */
export { CERTAINTY_MEANING, certaintyWords, strengthOf } from './certainty.ts'
export type { Change } from './changes.ts'
/** What changed between two days, once for each changed belief. */
export { changesOf } from './changes.ts'
/** Dates of claims and ISO days in words. */
export { dateInWords, whenInWords } from './dates.ts'
/** A verdict in a paragraph, and in a line. */
export { explain, headline } from './explain.ts'
/** What was read out of an article, as the functions here take it. */
export { heardIn } from './heard.ts'
export type { Question } from './resolve.ts'
/** The verdict on one season as of a day. */
export { resolve } from './resolve.ts'
/** What a ledger keeps of a show beside its claims; the verdicts on a show as spells: from which day to which each stood. */
export { derive, spellsOf } from './spells.ts'
export type { Start, StartAnswer } from './start.ts'
/** Whether a show is safe to start. */
export { startOf } from './start.ts'
export type { Axis, Belief } from './turns.ts'
export type { Certainty, Fate, Progress, Verdict, WeighedClaim } from './verdict.ts'
export { CERTAINTIES, FATES, PROGRESS } from './verdict.ts'
