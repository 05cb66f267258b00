// Words that names are made of.
import { wordSet } from '../word-set.ts'

/** Words in lower case that a title may hold between its capitals. */
export const INSIDE = wordSet(`
  of the and a an in to for on with from at by or vs vs. de la le les el los las del di da du des der die das
  und y et von van n as is but my me ka ki na no
`)

/** Of these, the ones that only a marked title may hold: between unmarked names they are words of the sentence. */
export const ONLY_MARKED = wordSet('is but my me as no na ka ki')

/** Words between two names where the second is no part of the first, if it is an organisation, a person or a place. */
export const PARTING = wordSet('in to for on with from at by as is but my me no na')
