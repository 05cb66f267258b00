// Words around a season: its nouns, what qualifies it, and what it modifies.
import { wordSet } from '../word-set.ts'

/** The noun that always tells a season. */
export const SEASON_NOUN = new Set(['season', 'seasons'])

/** Season nouns only after an ordinal, "another", "one more" and the like. */
export const AFTER_ORDINAL = wordSet(`
  season seasons series run outing instalment installment instalments installments cycle cycles edition go-round
  order batch chapter year helping frame stretch round
`)

/** Words before a season that is the last. */
export const FINAL = new Set(['final', 'last', 'concluding', 'farewell', 'closing', 'ultimate', 'swansong'])

/** Words before a season that is one more. */
export const MORE = new Set(['another', 'more', 'additional', 'further', 'extra', 'additonal'])

/** Words before a season that comes next. */
export const NEW = wordSet(`
  new upcoming forthcoming fresh next newest coming latest brand-new returning future follow-up followup
  subsequent potential possible long-awaited anticipated highly-anticipated
`)

/** Words before a season that is there already. */
export const THIS = wordSet('the this current entire whole full previous past prior original')

/** Nouns that a season modifies: "the season 2 finale". */
export const MODIFIED = wordSet(`
  renewal renewals pickup pick-up order premiere finale opener ender closer trailer teaser cast run announcement
  cancellation return debut launch release filming production start date episodes episode cliffhanger deal
  commitment poster arc stint bow star stars
`)
