// Words around a season: its nouns, what qualifies it, and what it modifies.
import { wordSet } from '../word-set.ts'

/** The noun that always tells a season. */
export const SEASON_NOUN = new Set(['season', 'seasons'])

/** Words before a season that is the last. */
export const FINAL = new Set(['final', 'last', 'concluding', 'farewell', 'closing', 'ultimate', 'swansong'])

/** Words before a season that is one more. */
export const MORE = new Set(['another', 'more', 'additional', 'further', 'extra', 'additonal'])

/** Words before a season that is there already. */
export const THIS = wordSet('the this current entire whole full previous past prior original')
