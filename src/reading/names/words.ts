// Words that names are made of.
import { wordSet } from '../word-set.ts'

/** Of the words that a title may hold between its capitals, the ones that only a marked title may hold: between unmarked names they are words of the sentence. */
export const ONLY_MARKED = wordSet('is but my me as no na ka ki')

/** Words between two names where the second is no part of the first, if it is an organisation, a person or a place. */
export const PARTING = wordSet('in to for on with from at by as is but my me no na')
